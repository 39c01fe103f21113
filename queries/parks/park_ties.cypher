// name: park_ties
// title: 园区的联系
// question: 一个园区与谁有联系：在哪里，谁在园内，发展什么，与谁合作，引进谁，有什么目标？
// parameter: park park 园区
// post: chinese
// column: relation 关系
// column: direction 方向
// column: partner 对方
// column: label 类别
// column: clauses 条款数
// column: documents 文件数
// column: quote 一句原文
MATCH (p:Park {id: $park})-[r]-(x)
WHERE r.quote IS NOT NULL
WITH type(r) AS relation, x, CASE WHEN type(r) = 'COOPERATES_WITH' THEN '相互' WHEN startNode(r).id = $park THEN '园区→对方' ELSE '对方→园区' END AS direction,
     count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN relation, direction, x.name AS partner, head([l IN labels(x) WHERE NOT l IN ['Region', 'Liantu']]) AS label, clauses, documents, quote
ORDER BY relation, direction, clauses DESC, partner, x.id
