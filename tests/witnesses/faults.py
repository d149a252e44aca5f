"""Faults put in a living plan by hand, each alone, so that it is seen who finds it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from botilbudlaege import Document, load, render
from botilbudlaege.rendering.living._names import DATA_ID
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES
from tests.rendering.living.living_edits import Edited, W, a_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    Break = Callable[[Edited], object]

NAVN, START, PART, AFTALE = (
    *("plan.botilbud.navn", "plan.ikrafttraeden", "plan.aftalepart", "plan.moedeaftaler[0].tekst"),
)
DOCUMENT, HEADER = _package.DOCUMENT, "word/header1.xml"


@functools.cache
def whole() -> Document:
    """Give the plan that faults are put in."""
    return render(load(EXAMPLES / "aeblehaven.toml"), pack="faelles", living=True)


def broken(name: str) -> bytes:
    """Put a fault in the plan."""
    document = Edited(whole().content)
    FAULTS[name](document)
    return document.content


# Tools -------------------------------------------------------------------------------------------------


def made(document: Edited, element: str, /, **attributes: str) -> Any:
    """Make an element of Word."""
    return document.root.makeelement(
        f"{W}{element}", {f"{W}{key}": value for key, value in attributes.items()}
    )


def first(document: Edited, path: str) -> Any:
    """Find the first element of a path, names of Word's elements."""
    found = document.root.find(".//" + "/".join(f"{W}{name}" for name in path.split("/")))
    assert found is not None, path
    return found


def prop(document: Edited, tag: str, name: str) -> Any:
    """Find a property of the first control of a tag."""
    return document.controls(tag)[0].find(f"{W}sdtPr/{W}{name}")


def given(path: str, **attributes: str) -> Break:
    """Give the first element of a path other values."""

    def change(document: Edited) -> None:
        for key, value in attributes.items():
            first(document, path).set(f"{W}{key}", value)

    return change


def property_given(tag: str, name: str, **attributes: str) -> Break:
    """Give a property of a control other values."""

    def change(document: Edited) -> None:
        for key, value in attributes.items():
            prop(document, tag, name).set(f"{W}{key}", value)

    return change


def last(path: str) -> Break:
    """Move an element after those beside it."""

    def change(document: Edited) -> None:
        element = first(document, path)
        element.getparent().append(element)

    return change


def gone(path: str) -> Break:
    """Take an element out."""
    return lambda document: document.remove(first(document, path))


def put(path: str, name: str, **attributes: str) -> Break:
    """Put a new element last in another."""
    return lambda document: first(document, path).append(made(document, name, **attributes))


def again(path: str) -> Break:
    """Have an element twice."""
    return lambda document: first(document, path).addnext(_copy(first(document, path)))


def text(part: str, old: str, new: str) -> Break:
    """Change the source of a part."""

    def change(document: Edited) -> None:
        document.content  # noqa: B018 - writes what was changed
        source = document.parts[part].decode()
        changed = re.sub(old, new, source, count=1)
        assert changed != source, part
        document.roots.pop(part, None)
        document.parts[part] = changed.encode()

    return change


def _copy(element: Any) -> etree._Element:
    return _package.parse(_package.serialise(element))


# Faults ------------------------------------------------------------------------------------------------


def block_in_paragraph(document: Edited) -> None:
    """A control in a paragraph that has a paragraph in it."""
    content = document.controls(NAVN)[0].find(f"{W}sdtContent")
    paragraph = made(document, "p")
    paragraph.extend(list(content))
    content.append(paragraph)


def identity_taken(document: Edited) -> None:
    """Two controls of one id."""
    prop(document, START, "id").set(f"{W}val", prop(document, NAVN, "id").get(f"{W}val"))


def choice_twice(document: Edited) -> None:
    """A choice that a list has two times."""
    items = prop(document, PART, "dropDownList")
    items[2].attrib.update(items[0].attrib)


def control_in_link(document: Edited) -> None:
    """A control in a link."""
    control = document.controls(NAVN)[0]
    link = made(document, "hyperlink", anchor="top")
    control.getparent().replace(control, link)
    link.append(control)


def control_in_control(document: Edited) -> None:
    """A control in a control for text."""
    outer, inner = document.controls(NAVN)[0], document.controls(START)[0]
    outer.find(f"{W}sdtContent").append(inner)


def paragraph_in_paragraph(document: Edited) -> None:
    """A paragraph in a paragraph."""
    inner = made(document, "p")
    inner.append(a_run("Indeni"))
    first(document, "p").append(inner)


def cell_without_paragraph(document: Edited) -> None:
    """A cell with nothing in it."""
    cell = first(document, "tbl/tr/tc")
    for paragraph in cell.findall(f"{W}p"):
        cell.remove(paragraph)


def store_twice(document: Edited) -> None:
    """Two data items of one id."""
    for name in [name for name in document.parts if name.startswith("customXml/itemProps")]:
        document.parts[name] = re.sub(rb"\{[0-9A-F-]+\}", DATA_ID.encode(), document.parts[name])


def word_gone(document: Edited) -> None:
    """A paragraph that is not there."""
    document.remove(document.paragraph("Emnerne er ikke udtømmende"))


def swapped(document: Edited) -> None:
    """Two paragraphs that changed places."""
    document.paragraph("Emnerne er ikke").addnext(document.paragraph("Parterne begynder med"))


def outside_content(document: Edited) -> None:
    """Words of a control beside its content."""
    content = document.controls(NAVN)[0].find(f"{W}sdtContent")
    content.addnext(content[0])


FAULTS: dict[str, Break] = {
    # what the issue that asked for witnesses tried, and its kin: grammar
    "block control in a paragraph": block_in_paragraph,
    "cell without paragraph": cell_without_paragraph,
    "paragraph in a paragraph": paragraph_in_paragraph,
    "run in the body": lambda d: first(d, "body").insert(0, a_run("Løs")),
    "text in a paragraph": lambda d: setattr(first(d, "p"), "text", "Løs"),
    "table without grid": gone("tbl/tblGrid"),
    "table without properties": gone("tbl/tblPr"),
    "row without cells": lambda d: [
        first(d, "tbl/tr").remove(c) for c in first(d, "tbl/tr").findall(f"{W}tc")
    ],
    "section before the end": lambda d: first(d, "body").insert(0, d.root.find(f"{W}body/{W}sectPr")),
    "two sections at the end": again("body/sectPr"),
    "order in a run's properties": lambda d: first(d, "rPr").extend(
        [made(d, "color", val="FF0000"), made(d, "b")]
    ),
    "order in a paragraph's properties": lambda d: first(d, "pPr").insert(0, made(d, "jc", val="left")),
    "order in a table's properties": last("tbl/tblPr/tblStyle"),
    "order in a cell's properties": lambda d: first(d, "tbl/tr/tc/tcPr").insert(
        0, made(d, "vAlign", val="top")
    ),
    "order in the page's properties": last("body/sectPr/headerReference"),
    "order in the settings": text(
        "word/settings.xml", r"(<w:zoom[^>]*/>)(.*)</w:settings>", r"\2\1</w:settings>"
    ),
    "unknown element": put("pPr", "findesIkke"),
    "unknown attribute": given("p", findesIkke="1"),
    "alignment that is none": lambda d: first(d, "pPr").append(made(d, "jc", val="midt")),
    "size that is no number": lambda d: first(d, "r").insert(
        0, _with(made(d, "rPr"), made(d, "sz", val="stor"))
    ),
    "colour that is none": lambda d: first(d, "r").insert(
        0, _with(made(d, "rPr"), made(d, "color", val="rød"))
    ),
    "page of a negative width": given("body/sectPr/pgSz", w="-1"),
    # references
    "list that is not defined": lambda d: first(d, "numPr/numId").set(f"{W}val", "99"),
    "style that is not defined": lambda d: first(d, "pStyle").set(f"{W}val", "FindesIkke"),
    "header that no relationship leads to": text(
        DOCUMENT, r'(<w:headerReference[^>]*r:id=")[^"]*', r"\1rId99"
    ),
    "relationship to a part that is not there": lambda d: d.parts.pop("word/theme/theme1.xml"),
    "part without a type": text(_package.CONTENT_TYPES, r'<Override PartName="/word/styles\.xml"[^>]*/>', ""),
    "type of another part": text(
        _package.CONTENT_TYPES, r'(PartName="/word/styles\.xml" ContentType="[^"]*)styles', r"\1settings"
    ),
    "bookmark without an end": lambda d: first(d, "p").append(made(d, "bookmarkStart", id="1", name="her")),
    "two bookmarks of one name": lambda d: two_bookmarks(d, "12", ("her", "her")),
    "two bookmarks of one id": lambda d: two_bookmarks(d, "11", ("her", "der")),
    "style that builds on itself": text(
        "word/styles.xml", r'(w:styleId="Title">.*?<w:basedOn w:val=")[^"]*', r"\1Title"
    ),
    "two styles of one id": text("word/styles.xml", r'w:styleId="Subtitle"', 'w:styleId="Title"'),
    "field without an end": lambda d: first(d, "body/p").append(_field(d)),
    "prefix without a namespace in Ignorable": text(
        DOCUMENT,
        "<w:body",
        '<w:body xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99"',
    ),
    # controls
    "order of a control's properties": lambda d: prop(d, NAVN, "id").getparent().append(prop(d, NAVN, "id")),
    "two kinds of control": lambda d: prop(d, NAVN, "text").addnext(made(d, "richText")),
    "two controls of one id": identity_taken,
    "id of 32 bits": property_given(NAVN, "id", val="2147483648"),
    "id that is no number": property_given(NAVN, "id", val="abc"),
    "title of 65 letters": property_given(NAVN, "alias", val="x" * 65),
    "tag of 65 letters": property_given(NAVN, "tag", val="x" * 65),
    "lock that is none": property_given(NAVN, "lock", val="låst"),
    "choice twice": choice_twice,
    "choice that the list has not": lambda d: d.both(PART, "regionen"),
    "control in a link": control_in_link,
    "control in a control for text": control_in_control,
    "words of a control beside its content": outside_content,
    "control without content": lambda d: d.remove(d.controls(NAVN)[0].find(f"{W}sdtContent")),
    "prompt that is not there": lambda d: prop(d, NAVN, "placeholder")[0].set(f"{W}val", "FINDES_IKKE"),
    "data that are not there": property_given(
        NAVN, "dataBinding", storeItemID="{00000000-0000-0000-0000-000000000000}"
    ),
    "two data of one id": store_twice,
    "path to nowhere": property_given(NAVN, "dataBinding", xpath="/n:plan[1]/n:findes_ikke[1]"),
    "path that is an expression": property_given(NAVN, "dataBinding", xpath="//n:navn"),
    "other words than are stored": lambda d: d.store(NAVN, "Bøgely"),
    "date that is none": property_given(START, "date", fullDate="1. april 2025"),
    # text and package
    "paragraph left out": word_gone,
    "paragraphs swapped": swapped,
    "header that is no XML": text(HEADER, "</w:hdr>", ""),
    "document that is no XML": text(DOCUMENT, "</w:document>", ""),
    "no document": lambda d: [d.roots.pop(DOCUMENT), d.parts.pop(DOCUMENT)],
    "two titles of the file": text("docProps/core.xml", "(<dc:title>[^<]*</dc:title>)", r"\1\1"),
    "two properties of one id": text("docProps/custom.xml", r'pid="3"', 'pid="2"'),
}


def _with(element: Any, child: Any) -> Any:
    element.append(child)
    return element


def two_bookmarks(document: Edited, numbers: str, names: tuple[str, str]) -> None:
    """Put a bookmark in each of two paragraphs."""
    for paragraph, number, name in zip(document.root.iter(f"{W}p"), numbers, names, strict=False):
        paragraph.append(made(document, "bookmarkStart", id=number, name=name))
        paragraph.append(made(document, "bookmarkEnd", id=number))


def _field(document: Edited) -> Any:
    run = a_run("")
    run.append(made(document, "fldChar", fldCharType="begin"))
    return run
