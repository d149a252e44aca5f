"""The last witness: what is printed of a document read back, held against what is printed of one made anew."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from botilbudlaege import DocumentError, read
from botilbudlaege.cli._run import run
from tests.packs.reading.living import SENTENCE, after, changed, issued
from tests.packs.reading.looks import look, xml
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
WIDTH, HEIGHT = 3_600_000, 180_000
"""A picture of 10 by half a centimetre, as drawings count."""


def with_pictures(edit: Callable[[Edited], object]) -> Any:
    """Read the plan back after an edit, with its pages."""
    document = Edited(issued())
    edit(document)
    return read(document.content, billeder=True)


def png() -> bytes:
    """Give a white picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )


def paste_over(document: Edited) -> None:
    """Paste a white picture over the sentence."""
    document.parts["word/media/x.png"] = png()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    document.parts[types] = document.parts[types].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    made = f'<Relationship Id="rIdX" Type="{_KIND}" Target="media/x.png"/></Relationships>'
    document.parts[relations] = document.parts[relations].replace(b"</Relationships>", made.encode())
    anchor = (
        f'<w:r><w:drawing><wp:anchor {_NAMES} simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{WIDTH}" cy="{HEIGHT}"/><wp:wrapNone/><wp:docPr id="99" name="x"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="99" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdX"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{HEIGHT}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )
    document.paragraph(SENTENCE).append(xml(anchor))


def other_document(document: Edited) -> None:
    """Give the file a second document, to which its relationships lead."""
    text = "".join(document.paragraph(SENTENCE).itertext())
    main = document.parts["word/document.xml"]
    assert text.encode() in main
    document.parts["word/document2.xml"] = main.replace(text.encode(), b"Aftalen er ophaevet.")
    document.parts["word/_rels/document2.xml.rels"] = document.parts["word/_rels/document.xml.rels"]
    types, relations = "[Content_Types].xml", "_rels/.rels"
    kind = b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    document.parts[types] = document.parts[types].replace(
        b"</Types>", b'<Override PartName="/word/document2.xml" ' + kind + b"</Types>"
    )
    document.parts[relations] = document.parts[relations].replace(b"word/document.xml", b"word/document2.xml")


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_document_that_nobody_changed() -> None:
    """It looks as it is."""
    back = with_pictures(lambda _: None)

    assert back.findings == ()
    assert back.billeder == {}


@pytest.mark.libreoffice
@pytest.mark.slow
def test_lines_that_are_moved() -> None:
    """An empty paragraph moves all that follows, which is no difference; a fact that is read is none either."""
    back = with_pictures(lambda d: d.paragraph(SENTENCE).addprevious(xml("<w:p/>")))

    assert back.findings == ()


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda d: look(d, '<w:color w:val="FFFFFF"/>'), "mangler noget på siden"),
        (paste_over, "mangler noget på siden"),
        (other_document, "ser siden anderledes ud"),
    ],
    ids=["white text", "a picture over words", "two documents"],
)
def test_what_is_printed_otherwise(edit: Callable[[Edited], object], message: str) -> None:
    """It is told with page and place, and both pages are shown beside each other."""
    back = with_pictures(edit)
    (told,) = (finding for finding in back.findings if finding.code == "looks-different")
    (page,) = back.billeder
    picture = Image.open(io.BytesIO(back.billeder[page].png))

    assert told.severity == "warning"
    assert told.place.startswith(f"side {page}, ")
    assert told.place.endswith(" cm fra oven")
    assert message in told.message
    assert picture.width > picture.height, "two pages"
    assert (200, 0, 0) in [picture.getpixel((20, row)) for row in range(picture.height)]


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_fact_that_was_changed_is_printed_as_it_is_read() -> None:
    """The pages are held against those made of the facts as they are now."""

    def edit(document: Edited) -> None:
        for control in document.controls("plan.botilbud.antal_beboere"):
            next(control.iter(f"{W}t")).text = "19"

    back = with_pictures(edit)

    assert back.subject == changed(botilbud_antal_beboere=19)
    assert back.billeder == {}


@pytest.mark.libreoffice
@pytest.mark.slow
def test_the_command_writes_the_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One a page, with the name of the document and the number of the page."""
    document = Edited(issued())
    look(document, '<w:color w:val="FFFFFF"/>')
    (tmp_path / "plan.docx").write_bytes(document.content)

    code = run(["read", str(tmp_path / "plan.docx"), "--billeder", str(tmp_path / "billeder")])
    (written,) = (tmp_path / "billeder").iterdir()

    assert code == 1, "the sentence is told as deleted"
    assert written.name == "plan-side-1.png"
    assert "plan-side-1.png" in capsys.readouterr().out.replace("\n", "")


def test_the_command_refuses_pictures_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are of one document."""
    assert run(["read", str(tmp_path), "--billeder", str(tmp_path)]) == 1
    assert "--billeder er til ét dokument." in capsys.readouterr().err


def test_a_document_that_cannot_be_made_again_has_no_pictures() -> None:
    """That is told, with what to do."""
    document = Edited(issued())
    name = "docProps/custom.xml"
    document.parts[name] = document.parts[name].replace(b"midtjylland 1.0", b"ukendt 1.0")
    told = [finding.message for finding in read(document.content, billeder=True).findings]

    assert any("kan ikke sammenlignes som billeder" in message for message in told)
    assert after(lambda _: None).billeder == {}


def test_without_poppler(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is named."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(DocumentError, match="pdftoppm"):
        read(issued(), billeder=True)
