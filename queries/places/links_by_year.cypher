// name: links_by_year
// title: 合作逐年
// question: 各年发布的文件里写明了多少地区间的合作，涉及哪些方式和合作方？
// parameter: place region = "" 只看与这个地区或城市群有关的
// column: year 发布年份
// column: pairs 合作对数
// column: clauses 条款数
// column: documents 文件数
// column: modes 方式
// column: partners 参与的地区
MATCH (a:Region|CityGroup)-[r:COOPERATES_WITH]->(b:Region|CityGroup)
WHERE $region = '' OR a.id = $region OR b.id = $region
WITH a, b, r, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
WITH coalesce(substring(p.issuedOn, 0, 4), '未注明') AS year, r, a, b
RETURN year, count(DISTINCT a.id + ' ' + b.id) AS pairs, count(DISTINCT r.clauseId) AS clauses,
       count(DISTINCT r.policyId) AS documents, collect(DISTINCT r.mode) AS modes,
       collect(DISTINCT CASE WHEN a.id = $region THEN b.name ELSE a.name END)
       + collect(DISTINCT CASE WHEN b.id = $region THEN a.name ELSE b.name END) AS partners
ORDER BY year
