// name: central_places
// title: 合作网络的中心
// question: 哪些地区和城市群在合作网络里最居中：合作方最多、合作最密、联络他人最多？
// parameter: text level in "省|市|县区|乡镇街道|城市群" = "" 只列这一级的（仍按整个网络计算）
// post: centrality
// column: name 地区
// column: partners 合作方数
// column: strength 条款数之和
// column: between 中介度
MATCH (a:Region|CityGroup)-[r:COOPERATES_WITH]->(b:Region|CityGroup)
WHERE r.quote IS NOT NULL
WITH a, b, count(DISTINCT r.clauseId) AS weight
WITH a, b, weight, CASE WHEN a:Province THEN '省' WHEN a:City THEN '市' WHEN a:County THEN '县区'
                        WHEN a:CityGroup THEN '城市群' ELSE '乡镇街道' END AS level_a,
     CASE WHEN b:Province THEN '省' WHEN b:City THEN '市' WHEN b:County THEN '县区'
          WHEN b:CityGroup THEN '城市群' ELSE '乡镇街道' END AS level_b
RETURN a.id AS source, CASE WHEN $level = '' OR level_a = $level THEN a.name END AS source_name,
       b.id AS target, CASE WHEN $level = '' OR level_b = $level THEN b.name END AS target_name, weight
ORDER BY source, target
