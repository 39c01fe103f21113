"""How long loading into Neo4j takes, compared with a bare script that sends the same rows by UNWIND and MERGE.

Run: make bench, or PYTHONPATH=tools python bench/loading.py. The bare script sends the rows of synthetic documents,
some 100,000 nodes and 300,000 relationships, in batches into an empty database with the same constraints and indexes.
Then the documents are loaded through Liantu, and once more, which changes nothing; at last the bare script has another
turn, since a server grows faster while it runs: its two times are averaged. Limits: 1.25 times the bare script, and
half of the first load again.
"""

import os
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from time import perf_counter

from neo4j import Driver
from neo4j_server import Server, find, launch

from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation
from graph.loading import load_many
from graph.rows import rows
from graph.stores import open_store

DOCUMENTS, CLAUSES, NAMES, TARGETS = 200, 160, 640, 80
AGAINST_BARE, AGAIN = 1.25, 0.5
BATCH = 5000
WARM = 60
_POOL = {
    "Enterprise": 48_000,
    "Project": 9_000,
    "IndustryChain": 3_000,
    "Agency": 4_000,
    "Park": 2_000,
    "Institution": 4_000,
}
_SENTENCE = "支持重点企业实施技术改造，完善上下游配套，推动关键环节国产化，到规划期末形成具有竞争力的产业集群。"


def documents(number: int = DOCUMENTS) -> Iterator[Document]:
    """Synthetic documents of one form; entities are drawn from a common pool, so that documents share them."""
    chance = random.Random(5)
    pool = [(label, f"{label}{index:05}号") for label, size in _POOL.items() for index in range(size)]
    for index in range(number):
        yield plain_document(f"关于第{index}项产业发展的实施意见", chance, pool)


def plain_document(title: str, chance: random.Random, pool: Sequence[tuple[str, str]]) -> Document:
    """One document: each clause names a few entities, sets duties and targets, and puts firms into chains."""
    own = Entity(f"Policy:{title}", "Policy", title)
    mentions: dict[tuple[str, str], list[Mention]] = {}
    clauses: list[Clause] = []
    start = 0
    chosen = chance.sample(pool, NAMES)
    for position in range(CLAUSES):
        key, text = f"Clause:{title}#{position}", _SENTENCE
        for named in chance.sample(chosen, 5):
            at = start + len(text)
            mentions.setdefault(named, []).append(Mention(at, at + len(named[1]), named[1], key))
            text += named[1] + "、"
        clauses.append(Clause(key, f"第{position}条", "主要任务", start, start + len(text), text))
        start += len(text)
    entities = [
        Entity(f"{label}:{name}", label, name, (name[:-1],), {}, tuple(found))
        for (label, name), found in mentions.items()
    ]
    targets = [
        Entity(
            f"Target:{title}:{number}",
            "Target",
            "总产值",
            (),
            {"metric": "总产值", "value": 100.0 + number, "year": 2025},
        )
        for number in range(TARGETS)
    ]
    relations = tuple(_relations(chance, clauses, entities, targets))
    return Document(
        Policy(own.id, title, f"发〔2025〕{len(title)}号"), tuple(clauses), (own, *entities, *targets), relations
    )


def _relations(
    chance: random.Random, clauses: Sequence[Clause], entities: Sequence[Entity], targets: Sequence[Entity]
) -> Iterator[Relation]:
    """Three relations a clause, and one for each target."""
    of = {label: [entity.id for entity in entities if entity.type == label] for label in _POOL}
    for clause in clauses:
        said = (Evidence(clause.id, clause.start, clause.start + 40, clause.text[:40], "bench", 0.9),)
        yield Relation(
            chance.choice(of["Enterprise"]), "IN_CHAIN", chance.choice(of["IndustryChain"]), {"role": "骨干"}, said
        )
        yield Relation(chance.choice(of["Agency"]), "RESPONSIBLE_FOR", clause.id, {"role": "lead"}, said)
        yield Relation(chance.choice(of["Project"]), "LOCATED_IN", chance.choice(of["Park"]), {}, said)
    for target in targets:
        clause = chance.choice(clauses)
        said = (Evidence(clause.id, clause.start, clause.start + 40, clause.text[:40], "bench", 0.9),)
        yield Relation(chance.choice(of["IndustryChain"]), "HAS_TARGET", target.id, {}, said)


def through_liantu(server: Server, chosen: Sequence[Document]) -> float:
    """The seconds that loading takes."""
    began = perf_counter()
    with open_store(server.uri, writable=True) as store:
        for _, outcome in load_many(store, chosen):
            assert isinstance(outcome, str)
    return perf_counter() - began


def bare(server: Server, chosen: Iterable[Document]) -> float:
    """The seconds that the same rows take when they are only sent."""
    nodes: dict[str, list[dict[str, object]]] = {}
    links: dict[str, list[dict[str, object]]] = {}
    for document in chosen:
        found = rows(document)
        for node in found.nodes.values():
            nodes.setdefault(node.label, []).append({"id": node.id, "properties": node.part})
        for link in found.links.values():
            row: dict[str, object] = {
                "s": link.source,
                "t": link.target,
                "c": link.clause,
                "properties": dict(link.properties),
            }
            links.setdefault(link.type, []).append(row)
    began = perf_counter()
    with server.driver() as driver:
        for label, sent in nodes.items():
            merge = f"MERGE (n:Liantu {{id: r.id}}) SET n += r.properties, n:{label}"
            _send(driver, server, merge, sent)
        for kind, sent in links.items():
            ends = "MATCH (a:Liantu {id: r.s}) MATCH (b:Liantu {id: r.t})"
            _send(driver, server, f"{ends} MERGE (a)-[x:{kind} {{clauseId: r.c}}]->(b) SET x = r.properties", sent)
    return perf_counter() - began


def _send(driver: Driver, server: Server, statement: str, sent: Iterable[dict[str, object]]) -> None:
    """Send rows in batches, each a transaction."""
    left = iter(sent)
    while batch := list(islice(left, BATCH)):
        driver.execute_query(f"UNWIND $rows AS r {statement}", rows=batch, database_=server.database)


def main() -> None:
    """Print the figures and the two ratios."""
    server = find() or launch()
    if server.holds_data():
        raise SystemExit("The database at NEO4J_URI holds data, which this would delete; give an empty one.")
    os.environ |= server.environment
    try:
        chosen = list(documents())
        for warm in (through_liantu, bare):
            warm(server, chosen[:WARM])
            server.empty()
        sent = bare(server, chosen)
        server.empty()
        first = through_liantu(server, chosen)
        with open_store(server.uri) as store:
            counts = store.counts()
        again = through_liantu(server, chosen)
        server.empty()
        sent = (sent + bare(server, chosen)) / 2
    finally:
        server.empty() if find() else server.remove()
    nodes, links = sum(counts.labels.values()), sum(counts.relations.values())
    print(f"{nodes:,} nodes and {links:,} relationships in {len(chosen)} documents: {first:.1f} s; bare {sent:.1f} s")
    print(f"loading takes {first / sent:.2f} times the bare script (limit {AGAINST_BARE})")
    print(f"loading again, which changes nothing, takes {again / first:.2f} of the first time (limit {AGAIN})")


if __name__ == "__main__":
    main()
