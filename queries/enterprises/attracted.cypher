// name: attracted
// title: 拟引进而尚未落地的企业
// question: 哪些企业写明要引进，却没有哪份文件说它已在引进它的地方或该文件适用的地区？
// column: enterprise 企业
// column: wanted_by 由谁引进
// column: places 已知所在地
// column: documents 文件数
// column: quote 一句原文
// A firm that lies elsewhere has not come yet.
MATCH (a)-[r:ATTRACTS]->(e:Enterprise)
WHERE r.quote IS NOT NULL
WITH a, e, r, r.policyId AS policy_id
OPTIONAL MATCH (p:Policy {id: policy_id})-[:APPLIES_TO]->(x:Region)
WITH a, e, r, collect(DISTINCT x.id) AS regions
WITH a, e, r, regions + [a.id] AS here
WHERE NOT EXISTS { MATCH (e)-[:LOCATED_IN]->()-[:LOCATED_IN|PART_OF*0..4]->(y) WHERE y.id IN here }
OPTIONAL MATCH (e)-[:LOCATED_IN]->(l)
WITH e, collect(DISTINCT a.name) AS wanted_by, collect(DISTINCT l.name) AS places, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN e.name AS enterprise, wanted_by, places, documents, quote
ORDER BY enterprise, e.id
