// The targets of things, those due last first.
MATCH (n)-[:HAS_TARGET]->(t:Target)
WHERE n.id IN $ids
RETURN DISTINCT n.id AS id, t, coalesce(t.year, 0) AS year, t.id AS target
ORDER BY id, year DESC, target
