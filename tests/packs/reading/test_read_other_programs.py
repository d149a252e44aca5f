"""A living document after a program that is not Word: what it writes otherwise changes nothing that is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from botilbudlaege import DocumentError, read
from botilbudlaege.rendering.living._names import DATA_NS, SNAPSHOT_NS
from botilbudlaege.rendering.word import _known, _package
from tests.packs.reading.living import AFTALE, NAVN, changed, issued, plan, told
from tests.rendering.living.living_edits import Edited, W
from tests.rendering.word.docx_builder import NS, packed
from tests.rendering.word.other_programs import emoji
from tests.rendering.word.outside_builder import relationship

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = "word/settings.xml"
KIND = "application/vnd.openxmlformats-officedocument.oleObject"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def element(name: str, *children: Any, **attributes: str) -> Any:
    """An element of Word's."""
    made = etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})
    made.extend(children)
    return made


def declares_kinds(document: Edited) -> None:
    """ONLYOFFICE declares kinds of parts that are not there."""
    types = document.parts[_package.CONTENT_TYPES]
    entry = f'<Default Extension="bin" ContentType="{KIND}"/></Types>'.encode()
    document.parts[_package.CONTENT_TYPES] = types.replace(b"</Types>", entry)


def main_by_default(document: Edited) -> None:
    """The main document is what every part is that says nothing else."""
    types = document.parts[_package.CONTENT_TYPES].decode()
    types = re.sub(r'<Override PartName="/word/document.xml"[^>]*>', "", types)
    types = re.sub(r'(Extension="xml" ContentType=")[^"]*', rf"\g<1>{MAIN}", types)
    document.parts[_package.CONTENT_TYPES] = types.encode()


def other_data(document: Edited) -> None:
    """SharePoint and others put data of their own into the file, in UTF-16."""
    for name in ("item9", "itemProps9"):
        document.parts[f"customXml/{name}.xml"] = (
            "<?xml version='1.0' encoding='UTF-16'?><a>Å {{ x }}</a>".encode("utf-16")
        )
    _package.relate(
        document.parts, _package.DOCUMENT_RELS, f"{_known.OFFICE}/customXml", "../customXml/item9.xml"
    )
    _package.relate(
        document.parts, "customXml/_rels/item9.xml.rels", f"{_known.OFFICE}/customXmlProps", "itemProps9.xml"
    )


def attached(target: str) -> Callable[[Edited], None]:
    """A document that Word has given its own template."""

    def attach(document: Edited) -> None:
        document.parts[SETTINGS] = document.parts[SETTINGS].replace(
            b"</w:settings>", f'<w:attachedTemplate {NS} r:id="rId9"/></w:settings>'.encode()
        )
        rels = relationship("attachedTemplate", target, mode="External")
        document.parts[_package.rels_of(SETTINGS)] = (
            f'<Relationships xmlns="{_package.NS_RELS}">{rels}</Relationships>'.encode()
        )

    return attach


def narrow_column(document: Edited) -> None:
    """A table that has been drawn by hand begins its rows after a narrow column, and keeps its former grid."""
    for table in list(document.root.iter(f"{W}tbl")):
        grid = table.find(f"{W}tblGrid")
        grid.insert(0, element("gridCol", w="8"))
        grid.append(element("tblGridChange", element("tblGrid", element("gridCol", w="9")), id="0"))
        for row in table.iter(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                row.insert(0, properties)
            properties.insert(0, element("gridBefore", val="1"))


def without_grids(document: Edited) -> None:
    """A program may write none."""
    for grid in list(document.root.iter(f"{W}tblGrid")):
        document.remove(grid)


def in_controls(document: Edited) -> None:
    """The last of each cell and of each header stands in a control of its own."""
    blocks = [cell[-1] for cell in document.root.iter(f"{W}tc") if cell[-1].tag == f"{W}p"]
    blocks += [block for name, root in document.roots.items() if name != _package.DOCUMENT for block in root]
    for number, block in enumerate(blocks):
        control = element(
            "sdt", element("sdtPr", element("id", val=str(90000 + number))), element("sdtContent")
        )
        block.getparent().replace(block, control)
        control[1].append(block)


@pytest.mark.parametrize(
    "edit",
    [
        declares_kinds,
        main_by_default,
        other_data,
        attached("Normal.dotm"),
        attached("file:///C:\\Users\\bo\\Templates\\Normal.dotm"),
        attached("https://firma.example/Brev.dotx"),
        narrow_column,
        without_grids,
        in_controls,
    ],
)
def test_nothing_is_told(edit: Callable[[Edited], None]) -> None:
    """The facts are those of the plan as it was issued."""
    document = Edited(issued())
    edit(document)
    back = read(document.content)

    assert told(back.findings) == []
    assert back.subject == plan()


def with_sign(path: str, sign: str, *, older: str = "") -> Edited:
    """The plan after an emoji is typed at the end of a fact, in Word."""
    document = Edited(issued())
    before = {NAVN: "Æblehaven", AFTALE: "Et nyt tidspunkt aftales.\nDet sker hurtigt."}[path]
    for control in document.controls(path):
        control.find(f"{W}sdtContent").append(
            etree.fromstring(emoji(sign, older).replace("<w:r>", f"<w:r {NS}>", 1))
        )
    return document.store(path, before + sign)


def test_a_sign_of_words_own_is_read() -> None:
    """As the letter that it is, in a name and in a text of several lines."""
    name, text = read(with_sign(NAVN, "🍎").content), read(with_sign(AFTALE, "😊").content)

    assert name.subject == changed(botilbud_navn="Æblehaven🍎")
    assert text.subject.moedeaftaler[0].tekst == "Et nyt tidspunkt aftales.\nDet sker hurtigt.😊"
    assert [told(each.findings) for each in (name, text)] == [
        [("remark", "changed", "botilbud.navn")],
        [("remark", "changed", "moedeaftaler[0].tekst")],
    ]


def test_a_sign_that_is_two_is_told() -> None:
    """One in Word, and another elsewhere."""
    back = read(with_sign(AFTALE, "😊", older="😎").content)

    assert "unequal-alternatives" in {finding.code for finding in back.findings}


@pytest.mark.parametrize("namespace", [DATA_NS, SNAPSHOT_NS])
def test_our_own_data_in_another_encoding(namespace: str) -> None:
    """They are read, as those in UTF-8."""
    document = Edited(issued())
    name = document.item(namespace)
    text = document.parts[name].decode().replace("UTF-8", "UTF-16")
    document.parts[name] = text.encode("utf-16")
    back = read(document.content)

    assert back.subject == plan()
    assert back.findings == ()


def test_strict_is_refused_with_how_to_save() -> None:
    """Not read wrongly."""
    strict = {
        name: content.replace(
            _known.OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ).replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, content in _package.read(issued()).items()
    }
    with pytest.raises(DocumentError, match="filtypen Word-dokument"):
        read(packed(strict))
