// name: shared_chains
// title: 几地共有的产业链
// question: 两三个地区（或一个城市群的成员）里，哪些产业链不止一地在发展，各有多少条款？
// parameter: region a = "" 一个地区；三个地区和城市群都不给时比较所有的市
// parameter: region b = "" 另一个地区
// parameter: region c = "" 第三个地区
// parameter: group group = "" 一个城市群的成员
// parameter: text within in "是|否" = "否" 是否计入下辖地区和园区
// column: chain 产业链
// column: number 几地
// column: everywhere 是否各地都有
// column: places 地区（条款数）
// column: clauses 条款数之和
MATCH (x:Region)
WHERE x.support IS NOT NULL AND (x.id IN [$a, $b, $c] OR ($a + $b + $c + $group = '' AND x:City)
   OR EXISTS { MATCH (x)-[:MEMBER_OF]->(g:CityGroup) WHERE g.id = $group })
WITH collect(DISTINCT x) AS asked
WITH asked, size(asked) AS wanted
UNWIND asked AS x
MATCH (y)-[:LOCATED_IN|PART_OF*0..4]->(x)
WHERE y.id = x.id OR $within = '是'
WITH DISTINCT wanted, x, y
MATCH (y)-[r:DEVELOPS]->(k:IndustryChain)
WITH wanted, x, k, count(DISTINCT r.clauseId) AS own
WITH wanted, k, count(x) AS number, sum(own) AS clauses, collect(x.name + '（' + toString(own) + '）') AS places
WHERE number > 1
RETURN k.name AS chain, number, CASE WHEN number = wanted THEN '是' ELSE '否' END AS everywhere, places, clauses
ORDER BY number DESC, clauses DESC, chain, k.id
