// The regions that documents count among a city group, with the clause that does.
MATCH (a:Region)-[r:MEMBER_OF]->(b:CityGroup)
MATCH (c:Clause) WHERE c.id = r.clauseId
MATCH (p:Policy) WHERE p.id = r.policyId
RETURN a.id AS a, b.id AS b, r.quote AS quote, r.confidence AS confidence, c.id AS clause_id, c.number AS clause, c.text AS text,
       p.id AS policy_id, p.name AS policy, p.number AS number, p.issuedOn AS issued, p.source AS source
ORDER BY policy, clause_id, a, b, quote
