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
MATCH (k:IndustryChain)-[w:ATTRACTS]->(:Enterprise)
WHERE w.quote IS NOT NULL AND ($chain = '' OR k.id = $chain)
WITH DISTINCT k
OPTIONAL MATCH (k)<-[:IN_CHAIN]-(f:Enterprise)
WITH k, count(DISTINCT f.id) AS present
MATCH (k)-[r:ATTRACTS]->(e:Enterprise)
WITH k, present, e, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
OPTIONAL MATCH (e)-[j:IN_CHAIN]->(k)
WITH k, present, e, documents, quote, count(j) AS joins
WITH k, present, e, documents, quote, CASE joins WHEN 0 THEN '否' ELSE '是' END AS joined,
     CASE WHEN EXISTS { MATCH (e)-[:LOCATED_IN]->() } THEN '是' ELSE '否' END AS located
WHERE located = '否' OR joined = '否'
RETURN k.name AS chain, e.name AS enterprise, located, joined, present, documents, quote
ORDER BY chain, enterprise, k.id, e.id
