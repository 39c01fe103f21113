// name: policies_in_force
// title: 某日有效的文件
// question: 某一天哪些已读入的文件已经发布、尚未过期、也没有被别的文件废止？
// parameter: date day 日期，如 2025-06-30
// column: policy 文件
// column: number 文号
// column: issued 日期
// column: until 有效期至
// A date may be a year or a month only: it is compared with as much of the day. What repeals a document may call it by
// its number or its short title.
MATCH (p:Policy)
WHERE p.ingested = true AND p.support IS NOT NULL AND p.issuedOn IS NOT NULL AND p.issuedOn <= $day
  AND (p.effectiveUntil IS NULL OR p.effectiveUntil >= substring($day, 0, size(p.effectiveUntil)))
OPTIONAL MATCH (q:Policy)-[r:CITES]->(x:Policy)
WHERE r.mode = '废止' AND q.issuedOn <= $day AND (x.id = p.id OR x.number = p.number OR x.name IN p.aliases)
WITH p, count(q) AS repealed
WHERE repealed = 0
RETURN p.name AS policy, p.number AS number, p.issuedOn AS issued, p.effectiveUntil AS until
ORDER BY issued DESC, policy, p.id
