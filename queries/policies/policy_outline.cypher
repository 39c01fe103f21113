// name: policy_outline
// title: 文件的条款
// question: 一份文件有哪些条款，各由谁牵头、谁参与，说到哪些产业链，定了几个目标？
// parameter: policy policy 政策文件
// column: clause 条款
// column: heading 条款标题
// column: lead 牵头单位
// column: member 责任单位
// column: chains 提到的产业链
// column: targets 目标数
MATCH (p:Policy {id: $policy})-[:HAS_CLAUSE]->(c:Clause)
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(c)
WITH c, collect(DISTINCT CASE r.role WHEN 'lead' THEN a.name END) AS lead,
     collect(DISTINCT CASE r.role WHEN 'lead' THEN null ELSE a.name END) AS member
OPTIONAL MATCH (c)-[:MENTIONS]->(k:IndustryChain)
WITH c, lead, member, collect(DISTINCT k.name) AS chains
OPTIONAL MATCH (c)-[:MENTIONS]->(t:Target)
WITH c, lead, member, chains, count(DISTINCT t.id) AS targets
RETURN c.name AS clause, c.heading AS heading, lead, member, chains, targets
ORDER BY c.position, c.id
