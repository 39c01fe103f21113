// name: linking_enterprises
// title: 联结两地的企业
// question: 哪些企业与两个地区都有联系：位于、拟引进、合作，或同当地的企业、园区、院校合作？
// parameter: region a 一个地区
// parameter: region b 另一个地区
// column: enterprise 企业
// column: ties_a 与前者的联系
// column: ties_b 与后者的联系
// column: quote_a 前者的一句原文
// column: quote_b 后者的一句原文
MATCH (e:Enterprise)-[r:LOCATED_IN|ATTRACTS|COOPERATES_WITH]-(u)-[:LOCATED_IN|PART_OF*0..4]->(x:Region {id: $a})
WITH e, collect(DISTINCT CASE type(r) WHEN 'LOCATED_IN' THEN '位于' WHEN 'ATTRACTS' THEN '拟引进：' ELSE '合作：' END + u.name) AS ties_a,
     min(r.quote) AS quote_a
MATCH (e)-[s:LOCATED_IN|ATTRACTS|COOPERATES_WITH]-(v)-[:LOCATED_IN|PART_OF*0..4]->(y:Region {id: $b})
WITH e, ties_a, quote_a,
     collect(DISTINCT CASE type(s) WHEN 'LOCATED_IN' THEN '位于' WHEN 'ATTRACTS' THEN '拟引进：' ELSE '合作：' END + v.name) AS ties_b,
     min(s.quote) AS quote_b
RETURN e.name AS enterprise, ties_a, ties_b, quote_a, quote_b
ORDER BY enterprise, e.id
