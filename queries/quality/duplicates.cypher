// name: duplicates
// title: 可疑的重复
// question: 哪些同类实体可能是同一个：同名或同别名、名称相含、写法相近？
// parameter: number least = "85" 写法相近到百分之几才算
// parameter: text kind in "城市群|园区|企业|产业链|机构|高校科研|重大项目|政策文件" = "" 只看这一类
// post: likeness, chinese
// column: label 类别
// column: a 名称
// column: b 另一名称
// column: likeness 相近度（%）
// column: reason 缘由
MATCH (n)
WHERE n.support IS NOT NULL AND NOT n:Region AND NOT n:Clause AND NOT n:Target
  AND ($kind = '' OR ($kind = '城市群' AND n:CityGroup) OR ($kind = '园区' AND n:Park) OR ($kind = '企业' AND n:Enterprise)
       OR ($kind = '产业链' AND n:IndustryChain) OR ($kind = '机构' AND n:Agency) OR ($kind = '高校科研' AND n:Institution)
       OR ($kind = '重大项目' AND n:Project) OR ($kind = '政策文件' AND n:Policy))
RETURN n.id AS id, head([l IN labels(n) WHERE NOT l IN ['Region', 'Liantu']]) AS label, n.name AS name, n.aliases AS aliases
ORDER BY id
