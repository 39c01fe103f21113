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
CALL () {
  MATCH (a:Region)-[r:COOPERATES_WITH]->(b:Region)
  WHERE r.quote IS NOT NULL AND ($region = '' OR a.id = $region OR b.id = $region)
  RETURN a AS x, b AS y, r.clauseId AS said, null AS derived, null AS group_a, null AS group_b
  UNION ALL
  MATCH (m:Region)-[s:MEMBER_OF]->(g:CityGroup)
  WHERE s.quote IS NOT NULL
  WITH DISTINCT m, g
  MATCH (g)-[r:COOPERATES_WITH]-(b:Region)
  WHERE r.quote IS NOT NULL AND b.id <> m.id AND ($region = '' OR m.id = $region OR b.id = $region)
  RETURN m AS x, b AS y, null AS said, r.clauseId AS derived, g.name AS group_a, null AS group_b
  UNION ALL
  MATCH (g:CityGroup)-[r:COOPERATES_WITH]->(h:CityGroup)
  WHERE r.quote IS NOT NULL
  MATCH (g)<-[s:MEMBER_OF]-(m:Region)
  WHERE s.quote IS NOT NULL
  WITH DISTINCT r, g, h, m
  MATCH (h)<-[t:MEMBER_OF]-(n:Region)
  WHERE t.quote IS NOT NULL AND n.id <> m.id AND ($region = '' OR m.id = $region OR n.id = $region)
  RETURN m AS x, n AS y, null AS said, r.clauseId AS derived, g.name AS group_a, h.name AS group_b
}
WITH said, derived, group_a, group_b, CASE WHEN y.id = $region OR ($region = '' AND y.id < x.id) THEN y ELSE x END AS one,
     CASE WHEN y.id = $region OR ($region = '' AND y.id < x.id) THEN x ELSE y END AS other
WITH one, other, count(DISTINCT said) AS stated, count(DISTINCT derived) AS derived,
     collect(DISTINCT group_a) + collect(DISTINCT group_b) AS via
RETURN one.name AS a, other.name AS b, stated, derived, via,
       CASE WHEN derived = 0 THEN '写明' WHEN stated = 0 THEN '推得' ELSE '写明；另有推得' END AS kind
ORDER BY stated DESC, derived DESC, one.name, other.name, one.id, other.id
