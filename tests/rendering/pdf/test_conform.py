"""PDF as LibreOffice makes it of every document: it conforms, says the same, and is the same."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import page
import pikepdf
import pytest
from lxml import etree

from botilbudlaege import Document, domain, load, packs, render
from botilbudlaege.data import document_of
from botilbudlaege.errors import Finding
from botilbudlaege.rendering.pdf import _convert
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.builders import EXAMPLES, en_plan
from tests.rendering.pdf import printed
from tests.rendering.pdf.processes import running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fake = Callable[[str], Path]

real = pytest.mark.libreoffice
DRAFTS = {"samarbejdsplan-ufuldstaendig"}
CASES: dict[str, tuple[Any, str, bool]] = {
    "mindst": (en_plan(), "samarbejdsplan", False),
    **{
        path.stem: (load(path), str(document_of(path)), path.stem in DRAFTS)
        for path in sorted(EXAMPLES.glob("*.toml"))
    },
    **{f"blank-{kind}": (cls(), str(kind), True) for kind, cls in domain.SUBJEKTER.items()},
}
NAMES = [f"{case}-{pack}" for case in CASES for pack in packs.available()]

_LABEL = re.compile(r"\d{1,2}\.|[a-z]\)|[ivx]+\.")


def rendered(name: str) -> Document:
    """Render a case with a pack."""
    case, _, pack = name.rpartition("-")
    subject, kind, draft = CASES[case]
    return render(subject, kind, draft=draft, pack=pack)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the PDF of every document, made in one batch."""
    made = tmp_path_factory.mktemp("pdf")
    contents = {name: rendered(name).content for name in NAMES}
    for name, pdf in zip(contents, _convert.convert(contents), strict=True):
        if isinstance(pdf, bytes):
            (made / f"{name}.pdf").write_bytes(pdf)
    return made


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, list[str]]:
    """Give the pages of every document, as they say it."""
    pages = printed.pages([(folder / f"{name}.pdf").read_bytes() for name in NAMES], "-raw")
    return dict(zip(NAMES, pages, strict=True))


# What is made ------------------------------------------------------------------------------------------------


@real
@pytest.mark.slow
@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", NAMES)
def test_it_conforms(folder: Path, name: str, profile: str) -> None:
    """Every document of every pack, final and draft, passes PDF/UA-1 and PDF/A-2a."""
    report = page.validate_pdf(str(folder / f"{name}.pdf"), profile=profile)

    assert report.is_compliant, str(report)


@real
@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_language_title_and_fonts(folder: Path, name: str) -> None:
    """Danish, the title shown, and only Arial or its metric twin, embedded."""
    with pikepdf.open(folder / f"{name}.pdf") as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary)
            and each.get("/Type") == "/Font"
            and each.Subtype != "/Type0"
        ]

        assert pdf.Root.Lang == "da-DK"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"])
        assert fonts
        assert all(re.fullmatch(r"/[A-Z]{6}\+(LiberationSans|Arial)(-\w+)?", str(f.BaseFont)) for f in fonts)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def words(text: str) -> str:
    """Give text with white space made even."""
    return " ".join(text.split())


def unlabelled(shown: str, text: str) -> str:
    """Give the words of a PDF without what is no text of the document: numbers of lists, heads of tables on a new page."""
    said = words(text)
    for row in (words(line) for line in text.splitlines() if "\t" in line):
        if row and shown.count(row) == said.count(row) + 1:
            before, _, after = shown.rpartition(f"{row} ")
            shown = before + after
    shown = (
        re.sub(r"(?<=\w)- (?=\w)", "-", shown) if "e-mail" in said else shown
    )  # parted at the end of a line
    expected = said.split()
    kept: list[str] = []
    for word in shown.split():
        is_next = len(kept) < len(expected) and word == expected[len(kept)]
        if is_next or not _LABEL.fullmatch(word):
            kept.append(word)
    return " ".join(kept)


def header(docx: bytes) -> str:
    """Give the words on top of every page."""
    root = etree.fromstring(_package.read(docx)["word/header1.xml"])
    return words(
        " ".join(
            "".join(" " if e.tag == f"{W}tab" else e.text or "" for e in p.iter(f"{W}t", f"{W}tab"))
            for p in root.iter(f"{W}p")
        )
    )


def body(pages: list[str], top: str) -> str:
    """Give the words of all pages, without top and bottom, list labels and the leaders of tabs."""
    found = []
    for number, page_ in enumerate(pages, start=1):
        each = words(re.sub(r"(?m)^(?:[a-z]\)|•) |_{3,}", "", page_))
        bottom = f" Side {number} af {len(pages)}"
        assert each.startswith(top)
        assert each.endswith(bottom)
        found.append(each.removeprefix(top).removesuffix(bottom))
    return words(" ".join(found))


@real
@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_document_says(said: dict[str, list[str]], name: str) -> None:
    """The words of the pages are those of `Document.text`, in order."""
    document = rendered(name)
    shown = body(said[name], header(document.content))

    assert unlabelled(shown, document.text) == words(document.text)


@real
@pytest.mark.slow
def test_the_same_bytes_alone_and_among_others(folder: Path, tmp_path: Path) -> None:
    """A document saved by itself, two minutes or two days later, is the file that the batch made."""
    rendered(NAMES[0]).save(tmp_path / "alone.pdf")

    assert (tmp_path / "alone.pdf").read_bytes() == (folder / f"{NAMES[0]}.pdf").read_bytes()


@real
@pytest.mark.slow
def test_two_batches_side_by_side_lose_nothing(folder: Path) -> None:
    """Each process has its own profile."""
    batches = [{name: rendered(name).content for name in half} for half in (NAMES[:4], NAMES[4:8])]
    with ThreadPoolExecutor(2) as pool:
        made = [each for batch in pool.map(_convert.convert, batches) for each in batch]

    assert made == [(folder / f"{name}.pdf").read_bytes() for name in NAMES[:8]]


def torn() -> bytes:
    """A package that can be opened, with half a document in it."""
    parts = _package.read(rendered(NAMES[0]).content)
    return _package.write({**parts, _package.DOCUMENT: parts[_package.DOCUMENT][:2000]})


@real
@pytest.mark.slow
def test_a_bad_document_costs_only_itself(own_tmp: Path) -> None:
    """Half a zip, half an XML, a text and nothing at all among good ones; no file and no process is left."""
    good = rendered(NAMES[0]).content
    bad = {"half.docx": good[:5000], "torn.docx": torn(), "text.docx": b"hej", "empty.docx": b""}
    made = _convert.convert({"first.docx": good, **bad, "last.docx": good})

    assert isinstance(made[0], bytes)
    assert made[0] == made[-1]
    assert [each.place for each in made if isinstance(each, Finding)] == [*bad]
    assert {each.code for each in made if isinstance(each, Finding)} == {"pdf-failed"}
    assert [*own_tmp.iterdir()] == []
    assert running(str(own_tmp)) == []
