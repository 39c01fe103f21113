// name: rules
// title: 规则与事实
// question: 每条抽取规则得出多少事实，置信度多高，出自多少文件？
// parameter: number below = "1.01" 只看置信度低于此的规则
// post: chinese
// column: rule 规则
// column: relation 关系
// column: facts 事实数
// column: documents 文件数
// column: confidence 置信度
MATCH ()-[r]->()
WHERE r.quote IS NOT NULL AND r.confidence < $below
RETURN r.rule AS rule, type(r) AS relation, count(r) AS facts, count(DISTINCT r.policyId) AS documents, min(r.confidence) AS confidence
ORDER BY confidence, facts DESC, rule, relation
