"""Layers: documents, clauses and values taken over, worded anew, added and left out, and where each comes from."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import PackError, TemplateError, packs, render
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.clauses import _splice
from botilbudlaege.packs.clauses._markdown import LEFT_OUT
from botilbudlaege.packs.folder import _layers, _origin
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._places import Places
from botilbudlaege.rendering.word._text import W, paragraph_text
from docs.templates.base import build, clause, paragraph
from tests.builders import en_opsigelse, en_plan, et_botilbud
from tests.rendering.word.docx_builder import NS, p, packed
from tests.rendering.word.docx_builder import parts as docx_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TIERS = """
[[timetrin]]
gaelder_fra = 2025-01-01
kilde = "Opdigtet aftale"
vaerdi = [{ fra_beboere = 1, timer = 2 }, { fra_beboere = 25, timer = 3 }]
"""


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Write a pack beside the others of the test."""

    def write(pack_id: str, more: str = "", *, on: str = "faelles", **clauses: str) -> Path:
        folder = tmp_path / pack_id
        (folder / "klausuler").mkdir(parents=True)
        head = f'id = "{pack_id}"\nnavn = "{pack_id.title()}"\nversion = "1.2"\nbygger_paa = "{on}"\n'
        reasons = "".join(
            f'[klausuler.{name}]\nbegrundelse = "Fordi {pack_id}."\n'
            for name, text in clauses.items()
            if text
        )
        left_out = "".join(
            f'[klausuler.{name}]\nudelad = true\nbegrundelse = "Uden i {pack_id}."\n'
            for name, text in clauses.items()
            if not text
        )
        (folder / "pakke.toml").write_text(head + more + reasons + left_out, encoding="utf-8")
        for name, text in clauses.items():
            if text:
                (folder / "klausuler" / f"{name}.md").write_text(text, encoding="utf-8")
        return folder

    return write


def test_a_layer_is_examined_once_for_a_state_of_its_files(make: Callable[..., Path]) -> None:
    """Also where it stands below another; what has changed is read anew, and a fault is found again."""
    own, common = _layers.read(make("nord", indledning="Hej."))
    again, shared = _layers.read(own.folder)
    (own.folder / "klausuler" / "indledning.md").write_text("Goddag.", encoding="utf-8")
    changed, _ = _layers.read(own.folder)
    (own.folder / "klausuler" / "indledning.md").write_text("", encoding="utf-8")

    assert (again, shared) == (own, common)
    assert changed is not own
    assert changed.clauses["indledning"].source == "Goddag."
    for _ in range(2):
        with pytest.raises(PackError, match="Klausulen er tom"):
            _layers.read(own.folder)


def test_layers_go_as_deep_as_they_need(make: Callable[..., Path]) -> None:
    """Nation, region, municipality, operator: each takes over what it does not word itself."""
    make("region", opsigelse="Regionens opsigelse.\n", underskrift="Regionens underskrift.\n")
    make("kommune", on="region", underskrift="Kommunens underskrift.\n")
    folder = make("fond", on="kommune", indledning="Fondens indledning.\n")
    pack = packs.load(folder)
    text = render(en_plan(), pack=pack).text

    assert pack.layers == ("fond", "kommune", "region", "faelles")
    assert "Regionens opsigelse." in text
    assert "Kommunens underskrift." in text
    assert "Regionens underskrift." not in text
    assert "Fondens indledning." in text
    assert "Formålet med ordningen" in text


def test_the_origin_of_everything_is_told(make: Callable[..., Path]) -> None:
    """Which layer, which file, why, and what it stands in place of."""
    make("region", TIERS, opsigelse="Regionens opsigelse.\n", orientering="")
    pack = packs.load(make("kommune", on="region", opsigelse="Kommunens opsigelse.\n"))
    clause, left_out = pack.origin("klausul.opsigelse"), pack.origin("klausul.orientering")
    value, document = pack.origin("vaerdi.timetrin"), pack.origin("dokument.opsigelse")

    assert (clause.layer, clause.replaces) == ("kommune", ("region", "faelles"))
    assert (clause.begrundelse, clause.place) == ("Fordi kommune.", "kommune/klausuler/opsigelse.md")
    assert (left_out.layer, left_out.left_out, left_out.begrundelse) == ("region", True, "Uden i region.")
    assert str(left_out).startswith("klausul.orientering: udeladt af region 1.2 (region/pakke.toml,")
    assert (value.layer, value.begrundelse) == ("region", "Kilde: Opdigtet aftale.")
    assert (document.layer, document.place) == ("faelles", "faelles/opsigelse.docx")
    assert {origin.key for origin in _origin.origins(inside(pack).stack)} >= {
        "klausul.omfang",
        "vaerdi.eksempler",
    }
    with pytest.raises(PackError, match=r"har ikke klausul\.opsigelser\. Mente du klausul\.opsigelse\?"):
        pack.origin("klausul.opsigelser")


def test_a_clause_that_is_left_out_leaves_no_trace(make: Callable[..., Path]) -> None:
    """Nor does the heading of a section that had nothing else; and a layer above can word it again."""
    folder = make("region", orientering="", indledning="")
    text = render(en_plan(), pack=folder).text
    again = render(en_plan(), pack=make("kommune", on="region", orientering="Kommunens orientering.\n")).text

    assert "Orientering af regionen" not in text
    assert "Siden 1. januar 2025" not in text
    assert "\n\n" not in text
    assert "Ordningen omfatter" in text
    assert "Orientering af regionen\nKommunens orientering." in again


def test_a_heading_in_a_style_of_its_own_goes_with_its_clause() -> None:
    """A region that names its own style, built on Word's, gets no empty heading either."""
    own = '<w:style w:type="paragraph" w:styleId="Afsnit"><w:name w:val="Afsnit"/><w:basedOn w:val="Heading1"/></w:style>'
    body = paragraph("Tom", "Afsnit") + clause("uden") + paragraph("Fuld", "Afsnit") + paragraph("Tekst.")
    parts = _package.read(build(body, "Aftale"))
    styles = parts["word/styles.xml"].replace(b"</w:styles>", f"{own}</w:styles>".encode())
    parts["word/styles.xml"] = styles
    made = _splice.splice(parts, {"uden": LEFT_OUT}, where=Places(parts))
    left = _package.parse(made.parts[_package.DOCUMENT]).iter(f"{W}p")

    assert [paragraph_text(each) for each in left] == ["Fuld", "Tekst."]


def test_the_heading_of_a_last_clause_goes_with_it() -> None:
    """Also where no section break ends the body."""
    body = paragraph("Fuld", "Heading1") + paragraph("Tekst.") + paragraph("Tom", "Heading1") + clause("uden")
    parts = _package.read(build(body, "Aftale"))
    root = _package.parse(parts[_package.DOCUMENT])
    for section in list(root.iter(f"{W}sectPr")):
        section.getparent().remove(section)
    parts[_package.DOCUMENT] = _package.serialise(root)
    made = _splice.splice(parts, {"uden": LEFT_OUT}, where=Places(parts))
    left = _package.parse(made.parts[_package.DOCUMENT]).iter(f"{W}p")

    assert [paragraph_text(each) for each in left] == ["Fuld", "Tekst."]


LISTS = (
    '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="7"/>'
    "</w:numPr></w:pPr></w:style>"
)


@pytest.mark.parametrize("text", ["- a\n  - b\n", "1. a\n2. b\n"], ids=["a bullet below", "numbers"])
def test_a_list_needs_a_style_that_counts(make: Callable[..., Path], text: str) -> None:
    """A style that has the name and no numbering, or one that the document lacks, would give plain text."""
    more = '[dokumenter.samarbejdsplan]\nbegrundelse = "x"\ntitel = "Plan"\nfil = "a.docx"\n'
    folder = make("region", more, opsigelse=text)
    made = docx_parts(p("{{ plan.botilbud.navn }}") + p("{{p klausul.opsigelse }}"))
    made["word/styles.xml"] = f"<w:styles {NS}>{LISTS}</w:styles>".encode()
    (folder / "a.docx").write_bytes(packed(made))
    codes = {finding.code for finding in packs.check(folder)}

    assert "no-list-style" in codes
    with pytest.raises(TemplateError, match="mangler Words liste-typografi"):
        render(en_plan(), pack=folder)


def test_a_document_can_be_left_out(make: Callable[..., Path]) -> None:
    """The pack does not have it, and says which it has."""
    pack = packs.load(make("region", '[dokumenter.opsigelse]\nudelad = true\nbegrundelse = "Eget system."\n'))

    assert "opsigelse" not in pack.documents
    assert pack.origin("dokument.opsigelse").left_out
    with pytest.raises(
        PackError, match=r"Pakken region udelader dokumentet opsigelse\. Den har samarbejdsplan, "
    ):
        render(en_opsigelse(), pack=pack)


def test_hour_tiers_of_a_pack_give_the_remark(make: Callable[..., Path]) -> None:
    """Where a plan departs from them, and never before they hold; the top-most layer that sets them decides."""
    region = packs.load(make("region", TIERS))
    later = TIERS.replace("2025-01-01", "2025-06-01").replace("fra_beboere = 25", "fra_beboere = 10")
    own = packs.load(make("kommune", later, on="region"))
    plan = en_plan(botilbud=et_botilbud(antal_beboere=30))
    remarks = {finding.code: str(finding) for finding in render(plan, pack=region).findings}

    assert "timetrinene giver 3 timer" in remarks["hours-depart"]
    assert "Opdigtet aftale" in remarks["hours-depart"]
    assert "timetrin fra region" in inside(region).provenance["botilbudlaege.regelsaet"]
    assert render(plan, pack=own).findings == ()


def test_a_pack_asked_for_outside_its_time_is_remarked(make: Callable[..., Path]) -> None:
    """With the successor; on the last day there is no remark."""
    folder = make("gammel", 'gyldig_fra = 2025-01-01\ngyldig_til = 2025-06-30\nefterfoelger = "ny"\n')
    last = render(en_plan(ikrafttraeden=datetime.date(2025, 6, 30)), pack=folder)
    after = render(en_plan(ikrafttraeden=datetime.date(2025, 7, 1)), pack=folder)

    assert last.findings == ()
    assert [finding.message for finding in after.findings] == [
        "Pakken gammel gælder til og med den 30. juni 2025, og datoen er den 1. juli 2025. Efterfølgeren er ny."
    ]


def test_a_folder_that_has_not_changed_is_the_same_pack(make: Callable[..., Path]) -> None:
    """So that its templates stay compiled; a change in a layer below it is seen too."""
    below = make("region", opsigelse="Først.\n")
    folder = make("kommune", on="region")
    first = packs.load(folder)

    assert packs.load(folder) is first
    (below / "klausuler" / "opsigelse.md").write_text("Derefter, og længere.\n", encoding="utf-8")
    assert "Derefter, og længere." in render(en_plan(), pack=folder).text


def test_a_ring_of_packs_is_refused(make: Callable[..., Path]) -> None:
    """With the ring."""
    make("en", on="to")
    with pytest.raises(PackError, match="i ring: to → en → to"):
        packs.load(make("to", on="en"))
