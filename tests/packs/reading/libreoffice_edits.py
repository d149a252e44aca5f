"""Edits of a living document in LibreOffice, each with what is told of it and the facts that then differ."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from botilbudlaege import (
    Driftsform,
)

SENTENCE = " Varslet regnes fra den dag, opsigelsen er kommet frem til den anden part."

Told = tuple[str, str, str]
LOST: Told = ("remark", "store-lost", "")
WORDING: Told = ("error", "wording", "")


def changed(path: str) -> Told:
    """A fact that says something else, everywhere."""
    return "remark", "changed", path


def error(code: str, path: str) -> Told:
    """What needs a decision."""
    return "error", code, path


@attrs.frozen
class Case:
    """An edit, and what reading back must say.

    Args:
        edits: What is done, by the functions of edit_in_libreoffice.py.
        told: Severity, kind and path of each finding.
        facts: The facts that differ from what was issued, by path.
        words: Words that the findings must quote.
        ways: The formats that it is saved in.
        of: The document.
    """

    edits: list[list[Any]] = attrs.field(factory=list)
    told: list[Told] = attrs.field(factory=list, kw_only=True)
    facts: dict[str, Any] = attrs.field(factory=dict, kw_only=True)
    words: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    ways: tuple[str, ...] = attrs.field(default=("docx",), kw_only=True)
    of: str = attrs.field(default="plan", kw_only=True)


TWICE = ("docx", "docx")
HOME = {"botilbud.navn": "Bøgely"}
MAY = {"ikrafttraeden": datetime.date(2025, 5, 1)}
MUNICIPAL = {"botilbud.driftsform": Driftsform.KOMMUNAL}
EVERYWHERE = ["replace", "Æblehaven", "Bøgely"]

CASES: dict[str, Case] = {
    "saved": Case(),
    "saved twice": Case(ways=TWICE, told=[LOST]),
    "saved three times": Case(ways=(*TWICE, "docx"), told=[LOST]),
    "saved as .odt and back": Case(ways=("odt", "docx"), told=[LOST]),
    "saved as .doc and back": Case(
        ways=("doc", "docx"), told=[LOST, ("warning", "numbering", "")]
    ),  # it makes two lists of one, both from 1.
    # Facts
    "a name everywhere": Case([EVERYWHERE], told=[changed("botilbud.navn")], facts=HOME),
    "a name everywhere, saved twice": Case(
        [EVERYWHERE], ways=TWICE, told=[LOST, changed("botilbud.navn")], facts=HOME
    ),
    "a name everywhere, as .odt and back": Case(
        [EVERYWHERE], ways=("odt", "docx"), told=[LOST, changed("botilbud.navn")], facts=HOME
    ),
    "a name in the body alone": Case(
        [["type_over", "Æblehaven", "Bøgely", 2]],
        told=[error("conflict", "botilbud.navn")],
        facts=HOME,
        words=("»Æblehaven« (teksten, afsnit 1", "»Bøgely« (teksten, afsnit 4"),
    ),
    "a name with &": Case(
        [["replace", "Æblehaven", "Bøg & Eg"]],
        told=[LOST, changed("botilbud.navn")],
        facts={"botilbud.navn": "Bøg & Eg"},
    ),
    "another date in digits": Case(
        [["replace", "1. april 2025", "01-05-2025"]],
        told=[error("conflict", "ikrafttraeden")],  # Word puts what the data say in the text
        facts=MAY,
        words=("til »01-05-2025« (1. maj 2025), men dokumentets data har »1. april 2025«",),
    ),
    "another date in digits, saved twice": Case(
        [["replace", "1. april 2025", "1.5.2025"]],
        ways=TWICE,
        told=[LOST, changed("ikrafttraeden")],
        facts=MAY,
    ),
    "the same date in digits": Case([["replace", "1. april 2025", "01-04-2025"]]),
    "a date in words": Case(
        [["replace", "1. april 2025", "første maj"]],
        told=[error("invalid", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
        words=("»første maj«", "Der stod »1. april 2025«"),
    ),
    "a date with words beside it": Case(
        [["replace", "1. april 2025", "1. april 2025 eller senere"]],
        told=[error("invalid", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
    ),
    "hours": Case(
        [["type_over", "2", "3"], ["type_over", "2", "3"]],
        told=[changed("timer_pr_maaned")],
        facts={"timer_pr_maaned": 3},
    ),
    "hours at one place alone": Case(
        [["type_over", "2", "3", 1]],
        told=[error("conflict", "timer_pr_maaned")],
        facts={"timer_pr_maaned": 3},
    ),
    "hours that may not be agreed": Case(
        [["type_over", "2", "7"], ["type_over", "2", "7"]],
        told=[error("invalid", "timer_pr_maaned")],
        facts={"timer_pr_maaned": None},
    ),
    "a choice": Case(
        [["type_over", "privat", "kommunal"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=MUNICIPAL,
        words=("til »kommunal«, men dokumentets data har »privat«",),
    ),
    "a choice, saved twice": Case(
        [["type_over", "privat", "kommunal"]],
        ways=TWICE,
        told=[LOST, changed("botilbud.driftsform")],
        facts=MUNICIPAL,
    ),
    "a choice, as .odt and back": Case(
        [["type_over", "privat", "kommunal"]],
        ways=("odt", "docx"),
        told=[LOST, changed("botilbud.driftsform")],
        facts=MUNICIPAL,
    ),
    "a choice that is not in the list": Case(
        [["type_over", "privat", "kirkelig"]],
        told=[error("invalid", "botilbud.driftsform")],
        facts={"botilbud.driftsform": None},
        words=("»kirkelig«",),
    ),
    "an optional fact emptied": Case(
        [["type_over", "18", ""]],
        told=[changed("botilbud.antal_beboere"), ("remark", "outdated", "")],
        facts={"botilbud.antal_beboere": None},
    ),
    "a needed fact emptied": Case(
        [["type_over", "2", ""], ["type_over", "2", ""]],
        told=[error("missing", "timer_pr_maaned")],
        facts={"timer_pr_maaned": None},
    ),
    "a fact emptied from which others are worked out": Case(
        [["replace", "Æblehaven", ""]],
        told=[error("missing", "botilbud.navn")],
        facts={"botilbud.navn": None},
    ),
    "words beside a name": Case(
        [["type_after", "Ida Holm", " (barsel)"]],
        told=[changed("botilbud.kontaktperson.navn")],
        facts={"botilbud.kontaktperson.navn": "Ida Holm (barsel)"},
    ),
    "words beside a number": Case(
        [["type_before", "18", "mindst "]],
        told=[error("invalid", "botilbud.antal_beboere")],
        facts={"botilbud.antal_beboere": None},
        words=("»mindst 18«",),
    ),
    "an item of a list": Case(
        [["type_over", "Kost og motion", "Søvn"]],
        told=[changed("emner[1]")],
        facts={"emner": ("Medicinhåndtering", "Søvn", "Tegn på akut sygdom")},
    ),
    "an item of a list deleted": Case(
        [["delete_paragraph", "Kost og motion"]],
        told=[error("missing", "emner[1]")],
        facts={"emner": ("Medicinhåndtering", "Tegn på akut sygdom")},
        words=("der stod »Kost og motion«",),
    ),
    "an item of a list added": Case(
        [["add_paragraph", "Kost og motion", "Søvn"]], told=[WORDING], words=("»Søvn« er tilføjet",)
    ),
    "an agreement deleted": Case(
        [["delete_paragraph", "Bliver lægen"]],
        told=[error("missing", "moedeaftaler[0].titel"), error("missing", "moedeaftaler[0].tekst")],
        facts={"moedeaftaler": ()},
    ),
    "a fact that is worked out from others": Case(
        [["type_over", "Frugtvej 12", "Frugtvej 14"]],
        told=[error("derived", "botilbud.adresse.linje")],
        words=("»Frugtvej 12, 8660 Skanderborg«",),
    ),
    # Text
    "a word of the text": Case(
        [["type_over", "to dele", "tre dele"]],
        told=[WORDING],
        words=("fra »Ordningen har to dele:« til »Ordningen har tre dele:«",),
    ),
    "a sentence deleted": Case([["type_over", SENTENCE, ""]], told=[WORDING], words=(SENTENCE,)),
    "a paragraph added": Case(
        [["add_paragraph", "Ordningen har to dele:", "Lægen får en fast plads."]],
        told=[WORDING],
        words=("»Lægen får en fast plads.« er tilføjet",),
    ),
    "a paragraph deleted": Case(
        [["delete_paragraph", "behandling af en konkret"]],
        told=[WORDING],
        words=("»behandling af en konkret beboer« er slettet",),
    ),
    "a row deleted": Case(
        [["delete_row", "Opsigelse"]],
        told=[WORDING],
        words=("»Opsigelse | 3 måneders varsel til udgangen af et kvartal« er slettet",),
    ),
    "a row deleted whose facts stand elsewhere too": Case(
        [["delete_row", "Timetal"]], told=[WORDING], words=("»Timetal | 2 timer pr. måned« er slettet",)
    ),
    "a row added": Case(
        [["add_row", "Timetal", "Kørsel", "Lægen kører selv"]],
        told=[WORDING],
        words=("»Kørsel | Lægen kører selv« er tilføjet",),
    ),
    "words beside a field": Case(
        [["type_over", "Antal beboere: ", "Antal beboere: mindst "]],
        told=[WORDING],
        words=("til »Antal beboere: mindst 18«",),
    ),
    "the header": Case(
        [["type_in_header", " FORTROLIGT"]],
        told=[WORDING],
        words=("sidehovedet", "Samarbejdsplan FORTROLIGT«"),
    ),
    # Changes that LibreOffice records
    "recorded: a sentence deleted, a word changed": Case(
        [["track"], ["type_over", SENTENCE, ""], ["type_over", "to dele", "tre dele"]],
        told=[WORDING, WORDING],
        words=(SENTENCE, "til »Ordningen har tre dele:«"),
    ),
    "recorded: a paragraph and a row deleted": Case(
        [["track"], ["delete_paragraph", "behandling af en konkret"], ["delete_row", "Opsigelse"]],
        told=[WORDING, WORDING],
    ),
    "recorded: a paragraph added": Case(
        [["track"], ["add_paragraph", "Ordningen har to dele:", "Lægen får en fast plads."]], told=[WORDING]
    ),
    "recorded: a date": Case(
        [["track"], ["replace", "1. april 2025", "1. maj 2025"]],
        told=[error("conflict", "ikrafttraeden")],
        facts=MAY,
    ),
    "recorded: a date, saved twice": Case(
        [["track"], ["replace", "1. april 2025", "1. maj 2025"]],
        ways=TWICE,
        told=[LOST, changed("ikrafttraeden")],
        facts=MAY,
    ),
    "recorded: a choice": Case(
        [["track"], ["type_over", "privat", "kommunal"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=MUNICIPAL,
    ),
    "recorded: a choice found and replaced": Case(
        [["track"], ["replace", "privat", "kommunal"]],
        told=[error("conflict", "botilbud.driftsform")],
        facts=MUNICIPAL,
    ),
    "recorded: a date deleted": Case(
        [["track"], ["replace", "1. april 2025", ""]],
        told=[error("conflict", "ikrafttraeden")],
        facts={"ikrafttraeden": None},
        words=("er slettet i teksten, men dokumentets data har »1. april 2025«",),
    ),
    # What is no change
    "half a field bold": Case([["look", "Æblehaven", 0, 4]]),
    "a word of the text bold": Case([["look", "Lægen rådgiver personalet", 0, 5]]),
    "a page break": Case([["break_page", "Kontakt til lægen"]]),
    "an empty paragraph": Case([["add_paragraph", "Ordningen har to dele:", ""]]),
    # & and < in values
    "& and <": Case(of="signs"),
    "& and <, saved twice": Case(of="signs", ways=TWICE, told=[LOST]),
    "& and < typed": Case(
        [["replace", "Skov & <Mark>", "Eng & <Mark>"]],
        of="signs",
        told=[changed("botilbud.navn")],
        facts={"botilbud.navn": "Eng & <Mark>"},
    ),
    "another fact beside & and <": Case(
        [["type_over", "privat", "kommunal"]],
        of="signs",
        told=[error("conflict", "botilbud.driftsform")],
        facts=MUNICIPAL,
    ),
}
