// name: chain_enterprises
// title: 产业链上的企业
// question: 某条产业链上有哪些企业，是龙头、骨干还是拟引进，在哪里？
// parameter: chain chain 产业链
// column: enterprise 企业
// column: relation 关系
// column: roles 角色
// column: places 所在地
// column: clauses 条款数
// column: quote 一句原文
MATCH (k:IndustryChain {id: $chain})-[r]-(e:Enterprise)
WHERE type(r) = 'IN_CHAIN' OR type(r) = 'ATTRACTS'
OPTIONAL MATCH (e)-[:LOCATED_IN]->(l)
WITH e, type(r) AS kind, collect(DISTINCT r.role) AS roles, collect(DISTINCT l.name) AS places, count(DISTINCT r.clauseId) AS clauses, min(r.quote) AS quote
RETURN e.name AS enterprise, CASE kind WHEN 'ATTRACTS' THEN '拟引进' ELSE '链上' END AS relation, roles, places, clauses, quote
ORDER BY relation DESC, enterprise, e.id
