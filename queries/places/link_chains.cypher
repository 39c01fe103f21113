// name: link_chains
// title: 合作涉及的产业链
// question: 地区之间的合作围绕哪些产业链，各由多少条款写明，哪些地区参与？
// parameter: place region = "" 只看与这个地区或城市群有关的
// parameter: chain chain = "" 只看这条产业链
// column: chain 产业链
// column: clauses 条款数
// column: documents 文件数
// column: places 参与的地区
// column: modes 方式
// A chain counts where it is named in the very clause that states the cooperation.
MATCH (a:Region|CityGroup)-[r:COOPERATES_WITH]->(b:Region|CityGroup)
WHERE $region = '' OR a.id = $region OR b.id = $region
WITH a, b, r, r.clauseId AS clause_id
MATCH (c:Clause {id: clause_id})-[:MENTIONS]->(k:IndustryChain)
WHERE $chain = '' OR k.id = $chain
WITH k, count(DISTINCT r.clauseId) AS clauses, count(DISTINCT r.policyId) AS documents,
     collect(DISTINCT a.name) + collect(DISTINCT b.name) AS places, collect(DISTINCT r.mode) AS modes
RETURN k.name AS chain, clauses, documents, places, modes
ORDER BY clauses DESC, chain, k.id
