// name: chain_gaps
// title: 产业链缺口
// question: 产业链上写明要引进的企业里，哪些还没有所在地、还不在链上，这条链上现有多少企业？
// parameter: chain chain = "" 只看这条产业链
// column: chain 产业链
// column: enterprise 拟引进企业
// column: located 已有所在地
// column: joined 已在链上
// column: present 链上已有企业数
// column: documents 文件数
// column: quote 一句原文
MATCH (k:IndustryChain)-[r:ATTRACTS]->(e:Enterprise)
WHERE $chain = '' OR k.id = $chain
WITH k, e, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote,
     CASE WHEN EXISTS { MATCH (e)-[:LOCATED_IN]->() } THEN '是' ELSE '否' END AS located
OPTIONAL MATCH (e)-[j:IN_CHAIN]->(k)
WITH k, e, documents, quote, located, count(j) AS joins
WHERE located = '否' OR joins = 0
OPTIONAL MATCH (f:Enterprise)-[:IN_CHAIN]->(k)
WITH k, e, documents, quote, located, joins, count(DISTINCT f) AS present
RETURN k.name AS chain, e.name AS enterprise, located, CASE WHEN joins = 0 THEN '否' ELSE '是' END AS joined, present,
       documents, quote
ORDER BY chain, enterprise, k.id, e.id
