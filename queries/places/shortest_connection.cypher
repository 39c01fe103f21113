// name: shortest_connection
// title: 两者之间最短的联系
// question: 两个地区、企业、园区、产业链或机构之间最短隔几步，每一步是哪句话说的？
// parameter: entity a 一头
// parameter: entity b 另一头
// post: chinese
// column: step 步
// column: source 主体
// column: relation 关系
// column: target 客体
// column: clauses 条款数
// column: policy 文件
// column: quote 原文
// Of several shortest ways the first by the ids on it is shown, of several sentences the one of the first clause.
MATCH p = allShortestPaths((a {id: $a})-[:COOPERATES_WITH|MEMBER_OF|LOCATED_IN|DEVELOPS|IN_CHAIN|ATTRACTS|SUBCHAIN_OF*..6]-(b {id: $b}))
WITH [n IN nodes(p) | n.id] AS ids
WITH ids, reduce(way = '', id IN ids | way + id + ' ') AS way
ORDER BY way
LIMIT 1
UNWIND range(1, size(ids) - 1) AS step
WITH step, ids[step - 1] AS here, ids[step] AS there
MATCH (m {id: here})-[r]-(n {id: there})
WHERE r.quote IS NOT NULL
WITH step, startNode(r) AS x, endNode(r) AS y, type(r) AS relation, count(DISTINCT r.clauseId) AS clauses, min(r.clauseId) AS first
MATCH (x)-[s]->(y)
WHERE type(s) = relation AND s.clauseId = first
WITH step, x, y, relation, clauses, s, s.policyId AS policy_id
MATCH (d:Policy {id: policy_id})
RETURN step, x.name AS source, relation, y.name AS target, clauses, d.name AS policy, s.quote AS quote
ORDER BY step, relation, x.id, y.id
