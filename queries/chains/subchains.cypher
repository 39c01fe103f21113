// name: subchains
// title: 子链
// question: 一条产业链下面有哪些子链，逐级怎样相属？
// parameter: chain chain = "" 只看这条产业链之下的；不给则从各条最上层的链看起
// column: top 产业链
// column: level 级
// column: path 逐级
// column: subchain 子链
// column: documents 文件数
// column: quote 一句原文
MATCH p = (s:IndustryChain)-[:SUBCHAIN_OF*1..5]->(t:IndustryChain)
WHERE s.support IS NOT NULL AND s.id <> t.id AND (t.id = $chain OR ($chain = '' AND NOT EXISTS { MATCH (t)-[:SUBCHAIN_OF]->() }))
WITH t, s, length(p) AS level, reduce(way = '', n IN nodes(p) | CASE way WHEN '' THEN n.name ELSE n.name + ' > ' + way END) AS path,
     nodes(p)[1] AS above
MATCH (s)-[r:SUBCHAIN_OF]->(u:IndustryChain) WHERE u.id = above.id
WITH t, s, level, path, count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN t.name AS top, level, path, s.name AS subchain, documents, quote
ORDER BY top, path, level, t.id, s.id
