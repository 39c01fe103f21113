"""The commands, in the order in which they are listed: name → module that defines `command`, and its line of help.

Nothing is imported here: `liantu --help` is printed from this table alone, and a command is imported when called.
"""

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("liantu.commands.demo", "The whole job on the packaged examples: a graph, a query, a card, a page."),
    "ingest": ("liantu.commands.ingest", "Read documents and load their facts into the graph."),
    "extract": ("liantu.commands.extract", "Read documents and write their facts as JSON Lines."),
    "load": ("liantu.commands.load", "Load facts files into the graph; says what is new, changed, the same."),
    "lexicon": ("liantu.commands.lexicon", "Names of your own: what documents use and Liantu does not know; a check."),
    "forget": ("liantu.commands.forget", "Take a document's contribution out of the graph."),
    "lookup": ("liantu.commands.lookup", "One entity by any of its names: place, relations counted, sentences."),
    "path": ("liantu.commands.path", "Shortest connections of two things, each step with its sentence."),
    "diff": ("liantu.commands.diff", "What a new version of a document changed: targets, duties, chains, cooperation."),
    "query": ("liantu.commands.query", "Run a query pack; without a name, list the packs."),
    "cypher": ("liantu.commands.cypher", "Ask the graph in Cypher; reads only."),
    "view": ("liantu.commands.view", "Draw a picture: an interactive page that opens offline, SVG or PNG."),
    "report": ("liantu.commands.report", "One folder on a place or a chain: pictures, tables, an index page."),
    "review": ("liantu.commands.review", "Write the doubtful facts into a workbook, with cells to decide in."),
    "corrections": ("liantu.commands.corrections", "Take decisions into the table of corrections; check its lines."),
    "export": ("liantu.commands.export", "The graph for other programs: Gephi, Excel, Neo4j."),
    "stats": ("liantu.commands.stats", "Count what is in the graph, by label and by relation type."),
    "doctor": ("liantu.commands.doctor", "Check versions, the graph, sources, room and fonts; changes nothing."),
    "schema": ("liantu.commands.schema", "Labels and relation types, in English and Chinese."),
    "completion": ("liantu.commands.completion", "The script with which a shell completes commands by Tab."),
}
