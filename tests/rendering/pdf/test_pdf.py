"""PDFs that are saved, made on the command line and in batches."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Registerpost, dump, render, render_many
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli import run
from botilbudlaege.errors import DocumentError
from tests.builders import EXAMPLES, en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from botilbudlaege import Samarbejdsplan

    Fake = Callable[[str], Path]


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
    assert [(row.file, row.pdf) for row in report.rows] == [
        (f"Botilbud {n} samarbejdsplan.docx", f"Botilbud {n} samarbejdsplan.pdf") for n in (1, 2, 3)
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
    assert "Botilbud 2 samarbejdsplan.pdf" in first.findings[0].place
    assert [(row.state, bool(row.pdf)) for row in first.rows] == [
        ("written", True),
        ("written", False),
        ("written", True),
    ]
    assert [row.state for row in second.rows] == ["unchanged", "written", "unchanged"]
    assert {row.state for row in third.rows} == {"unchanged"}
    assert all(row.pdf for row in (*second.rows, *third.rows))
    assert len((work / "runs").read_text().split()) == 2


def test_pdfs_of_a_batch_that_made_only_word_files(fake: Fake, tmp_path: Path) -> None:
    """Asked for afterwards, they are made; a batch without them then finds its files unchanged."""
    fake("")
    render_many(plans(2), tmp_path / "ud")
    second = render_many(plans(2), tmp_path / "ud", pdf=True)
    third = render_many(plans(2), tmp_path / "ud")

    assert [row.pdf for row in second.rows] == [
        "Botilbud 1 samarbejdsplan.pdf",
        "Botilbud 2 samarbejdsplan.pdf",
    ]
    assert [(row.state, row.pdf) for row in third.rows] == [("unchanged", ""), ("unchanged", "")]


def test_a_batch_overwrites_no_pdf_of_others(fake: Fake, tmp_path: Path) -> None:
    """Unless it is asked to; the Word file is made."""
    fake("")
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "Botilbud 1 samarbejdsplan.pdf").write_text("min")
    report = render_many(plans(1), tmp_path / "ud", pdf=True)
    kept = (tmp_path / "ud" / "Botilbud 1 samarbejdsplan.pdf").read_text()
    again = render_many(plans(1), tmp_path / "ud", pdf=True, overwrite=True)

    assert [finding.code for finding in report.findings] == ["file-exists"]
    assert (report.rows[0].file, report.rows[0].pdf) == ("Botilbud 1 samarbejdsplan.docx", "")
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
    rows = json.loads(capsys.readouterr().out)["report"]["rows"]

    assert code == 0
    assert [row["pdf"] for row in rows] == [row["file"].replace(".docx", ".pdf") for row in rows]
    assert all((tmp_path / "ud" / row["pdf"]).exists() for row in rows)
