"""The Word templates of the follow-up group: commission, plan of implementation, status, and catalogue of ideas.

The wording is in `klausuler/*.md`.
"""

from __future__ import annotations

from typing import NamedTuple

from docs.templates.base import (
    build,
    clause,
    kept_section,
    paragraph,
    row,
    row_if,
    run,
    section,
    table,
)


class Column(NamedTuple):
    """A column of a grid: its heading, its width in twentieths of a point, and whether it holds figures."""

    title: str
    width: int
    figures: bool = False


_TIME_PLAN = (Column("Tidspunkt", 2500), Column("Hvad", 6570))
_MEMBERS = (
    Column("Antal", 750),
    Column("Funktion og enhed", 3250),
    Column("Rolle", 2200),
    Column("Bemærkning", 2870),
)
_TASKS = (Column("Opgave", 2800), Column("Ansvarlig", 1950), Column("Rolle", 2170), Column("Frist", 2150))
_COUNTS = (
    Column("Botilbud i første fase", 2350, figures=True),
    Column("Med plan i kraft", 1800, figures=True),
    Column("Dækningsgrad", 1700, figures=True),
)


# Grids: tables of more than two columns ------------------------------------------------------------------


def grid(caption: str, columns: tuple[Column, ...], *rows: str) -> str:
    """A table with a header row that is repeated on each page."""
    width = sum(column.width for column in columns)
    widths = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    header = "".join(_cell(column, _text(column, column.title, header=True)) for column in columns)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Aftaletabel"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{widths}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{''.join(rows)}</w:tbl>"
    )


def line(columns: tuple[Column, ...], *texts: str, whole: bool = True) -> str:
    """A row of a grid, a text a column; kept whole on a page, but where it may be higher than one."""
    cells = (_cell(column, _text(column, text)) for column, text in zip(columns, texts, strict=True))
    look = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def each(columns: tuple[Column, ...], loop: str, *texts: str, whole: bool = True) -> str:
    """A row of a grid for each item of a list: `loop` is `medlem in kommissorium.medlemmer`."""
    blank = ("",) * (len(columns) - 1)
    begins = line(columns, f"{{%tr for {loop} %}}", *blank)
    return begins + line(columns, *texts, whole=whole) + line(columns, "{%tr endfor %}", *blank)


def or_dash(path: str) -> str:
    """A fact of a cell that may be unknown: a cell has to say something."""
    return f"{{% if {path} is not none %}}{{{{ {path} }}}}{{% else %}}–{{% endif %}}"


def when(test: str, *content: str) -> str:
    """Paragraphs and tables that stand only when a test holds."""
    return paragraph(f"{{%p if {test} %}}") + "".join(content) + paragraph("{%p endif %}")


def _cell(column: Column, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _text(column: Column, text: str, *, header: bool = False) -> str:
    """The paragraph of a cell, figures at the right."""
    side = '<w:jc w:val="right"/>' if column.figures else ""
    style = "Tabelhoved" if header else "Tabeltekst"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr>{run(text, bold=header)}</w:p>'


# The documents -------------------------------------------------------------------------------------------


def kommissorium() -> str:
    """The commission of a follow-up group, in its five sections."""
    facts = "kommissorium"
    return (
        paragraph("Kommissorium for følgegruppe til implementering af faste læger på botilbud", "Title")
        + table(
            ("Forhold", "Følgegruppen"),
            row("Region", f"{{{{ {facts}.region }}}}"),
            row("Refererer til", f"{{{{ {facts}.refererer_til | stort }}}}"),
            row_if(f"{facts}.dato is not none", row("Dato", f"{{{{ {facts}.dato | dato }}}}")),
        )
        + section("Baggrund/formål", "kommissorium_baggrund", "maalgruppe", "formaal", "kommissorium_formaal")
        + section("Opgaver/opdrag", "kommissorium_opgaver")
        + kept_section("Sammensætning", "kommissorium_sammensaetning")
        + when(f"{facts}.medlemmer is none or {facts}.medlemmer != ()", _members())
        + kept_section("Proces- og tidsplan, herunder godkendelsesproces", "kommissorium_proces")
        + _time_plan(facts)
        + when(f"{facts}.dokumenter != ()", section("Dokumentsamling", "kommissorium_dokumenter"))
    )


def _members() -> str:
    who = (
        "{% if medlem.funktion is not none %}{{ medlem.funktion | stort }}"
        "{% if medlem.enhed is not none %}, {{ medlem.enhed }}{% endif %}"
        "{% elif medlem.enhed is not none %}{{ medlem.enhed | stort }}"
        "{% else %}{{ medlem.funktion }}{% endif %}"
    )
    cells = (or_dash("medlem.antal"), who, "{{ medlem.rolle | stort }}", or_dash("medlem.bemaerkning"))
    return grid(
        "Følgegruppens sammensætning",
        _MEMBERS,
        each(_MEMBERS, "medlem in kommissorium.medlemmer", *cells),
    )


def _time_plan(facts: str) -> str:
    """The time plan as a table; none for one that is said to be empty."""
    rows = each(_TIME_PLAN, f"trin in {facts}.tidsplan", "{{ trin.hvornaar }}", "{{ trin.hvad }}")
    return when(
        f"{facts}.tidsplan is none or {facts}.tidsplan != ()",
        grid("Tidsplan", _TIME_PLAN, rows),
    )


def implementeringsplan() -> str:
    """The plan of implementation: when, and who does what."""
    facts = "implementeringsplan"
    cells = (
        "{{ punkt.opgave }}",
        or_dash("punkt.ansvarlig"),
        or_dash("punkt.rolle"),
        or_dash("punkt.frist"),
    )
    tasks = grid("Opgaver og ansvar", _TASKS, each(_TASKS, f"punkt in {facts}.opgaver", *cells))
    return (
        paragraph("Implementeringsplan for faste læger på botilbud", "Title")
        + table(
            ("Forhold", "Planen"),
            row("Region", f"{{{{ {facts}.region }}}}"),
            row_if(f"{facts}.dato is not none", row("Dato", f"{{{{ {facts}.dato | dato }}}}")),
        )
        + paragraph("{{p klausul.indledning }}", "Indledning")
        + clause("implementeringsplan_indhold")
        + kept_section("Tidsplan", "implementeringsplan_tidsplan")
        + _time_plan(facts)
        + kept_section("Opgaver og ansvar", "implementeringsplan_opgaver")
        + when(f"{facts}.opgaver is none or {facts}.opgaver != ()", tasks)
    )


def statusnotat() -> str:
    """The status: coverage on a day, in all and by group."""
    facts = "daekningsstatus"
    return (
        paragraph("Statusnotat om faste læger på botilbud", "Title")
        + table(
            ("Forhold", "Opgørelsen"),
            row("Til", f"{{{{ {facts}.modtager | stort }}}}"),
            row("Opgjort", f"{{{{ {facts}.dato | dato }}}}"),
            row_if(f"{facts}.region is not none", row("Region", f"{{{{ {facts}.region }}}}")),
        )
        + paragraph("{{p klausul.indledning }}", "Indledning")
        + clause("status_modtager")
        + kept_section("Dækning i alt", "status_samlet")
        + _coverage(
            "Dækning i alt", "Opgørelse", line((_group(""), *_COUNTS), *_counts("I alt", f"{facts}.i_alt"))
        )
        + _by("Dækning efter kommune", "Kommune", "kommuner")
        + _by("Dækning efter driftsform", "Driftsform", "driftsformer")
        + _by("Dækning efter lovgrundlag", "Lovgrundlag", "lovgrundlag")
        + _by_region()
        + section("Sådan er der talt", "status_opgoerelse")
        + when(
            f"{facts}.bemaerkning is not none",
            paragraph("Bemærkning", "Heading1") + paragraph(f"{{{{ {facts}.bemaerkning }}}}"),
        )
    )


def _coverage(caption: str, group: str, *rows: str) -> str:
    """The coverage of one group a row."""
    return grid(caption, (_group(group), *_COUNTS), *rows)


def _counts(name: str, path: str) -> tuple[str, ...]:
    return (name, f"{{{{ {path}.i_alt }}}}", f"{{{{ {path}.med_plan }}}}", f"{{{{ {path}.grad }}}}")


def _group(title: str) -> Column:
    return Column(title, 3220)


def _groups(heading: str, group: str, groups: str) -> str:
    """A heading, and the coverage of each group."""
    cells = _counts("{{ gruppe.navn | stort }}", "gruppe")
    rows = each((_group(group), *_COUNTS), f"gruppe in daekningsstatus.{groups}", *cells)
    return paragraph(heading, "Heading1") + _coverage(heading, group, rows)


def _by(heading: str, group: str, groups: str) -> str:
    """The coverage by group, where there are groups."""
    return when(f"daekningsstatus.{groups} != ()", _groups(heading, group, groups))


def _by_region() -> str:
    """The coverage by region, where there is more than one; a loop alone can count its list."""
    return (
        paragraph("{%p for region in daekningsstatus.regioner %}")
        + when("loop.last and loop.length != 1", _groups("Dækning efter region", "Region", "regioner"))
        + paragraph("{%p endfor %}")
    )


def idekatalog() -> str:
    """The catalogue of ideas: its own themes, else the pack's."""
    facts = "idekatalog"
    return (
        paragraph("Idékatalog til rådgivning på botilbud", "Title")
        + paragraph("Temaer til den fast tilknyttede læges rådgivning af personalet", "Subtitle")
        + when(f"{facts}.region is not none", paragraph(f"{{{{ {facts}.region }}}}"))
        + when(f"{facts}.dato is not none", paragraph(f"{{{{ {facts}.dato | dato }}}}"))
        + section("Om kataloget", "indledning", "idekatalog_brug")
        + paragraph(f"{{%p if {facts}.temaer != () %}}")
        + _themes(f"{facts}.temaer")
        + paragraph("{%p else %}")
        + _themes("pakke.temaer")
        + paragraph("{%p endif %}")
    )


def _themes(themes: str) -> str:
    """A heading and a text for each theme."""
    return (
        paragraph(f"{{%p for tema in {themes} %}}")
        + paragraph("{{ tema.titel }}", "Heading1")
        + when("tema.tekst is not none", paragraph("{{ tema.tekst }}"))
        + paragraph("{%p endfor %}")
    )


def templates() -> dict[str, bytes]:
    """The four templates by file name."""
    return {
        "kommissorium.docx": build(kommissorium(), "Kommissorium for følgegruppe"),
        "implementeringsplan.docx": build(implementeringsplan(), "Implementeringsplan"),
        "statusnotat.docx": build(statusnotat(), "Statusnotat"),
        "idekatalog.docx": build(idekatalog(), "Idékatalog"),
    }
