// name: region_parks
// title: 地区的园区
// question: 某个地区（含下辖地区）有哪些园区，各发展什么产业链？
// parameter: region region 地区
// column: park 园区
// column: level 级别
// column: place 所在地
// column: chains 产业链
// column: documents 文件数
MATCH (k:Park)-[l:LOCATED_IN]->(r)-[:LOCATED_IN|PART_OF*0..4]->(top:Region {id: $region})
OPTIONAL MATCH (k)-[:DEVELOPS]->(c:IndustryChain)
WITH k, r, collect(DISTINCT c.name) AS chains, count(DISTINCT l.policyId) AS documents
RETURN k.name AS park, k.level AS level, r.name AS place, chains, documents
ORDER BY park, place, k.id, r.id
