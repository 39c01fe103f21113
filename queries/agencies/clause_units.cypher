// name: clause_units
// title: 文件各条款的责任单位
// question: 一份文件的各条款由谁负责？
// parameter: policy policy 政策文件
// column: clause 条款
// column: heading 条款标题
// column: lead 牵头单位
// column: member 责任单位
MATCH (p:Policy {id: $policy})-[:HAS_CLAUSE]->(c:Clause)<-[r:RESPONSIBLE_FOR]-(a)
WITH c, collect(CASE r.role WHEN 'lead' THEN a.name ELSE '' END) AS lead, collect(CASE r.role WHEN 'lead' THEN '' ELSE a.name END) AS member
RETURN c.number AS clause, c.heading AS heading, lead, member
ORDER BY c.position, c.id
