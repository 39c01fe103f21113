// name: unfolded_links
// title: 合作展开到城市群成员
// question: 把与城市群的合作按成员展开后，哪些地区之间有合作，几条是直接写明的，几条是由城市群推得的？
// parameter: place region = "" 只看与这个地区有关的
// column: a 地区
// column: b 合作方
// column: stated 写明的条款数
// column: derived 推得的条款数
// column: via 经由的城市群
// column: kind 依据
// A clause may state a link with a place and with its group: the two counts are not to be added.
MATCH (a)-[r:COOPERATES_WITH]->(b)
WHERE (a:Region OR a:CityGroup) AND (b:Region OR b:CityGroup)
OPTIONAL MATCH (m:Region)-[:MEMBER_OF]->(a)
OPTIONAL MATCH (n:Region)-[:MEMBER_OF]->(b)
WITH r, CASE WHEN a:CityGroup THEN a.name END AS group_a, CASE WHEN b:CityGroup THEN b.name END AS group_b,
     coalesce(m, a) AS x, coalesce(n, b) AS y
WHERE x:Region AND y:Region AND x.id <> y.id AND ($region = '' OR x.id = $region OR y.id = $region)
WITH r, group_a, group_b, CASE WHEN y.id = $region OR ($region = '' AND y.id < x.id) THEN y ELSE x END AS one,
     CASE WHEN y.id = $region OR ($region = '' AND y.id < x.id) THEN x ELSE y END AS other
WITH one, other, count(DISTINCT CASE WHEN group_a IS NULL AND group_b IS NULL THEN r.clauseId END) AS stated,
     count(DISTINCT CASE WHEN group_a IS NOT NULL OR group_b IS NOT NULL THEN r.clauseId END) AS derived,
     collect(DISTINCT group_a) + collect(DISTINCT group_b) AS via
RETURN one.name AS a, other.name AS b, stated, derived, via,
       CASE WHEN derived = 0 THEN '写明' WHEN stated = 0 THEN '推得' ELSE '写明；另有推得' END AS kind
ORDER BY stated DESC, derived DESC, one.name, other.name, one.id, other.id
