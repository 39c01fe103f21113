// neo4j-admin imports no empty lists: a node that came that way and has no other names gets an empty one.
MATCH (n:Liantu) WHERE n.aliases IS NULL SET n.aliases = [];
