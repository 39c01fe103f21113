// name: isolated
// title: 孤立的实体
// question: 哪些实体只是被提到，没有任何关系？
// parameter: text kind in "地区|城市群|园区|企业|产业链|机构|高校科研|重大项目|政策文件" = "" 只看这一类
// post: chinese
// column: label 类别
// column: name 名称
// column: clauses 提到它的条款数
// column: documents 文件数
MATCH (n)
WHERE n.support IS NOT NULL AND NOT n:Clause AND NOT n:Target AND NOT EXISTS { MATCH (n)-[r]-() WHERE r.quote IS NOT NULL }
  AND ($kind = '' OR ($kind = '地区' AND n:Region) OR ($kind = '城市群' AND n:CityGroup) OR ($kind = '园区' AND n:Park)
       OR ($kind = '企业' AND n:Enterprise) OR ($kind = '产业链' AND n:IndustryChain) OR ($kind = '机构' AND n:Agency)
       OR ($kind = '高校科研' AND n:Institution) OR ($kind = '重大项目' AND n:Project) OR ($kind = '政策文件' AND n:Policy))
MATCH (c:Clause)-[:MENTIONS]->(n)
WITH n, count(DISTINCT c.id) AS clauses, count(DISTINCT c.policyId) AS documents
RETURN head([l IN labels(n) WHERE NOT l IN ['Region', 'Liantu']]) AS label, n.name AS name, clauses, documents
ORDER BY label, documents DESC, clauses DESC, name, n.id
