// name: region_projects
// title: 地区的项目
// question: 某个地区（含下辖地区和园区）有哪些重大项目，哪些文件提到？
// parameter: region region = "" 只看这个地区的；不给则列全部，没有所在地的也在内
// column: project 项目
// column: places 所在地
// column: documents 文件数
// column: policies 提到的文件
CALL () {
  MATCH (j:Project) WHERE $region = ''
  RETURN j
  UNION
  MATCH (j:Project)-[:LOCATED_IN]->()-[:LOCATED_IN|PART_OF*0..4]->(:Region {id: $region})
  RETURN DISTINCT j
}
WITH j
WHERE j.support IS NOT NULL
OPTIONAL MATCH (j)-[:LOCATED_IN]->(l)
WITH j, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (j)<-[:MENTIONS]-(c:Clause)
WITH j, places, c.policyId AS policy_id
OPTIONAL MATCH (p:Policy {id: policy_id})
WITH j, places, count(DISTINCT p.id) AS documents, collect(DISTINCT p.name) AS policies
RETURN j.name AS project, places, documents, policies
ORDER BY project, j.id
