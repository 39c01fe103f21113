// name: chain_overview
// title: 产业链一览
// question: 每条产业链有多少地区、园区在发展，链上有多少企业、拟引进多少，定了多少目标，多少文件提到？
// parameter: integer least = "1" 至少这么多文件提到
// column: chain 产业链
// column: regions 地区数
// column: parks 园区数
// column: enterprises 企业数
// column: attracted 拟引进企业数
// column: targets 目标数
// column: documents 文件数
MATCH (c:Clause)-[:MENTIONS]->(k:IndustryChain)
WITH k, count(DISTINCT c.policyId) AS documents
WHERE documents >= $least
OPTIONAL MATCH (k)<-[:DEVELOPS]-(x:Region)
WITH k, documents, count(DISTINCT x) AS regions
OPTIONAL MATCH (k)<-[:DEVELOPS]-(y:Park)
WITH k, documents, regions, count(DISTINCT y) AS parks
OPTIONAL MATCH (k)<-[:IN_CHAIN]-(e:Enterprise)
WITH k, documents, regions, parks, count(DISTINCT e) AS enterprises
OPTIONAL MATCH (k)-[:ATTRACTS]->(f:Enterprise)
WITH k, documents, regions, parks, enterprises, count(DISTINCT f) AS attracted
OPTIONAL MATCH (k)-[:HAS_TARGET]->(t:Target)
WITH k, documents, regions, parks, enterprises, attracted, count(DISTINCT t) AS targets
RETURN k.name AS chain, regions, parks, enterprises, attracted, targets, documents
ORDER BY documents DESC, regions DESC, enterprises DESC, chain, k.id
