// name: review_names
// title: 待核对的名称
// question: 没有人更正过的名称各出现在多少份文件、多少条里，例如哪一条？
// parameter: number documents = "1" 至少在几份文件中
// parameter: number clauses = "1" 至少在几条中
// column: label 类别
// column: name 名称
// column: aliases 又名
// column: documents 文件数
// column: clauses 条数
// column: policy 例文件
// column: clause 例条款
// column: text 条文
MATCH (c:Clause)-[:MENTIONS]->(n)
WHERE n.support IS NOT NULL AND n.correction IS NULL AND NOT n:Region AND NOT n:Target AND NOT n:Policy
WITH n, count(DISTINCT c.policyId) AS documents, count(DISTINCT c.id) AS clauses, min(c.id) AS first
WHERE documents >= $documents AND clauses >= $clauses
MATCH (c:Clause {id: first})
WITH n, documents, clauses, c, c.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
RETURN head([l IN labels(n) WHERE NOT l IN ['Region', 'Liantu']]) AS label, n.name AS name, n.aliases AS aliases, documents, clauses,
       p.name AS policy, c.number AS clause, c.text AS text
ORDER BY documents DESC, clauses DESC, label, name, n.id
