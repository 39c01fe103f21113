// name: region_projects
// title: 地区的项目
// question: 某个地区（含下辖地区和园区）有哪些重大项目，哪些文件提到？
// parameter: region region = "" 只看这个地区的；不给则列全部，没有所在地的也在内
// column: project 项目
// column: places 所在地
// column: documents 文件数
// column: policies 提到的文件
MATCH (j:Project)
WHERE j.support IS NOT NULL
  AND ($region = '' OR EXISTS { MATCH (j)-[:LOCATED_IN]->(w)-[:LOCATED_IN|PART_OF*0..4]->(x:Region) WHERE x.id = $region })
OPTIONAL MATCH (j)-[:LOCATED_IN]->(l)
WITH j, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (p:Policy)-[:HAS_CLAUSE]->(:Clause)-[:MENTIONS]->(j)
WITH j, places, count(DISTINCT p.id) AS documents, collect(DISTINCT p.name) AS policies
RETURN j.name AS project, places, documents, policies
ORDER BY project, j.id
