// name: targets_without_year
// title: 没有年份的目标
// question: 哪些量化目标没有写明要在哪一年达到？
// parameter: policy policy = "" 只看这份文件
// column: subject 主体
// column: metric 指标
// column: comparator 比较
// column: value 数值
// column: unit 单位
// column: policy 文件
// column: quote 原文
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE t.year IS NULL AND ($policy = '' OR r.policyId = $policy)
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN s.name AS subject, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit, p.name AS policy, r.quote AS quote
ORDER BY policy, subject, metric, coalesce(value, 0), s.id, t.id, r.clauseId
