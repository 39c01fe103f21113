// name: related_chains
// title: 相伴的产业链
// question: 发展这条产业链的地区和园区还发展哪些产业链？
// parameter: chain chain 产业链
// column: chain 相伴的产业链
// column: number 几地
// column: places 地区和园区
// column: together 同条款提到的次数
MATCH (k:IndustryChain {id: $chain})<-[:DEVELOPS]-(a)-[:DEVELOPS]->(o:IndustryChain)
WHERE o.id <> k.id
WITH k, o, collect(DISTINCT a.name) AS places, count(DISTINCT a.id) AS number
OPTIONAL MATCH (k)<-[:MENTIONS]-(c:Clause)-[:MENTIONS]->(o)
WITH o, places, number, count(DISTINCT c.id) AS together
RETURN o.name AS chain, number, places, together
ORDER BY number DESC, together DESC, chain, o.id
