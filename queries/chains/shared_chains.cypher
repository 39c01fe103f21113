// name: shared_chains
// title: 两地共有的产业链
// question: 两个地区都在发展哪些产业链？
// parameter: region a 一个地区
// parameter: region b 另一个地区
// column: chain 产业链
// column: clauses_a 前者条款数
// column: clauses_b 后者条款数
MATCH (x {id: $a})-[r:DEVELOPS]->(k:IndustryChain)
MATCH (y {id: $b})-[s:DEVELOPS]->(k)
WITH k, count(DISTINCT r.clauseId) AS clauses_a, count(DISTINCT s.clauseId) AS clauses_b
RETURN k.name AS chain, clauses_a, clauses_b
ORDER BY chain, k.id
