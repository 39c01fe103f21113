// name: chain_agencies
// title: 产业链的责任单位
// question: 哪些单位负责提到这条产业链的条款，牵头几条、参与几条？
// parameter: chain chain 产业链
// column: agency 单位
// column: lead 牵头
// column: member 参与
// column: documents 文件数
// column: clauses 条款
MATCH (a)-[r:RESPONSIBLE_FOR]->(c:Clause)-[:MENTIONS]->(k:IndustryChain {id: $chain})
WITH a, count(DISTINCT CASE r.role WHEN 'lead' THEN c.id END) AS lead, count(DISTINCT CASE r.role WHEN 'lead' THEN null ELSE c.id END) AS member,
     count(DISTINCT r.policyId) AS documents, collect(DISTINCT trim(c.name + ' ' + coalesce(c.heading, ''))) AS clauses
RETURN a.name AS agency, lead, member, documents, clauses
ORDER BY lead DESC, member DESC, agency, a.id
