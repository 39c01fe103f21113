// name: target_calendar
// title: 目标年历
// question: 各年到期的目标有多少，由多少地区、园区、产业链和企业承担，出自多少文件？
// parameter: policy policy = "" 只看这份文件
// column: year 目标年
// column: targets 目标数
// column: regions 地区数
// column: parks 园区数
// column: chains 产业链数
// column: enterprises 企业数
// column: documents 文件数
MATCH (s)-[r:HAS_TARGET]->(t:Target)
WHERE r.quote IS NOT NULL AND ($policy = '' OR r.policyId = $policy)
WITH coalesce(toString(t.year), '未注明') AS year, s, r, t
RETURN year, count(DISTINCT t.id) AS targets, count(DISTINCT CASE WHEN s:Region THEN s.id END) AS regions,
       count(DISTINCT CASE WHEN s:Park THEN s.id END) AS parks, count(DISTINCT CASE WHEN s:IndustryChain THEN s.id END) AS chains,
       count(DISTINCT CASE WHEN s:Enterprise THEN s.id END) AS enterprises, count(DISTINCT r.policyId) AS documents
ORDER BY year
