// Names and texts by words: CALL db.index.fulltext.queryNodes('liantu_names', '娄底') YIELD node, score
CREATE FULLTEXT INDEX liantu_names IF NOT EXISTS FOR (n:Liantu) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX liantu_clauses IF NOT EXISTS FOR (n:Liantu) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
