"""What of a template is left to be filled in, and what only looks like it."""

from __future__ import annotations

import itertools

import pytest

from tests.rendering.settling.templates import (
    BRACKETS,
    ITEM,
    LISTED,
    MATHS,
    PLACES,
    kinds_of,
    made_of,
    told_of,
)
from tests.rendering.word.docx_builder import p, run

PROBABLE = {
    "Klik her": p("Klik her for at skrive."),
    "Klik eller tryk": p("Klik eller tryk her for at skrive tekst."),
    "Click": p("Click or tap here to enter text."),
    "pladsholder": f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Vælg')}</w:sdtContent></w:sdt></w:p>",
    "parentes": p("Tolken er (indsæt navn på tolk)."),
    "vinkel": p("Tolken er &lt;skriv navn&gt;."),
    "skriv her": p("Skriv emnerne her"),
    "krydser": p("Planen gælder fra xx.xx.xxxx."),
    "en parentes i hver side": p("Tolken er {navn på tolk}."),
    "brede parenteser": p("\uff5b\uff5b navn \uff5d\uff5d"),
    "dobbelte vinkler": p("Tolken er &lt;&lt;navn&gt;&gt;."),
    "datos form": p("Planen gælder fra dd-mm-åååå."),
    "krydser med mellemrum": p("Ring på xx xx xx xx."),
    "krydser før timer": p("Lægen rådgiver i X timer."),
    "tegn": p("Lægen er $navn$."),
    "overstreget": p(run("Tjek dette", '<w:highlight w:val="yellow"/>')),
    "overstreget mærkning": p(run("{{ navn }}", '<w:highlight w:val="cyan"/>')),
}
TYPED = {"streger": p("Dato: ______"), "prikker": p("Dato ………………"), "punktummer": p("Navn ..........")}


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, BRACKETS)))
def test_brackets_and_merge_fields_are_errors(place: str, left: str) -> None:
    """Also where they are spread over runs."""
    assert kinds_of(PLACES[place](BRACKETS[left])) == {("error", "left-placeholder")}


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, PROBABLE)))
def test_what_looks_like_something_to_fill_in_is_a_warning(place: str, left: str) -> None:
    """A final waits for it all the same."""
    assert kinds_of(PLACES[place](PROBABLE[left])) == {("warning", "left-placeholder")}


@pytest.mark.parametrize(("place", "left"), list(itertools.product(PLACES, TYPED)))
def test_a_typed_line_is_a_warning(place: str, left: str) -> None:
    """It is told once, with what to do instead."""
    assert kinds_of(PLACES[place](TYPED[left])) == {("warning", "typed-line")}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "§ 2 [1] og [2]",
            "[]",
            "[ ]",
            "[3a]",
            "»Citat« og «citat»",
            "a [b",
            "b] a",
            "Fodnote [1]",
            "…",
            "...",
        ),
        *("__", "Han sagde »kom« og gik.", "{{ plan.navn }}", "{% if a %}A{% endif %}", "Se klikhere.dk"),
    ],
)
def test_ordinary_text_is_no_placeholder(text: str) -> None:
    """Numbers in brackets, quotation marks either way, a few dots."""
    assert told_of(made_of(p(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Skriv under her",
        "Parterne kan skrive til hinanden, og her er deres adresser.",
        "Lægen skal angive dagen (se bilag). Den står her.",
        "Se [1] og afsnit (2), jf. § 45.",
        "Møderne holdes i 2025/XX og på linje XX.",
    ],
)
def test_ordinary_words_are_nothing_to_fill_in(text: str) -> None:
    """A sentence that only has the same words."""
    assert told_of(made_of(p(text))) == []


@pytest.mark.parametrize(("words", "number"), [("UDKAST", 1), ("Region Syddanmark", 0)])
def test_a_watermark_by_which_a_text_is_not_to_be_signed(words: str, number: int) -> None:
    """A final waits until it is gone."""
    drawn = f'<w:p><w:r><w:pict><v:shape><v:textpath string="{words}"/></v:shape></w:pict></w:r></w:p>'
    told = told_of(made_of(p("Tekst"), header=drawn))

    assert [(finding.code, words in finding.message) for finding in told] == [
        ("left-placeholder", True)
    ] * number


_DRAWN = '<w:p><w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r></w:p>'
SIGNS = [f'<w:sym w:font="Arial" w:char="00{code}"/>' for code in ("5B", "5D")]
ELSEWHERE = {
    "a list": (made_of(ITEM, numbering=LISTED.format("[navn] %1")), "error"),
    "a number of a list": (made_of(ITEM, numbering=LISTED.format("[%1]")), ""),
    "an appendix": (made_of(ITEM, numbering=LISTED.format("Bilag %1")), ""),
    "drawn words": (made_of(_DRAWN.format("[navn]")), "error"),
    "a formula": (made_of(f"<w:p><m:oMath {MATHS}><m:r><m:t>[navn]</m:t></m:r></m:oMath></w:p>"), "error"),
    "brackets that are signs": (
        made_of(f"<w:p><w:r>{SIGNS[0]}<w:t>navn</w:t>{SIGNS[1]}</w:r></w:p>"),
        "error",
    ),
    "two paragraphs": (made_of(p("[Her beskrives") + p("ordningen]")), "warning"),
    "a bracket that ends nowhere": (made_of(p("[Her beskrives") + p("ordningen")), ""),
    "two brackets": (made_of(p("[1") + p("og [2]")), ""),
}


@pytest.mark.parametrize(("made", "severity"), ELSEWHERE.values(), ids=list(ELSEWHERE))
def test_a_placeholder_that_stands_in_no_text(made: dict[str, bytes], severity: str) -> None:
    """It is one all the same; a number in brackets is none."""
    assert kinds_of(made) == ({(severity, "left-placeholder")} if severity else set())


@pytest.mark.parametrize("words", ["Vælg et element.", "Klik eller tryk for at angive en dato."])
def test_the_prompts_of_words_own_controls(words: str) -> None:
    """Also where the control is gone."""
    assert kinds_of(made_of(p(words))) == {("warning", "left-placeholder")}
