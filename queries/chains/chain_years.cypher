// name: chain_years
// title: 产业链逐年
// question: 各年的文件提到哪些产业链，在多少文件、多少条款里？
// parameter: chain chain = "" 只看这条产业链
// parameter: integer least = "1" 当年至少这么多文件提到
// column: year 发布年份
// column: chain 产业链
// column: documents 文件数
// column: clauses 条款数
MATCH (p:Policy)-[:HAS_CLAUSE]->(c:Clause)-[:MENTIONS]->(k:IndustryChain)
WHERE $chain = '' OR k.id = $chain
WITH coalesce(substring(p.issuedOn, 0, 4), '未注明') AS year, k, count(DISTINCT p.id) AS documents, count(DISTINCT c.id) AS clauses
WHERE documents >= $least
RETURN year, k.name AS chain, documents, clauses
ORDER BY year, documents DESC, clauses DESC, chain, k.id
