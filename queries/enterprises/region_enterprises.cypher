// name: region_enterprises
// title: 地区的企业
// question: 某个地区（含下辖地区和园区）有哪些企业，在哪条产业链上，是什么角色？
// parameter: region region 地区
// parameter: chain chain = "" 只看这条产业链上的
// column: chain 产业链
// column: enterprise 企业
// column: roles 角色
// column: places 所在地
// column: documents 文件数
MATCH (e:Enterprise)-[l:LOCATED_IN]->(w)-[:LOCATED_IN|PART_OF*0..4]->(x:Region {id: $region})
WITH e, collect(DISTINCT w.name) AS places, collect(DISTINCT l.policyId) AS policies
OPTIONAL MATCH (e)-[r:IN_CHAIN]->(k:IndustryChain)
WITH e, places, size(policies) AS documents, k, collect(DISTINCT r.role) AS roles
WHERE $chain = '' OR k.id = $chain
RETURN coalesce(k.name, '（未注明）') AS chain, e.name AS enterprise, roles, places, documents
ORDER BY chain, enterprise, coalesce(k.id, ''), e.id
