// name: review_relations
// title: 待核对的关系
// question: 置信度低的关系各是哪份文件哪一条哪句话说的，两端是什么类型？
// parameter: number below = "0.95" 低于这个置信度
// column: source_label 主体类型
// column: source 主体
// column: relation 关系
// column: target_label 客体类型
// column: target 客体
// column: confidence 置信度
// column: rule 规则
// column: policy 文件
// column: clause 条款
// column: quote 原文
// post: chinese
MATCH (a)-[r]->(b)
WHERE r.confidence < $below
WITH a, b, r, r.policyId AS policy_id, r.clauseId AS clause_id
MATCH (p:Policy {id: policy_id})
MATCH (c:Clause {id: clause_id})
RETURN head([l IN labels(a) WHERE NOT l IN ['Region', 'Liantu']]) AS source_label, a.name AS source, type(r) AS relation,
       head([l IN labels(b) WHERE NOT l IN ['Region', 'Liantu']]) AS target_label, b.name AS target, r.confidence AS confidence,
       r.rule AS rule, p.name AS policy, c.number AS clause, r.quote AS quote
ORDER BY confidence, source, relation, target, a.id, b.id, r.clauseId
