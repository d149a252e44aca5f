"""The raw reader: paragraphs as a person sees them, data wherever they are."""

from __future__ import annotations

import pytest

from botilbudlaege import DocumentError
from botilbudlaege.rendering.comparing import _wording
from botilbudlaege.rendering.living import _readback, _store
from botilbudlaege.rendering.living._names import DATA_ID, DATA_NS, SNAPSHOT_NS
from botilbudlaege.rendering.living._paragraph import Paragraph
from botilbudlaege.rendering.living._tagged import Control
from tests.rendering.word.docx_builder import docx, p, packed, parts, run

DATA = f'<plan xmlns="{DATA_NS}"><navn>Bøg</navn><emner><item>a</item><item>b</item></emner></plan>'
ITEM_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def control(tag: str, text: str, *, properties: str = "", inside: str = "") -> str:
    """A control within a paragraph."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{inside or run(text)}</w:sdtContent></w:sdt>"
    )


def raw(inner: str) -> str:
    """A paragraph of raw XML."""
    return f"<w:p>{inner}</w:p>"


def pieces(body: str) -> list[str]:
    """The paragraphs of a body: its fixed text, and its fields in brackets."""
    found = _readback.open_living(docx(body)).paragraphs
    return [
        "".join(each if isinstance(each, str) else f"<{each.tag}={each.text}>" for each in paragraph.pieces)
        for paragraph in found
    ]


FIELD = control("plan.navn", "Bøg")
DELETED_MARK = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"

SEEN = {
    "a field in a paragraph": (raw(run("Navn: ") + FIELD + run(".")), ["Navn: <plan.navn=Bøg>."]),
    "split runs": (
        raw(
            run("Na")
            + "<w:proofErr w:type='spellStart'/>"
            + run("vn")
            + "<w:bookmarkStart w:id='1' w:name='x'/>"
        ),
        ["Navn"],
    ),
    "characters": (
        raw(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/></w:r>"
        ),
        ["a\tb\nc\N{NON-BREAKING HYPHEN}d\n"],
    ),
    "a page break": (raw("<w:r><w:br w:type='page'/><w:t>a</w:t></w:r>"), ["a"]),
    "a symbol": (
        raw("<w:r><w:sym w:font='Symbol' w:char='00A7'/></w:r>"),
        ["\uf0a7"],
    ),  # the font says which picture it is
    "hidden text": (raw(run("a") + run("b", "<w:vanish/>") + run("c", "<w:vanish w:val='0'/>")), ["ac"]),
    "tracked changes": (
        raw(
            f"<w:ins w:id='1'>{run('ny')}</w:ins><w:del w:id='2'><w:r><w:delText>gammel</w:delText></w:r></w:del>"
        ),
        ["ny"],
    ),
    "moved text": (
        raw(
            f"<w:moveFrom w:id='1'>{run('a')}</w:moveFrom>{run('b')}<w:moveTo w:id='2'>{run('a')}</w:moveTo>"
        ),
        ["ba"],
    ),
    "a tracked change in a field": (
        raw(
            control(
                "plan.navn",
                "",
                inside=f"<w:del w:id='1'>{run('Eg')}</w:del><w:ins w:id='2'>{run('Bøg')}</w:ins>",
            )
        ),
        ["<plan.navn=Bøg>"],
    ),
    "a paragraph mark deleted": (raw(DELETED_MARK + run("a ")) + p("b"), ["a b"]),
    "the last paragraph mark deleted": (raw(DELETED_MARK + run("a")), ["a"]),
    "a row deleted": (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('a')}</w:tc></w:tr><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
        ["b"],
    ),
    "a field in a link": (raw(f"<w:hyperlink>{FIELD}</w:hyperlink>"), ["<plan.navn=Bøg>"]),
    "a field in a smart tag and custom XML": (
        raw(f"<w:smartTag><w:customXml>{FIELD}</w:customXml></w:smartTag>"),
        ["<plan.navn=Bøg>"],
    ),
    "a field in another control": (
        raw(f"<w:sdt><w:sdtPr/><w:sdtContent>{FIELD}</w:sdtContent></w:sdt>"),
        ["<plan.navn=Bøg>"],
    ),
    "a field in a field": (
        raw(control("plan.navn", "", inside=run("Store ") + control("plan.by", "Bøg"))),
        ["<plan.navn=Store Bøg>"],
    ),
    "a control around a paragraph": (
        f"<w:sdt><w:sdtPr><w:tag w:val='plan.navn'/></w:sdtPr><w:sdtContent>{p('Bøg')}{p('Eg')}</w:sdtContent></w:sdt>",
        ["<plan.navn=Bøg\nEg>"],
    ),
    "a control around a cell": (
        f"<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val='plan.navn'/></w:sdtPr><w:sdtContent><w:tc>{p('Bøg')}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
        ["<plan.navn=Bøg>"],
    ),
    "another program's control around a paragraph": (
        f"<w:sdt><w:sdtPr><w:tag w:val='Skema 1'/></w:sdtPr><w:sdtContent>{raw(FIELD)}</w:sdtContent></w:sdt>",
        ["<plan.navn=Bøg>"],
    ),
    "a field known by what it is bound to": (
        raw(
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/n:plan[1]/n:emner[1]/n:item[2]/n:navn[1]' "
            f"w:storeItemID='{DATA_ID.lower()}'/></w:sdtPr><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>"
        ),
        ["<plan.emner[1].navn=b>"],
    ),
    "a page number": (
        raw(
            f"{run('Side ')}<w:fldSimple w:instr=' PAGE '>{run('7')}</w:fldSimple>"
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>numpages </w:instrText></w:r>"
            f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('9')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
        ["Side [PAGE][NUMPAGES]"],
    ),
    "a field of Word with a text": (
        raw(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
            f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('her')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
        ["her"],
    ),
    "a text box": (
        raw(f"{run('a')}<w:r><w:pict><w:txbxContent>{p('b')}</w:txbxContent></w:pict></w:r>{run('c')}"),
        ["ac", "b"],
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_a_paragraph_is_read_as_it_is_seen(name: str) -> None:
    """However programs write it."""
    body, expected = SEEN[name]

    assert pieces(body) == expected


def test_what_a_control_says_of_itself() -> None:
    """Whether it shows its prompt, its number, and where it stands."""
    date = "<w:id w:val='5'/><w:showingPlcHdr/><w:date w:fullDate='2025-04-01T00:00:00Z'/>"
    body = p("a") + raw(control("plan.dato", "[indsæt dato]", properties=date))

    found = _readback.open_living(docx(body, header=raw(control("plan.navn", "Bøg", properties="<w:text/>"))))

    assert found.controls == (
        Control("plan.dato", "word/document.xml", 1, "[indsæt dato]", True, "5"),
        Control("plan.navn", "word/header1.xml", 0, "Bøg"),
    )
    assert found.place("word/document.xml", 1) == "teksten, afsnit 2: »[indsæt dato]«"


def with_items(items: dict[str, str], *, related: bool = True) -> dict[str, bytes]:
    """A package with data items by name; the first described and, when it is, related."""
    made = parts(p("a"))
    made |= {name: text.encode() for name, text in items.items()}
    first = next(iter(items))
    number = first.removeprefix("customXml/item").removesuffix(".xml")
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    made[f"customXml/itemProps{number}.xml"] = (
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{DATA_ID}"/>'
    ).encode()
    made[f"customXml/_rels/item{number}.xml.rels"] = relations.format(
        f'<Relationship Id="rId1" Type="{ITEM_TYPE}/customXmlProps" Target="itemProps{number}.xml"/>'
    ).encode()
    if related:
        made["word/_rels/document.xml.rels"] = relations.format(
            f'<Relationship Id="rId1" Type="{ITEM_TYPE}/customXml" Target="../{first}"/>'
        ).encode()
    return made


def test_the_data_by_path() -> None:
    """Items of lists are numbered from 0."""
    found = _store.store(with_items({"customXml/item1.xml": DATA}))

    assert found == {"plan.navn": "Bøg", "plan.emner[0]": "a", "plan.emner[1]": "b"}


@pytest.mark.parametrize("related", [True, False])
def test_the_data_by_id(related: bool) -> None:  # noqa: FBT001 - a case
    """Of two that look alike, those with the id count, whether a relationship leads to them or not."""
    other = DATA.replace("Bøg", "Eg")
    made = with_items({"customXml/item2.xml": DATA, "customXml/item1.xml": other}, related=related)

    assert (_store.store(made) or {})["plan.navn"] == "Bøg"


def test_the_data_by_namespace() -> None:
    """Renamed, and with nothing that describes them, they are still found."""
    made = {**parts(p("a")), "customXml/x9.xml": DATA.encode()}

    assert (_store.store(made) or {})["plan.navn"] == "Bøg"


def test_empty_data_are_no_data() -> None:
    """Of 0 bytes, as LibreOffice leaves them, they are lost, and the document opens."""
    made = {**with_items({"customXml/item1.xml": ""}), "customXml/item9.xml": b""}

    found = _readback.open_living(packed(made))

    assert (found.store, found.snapshot) == (None, None)


def test_the_snapshot() -> None:
    """It is given as it was written."""
    snapshot = f'<snapshot xmlns="{SNAPSHOT_NS}">{{"a":"&amp;"}}</snapshot>'

    assert _store.snapshot({"customXml/item2.xml": snapshot.encode()}) == '{"a":"&"}'


def test_properties_of_any_type() -> None:
    """LibreOffice may write a property as another type."""
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property name="a"><vt:lpwstr>1</vt:lpwstr></property><property name="b"><vt:i4>2</vt:i4></property></Properties>'
    )

    assert _store.properties({"docProps/custom.xml": custom.encode()}) == {"a": "1", "b": "2"}


def test_broken_xml_in_the_data() -> None:
    """It is refused when the document is opened."""
    with pytest.raises(DocumentError):
        _readback.open_living(packed({**parts(p("a")), "customXml/item1.xml": b"<plan xmlns="}))


# Wording -----------------------------------------------------------------------------------------------


def line(*texts: str, number: int = 0) -> Paragraph:
    """A paragraph; a text that begins with @ is a field of that name, with its value after =."""
    made = [
        Control(text[1:].partition("=")[0], "word/document.xml", number, text.partition("=")[2])
        if text.startswith("@")
        else text
        for text in texts
    ]
    return Paragraph("word/document.xml", number, -1, tuple(made))


EXPLAINED = {
    "text kept": (["Navn: ", "@a=Bøg", "."], ["Navn: Bøg."], [("a", "Bøg")]),
    "text changed": (["Navn: ", "@a=Bøg", "."], ["Navn: Eg."], [("a", "Eg")]),
    "text gone": (["Navn: ", "@a=Bøg", " i by"], ["Navn: i by"], [("a", "")]),
    "one of two": (["@a=Bøg", " og ", "@b=Eg"], ["Bøg og ", "@b=Eg"], [("a", "Bøg")]),
    "the fixed text is in the value": (
        ["@a=x og y", " og ", "@b=Eg"],
        ["x og y og Eg"],
        [("a", "x og y"), ("b", "Eg")],
    ),
    "two side by side, the first changed": (["@a=Bøg", "@b=Eg"], ["Ask", "@b=Eg"], [("a", "Ask")]),
    "two side by side": (["@a=Bøg", "@b=Eg"], ["Bøg", "@b=Eg"], [("a", "Bøg")]),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_field_without_its_control(name: str) -> None:
    """Its text is found between the fixed texts, and the wording counts as unchanged."""
    before, after, found = EXPLAINED[name]

    alignment = _wording.align([line(*before)], [line(*after)])

    assert [(each.tag, each.text) for each in alignment.found] == found
    assert alignment.differences == ()


def test_alike_paragraphs_are_paired() -> None:
    """A changed paragraph among deleted and added ones is told as changed."""
    old = [line("Lægen kommer hver måned."), line("Parterne mødes."), line("Slut.")]
    new = [line("Noget helt andet."), line("Lægen kommer hver anden måned."), line("Slut.")]

    kinds = [difference.kind for difference in _wording.align(old, new).differences]

    assert sorted(kinds) == ["added", "changed", "deleted"]


def test_many_changes_are_paired_in_order() -> None:
    """Where it would take too long to find what is alike, the first is held against the first."""
    old = [line(f"afsnit {number} om noget") for number in range(210)]
    new = [line("Øvrigt."), *(line(f"afsnit {number} om andet") for number in range(210))]

    first = _wording.align(old, new).differences[0]

    assert (first.kind, first.old[0].text, first.new[0].text) == ("changed", "afsnit 0 om noget", "Øvrigt.")


def test_a_flood_of_changes_is_cut() -> None:
    """However much was added, the alignment ends soon and says so."""
    new = [line(f"afsnit {number}") for number in range(50_000)]

    (difference,) = _wording.align([line("a")], new).differences

    assert difference.kind == "too-different"
