// What makes each of our nodes one: its id among all that carry the marker Liantu, whatever else the database holds.
CREATE CONSTRAINT liantu_id IF NOT EXISTS FOR (n:Liantu) REQUIRE n.id IS UNIQUE;
// The books: what each document contributed, the form of the graph, the migrations applied.
CREATE CONSTRAINT liantu_document_id IF NOT EXISTS FOR (n:LiantuDocument) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT liantu_meta_id IF NOT EXISTS FOR (n:LiantuMeta) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT liantu_migration_version IF NOT EXISTS FOR (n:LiantuMigration) REQUIRE n.version IS UNIQUE;
