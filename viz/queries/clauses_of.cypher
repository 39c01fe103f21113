// The documents that these clauses are from.
MATCH (a:Policy)-[r:HAS_CLAUSE]->(b:Clause)
WHERE b.id IN $ids
RETURN a, r, b
