// name: unlocated
// title: 没有所在地的实体
// question: 哪些园区、企业、高校科研单位和项目没有任何文件说它在哪里？
// parameter: text kind in "园区|企业|高校科研|重大项目" = "" 只看这一类
// post: chinese
// column: label 类别
// column: name 名称
// column: documents 文件数
// column: policies 提到的文件
MATCH (n)<-[:MENTIONS]-(c:Clause)
WHERE (n:Park OR n:Enterprise OR n:Institution OR n:Project) AND NOT EXISTS { MATCH (n)-[:LOCATED_IN]->() }
  AND ($kind = '' OR ($kind = '园区' AND n:Park) OR ($kind = '企业' AND n:Enterprise) OR ($kind = '高校科研' AND n:Institution)
       OR ($kind = '重大项目' AND n:Project))
WITH n, c.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
WITH n, count(DISTINCT p.id) AS documents, collect(DISTINCT p.name) AS policies
RETURN head([l IN labels(n) WHERE NOT l IN ['Region', 'Liantu']]) AS label, n.name AS name, documents, policies
ORDER BY label, documents DESC, name, n.id
