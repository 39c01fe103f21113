"""Facts files: their form to the letter, back and forth without loss, and the same whatever the order."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_documents import TEXTS, documents, read

from graph.errors import FactsError
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation, Scalar
from graph.jsonl import decode, encode, read_documents, scan_documents
from graph.verify import verify

LINE = (
    '{"policy":{"id":"Policy:办法","title":"办法","number":null,"issuer":null,"issued":"2021","effective_until":null,'
    '"genre":"办法","region":"娄底市","source":"a.txt","sha256":"00"},'
    '"clauses":[{"id":"Clause:办法#1","number":"一、","heading":"","start":0,"end":9,"text":"一、娄底市发展\\n锑"}],'
    '"entities":[{"id":"Policy:办法","type":"Policy","name":"办法","aliases":[],"properties":{"genre":"办法"},"mentions":[]},'
    '{"id":"City:431300","type":"City","name":"娄底市","aliases":["娄底"],"properties":{"adcode":"431300","lon":112.0},'
    '"mentions":[{"start":2,"end":5,"text":"娄底市","clause":"Clause:办法#1"}]},'
    '{"id":"IndustryChain:锑","type":"IndustryChain","name":"锑","aliases":[],"properties":{},"mentions":[]}],'
    '"relations":[{"source":"City:431300","type":"DEVELOPS","target":"IndustryChain:锑","properties":{},'
    '"evidence":[{"clause":"Clause:办法#1","start":2,"end":9,"quote":"娄底市发展锑","rule":"test","confidence":0.9}]}]}'
)


def _document() -> Document:
    """The document of LINE, as values."""
    clause = Clause("Clause:办法#1", "一、", "", 0, 9, "一、娄底市发展\n锑")
    said = Evidence(clause.id, 2, 9, "娄底市发展锑", "test", 0.9)
    city: dict[str, Scalar] = {"adcode": "431300", "lon": 112.0}
    entities = (
        Entity("Policy:办法", "Policy", "办法", (), {"genre": "办法"}),
        Entity("City:431300", "City", "娄底市", ("娄底",), city, (Mention(2, 5, "娄底市", clause.id),)),
        Entity("IndustryChain:锑", "IndustryChain", "锑"),
    )
    policy = Policy("Policy:办法", "办法", issued="2021", genre="办法", region="娄底市", source="a.txt", sha256="00")
    relation = Relation("City:431300", "DEVELOPS", "IndustryChain:锑", {}, (said,))
    return Document(policy, (clause,), entities, (relation,))


def test_a_document_is_one_line_with_its_keys_in_order() -> None:
    """The form of DESIGN 3, to the character: every field, in order, Chinese as it is, no space."""
    assert encode(_document()) == LINE
    assert decode(LINE) == _document()
    verify(_document())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | TEXT
SCALARS = st.none() | TEXT | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(-1e18, 1e18)
PROPERTIES = st.dictionaries(TEXT, SCALARS, max_size=3)
OFFSETS = st.integers(0, 10**6)
DOCUMENTS = st.builds(
    Document,
    st.builds(Policy, TEXT, TEXT, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, TEXT, TEXT),
    st.lists(st.builds(Clause, TEXT, TEXT, TEXT, OFFSETS, OFFSETS, TEXT), max_size=3).map(tuple),
    st.lists(
        st.builds(
            Entity,
            TEXT,
            TEXT,
            TEXT,
            st.lists(TEXT, max_size=2).map(tuple),
            PROPERTIES,
            st.lists(st.builds(Mention, OFFSETS, OFFSETS, TEXT, TEXT), max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(
            Relation,
            TEXT,
            TEXT,
            TEXT,
            PROPERTIES,
            st.lists(st.builds(Evidence, TEXT, OFFSETS, OFFSETS, TEXT, TEXT, st.floats(0, 1)), max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_reading_gives_back_what_was_written(document: Document) -> None:
    """decode(encode(d)) == d for any document, and the line holds no line end of its own."""
    line = encode(document)
    assert "\n" not in line and "\r" not in line
    assert decode(line) == document


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_line_of_any_other_form_is_one_sentence(data: st.DataObject) -> None:
    """Whatever stands in the place of a value, reading and checking give a document or a FactsError, nothing else."""
    record = json.loads(LINE)
    place = record
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(SCALARS | st.lists(TEXT, max_size=2) | PROPERTIES | st.just(2**70) | st.just(float("inf")))
    try:
        verify(decode(json.dumps(record)))
    except FactsError as error:
        assert "\n" not in str(error) and ("extract" in str(error) or ";" in str(error))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE[:-20], "cut off"),
        ("[]", "is no JSON object"),
        (LINE.replace('"clauses"', '"clause"'), "lacks the field 'clauses'"),
        (LINE.replace('"number":"一、",', ""), "a clause lacks the field 'number'"),
        (LINE.replace('"start":0', '"start":"0"'), "start of a clause is '0'"),
        (LINE.replace('"rule":"test"', '"rule":"test","by":"me"'), "unknown field 'by'"),
        (LINE.replace('"adcode":"431300"', '"adcode":["431300"]'), "properties"),
    ],
)
def test_a_line_of_the_wrong_form_is_named_with_what_is_wrong(tmp_path: Path, line: str, said: str) -> None:
    """The error names file, line and field and says to extract the document again; the lines around it are read."""
    path = tmp_path / "facts.jsonl"
    path.write_text(f"{LINE}\n\n{line}\n{LINE}\n", encoding="utf-8")
    first, error, last = scan_documents(path)
    assert first == last == _document()
    assert isinstance(error, FactsError)
    assert f"{path}, line 3: " in str(error) and said in str(error) and "extract the document again" in str(error)
    with pytest.raises(FactsError, match="line 3"):
        list(read_documents(path))


def test_a_facts_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    """A byte order mark and line ends of Windows do no harm; another encoding is named as such."""
    path = tmp_path / "facts.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + LINE.encode() + b"\r\n")
    assert list(read_documents(path)) == [_document()]
    path.write_bytes(LINE.encode("gb18030"))
    with pytest.raises(FactsError, match="no UTF-8 text"):
        list(read_documents(path))
    with pytest.raises(FactsError, match=r"none\.jsonl cannot be opened"):
        list(read_documents(tmp_path / "none.jsonl"))


def test_extraction_gives_the_same_lines_in_any_order() -> None:
    """The facts of a document do not depend on what was read before it, and a second reading gives the same ids."""
    lines = {document.policy.source: encode(document) for document in documents()}
    for name, text in reversed(TEXTS.items()):
        assert encode(read(text, name)) == lines[name]


def test_what_extraction_writes_is_read_back() -> None:
    """The facts of real texts survive writing and reading, and stand up to the check."""
    for document in documents():
        assert decode(encode(document)) == document
        verify(document)
        assert document.clauses and document.relations
        assert document.policy.id in {entity.id for entity in document.entities}
