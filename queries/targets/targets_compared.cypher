// name: targets_compared
// title: 同一指标的地区比较
// question: 各地区、园区和产业链在同一指标上定了多高的目标？
// parameter: text metric 指标里的字，如 产值、研发投入强度
// parameter: integer year = "" 只看这一年的
// parameter: text kind in "地区|园区|产业链|企业" = "" 只看这类主体
// column: metric 指标
// column: year 目标年
// column: unit 单位
// column: subject 主体
// column: comparator 比较
// column: value 数值
// column: policy 文件
// column: quote 原文
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE t.metric CONTAINS $metric AND ($year IS NULL OR t.year = $year)
  AND ($kind = '' OR ($kind = '地区' AND s:Region) OR ($kind = '园区' AND s:Park) OR ($kind = '产业链' AND s:IndustryChain)
       OR ($kind = '企业' AND s:Enterprise))
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN t.metric AS metric, t.year AS year, t.unit AS unit, s.name AS subject, t.comparator AS comparator, t.value AS value,
       p.name AS policy, r.quote AS quote
ORDER BY metric, coalesce(year, 0), coalesce(unit, ''), coalesce(value, 0) DESC, subject, policy, s.id, t.id, r.clauseId
