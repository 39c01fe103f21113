// name: policies_expiring
// title: 将到期的文件
// question: 哪些文件在两个日期之间到期？
// parameter: date from 从这一天
// parameter: date to 到这一天
// column: until 有效期至
// column: policy 文件
// column: number 文号
// column: issuers 发布机构
// column: regions 适用地区
// The end may be a year or a month only: it is compared with as much of the days.
MATCH (p:Policy)
WHERE p.ingested = true AND p.support IS NOT NULL AND p.effectiveUntil >= substring($from, 0, size(p.effectiveUntil))
  AND p.effectiveUntil <= substring($to, 0, size(p.effectiveUntil))
OPTIONAL MATCH (a:Agency)-[:ISSUED]->(p)
OPTIONAL MATCH (p)-[:APPLIES_TO]->(x:Region)
WITH p, collect(DISTINCT a.name) AS issuers, collect(DISTINCT x.name) AS regions
RETURN p.effectiveUntil AS until, p.name AS policy, p.number AS number, issuers, regions
ORDER BY until, policy, p.id
