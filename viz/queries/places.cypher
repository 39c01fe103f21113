// Every region and city group of the graph, linked or not.
MATCH (n) WHERE n:Region OR n:CityGroup
OPTIONAL MATCH (n)-[:PART_OF]->(m)
WITH n, collect(DISTINCT m.name) AS above
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases, n.lon AS lon, n.lat AS lat,
       n.shortName AS short, n.adcode AS adcode, n.kind AS kind, above
ORDER BY id
