// name: single_source
// title: 只有一份文件支持的事实
// question: 哪些事实只有一份文件这样说，引用前值得再找佐证？
// parameter: text relation in "合作|成员|位于|发展|属于产业链|引进|子链" = "" 只看这种关系
// parameter: entity entity = "" 只看与它有关的
// post: chinese
// column: source 主体
// column: relation 关系
// column: target 客体
// column: clauses 条款数
// column: policy 文件
// column: quote 一句原文
MATCH (a)-[r:COOPERATES_WITH|MEMBER_OF|LOCATED_IN|DEVELOPS|IN_CHAIN|ATTRACTS|SUBCHAIN_OF]->(b)
WHERE r.quote IS NOT NULL AND ($entity = '' OR a.id = $entity OR b.id = $entity)
  AND ($relation = '' OR type(r) = CASE $relation WHEN '合作' THEN 'COOPERATES_WITH' WHEN '成员' THEN 'MEMBER_OF'
       WHEN '位于' THEN 'LOCATED_IN' WHEN '发展' THEN 'DEVELOPS' WHEN '属于产业链' THEN 'IN_CHAIN' WHEN '引进' THEN 'ATTRACTS'
       ELSE 'SUBCHAIN_OF' END)
WITH a, b, type(r) AS relation, count(DISTINCT r.policyId) AS documents, min(r.policyId) AS policy_id,
     count(DISTINCT r.clauseId) AS clauses, min(r.quote) AS quote
WHERE documents = 1
MATCH (p:Policy {id: policy_id})
RETURN a.name AS source, relation, b.name AS target, clauses, p.name AS policy, quote
ORDER BY source, relation, target, a.id, b.id
