"""Documents that cannot be read, or hold nothing for us: each is told in one plain sentence and stops nothing."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from extract.cleaning import clean
from extract.reading import read
from graph.facts import Document as Facts
from liantu.documents import extract_all, find_inputs
from liantu.outcome import Failure

Run = Callable[..., subprocess.CompletedProcess[str]]
GOOD = """\
湘潭市人民政府办公室关于支持先进钢铁材料产业链发展的若干意见
潭政办发〔2022〕18号
一、支持湘潭高新区发展先进钢铁材料产业链，加强与娄底市的对接合作。
2022年6月1日
"""
ENGLISH = "# Read me\n\nPut the documents of the plan into this folder, then run the tool.\n"


def _image_only() -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _locked() -> bytes:
    writer, stream = PdfWriter(clone_from=PdfReader(BytesIO(_image_only()))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def _aes() -> bytes:
    """A PDF locked by AES-256, written by hand, as no cipher is needed to be locked."""
    keys = f"/O<{'1f' * 48}>/U<{'2e' * 48}>/OE<{'3d' * 32}>/UE<{'4c' * 32}>/Perms<{'5b' * 16}>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        f"<</Filter/Standard/V 5/R 6/Length 256/P -4{keys}"
        "/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>",
    )
    data, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = "trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>"
    return f"{data}xref\n0 5\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(data)}\n%%EOF\n".encode()


def _half_a_word_file() -> bytes:
    stream = BytesIO()
    Document().save(stream)
    return stream.getvalue()[:-200]


def _other_archive() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "x")
    return stream.getvalue()


# What a file holds, and how the sentence about it goes on after its name.
BAD: dict[str, tuple[bytes, str]] = {
    "aes.pdf": (_aes(), r"is (encrypted with AES, .*|locked with a password; unlock it .*) give the copy\."),
    "archive.docx": (_other_archive(), r"is a broken \.docx .*; open and save it with Word\."),
    "blank.txt": (b" \n\t\n", r"is empty; give a file with text in it\."),
    "big5.txt": (
        "產業鏈發展的若干意見，加強與婁底市的對接合作".encode("big5"),
        r"is neither UTF-8 .*; save it as UTF-8\.",
    ),
    "half.docx": (_half_a_word_file(), r"is a broken \.docx .*; open and save it with Word\."),
    "locked.pdf": (_locked(), r"is locked with a password; unlock it with a PDF program and give the copy\."),
    "mark.txt": (b"\xff\xfe\x58\x6e\x00\xd8", r"claims to be utf-16-le, but byte 2 does not fit; save it as UTF-8\."),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64, r"is locked with a password or an old \.doc; save it .*"),
    "picture.md": (b"\x89PNG\r\n\x1a\n\x00\x00", r"is a binary file, no text; give the document itself.*"),
    "scan.pdf": (_image_only(), r"holds images only, no text; make its text readable with an OCR program.*"),
    "script.html": (b"<html><script>x</script></html>", r"shows no text without its scripts; save the page's text .*"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every bad document and a good one between them."""
    folder = tmp_path_factory.mktemp("documents")
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, Facts | Failure]:
    """What became of each of them, by name."""
    inputs, failures = find_inputs([str(folder)])
    assert failures == []
    return dict(zip((Path(item).name for item in inputs), extract_all(inputs), strict=True))


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_told_in_one_sentence(results: dict[str, Facts | Failure], folder: Path, name: str) -> None:
    """The sentence names the file, says what is wrong with it, and what to do."""
    result = results[name]
    assert isinstance(result, Failure)
    assert re.fullmatch(rf"{re.escape(str(folder / name))} {BAD[name][1]}", result.message)


def test_a_folder_of_bad_documents_gives_its_good_one(liantu: Run, folder: Path) -> None:
    """Each bad document is one line on standard error, the good one has its facts, and the exit code is 1."""
    done = liantu("extract", folder)
    assert done.returncode == 1
    assert [json.loads(line)["policy"]["source"] for line in done.stdout.splitlines()] == [str(folder / "good.txt")]
    counts, *found, last = done.stderr.splitlines()
    errors = [line for line in found if line.startswith("Error: ")]
    assert counts.startswith("1 document, ")
    assert len(errors) == len(BAD) and all(error.startswith(f"Error: {folder}") for error in errors)
    assert last == f"{len(BAD)} left out; the facts of the others are kept."


def test_a_document_that_vanishes_meanwhile(tmp_path: Path) -> None:
    """A file that was there when the folder was listed and is gone when it is read costs only itself."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    inputs, _ = find_inputs([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    gone, kept = extract_all(inputs)
    assert gone == Failure(f"{tmp_path / 'a.txt'} does not exist any more; check the path and run the command again.")
    assert isinstance(kept, Facts)


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    """A PDF that opens without a password is no locked one, though it is encrypted."""
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "Policy 2022")
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(stream))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert read(tmp_path / "a.pdf").text.strip() == "Policy 2022"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_in_english_is_skipped(liantu: Run, tmp_path: Path, jobs: str) -> None:
    """It is told and counted in the summary, gives no facts, and is no failure."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/README.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "plans/good.txt").write_text(GOOD, encoding="utf-8")
    done = liantu("extract", "plans", "--jobs", jobs)
    assert done.returncode == 0
    assert [json.loads(line)["policy"]["source"] for line in done.stdout.splitlines()] == ["plans/good.txt"]
    counts, *found = done.stderr.splitlines()
    assert "Skipped: plans/README.md holds no Chinese text and is skipped; give the Chinese document." in found
    assert counts.startswith("1 document, ") and counts.endswith("; 1 skipped")


def test_a_document_in_english_adds_nothing_to_the_graph(liantu: Run, tmp_path: Path) -> None:
    """A graph made from a folder with a README has the other documents' policies and no more."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/README.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "plans/good.txt").write_text(GOOD, encoding="utf-8")
    done = liantu("ingest", "plans", "--graph", "g.kgl")
    assert done.returncode == 0
    assert "1 skipped" in done.stderr and "1 new" in done.stderr
    rows = liantu("cypher", "MATCH (p:Policy) RETURN p.source AS s", "--format", "json", "--graph", "g.kgl").stdout
    assert [row["s"] for row in json.loads(rows)] == ["plans/good.txt"]


def test_standard_error_holds_nothing_of_the_libraries(liantu: Run, tmp_path: Path) -> None:
    """jieba and pypdf have their say to nobody: a run over good documents writes its summary and no other line."""
    text = GOOD.replace("加强", "依托宜章便宜章程、湘高电器等企业，加强")
    (tmp_path / "good.txt").write_text(text, encoding="utf-8")
    done = liantu("extract", "good.txt")
    assert done.returncode == 0
    counts = r"1 document, \d+ clauses?, \d+ entit(y|ies), \d+ relations?\n"
    assert re.fullmatch(rf"{counts}Relations: [^\n]+\nEntities: [^\n]+\n", done.stderr)


def _long_lines() -> Iterator[str]:
    yield GOOD.replace("\n", " ")
    for number in range(40_000):
        yield f"第{number}组代表认为，要进一步统一思想、提高认识，狠抓工作落实，营造良好的发展环境，"
        yield "确保各项任务落到实处见到成效。"


def test_twenty_megabytes_on_one_line_are_read_and_cleaned(tmp_path: Path) -> None:
    """A line of millions of characters is text like any other, and each of its characters keeps its place."""
    path = tmp_path / "long.txt"
    path.write_text("".join(_long_lines()) * 4, encoding="utf-8")
    assert path.stat().st_size > 20_000_000
    source = read(path)
    cleaned = clean(source.text)
    place = len(cleaned.text) // 2
    left, right = cleaned.span(place, place + 50)
    assert "".join(source.text[left:right].split()) == "".join(cleaned.text[place : place + 50].split())


@pytest.mark.slow
def test_twenty_megabytes_on_one_line_give_their_facts(liantu: Run, tmp_path: Path) -> None:
    """Extraction of a line of 20 MB comes to its end with the facts of its beginning."""
    (tmp_path / "long.txt").write_text("".join(_long_lines()) * 4, encoding="utf-8")
    done = liantu("extract", "long.txt", "-o", "long.jsonl")
    assert done.returncode == 0, done.stderr
    record = json.loads((tmp_path / "long.jsonl").read_text(encoding="utf-8"))
    assert "先进钢铁材料" in {entity["name"] for entity in record["entities"]}
