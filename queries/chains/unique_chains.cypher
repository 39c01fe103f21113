// name: unique_chains
// title: 一地独有的产业链
// question: 两三个地区（或一个城市群的成员）里，哪些产业链只有其中一地在发展？
// parameter: region a = "" 一个地区；三个地区和城市群都不给时比较所有的市
// parameter: region b = "" 另一个地区
// parameter: region c = "" 第三个地区
// parameter: group group = "" 一个城市群的成员
// parameter: text within in "是|否" = "否" 是否计入下辖地区和园区
// column: place 地区
// column: chain 产业链
// column: clauses 条款数
// column: documents 文件数
// column: quote 一句原文
MATCH (x:Region)
WHERE x.support IS NOT NULL AND (x.id IN [$a, $b, $c] OR ($a + $b + $c + $group = '' AND x:City)
   OR EXISTS { MATCH (x)-[:MEMBER_OF]->(g:CityGroup) WHERE g.id = $group })
WITH DISTINCT x
MATCH (y)-[:LOCATED_IN|PART_OF*0..4]->(x)
WHERE y.id = x.id OR $within = '是'
WITH DISTINCT x, y
MATCH (y)-[r:DEVELOPS]->(k:IndustryChain)
WITH k, count(DISTINCT x.id) AS number, min(x.name) AS place, min(x.id) AS place_id, count(DISTINCT r.clauseId) AS clauses,
     count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
WHERE number = 1
RETURN place, k.name AS chain, clauses, documents, quote
ORDER BY place, clauses DESC, chain, place_id, k.id
