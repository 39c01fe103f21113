// The facts of these types that start at one of these nodes and end at another.
MATCH (a)-[r]->(b)
WHERE a.id IN $ids AND b.id IN $ids AND type(r) IN $types
RETURN a, r, b
