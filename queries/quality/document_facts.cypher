// name: document_facts
// title: 各文件读出了多少
// question: 每份已读入的文件有多少条款、读出多少实体和事实，可信度低的有多少，多少条款什么也没有读出？
// parameter: number below = "0.8" 低于这个可信度算低
// column: policy 文件
// column: clauses 条款数
// column: empty 没有读出任何实体的条款数
// column: entities 实体数
// column: facts 事实数
// column: doubtful 可信度低的事实数
CALL () {
  MATCH (p:Policy)-[:HAS_CLAUSE]->(c:Clause)
  RETURN p.id AS id, count(c) AS clauses, sum(CASE WHEN EXISTS { MATCH (c)-[:MENTIONS]->() } THEN 0 ELSE 1 END) AS empty,
         0 AS entities, 0 AS facts, 0 AS doubtful
  UNION ALL
  MATCH (p:Policy)-[:HAS_CLAUSE]->(:Clause)-[:MENTIONS]->(m)
  RETURN p.id AS id, 0 AS clauses, 0 AS empty, count(DISTINCT m.id) AS entities, 0 AS facts, 0 AS doubtful
  UNION ALL
  MATCH ()-[r]->()
  WHERE r.quote IS NOT NULL
  RETURN r.policyId AS id, 0 AS clauses, 0 AS empty, 0 AS entities, count(r) AS facts, 0 AS doubtful
  UNION ALL
  MATCH ()-[r]->()
  WHERE r.quote IS NOT NULL AND r.confidence < $below
  RETURN r.policyId AS id, 0 AS clauses, 0 AS empty, 0 AS entities, 0 AS facts, count(r) AS doubtful
}
WITH id, sum(clauses) AS clauses, sum(empty) AS empty, sum(entities) AS entities, sum(facts) AS facts, sum(doubtful) AS doubtful
MATCH (p:Policy {id: id})
WHERE p.ingested = true AND p.support IS NOT NULL
RETURN p.name AS policy, clauses, empty, entities, facts, doubtful
ORDER BY policy, p.id
