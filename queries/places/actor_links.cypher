// name: actor_links
// title: 园区、企业、院校之间的合作
// question: 哪些园区、企业和高校科研单位写明要合作，方式是什么，依据哪句话？
// parameter: text kind in "园区|企业|高校科研" = "" 只看有这类主体参与的
// parameter: entity entity = "" 只看与它有关的
// column: a 主体
// column: b 合作方
// column: modes 方式
// column: clauses 条款数
// column: documents 文件数
// column: quote 一句原文
MATCH (x)-[r:COOPERATES_WITH]->(y)
WHERE r.quote IS NOT NULL AND NOT ((x:Region OR x:CityGroup) AND (y:Region OR y:CityGroup))
  AND ($entity = '' OR x.id = $entity OR y.id = $entity)
  AND ($kind = '' OR ($kind = '园区' AND (x:Park OR y:Park)) OR ($kind = '企业' AND (x:Enterprise OR y:Enterprise))
       OR ($kind = '高校科研' AND (x:Institution OR y:Institution)))
WITH x, y, collect(DISTINCT r.mode) AS modes, count(DISTINCT r.clauseId) AS clauses,
     count(DISTINCT r.policyId) AS documents, min(r.quote) AS quote
RETURN CASE WHEN y.id = $entity THEN y.name ELSE x.name END AS a, CASE WHEN y.id = $entity THEN x.name ELSE y.name END AS b,
       modes, clauses, documents, quote
ORDER BY clauses DESC, x.name, y.name, x.id, y.id
