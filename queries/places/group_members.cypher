// name: group_members
// title: 城市群的成员
// question: 文件里提到的城市群各有哪些成员？
// parameter: group group = "" 只看这个城市群
// column: city_group 城市群
// column: member 成员
// column: documents 文件数
MATCH (a:Region)-[r:MEMBER_OF]->(g:CityGroup)
WHERE r.quote IS NOT NULL AND ($group = '' OR g.id = $group)
WITH g, a, count(DISTINCT r.policyId) AS documents
RETURN g.name AS city_group, a.name AS member, documents
ORDER BY city_group, member, g.id, a.id
