// name: policies
// title: 已读入的文件
// question: 图里有哪些文件，各有多少条款？
// column: policy 文件
// column: number 文号
// column: issuer 发布机构
// column: issued 日期
// column: genre 文种
// column: region 适用地区
// column: clauses 条款数
MATCH (p:Policy)
WHERE p.ingested = true AND p.support IS NOT NULL
OPTIONAL MATCH (a:Agency)-[:ISSUED]->(p)
OPTIONAL MATCH (p)-[:HAS_CLAUSE]->(c:Clause)
WITH p, collect(DISTINCT a.name) AS issuer, count(DISTINCT c.id) AS clauses
RETURN p.name AS policy, p.number AS number, issuer, p.issuedOn AS issued, p.genre AS genre, p.region AS region, clauses
ORDER BY coalesce(p.issuedOn, '') DESC, policy, p.id
