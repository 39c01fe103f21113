// name: citations
// title: 文件的引用
// question: 某份文件引用了哪些文件、被哪些文件引用，方式是什么？
// parameter: policy policy = "" 只看这份文件的
// column: citing 引用的文件
// column: cited 被引用的文件
// column: number 文号
// column: mode 方式
// column: quote 原文
MATCH (p:Policy)-[r:CITES]->(q:Policy)
WHERE r.quote IS NOT NULL AND ($policy = '' OR p.id = $policy OR q.id = $policy)
RETURN p.name AS citing, q.name AS cited, q.number AS number, r.mode AS mode, r.quote AS quote
ORDER BY citing, cited, p.id, q.id, r.clauseId
