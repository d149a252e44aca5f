"""The form of a template: what is good is passed, and each fault gives its own finding and no other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import DocumentError, Dokument
from botilbudlaege.rendering.access import _check
from botilbudlaege.rendering.letters._colours import contrast
from botilbudlaege.rendering.word import _package, _places, _refusals
from docs.pages import fund
from docs.templates.base import build, paragraph
from tests.rendering.access.form_cases import (
    ADDED,
    CHANGED,
    DOCUMENT,
    GOOD,
    NUMBERING,
    PASSED,
    STYLES,
    THEME,
    styled,
)
from tests.rendering.word.docx_builder import parts as plain_parts

if TYPE_CHECKING:
    from botilbudlaege.errors import Finding

FAELLES = Path(__file__).parents[3] / "botilbudlaege" / "templates" / "faelles"
TEMPLATES = sorted(FAELLES.glob("*.docx"))

THEMED = (STYLES, 'w:ascii="Arial" w:hAnsi="Arial"', 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"')
CUSTOM_HEADING = '<w:style w:type="paragraph" w:styleId="Afsnit"><w:name w:val="Afsnit"/><w:basedOn w:val="Heading1"/></w:style>'


def template(body: str = GOOD, *, changes: tuple[tuple[str, str, str], ...] = ()) -> dict[str, bytes]:
    """The parts of a template; each change is a part, what stands there once or more, and what shall."""
    made = _package.read(build(body, "Aftale"))
    for part, old, new in changes:
        text = made[part].decode()
        if old not in text:
            raise AssertionError(old)
        made[part] = text.replace(old, new).encode()
    return made


def found(parts: dict[str, bytes]) -> list[Finding]:
    """All findings, with the places a person is shown."""
    return list(_check.faults(parts, where=_places.Places(parts)))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_common_templates_have_no_faults(path: Path) -> None:
    """They are what a region copies."""
    assert found(_refusals.open_package(path.read_bytes())) == []


def test_there_are_common_templates() -> None:
    """An empty folder would prove nothing."""
    assert len(TEMPLATES) == len(Dokument)


@pytest.mark.parametrize(("code", "place", "added"), ADDED)
def test_each_fault_in_the_text_is_told_alone(code: str, place: str, added: str) -> None:
    """With its paragraph or cell."""
    findings = found(template(GOOD + added))

    assert [finding.code for finding in findings] == [code]
    assert place in findings[0].place


@pytest.mark.parametrize(("code", "place", "change"), CHANGED)
def test_each_fault_in_the_other_parts_is_told_alone(
    code: str, place: str, change: tuple[str, str, str]
) -> None:
    """A fault of a style or a list has the place where it is first used."""
    findings = found(template(changes=(change,)))

    assert [finding.code for finding in findings] == [code]
    assert place in findings[0].place


@pytest.mark.parametrize("added", ["", *PASSED])
def test_what_is_good_is_passed(added: str) -> None:
    """What Word needs, what a tag takes away, and what only looks like a fault."""
    assert found(template(GOOD + added)) == []


def test_every_rule_is_tried() -> None:
    """Each code in the wording has a case here."""
    tried = {case[0] for case in (*ADDED, *CHANGED)}

    assert {entry.code for entry in fund.catalogues()["rendering.access._findings"]} == tried


def test_findings_are_warnings_with_a_remedy() -> None:
    """They stop nothing, and none is left with a placeholder."""
    findings = [finding for _, _, added in ADDED for finding in found(template(GOOD + added))]

    assert {finding.severity for finding in findings} == {"warning"}
    assert all(finding.remedy.endswith(".") and finding.message.endswith(".") for finding in findings)
    assert not [finding for finding in findings if "{" in finding.message + finding.remedy]


def test_the_wording_names_level_font_and_contrast() -> None:
    """The ratio is cut, so that 4.48 does not read as enough."""
    body = GOOD + "".join(
        [
            styled('<w:pStyle w:val="Heading3"/>', "Et spring"),
            styled("", inner='<w:rFonts w:ascii="Aptos"/><w:color w:val="777777"/>'),
        ]
    )

    assert [finding.message for finding in found(template(body))] == [
        "Overskriften er på niveau 3, men den forrige er på niveau 1.",
        "Skrifttypen Aptos findes ikke på alle computere.",
        "Teksten har farven #777777 på baggrunden #FFFFFF; kontrasten er 4,4:1 og skal være mindst 4,5:1.",
    ]


def test_a_font_and_a_colour_are_told_once() -> None:
    """However many runs have them, and in the order in which a reader meets them."""
    look = '<w:rFonts w:ascii="{}"/><w:color w:val="AAAAAA"/>'
    body = GOOD + "".join(styled("", inner=look.format(font)) for font in ("Verdana", "Aptos", "verdana"))

    assert [finding.code for finding in found(template(body))] == ["font", "contrast", "font"]


@pytest.mark.parametrize(
    ("font", "expected"), [("Calibri", []), ("Aptos", ["font"]), ("", [])], ids=["allowed", "other", "none"]
)
def test_a_theme_font_is_the_font_that_the_theme_names(font: str, expected: list[str]) -> None:
    """Word's own documents name their fonts that way."""
    theme = (THEME, 'a:latin typeface="Arial"', f'a:latin typeface="{font}"')

    assert [finding.code for finding in found(template(changes=(THEMED, theme)))] == expected


@pytest.mark.parametrize("style", ["Overskrift1", "a3", "Afsnit"])
def test_headings_are_known_by_words_own_name_of_their_style(style: str) -> None:
    """The id is Danish, or anything; a style that builds on a heading is one too."""
    changes = [(DOCUMENT, 'w:val="Heading1"', f'w:val="{style}"')]
    if style == "Afsnit":
        changes.append((STYLES, "</w:styles>", f"{CUSTOM_HEADING}</w:styles>"))
    else:
        changes.append((STYLES, 'w:styleId="Heading1"', f'w:styleId="{style}"'))

    assert found(template(changes=tuple(changes))) == []


def test_a_place_is_under_a_heading_of_a_style_of_its_own() -> None:
    """One that builds on Word's: people see a heading, whatever the style is called."""
    changes = (
        (DOCUMENT, 'w:val="Heading1"', 'w:val="Afsnit"'),
        (STYLES, "</w:styles>", f"{CUSTOM_HEADING}</w:styles>"),
    )
    findings = found(template(GOOD + paragraph("Til sidst", "Afsnit") + paragraph("- Navn"), changes=changes))

    assert [finding.place for finding in findings] == ["teksten, under »Til sidst«, afsnit 1: »- Navn«"]


def test_a_style_of_a_heading_outside_the_outline_is_none() -> None:
    """As Word's own heading of a list of contents."""
    custom = CUSTOM_HEADING.replace("</w:style>", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>')
    changes = (
        (DOCUMENT, 'w:val="Heading1"', 'w:val="Afsnit"'),
        (STYLES, "</w:styles>", f"{custom}</w:styles>"),
    )

    assert [finding.code for finding in found(template(changes=changes))] == ["no-headings"]


def test_the_lists_of_clauses_are_looked_at() -> None:
    """A template without a list of its own gets one with a clause."""
    body = GOOD.replace(paragraph("Første punkt", "ListBullet"), "")
    findings = found(template(body, changes=((NUMBERING, 'w:val="•"', 'w:val="\uf0b7"'),)))

    assert [(finding.code, finding.place) for finding in findings] == [
        ("bullet", "teksten, under »Formål«, afsnit 1: »{{p klausul.formaal }}«")
    ]


@pytest.mark.parametrize(
    "missing", [(STYLES,), (NUMBERING,), (THEME,), (STYLES, NUMBERING, THEME), (DOCUMENT, STYLES)]
)
def test_a_package_without_a_part_is_read_all_the_same(missing: tuple[str, ...]) -> None:
    """Only the language is missed, where there are no styles."""
    parts = {name: content for name, content in template().items() if name not in missing}

    assert [finding.code for finding in found(parts)] == ["language"] * (STYLES in missing)


def test_an_odd_package_is_read_all_the_same() -> None:
    """Styles in a ring, numbers that are none, cells outside rows, and a style that is not there."""
    odd = (
        '<w:tbl><w:tblPr><w:tblLook w:val="x"/></w:tblPr><w:tc><w:p/></w:tc><w:tr/></w:tbl>'
        '<w:p><w:pPr><w:pStyle w:val="b"/><w:numPr><w:ilvl w:val="x"/><w:numId w:val="9"/></w:numPr></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="c"/><w:color w:val="æ"/><w:rFonts/></w:rPr><w:t/></w:r></w:p><w:sdt/>'
    )
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    parts = plain_parts(odd)
    parts[STYLES] = parts[STYLES].replace(b"/>", f">{ring}</w:styles>".encode())

    assert {finding.code for finding in found(parts)} == {
        "language",
        "title-style",
        "no-headings",
        "table-header",
        "control-alias",
    }


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, NUMBERING, THEME])
def test_a_part_that_is_no_xml_is_refused(part: str) -> None:
    """As everywhere else."""
    with pytest.raises(DocumentError):
        found({**template(), part: b"<w:p"})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("123456", "123456", 1.0)],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """And the same either way."""
    assert round(contrast(one, other), 2) == expected
    assert contrast(one, other) == contrast(other, one)
