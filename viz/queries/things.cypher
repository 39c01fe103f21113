// Nodes by their ids.
MATCH (n) WHERE n.id IN $ids AND n.support IS NOT NULL
RETURN n ORDER BY n.id
