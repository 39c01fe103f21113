// The facts of these types that rest on these clauses.
MATCH (a)-[r]->(b)
WHERE r.clauseId IN $clauses AND type(r) IN $types
RETURN a, r, b
