"""How a sentence of a living document is made to look, and what is put beside it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.packs.reading.living import (
    SENTENCE,
)
from tests.rendering.living.living_edits import Edited, W

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_LIST = "=allonge.aftalte_aendringer"


def xml(text: str) -> Any:
    """An element of Word."""
    return etree.fromstring(f"<x {_NAMES}>{text}</x>")[0]


def look(document: Edited, *marks: str) -> None:
    """Give the sentence a look."""
    for run in document.paragraph(SENTENCE).iter(f"{W}r"):
        run.insert(0, xml(f"<w:rPr>{''.join(marks)}</w:rPr>"))


def style(document: Edited, kind: str, marks: str) -> None:
    """Add a style with a look, and one that builds on it."""
    made = (
        f'<w:style w:type="{kind}" w:styleId="A"><w:rPr>{marks}</w:rPr></w:style>'
        f'<w:style w:type="{kind}" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    name = "word/styles.xml"
    document.parts[name] = document.parts[name].replace(b"</w:styles>", made.encode())


def append(document: Edited, *texts: str) -> None:
    """Add elements to the paragraph of the sentence."""
    for text in texts:
        document.paragraph(SENTENCE).append(xml(text))


def no_header(document: Edited) -> None:
    """Take the header away from the section; its part stays."""
    for reference in list(document.root.iter(f"{W}headerReference")):
        document.remove(reference)
