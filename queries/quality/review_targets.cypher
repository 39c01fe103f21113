// name: review_targets
// title: 待核对的目标
// question: 同一主体的同一指标在同一年被定成不同的数，每个数是哪份文件哪一条哪句话说的？
// parameter: entity entity = "" 只看这个主体
// column: label 类别
// column: subject 主体
// column: target 目标
// column: policy 文件
// column: clause 条款
// column: quote 原文
// post: chinese
MATCH (s)-[:HAS_TARGET]->(t:Target)
WHERE t.year IS NOT NULL AND ($entity = '' OR s.id = $entity)
WITH s, t.metric AS metric, t.year AS year, coalesce(t.unit, '') AS unit, collect(DISTINCT t.comparator + toString(t.value)) AS numbers
WHERE size(numbers) > 1
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE t.metric = metric AND t.year = year AND coalesce(t.unit, '') = unit
WITH s, r, t, metric, year, unit, r.policyId AS policy_id, r.clauseId AS clause_id
MATCH (p:Policy {id: policy_id})
MATCH (c:Clause {id: clause_id})
RETURN head([l IN labels(s) WHERE NOT l IN ['Region', 'Liantu']]) AS label, s.name AS subject, t.name AS target, p.name AS policy,
       c.number AS clause, r.quote AS quote
ORDER BY subject, metric, year, unit, policy, target, s.id, t.id, r.clauseId
