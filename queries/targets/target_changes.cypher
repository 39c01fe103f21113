// name: target_changes
// title: 目标的变化
// question: 一份文件修订或废止另一份后，同一主体的同一指标怎样变化，哪些新增、取消？
// parameter: policy policy = "" 只看这份新文件
// column: policy 新文件
// column: replaced 旧文件
// column: subject 主体
// column: metric 指标
// column: before 旧目标
// column: after 新目标
// column: change 变化
// The older one may be called by its number or its short title.
MATCH (p:Policy)-[c:CITES]->(x:Policy)
WHERE c.mode IN ['修订', '废止'] AND ($policy = '' OR p.id = $policy)
WITH DISTINCT p, x
MATCH (q:Policy)
WHERE q.ingested = true AND q.support IS NOT NULL AND q.id <> p.id AND (q.id = x.id OR q.number = x.number OR x.name IN q.aliases)
WITH DISTINCT p, q
UNWIND [p, q] AS d
MATCH (d)-[:HAS_CLAUSE]->(:Clause)-[:MENTIONS]->(t:Target)<-[r:HAS_TARGET]-(s)
WHERE r.policyId = d.id
WITH p, q, s, t.metric AS metric, collect(DISTINCT CASE d.id WHEN q.id THEN t.name END) AS before,
     collect(DISTINCT CASE d.id WHEN p.id THEN t.name END) AS after
RETURN p.name AS policy, q.name AS replaced, s.name AS subject, metric, before, after,
       CASE WHEN size(before) = 0 THEN '新增' WHEN size(after) = 0 THEN '取消'
            WHEN ALL(x IN before WHERE x IN after) AND ALL(y IN after WHERE y IN before) THEN '不变' ELSE '调整' END AS change
ORDER BY policy, replaced, subject, metric, p.id, q.id, s.id
