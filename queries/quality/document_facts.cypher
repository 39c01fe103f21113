// name: document_facts
// title: 各文件读出了多少
// question: 每份已读入的文件有多少条款、读出多少实体和事实，置信度低的有多少，多少条款什么也没有读出？
// parameter: number below = "0.8" 低于这个置信度算低
// column: policy 文件
// column: clauses 条款数
// column: empty 没有读出任何实体的条款数
// column: entities 实体数
// column: facts 事实数
// column: doubtful 置信度低的事实数
MATCH ()-[r]->()
WHERE r.quote IS NOT NULL OR type(r) = 'HAS_CLAUSE'
WITH r.policyId AS id, sum(CASE WHEN r.quote IS NULL THEN 0 ELSE 1 END) AS facts,
     sum(CASE WHEN r.confidence < $below THEN 1 ELSE 0 END) AS doubtful
MATCH (p:Policy {id: id})-[:HAS_CLAUSE]->(c:Clause)
WITH p, facts, doubtful, c, CASE WHEN EXISTS { MATCH (c)-[:MENTIONS]->() } THEN 0 ELSE 1 END AS silent
WITH p, facts, doubtful, count(c) AS clauses, sum(silent) AS empty
OPTIONAL MATCH (p)-[:HAS_CLAUSE]->(:Clause)-[:MENTIONS]->(m)
WITH p, facts, doubtful, clauses, empty, count(DISTINCT m.id) AS entities
WHERE p.ingested = true
RETURN p.name AS policy, clauses, empty, entities, facts, doubtful
ORDER BY policy, p.id
