// name: entity_targets
// title: 一个主体的目标
// question: 某个地区、园区、产业链或企业定了哪些目标，按年份排列？
// parameter: entity entity 主体
// parameter: text below in "是|否" = "否" 是否计入下辖地区、园区和子链
// column: year 目标年
// column: subject 主体
// column: metric 指标
// column: comparator 比较
// column: value 数值
// column: unit 单位
// column: policy 文件
// column: quote 原文
MATCH (s)-[:PART_OF|LOCATED_IN|SUBCHAIN_OF*0..4]->(e {id: $entity})
WHERE s.id = e.id OR $below = '是'
WITH DISTINCT s
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WITH s, r, t, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN t.year AS year, s.name AS subject, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit,
       p.name AS policy, r.quote AS quote
ORDER BY coalesce(year, 0), subject, metric, coalesce(value, 0), policy, s.id, t.id, r.clauseId
