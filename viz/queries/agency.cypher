// The clauses that a unit answers for, with all units that answer for them.
MATCH (u)-[:RESPONSIBLE_FOR]->(b:Clause)
WHERE u.id = $id
MATCH (a)-[r:RESPONSIBLE_FOR]->(b)
RETURN DISTINCT a, r, b
