"""Every file that scripts write is what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs import generated
from docs.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_files_are_what_their_scripts_write() -> None:
    """`python -m docs` changes nothing; where this fails, it mends."""
    assert [str(path.relative_to(generated.ROOT)) for path in generated.differing()] == []


def test_every_word_template_of_the_common_pack_is_made_by_a_script() -> None:
    """None is edited by hand, where a change could not be reviewed."""
    assert set(generated.templates()) == {path.name for path in generated.FAELLES.glob("*.docx")}


def test_a_page_that_says_that_a_script_writes_it_is_among_them() -> None:
    """So that one command mends them all."""
    pages = (generated.ROOT / "docs").rglob("*.md")
    marked = {page for page in pages if "<!-- Skrevet af docs/" in page.read_text(encoding="utf-8")}

    assert marked
    assert marked <= set(generated.files())


def test_check_tells_what_differs_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page with its first changed lines, a Word file by its name; without `--check` they are written."""
    page, template = tmp_path / "side.md", tmp_path / "skabelon.docx"
    page.write_text("samme\nfør\n", encoding="utf-8")
    monkeypatch.setattr(generated, "ROOT", tmp_path)
    monkeypatch.setattr(generated, "files", lambda: {page: b"samme\nnu\n", template: b"PK\xff"})

    assert main(["--check"]) == 1
    assert capsys.readouterr().out == "side.md\n  -før\n  +nu\nskabelon.docx\n"
    assert page.read_text(encoding="utf-8") == "samme\nfør\n"
    assert main([]) == 0
    assert template.read_bytes() == b"PK\xff"
    assert main(["--check"]) == 0
