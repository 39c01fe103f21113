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
// The tree is in the ids of the clauses: …#2.1 is the first under …#2.
MATCH (:Clause)<-[r:RESPONSIBLE_FOR]-()
WITH DISTINCT r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})-[:HAS_CLAUSE]->(c:Clause)
WHERE ($policy = '' OR p.id = $policy) AND c.position > 0 AND c.number <> ''
WITH p, c, c.id + '.1' AS below, split(c.id, '#') AS parts
WITH p, c, below, last(parts) AS path, substring(c.id, 0, size(c.id) - size(last(parts))) AS root
OPTIONAL MATCH (x:Clause {id: below})
WITH p, c, path, root, x
WHERE x IS NULL
WITH p, c, root, split(path, '.') AS steps
UNWIND range(1, size(steps)) AS depth
WITH p, c, root + reduce(way = '', step IN steps[0..depth] | CASE way WHEN '' THEN step ELSE way + '.' + step END) AS above
OPTIONAL MATCH (:Clause {id: above})<-[d:RESPONSIBLE_FOR]-()
WITH p, c, count(d) AS duties
WHERE duties = 0
RETURN p.name AS policy, p.number AS number, c.number AS clause, c.heading AS heading, c.text AS text
ORDER BY policy, c.position, p.id, c.id
