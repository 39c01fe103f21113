// What regions develop, attract and house, and their parks.
MATCH (a)-[r:DEVELOPS|ATTRACTS]->(b)
WHERE a.id IN $ids
RETURN a, r, b
UNION ALL
MATCH (a:Enterprise|Park)-[r:LOCATED_IN]->(b)
WHERE b.id IN $ids
RETURN a, r, b
