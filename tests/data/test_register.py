"""The register as a table: headers, encodings, separators and cells."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from botilbudlaege import (
    Adresse,
    Botilbud,
    Kommune,
    Kontaktperson,
    Moedeaftale,
    Samarbejdsplan,
    Underskrivere,
    dump,
)
from botilbudlaege.data._columns import columns
from botilbudlaege.data.tables import _csv_file
from tests.data.registers import (
    ENDINGS,
    FORMULAS,
    NAVN,
    D,
    edited,
    in_csv,
    in_xlsx,
    loaded,
    names,
    refused,
    without_name,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_headers_are_the_danish_names_each_its_own() -> None:
    """No two columns have one header."""
    headers = [column.header.casefold() for column in columns()]

    assert headers[0] == NAVN.casefold()
    assert len(set(headers)) == len(headers)


@pytest.mark.parametrize(
    "header",
    [
        "Navn på botilbud;Antal beboere på botilbud;Kommune for botilbud",
        "NAVN PÅ BOTILBUD;antal beboere på botilbud;kommune  for   botilbud",
        "plan.botilbud.navn;plan.botilbud.antal_beboere;plan.botilbud.kommune",
        "botilbud.navn;Botilbud.Antal_Beboere; botilbud.kommune ",
        '"Navn\npå\nbotilbud";antal beboere på botilbud;botilbud.kommune',
    ],
)
def test_headers_in_any_case_or_as_paths(header: str, tmp_path: Path) -> None:
    """As written, in capitals, with spaces or line breaks too many, or as the field is named."""
    (home,) = loaded(in_csv(tmp_path, header, "Æblehaven;18;Aarhus"), tuple[Botilbud, ...])

    assert home == Botilbud(navn="Æblehaven", antal_beboere=18, kommune=Kommune.find("Aarhus"))


def test_headers_in_any_order(tmp_path: Path) -> None:
    """Also with the name last, in rows that end before it."""
    path = in_csv(tmp_path, f"Kommune for botilbud;Timer pr. måned;{NAVN}", "751;2;A", "Aarhus")

    assert refused(path) == (
        "register.csv: række 3, kolonne C (Navn på botilbud): Botilbuddet har intet navn. Udfyld det, eller slet rækken."
    )


def test_bad_headers_are_told_all_at_once(tmp_path: Path) -> None:
    """Unknown ones with the nearest, and those that stand twice."""
    path = in_csv(tmp_path, f"Navn på botilbudet;{NAVN};Qwerty;botilbud.navn;Komune for botilbud", "A;A;;A;")

    assert refused(path).splitlines() == [
        "register.csv: række 1, kolonne A: Kolonnen findes ikke. Mente du Navn på botilbud?",
        "register.csv: række 1, kolonne C: Kolonnen findes ikke. Slet kolonnen, eller ret overskriften.",
        "register.csv: række 1, kolonne D: Kolonnen Navn på botilbud står to gange. Slet den ene.",
        "register.csv: række 1, kolonne E: Kolonnen findes ikke. Mente du Kommune for botilbud?",
    ]


def test_the_name_is_a_column_that_must_be_there(tmp_path: Path) -> None:
    """Said of the row that has the headers, which need not be the first."""
    path = in_csv(tmp_path, "", ";;", "Kommune for botilbud", "Aarhus")

    assert refused(path) == "register.csv: række 3: Kolonnen Navn på botilbud mangler. Tilføj den."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_usual_encodings(encoding: str, tmp_path: Path) -> None:
    """With and without a mark; what is no UTF-8 is what Windows writes."""
    assert names(in_csv(tmp_path, NAVN, "Ærøhus på Åen", encoding=encoding)) == ["Ærøhus på Åen"]


@pytest.mark.parametrize(
    "content", [b"\xff\xfea", NAVN.encode("utf-16-le"), b"\x81\x8d", b"PK\x03\x04\x00\x00"]
)
def test_other_encodings_are_refused(content: bytes, tmp_path: Path) -> None:
    """Never as a text with other letters: half a character, zero bytes, bytes that mean nothing, a workbook."""
    path = tmp_path / "register.csv"
    path.write_bytes(content)

    assert refused(path) == ("register.csv: Filens tegnsæt kan ikke læses. Gem den igen som CSV i UTF-8.")


@pytest.mark.parametrize("first", [None, "sep={}", "SEP={}"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_usual_separators(separator: str, first: str | None, tmp_path: Path) -> None:
    """Found in the headers, also where they have commas of their own, or named by a line that is no row."""
    lines = [
        separator.join((NAVN, '"Den part, der opsiger"', "Emner")),
        separator.join(("A", "", '"a;b,c|d"')),
        "",
        separator.join(("", "", "x")),
    ]
    said = [] if first is None else [first.format(separator)]

    assert refused(in_csv(tmp_path, *said, *lines)).startswith("register.csv: række 4, kolonne A (Navn")
    assert loaded(in_csv(tmp_path, *said, *lines[:2]))[0].plan.emner == ("a", "b,c|d")


def test_a_comma_in_a_header_is_no_separator(tmp_path: Path) -> None:
    """As many tabs as commas: the headers have commas that nobody put in quotation marks."""
    path = in_csv(tmp_path, f"{NAVN}\tNavn på den, der underskriver for lægens side", "A\tEva Krag")

    assert loaded(path)[0].plan.underskrivere == Underskrivere(praksis="Eva Krag")


def test_commas_in_a_title_are_no_separators(tmp_path: Path) -> None:
    """What parts the rows below it is; so it is told where the headers are."""
    title = "Botilbud i Aarhus, Favrskov, Horsens, Randers, Samsø og Skanderborg"
    path = in_csv(tmp_path, title, f"{NAVN};Timer pr. måned;Emner", "A;2;Kost, søvn", "B;3;a, b, c, d, e, f")

    assert "de ser ud til at stå i række 2" in refused(path)


def test_a_table_of_one_column(tmp_path: Path) -> None:
    """It has no separator; only what stands in quotation marks is left alone."""
    assert names(in_csv(tmp_path, NAVN, "A", '"B; C"')) == ["A", "B; C"]


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_line_ends_and_line_breaks(newline: str, tmp_path: Path) -> None:
    """A line break within quotation marks is part of the text and no row of its own."""
    path = tmp_path / "register.csv"
    lines = [f"{NAVN};Mødeaftaler", f'A;"Sygdom: Ny{newline}tid"', "B;ingen", ";x", ""]
    path.write_bytes(newline.join(lines[:3]).encode())
    clauses = [post.plan.moedeaftaler for post in loaded(path)]
    path.write_bytes(newline.join(lines).encode())

    assert clauses == [(Moedeaftale(titel="Sygdom", tekst="Ny\ntid"),), ()]
    assert "række 4, kolonne A" in refused(path)


def test_quotation_marks_that_do_not_match(tmp_path: Path) -> None:
    """The line is told, the rest is not guessed."""
    message = "register.csv: Filen kan ikke læses som CSV fra linje 3. Gem den igen som CSV fra regnearket."

    assert refused(in_csv(tmp_path, NAVN, "A", '"B" C')) == message


def test_a_workbook_as_people_fill_it(tmp_path: Path) -> None:
    """Real dates, numbers for what is text, floats, booleans, and empty rows between."""
    header = [
        "navn",
        "adresse.postnr",
        "kontaktperson.telefon",
        "kommune",
        "laengerevarende",
        "antal_beboere",
    ]
    more = ["timer_pr_maaned", "ikrafttraeden", "indgaaet_den"]
    midnight = datetime.datetime(2025, 3, 1)  # noqa: DTZ001 - as a workbook has it
    path = in_xlsx(
        tmp_path,
        [*(f"botilbud.{name}" for name in header), *more],
        ["A", 8660, 86123456, 751, True, 18.0, 2, D(2025, 4, 1), midnight],
        [None, "  "],
        [],
        ["B", 8660.0, 86123456.0, "Aarhus", "JA", 18, 2.0, "1. april 2025", "1/3 2025"],
        ["C", "8660", "86123456", "aarhus kommune", "x", "18", "2", "2025-04-01", "01.03.2025"],
    )
    expected = Samarbejdsplan(
        botilbud=Botilbud(
            navn="A",
            adresse=Adresse(postnr="8660"),
            kontaktperson=Kontaktperson(telefon="86123456"),
            kommune=Kommune.find("Aarhus"),
            laengerevarende=True,
            antal_beboere=18,
        ),
        timer_pr_maaned=2,
        ikrafttraeden=D(2025, 4, 1),
        indgaaet_den=D(2025, 3, 1),
    )
    plans = [post.plan for post in loaded(path)]

    assert [plan.botilbud.navn for plan in plans] == ["A", "B", "C"]
    assert plans[0] == expected
    assert all(without_name(plan) == without_name(expected) for plan in plans)
    assert names(path) == ["A", "B", "C"]


def test_rows_are_numbered_as_the_workbook_shows_them(tmp_path: Path) -> None:
    """Empty rows count; rows far below are not lost."""
    path = in_xlsx(tmp_path, [NAVN, "botilbud.cvr"], [], ["A", "1"])
    edited(path, r'<row r="3">(.*?)</row>', r'<row r="900000"><c r="B900000"><v>7</v></c></row>')

    assert [line.partition(" (")[0] for line in refused(path).splitlines()] == [
        "register.xlsx: række 900000, kolonne A",
        "register.xlsx: række 900000, kolonne B",
    ]


def test_a_formula_counts_by_its_value(tmp_path: Path) -> None:
    """The one that the spreadsheet has saved; one that has failed is no text."""
    header = [NAVN, "botilbud.adresse.postnr"]
    path = in_xlsx(tmp_path, header, ["A", "=8000+660"])
    edited(path, r"(<f>8000\+660</f>)<v ?/>|(<f>8000\+660</f>)<v></v>", r"\1\2<v>8660</v>")

    assert loaded(path)[0].plan.botilbud.adresse.postnr == "8660"
    for error in ("#N/A", "#REFERENCE!", "#REF!", "#DIV/0!"):
        assert refused(in_xlsx(tmp_path, header, ["A", error])) == (
            "register.xlsx: række 2, kolonne B (Postnummer i botilbuddets adresse): "
            "Cellens formel giver en fejl. Ret formlen, eller skriv værdien i stedet."
        )


@pytest.mark.parametrize("ending", ENDINGS)
def test_text_that_looks_like_a_formula_is_text(ending: str, tmp_path: Path) -> None:
    """It comes back unchanged, and no spreadsheet takes it for a formula."""
    homes = [Botilbud(navn=text, kontaktperson=Kontaktperson(telefon="+45 86 12 34 56")) for text in FORMULAS]
    path = tmp_path / f"register.{ending}"
    dump(homes, path)

    assert list(loaded(path, tuple[Botilbud, ...])) == homes
    if ending == "csv":
        cells = [
            cell
            for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
            for cell in row
        ]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    else:
        rows = openpyxl.load_workbook(path).active.iter_rows()
        assert {(cell.data_type, cell.number_format) for row in rows for cell in row} == {("s", "@")}


def test_the_guard_of_a_csv_may_pass_through_a_workbook(tmp_path: Path) -> None:
    """A file that was opened in a spreadsheet and saved as a workbook has the apostrophe as text."""
    path = in_xlsx(tmp_path, [NAVN, "botilbud.kontaktperson.telefon"], ["'Hos os'", "'+45 86 12 34 56"])
    (home,) = loaded(path, tuple[Botilbud, ...])

    assert (home.navn, home.kontaktperson.telefon) == ("'Hos os'", "+45 86 12 34 56")


@pytest.mark.parametrize("text", ["", "\n", "a", "a\r\nb\rc\nd", "a\n\n\rb\r", 'a;"b\r\nc"\r\n'])
def test_lines_of_csv_end_as_files_do(text: str) -> None:
    """At each of the three line ends, and nowhere else."""
    assert [line[0] for line in _csv_file._LINE.finditer(text)] == [*io.StringIO(text, newline="")]  # noqa: SLF001 - what `read` goes by
