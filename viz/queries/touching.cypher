// The facts of these types that start or end at these nodes.
MATCH (a)-[r]->(b)
WHERE a.id IN $ids AND type(r) IN $types AND a.support IS NOT NULL AND b.support IS NOT NULL
RETURN a, r, b
UNION ALL
MATCH (a)-[r]->(b)
WHERE b.id IN $ids AND type(r) IN $types AND a.support IS NOT NULL AND b.support IS NOT NULL
RETURN a, r, b
