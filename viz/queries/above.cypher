// Where things are: the places they lie in and the divisions they are part of.
MATCH (n)-[r]->(m)
WHERE n.id IN $ids AND type(r) IN ['LOCATED_IN', 'PART_OF'] AND m.support IS NOT NULL
RETURN DISTINCT n.id AS id, m.name AS name
ORDER BY id, name
