// name: low_confidence
// title: 置信度低的事实
// question: 哪些事实的规则置信度不高，值得人工核对？
// parameter: number below = "0.8" 低于这个置信度
// post: chinese
// column: source 主体
// column: relation 关系
// column: target 客体
// column: confidence 置信度
// column: rule 规则
// column: policy 文件
// column: quote 原文
MATCH (a)-[r]->(b)
WHERE r.confidence < $below
WITH a, b, r, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN a.name AS source, type(r) AS relation, b.name AS target, r.confidence AS confidence, r.rule AS rule, p.name AS policy, r.quote AS quote
ORDER BY confidence, source, relation, target, a.id, b.id, r.clauseId
