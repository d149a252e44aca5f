"""What a batch does not replace: what somebody has changed, what is not its own, and what stands elsewhere."""

from __future__ import annotations

import datetime
import json
import os
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import _digest, facts_digest, render, render_many
from botilbudlaege._version import __version__
from botilbudlaege.batch import JOURNAL
from botilbudlaege.cli import run
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import Home, JsonLines, mark_signed
from botilbudlaege.rendering.pdf import _convert
from tests.batch.registers import files, plans
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from pathlib import Path

    from botilbudlaege.batch import Report

FIRST = "Botilbud 0 samarbejdsplan.docx"
PDF = "Botilbud 0 samarbejdsplan.pdf"
CHANGED = (
    "Filen er ikke, som en tidligere kørsel lavede den, og er ikke erstattet. "
    "Se, om nogen har rettet i den, og flyt den, eller overskriv den (--overwrite, overwrite=True)."
)
NOT_KNOWN = (
    "Det er ikke noteret, hvordan filen var, da en tidligere kørsel lavede den, og den er ikke erstattet. "
    "Se, om nogen har rettet i den, og flyt den, eller overskriv den (--overwrite, overwrite=True)."
)
TAKEN = "Filen findes allerede. Vælg et andet navn, eller overskriv den (--overwrite, overwrite=True)."
FOLDER = (
    "Der er en mappe med filens navn. Flyt mappen, eller vælg et andet mønster for navnene (--navne, names)."
)
LINK = "Listen over det, der er lavet i mappen, er et link og bliver ikke fulgt. Slet linket, og kør igen."


def states(report: Report) -> list[str]:
    """List what became of the rows."""
    return [row.state for row in report.rows]


def told(report: Report) -> str:
    """Give the one finding, without the row and the file that it is about."""
    (finding,) = report.findings
    assert finding.place == f"række 1, {FIRST}"
    return f"{finding.message} {finding.remedy}"


def another(number: int) -> list[Any]:
    """Give plans of which the facts have changed."""
    return [attrs.evolve(plan, ikrafttraeden=datetime.date(2025, 7, 1)) for plan in plans(number)]


@pytest.mark.parametrize("subjects", [plans(2), another(2)], ids=["the same facts", "other facts"])
def test_a_document_edited_by_hand_is_told_and_stays(subjects: list[Any], tmp_path: Path) -> None:
    """Until it may be overwritten, and told each time; the other rows are made."""
    render_many(plans(2), tmp_path)
    (tmp_path / FIRST).write_bytes(b"rettet")
    before = [told(render_many(subjects, tmp_path)) for _ in range(2)]

    assert before == [CHANGED, CHANGED]
    assert (tmp_path / FIRST).read_bytes() == b"rettet"
    assert "refused" not in states(render_many(subjects, tmp_path, overwrite=True))
    assert files(tmp_path)[FIRST] == render(subjects[0]).content
    assert states(render_many(subjects, tmp_path)) == ["unchanged", "unchanged"]


def test_the_command_line_says_so_and_overwrites_when_asked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, and 0 with `--overwrite`."""
    register = tmp_path / "r.csv"
    register.write_text("Navn på botilbud;Dato for ikrafttræden\nA;01-03-2025\n", encoding="utf-8")
    command = ["batch", str(register), str(tmp_path / "ud"), "--draft"]
    codes = [run(command)]
    (document,) = (tmp_path / "ud").glob("*.docx")
    document.write_bytes(b"rettet")
    capfd.readouterr()
    codes += [run(command), run([*command, "--overwrite"]), run(command)]

    assert codes == [0, 1, 0, 0]
    assert f"{document.name}: " in (printed := capfd.readouterr().err)
    assert printed.count(CHANGED.replace(", overwrite=True", "")) == 1


@pytest.mark.parametrize("subjects", [plans(1), another(1)], ids=["the same facts", "other facts"])
def test_an_empty_file_of_ours_is_made_again(subjects: list[Any], tmp_path: Path) -> None:
    """A full disk leaves one; it is not unchanged, and nobody's words are lost in it."""
    render_many(plans(1), tmp_path)
    (tmp_path / FIRST).write_bytes(b"")

    assert states(render_many(subjects, tmp_path)) == ["written"]
    assert files(tmp_path)[FIRST] == render(subjects[0]).content


def test_an_empty_file_of_others_stays(tmp_path: Path) -> None:
    """Somebody has set it there."""
    (tmp_path / FIRST).write_bytes(b"")

    assert told(render_many(plans(1), tmp_path)) == TAKEN
    assert (tmp_path / FIRST).read_bytes() == b""


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("known", [False, True])
def test_a_folder_of_that_name_is_told(known: bool, overwrite: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """It is not unchanged, and nothing replaces it."""
    if known:
        render_many(plans(1), tmp_path)
        (tmp_path / FIRST).unlink()
    (tmp_path / FIRST).mkdir()
    report = render_many(plans(1), tmp_path, overwrite=overwrite)

    assert told(report) == FOLDER
    assert states(report) == ["refused"]
    assert (tmp_path / FIRST).is_dir()


@pytest.mark.parametrize(("known", "message"), [(False, TAKEN), (True, CHANGED)])
def test_a_link_in_place_of_a_document(known: bool, message: str, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """It is not the document, whatever it leads to, and nothing is written where it leads."""
    elsewhere = tmp_path / "andet.docx"
    elsewhere.write_bytes(render(plans(1)[0]).content)
    folder = tmp_path / "ud"
    folder.mkdir()
    if known:
        render_many(plans(1), folder)
        (folder / FIRST).unlink()
    (folder / FIRST).symlink_to(elsewhere)

    assert told(render_many(plans(1), folder)) == message
    assert told(render_many(another(1), folder)) == message
    assert states(render_many(another(1), folder, overwrite=True)) == ["written"]
    assert elsewhere.read_bytes() == render(plans(1)[0]).content
    assert not (folder / FIRST).is_symlink()


# Drafts, finals and other kinds ---------------------------------------------------------------------------


def test_a_final_takes_the_place_of_a_draft_and_not_the_other_way(tmp_path: Path) -> None:
    """A final may have been sent; drafts of those that were refused go beside it."""
    drafts, finals = plans(2), plans(2)
    finals[1] = attrs.evolve(finals[1], timer_pr_maaned=None)
    both = [
        states(render_many(drafts, tmp_path, draft=True)),
        states(render_many(finals, tmp_path)),
        states(render_many(finals, tmp_path, draft=True)),
    ]

    assert both == [["written", "written"], ["written", "refused"], ["refused", "written"]]
    assert told(render_many(finals, tmp_path, draft=True)) == (
        "Filen er et andet dokument, som en tidligere kørsel har lavet (samarbejdsplan), og er ikke erstattet. "
        "Vælg en anden mappe, eller overskriv den (--overwrite, overwrite=True)."
    )
    assert files(tmp_path)[FIRST] == render(finals[0]).content
    assert states(render_many(finals, tmp_path, draft=True, overwrite=True)) == ["written", "unchanged"]


def test_another_kind_of_document_in_the_same_folder(tmp_path: Path) -> None:
    """Both stand there, whatever the pattern."""
    reports = [
        render_many(plans(1), tmp_path, document=document, names=names)
        for names in ("{botilbud}", "{botilbud} {dokument}")
        for document in ("samarbejdsplan", "kontrakt")
    ]

    assert [report.rows[0].file for report in reports] == [
        "Botilbud 0.docx",
        "Botilbud 0 (2).docx",
        "Botilbud 0 samarbejdsplan.docx",
        "Botilbud 0 kontrakt.docx",
    ]
    assert files(tmp_path)["Botilbud 0.docx"] == render(plans(1)[0]).content
    assert files(tmp_path)["Botilbud 0 (2).docx"] == render(plans(1)[0], "kontrakt").content


# The journal ----------------------------------------------------------------------------------------------


def _age(folder: Path, fields: int) -> None:
    """Make the journal one of before it had homes: file and key, and digest and kind."""
    entries = [json.loads(line) for line in (folder / JOURNAL).read_text(encoding="utf-8").splitlines()]
    old = [[entry["file"], "sha256:0", entry["content"], entry["document"]][:fields] for entry in entries]
    lines = [json.dumps(line, ensure_ascii=False) for line in old]
    (folder / JOURNAL).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_journal_holds_what_was_issued(tmp_path: Path) -> None:
    """A line a document: file and digest, home, facts, pack and versions."""
    (plan,) = plans(1)
    render_many([plan], tmp_path, draft=True)
    made = render(plan, draft=True)
    (entry,) = JsonLines(tmp_path / JOURNAL).entries()

    assert (entry.file, entry.document, entry.draft) == (FIRST, "samarbejdsplan", True)
    assert entry.content == _digest.of_content(made.content)
    assert entry.subject == plan
    assert entry.facts_digest == facts_digest(plan) == made.provenance["botilbudlaege.oplysninger"]
    assert (entry.pack, entry.pack_version, entry.library) == ("midtjylland", "1.0", __version__)
    assert entry.home == Home("", "botilbud 0", "Skanderborg")


@pytest.mark.parametrize("fields", [2, 4])
def test_an_old_journal_is_understood(fields: int, tmp_path: Path) -> None:
    """Its files are found again by the facts that they say they were made of, and keep their names."""
    render_many(plans(2), tmp_path, names="{nummer:03} {botilbud}")
    _age(tmp_path, fields)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.docx")}
    report = render_many(plans(2), tmp_path)

    assert states(report) == [["written"] * 2, ["unchanged"] * 2][fields == 4]
    assert [row.file for row in report.rows] == ["001 Botilbud 0.docx", "002 Botilbud 1.docx"]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.docx")} == times
    assert states(render_many(plans(2)[::-1], tmp_path)) == ["unchanged", "unchanged"]


def test_of_an_old_journal_a_changed_row_keeps_its_file_by_the_name(tmp_path: Path) -> None:
    """The home's after the row's number, as files were called; where two bear it, there is a new file."""
    homes = [et_botilbud(navn=navn, p_nummer=None) for navn in ("Ro", "Egelund", "Egelund")]
    before = [en_plan(botilbud=home) for home in homes]
    render_many(before, tmp_path, names="{nummer} {botilbud}")
    _age(tmp_path, 4)
    report = render_many([attrs.evolve(plan, timer_pr_maaned=3) for plan in before[:2]], tmp_path)

    assert [(row.file, row.reason) for row in report.rows] == [
        ("1 Ro.docx", "facts"),
        ("Egelund samarbejdsplan.docx", "new"),
    ]
    assert {each.file for each in report.left_over} == {"2 Egelund.docx", "3 Egelund.docx"}


def test_of_an_old_journal_it_cannot_be_seen_what_was_edited(tmp_path: Path) -> None:
    """So what differs stays, unless it may be overwritten."""
    render_many(plans(1), tmp_path)
    _age(tmp_path, 2)
    before = files(tmp_path)

    assert told(render_many(another(1), tmp_path)) == NOT_KNOWN
    assert files(tmp_path) == before
    assert states(render_many(another(1), tmp_path, overwrite=True)) == ["written"]
    assert states(render_many(another(1), tmp_path)) == ["unchanged"]


def test_a_run_that_was_killed_after_it_replaced_a_document(tmp_path: Path) -> None:
    """The journal has the former digest; what would be written is there, and is as good as made."""
    render_many(plans(1), tmp_path)
    journal = (tmp_path / JOURNAL).read_bytes()
    render_many(another(1), tmp_path)
    (tmp_path / JOURNAL).write_bytes(journal)

    assert states(render_many(another(1), tmp_path)) == ["written"]
    assert states(render_many(another(1), tmp_path)) == ["unchanged"]


@pytest.mark.parametrize("make", [os.symlink, os.link], ids=["symbolic", "hard"])
@pytest.mark.parametrize("content", [b"", b"mine ord\n"])
def test_the_journal_is_not_followed_through_a_link(make: Any, content: bytes, tmp_path: Path) -> None:
    """Nothing is made, and the file elsewhere is as it was."""
    elsewhere = tmp_path / "dagbog"
    elsewhere.write_bytes(content)
    folder = tmp_path / "ud"
    folder.mkdir()
    make(elsewhere, folder / JOURNAL)
    with pytest.raises(DocumentError) as caught:
        render_many(plans(1), folder)

    assert str(caught.value) == f"{JOURNAL}: {LINK}"
    assert elsewhere.read_bytes() == content
    assert files(folder) == {}


def test_a_link_to_nothing_is_no_journal(tmp_path: Path) -> None:
    """It is not made where the link leads."""
    (tmp_path / JOURNAL).symlink_to(tmp_path / "ingen")
    with pytest.raises(DocumentError, match="er et link og bliver ikke fulgt"):
        render_many(plans(1), tmp_path)

    assert not (tmp_path / "ingen").exists()


def test_a_journal_that_becomes_a_link_during_the_run(tmp_path: Path) -> None:
    """It is not added to."""
    elsewhere = tmp_path / "dagbog"
    elsewhere.write_bytes(b"")
    folder = tmp_path / "ud"

    def progress(_: int, __: int | None) -> None:
        (folder / JOURNAL).unlink()
        (folder / JOURNAL).symlink_to(elsewhere)

    with pytest.raises(DocumentError, match="er et link og bliver ikke fulgt"):
        render_many(plans(150), folder, progress=progress)

    assert elsewhere.read_bytes() == b""


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Nothing is written where it leads."""
    (tmp_path / "andre").mkdir()
    (tmp_path / "ud").symlink_to(tmp_path / "andre", target_is_directory=True)
    with pytest.raises(DocumentError) as caught:
        render_many(plans(1), tmp_path / "ud")

    assert (
        str(caught.value) == "ud: Mappen er et link til en anden mappe. Angiv den mappe, som linket peger på."
    )
    assert [*(tmp_path / "andre").iterdir()] == []


# PDFs -----------------------------------------------------------------------------------------------------


@pytest.fixture
def quick_pdfs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for what makes PDFs."""
    from botilbudlaege.packs import _document  # noqa: PLC0415 - what makes PDFs is stood in for

    monkeypatch.setattr(_convert, "missing", lambda: None)
    monkeypatch.setattr(
        _document, "pdfs", lambda made: {name: b"%PDF" + doc.content for name, doc in made.items()}
    )


@pytest.mark.usefixtures("quick_pdfs")
def test_a_pdf_edited_by_hand_stays(tmp_path: Path) -> None:
    """As its Word file does; the row is made, and the PDF is told."""
    first = [states(render_many(plans(1), tmp_path, pdf=True)) for _ in range(2)]
    (tmp_path / PDF).write_bytes(b"rettet")
    report = render_many(plans(1), tmp_path, pdf=True)

    assert first == [["written"], ["unchanged"]]
    assert [str(finding) for finding in report.findings] == [f"række 1, {PDF}: {CHANGED}"]
    assert (tmp_path / PDF).read_bytes() == b"rettet"


@pytest.mark.usefixtures("quick_pdfs")
def test_a_signed_pdf_is_kept_with_its_document(tmp_path: Path) -> None:
    """The one that the journal says is signed; and when the facts change, neither is replaced."""
    render_many(plans(1), tmp_path, pdf=True)
    content = (tmp_path / PDF).read_bytes() + b"/ByteRange"
    (tmp_path / PDF).write_bytes(content)
    mark_signed(JsonLines(tmp_path / JOURNAL), FIRST, content, datetime.date(2025, 4, 2))
    same, other = (render_many(subjects, tmp_path, pdf=True) for subjects in (plans(1), another(1)))

    assert (states(same), states(other)) == (["unchanged"], ["refused"])
    assert other.findings[0].code == "signed"
    assert (tmp_path / PDF).read_bytes() == content


@pytest.mark.usefixtures("quick_pdfs")
def test_a_pdf_of_an_earlier_document_is_told(tmp_path: Path) -> None:
    """When its Word file has become another and no PDF was asked for; and no more when it is made too."""
    render_many(plans(1), tmp_path, pdf=True)
    stale, made = render_many(another(1), tmp_path), render_many(another(1), tmp_path, pdf=True)

    assert [(finding.code, finding.severity, finding.place) for finding in stale.findings] == [
        ("stale-pdf", "warning", f"række 1, {PDF}")
    ]
    assert states(stale) == states(made) == ["written"]
    assert made.findings == ()
    assert (tmp_path / PDF).read_bytes() == b"%PDF" + render(another(1)[0]).content
