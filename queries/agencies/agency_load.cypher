// name: agency_load
// title: 各单位任务量
// question: 各单位牵头、参与的条款各有多少？
// column: agency 单位
// column: lead 牵头
// column: member 参与
// column: documents 文件数
MATCH (a)-[r:RESPONSIBLE_FOR]->(c:Clause)
WHERE r.quote IS NOT NULL
WITH a, sum(CASE r.role WHEN 'lead' THEN 1 ELSE 0 END) AS lead, sum(CASE r.role WHEN 'lead' THEN 0 ELSE 1 END) AS member, count(DISTINCT r.policyId) AS documents
RETURN a.name AS agency, lead, member, documents
ORDER BY lead DESC, member DESC, agency, a.id
