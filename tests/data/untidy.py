"""A register of 200 homes, and twelve offices that keep it, each in a way of its own, with the mapping by which it is read."""

from __future__ import annotations

import datetime
import functools
import io
import unicodedata
from typing import TYPE_CHECKING, Any

import attrs
import openpyxl

from botilbudlaege import (
    Botilbud,
    Driftsform,
    Egne,
    Kommune,
    Kontaktperson,
    Lovgrundlag,
    Praksis,
    Registerpost,
    Samarbejdsplan,
)
from tests.data.registers import edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

D = datetime.date
TOWNS = ["Aarhus", "Favrskov", "Holstebro", "Horsens", "Norddjurs", "Randers", "Skanderborg", "Viborg"]
NAMES = ["Æblehaven", "Birkelund", "Cedertræet", "Dalgården", "Enghøj", "Fyrreskoven", "Gåsevang", "Højbo"]


def home(number: int) -> Registerpost:
    """Make a home: one in four without an agreement, one in three without a P-number."""
    plan = Samarbejdsplan(
        botilbud=Botilbud(
            navn=f"{NAMES[number % 8]} {number}",
            kommune=Kommune.find(TOWNS[number // 25]),
            lovgrundlag=[Lovgrundlag.SEL_108, Lovgrundlag.ABL_105][number % 2],
            laengerevarende=number % 5 != 0,
            driftsform=[*Driftsform][number % 3],
            antal_beboere=5 + number % 40,
            p_nummer=None if number % 3 == 0 else str(1_000_000_017 + number * 7919),
            kontaktperson=Kontaktperson(
                navn="Åse Møller", telefon=f"86 12 {number // 100 + 10} {number % 90 + 10}"
            ),
        )
    )
    if number % 4 == 0:
        return Registerpost(plan=plan)
    agreed = attrs.evolve(
        plan,
        praksis=Praksis(navn=f"Lægerne Søvej {number}", ydernummer=f"{number:06}"),
        timer_pr_maaned=2 + number % 2,
        ikrafttraeden=D(2025, 1 + number % 12, 1),
    )
    return Registerpost(plan=agreed)


HOMES = tuple(home(number) for number in range(200))
"""In the order of their municipalities, as a register is often kept."""
PATHS = {
    "navn": "botilbud.navn",
    "kommune": "botilbud.kommune",
    "lov": "botilbud.lovgrundlag",
    "lang": "botilbud.laengerevarende",
    "drift": "botilbud.driftsform",
    "beboere": "botilbud.antal_beboere",
    "p": "botilbud.p_nummer",
    "kontakt": "botilbud.kontaktperson.navn",
    "tlf": "botilbud.kontaktperson.telefon",
    "praksis": "praksis.navn",
    "yder": "praksis.ydernummer",
    "timer": "timer_pr_maaned",
    "start": "ikrafttraeden",
}
Row = dict[str, Any]


def facts(post: Registerpost) -> Row:
    """Give a home as cells, by the short names of the columns."""
    plan = post.plan
    values: tuple[Any, ...] = (
        plan.botilbud.navn,
        str(plan.botilbud.kommune),
        plan.botilbud.lovgrundlag.name,
        "ja" if plan.botilbud.laengerevarende else "nej",
        plan.botilbud.driftsform.name,
        plan.botilbud.antal_beboere,
        plan.botilbud.p_nummer,
        plan.botilbud.kontaktperson.navn,
        plan.botilbud.kontaktperson.telefon,
        plan.praksis.navn,
        plan.praksis.ydernummer,
        plan.timer_pr_maaned,
        plan.ikrafttraeden,
    )
    return dict(zip(PATHS, values, strict=True))


def rows(change: Callable[[Row, int], Row] | None = None) -> list[list[Any]]:
    """Give all homes as rows of cells, each perhaps written in a way of its own."""
    found = (facts(post) for post in HOMES)
    return [[*(change(row, number) if change else row).values()] for number, row in enumerate(found)]


def csv(table: Sequence[Sequence[Any]], *, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Write rows as a spreadsheet saves them."""
    lines = (separator.join("" if cell is None else str(cell) for cell in row) for row in table)
    return "\r\n".join((*lines, "")).encode(encoding)


def book(
    table: Sequence[Sequence[Any]],
    then: Callable[[Any, Any], None] | None = None,
    *,
    edits: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write rows as a workbook, with what a person does to it, and what a spreadsheet stores."""
    made = openpyxl.Workbook()
    for row in table:
        made.active.append(row)
    if then is not None:
        then(made, made.active)
    out = io.BytesIO()
    made.save(out)
    return edit(out.getvalue(), *edits)


def mapping(**theirs: str) -> dict[str, str]:
    """Map their headers, by the short names of the columns, to the facts; those that are not named have ours."""
    return {theirs.get(short, path): path for short, path in PATHS.items()}


def dansk(day: datetime.date | None) -> str | None:
    """Write a day as people do."""
    return None if day is None else f"{day.day}-{day.month}-{day.year}"


HEADERS: list[Any] = [*PATHS.values()]
SYNONYMS = {
    "navn": "Navn på tilbud",
    "kommune": "Kommunenavn",
    "lov": "Lovgrundlag",
    "lang": "Længerevarende ophold",
    "drift": "Driftsform",
    "beboere": "Antal pladser",
    "p": "P-nr.",
    "kontakt": "Kontaktperson",
    "tlf": "Tlf.",
    "praksis": "Praksis",
    "yder": "Ydernr.",
    "timer": "Timer pr. md.",
    "start": "Startdato",
}
Office = tuple[str, bytes, dict[str, Any]]


@functools.cache
def own_words() -> Office:
    """Their headers, columns of their own on both sides, Windows' letters."""
    table: list[list[Any]] = [["Sagsnr.", *SYNONYMS.values(), "Bemærkning"]]
    table += [[f"25/{number}", *row[:12], dansk(row[12]), "ringet op"] for number, row in enumerate(rows())]
    kept = {"kolonner": mapping(**SYNONYMS), "behold": ["Sagsnr."], "udelad": ["Bemærkning"]}
    return ".csv", csv(table, encoding="cp1252"), kept


@functools.cache
def title_and_sum() -> Office:
    """Titles above the headers, a sum and a source below the rows."""
    above: list[list[Any]] = [
        ["Region Midtjylland"],
        ["Botilbud med og uden fast læge, opdateret 1. marts 2026"],
        [],
    ]
    below: list[list[Any]] = [["I alt", None, None, None, None, 4900], [], ["Kilde: Socialtilsyn Midt"]]
    return (
        ".xlsx",
        book([*above, HEADERS, *rows(), *below]),
        {"overskriftsraekke": 4, "slutraekker": ["I alt", "Kilde:"]},
    )


@functools.cache
def several_sheets() -> Office:
    """Last year's register first and hidden, a draft beside it; the sheet is chosen by its name."""

    def others(made: Any, sheet: Any) -> None:
        sheet.title = "2026"
        for name, state in (("2025", "hidden"), ("Kladde", "visible")):
            other = made.create_sheet(name, 0)
            other.append(HEADERS)
            other.append(["Et helt andet sted"])
            other.sheet_state = state

    return ".xlsx", book([HEADERS, *rows()], others), {"ark": "2026"}


LAWS = {"SEL_108": "§ 108 (længerevarende)", "ABL_105": "Almenbolig § 105"}
KINDS = {"KOMMUNAL": "Kommunalt tilbud", "REGIONAL": "Regionen driver", "PRIVAT": "Privat / fond"}


@functools.cache
def words_for_codes() -> Office:
    """Words where we have codes."""

    def change(row: Row, _: int) -> Row:
        long = {"ja": "Varigt", "nej": "Midlertidigt"}[row["lang"]]
        return {**row, "lov": LAWS[row["lov"]], "drift": KINDS[row["drift"]], "lang": long}

    words = {
        "botilbud.lovgrundlag": {theirs: ours for ours, theirs in LAWS.items()},
        "botilbud.driftsform": {theirs: ours for ours, theirs in KINDS.items()},
        "botilbud.laengerevarende": {"Varigt": "ja", "Midlertidigt": "nej"},
    }
    return ".xlsx", book([HEADERS, *rows(change)]), {"vaerdier": words}


@functools.cache
def decimals_and_clocks() -> Office:
    """Numbers with decimals, days with a time of day, spaces that break no line."""

    def change(row: Row, number: int) -> Row:
        start = row["start"]
        ways = (None if start is None else f"{start} 00:00:00", start and f"{dansk(start)} 00:00")
        return {
            **row,
            "beboere": f"{row['beboere']},0",
            "timer": row["timer"] and f"\u00a0{row['timer']},00",
            "start": ways[number % 2],
            "tlf": row["tlf"].replace(" ", "\u00a0"),
        }

    return ".csv", csv([HEADERS, *rows(change)]), {}


@functools.cache
def merged() -> Office:
    """The municipality written once over its homes, in cells that are merged."""

    def merge(_: Any, sheet: Any) -> None:
        for first in range(2, 202, 25):
            sheet.merge_cells(f"B{first}:B{first + 24}")

    return ".xlsx", book([HEADERS, *rows()], merge), {}


@functools.cache
def marks_for_nothing() -> Office:
    """A mark where nothing is known."""

    def change(row: Row, number: int) -> Row:
        mark = ("-", "ikke oplyst", "?")[number % 3]
        return {short: mark if value is None else value for short, value in row.items()}

    nothing = {"-": "", "ikke oplyst": "", "?": ""}
    words = {PATHS[short]: nothing for short in ("p", "praksis", "yder", "timer", "start")}
    return ".csv", csv([HEADERS, *([*row[:12], row[12]] for row in rows(change))]), {"vaerdier": words}


@functools.cache
def pages() -> Office:
    """Headers once more at the top of every page, empty rows between."""
    table: list[list[Any]] = []
    for first in range(0, 200, 50):
        table += [HEADERS, *rows()[first : first + 50], [], []]
    return ".xlsx", book(table), {"slutraekker": ["I alt"]}


@functools.cache
def headers_alike() -> Office:
    """Three columns called "Navn", one that is called nothing; they are named by their letters."""
    header = ["Navn", *HEADERS[1:7], "Navn", "Telefon", "Navn", *HEADERS[10:], None]
    by_letter = {"kolonne A": PATHS["navn"], "kolonne H": PATHS["kontakt"], "kolonne J": PATHS["praksis"]}
    kept = {"kolonner": {**by_letter, "Telefon": PATHS["tlf"]}, "udelad": ["kolonne N"]}
    return ".xlsx", book([header, *([*row, "x"] for row in rows())]), kept


@functools.cache
def from_an_old_system() -> Office:
    """Tabs, two bytes a letter, a title before the headers, the sign by which DOS ends a file."""
    table: list[list[Any]] = [
        ["Udtræk, 2026"],
        ["x" if header == PATHS["navn"] else header for header in HEADERS],
    ]
    table += [[*row[:12], dansk(row[12])] for row in rows()]
    return ".csv", csv(table, separator="\t", encoding="utf-16"), {"kolonner": {"x": PATHS["navn"]}}


@functools.cache
def letters_of_all_kinds() -> Office:
    """Letters put together of two signs, hyphens and joiners that are not seen, headers in capitals on two lines."""

    def change(row: Row, number: int) -> Row:
        name = unicodedata.normalize("NFD" if number % 2 else "NFC", row["navn"])
        return {
            **row,
            "navn": f"{name[:3]}\u00ad{name[3:]}\u200b",
            "kommune": f"\ufeff{row['kommune'].upper()} Kommune",
        }

    header = [word.upper().replace(" ", "\n") for word in SYNONYMS.values()]
    return ".xlsx", book([header, *rows(change)]), {"kolonner": mapping(**SYNONYMS)}


@functools.cache
def as_used() -> Office:
    """Another order, a filter, hidden rows and columns, formulas with what they gave, hours with their unit."""

    def change(row: Row, _: int) -> Row:
        hours = row["timer"] and f"{row['timer']} timer"
        return dict(sorted({**row, "timer": hours}.items(), reverse=True))

    def use(_: Any, sheet: Any) -> None:
        sheet.auto_filter.ref = "A1:M201"
        sheet.auto_filter.add_filter_column(1, ["2 timer"])
        for number in range(5, 100, 7):
            sheet.row_dimensions[number].hidden = True
        sheet.column_dimensions["C"].hidden = True

    header = [PATHS[short] for short in sorted(PATHS, reverse=True)]
    words = {"timer_pr_maaned": {"2 timer": "2", "3 timer": "3"}}
    stored = (r'<c r="M2" t="n"><v>5</v></c>', '<c r="M2"><f>2+3</f><v>5</v></c>')
    return ".xlsx", book([header, *rows(change)], use, edits=[stored]), {"vaerdier": words}


OFFICES: list[Callable[[], Office]] = [
    own_words,
    title_and_sum,
    several_sheets,
    words_for_codes,
    decimals_and_clocks,
    merged,
    marks_for_nothing,
    pages,
    headers_alike,
    from_an_old_system,
    letters_of_all_kinds,
    as_used,
]


OFFICE = """\
Register over botilbud;;;;;;
Sagsnr.;Navn på tilbud;Kommunenavn;P-nr.;Lovgrundlag;Antal pladser;Sidst rettet
25/1;Æblehaven;Skanderborg;1023456789;§ 108;18;01-02-2026
25/2;Birkelund;Aarhus;-;§ 105;12 t;
I alt;;;;;30;
"""
"""A register as an office has it, in its own words."""


def without_own(posts: tuple[Registerpost, ...]) -> tuple[Registerpost, ...]:
    """Give rows without what their office keeps beside them."""
    return tuple(attrs.evolve(post, egne=Egne()) for post in posts)
