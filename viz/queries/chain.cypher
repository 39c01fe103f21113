// All that is said of a chain: who develops it, which enterprises are in it or wanted for it, its sub-chains and targets.
MATCH (a)-[r]->(b)
WHERE b.id = $id AND type(r) IN ['DEVELOPS', 'IN_CHAIN', 'SUBCHAIN_OF']
RETURN a, r, b
UNION ALL
MATCH (a)-[r]->(b)
WHERE a.id = $id AND type(r) IN ['ATTRACTS', 'SUBCHAIN_OF', 'HAS_TARGET']
RETURN a, r, b
