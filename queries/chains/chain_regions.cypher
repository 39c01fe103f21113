// name: chain_regions
// title: 发展某条产业链的地区和园区
// question: 哪些地区和园区发展这条产业链？
// parameter: chain chain 产业链
// column: place 地区或园区
// column: clauses 条款数
// column: documents 文件数
MATCH (a)-[r:DEVELOPS]->(k:IndustryChain {id: $chain})
WITH a, count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents
RETURN a.name AS place, clauses, documents
ORDER BY clauses DESC, place, a.id
