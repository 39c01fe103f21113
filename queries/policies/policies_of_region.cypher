// name: policies_of_region
// title: 适用于某地的文件
// question: 哪些文件适用于某个地区本级、它的上级或下辖地区？
// parameter: region region 地区
// column: scope 范围
// column: region 适用地区
// column: policy 文件
// column: number 文号
// column: issued 日期
// column: until 有效期至
MATCH (x:Region {id: $region})
MATCH (p:Policy)-[:APPLIES_TO]->(y:Region)
WITH DISTINCT x, y, p
WITH y, p, CASE WHEN y.id = x.id THEN '本级' WHEN EXISTS { MATCH (x)-[:PART_OF*1..3]->(y) } THEN '上级'
                WHEN EXISTS { MATCH (y)-[:PART_OF*1..3]->(x) } THEN '下辖' ELSE '' END AS scope
WHERE scope <> ''
RETURN scope, y.name AS region, p.name AS policy, p.number AS number, p.issuedOn AS issued, p.effectiveUntil AS until
ORDER BY scope, coalesce(issued, '') DESC, region, policy, y.id, p.id
