"""Signing: what a signing service needs to find in a document, and what a reader must not lose over a page break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Document, Opsigelse, PackError, Part, Samarbejdsplan, load, packs, render
from botilbudlaege.domain import SUBJEKTER, Underskrivere
from botilbudlaege.rendering.access._check import faults
from botilbudlaege.rendering.pdf import _convert
from botilbudlaege.rendering.word import _package, _places
from tests.builders import EXAMPLES, en_opsigelse, en_plan
from tests.rendering.pdf import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PARTIES = "botilbudlaege.parter"
ANCHORS = '[underskrift]\nbotilbud = "UNDERSKRIFT_A"\npraksis = "UNDERSKRIFT_B"\n'
NAMES = Underskrivere(botilbud="Jens Ravn", praksis="Eva Krag")
SIGNED = {"samarbejdsplan", "kontrakt", "allonge", "opsigelse"}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Make a pack with these lines in its manifest."""

    def make(lines: str = ANCHORS, pack_id: str = "proeve", below: str = "faelles") -> Path:
        folder = tmp_path / pack_id
        folder.mkdir()
        head = f'id = "{pack_id}"\nnavn = "Prøve"\nversion = "1"\nbygger_paa = "{below}"\n'
        (folder / "pakke.toml").write_text(head + lines, encoding="utf-8")
        return folder

    return make


def block(document: Document) -> list[str]:
    """The lines from the first signature on."""
    lines = document.text.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("For "))
    return lines[first:]


# Anchors -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["samarbejdsplan", "kontrakt"])
def test_each_side_has_its_anchor_below_its_line(make: Callable[..., Path], kind: str) -> None:
    """Before the printed name."""
    document = render(en_plan(underskrivere=NAMES), kind, pack=make())

    assert block(document) == [
        "For botilbuddet: Æblehaven",
        "Dato: \t  Underskrift: \t",
        "UNDERSKRIFT_A",
        "Jens Ravn",
        "For lægen: Lægerne ved Søen",
        "Dato: \t  Underskrift: \t",
        "UNDERSKRIFT_B",
        "Eva Krag",
    ]


@pytest.mark.parametrize(("part", "anchor"), [(Part.BOTILBUD, "A"), (Part.PRAKSIS, "B")])
def test_a_termination_has_the_anchor_of_the_side_that_terminates(
    make: Callable[..., Path], part: Part, anchor: str
) -> None:
    """The other side does not sign it."""
    document = render(en_opsigelse(opsagt_af=part), pack=make())

    assert re.findall("UNDERSKRIFT_.", document.text) == [f"UNDERSKRIFT_{anchor}"]


def test_a_side_without_an_anchor_has_none(make: Callable[..., Path]) -> None:
    """A pack may set the one alone; nothing is left where the other would be."""
    document = render(en_plan(), pack=make('[underskrift]\npraksis = "HER"\n'))

    assert block(document)[1:3] == ["Dato: \t  Underskrift: \t", "For lægen: Lægerne ved Søen"]
    assert block(document)[-1] == "HER"


def test_other_documents_have_no_anchor(make: Callable[..., Path]) -> None:
    """Nothing is signed in them."""
    folder = make()
    found = {
        str(kind)
        for kind, cls in SUBJEKTER.items()
        if "UNDERSKRIFT_" in render(cls(), str(kind), draft=True, pack=folder).text
    }

    assert found == SIGNED - {"opsigelse"}


def test_a_blank_draft_of_a_termination_asks_nothing_for_the_anchor(make: Callable[..., Path]) -> None:
    """It does not know who terminates, and has the same prompts as without."""
    with_anchors = render(Opsigelse(), draft=True, pack=make())

    assert with_anchors.text == render(Opsigelse(), draft=True, pack="faelles").text


@pytest.mark.parametrize("text", ["{{Sig_es_:signer1:signature}}", "/sn1/", "A & B <C>", "Æblehaven"])
def test_an_anchor_is_printed_as_it_is(make: Callable[..., Path], text: str) -> None:
    """Signing services have marks of their own, also in the braces that are tags here."""
    document = render(en_plan(), pack=make(f"[underskrift]\nbotilbud = '{text}'\n"))

    assert block(document)[2] == text


@pytest.mark.slow
def test_the_anchors_can_be_read_and_pass_the_check(make: Callable[..., Path]) -> None:
    """Small, but dark; no finding in the pack nor in what it makes."""
    folder = make()
    parts = _package.read(render(en_plan(), pack=folder).content)

    assert packs.check(folder) == ()
    assert list(faults(parts, where=_places.Places(parts))) == []
    assert b"w:vanish" not in b"".join(parts.values())


def test_the_anchors_of_the_layer_below_hold_until_a_layer_sets_its_own(
    make: Callable[..., Path],
) -> None:
    """As a whole; an empty table takes them away."""
    make(pack_id="region")
    texts = {
        name: render(en_plan(), pack=make(lines, name, "region")).text
        for name, lines in (
            ("arver", ""),
            ("egne", '[underskrift]\npraksis = "EGEN"\n'),
            ("ingen", "[underskrift]\n"),
        )
    }

    assert {name: re.findall("UNDERSKRIFT_.|EGEN", text) for name, text in texts.items()} == {
        "arver": ["UNDERSKRIFT_A", "UNDERSKRIFT_B"],
        "egne": ["EGEN"],
        "ingen": [],
    }


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('botilbud = " "', "underskrift.botilbud: Feltet er tomt."),
        ('praksis = "a\\nb"', "underskrift.praksis: Feltet har et linjeskift."),
        (f'praksis = "{"a" * 41}"', "underskrift.praksis: Teksten er på 41 tegn og kan højst være på 40."),
        ('botilbud = "P1"\npraksis = "P10"', "underskrift.botilbud: Teksten står også i en anden parts"),
        ('botilbud = "P"\npraksis = "P"', "underskrift.praksis: Teksten står også i en anden parts"),
        ('laege = "P"', "underskrift.laege: Feltet findes ikke."),
        ("botilbud = 1", "underskrift.botilbud: "),
    ],
)
def test_anchors_that_a_service_could_not_tell_apart_are_refused(
    make: Callable[..., Path], lines: str, expected: str
) -> None:
    """With the key."""
    with pytest.raises(PackError) as caught:
        packs.load(make(f"[underskrift]\n{lines}\n"))

    assert expected in str(caught.value)


# Parties -----------------------------------------------------------------------------------------------

ORDERS: list[tuple[Any, str, str, str]] = [
    (en_plan(), "samarbejdsplan", "botilbud, praksis", "botilbud=UNDERSKRIFT_A, praksis=UNDERSKRIFT_B"),
    (en_plan(), "kontrakt", "botilbud, praksis", "botilbud=UNDERSKRIFT_A, praksis=UNDERSKRIFT_B"),
    (en_opsigelse(opsagt_af=Part.BOTILBUD), "opsigelse", "botilbud", "botilbud=UNDERSKRIFT_A"),
    (en_opsigelse(opsagt_af=Part.PRAKSIS), "opsigelse", "praksis", "praksis=UNDERSKRIFT_B"),
]


@pytest.mark.parametrize(("subject", "kind", "without", "with_anchors"), ORDERS)
def test_the_parties_are_in_the_provenance_in_the_order_of_signing(
    make: Callable[..., Path], subject: Any, kind: str, without: str, with_anchors: str
) -> None:
    """By role, with the anchors that the pack sets; in the file too."""
    plain, anchored = (render(subject, kind, pack=pack) for pack in ("faelles", make()))

    assert plain.provenance[PARTIES] == without
    assert anchored.provenance[PARTIES] == with_anchors
    assert f">{with_anchors}<".encode() in _package.read(anchored.content)["docProps/custom.xml"]


def test_the_parties_have_no_names() -> None:
    """Nor where the names are known."""
    provenance = render(en_plan(underskrivere=NAMES)).provenance

    assert not re.search("Ravn|Krag|Æblehaven|Søen", " ".join(provenance.values()))


def test_a_document_that_nobody_signs_has_no_parties() -> None:
    """Nor has a termination while it is not known who terminates."""
    have = {
        str(kind)
        for kind, cls in SUBJEKTER.items()
        if PARTIES in render(cls(), str(kind), draft=True, pack="faelles").provenance
    }

    assert have == SIGNED - {"opsigelse"}


# Pages -------------------------------------------------------------------------------------------------


def _fills() -> Iterator[Samarbejdsplan]:
    """Plans of lengths at which the signatures come to stand at the foot of a page, and then on the next.

    Shorter ones have room below the signatures, and in longer ones they stay at the top of the page.
    """
    plan = load(EXAMPLES / "aeblehaven.toml", Samarbejdsplan)
    assert plan.moedeaftaler is not None
    clause = plan.moedeaftaler[0]
    for count in range(33, 38):
        topics = tuple(
            f"Et emne, som er skrevet så langt, at det fylder mere end en linje i planen, nummer {number}"
            for number in range(count + 9)
        )
        yield attrs.evolve(plan, emner=topics)
        clauses = tuple(attrs.evolve(clause, tekst="Kort.") for _ in range(count + 1))
        yield attrs.evolve(plan, emner=(), moedeaftaler=clauses)


def _split(pages: list[str], *pieces: str) -> bool:
    """Tell whether the pieces of a signature, each in the document once, are not all on one page with a line."""
    whole = [page for page in pages if all(piece in page for piece in pieces)]
    once = all("".join(pages).count(piece) == 1 for piece in pieces)
    return not (once and len(whole) == 1 and "Underskrift: " in whole[0].partition(pieces[0])[2])


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_page_break_never_splits_a_signature(make: Callable[..., Path]) -> None:
    """Side, line, anchor and printed name are on one page; an anchor is in the text of the PDF, once."""
    folder = make()
    pdfs = _convert.convert([render(plan, pack=folder).content for plan in _fills()])
    all_pages = printed.pages([pdf for pdf in pdfs if isinstance(pdf, bytes)], "-layout")

    assert len(all_pages) == len(pdfs)
    assert {len(pages) for pages in all_pages} == {3, 4}
    for pages in all_pages:
        assert not _split(pages, "For botilbuddet", "UNDERSKRIFT_A", "Jens Ravn")
        assert not _split(pages, "For lægen", "UNDERSKRIFT_B", "Eva Krag, speciallæge")
