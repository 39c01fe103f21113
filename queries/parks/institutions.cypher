// name: institutions
// title: 高校、院所和平台
// question: 哪些高校科研单位和平台与某条产业链在同一条款里提到，在哪里，与谁合作？
// parameter: chain chain = "" 只看与这条产业链同条款提到的
// parameter: region region = "" 只看位于这个地区（含下辖地区和园区）的
// column: institution 高校科研
// column: places 所在地
// column: chains 同条款提到的产业链
// column: partners 合作方
// column: documents 文件数
MATCH (i:Institution)<-[:MENTIONS]-(c:Clause)
WHERE ($chain = '' OR EXISTS { MATCH (c)-[:MENTIONS]->(m:IndustryChain) WHERE m.id = $chain })
  AND ($region = '' OR EXISTS { MATCH (i)-[:LOCATED_IN]->(w)-[:LOCATED_IN|PART_OF*0..4]->(x:Region) WHERE x.id = $region })
OPTIONAL MATCH (c)-[:MENTIONS]->(k:IndustryChain)
WITH i, collect(DISTINCT k.name) AS chains, count(DISTINCT c.policyId) AS documents
OPTIONAL MATCH (i)-[:LOCATED_IN]->(l)
WITH i, chains, documents, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (i)-[:COOPERATES_WITH]-(o)
WITH i, chains, documents, places, collect(DISTINCT o.name) AS partners
RETURN i.name AS institution, places, chains, partners, documents
ORDER BY institution, i.id
