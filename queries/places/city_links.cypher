// name: city_links
// title: 地区之间的合作
// question: 哪些地区和城市群之间有合作，依据多少条款、多少文件，从何时起，涉及哪些产业链？
// parameter: place region = "" 只看与这个地区或城市群有关的
// column: a 地区
// column: b 合作方
// column: clauses 条款数
// column: documents 文件数
// column: first 最早年份
// column: last 最近年份
// column: modes 方式
// column: chains 同条款提到的产业链
MATCH (a)-[r:COOPERATES_WITH]->(b)
WHERE (a:Region OR a:CityGroup) AND (b:Region OR b:CityGroup) AND ($region = '' OR a.id = $region OR b.id = $region)
MATCH (p:Policy) WHERE p.id = r.policyId
OPTIONAL MATCH (c:Clause)-[:MENTIONS]->(k:IndustryChain) WHERE c.id = r.clauseId
WITH a, b, count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents,
     min(substring(p.issuedOn, 0, 4)) AS first, max(substring(p.issuedOn, 0, 4)) AS last,
     collect(DISTINCT r.mode) AS modes, collect(DISTINCT k.name) AS chains
RETURN CASE WHEN b.id = $region THEN b.name ELSE a.name END AS a, CASE WHEN b.id = $region THEN a.name ELSE b.name END AS b,
       clauses, documents, first, last, modes, chains
ORDER BY clauses DESC, a.name, b.name, a.id, b.id
