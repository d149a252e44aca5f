"""A clause that is being written: checked, seen, and held against the pack's."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from botilbudlaege import (
    DataError,
    Dokument,
    Klausul,
    PackError,
    TemplateError,
    packs,
)
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.checking import _check
from botilbudlaege.packs.folder._discovery import BUILT_IN
from botilbudlaege.rendering.word import _package
from tests.builders import en_opsigelse, en_plan, et_botilbud, without
from tests.packs.authoring.packs import MANIFEST, WORDS

# The clause itself -------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", ["", "Opsigelse", "1opsigelse", "opsigelse.md", "../opsigelse", None, 3])
def test_an_id_that_cannot_be_one_is_refused(clause: Any) -> None:
    """At once, before anything is made of it."""
    with pytest.raises(DataError, match="id: En klausuls id må kun have små bogstaver"):
        Klausul(clause, WORDS)


def test_a_text_that_is_no_text_is_refused() -> None:
    """A path, for instance."""
    with pytest.raises(DataError, match="text: Her skal stå tekst"):
        Klausul("opsigelse", Path("opsigelse.md"))


def test_a_clause_is_a_value() -> None:
    """Equal by id and text, hashable, and it travels; its text is not shown where it is named."""
    klausul = Klausul("opsigelse", WORDS)

    assert pickle.loads(pickle.dumps(klausul)) == klausul == Klausul("opsigelse", WORDS)
    assert len({klausul, Klausul("opsigelse", WORDS), Klausul("opsigelse", "Andet.")}) == 2
    assert repr(klausul) == "Klausul('opsigelse')"


# check -------------------------------------------------------------------------------------------------


def _told(klausul: Klausul, *arguments: Any, **options: Any) -> list[str]:
    return [f"{finding.severity} {finding}" for finding in klausul.check(*arguments, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{{ plan.botilbud.nvan }}\n\nog *{{ plan.varsel_maanede }}*",
            [
                "error klausulen opsigelse, linje 1, tegn 1: Feltet plan.botilbud.nvan findes ikke. Mente du navn?",
                "error klausulen opsigelse, linje 3, tegn 5: Feltet plan.varsel_maanede findes ikke. Mente du varsel_maaneder?",
            ],
        ),
        (
            "{% if plan.timer_pr_maaned == '2' %}\nTo.\n{% endif %}",
            [
                'error klausulen opsigelse, linje 1, tegn 1: plan.timer_pr_maaned er et helt tal, og "2" er en tekst; de er aldrig ens. Skriv tallet uden anførselstegn.'
            ],
        ),
        (
            "CVR {{ plan.botilbud.cvr }}",
            [
                "warning klausulen opsigelse, linje 1, tegn 5: Oplysningen plan.botilbud.cvr (CVR-nummer for botilbud) er frivillig; mangler den, afvises dokumentet. Sæt {% if plan.botilbud.cvr is not none %} … {% endif %} om."
            ],
        ),
        (
            "Den {{ plan.ikrafttraeden | dagen }}.",
            [
                "error klausulen opsigelse, linje 1, tegn 5: Filteret dagen findes ikke; filtrene er dato, ejefald, kvartal, opremsning, stort, timer. Ret mærkningen."
            ],
        ),
        (
            "Kort.\n\n# Overskrift",
            [
                "error klausulen opsigelse, linje 3: Klausulen har en overskrift; den kan kun have afsnit, lister, fed og kursiv. Skriv det som almindelig tekst."
            ],
        ),
        (
            "{% if plan.botilbud.navn is none %}\nKort.",
            [
                "error klausulen opsigelse, linje 1, tegn 1: Mærkningen {% if %} lukkes ikke med {% endif %}. Sæt både begyndelse og slutning, fx {% if … %} og {% endif %}."
            ],
        ),
        (
            "Om én beboer,\n010190-1234.",
            [
                "error klausulen opsigelse, linje 2: Teksten ligner et CPR-nummer. Fjern det: dokumenterne handler aldrig om en enkelt borger."
            ],
        ),
        (" \n", ["error klausulen opsigelse: Klausulen er tom. Skriv teksten."]),
    ],
)
def test_check_tells_the_faults_of_a_clause_with_line_and_column(text: str, expected: list[str]) -> None:
    """Fields, types, guards, filters, Markdown, tags, personal numbers, emptiness."""
    assert _told(Klausul("opsigelse", text)) == expected


def test_check_is_silent_about_a_clause_that_is_right_and_about_the_rest_of_the_pack(pack: Path) -> None:
    """Also where the pack has a fault elsewhere."""
    (pack / "klausuler").mkdir()
    (pack / "klausuler" / "omfang.md").write_text("CVR {{ plan.botilbud.cvr }}", encoding="utf-8")
    (pack / "pakke.toml").write_text(MANIFEST + "[klausuler.omfang]\nbegrundelse = 'x'\n", encoding="utf-8")

    assert [*_check.of_document(inside(packs.load(pack)), Dokument.SAMARBEJDSPLAN)]
    assert Klausul("opsigelse", WORDS).check(pack=pack) == ()
    assert str(Klausul("opsigelse", WORDS).check(pack=pack)) == "Intet at bemærke."


def test_check_remarks_on_a_clause_that_is_the_packs() -> None:
    """It would not follow the changes of the pack's."""
    theirs = inside(packs.load("faelles")).stack.clauses["opsigelse"].source

    assert _told(Klausul("opsigelse", theirs.replace("\n", "\n\n"))) == [
        "remark klausulen opsigelse: Klausulen opsigelse er den samme som i pakken faelles. Ret den, eller lad pakkens stå."
    ]


def test_a_clause_that_the_document_does_not_have_is_told_with_the_nearest_or_where_it_is() -> None:
    """And its text is read all the same."""
    assert _told(Klausul("opsigelze", "# Nej")) == [
        "error klausulen opsigelze: Dokumentet samarbejdsplan har ikke klausulen opsigelze. Mente du opsigelse?",
        "error klausulen opsigelze, linje 1: Klausulen har en overskrift; den kan kun have afsnit, lister, fed og kursiv. Skriv det som almindelig tekst.",
    ]
    assert "Den hører til opsigelse" in _told(Klausul("opsigelse_ophoer", "Planen ophører."))[0]
    assert Klausul("opsigelse_ophoer", "Planen ophører.").check("opsigelse") == ()


def test_check_refuses_a_document_or_a_pack_that_does_not_exist() -> None:
    """With the nearest."""
    with pytest.raises(DataError, match="Mente du samarbejdsplan"):
        Klausul("opsigelse", WORDS).check("samarbejdplan")
    with pytest.raises(PackError, match="Mente du faelles"):
        Klausul("opsigelse", WORDS).check(pack="faeles")


def test_what_a_clause_makes_wrong_in_the_template_is_told(pack: Path) -> None:
    """A list where the template has no style for lists: the place is in Word, and the cause is the clause."""
    parts = _package.read((BUILT_IN / "faelles" / "opsigelse.docx").read_bytes())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"List Number"', b'"Nummer"')
    (pack / "opsigelse.docx").write_bytes(_package.write(parts))
    table = "[dokumenter.opsigelse]\ntitel = 'Opsigelse'\nfil = 'opsigelse.docx'\nbegrundelse = 'x'\n"
    (pack / "pakke.toml").write_text(MANIFEST + table, encoding="utf-8")
    numbered = Klausul("opsigelse_ophoer", "Planen ophører:\n\n1. straks\n")
    (told,) = numbered.check("opsigelse", pack=pack)

    assert (told.code, told.place.partition(",")[0]) == ("no-list-style", "proeve/opsigelse.docx")
    assert Klausul("opsigelse_ophoer", "Planen ophører.").check("opsigelse", pack=pack) == ()


@pytest.mark.slow
def test_a_new_clause_that_has_a_place_in_the_template_is_checked_seen_and_saved(pack: Path) -> None:
    """No layer has one of its id yet; without a place it is told how to get one."""
    ferie = Klausul("ferie", "Holder lægen ferie, aftales et nyt tidspunkt.")
    (without_place,) = ferie.check(pack=pack)
    parts = _package.read((BUILT_IN / "faelles" / "samarbejdsplan.docx").read_bytes())
    place = b"{{p klausul.opsigelse }}</w:t></w:r></w:p>"
    new = place + b"<w:p><w:r><w:t>{{p klausul.ferie }}</w:t></w:r></w:p>"
    parts["word/document.xml"] = parts["word/document.xml"].replace(place, new)
    (pack / "samarbejdsplan.docx").write_bytes(_package.write(parts))
    table = "[dokumenter.samarbejdsplan]\ntitel = 'Plan'\nfil = 'samarbejdsplan.docx'\nbegrundelse = 'x'\n"
    (pack / "pakke.toml").write_text(MANIFEST + table, encoding="utf-8")

    assert without_place.remedy.endswith("skriv {{p klausul.ferie }} i pakkens Word-skabelon.")
    assert ferie.check(pack=pack) == ()
    assert str(ferie.preview(en_plan(), pack=pack)) == ferie.text
    assert str(ferie.diff(pack=pack)) == f"{{+{ferie.text}+}}"
    assert ferie.save(pack, begrundelse="Ny.").name == "ferie.md"
    assert not [finding for finding in packs.check(pack) if finding.severity == "error"]


# preview -----------------------------------------------------------------------------------------------


def test_preview_shows_the_clauses_own_paragraphs() -> None:
    """As they read in the plan, and nothing of the rest."""
    seen = Klausul("opsigelse", f"{WORDS}\n- før kvartalets udgang\n").preview(en_plan())

    assert str(seen) == "Planen kan opsiges skriftligt af Æblehaven.\nfør kvartalets udgang"
    assert repr(seen) == str(seen)
    assert seen._repr_html_() == (
        '<div lang="da"><div lang="da"><p>Planen kan opsiges <strong>skriftligt</strong> af Æblehaven.</p>'
        "<ul><li>før kvartalets udgang</li></ul></div></div>"
    )


def test_preview_shows_many_plans_one_beneath_the_other() -> None:
    """Under the home's name, or the number of a home without one; a condition is each plan's own."""
    text = "{% if plan.timer_pr_maaned == 2 %}\nTo timer.\n{% endif %}\n"
    klausul = Klausul("omfang", text)
    plans = (en_plan(), en_plan(timer_pr_maaned=3, botilbud=et_botilbud(navn=None)))
    seen = klausul.preview(plan for plan in plans)

    assert str(seen) == (
        "Æblehaven\n---------\nTo timer.\n\nNr. 2\n-----\n(Klausulen har ingen tekst i dette dokument.)"
    )
    assert "<h4>Æblehaven</h4>" in seen._repr_html_()
    assert "<p>(Klausulen har ingen tekst i dette dokument.)</p>" in seen._repr_html_()


def test_preview_marks_what_is_missing_in_the_clause_and_says_that_a_final_cannot_be_made() -> None:
    """What is missing elsewhere in the plan is no matter of the clause's; a draft is made all the same."""
    plan = without(en_plan(), "botilbud.navn", "timer_pr_maaned")
    klausul = Klausul("opsigelse", WORDS)
    refused = "Det endelige dokument kan ikke laves. Der mangler: navn på botilbud."

    assert str(klausul.preview(plan)).splitlines()[-1] == refused
    assert "<mark>[indsæt navn på botilbud]</mark>" in klausul.preview(plan)._repr_html_()
    assert (
        str(klausul.preview(plan, draft=True))
        == "Planen kan opsiges skriftligt af [indsæt navn på botilbud]."
    )
    assert str(Klausul("opsigelse", "Planen kan opsiges.").preview(plan)) == "Planen kan opsiges."


def test_preview_takes_another_document_and_another_pack() -> None:
    """As `render` does."""
    klausul = Klausul("opsigelse_ophoer", "Planen ophører den {{ opsigelse.ophoersdato | dato }}.")

    assert str(klausul.preview(en_opsigelse(), pack="faelles")) == "Planen ophører den 31. december 2025."
    assert str(Klausul("opsigelse", WORDS).preview(en_plan(), "kontrakt")).startswith("Planen kan opsiges")


def test_preview_of_a_clause_with_an_error_is_refused() -> None:
    """With what check says."""
    with pytest.raises(TemplateError, match="Mente du navn"):
        Klausul("opsigelse", "{{ plan.botilbud.nvan }}").preview(en_plan())


# diff --------------------------------------------------------------------------------------------------


def test_diff_marks_words_in_the_text_and_in_the_document() -> None:
    """In brackets as text, and as deleted and inserted text in a notebook."""
    theirs = inside(packs.load("faelles")).stack.clauses["opsigelse"].source
    klausul = Klausul("opsigelse", theirs.replace("begge parter", "hver af dem & <lægen>"))

    assert str(klausul.diff()).startswith(
        "Efter overenskomsten kan [-begge parter-]{+hver af dem & <lægen>+} opsige planen med {{ plan"
    )
    assert str(klausul.diff(en_plan())).startswith(
        "Efter overenskomsten kan [-begge parter-]{+hver af dem & <lægen>+} opsige planen med 3 måneders varsel"
    )
    assert (
        "kan <del>begge parter</del><ins>hver af dem &amp; &lt;lægen&gt;</ins> opsige"
        in klausul.diff()._repr_html_()
    )
    assert repr(klausul.diff()) == str(klausul.diff())


def test_diff_gives_both_texts_back() -> None:
    """Without what is added it is the pack's, without what is removed it is the new one."""
    difference = Klausul("opsigelse", "Ny **tekst** om varsel til udgangen\n\n- af et kvartal").diff()
    pieces = list(difference.pieces())

    assert "".join(text for kind, text in pieces if kind != "added") == difference.old
    assert "".join(text for kind, text in pieces if kind != "removed") == difference.new
    assert {kind for kind, _ in pieces} == {"same", "removed", "added"}


def test_diff_of_the_same_and_of_none() -> None:
    """No difference is said; an id that the pack does not have is refused with the nearest."""
    theirs = inside(packs.load("faelles")).stack.clauses["opsigelse"].source

    assert str(Klausul("opsigelse", theirs).diff()) == "Der er ingen forskel."
    assert "Der er ingen forskel." in Klausul("opsigelse", theirs).diff(en_plan())._repr_html_()
    with pytest.raises(PackError, match="Mente du opsigelse"):
        Klausul("opsigelze", WORDS).diff()
