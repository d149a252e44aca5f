"""Numbered lists in loops: each round counts for itself, and what is one list stays one."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from botilbudlaege import rendering
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._styles import Styles, val
from botilbudlaege.rendering.word._text import W, paragraph_text
from tests.rendering.word.docx_builder import NS, p, packed, parts, row, table

NUMBERED, BULLETS, HEADINGS, LATE = "1", "2", "3", "4"
_LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
_KINDS = {NUMBERED: ("decimal", 1), BULLETS: ("bullet", 1), HEADINGS: ("decimal", 1), LATE: ("decimal", 4)}
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
VALUES = {"x": [{"navn": "A", "y": ["1", "2"]}, {"navn": "B", "y": ["3"]}], "y": ["1", "2"], "ja": True}


def item(text: str, num: str = NUMBERED, level: int = 0) -> str:
    """An item of a list."""
    return p(
        text,
        properties=f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>',
    )


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return p(text, properties=f'<w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="left"/></w:pPr>')


def loop(*content: str, over: str = "a in x") -> str:
    """A loop over paragraphs."""
    return p(f"{{%p for {over} %}}") + "".join(content) + p("{%p endfor %}")


def package(body: str) -> dict[str, bytes]:
    """A package with four lists, and styles that stand in the first and in the headings' one."""
    made = parts(body)
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{num}">{"".join(_LEVEL.format(level, start, kind) for level in range(3))}</w:abstractNum>'
        for num, (kind, start) in _KINDS.items()
    )
    nums = "".join(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num}"/></w:num>' for num in _KINDS)
    made["word/numbering.xml"] = (
        f'<w:numbering {NS}>{kinds}{nums}<w:numIdMacAtCleanup w:val="9"/></w:numbering>'.encode()
    )
    made["word/styles.xml"] = (
        f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr>'
        f'<w:numId w:val="{NUMBERED}"/></w:numPr><w:ind w:left="700"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        f'<w:numId w:val="{HEADINGS}"/></w:numPr></w:pPr></w:style></w:styles>'
    ).encode()
    for name, before, added in (
        (
            "[Content_Types].xml",
            b"</Types>",
            f'<Override PartName="/word/numbering.xml" ContentType="{_NUMBERING}"/>',
        ),
        (
            "word/_rels/document.xml.rels",
            b"</Rel",
            f'<Relationship Id="rId77" Type="{_TYPES}" Target="numbering.xml"/>',
        ),
    ):
        made[name] = made[name].replace(before, added.encode() + before, 1)
    return made


_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def counted(content: bytes) -> str:
    """Count a document's items as Word does; give each paragraph's number and words.

    A list counts on from any other of the same kind, unless it says where to begin; a level begins anew after one above.
    """
    made = _package.read(content)
    styles, root = Styles(made), _package.parse(made["word/numbering.xml"])
    nums = {val(num, "numId"): num for num in root.iter(f"{W}num")}
    counts: dict[tuple[str, int], int] = {}
    begun = set()
    shown = []
    for paragraph in _package.parse(made[_package.DOCUMENT]).iter(f"{W}p"):
        own = styles.list_of(paragraph)
        if own is None:
            shown.append(paragraph_text(paragraph))
            continue
        key, level = own
        kind = val(nums[key].find(f"{W}abstractNumId"))
        override = nums[key].find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        if override is not None and own not in begun:
            counts[kind, level] = int(val(override)) - 1
        begun.add(own)
        counts[kind, level] = counts.get((kind, level), _KINDS[kind][1] - 1) + 1
        for below in range(level + 1, 3):
            counts.pop((kind, below), None)
        shown.append(f"{counts[kind, level]}.{paragraph_text(paragraph)}")
    return " ".join(shown)


def made(body: str, **values: Any) -> bytes:
    """Render a body."""
    return rendering.compile(packed(package(body))).render({**VALUES, **values})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (loop(p("Om {{ a.navn }}"), item("e"), item("t")), "Om A 1.e 2.t Om B 1.e 2.t"),
        (loop(item("{{ a.navn }}")), "1.A 2.B"),
        (loop(item("{{ a.navn }}"), p("tekst")), "1.A tekst 2.B tekst"),
        (item("før") + loop(item("{{ a.navn }}")) + item("efter"), "1.før 2.A 3.B 4.efter"),
        (loop(p("Om"), item("e"), item("i", level=1), item("j", level=1), item("t")), "Om 1.e 1.i 2.j 2.t Om 1.e 1.i 2.j 2.t"),
        (loop(item("{{ a.navn }}"), item("i", level=1), p("og"), item("j", level=1)), "1.A 1.i og 2.j 2.B 1.i og 2.j"),
        (loop(p("Om"), loop(item("{{ b }}"), over="b in a.y")), "Om 1.1 2.2 Om 1.3"),
        (loop(item("{{ a.navn }}"), loop(p("Om"), item("e", LATE), over="b in a.y")), "1.A Om 4.e Om 4.e 2.B Om 4.e"),
        (loop(p("Om"), loop(p("og"), item("e"), item("t"), over="b in a.y")), "Om og 1.e 2.t og 1.e 2.t Om og 1.e 2.t"),
        (loop(p("Om"), item("e"), loop(item("{{ b }}"), over="b in a.y"), item("s")), "Om 1.e 2.1 3.2 4.s Om 1.e 2.3 3.s"),
        (loop(p("Om"), styled("e", "Punkt"), styled("t", "Punkt")), "Om 1.e 2.t Om 1.e 2.t"),
        (loop(p("Om"), styled("Overskrift", "Heading1")), "Om 1.Overskrift Om 2.Overskrift"),
        (loop(styled("{{ a.navn }}", "Heading1"), item("e"), item("t")), "1.A 1.e 2.t 2.B 1.e 2.t"),
        (loop(p("{%p if ja %}"), p("Om"), p("{%p endif %}"), item("e")), "Om 1.e Om 1.e"),
        (loop(p("{%p if ja %}"), item("e"), p("{%p endif %}")), "1.e 2.e"),
        (loop(p("Om"), item("e", BULLETS)), "Om 1.e Om 2.e"),
        (loop(p(""), item("e")), " 1.e  2.e"),
        (loop(p("Om"), item("e")) + loop(p("Og"), item("e"), over="b in y"), "Om 1.e Om 1.e Og 1.e Og 1.e"),
        (
            table(2, row("A", "B"), row("{%tr for a in x %}", ""), f"<w:tr><w:tc>{p('n')}</w:tc><w:tc>{item('e')}{item('t')}</w:tc></w:tr>", row("{%tr endfor %}", "")),
            "A B n 1.e 2.t n 1.e 2.t",
        ),
        (
            table(2, row("A", "B"), row("{%tr for a in x %}", ""), f"<w:tr><w:tc>{item('nr')}</w:tc><w:tc>{p('n')}</w:tc></w:tr>", row("{%tr endfor %}", "")),
            "A B 1.nr n 2.nr n",
        ),
    ],
)  # fmt: skip
def test_each_round_counts_for_itself(body: str, expected: str) -> None:
    """Where something stands before its first item; rounds of items alone are one list, and headings count on."""
    assert counted(made(body)) == expected


def test_a_list_of_no_rounds_leaves_nothing() -> None:
    """The part of lists is as it was."""
    content = _package.read(made(loop(p("Om"), item("e")), x=[]))["word/numbering.xml"]

    assert len(list(_package.parse(content).iter(f"{W}num"))) == len(_KINDS)
    assert b"<?" not in content.partition(b"?>")[2]


def test_the_rounds_lists_stand_where_the_standard_has_them() -> None:
    """After the template's own, each like the one it is made from, before what closes the part."""
    root = _package.parse(_package.read(made(loop(p("Om"), item("e", LATE))))["word/numbering.xml"])
    names = [etree.QName(child).localname for child in root][-4:]
    new = list(root.iter(f"{W}num"))[-2:]

    assert names == ["num", "num", "num", "numIdMacAtCleanup"]
    assert [val(num, "numId") for num in new] == ["5", "6"]
    assert {val(num.find(f"{W}abstractNumId")) for num in new} == {LATE}
    assert {val(num.find(f".//{W}startOverride")) for num in new} == {"4"}


def test_the_indent_of_a_style_stays() -> None:
    """A list of the paragraph's own would have its own."""
    root = _package.parse(_package.read(made(loop(p("Om"), styled("e", "Punkt"))))[_package.DOCUMENT])
    properties = next(each for each in root.iter(f"{W}pPr") if each.find(f"{W}numPr") is not None)

    assert [etree.QName(child).localname for child in properties] == ["pStyle", "numPr", "ind", "jc"]
    assert val(properties.find(f"{W}ind"), "left") == "700"


def test_a_value_cannot_be_taken_for_a_mark() -> None:
    """What a render looks for no value can hold."""
    text = '<w:numId w:val="[0]"/>'

    assert counted(made(loop(p("{{ a.navn }}"), item("e")), x=[{"navn": text}])) == f"{text} 1.e"


@pytest.mark.parametrize("body", [loop(item("{{ a.navn }}")), item("e"), loop(p("Om"), item("e", BULLETS))])
def test_a_template_without_such_lists_has_nothing_to_do(body: str) -> None:
    """Its part of lists is packed once, as it was."""
    own = package(body)

    assert _package.read(made(body))["word/numbering.xml"] == own["word/numbering.xml"]
