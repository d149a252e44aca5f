"""The Word template of the amendment.

The wording is in `klausuler/*.md`. The form is this project's own: the sources have none.
"""

from __future__ import annotations

from docs.templates.base import (
    build,
    kept_section,
    optional,
    paragraph,
    row,
    row_if,
    section,
    signatures,
    table,
)
from docs.templates.breve import parties
from docs.templates.gruppe import Column, each, grid, when

_CHANGES = (Column("Forhold", 2770), Column("Hidtil", 3150), Column("Fremover", 3150))


def allonge() -> str:
    """The amendment: parties, plan and day up front, then a row a change, and the signatures of both sides."""
    return (
        paragraph(
            "Allonge til samarbejdsplan mellem {{ plan.botilbud.navn }} og {{ plan.praksis.betegnelse }}",
            "Title",
        )
        + paragraph("Aftale om ændring af samarbejdsplanen", "Subtitle")
        + _facts()
        + section("Parter", "allonge_parter")
        + when(
            _not_empty("aftalte_aendringer"),
            kept_section("Ændringer", "allonge_aendringer"),
            _changes("Ændringer", "aftalte_aendringer"),
        )
        + when(
            _not_empty("nye_oplysninger"),
            kept_section("Nye oplysninger", "allonge_oplysninger"),
            _changes("Nye oplysninger", "nye_oplysninger"),
        )
        + kept_section("Planen i øvrigt", "allonge_oevrigt")
        + when("allonge.aendrer_timer", kept_section("Orientering af regionen", "allonge_orientering"))
        + paragraph("{{p klausul.allonge_underskrift }}", "Underskriftstekst")
        + signatures("allonge.underskrivere")
    )


def _facts() -> str:
    return table(
        ("Forhold", "Allongen"),
        *parties(),
        row(
            "Samarbejdsplan",
            "Gælder fra {{ plan.ikrafttraeden | dato }}",
            *optional("plan.indgaaet_den", "Indgået {{ plan.indgaaet_den | dato }}"),
        ),
        row("Gælder fra", "{{ allonge.gaelder_fra | dato }}"),
        row_if("allonge.indgaaet_den is not none", row("Indgået", "{{ allonge.indgaaet_den | dato }}")),
    )


def _not_empty(changes: str) -> str:
    return f"allonge.{changes} is none or allonge.{changes} != ()"


def _changes(caption: str, changes: str) -> str:
    """The table of changes; a row of it may break, since what is agreed may be longer than a page."""
    cells = ("{{ aendring.forhold | stort }}", "{{ aendring.fra }}", "{{ aendring.til }}")
    return grid(caption, _CHANGES, each(_CHANGES, f"aendring in allonge.{changes}", *cells, whole=False))


def templates() -> dict[str, bytes]:
    """The template by file name."""
    return {"allonge.docx": build(allonge(), "Allonge", letterhead="name")}
