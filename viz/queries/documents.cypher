// How many documents were read into the graph.
MATCH (p:Policy) WHERE p.ingested = true
RETURN count(p) AS documents
