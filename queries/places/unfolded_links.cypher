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
  RETURN a.id AS x, a.name AS x_name, b.id AS y, b.name AS y_name, r.clauseId AS said, null AS derived, null AS group_a, null AS group_b
  UNION ALL
  MATCH (m:Region)-[s:MEMBER_OF]->(g:CityGroup)
  WHERE s.quote IS NOT NULL
  WITH DISTINCT m, g
  MATCH (g)-[r:COOPERATES_WITH]-(b:Region)
  WHERE r.quote IS NOT NULL AND b.id <> m.id AND ($region = '' OR m.id = $region OR b.id = $region)
  RETURN m.id AS x, m.name AS x_name, b.id AS y, b.name AS y_name, null AS said, r.clauseId AS derived, g.name AS group_a, null AS group_b
  UNION ALL
  MATCH (g:CityGroup)-[r:COOPERATES_WITH]->(h:CityGroup)
  WHERE r.quote IS NOT NULL
  MATCH (g)<-[s:MEMBER_OF]-(m:Region)
  WHERE s.quote IS NOT NULL
  WITH DISTINCT r, g, h, m
  MATCH (h)<-[t:MEMBER_OF]-(n:Region)
  WHERE t.quote IS NOT NULL AND n.id <> m.id AND ($region = '' OR m.id = $region OR n.id = $region)
  RETURN m.id AS x, m.name AS x_name, n.id AS y, n.name AS y_name, null AS said, r.clauseId AS derived, g.name AS group_a, h.name AS group_b
}
WITH x, x_name, y, y_name, said, derived, group_a, group_b, y = $region OR ($region = '' AND y < x) AS turned
WITH CASE WHEN turned THEN y ELSE x END AS one, CASE WHEN turned THEN y_name ELSE x_name END AS one_name,
     CASE WHEN turned THEN x ELSE y END AS other, CASE WHEN turned THEN x_name ELSE y_name END AS other_name,
     said, derived, group_a, group_b
WITH one, one_name, other, other_name, count(DISTINCT said) AS stated, count(DISTINCT derived) AS derived,
     collect(DISTINCT group_a) + collect(DISTINCT group_b) AS via
RETURN one_name AS a, other_name AS b, stated, derived, via,
       CASE WHEN derived = 0 THEN '写明' WHEN stated = 0 THEN '推得' ELSE '写明；另有推得' END AS kind
ORDER BY stated DESC, derived DESC, a, b, one, other
