// name: agency_pairs
// title: 总在一起的单位
// question: 哪些单位总是共同负责条款：一方从不离开另一方，或两方从不分开？
// parameter: agency agency = "" 只看与这个单位一起的
// parameter: integer least = "2" 至少共同负责这么多条款
// parameter: text always in "是|否" = "是" 只列总在一起的；否则凡共同负责的都列
// column: a 单位
// column: b 另一单位
// column: together 共同负责的条款数
// column: all_a 前者的条款数
// column: all_b 后者的条款数
// column: bond 谁离不开谁
// column: documents 文件数
MATCH (one)-[r:RESPONSIBLE_FOR]->(c:Clause)<-[:RESPONSIBLE_FOR]-(other)
WHERE r.quote IS NOT NULL AND one.id < other.id AND ($agency = '' OR one.id = $agency OR other.id = $agency)
WITH one, other, count(DISTINCT c.id) AS together, count(DISTINCT r.policyId) AS documents
WHERE together >= $least
WITH one, other, together, documents, COUNT { MATCH (one)-[:RESPONSIBLE_FOR]->(:Clause) } AS all_a,
     COUNT { MATCH (other)-[:RESPONSIBLE_FOR]->(:Clause) } AS all_b
WHERE $always = '否' OR together = all_a OR together = all_b
RETURN one.name AS a, other.name AS b, together, all_a, all_b,
       CASE WHEN together = all_a AND together = all_b THEN '互不分开' WHEN together = all_a THEN '前者离不开后者'
            WHEN together = all_b THEN '后者离不开前者' ELSE '各有其他' END AS bond, documents
ORDER BY together DESC, one.name, other.name, one.id, other.id
