"""Answers and documents that an import refuses, each with what to do."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege.errors import BotilbudlaegeError, DataError, DocumentError, PackError
from botilbudlaege.packs.forms import _page
from botilbudlaege.packs.importing import _sheet
from botilbudlaege.packs.importing._import import import_template
from tests.packs.importing.steps import answer, begun, text_of
from tests.packs.importing.word import Pen

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_that_cannot_be_read_are_told_together_and_nothing_is_written(tmp_path: Path) -> None:
    """Each with its number; the pack stays as it was."""
    source, path = begun(tmp_path, "Telefon: ______", "Botilbud: [navn på botilbud]")
    answer(path, {"1": "ja", "2": "plan.botilbud.nvn"})

    with pytest.raises(DataError) as refused:
        import_template(source, tmp_path / "syddanmark")

    assert [finding.place for finding in refused.value.findings] == ["forslag, nr. 1", "forslag, nr. 2"]
    assert text_of(tmp_path) == ["Telefon: ______", "Botilbud: [navn på botilbud]"]


def test_answers_to_another_edition_of_the_file_are_refused(tmp_path: Path) -> None:
    """A number would lead to other words."""
    source, path = begun(tmp_path, "Botilbud: [navn på botilbud]")
    answer(path, {"1": "ja"})
    other = Pen()
    other.p("Læge: [lægens navn]")
    source.write_bytes(other.bytes())

    with pytest.raises(DataError) as refused:
        import_template(source, tmp_path / "syddanmark")

    assert [finding.code for finding in refused.value.findings] == ["proposal-stale"]


@pytest.mark.slow
def test_what_somebody_edited_since_is_not_written_over(tmp_path: Path) -> None:
    """Nor is a folder that is not an import's."""
    source, _ = begun(tmp_path, "Planen er skrevet af regionen selv.")
    clause = next(path for path in (tmp_path / "syddanmark").rglob("*.md") if path.parent.name == "klausuler")
    clause.write_text("Rettet i hånden.\n", encoding="utf-8")

    with pytest.raises(PackError) as refused:
        import_template(source, tmp_path / "syddanmark")
    with pytest.raises(DocumentError):
        import_template(source, tmp_path)

    assert [finding.code for finding in refused.value.findings] == ["edited-since"]
    assert clause.read_text(encoding="utf-8") == "Rettet i hånden.\n"


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (None, {}, "no-file"),
        (b"\xd0\xcf\x11\xe0 gammel", {}, "not-docx"),
        (b"", {"region": "Region Fyn"}, "unknown-region"),
        (b"", {"document": "lejekontrakt"}, "unknown-document"),
    ],
)
def test_what_cannot_be_imported_is_said(
    content: bytes | None, options: dict[str, Any], code: str, tmp_path: Path
) -> None:
    """In Danish, with the remedy; nothing is made."""
    source = tmp_path / "skabelon.docx"
    if content is not None:
        source.write_bytes(content or Pen().bytes())

    with pytest.raises(BotilbudlaegeError) as refused:
        import_template(source, tmp_path / "syddanmark", **options)

    assert [finding.code for finding in refused.value.findings] == [code]
    assert not (tmp_path / "syddanmark").exists()


@pytest.mark.parametrize(
    ("folder", "options", "code"),
    [
        ("syddanmark", {"region": "Region Fyn"}, "unknown-region"),
        ("importeret", {"region": "Region Fyn"}, "unknown-region"),
        ("andet", {}, "cannot-write"),
        ("ny", {"pack_id": "Ny pakke"}, "bad-id"),
    ],
)
def test_a_project_that_cannot_be_is_refused_before_the_words_are_read(
    folder: str, options: dict[str, Any], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wrote a region wrongly is not to wait for all that is done with the file."""
    source = tmp_path / "skabelon.docx"
    source.write_bytes(Pen().bytes())
    (tmp_path / "andet").mkdir()
    (tmp_path / "importeret" / "botilbudlaege_importeret" / "importeret").mkdir(parents=True)
    (tmp_path / "importeret" / "forslag.json").touch()
    monkeypatch.setattr(_page, "read", None)

    with pytest.raises(BotilbudlaegeError) as refused:
        import_template(source, tmp_path / folder, **options)

    assert [finding.code for finding in refused.value.findings] == [code]


def test_a_workbook_holds_no_formula_and_is_read_back(tmp_path: Path) -> None:
    """A place may hold words that a spreadsheet would take for a formula."""
    source, path = begun(tmp_path, "Botilbud: [=HYPERLINK(navn på botilbud)]", "=2+3: [navn på botilbud]")
    book = path.with_suffix(".xlsx")

    read_back = _sheet.read_workbook(book)

    assert source.is_file()
    with zipfile.ZipFile(book) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert read_back["2"] == ("", "[navn på botilbud]")
