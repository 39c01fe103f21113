// name: chain_policies
// title: 提到某条产业链的文件
// question: 历年哪些文件提到这条产业链，在多少条款里，适用于哪里？
// parameter: chain chain 产业链
// column: issued 日期
// column: policy 文件
// column: number 文号
// column: regions 适用地区
// column: clauses 条款数
// column: headings 条款
MATCH (p:Policy)-[:HAS_CLAUSE]->(c:Clause)-[:MENTIONS]->(k:IndustryChain {id: $chain})
OPTIONAL MATCH (p)-[:APPLIES_TO]->(x:Region)
WITH p, collect(DISTINCT x.name) AS regions, count(DISTINCT c.id) AS clauses,
     collect(DISTINCT trim(c.name + ' ' + coalesce(c.heading, ''))) AS headings
RETURN p.issuedOn AS issued, p.name AS policy, p.number AS number, regions, clauses, headings
ORDER BY coalesce(issued, ''), policy, p.id
