// name: attracted
// title: 拟引进而尚无落地记载的企业
// question: 哪些企业写明要引进，却还没有哪份文件说它位于何处？
// column: enterprise 企业
// column: wanted_by 由谁引进
// column: documents 文件数
// column: quote 一句原文
MATCH (a)-[r:ATTRACTS]->(e:Enterprise)
WHERE r.quote IS NOT NULL AND NOT (e)-[:LOCATED_IN]->()
WITH e, collect(DISTINCT a.name) AS wanted_by, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN e.name AS enterprise, wanted_by, documents, quote
ORDER BY enterprise, e.id
