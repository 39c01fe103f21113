// name: target_conflicts
// title: 相互矛盾的目标
// question: 同一主体的同一指标在同一年被定成不同的数，各是哪份文件哪句话说的？（范围不同的也会列出，如全市与园区。）
// parameter: entity entity = "" 只看这个主体
// column: subject 主体
// column: metric 指标
// column: year 目标年
// column: unit 单位
// column: numbers 数值
// column: policies 文件
// column: quotes 原文
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE t.year IS NOT NULL AND ($entity = '' OR s.id = $entity)
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
WITH s, t.metric AS metric, t.year AS year, coalesce(t.unit, '') AS unit, collect(DISTINCT t.comparator + toString(t.value)) AS numbers,
     collect(DISTINCT p.name) AS policies, collect(DISTINCT r.quote) AS quotes
WHERE size(numbers) > 1
RETURN s.name AS subject, metric, year, unit, numbers, policies, quotes
ORDER BY subject, metric, year, unit, s.id
