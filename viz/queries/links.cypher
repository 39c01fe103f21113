// Every clause that states a cooperation between two regions or city groups, one row for each statement.
MATCH (a)-[r:COOPERATES_WITH]->(b)
WHERE (a:Region OR a:CityGroup) AND (b:Region OR b:CityGroup)
MATCH (c:Clause) WHERE c.id = r.clauseId
MATCH (p:Policy) WHERE p.id = r.policyId
OPTIONAL MATCH (c)-[:MENTIONS]->(k:IndustryChain)
WITH a, b, r, c, p, collect(DISTINCT k.name) AS chains
RETURN a.id AS a, b.id AS b, r.mode AS mode, r.quote AS quote, r.confidence AS confidence, c.id AS clause_id, c.number AS clause, c.text AS text,
       p.id AS policy_id, p.name AS policy, p.number AS number, p.issuedOn AS issued, p.source AS source, chains
ORDER BY policy, clause_id, a, b, quote
