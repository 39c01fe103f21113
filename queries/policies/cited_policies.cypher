// name: cited_policies
// title: 被引用的文件
// question: 哪些文件被引用得最多，其中哪些还没有读入、值得补读？
// parameter: text ingested in "是|否" = "" 只看（没有）读入的
// column: policy 被引用的文件
// column: number 文号
// column: ingested 已读入
// column: documents 引用它的文件数
// column: modes 方式
// column: citing 引用它的文件
// What was read may be cited by its number or under its short title.
MATCH (p:Policy)-[r:CITES]->(q:Policy)
WHERE r.quote IS NOT NULL
WITH q, count(DISTINCT p.id) AS documents, collect(DISTINCT r.mode) AS modes, collect(DISTINCT p.name) AS citing
WITH q, documents, modes, citing, CASE
       WHEN q.ingested = true THEN '是'
       WHEN EXISTS { MATCH (x:Policy) WHERE x.ingested = true AND x.support IS NOT NULL AND (x.number = q.number OR q.name IN x.aliases) } THEN '是'
       ELSE '否' END AS ingested
WHERE $ingested = '' OR ingested = $ingested
RETURN q.name AS policy, q.number AS number, ingested, documents, modes, citing
ORDER BY documents DESC, policy, q.id
