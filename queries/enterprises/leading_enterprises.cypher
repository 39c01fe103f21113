// name: leading_enterprises
// title: 龙头、链主和骨干企业
// question: 文件点名的龙头、链主、骨干和配套企业有哪些，在哪条链上，在哪里？
// parameter: text role in "龙头|链主|骨干|配套" = "" 只看这种角色
// parameter: region region = "" 只看位于这个地区（含下辖地区和园区）的
// column: role 角色
// column: enterprise 企业
// column: chains 产业链
// column: places 所在地
// column: documents 文件数
// column: quote 一句原文
CALL () {
  MATCH (e:Enterprise) WHERE $region = ''
  RETURN e
  UNION
  MATCH (e:Enterprise)-[:LOCATED_IN]->()-[:LOCATED_IN|PART_OF*0..4]->(:Region {id: $region})
  RETURN DISTINCT e
}
MATCH (e)-[r:IN_CHAIN]->(k:IndustryChain)
WHERE r.role IS NOT NULL AND r.role <> '' AND ($role = '' OR r.role = $role)
WITH e, r.role AS role, collect(DISTINCT k.name) AS chains, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
OPTIONAL MATCH (e)-[:LOCATED_IN]->(l)
WITH e, role, chains, documents, quote, collect(DISTINCT l.name) AS places
RETURN role, e.name AS enterprise, chains, places, documents, quote
ORDER BY role, enterprise, e.id
