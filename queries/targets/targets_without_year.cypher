// name: targets_without_year
// title: 原句没写年份的目标
// question: 哪些量化目标的原句没有写年份，年份是从上文或规划期得来的，或者根本没有？
// parameter: policy policy = "" 只看这份文件
// column: subject 主体
// column: metric 指标
// column: comparator 比较
// column: value 数值
// column: unit 单位
// column: year 得来的年份
// column: policy 文件
// column: quote 原文
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE (t.year IS NULL OR NOT r.quote CONTAINS toString(t.year)) AND ($policy = '' OR r.policyId = $policy)
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN s.name AS subject, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit, t.year AS year,
       p.name AS policy, r.quote AS quote
ORDER BY policy, subject, metric, coalesce(value, 0), s.id, t.id, r.clauseId
