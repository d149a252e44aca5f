"""The corpus: a file that is right has no fault, and a document that is another than it should be is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege.rendering.filling._template import Template
from botilbudlaege.rendering.word import _package
from tests import corpus
from tests.corpus_tags import tagged
from tests.rendering.word.docx_builder import docx, p, parts, row, table
from tests.rendering.word.other_programs import box, control, emoji
from tests.rendering.word.outside_builder import field

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

BODY = p("Kære læser ", emoji()) + table(2, row("a", "b")) + control(p("c")) + p(box(p("d"))) + p("slut")


def test_tags_are_put_everywhere() -> None:
    """In the first and the last text, a cell, a control, both ways of a box, and a header."""
    made = _package.read(tagged(parts(BODY, header=p("øverst"))))

    assert made[_package.DOCUMENT].count(b"{{ plan.botilbud.navn }}") == 6
    assert b"{%p if plan" in made[_package.DOCUMENT]
    assert made["word/header1.xml"].count(b"{{ plan.botilbud.navn }}") == 1


def test_an_ordinary_file_has_no_fault(tmp_path: Path) -> None:
    """It is opened, filled in, and the same to all; one that is refused is counted by its reason."""
    (tmp_path / "a.docx").write_bytes(docx(BODY, header=p("øverst")))
    (tmp_path / "b.docx").write_bytes(docx(BODY + field(" DATE ")))
    (tmp_path / "c.docx").write_bytes(b"intet")
    right, changing, broken = corpus.outcomes(tmp_path)
    lines = list(corpus.report([right, changing, broken]))

    assert (right.faults, right.reasons, right.tags, right.oracle) == ((), (), (), "")
    assert [code for code, _ in changing.tags] == ["changing-field"]
    assert [code for code, _ in broken.reasons] == ["not-docx"]
    assert lines[0] == "3 files, 2 opened, 1 refused"
    assert lines[2] == "with tags: 1 filled in, 1 refused; docxtpl made the same of 1"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"slut", b"slet", "docxtpl has another word/document.xml"),
        (b"<w:sectPr/>", b"<w:cols/><w:sectPr/>", "validator: /word/document.xml"),
        (b"</w:body>", b'<w:p><w:r><w:object r:id="rId99"/></w:r></w:p></w:body>', "the document is refused"),
    ],
)
def test_a_document_that_is_another_is_told(
    old: bytes, new: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whoever sees it."""
    (tmp_path / "a.docx").write_bytes(docx(p("a") + p("slut") + p("b")))
    render = Template.render

    def other(template: Template, values: object) -> bytes:
        made = _package.read(render(template, values))
        return _package.write({**made, _package.DOCUMENT: made[_package.DOCUMENT].replace(old, new)})

    monkeypatch.setattr(Template, "render", other)
    (found,) = corpus.outcomes(tmp_path)

    assert any(fault.startswith(told) for fault in found.faults), found.faults
