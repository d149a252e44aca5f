"""Fields from outside that are refused: whatever they are put together from, what they fetch is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known_inside
from tests.rendering.word.docx_builder import run
from tests.rendering.word.outside_builder import BLIP, MEDIA, PICTURE, code_run, drawing, field, mark, outside

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN = ("external", "Et felt er sat sammen, så det ikke ses, hvad det gør.")


def fetching(code: str, does: str = "henter noget udefra") -> tuple[str, str]:
    """What is said of a field that fetches."""
    return "external", f"Filen har et felt, der {does} ({code})."


FIELDS: dict[str, tuple[Callable[[], dict[str, bytes]], tuple[str, str]]] = {
    # fields that fetch
    **{
        f"a field {code}": (lambda code=code: outside(field(f" {code} a b ")), fetching(code, does))
        for code, does in _known_inside.FETCHING_FIELDS.items()
    },
    "a pasted picture that is not in the file": (
        lambda: outside(field(' INCLUDEPICTURE "https://a.example/a.gif" ')),
        fetching("INCLUDEPICTURE"),
    ),
    "a pasted picture beside its field": (
        lambda: outside(
            field(' INCLUDEPICTURE "https://a.example/a.gif" ') + drawing(BLIP.format("embed")),
            PICTURE,
            more=MEDIA,
        ),
        fetching("INCLUDEPICTURE"),
    ),
    "a field in small letters": (lambda: outside(field("includetext a")), fetching("INCLUDETEXT")),
    "a field whose name is in quotes": (lambda: outside(field('"INCLUDETEXT" a')), fetching("INCLUDETEXT")),
    "a field in several runs": (lambda: outside(field("IN", "CLUDE", "TEXT a")), fetching("INCLUDETEXT")),
    "a field in one element": (
        lambda: outside(f"<w:p><w:fldSimple w:instr=' DDEAUTO a b '>{run('her')}</w:fldSimple></w:p>"),
        fetching("DDEAUTO"),
    ),
    "a field within another": (
        lambda: outside(
            field(
                " IF 1 = 1 ", mark("begin") + code_run(" LINK a ") + mark("separate") + run("b") + mark("end")
            )
        ),
        fetching("LINK"),
    ),
    "a field whose name another field ends": (
        lambda: outside(
            field(
                "INCLUDE",
                mark("begin") + code_run("QUOTE TEXT") + mark("separate") + run("TEXT a") + mark("end"),
            )
        ),
        fetching("INCLUDETEXT"),
    ),
    "a field whose name another field writes": (
        lambda: outside(field(" ", mark("begin") + code_run(" DOCPROPERTY a ") + mark("end"))),
        HIDDEN,
    ),
    "a field whose name another field, of one element, writes": (
        lambda: outside(field("IN", "<w:fldSimple w:instr=' QUOTE CLUDE '/>", " a")),
        HIDDEN,
    ),
    "a field whose name a tracked change hides": (
        lambda: outside(
            field("INCLUDE", f"<w:del w:id='1'>{code_run('X', 'delInstrText')}</w:del>", "TEXT a")
        ),
        fetching("INCLUDETEXT"),
    ),
    "a field that begins in one of two alternatives": (
        lambda: outside(
            '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice Requires='w14'>{mark('begin')}{code_run('INCL')}</mc:Choice><mc:Fallback/></mc:AlternateContent>"
            f"{code_run('UDETEXT a')}{mark('end')}</w:p>"
        ),
        HIDDEN,
    ),
    "a field that never ends": (
        lambda: outside(f"<w:p>{mark('begin')}{code_run('INCLUDETEXT a')}</w:p>"),
        fetching("INCLUDETEXT"),
    ),
    "a field that goes on showing to the end": (
        lambda: outside(f"<w:p>{mark('begin')}{code_run(' PAGE ')}{mark('separate')}</w:p>"),
        HIDDEN,
    ),
    "a field over two paragraphs": (
        lambda: outside(
            f"<w:p>{mark('begin')}{code_run('INCLUDE')}</w:p><w:p>{code_run('TEXT a')}{mark('end')}</w:p>"
        ),
        fetching("INCLUDETEXT"),
    ),
    "a field in a text box within a field": (
        lambda: outside(
            field(
                " PAGE ",
                "<w:r><w:pict><w:txbxContent>" + field("DDE a b") + "</w:txbxContent></w:pict></w:r>",
            )
        ),
        fetching("DDE"),
    ),
}
