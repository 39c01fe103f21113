"""What the command line does, in functions: the public names of `import liantu`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.reading import Source
from graph.errors import InputError, QueryError
from graph.facts import Document
from graph.networks import network
from graph.stores import open_store
from liantu.correcting import Correcting, corrections_for
from liantu.documents import extract_all, extract_one, find_inputs
from liantu.facts_files import scan
from liantu.labels import words
from liantu.lexicons import own_options
from liantu.loading import load_all
from liantu.naming import meant, search, tell_guess
from liantu.outcome import Failure, Result
from liantu.pictures import finished, today
from liantu.results import Loading, Table, View, free_path
from queries import run
from queries.lookup import Card, card
from queries.names import the_one
from viz import READABLE, ViewOptions

if TYPE_CHECKING:
    import networkx

Told = Callable[[str], object]
Paths = str | Path | Iterable[str | Path]
"""A file, a folder or a pattern, or several of them."""
Documents = str | Path | Iterable[Document | str | Path]
"""Documents, facts files, or some of both."""


def extract(
    paths: Paths = (), *, text: str | None = None, lexicon: Paths = (), jobs: int = 1,
    corrections: str | Path | None = None, failed: Told | None = None,
) -> Iterator[Document]:  # fmt: skip
    """Read documents and give their facts, one document after another, in the order of their names.

    `paths`: files (.txt .md .html .pdf .docx), folders, patterns such as 'plans/*.pdf'. `text`: the text of one
    document instead. `lexicon`: files with names of your own (.csv .xlsx .toml). `jobs`: how many processes read.
    `corrections`: a table of decisions that puts facts right, by default corrections.csv beside ./liantu.kgl. Offsets
    in the facts are half-open characters of the text.

    A document that cannot be read, or that holds no Chinese, raises InputError when its turn comes; with `failed`, that
    is called with the sentence instead and the next document follows. Paths that lead nowhere are told at once.

    >>> from liantu import extract
    >>> [document] = extract(text="娄底市人民政府关于发展锑产业的意见\\n到2025年，全市锑产业产值突破100亿元。")
    >>> [(item.type, item.name) for item in document.entities if item.type in ("IndustryChain", "Target")]
    [('IndustryChain', '锑'), ('Target', '产值>100亿元（2025年）')]
    >>> [item.evidence[0].quote for item in document.relations if item.type == "HAS_TARGET"]
    ['到2025年，全市锑产业产值突破100亿元。']
    """
    options = own_options([Path(file) for file in _several(lexicon)])
    run = _correcting(corrections, None)
    if text is not None:
        source = Source("-", text, sha256(text.encode("utf-8")).hexdigest(), "txt")
        return _documents(run.corrected([extract_one(source, options)]), failed)
    inputs, failures = find_inputs(map(str, _several(paths)))
    _tell(failures, failed)
    return _documents(run.corrected(extract_all(inputs, jobs, options=options)), failed)


def load(
    documents: Documents, *, graph: str | None = None, corrections: str | Path | None = None, failed: Told | None = None
) -> Loading:
    """Load documents, or facts files (.jsonl), into a graph, and say how many are new, changed or the same.

    `graph`: a file or a server's URI; by default LIANTU_GRAPH, NEO4J_URI or ./liantu.kgl. What is missing is made. A
    document that changed replaces what it contributed before. `corrections`: a table of decisions that puts facts
    right, by default corrections.csv beside a graph file. One that cannot be loaded costs no other; in the end it
    raises LiantuError, or `failed` is called with the sentence.

    >>> import liantu
    >>> liantu.load(liantu.extract("plans"), graph="plans.kgl")
    Loading(new=5, changed=0, same=0)
    >>> liantu.load(liantu.extract("plans"), graph="plans.kgl")
    Loading(new=0, changed=0, same=5)
    """
    loaded = load_all(graph, _correcting(corrections, graph).corrected(_results(documents)))
    _tell(loaded.tally.failures, failed)
    return Loading(**loaded.outcomes)


def query(
    name: str, /, *, graph: str | None = None, packs: Iterable[str | Path] = (), limit: int | None = None,
    timeout: float | None = None, **parameters: Any,
) -> Table:  # fmt: skip
    """The rows of a query pack, or of a statement in Cypher, which may only read.

    `name`: one of the packs that `liantu query` lists, or the statement. `packs`: folders with packs of your own.
    `limit`: at most so many rows. `timeout`: seconds. Anything else is a parameter of the pack or the statement;
    `from_` stands for `from`, which is a word of Python. Raises QueryError for a name, a parameter or a statement that
    is wrong, GraphError where there is no such graph.

    >>> import liantu
    >>> table = liantu.query("city_links", graph="liantu.kgl", region="娄底")
    >>> [(row["a"], row["b"], row["clauses"]) for row in table][:2]
    [('娄底市', '株洲市', 5), ('娄底市', '湘潭市', 4)]
    >>> codes = "MATCH (c:City {name: $name}) RETURN c.adcode AS code"
    >>> print(liantu.query(codes, graph="liantu.kgl", name="娄底市"))
    code
    ──────
    431300
    """
    given = {key.removesuffix("_"): value for key, value in parameters.items() if value is not None}
    with open_store(graph, writable=False) as store:
        if name.isidentifier():
            typed = {key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in given.items()}
            found = run(store, name, typed, own=tuple(map(Path, packs)), limit=limit, timeout=timeout, meant=meant)
            return Table(found.columns, found.titles, found.rows, found.truncated)
        answer = store.read(name, given, limit=limit, timeout=timeout)
    return Table(answer.columns, answer.columns, answer.rows, answer.truncated)


def view(
    kind: str, *names: str, graph: str | None = None, output: str | Path | None = None, replace: bool = False,
    since: int | None = None, confidence: float = 0.0, layout: str | None = None, everything: bool = False,
    **options: Any,
) -> View:  # fmt: skip
    """A picture: `kind` is links, chain, agency, policy, region, ego, shared, path or query, `names` what it shows.

    `output`: also write it, as a page (.html) or a figure (.svg .png); an existing file is kept unless `replace`.
    `since`: only documents issued since that year. `confidence`: only facts so sure, 0 to 1. `everything`: more nodes
    than can be read at once. `options` are those of the kind, as in `liantu view KIND --help`: focus, group, mode,
    unfold, depth, parameters. Raises QueryError for what is not known, OutputError for what cannot be written.

    >>> import liantu
    >>> picture = liantu.view("links", graph="liantu.kgl", group="株潭娄", output="links.html")
    >>> picture.title, len(picture.picture.links)
    ('地区合作联系图', 22)
    """
    from liantu.commands.view import PICTURES

    if kind not in PICTURES:
        raise QueryError(f"There is no view {kind!r}; the views are {', '.join(PICTURES)}.")
    if output is not None:
        free_path(output, replace=replace)
    most = None if everything else READABLE
    asked = ViewOptions(since=since, confidence=confidence, layout=layout, most=most, date=today())
    with open_store(graph, writable=False) as store:
        given = _arguments(kind, PICTURES[kind], store, asked, names, options)
        shown = View(finished(PICTURES[kind](**given), asked))
    if output is not None:
        shown.save(output, replace=replace)
    return shown


def lookup(name: str, *, type: str | None = None, region: str | None = None, graph: str | None = None) -> Card:
    """All that is said of one thing: its names, its place, its relations counted, the sentences.

    `name`: what `liantu lookup` understands; a name that had to be guessed is told as a warning. `type`: only this kind
    of thing, such as Park or 园区. `region`: only what lies there. Raises QueryError with the nearest names where
    nothing is called so, and with the choices where several things are.

    >>> import liantu
    >>> card = liantu.lookup("娄底", graph="liantu.kgl")
    >>> card.hit.name, card.path, card.documents
    ('娄底市', ('湖南省', '娄底市'), 5)
    >>> card.sentences[0].clause
    '二、（三）'
    """
    from liantu.choices import nearest_sentence

    if type is not None and type not in words():
        raise QueryError(f"{type!r} is no type; the types are {', '.join(words())}.")
    labels = words()[type][0] if type is not None else ()
    with open_store(graph, writable=False) as store:
        found = search(store, name, labels, region)
        if not found.hits:
            raise QueryError(nearest_sentence(name, found, graph))
        hit = the_one(store, name, found, labels)
        tell_guess(name, hit)
        return card(store, hit)


def graph(statement: str | None = None, /, *, graph: str | None = None, **parameters: Any) -> networkx.MultiDiGraph:
    """A networkx graph of the entities and their relations, or of what a statement in Cypher returns.

    Nodes are known by id and edges by relation; what they carry is told by `graph.networks.network`. Anything else than
    `graph` is a parameter of the statement. Raises QueryError for a statement that is wrong or that writes.

    >>> import liantu
    >>> found = liantu.graph(graph="liantu.kgl")
    >>> found.nodes["City:431300"]["label"], found.number_of_nodes() > 100
    ('娄底市', True)
    """
    with open_store(graph, writable=False) as store:
        return network(store, statement, parameters)


def _several(paths: Paths) -> Iterable[str | Path]:
    return [paths] if isinstance(paths, str | Path) else paths


def _correcting(table: str | Path | None, graph: str | None) -> Correcting:
    """A run with the corrections of a table, or of the one beside the graph."""
    return Correcting(corrections_for(None if table is None else Path(table), graph))


def _documents(results: Iterable[Result], failed: Told | None) -> Iterator[Document]:
    """The documents; what is none raises or is told."""
    for result in results:
        if isinstance(result, Failure):
            _tell([result], failed)
        else:
            yield result


def _results(documents: Documents) -> Iterator[Result]:
    """Documents as they are, and those of facts files."""
    given: Iterable[Document | str | Path] = [documents] if isinstance(documents, str | Path) else documents
    return chain.from_iterable([item] if isinstance(item, Document) else scan([Path(item)]) for item in given)


def _tell(failures: Iterable[Failure], failed: Told | None) -> None:
    """Give each sentence to `failed`; without one raise the first and count the others."""
    told = [failure.message for failure in failures]
    if failed is not None:
        for message in told:
            failed(message)
    elif told:
        raise InputError(told[0] + (f" So are {len(told) - 1} more." if len(told) > 1 else ""))


def _arguments(kind: str, make: Callable[..., object], *given: Any) -> dict[str, Any]:
    """The arguments of a view by name. Raises QueryError with those that there are."""
    store, asked, names, options = given
    known = inspect.signature(make)
    try:
        # What takes any number of names takes them as one argument.
        bound = known.bind(store, asked, *([names] if "names" in known.parameters else names), **options)
    except TypeError as error:
        takes = ", ".join(list(known.parameters)[2:])
        raise QueryError(f"The view {kind} is asked otherwise ({error}); what it takes: {takes}.") from None
    return bound.arguments
