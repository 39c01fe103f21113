// name: city_links
// title: 地区之间的合作
// question: 哪些地区和城市群之间有合作，依据多少条款、多少文件，从何时起，涉及哪些产业链？
// parameter: place region = "" 只看与这个地区或城市群有关的
// parameter: text mode in "共建|对接|承接转移|融入|合作|合作研发|联盟|联动|协作|协同|一体化|互联互通|结对|飞地" = "" 只看这种方式的
// column: a 地区
// column: b 合作方
// column: clauses 条款数
// column: documents 文件数
// column: first 最早年份
// column: last 最近年份
// column: modes 方式
// column: chains 同条款提到的产业链
MATCH (x:Region|CityGroup)-[r:COOPERATES_WITH]->(y:Region|CityGroup)
WHERE ($region = '' OR x.id = $region OR y.id = $region)
  AND ($mode = '' OR r.mode = $mode)
WITH x, y, r, r.policyId AS policy_id, r.clauseId AS clause_id
MATCH (p:Policy {id: policy_id})
MATCH (c:Clause {id: clause_id})
OPTIONAL MATCH (c)-[:MENTIONS]->(k:IndustryChain)
WITH x, y, count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents,
     min(substring(p.issuedOn, 0, 4)) AS first, max(substring(p.issuedOn, 0, 4)) AS last,
     collect(DISTINCT r.mode) AS modes, collect(DISTINCT k.name) AS chains
RETURN CASE WHEN y.id = $region THEN y.name ELSE x.name END AS a, CASE WHEN y.id = $region THEN x.name ELSE y.name END AS b,
       clauses, documents, first, last, modes, chains
ORDER BY clauses DESC, x.name, y.name, x.id, y.id
