"""A Word file from outside is followed over relationships and held to what is known.

What nobody sees is dropped with a remark; what would be seen, fetched or run is refused, with its place and what to do in
Word; what stays keeps its bytes. Cases are data: a name, a package, and what comes of it.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from botilbudlaege import DocumentError, rendering
from botilbudlaege.rendering.word import _known, _known_inside, _package, _refusals, _text
from tests.rendering.word.docx_builder import NS, p, packed, parts
from tests.rendering.word.outside_builder import (
    OFFICE,
    OWN,
    SETTINGS,
    field,
    link,
    outside,
    relationship,
)
from tests.rendering.word.outside_fields import FIELDS
from tests.rendering.word.outside_kept import DROPPED, KEPT
from tests.rendering.word.outside_refused import REFUSED

CASES = Path(__file__).parents[2] / "cases" / "engine"
VALUES = {"navn": "Bo", "b": False, "x": ["1", "2"]}
FIRST = "teksten, afsnit 1: »her«"


def opened(made: dict[str, bytes]) -> _refusals.Package:
    """Open a package as a template is opened."""
    return _refusals.open_template(packed(made))


def returned(made: dict[str, bytes]) -> _refusals.Package:
    """Open a package as a document is opened that came back."""
    return _refusals.open_package(packed(made))


def refusals(made: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """Give what is refused: code, message and place."""
    with pytest.raises(DocumentError) as caught:
        opened(made)
    return [(finding.code, finding.message, finding.place) for finding in caught.value.findings]


# What is refused ---------------------------------------------------------------------------------------


ALL_REFUSED = REFUSED | FIELDS


@pytest.mark.parametrize("name", ALL_REFUSED)
def test_it_is_refused(name: str) -> None:
    """With its code, in these words, and with what to do."""
    build, (code, message) = ALL_REFUSED[name]
    found = refusals(build())

    assert (code, message) in [(each[0], each[1]) for each in found]


def test_the_place_and_the_remedy_are_those_of_a_person_in_word() -> None:
    """The paragraph and its words, and what to press."""
    body, rel = link("file:///a")
    with pytest.raises(DocumentError) as caught:
        opened(outside(body + field("INCLUDETEXT a"), rel))
    said = {finding.place: finding.remedy for finding in caught.value.findings}

    assert said == {
        FIRST: "Højreklik på linket i Word, vælg Fjern link, og gem filen igen.",
        "teksten, afsnit 2: »her«": "Klik på feltet i Word, og tryk Ctrl+Skift+F9: så bliver det til tekst.",
    }


def test_all_faults_are_told_at_once() -> None:
    """Of every part, each thing once at each place."""
    body, rel = link("file:///a")
    header = f"<w:hdr {NS}>{field('DDE a b')}</w:hdr>".encode()
    made = outside(
        body * 2
        + '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId8"/></w:sectPr></w:pPr></w:p>',
        rel,
        relationship("header", "h.xml", rid="rId8"),
        more={"word/h.xml": header},
    )

    assert [(code, place) for code, _, place in refusals(made)] == [
        ("link-target", FIRST),
        ("link-target", "teksten, afsnit 2: »her«"),
        ("external", "sidehovedet, afsnit 1: »her«"),
    ]


# What is dropped ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DROPPED)
def test_it_is_dropped_with_a_remark(name: str) -> None:
    """Nothing of it is in the document; what is left is whole, and the same when it is opened again."""
    build, dropped = DROPPED[name]
    template = rendering.compile(packed(build()))
    made = template.render(VALUES)
    again = _refusals.open_template(made)

    assert opened(build()).dropped == dropped
    assert [finding.code for finding in template.findings] == ["not-carried"]
    assert template.findings[0].severity == "remark"
    assert all(each in template.findings[0].message for each in dropped)
    assert not any(b"zz" in name.encode() + content for name, content in again.items())
    assert (again.dropped, again.is_rebuilt) == ((), False)
    assert docx.Document(io.BytesIO(made)).paragraphs[-1].text == "Kære Bo"


def test_the_remark_names_all_that_is_dropped_in_one_sentence() -> None:
    """So that an employee reads it once."""
    made = outside(
        "",
        relationship("webSettings", "a.xml"),
        settings="<w:docVars/>",
        more={"word/a.xml": b"<a/>", "b.xml": b"<b/>"},
    )

    assert [str(finding) for finding in opened(made).remark("min.docx")] == [
        (
            "min.docx: Word-filen har noget, som ikke ses og ikke følger med i dokumenterne: "
            "indstillinger til websider, dokumentvariabler og dele, som intet fører til. Der skal ikke gøres noget."
        )
    ]


def test_a_tag_in_a_part_that_does_not_travel_is_refused() -> None:
    """Whoever wrote it expects it to be filled."""
    made = outside(more={"word/a.xml": b"<a>{{ navn }}</a>"})

    with pytest.raises(DocumentError, match=r"word/a\.xml: Mærkninger uden for tekst"):
        rendering.compile(packed(made))


# What is kept ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KEPT)
def test_what_stays_keeps_its_bytes(name: str) -> None:
    """Where nothing is dropped, the package is the same package."""
    made = KEPT[name]()
    found = opened(made)

    assert found == made
    assert list(found) == list(made)
    assert (found.dropped, found.is_rebuilt) == ((), False)


# Names decide nothing ------------------------------------------------------------------------------------


def moved(made: dict[str, bytes], names: dict[str, str], **edits: tuple[str, str]) -> dict[str, bytes]:
    """A package with parts under other names, and parts of its text changed."""
    new = {names.get(name, name): content for name, content in made.items()}
    for name, (old, text) in edits.items():
        key = next(each for each in new if each.endswith(name.replace("__", "/").replace("_DOT_", ".")))
        assert old.encode() in new[key]
        new[key] = new[key].replace(old.encode(), text.encode())
    return new


def test_the_document_is_what_the_file_leads_to() -> None:
    """Whatever else is called word/document.xml."""
    decoy = parts(p("Ikke denne."))["word/document.xml"]
    made = parts(p("Denne {{ navn }}."), header=p("Hoved"))
    made = {
        "andet/tekst.xml": made["word/document.xml"],
        "andet/_rels/tekst.xml.rels": made["word/_rels/document.xml.rels"].replace(
            b'Target="', b'Target="/word/'
        ),
        **{name: content for name, content in made.items() if "document.xml" not in name},
        "word/document.xml": decoy,
    }
    made["_rels/.rels"] = made["_rels/.rels"].replace(b"word/document.xml", b"andet/tekst.xml")
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        b"/word/document.xml", b"/andet/tekst.xml"
    )
    content = rendering.compile(packed(made)).render(VALUES)
    found = _package.read(content)

    assert _text.body_text(content) == "Denne Bo."
    assert b"Ikke denne" not in b"".join(found.values())
    assert "andet/tekst.xml" not in found
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "Hoved"


def test_every_part_gets_its_usual_name() -> None:
    """Styles that are called something else are the styles, and what is called word/styles.xml is not."""
    made = parts(p("{{ navn }}"), header=p("Hoved"), footer=p("Fod"))
    styles = f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="Egen"/></w:styles>'.encode()
    made["word/s.dat"] = styles
    made["word/header1.xml"], made["hoved"] = b"<ikke/>", made["word/header1.xml"]
    rels = made["word/_rels/document.xml.rels"].decode()
    made["word/_rels/document.xml.rels"] = (
        rels.replace('"styles.xml"', '"./S.DAT"').replace('"header1.xml"', '"../hove%64"').encode()
    )
    found = opened(made)

    assert found["word/styles.xml"] == styles
    assert b"Hoved" in found["word/header1.xml"]
    assert {
        kind.rpartition("/")[2]: target for _, kind, target in _package.related(found, _package.DOCUMENT)
    } == {
        "styles": "word/styles.xml",
        "header": "word/header1.xml",
        "footer": "word/footer1.xml",
    }
    assert found.keys().isdisjoint({"word/s.dat", "hoved"})


@pytest.mark.parametrize("prefix", ["q", "ns0", ""])
def test_a_prefix_decides_nothing(prefix: str) -> None:
    """A header whose elements are of Word by another prefix is filled like any other, line breaks and all."""
    made = parts(p("{{ navn }}"), header=p("Til {{ navn }}"))
    header = made["word/header1.xml"].decode()
    other = f"xmlns:{prefix}" if prefix else "xmlns"
    named = re.sub(r"(</?)w:", rf"\g<1>{prefix}:" if prefix else r"\1", header).replace("xmlns:w", other)
    made["word/header1.xml"] = named.encode()

    plain = rendering.compile(packed(parts(p("{{ navn }}"), header=p("Til {{ navn }}"))))
    expected = docx.Document(io.BytesIO(plain.render({"navn": "a\nb"}))).sections[0].header.paragraphs[0].text
    content = rendering.compile(packed(made)).render({"navn": "a\nb"})

    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == expected == "Til a\nb"


def test_a_header_that_no_section_asks_for_does_not_travel() -> None:
    """A relationship alone shows nothing."""
    made = outside(
        "", relationship("header", "zz.xml"), more={"word/zz.xml": f"<w:hdr {NS}>{p('zz')}</w:hdr>".encode()}
    )

    assert "word/zz.xml" not in opened(made)


# Data of our own ------------------------------------------------------------------------------------------


def with_data(namespace: str, *, related: bool = True) -> dict[str, bytes]:
    """The small docx with data in a namespace."""
    rels = (relationship("customXml", "../customXml/item1.xml"),) if related else ()
    return outside("", *rels, more={"customXml/item1.xml": f"<data xmlns='{namespace}'>a</data>".encode()})


@pytest.mark.parametrize("related", [True, False])
def test_our_own_data_stay_in_a_document_that_comes_back(related: bool) -> None:  # noqa: FBT001 - a case
    """Also when what led to them is lost; in a template they go."""
    made = with_data(OWN, related=related)

    assert "customXml/item1.xml" in returned(made)
    assert "customXml/item1.xml" not in opened(made)
    assert "customXml/item1.xml" not in returned(with_data("urn:andre", related=related))


def test_a_link_in_a_document_that_comes_back_is_told_and_not_refused() -> None:
    """The rest of it is to be read."""
    found = returned(outside(*link("file:///a")))

    assert [(finding.code, finding.place) for finding in found.findings] == [("link-target", FIRST)]


# The cases that were filed ----------------------------------------------------------------------------------

FILED = {
    "attached-template": "en tilknyttet skabelon",
    "content_type_by_default": "",
    "customxml-utf16": "data fra andre programmer",
    "default_bin_no_part": "",
    "link-raw-tag": "teksten, afsnit 1: »{{ navn }}«: Et link fører til en adresse med en mærkning, som ikke bliver udfyldt.",
}


@pytest.mark.parametrize("name", FILED)
def test_a_filed_case(name: str) -> None:
    """Opened, with a remark where something does not travel; or refused in these words."""
    said, content = FILED[name], (CASES / f"{name}.docx").read_bytes()
    if ":" in said:
        with pytest.raises(DocumentError, match=re.escape(said)):
            rendering.compile(content)
        return
    template = rendering.compile(content)
    content = template.render(VALUES)

    assert [finding.message.partition(": ")[2] for finding in template.findings] == (
        [f"{said}."] if said else []
    )
    assert _text.body_text(content) == "Bo"
    assert not any(b"Region.dotx" in part for part in _package.read(content).values())
    assert docx.Document(io.BytesIO(content)).paragraphs


@pytest.mark.parametrize(
    "target", ["mailto:{{ navn }}", "https://a.example/%7B%7B navn }}", "mailto:%7b%25 if b %25%7d"]
)
def test_a_tag_in_an_address_is_refused(target: str) -> None:
    """Also in percent, as Word writes it."""
    with pytest.raises(
        DocumentError, match=f"{re.escape(FIRST)}: Et link fører til en adresse med en mærkning"
    ):
        rendering.compile(packed(outside(*link(target))))


def test_the_packages_that_are_read_say_what_they_are() -> None:
    """The lists agree with each other: what is kept has a kind, what is refused a name and a remedy."""
    for uri, relation in _known.RELATIONS.items():
        assert not uri.startswith(_known.STRICT)
        assert not relation.to or relation.to in _known.KINDS
        assert relation.fate is not _known.Fate.REFUSED or (
            relation.name and relation.told.remedy.endswith(".")
        )
    assert {relation.to for relation in _known.RELATIONS.values() if relation.to} == set(_known.KINDS)
    assert set(_known_inside.POINTING.values()) <= set(_known.RELATIONS)
    assert not _known_inside.ALLOWED_FIELDS & set(_known_inside.FETCHING_FIELDS)
    assert OFFICE in _known.DOCUMENT_RELATION
    assert SETTINGS in {kind.part for kind in _known.KINDS.values()}
