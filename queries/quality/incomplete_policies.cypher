// name: incomplete_policies
// title: 元数据不全的文件
// question: 哪些已读入的文件没有读出文号、日期、发布机构、适用地区或有效期？
// parameter: text missing in "文号|日期|发布机构|适用地区|有效期" = "" 只看缺这一项的
// column: policy 文件
// column: missing 缺什么
// column: source 来源
MATCH (p:Policy)
WHERE p.ingested = true AND p.support IS NOT NULL
OPTIONAL MATCH (a:Agency)-[:ISSUED]->(p)
WITH p, count(a) AS issuers
OPTIONAL MATCH (p)-[:APPLIES_TO]->(x:Region)
WITH p, issuers, count(x) AS regions
WITH p, [gap IN [CASE WHEN coalesce(p.number, '') = '' THEN '文号' ELSE '' END,
                 CASE WHEN coalesce(p.issuedOn, '') = '' THEN '日期' ELSE '' END,
                 CASE WHEN issuers = 0 THEN '发布机构' ELSE '' END, CASE WHEN regions = 0 THEN '适用地区' ELSE '' END,
                 CASE WHEN coalesce(p.effectiveUntil, '') = '' THEN '有效期' ELSE '' END] WHERE gap <> ''] AS missing
WHERE size(missing) > 0 AND ($missing = '' OR $missing IN missing)
RETURN p.name AS policy, missing, p.source AS source
ORDER BY policy, p.id
