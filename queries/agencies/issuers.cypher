// name: issuers
// title: 谁发布了什么
// question: 各机构发布了哪些文件，与谁联合发布？
// parameter: agency agency = "" 只看这个机构
// parameter: text joint in "是|否" = "" 只看（不）联合发布的
// column: agency 发布机构
// column: policy 文件
// column: number 文号
// column: issued 日期
// column: others 联合发布的机构
MATCH (a:Agency)-[r:ISSUED]->(p:Policy)
WHERE r.quote IS NOT NULL AND ($agency = '' OR a.id = $agency)
OPTIONAL MATCH (o:Agency)-[:ISSUED]->(p) WHERE o.id <> a.id
WITH a, p, collect(DISTINCT o.name) AS others
WHERE $joint = '' OR ($joint = '是') = (size(others) > 0)
RETURN a.name AS agency, p.name AS policy, p.number AS number, p.issuedOn AS issued, others
ORDER BY agency, coalesce(issued, ''), policy, a.id, p.id
