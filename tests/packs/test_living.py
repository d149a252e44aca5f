"""Documents that carry their facts: what they hold, and that they read as flat ones do."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from lxml import etree

from botilbudlaege import (
    Anledning,
    Botilbud,
    DocumentError,
    MissingInformation,
    Moedeaftale,
    Opsigelse,
    Orientering,
    Samarbejdsplan,
    load,
    read,
    render,
)
from botilbudlaege.packs.templates import _fields
from botilbudlaege.rendering.access import _check
from botilbudlaege.rendering.pdf import _convert
from botilbudlaege.rendering.word import _known, _package, _places
from botilbudlaege.rendering.word._text import W
from tests import audit
from tests.builders import en_plan, et_botilbud
from tests.rendering.living.living_edits import Edited
from tests.rendering.living.selfcheck import selfcheck
from tests.rendering.word.docx_builder import NS, docx, p, packed, parts

EXAMPLES = sorted(path for path in Path("docs/examples").glob("*.toml") if "ufuldstaendig" not in path.name)


def _controls(content: bytes, part: str = _package.DOCUMENT) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for control in _package.parse(_package.read(content)[part]).iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        found.setdefault(tag.get(f"{W}val"), []).append(control)
    return found


def _kind(control: etree._Element) -> set[str]:
    names = {etree.QName(child).localname for child in control.find(f"{W}sdtPr")}
    return names & {"text", "date", "dropDownList", "dataBinding", "showingPlcHdr"}


def _words(control: etree._Element) -> str:
    return "".join(control.itertext())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_text_is_that_of_the_flat_document(path: Path) -> None:
    """Word for word, whatever the kind."""
    subject = load(path)
    kind = "kontrakt" if path.stem == "kontrakt" else None

    assert render(subject, kind, living=True).text == render(subject, kind).text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_is_valid(path: Path) -> None:
    """By openxml-audit, but for its false alarm about the kind of a prompt."""
    assert audit.faults(render(load(path), living=True).content) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_rule_of_the_checklist_holds(path: Path) -> None:
    """The controls have titles, and whatever else a reader with a screen reader needs."""
    parts = _package.read(render(load(path), living=True).content)

    assert [str(fault) for fault in _check.faults(parts, where=_places.Places(parts))] == []


def test_fields_are_of_the_kind_of_their_facts() -> None:
    """Text, date, choice, number; what is worked out is locked."""
    controls = _controls(render(load("docs/examples/aeblehaven.toml"), living=True).content)
    kinds = {tag: _kind(found[0]) for tag, found in controls.items()}

    assert kinds["plan.botilbud.navn"] == {"text", "dataBinding"}
    assert kinds["plan.ikrafttraeden"] == {"date", "dataBinding"}
    assert kinds["plan.aftalepart"] == {"dropDownList", "dataBinding"}
    assert kinds["plan.timer_pr_maaned"] == {"text", "dataBinding"}
    assert kinds["=plan.praksis.betegnelse"] == set()
    assert kinds["plan.moedeaftaler[0].tekst"] == {"text", "dataBinding"}


def test_what_breaks_libreoffice_is_not_bound() -> None:
    """A value with & or < stands in its control only, and in the facts as issued."""
    plan = en_plan(botilbud=et_botilbud(navn="Skov & <Mark>"))
    content = render(plan, living=True).content
    names = _controls(content)["plan.botilbud.navn"]
    data = _package.read(content)["customXml/item1.xml"]

    assert {_words(control) for control in names} == {"Skov & <Mark>"}
    assert "dataBinding" not in set().union(*map(_kind, names))
    assert b"Mark" not in data


def test_line_breaks_are_words() -> None:
    """As in the flat document."""
    aftale = Moedeaftale(titel="Ferie", tekst="Parterne aftaler det.\nSkriftligt.")
    plan = attrs.evolve(en_plan(), moedeaftaler=(aftale,))

    assert render(plan, living=True).text == render(plan).text
    assert "Parterne aftaler det.\nSkriftligt." in render(plan, living=True).text


def test_ids_are_met_once_over_all_parts() -> None:
    """Word drops all controls but the last of those with one id."""
    parts = _package.read(render(load("docs/examples/aeblehaven.toml"), living=True).content)
    ids = [
        element.get(f"{W}val")
        for name, content in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
        for element in _package.parse(content).iterfind(f".//{W}sdtPr/{W}id")
    ]

    assert len(ids) > 40
    assert len(set(ids)) == len(ids)


def test_the_same_facts_give_the_same_bytes() -> None:
    """There is no clock and no chance in it."""
    first, second = (render(en_plan(), living=True).content for _ in range(2))

    assert first == second


def test_a_form_asks_for_what_is_missing() -> None:
    """Empty fields with prompts, the lists of the pack with empty items, and the choices as drop-downs."""
    form = render(Samarbejdsplan(), draft=True, living=True)
    controls = _controls(form.content)
    empty = {tag for tag, found in controls.items() if "showingPlcHdr" in _kind(found[0])}

    assert empty >= {
        "plan.botilbud.navn",
        "plan.praksis.navn",
        "plan.aftalepart",
        "plan.timer_pr_maaned",
        "plan.ikrafttraeden",
        "plan.botilbud.kontaktperson.telefon",
        "plan.botilbud.kontaktperson.email",
        "plan.emner[2]",
        "plan.moedeaftaler[2].titel",
        "plan.moedeaftaler[2].tekst",
    }
    assert "[indsæt emne nr. 3]" in form.text
    assert not [tag for tag in empty if "adresse" in tag]  # guarded by `is not none`: left out


def test_spare_rows_are_not_missing() -> None:
    """A list that has to be decided is told once; its spare rows, and those of an optional one, are not."""
    form = render(en_plan(moedeaftaler=None), draft=True, living=True)

    assert [finding.path for finding in form.findings if finding.code == "missing"] == ["moedeaftaler"]


def test_what_was_decided_has_no_empty_rows() -> None:
    """No meeting clauses are agreed: the form says so, and asks for topics only."""
    form = render(en_plan(moedeaftaler=()), draft=True, living=True)

    assert "Parterne har ikke aftalt særlige vilkår" in form.text
    assert not [tag for tag in _controls(form.content) if "moedeaftaler" in tag]
    assert "[indsæt emne nr. 1]" in form.text


def test_a_form_shows_the_choice_and_every_branch() -> None:
    """The prompt of an undecided `if` on a choice is a drop-down with its answers."""
    letter = Orientering(plan=en_plan())
    form = render(letter, draft=True, living=True)
    asked = _controls(form.content)["orientering.anledning"]
    answers = [item.get(f"{W}value") for item in asked[0].iter(f"{W}listItem")]

    assert answers == [str(anledning) for anledning in Anledning]
    assert form.text.startswith(render(letter, draft=True).text)


def test_a_form_asks_for_the_side_that_terminates() -> None:
    """In the place of its name, which follows from it."""
    form = render(Opsigelse(plan=en_plan()), draft=True, living=True)

    assert _kind(_controls(form.content)["opsigelse.opsagt_af"][0]) >= {"dropDownList", "showingPlcHdr"}


def test_a_choice_by_number_is_no_form(tmp_path: Path) -> None:
    """An `if` on a missing number has no drop-down: the form is refused, with the reason; a draft is not."""
    pack = tmp_path / "proeve"
    (pack / "klausuler").mkdir(parents=True)
    (pack / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        '[klausuler.omfang]\nbegrundelse = "Prøve."\n'
    )
    (pack / "klausuler" / "omfang.md").write_text(
        "{% if plan.timer_pr_maaned == 2 %}\nTo timer.\n{% else %}\nTre timer.\n{% endif %}\n"
    )

    assert "To timer." in render(Samarbejdsplan(), pack=pack, draft=True).text
    with pytest.raises(DocumentError, match=r"afhænger af antal timer.*Udfyld timer_pr_maaned"):
        render(Samarbejdsplan(), pack=pack, draft=True, living=True)


def test_a_value_that_reads_as_an_empty_field_is_refused() -> None:
    """Nobody could tell it from one."""
    with pytest.raises(DocumentError, match=r"botilbud\.navn: .*tomt felt"):
        render(en_plan(botilbud=et_botilbud(navn="[indsæt navn på botilbud]")), living=True)


def test_a_list_item_that_reads_as_an_empty_one_is_refused() -> None:
    """Its prompt has the item's number."""
    with pytest.raises(DocumentError, match=r"emner\[0\]: .*tomt felt"):
        render(en_plan(emner=("[indsæt emne nr. 1]",)), living=True)


def test_a_choice_in_a_sentence_leaves_its_words_as_they_look(tmp_path: Path) -> None:
    """What stands after the drop-down looks as what stands before it, whatever the branches end in."""
    pack = tmp_path / "proeve"
    (pack / "klausuler").mkdir(parents=True)
    (pack / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        '[klausuler.omfang]\nbegrundelse = "Prøve."\n'
    )
    (pack / "klausuler" / "omfang.md").write_text(
        'Her {% if plan.aftalepart == "BOTILBUD" %}taler én{% else %}taler **andre{% endif %} om det**.\n'
    )
    form = render(Samarbejdsplan(), pack=pack, draft=True, living=True)
    body = _package.parse(_package.read(form.content)[_package.DOCUMENT])
    looks = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}b") is not None
        for run in body.iter(f"{W}r")
        if run.find(f"{W}t") is not None
    }

    assert "Her [indsæt aftalepart] taler én / taler andre om det." in form.text
    assert [bold for words, bold in looks.items() if words.startswith("taler én")] == [False]
    assert looks["andre om det"]


def test_a_living_final_needs_its_facts() -> None:
    """It is as strict as a flat one, and names as much."""
    with pytest.raises(MissingInformation) as flat:
        render(Samarbejdsplan(botilbud=Botilbud(navn="Æblehaven")))
    with pytest.raises(MissingInformation) as living:
        render(Samarbejdsplan(botilbud=Botilbud(navn="Æblehaven")), living=True)

    assert living.value.findings == flat.value.findings


@pytest.mark.libreoffice
def test_its_pdf_is_that_of_the_flat_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte: the controls are taken away before LibreOffice, which is started once for both, is given it."""
    convert = _convert.convert
    given: list[bytes] = []

    def put_aside(documents: dict[str, bytes]) -> list[bytes]:
        given.extend(documents.values())
        return [b"%PDF"]

    monkeypatch.setattr(_convert, "convert", put_aside)
    for living in (False, True):
        render(en_plan(), living=living).save(tmp_path / f"{living}.pdf")
    flat, stripped = convert({"flat.docx": given[0], "living.docx": given[1]})

    assert isinstance(flat, bytes)
    assert stripped == flat


def test_its_preview_is_that_of_the_flat_document() -> None:
    """Word for word, with the marks."""
    assert render(en_plan(), living=True)._repr_html_() == render(en_plan())._repr_html_()


def test_the_prompts_are_in_the_file() -> None:
    """So that Word shows them, in Danish, in a field that somebody empties."""
    parts = _package.read(render(en_plan(), living=True).content)
    glossary = parts["word/glossary/document.xml"].decode()
    used = set(re.findall(r'docPart w:val="(\w+)"', parts[_package.DOCUMENT].decode()))

    assert used <= set(re.findall(r'<w:name w:val="(BOTILBUD\w+)"', glossary))
    assert "[indsæt navn på botilbud]" in glossary


GLOSSARY = "word/glossary/document.xml"


def _pack_of(folder: Path, docx: bytes) -> Path:
    """A pack whose plan is a Word file of its own."""
    pack = folder / "proeve"
    pack.mkdir()
    (pack / "plan.docx").write_bytes(docx)
    (pack / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        '[dokumenter.samarbejdsplan]\nbegrundelse = "Prøve."\ntitel = "Plan"\nfil = "plan.docx"\n',
        encoding="utf-8",
    )
    return pack


def _names(glossary: bytes) -> list[str]:
    """The building blocks of a glossary, in order."""
    found = _package.parse(glossary).iterfind(f".//{W}docPart/{W}docPartPr/{W}name")
    return [name.get(f"{W}val", "") for name in found]


@pytest.mark.parametrize("is_related", [True, False])
def test_the_building_blocks_of_a_template_do_not_travel(is_related: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """The glossary of a document holds our prompts alone, and is declared once."""
    block = (
        '<w:docParts><w:docPart><w:docPartPr><w:name w:val="Egen"/></w:docPartPr></w:docPart></w:docParts>'
    )
    made = parts(p("{{ plan.botilbud.navn }}"))
    made[GLOSSARY] = f"<w:glossaryDocument {NS}>{block}</w:glossaryDocument>".encode()
    if is_related:
        _package.relate(made, _package.DOCUMENT_RELS, _known.GLOSSARY_RELATION, "glossary/document.xml")
    content = render(en_plan(), pack=_pack_of(tmp_path, packed(made)), living=True).content
    carried = _package.read(content)

    assert len(_names(carried[GLOSSARY])) == 1
    assert _names(carried[GLOSSARY])[0].startswith("BOTILBUD")
    assert selfcheck(content) == ()
    assert carried["[Content_Types].xml"].count(b"document.glossary+xml") == 1


def test_prompts_have_the_style_that_the_template_has_for_them(tmp_path: Path) -> None:
    """Found by its name, whatever its id; a template without one is given it."""
    own = '<w:style w:type="character" w:styleId="Pladsholder"><w:name w:val="placeholder text"/></w:style>'
    for number, (styles, expected) in enumerate([(own, "Pladsholder"), ("", "PlaceholderText")]):
        made = parts(p("{{ plan.botilbud.navn }}"))
        made["word/styles.xml"] = f"<w:styles {NS}>{styles}</w:styles>".encode()
        (tmp_path / str(number)).mkdir()
        pack = _pack_of(tmp_path / str(number), packed(made))
        carried = _package.read(render(en_plan(), pack=pack, living=True).content)
        ids = re.findall(r'w:styleId="(\w+)"', carried["word/styles.xml"].decode())

        assert ids == [expected]
        assert f'<w:rStyle w:val="{expected}"/>'.encode() in carried[GLOSSARY]


def test_a_control_of_the_templates_own_keeps_its_id(tmp_path: Path) -> None:
    """Ours avoid it, also when it is the one that ours would have got."""
    free = Edited(
        render(en_plan(), pack=_pack_of(tmp_path, docx(p("{{ plan.botilbud.navn }}"))), living=True).content
    )
    taken = free.controls("plan.botilbud.navn")[0].find(f"{W}sdtPr/{W}id").get(f"{W}val")
    own = (
        f'<w:sdt><w:sdtPr><w:id w:val="{taken}"/></w:sdtPr><w:sdtContent>{p("Skema")}</w:sdtContent></w:sdt>'
    )
    (tmp_path / "igen").mkdir()
    pack = _pack_of(tmp_path / "igen", docx(p("{{ plan.botilbud.navn }}") + own))
    content = render(en_plan(), pack=pack, living=True).content

    assert f'<w:id w:val="{taken}"/>'.encode() in _package.read(content)[_package.DOCUMENT]
    assert selfcheck(content) == ()


def test_a_template_without_fields_needs_no_prompts(tmp_path: Path) -> None:
    """It carries its facts all the same."""
    content = render(en_plan(), pack=_pack_of(tmp_path, docx(p("Fast tekst."))), living=True).content

    assert GLOSSARY not in _package.read(content)
    assert read(content).issued == en_plan()


def test_yes_and_no_are_a_choice() -> None:
    """Whether a home is for longer stays; that no letter prints it today is no reason to type it in words."""
    found = _fields.field(Samarbejdsplan, ("plan", "botilbud", "laengerevarende"))

    assert found is not None
    assert (found.kind, found.choices) == ("choice", ("ja", "nej"))
