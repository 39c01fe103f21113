// name: region_chains
// title: 地区的产业链
// question: 某个地区发展哪些产业链，依据多少条款和文件？
// parameter: region region 地区
// column: chain 产业链
// column: clauses 条款数
// column: documents 文件数
// column: first 最早年份
// column: quote 一句原文
MATCH (a:Region {id: $region})-[r:DEVELOPS]->(k:IndustryChain)
WITH k, r, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
WITH k, count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents, min(substring(p.issuedOn, 0, 4)) AS first, min(r.quote) AS quote
RETURN k.name AS chain, clauses, documents, first, quote
ORDER BY clauses DESC, chain, k.id
