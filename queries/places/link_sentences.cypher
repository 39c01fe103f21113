// name: link_sentences
// title: 合作的原文
// question: 某个地区的合作是哪份文件、哪一条、哪句话说的？
// parameter: place region 地区或城市群
// column: partner 合作方
// column: policy 文件
// column: number 文号
// column: issued 日期
// column: clause 条款
// column: quote 原文
// column: confidence 置信度
MATCH (a:Region|CityGroup {id: $region})-[r:COOPERATES_WITH]-(b)
WITH b, r, r.policyId AS policy_id, r.clauseId AS clause_id
MATCH (p:Policy {id: policy_id})
MATCH (c:Clause {id: clause_id})
RETURN b.name AS partner, p.name AS policy, p.number AS number, p.issuedOn AS issued, c.number AS clause, r.quote AS quote, r.confidence AS confidence
ORDER BY partner, policy, c.position, b.id, c.id
