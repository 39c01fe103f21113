// name: targets_by_year
// title: 按年份的量化目标
// question: 到某一年，谁要达到什么目标？
// parameter: integer year 目标年份
// parameter: place region = "" 只看这个地区为主体的
// column: subject 主体
// column: metric 指标
// column: comparator 比较
// column: value 数值
// column: unit 单位
// column: policy 文件
// column: quote 原文
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE t.year = $year AND ($region = '' OR s.id = $region)
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN s.name AS subject, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit, p.name AS policy, r.quote AS quote
ORDER BY subject, metric, value, policy, s.id, t.id, r.clauseId
