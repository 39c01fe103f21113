// name: park_overview
// title: 园区一览
// question: 各园区发展多少条产业链，有多少企业，与多少伙伴合作，定了多少目标？
// parameter: region region = "" 只看这个地区（含下辖地区）的
// column: park 园区
// column: level 级别
// column: places 所在地
// column: chains 产业链数
// column: enterprises 企业数
// column: partners 合作方数
// column: targets 目标数
// column: documents 文件数
MATCH (c:Clause)-[:MENTIONS]->(p:Park)
WHERE p.support IS NOT NULL
  AND ($region = '' OR EXISTS { MATCH (p)-[:LOCATED_IN|PART_OF*1..4]->(x:Region) WHERE x.id = $region })
WITH p, count(DISTINCT c.policyId) AS documents
OPTIONAL MATCH (p)-[:LOCATED_IN]->(l)
WITH p, documents, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (p)-[:DEVELOPS]->(k:IndustryChain)
WITH p, documents, places, count(DISTINCT k) AS chains
OPTIONAL MATCH (e:Enterprise)-[:LOCATED_IN]->(p)
WITH p, documents, places, chains, count(DISTINCT e) AS enterprises
OPTIONAL MATCH (p)-[:COOPERATES_WITH]-(o)
WITH p, documents, places, chains, enterprises, count(DISTINCT o) AS partners
OPTIONAL MATCH (p)-[:HAS_TARGET]->(t:Target)
WITH p, documents, places, chains, enterprises, partners, count(DISTINCT t) AS targets
RETURN p.name AS park, p.level AS level, places, chains, enterprises, partners, targets, documents
ORDER BY chains DESC, enterprises DESC, partners DESC, park, p.id
