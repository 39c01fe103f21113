// name: policy_lineage
// title: 文件的来龙去脉
// question: 某份文件逐级依据、转发、修订或废止了哪些文件，又被哪些文件引用？
// parameter: policy policy 政策文件
// parameter: text mode in "依据|贯彻|转发|修订|废止" = "" 只沿这种方式追
// column: direction 方向
// column: level 级
// column: policy 文件
// column: number 文号
// column: issued 日期
// column: modes 末级方式
// column: ways 经由
CALL () {
  MATCH way = (p:Policy {id: $policy})-[:CITES*1..4]->(q:Policy)
  WHERE q.id <> p.id AND ALL(r IN relationships(way) WHERE $mode = '' OR r.mode = $mode)
  RETURN '它引用的' AS direction, q, length(way) AS level, last(relationships(way)).mode AS mode,
         reduce(names = '', n IN nodes(way) | CASE names WHEN '' THEN n.name ELSE names + ' → ' + n.name END) AS path
  UNION ALL
  MATCH way = (q:Policy)-[:CITES*1..4]->(p:Policy {id: $policy})
  WHERE q.id <> p.id AND ALL(r IN relationships(way) WHERE $mode = '' OR r.mode = $mode)
  RETURN '引用它的' AS direction, q, length(way) AS level, head(relationships(way)).mode AS mode,
         reduce(names = '', n IN nodes(way) | CASE names WHEN '' THEN n.name ELSE names + ' → ' + n.name END) AS path
}
WITH direction, q, min(level) AS level, collect(DISTINCT mode) AS modes, collect(DISTINCT path) AS ways
RETURN direction, level, q.name AS policy, q.number AS number, q.issuedOn AS issued, modes, ways
ORDER BY direction DESC, level, policy, q.id
