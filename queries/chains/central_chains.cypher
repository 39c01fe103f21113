// name: central_chains
// title: 居中的产业链
// question: 哪些产业链把最多的地区和园区联在一起：发展它的地方最多，又最能联络别的链？
// parameter: region region = "" 只看这个地区及其下辖地区、园区
// post: centrality
// column: name 产业链
// column: partners 地区和园区数
// column: strength 条款数之和
// column: between 中介度
// The places take part in the network without a name, so that only the chains are listed.
MATCH (a:Region|Park)-[r:DEVELOPS]->(k:IndustryChain)
WHERE r.quote IS NOT NULL AND ($region = '' OR EXISTS { MATCH (a)-[:LOCATED_IN|PART_OF*0..4]->(x:Region) WHERE x.id = $region })
WITH a, k, count(DISTINCT r.clauseId) AS weight
RETURN a.id AS source, null AS source_name, k.id AS target, k.name AS target_name, weight
ORDER BY source, target
