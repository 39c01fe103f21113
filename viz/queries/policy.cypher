// What a document says: its clauses, and all facts that rest on them.
MATCH (a)-[r]->(b)
WHERE r.policyId = $id AND a.support IS NOT NULL AND b.support IS NOT NULL
RETURN a, r, b
