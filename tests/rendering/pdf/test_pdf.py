"""PDF: what LibreOffice makes of every document conforms, says the same, and is the same; and no fault costs more than its file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page
import pikepdf
import pytest
from lxml import etree

from botilbudlaege import Document, Registerpost, domain, dump, load, packs, render, render_many
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli import run
from botilbudlaege.data import document_of
from botilbudlaege.errors import DocumentError, Finding
from botilbudlaege.rendering.pdf import _conform, _convert
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._text import W
from tests.builders import EXAMPLES, en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege import Samarbejdsplan

    Fake = Callable[[str], Path]

real = pytest.mark.libreoffice
DRAFTS = {"samarbejdsplan-ufuldstaendig"}
CASES: dict[str, tuple[Any, str, bool]] = {
    **{
        path.stem: (load(path), str(document_of(path)), path.stem in DRAFTS)
        for path in sorted(EXAMPLES.glob("*.toml"))
    },
    **{f"blank-{kind}": (cls(), str(kind), True) for kind, cls in domain.SUBJEKTER.items()},
}
NAMES = [f"{case}-{pack}" for case in CASES for pack in packs.available()]


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


def header(docx: bytes) -> str:
    """Give the words on top of every page."""
    root = etree.fromstring(_package.read(docx)["word/header1.xml"])
    return words(
        " ".join(
            "".join(" " if e.tag == f"{W}tab" else e.text or "" for e in p.iter(f"{W}t", f"{W}tab"))
            for p in root.iter(f"{W}p")
        )
    )


def body(pdf: Path, top: str) -> str:
    """Give the words of all pages, without top and bottom, list labels and the leaders of tabs."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pages = re.sub(r"(?m)^(?:[a-z]\)|•) |_{3,}", "", text).split("\f")[:-1]
    found = []
    for number, each in enumerate(map(words, pages), start=1):
        bottom = f" Side {number} af {len(pages)}"
        assert each.startswith(top)
        assert each.endswith(bottom)
        found.append(each.removeprefix(top).removesuffix(bottom))
    return words(" ".join(found))


@real
@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_document_says(folder: Path, name: str) -> None:
    """The words of the pages are those of `Document.text`, in order."""
    document = rendered(name)
    shown = body(folder / f"{name}.pdf", header(document.content))

    assert shown == words(document.text)


@real
@pytest.mark.slow
def test_the_same_bytes_alone_and_among_others(folder: Path, tmp_path: Path) -> None:
    """A document saved by itself, two minutes or two days later, is the file that the batch made."""
    for name in NAMES[:2]:
        rendered(name).save(tmp_path / f"{name}.pdf")

        assert (tmp_path / f"{name}.pdf").read_bytes() == (folder / f"{name}.pdf").read_bytes()


@real
@pytest.mark.slow
def test_two_batches_side_by_side_lose_nothing(folder: Path) -> None:
    """Each process has its own profile."""
    batches = [{name: rendered(name).content for name in half} for half in (NAMES[:15], NAMES[15:30])]
    with ThreadPoolExecutor(2) as pool:
        made = [each for batch in pool.map(_convert.convert, batches) for each in batch]

    assert made == [(folder / f"{name}.pdf").read_bytes() for name in NAMES[:30]]


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


# A LibreOffice that fails --------------------------------------------------------------------------------------


@pytest.fixture
def own_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for temporary files that nobody else uses."""
    own = tmp_path / "tmp"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    return own


@pytest.fixture
def fake(tmp_path: Path, own_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:  # noqa: ARG001 - its files are counted
    """Put a program `soffice` on PATH that makes a page of each file, after what a shell script does with it as `$f`.

    It gives the folder in which the script works, for what the script tells.
    """
    work, programs = tmp_path / "work", tmp_path / "bin"
    work.mkdir()
    programs.mkdir()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(work / "page.pdf")
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")

    def put(script: str) -> Path:
        program = programs / "soffice"
        program.write_text(
            f'#!/bin/sh\ncd {work}\necho run >> runs\nfor f in "$@"; do case "$f" in *.docx)\n'
            f'{script}\ncp page.pdf "${{f%.docx}}.pdf"\n;; esac; done\n'
        )
        program.chmod(0o755)
        return work

    return put


BAD = """grep -q -a SLEM "$f" && { sleep 600 & echo $! >> children; wait; }"""


def docx(mark: str = "fin") -> bytes:
    """Give a package with nothing in it but what makes it one, and a part whose name a script can see."""
    return _package.write(dict.fromkeys((_package.CONTENT_TYPES, _package.DOCUMENT, mark), b"<a/>"))


def running(text: str) -> list[int]:
    """List the processes, but the dead ones, that were started with a text in the command."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if text.encode() in (path / "cmdline").read_bytes():
                found.append(int(path.name))
        except OSError:
            continue
    return found


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that only nobody has asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def codes(made: list[bytes | Finding]) -> list[str]:
    """Give what became of each document."""
    return [each.code if isinstance(each, Finding) else "pdf" for each in made]


def test_one_that_hangs_is_killed_with_its_children(fake: Fake, own_tmp: Path) -> None:
    """In time, twice: in the batch and by itself; the others are made, and nothing is left."""
    work = fake(BAD)
    start = time.monotonic()
    made = _convert.convert({"a": docx(), "b": docx("SLEM"), "c": docx(), "d": docx()}, timeout=0.5)
    took = time.monotonic() - start
    children = [int(line) for line in (work / "children").read_text().split()]

    assert codes(made) == ["pdf", "pdf-timeout", "pdf", "pdf"]
    assert made[1].place == "b"
    assert took < 4
    assert len(children) == 2
    assert not any(map(alive, children))
    assert running(str(own_tmp)) == []
    assert [*own_tmp.iterdir()] == []


def test_one_that_crashes_costs_only_its_document(fake: Fake, own_tmp: Path) -> None:
    """The rest goes on in a process of its own."""
    work = fake('grep -q -a SLEM "$f" && kill -9 $$')
    made = _convert.convert([docx(), docx("SLEM"), docx(), docx("SLEM"), docx()])

    assert codes(made) == ["pdf", "pdf-crashed", "pdf", "pdf-crashed", "pdf"]
    assert len((work / "runs").read_text().split()) == 5
    assert [*own_tmp.iterdir()] == []


def test_one_that_always_hangs_is_given_up(fake: Fake) -> None:
    """A hundred documents do not wait a hundred times."""
    work = fake("sleep 600")
    made = _convert.convert([docx()] * 100, timeout=0.3)

    assert codes(made) == ["pdf-timeout"] * 100
    assert len((work / "runs").read_text().split()) == 3


def test_one_that_is_slow_but_goes_on_is_left_alone(fake: Fake) -> None:
    """The time is counted from the last PDF."""
    work = fake("sleep 0.4")
    made = _convert.convert([docx()] * 5, timeout=1)

    assert codes(made) == ["pdf"] * 5
    assert len((work / "runs").read_text().split()) == 1


def test_half_a_pdf_is_none(fake: Fake) -> None:
    """The exit code is 0 whatever happened: the file is looked at."""
    fake('grep -q -a SLEM "$f" && { echo "%PDF-1.6" > "${f%.docx}.pdf"; continue; }')

    assert codes(_convert.convert([docx(), docx("SLEM"), docx()])) == ["pdf", "pdf-failed", "pdf"]


def test_what_is_no_pdf_after_all(fake: Fake) -> None:
    """Head and tail are right, and nothing is between them."""
    fake('grep -q -a SLEM "$f" && { echo "%PDF-1.6 %%EOF" > "${f%.docx}.pdf"; continue; }')

    assert codes(_convert.convert([docx("SLEM"), docx()])) == ["pdf-failed", "pdf"]


def test_no_room_for_temporary_files(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding, as for any other fault."""
    fake("")
    monkeypatch.setattr(tempfile, "tempdir", "/findes/ikke")

    assert codes(_convert.convert([docx()])) == ["cannot-write"]


def test_more_than_a_process_takes(fake: Fake) -> None:
    """Each hundred gets its own."""
    work = fake("")

    assert codes(_convert.convert([docx()] * 201)) == ["pdf"] * 201
    assert len((work / "runs").read_text().split()) == 3


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how to install it; nothing is written."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="apt-get install libreoffice-writer-nogui fonts-liberation2"):
        render(en_plan()).save(tmp_path / "a.pdf")

    assert [*tmp_path.iterdir()] == []


def test_without_pikepdf(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """As without LibreOffice."""
    fake("")
    monkeypatch.setitem(sys.modules, "pikepdf", None)

    with pytest.raises(DocumentError, match=r"a\.pdf: .*pip install 'botilbudlaege\[pdf\]'"):
        render(en_plan()).save(tmp_path / "a.pdf")


def test_a_stream_that_ends_in_a_carriage_return(tmp_path: Path) -> None:
    """It is wrapped, and holds what it held."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Prove = pdf.make_stream(b"")
        pdf.Root.Prove.write(bytes(range(256)) + b"\r", filter=pikepdf.Name("/ASCII85Decode"))
        pdf.save(tmp_path / "a.pdf")
    conforming = _conform.conform((tmp_path / "a.pdf").read_bytes())
    (tmp_path / "b.pdf").write_bytes(conforming)
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        raw = pdf.Root.Prove.read_raw_bytes()
        filters = [str(each) for each in pdf.Root.Prove.Filter]

    assert raw.endswith(b"\x80")
    assert filters == ["/RunLengthDecode", "/ASCII85Decode"]
    assert b"\r\nendstream" not in conforming


# Save, the command line and batches ------------------------------------------------------------------------------


def test_other_endings_are_refused(tmp_path: Path) -> None:
    """The message names both that can be."""
    with pytest.raises(DocumentError, match=r"Word-fil eller PDF.*\.docx eller \.pdf"):
        render(en_plan()).save(tmp_path / "a.odt")


def test_save_does_not_overwrite_unasked(tmp_path: Path, fake: Fake) -> None:
    """As for a Word file."""
    fake("")
    target = tmp_path / "A.PDF"
    target.write_text("min")
    with pytest.raises(DocumentError, match="findes allerede"):
        render(en_plan()).save(target)
    kept = target.read_text()
    render(en_plan()).save(target, overwrite=True)

    assert kept == "min"
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["--pdf"], ["aeblehaven.docx", "aeblehaven.pdf"]),
        (["-o", "x.pdf"], ["x.pdf"]),
        (["-o", "x.pdf", "--pdf"], ["x.pdf"]),
        (["-o", "x.docx", "--pdf"], ["x.docx", "x.pdf"]),
    ],
)
def test_render_on_the_command_line(
    arguments: list[str],
    files: list[str],
    fake: Fake,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`--pdf` makes a PDF beside the Word file, `-o x.pdf` only the PDF."""
    fake("")
    here = tmp_path / "here"
    here.mkdir()
    facts = shutil.copy(EXAMPLES / "aeblehaven.toml", here)
    placed = [str(here / each) if each.startswith("x.") else each for each in arguments]
    code = run(["render", str(facts), *placed, "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["files"] == [str(here / file) for file in files]
    assert {path.name for path in here.iterdir()} == {"aeblehaven.toml", *files}


def plans(count: int) -> list[Samarbejdsplan]:
    """Make plans of which no two are alike."""
    return [en_plan(botilbud=et_botilbud(navn=f"Botilbud {n}")) for n in range(1, count + 1)]


def test_batch_makes_a_pdf_of_each_row(fake: Fake, tmp_path: Path) -> None:
    """Beside the Word file; one process for the chunk; the report names both."""
    work = fake("")
    report = render_many(plans(3), tmp_path / "ud", pdf=True)

    assert report.findings == ()
    assert [(row.fil, row.pdf) for row in report.raekker] == [
        (f"{n} Botilbud {n}.docx", f"{n} Botilbud {n}.pdf") for n in (1, 2, 3)
    ]
    assert len([*(tmp_path / "ud").glob("*.pdf")]) == 3
    assert len((work / "runs").read_text().split()) == 1


def test_batch_on_threads(fake: Fake, tmp_path: Path) -> None:
    """Chunks are converted where they are made."""
    work = fake("")
    with ThreadPoolExecutor(2) as pool:
        report = render_many(plans(150), tmp_path / "ud", pdf=True, executor=pool)

    assert report.findings == ()
    assert len([*(tmp_path / "ud").glob("*.pdf")]) == 150
    assert len((work / "runs").read_text().split()) == 2


def test_a_batch_goes_on_with_the_pdfs_that_are_missing(fake: Fake, tmp_path: Path) -> None:
    """A row whose PDF fails keeps its Word file and has a finding; the next run makes what is missing, and no more."""
    work = fake('case "$f" in *001.docx) continue;; esac')
    first = render_many(plans(3), tmp_path / "ud", pdf=True)
    fake("")
    second = render_many(plans(3), tmp_path / "ud", pdf=True)
    third = render_many(plans(3), tmp_path / "ud", pdf=True)

    assert [finding.code for finding in first.findings] == ["pdf-failed"]
    assert "2 Botilbud 2.pdf" in first.findings[0].place
    assert [(row.status, bool(row.pdf)) for row in first.raekker] == [
        ("skrevet", True),
        ("skrevet", False),
        ("skrevet", True),
    ]
    assert [row.status for row in second.raekker] == ["uændret", "skrevet", "uændret"]
    assert {row.status for row in third.raekker} == {"uændret"}
    assert all(row.pdf for row in (*second.raekker, *third.raekker))
    assert len((work / "runs").read_text().split()) == 2


def test_pdfs_of_a_batch_that_made_only_word_files(fake: Fake, tmp_path: Path) -> None:
    """Asked for afterwards, they are made; a batch without them then finds its files unchanged."""
    fake("")
    render_many(plans(2), tmp_path / "ud")
    second = render_many(plans(2), tmp_path / "ud", pdf=True)
    third = render_many(plans(2), tmp_path / "ud")

    assert [row.pdf for row in second.raekker] == ["1 Botilbud 1.pdf", "2 Botilbud 2.pdf"]
    assert [(row.status, row.pdf) for row in third.raekker] == [("uændret", ""), ("uændret", "")]


def test_a_batch_overwrites_no_pdf_of_others(fake: Fake, tmp_path: Path) -> None:
    """Unless it is asked to; the Word file is made."""
    fake("")
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "1 Botilbud 1.pdf").write_text("min")
    report = render_many(plans(1), tmp_path / "ud", pdf=True)
    kept = (tmp_path / "ud" / "1 Botilbud 1.pdf").read_text()
    again = render_many(plans(1), tmp_path / "ud", pdf=True, overwrite=True)

    assert [finding.code for finding in report.findings] == ["file-exists"]
    assert (report.raekker[0].fil, report.raekker[0].pdf) == ("1 Botilbud 1.docx", "")
    assert kept == "min"
    assert again.findings == ()


def test_a_batch_that_cannot_make_pdfs_says_so_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it makes anything, here and on an executor."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="apt-get install libreoffice-writer-nogui"):
        render_many(plans(2), tmp_path / "ud", pdf=True)
    with ThreadPoolExecutor(1) as pool, pytest.raises(DocumentError, match="apt-get install"):
        render_many(plans(2), tmp_path / "ud", pdf=True, executor=pool)

    assert not (tmp_path / "ud" / JOURNAL).exists()


def test_batch_on_the_command_line(fake: Fake, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--pdf` is passed on, and the report says what was made."""
    fake("")
    dump([Registerpost(plan=plan) for plan in plans(2)], tmp_path / "register.csv")
    code = run(["batch", str(tmp_path / "register.csv"), str(tmp_path / "ud"), "--pdf", "--json"])
    rows = json.loads(capsys.readouterr().out)["rapport"]["raekker"]

    assert code == 0
    assert [row["pdf"] for row in rows] == [row["fil"].replace(".docx", ".pdf") for row in rows]
    assert all((tmp_path / "ud" / row["pdf"]).exists() for row in rows)
