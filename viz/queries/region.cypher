// All that is said of a place, save who answers for it and where it is merely mentioned.
MATCH (a)-[r]->(b)
WHERE a.id = $id AND NOT type(r) IN ['RESPONSIBLE_FOR', 'MENTIONS'] AND b.support IS NOT NULL
RETURN a, r, b
UNION ALL
MATCH (a)-[r]->(b)
WHERE b.id = $id AND NOT type(r) IN ['MENTIONS'] AND a.support IS NOT NULL
RETURN a, r, b
