// name: attracted
// title: 拟引进而尚未落地的企业
// question: 哪些企业写明要引进，却没有哪份文件说它已在引进它的地方或该文件适用的地区？
// column: enterprise 企业
// column: wanted_by 由谁引进
// column: places 已知所在地
// column: documents 文件数
// column: quote 一句原文
// A firm that lies elsewhere has not come yet.
MATCH (e:Enterprise)<-[w:ATTRACTS]-()
WHERE w.quote IS NOT NULL
WITH DISTINCT e
OPTIONAL MATCH (e)-[:LOCATED_IN]->(l)
WITH e, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:LOCATED_IN|PART_OF*0..4]->(y)
WITH e, places, collect(DISTINCT y.id) AS lies
MATCH (a)-[r:ATTRACTS]->(e)
WHERE NOT a.id IN lies
WITH a, e, places, lies, r, r.policyId AS policy_id
MATCH (p:Policy {id: policy_id})
WHERE NOT EXISTS { MATCH (p)-[:APPLIES_TO]->(x:Region) WHERE x.id IN lies }
WITH e, places, collect(DISTINCT a.name) AS wanted_by, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN e.name AS enterprise, wanted_by, places, documents, quote
ORDER BY enterprise, e.id
