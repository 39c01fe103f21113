// name: unassigned_clauses
// title: 没有责任单位的条款
// question: 在写明了分工的文件里，哪些条款没有责任单位，上级条款也没有？
// parameter: policy policy = "" 只看这份文件
// column: policy 文件
// column: number 文号
// column: clause 条款
// column: heading 条款标题
// column: text 正文
// Only clauses at the bottom of the tree: a heading over others bears no duty. What stands before the first is left out.
MATCH (p:Policy)-[:HAS_CLAUSE]->(c:Clause)
WHERE ($policy = '' OR p.id = $policy) AND c.position > 0 AND c.number <> ''
  AND EXISTS { MATCH (p)-[:HAS_CLAUSE]->(:Clause)<-[:RESPONSIBLE_FOR]-() }
  AND NOT EXISTS { MATCH (p)-[:HAS_CLAUSE]->(x:Clause)<-[:RESPONSIBLE_FOR]-() WHERE x.number <> '' AND c.number STARTS WITH x.number }
  AND NOT EXISTS { MATCH (p)-[:HAS_CLAUSE]->(y:Clause) WHERE y.id <> c.id AND y.number STARTS WITH c.number }
RETURN p.name AS policy, p.number AS number, c.number AS clause, c.heading AS heading, c.text AS text
ORDER BY policy, c.position, p.id, c.id
