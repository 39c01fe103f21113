// name: chain_parks
// title: 产业链的园区
// question: 哪些园区发展哪些产业链，园区在哪里，链上有哪些企业在园区里？
// parameter: chain chain = "" 只看这条产业链
// parameter: text level in "国家级|省级" = "" 只看这一级的园区
// column: chain 产业链
// column: park 园区
// column: level 级别
// column: places 所在地
// column: enterprises 园区里的链上企业
// column: clauses 条款数
// column: quote 一句原文
MATCH (p:Park)-[r:DEVELOPS]->(k:IndustryChain)
WHERE ($chain = '' OR k.id = $chain) AND ($level = '' OR p.level = $level)
WITH p, k, count(DISTINCT r.clauseId) AS clauses, min(r.quote) AS quote
OPTIONAL MATCH (p)-[:LOCATED_IN]->(l)
WITH p, k, clauses, quote, collect(DISTINCT l.name) AS places
OPTIONAL MATCH (p)<-[:LOCATED_IN]-(e:Enterprise)-[:IN_CHAIN]->(k)
WITH p, k, clauses, quote, places, collect(DISTINCT e.name) AS enterprises
RETURN k.name AS chain, p.name AS park, p.level AS level, places, enterprises, clauses, quote
ORDER BY chain, clauses DESC, park, k.id, p.id
