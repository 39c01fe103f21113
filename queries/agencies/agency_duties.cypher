// name: agency_duties
// title: 单位负责的条款
// question: 某个单位负责哪些条款，是牵头还是参与？
// parameter: agency agency 机构、企业或高校
// column: policy 文件
// column: number 文号
// column: clause 条款
// column: heading 条款标题
// column: role 角色
MATCH (a:Agency|Enterprise|Institution {id: $agency})-[r:RESPONSIBLE_FOR]->(c:Clause)
WITH r, c, c.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN p.name AS policy, p.number AS number, c.number AS clause, c.heading AS heading, CASE r.role WHEN 'lead' THEN '牵头' ELSE '参与' END AS role
ORDER BY policy, c.position, c.id
