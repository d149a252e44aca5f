"""The register as a table: headers, encodings, cells, faults, and back again."""

from __future__ import annotations

import csv
import datetime
import io
import random
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbudlaege import (
    Adresse,
    Aftalepart,
    Botilbud,
    DataError,
    Driftsform,
    Kommune,
    Kontaktperson,
    Kontaktrolle,
    Lovgrundlag,
    Moedeaftale,
    Moedeform,
    Opsigelse,
    Organisation,
    Part,
    Praksis,
    Registerpost,
    Samarbejdsplan,
    Underskrivere,
    dump,
    load,
)
from botilbudlaege.data import _register, _tabel
from botilbudlaege.domain import _kommuner
from botilbudlaege.domain._kontrol import tekst
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Sequence

D = datetime.date
NAVN = "Navn på botilbud"
ENDINGS = ["csv", "xlsx"]
FORMULAS = ("=1+1", "+45 er landekoden", "-x", "@x", "'x", "'=x", "''x", '=HYPERLINK("http://a.dk")')


def in_csv(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write lines to a file."""
    path = folder / "register.csv"
    path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
    return path


def in_xlsx(folder: Path, *rows: Sequence[Any]) -> Path:
    """Write rows to a workbook as a person would: no care is taken of formulas."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "register.xlsx"
    book.save(path)
    return path


def edited(path: Path, pattern: str, replacement: str) -> Path:
    """Edit the XML of a workbook's first sheet."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text, count = re.subn(pattern, replacement, parts[sheet].decode())
    parts[sheet] = text.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert count == 1
    return path


def loaded(path: Path, cls: Any = None) -> Any:
    """Read a register."""
    return load(path, cls)


def names(path: Path) -> list[str | None]:
    """Give the names of the homes of a register."""
    return [post.plan.botilbud.navn for post in loaded(path)]


def refused(path: Path, cls: Any = None) -> str:
    """Give the message with which a register is refused."""
    with pytest.raises(DataError) as caught:
        loaded(path, cls)
    return str(caught.value)


def without_name(plan: Samarbejdsplan) -> Samarbejdsplan:
    """Give a plan whose home has no name."""
    return attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=None))


def test_headers_are_the_danish_names_each_its_own() -> None:
    """Of 47 columns no two have one header."""
    columns = _register.columns()
    headers = [column.header.casefold() for column in columns]

    assert len(set(headers)) == len(headers) == 47


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


BAD = {
    NAVN: "-",
    "Kommune for botilbud": "Arhus",
    "Lovgrundlag for botilbud": "SEL_109",
    "Om botilbud er længerevarende": "måske",
    "Driftsform for botilbud": "xyz",
    "Antal beboere på botilbud": "18,5",
    "CVR-nummer for botilbud": "12345678",
    "P-nummer for botilbud": "123",
    "Postnummer i botilbuddets adresse": "860",
    "Telefon til botilbuddets kontaktperson": "8612345",
    "E-mail til botilbuddets kontaktperson": "ida@",
    "Navn på botilbuddets kontaktperson": "Ida 010170-1234",
    "Ydernummer for praksis": "12345",
    "Timer pr. måned": "4",
    "Dato for ikrafttræden": "31-02-2025",
    "Mødeformer": "FYSISK; fax",
    "Mødeaftaler": "Sygdom",
    "Emner": "Medicin",
    "Tidligere timer pr. måned": "to",
    "Den part, der opsiger": "kommunen",
    "Dato for modtagelse af opsigelse": "31-12-24",
    "Ønsket ophør": "30-06-2025 kl. 12",
}
FAULTS = """\
række 2, kolonne A (Navn på botilbud): Feltet er tomt. Udfyld det, eller udelad det.
række 2, kolonne B (Kommune for botilbud): Kommunen findes ikke. Mente du Aarhus?
række 2, kolonne C (Lovgrundlag for botilbud): Koden findes ikke. Mente du SEL_108?
række 2, kolonne D (Om botilbud er længerevarende): Her skal stå ja eller nej. Skriv ja, nej eller ingenting.
række 2, kolonne E (Driftsform for botilbud): Koden findes ikke. Mulighederne er: KOMMUNAL, REGIONAL, PRIVAT.
række 2, kolonne F (Antal beboere på botilbud): Her skal stå et helt tal. Skriv kun cifre, fx 18.
række 2, kolonne G (CVR-nummer for botilbud): CVR-nummeret er ikke gyldigt. Skriv de 8 cifre fra CVR-registret uden mellemrum.
række 2, kolonne H (P-nummer for botilbud): P-nummeret skal være 10 cifre. Skriv cifrene som tekst uden mellemrum, også nuller forrest.
række 2, kolonne I (Postnummer i botilbuddets adresse): Postnummeret skal være 4 cifre. Skriv cifrene som tekst uden mellemrum, også nuller forrest.
række 2, kolonne J (Telefon til botilbuddets kontaktperson): Telefonnummeret er ikke et dansk nummer. Skriv 8 cifre, fx 86 12 34 56.
række 2, kolonne K (E-mail til botilbuddets kontaktperson): E-mailadressen er ikke gyldig. Skriv den som navn@eksempel.dk.
række 2, kolonne L (Navn på botilbuddets kontaktperson): Teksten ligner et CPR-nummer. Fjern det: dokumenterne handler aldrig om en enkelt borger.
række 2, kolonne M (Ydernummer for praksis): Ydernummeret skal være 6 cifre. Skriv cifrene som tekst uden mellemrum, også nuller forrest.
række 2, kolonne N (Timer pr. måned): Timetallet 4 kan ikke aftales. Ordningen giver 2 eller 3 timer pr. måned.
række 2, kolonne O (Dato for ikrafttræden): Datoen findes ikke eller er skrevet forkert. Skriv den som dag-måned-år, fx 31-01-2025.
række 2, kolonne P (Mødeformer): Koden findes ikke. Mulighederne er: FYSISK, VIDEO.
række 2, kolonne Q (Mødeaftaler): En mødeaftale har en overskrift, kolon og en tekst. Skriv fx Sygdom: Et nyt tidspunkt aftales. Sæt en tom linje imellem to.
række 2, kolonne S (Tidligere timer pr. måned): Her skal stå et helt tal. Skriv kun cifre, fx 18.
række 2, kolonne T (Den part, der opsiger): Koden findes ikke. Mulighederne er: BOTILBUD, PRAKSIS.
række 2, kolonne U (Dato for modtagelse af opsigelse): Datoen findes ikke eller er skrevet forkert. Skriv den som dag-måned-år, fx 31-01-2025.
række 2, kolonne V (Ønsket ophør): Datoen findes ikke eller er skrevet forkert. Skriv den som dag-måned-år, fx 31-01-2025.
række 2, kolonne W: Cellen står i en kolonne uden overskrift. Skriv en overskrift i første række, eller slet cellen.
række 4, kolonne A (Navn på botilbud): Botilbuddet har intet navn. Udfyld det, eller slet rækken.
række 4, kolonne R (Emner): Feltet er tomt. Udfyld det, eller udelad det.
række 5, kolonne O (Dato for ikrafttræden): Den 31. december 2024 ligger før den 1. januar 2025, hvor reglen begynder at gælde. Ret datoen.
række 6, kolonne U (Dato for modtagelse af opsigelse): Planen er opsagt, men det fremgår ikke, hvornår opsigelsen er kommet frem. Udfyld datoen for modtagelse."""


@pytest.mark.parametrize("ending", ENDINGS)
def test_all_faults_of_all_rows_are_told(ending: str, tmp_path: Path) -> None:
    """Each with row and column, what is wrong and what to do, in the order of rows and columns."""
    good = ["Godt", *[""] * (len(BAD) - 1)]
    rows = [
        [*BAD, ""],
        [*BAD.values(), "x"],
        good,
        ["", *good[1:17], "-"],
        ["Tidligt", *good[1:14], "31-12-2024"],
        ["Opsagt", *good[1:19], "PRAKSIS"],
    ]
    path = (
        in_csv(tmp_path, *(";".join(f'"{cell}"' for cell in row) for row in rows))
        if ending == "csv"
        else in_xlsx(tmp_path, *([cell or None for cell in row] for row in rows))
    )

    assert refused(path).replace(f"register.{ending}: ", "") == FAULTS


def test_cells_of_another_kind(tmp_path: Path) -> None:
    """A date or a tick where text belongs, a time of day in a date, a date for a number: none is made to fit."""
    noon = datetime.datetime(2025, 4, 1, 12)  # noqa: DTZ001 - as a workbook has it
    header = [NAVN, "botilbud.kommune", "botilbud.antal_beboere", "ikrafttraeden"]
    path = in_xlsx(tmp_path, header, [True, D(2025, 4, 1), True, noon], ["B", "x", D(2025, 4, 1), 45748])
    text = "Formatér kolonnen som tekst, og skriv værdien igen."

    assert [line.partition("): ")[2] for line in refused(path).splitlines()] == [
        f"Her skal stå tekst, men der står ja/nej (true/false). {text}",
        f"Her skal stå tekst, men der står en dato. {text}",
        "Her skal stå et helt tal. Skriv kun cifre, fx 18.",
        "Her skal stå en dato, men der står dato med klokkeslæt. Skriv den som år-måned-dag uden klokkeslæt, fx 2025-01-31.",
        "Kommunen findes ikke. Skriv dens navn eller kode, fx Aarhus eller 751.",
        "Her skal stå et helt tal. Skriv kun cifre, fx 18.",
        "Datoen findes ikke eller er skrevet forkert. Skriv den som dag-måned-år, fx 31-01-2025.",
    ]


CHANGE = (
    f"{NAVN};Timer pr. måned;ikrafttraeden;tidligere_timer;timer_aendret;opsagt_af;modtaget;oensket_ophoer"
)


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("A;3;1-4-2025;2;;;;", "E", "En ændring af timetallet har både"),
        ("A;3;1-4-2025;;1-10-2025;;;", "D", "En ændring af timetallet har både"),
        ("A;3;1-4-2025;2;1-4-2025;;;", "E", "Timetallet kan kun være ændret, efter"),
        ("A;3;;2;1-4-2025;;;", "E", "Timetallet kan kun være ændret, efter"),
        ("A;3;1-4-2025;;;;;30-6-2025", "G", "Planen er opsagt, men det fremgår ikke"),
        ("A;3;1-4-2025;;;læGens side;;", "G", "Planen er opsagt, men det fremgår ikke"),
        ("A;3;1-4-2025;;;;1-4-2025;29-12-2025", "H", "Den 29. december 2025 er ikke udgangen"),
        ("A;3;1-4-2025;;;;1-4-2025;30-6-2025", "H", "Planen kan tidligst ophøre den 30. september 2025"),
        ("A;3;1-4-2025;;;;31-12-2024;", "G", "Den 31. december 2024"),
    ],
)
def test_facts_that_do_not_fit(row: str, column: str, message: str, tmp_path: Path) -> None:
    """Told at the column to mend."""
    (line,) = refused(in_csv(tmp_path, CHANGE, row)).splitlines()

    assert line.startswith(f"register.csv: række 2, kolonne {column} (")
    assert message in line


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("A;4;1-4-2025;2;1-10-2025;;;", "B"),
        ("A;3;31-2-2025;2;1-10-2025;;;", "C"),
        ("A;3;1-4-2025;to;1-10-2025;;;", "D"),
        ("A;3;1-4-2025;;;PRAKSIS;i går;30-6-2025", "G"),
        ("A;4;1-4-2025;;;;1-4-2025;29-12-2025", "BH"),
    ],
)
def test_a_fault_brings_no_other_with_it(row: str, columns: str, tmp_path: Path) -> None:
    """That a fact is missing is not said of one that is there and cannot be read."""
    lines = refused(in_csv(tmp_path, CHANGE, row)).splitlines()

    assert [line.partition("kolonne ")[2][0] for line in lines] == list(columns)


def test_what_a_register_gives(tmp_path: Path) -> None:
    """All rows, all homes, the plans of those that have one, the terminations."""
    path = in_csv(
        tmp_path, CHANGE, "A;;;;;;;", "B;2;1-4-2025;;;;;", "C;3;1-4-2025;2;1-7-2025;BOTILBUD;1-8-2025;"
    )
    found = {
        cls: loaded(path, tuple[cls, ...])  # type: ignore[valid-type]
        for cls in (Registerpost, Botilbud, Samarbejdsplan, Opsigelse)
    }
    plan = Samarbejdsplan(botilbud=Botilbud(navn="C"), timer_pr_maaned=3, ikrafttraeden=D(2025, 4, 1))

    assert loaded(path) == found[Registerpost]
    assert found[Registerpost][0] == Registerpost(plan=Samarbejdsplan(botilbud=Botilbud(navn="A")))
    assert found[Registerpost][2] == Registerpost(
        plan=plan,
        tidligere_timer=2,
        timer_aendret=D(2025, 7, 1),
        opsagt_af=Part.BOTILBUD,
        modtaget=D(2025, 8, 1),
    )
    assert [home.navn for home in found[Botilbud]] == ["A", "B", "C"]
    assert [one.botilbud.navn for one in found[Samarbejdsplan]] == ["B", "C"]
    assert found[Opsigelse] == (Opsigelse(plan=plan, opsagt_af=Part.BOTILBUD, modtaget=D(2025, 8, 1)),)


def test_a_register_gives_nothing_else(tmp_path: Path) -> None:
    """A practice is no row, and a register is never one object: the type says what comes."""
    path = in_csv(tmp_path, NAVN)

    for cls in (tuple[Praksis, ...], Botilbud):
        assert "Angiv tuple[Registerpost, ...], eller i stedet Botilbud, Samarbejdsplan" in refused(path, cls)


def test_a_register_may_have_no_home_yet(tmp_path: Path) -> None:
    """Headers alone."""
    assert loaded(in_csv(tmp_path, NAVN)) == ()


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (["A;Aarhus;", "B;Aarhus;", "A;Odense;"], {}),
        (["A;Aarhus;1012345678", "A;Aarhus;1012345679"], {}),
        (["A;Aarhus;", " a ;Aarhus Kommune;", "A;751;"], {3: "A", 4: "A"}),
        (["A;Aarhus;1012345678", "B;Odense;1012345678"], {3: "C"}),
        (["A;;", "A;;"], {3: "A"}),
    ],
)
def test_a_home_stands_once(rows: list[str], faults: dict[int, str], tmp_path: Path) -> None:
    """By P-number, else by name and municipality, however they are written; else it would count twice."""
    path = in_csv(tmp_path, f"{NAVN};Kommune for botilbud;P-nummer for botilbud", *rows)
    expected = [f"register.csv: række {row}, kolonne {column}" for row, column in faults.items()]
    actual = refused(path).splitlines() if faults else []

    assert [line.partition(" (")[0] for line in actual] == expected
    assert all("Botilbuddet står også i række 2. Slet den ene række." in line for line in actual)
    assert faults or len(loaded(path)) == len(rows)


def test_a_list_that_is_no_json(tmp_path: Path) -> None:
    """Brackets too deep and a number too long for JSON are text like any other."""
    path = in_csv(tmp_path, f"{NAVN};Emner", 'A;"[a; b]"', f"B;{'[' * 50_000}a", f"C;[{'1' * 5_000}]")

    assert [len(post.plan.emner) for post in loaded(path)] == [2, 1, 1]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Navn;Kommune\r\n", b"\xff\xfe"])
def test_no_workbook(content: bytes, tmp_path: Path) -> None:
    """Empty, cut off, or a text by the name of a workbook."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(content)

    assert refused(path) == (
        "register.xlsx: Filen er ikke et regneark, eller den er beskadiget. Gem den igen som .xlsx."
    )


def test_a_damaged_workbook(tmp_path: Path) -> None:
    """Its sheet breaks off, its end is missing."""
    path = in_xlsx(tmp_path, [NAVN], ["A"])
    whole = path.read_bytes()
    edited(path, "</sheetData>.*", "")
    broken = refused(path)
    path.write_bytes(whole[:-100])

    assert "beskadiget" in broken
    assert refused(path) == broken


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_table(ending: str, tmp_path: Path) -> None:
    """There are not even headers."""
    path = in_csv(tmp_path, "", " ;") if ending == "csv" else in_xlsx(tmp_path, [None, " "])

    assert refused(path) == (
        f"register.{ending}: Tabellen er tom. Skriv overskrifter i første række og et botilbud i hver af de følgende."
    )


@pytest.mark.parametrize(
    ("limit", "value", "endings"),
    [
        ("MAX_FILE", 10, ENDINGS),
        ("MAX_UNPACKED", 1000, ["xlsx"]),
        ("MAX_ROWS", 3, ENDINGS),
        ("MAX_CELLS", 3, ["xlsx"]),
        ("_LAST_ROW", 3, ["xlsx"]),
    ],
)
def test_a_table_beyond_a_limit(
    limit: str, value: int, endings: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused before it fills the memory, and never cut off."""
    rows = [NAVN, "A", "B", "C"]
    for ending in endings:
        path = in_csv(tmp_path, *rows) if ending == "csv" else in_xlsx(tmp_path, *([row] for row in rows))
        whole = names(path)
        with monkeypatch.context() as limited:
            limited.setattr(_tabel, limit, value)

            assert refused(path) == f"register.{ending}: Tabellen er for stor. Del den op."
        assert whole == ["A", "B", "C"]


def test_a_file_that_is_not_there_or_none(tmp_path: Path) -> None:
    """A missing file, a folder, a name that no file can have."""
    (tmp_path / "mappe.csv").mkdir()

    assert refused(tmp_path / "intet.csv") == "intet.csv: Filen findes ikke. Kontrollér navn og mappe."
    for path in (tmp_path / "mappe.csv", Path("a\0.csv")):
        assert "Filen kan ikke læses." in refused(path)


def test_a_workbook_needs_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is told, for reading and writing; a CSV needs none."""
    path = in_xlsx(tmp_path, [NAVN], ["A"])
    monkeypatch.setattr(_tabel, "find_spec", lambda _: None)
    message = "Regneark kræver en pakke mere. Installér den: pip install 'botilbudlaege[excel]'"
    with pytest.raises(DataError) as caught:
        dump([et_botilbud()], tmp_path / "ny.xlsx")

    assert refused(path) == f"register.xlsx: {message}"
    assert str(caught.value) == message
    assert not (tmp_path / "ny.xlsx").exists()
    dump([et_botilbud()], tmp_path / "ny.csv")


@pytest.mark.parametrize("subject", [Praksis(navn="A"), {"navn": "A"}, None, "A"])
def test_only_rows_are_written(subject: object, tmp_path: Path) -> None:
    """Nothing else, and no empty file instead."""
    with pytest.raises(DataError, match="Angiv Registerpost, Samarbejdsplan eller Botilbud"):
        dump([et_botilbud(), subject], tmp_path / "a.csv")

    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    """Homes without a name, and texts longer than a workbook's cell, which would be cut off."""
    long = Botilbud(navn="a" * 32_768)
    with pytest.raises(DataError) as nameless:
        dump([Botilbud(), et_botilbud(), en_plan(botilbud=Botilbud())], tmp_path / "a.csv")
    with pytest.raises(DataError, match=r"række 2, kolonne A: Teksten er længere end de 32767 tegn"):
        dump([long], tmp_path / "a.xlsx")
    dump([long], tmp_path / "a.csv")

    assert [finding.path for finding in nameless.value.findings] == ["række 2", "række 4"]
    assert loaded(tmp_path / "a.csv", tuple[Botilbud, ...]) == (long,)


def test_only_columns_that_say_something_are_written(tmp_path: Path) -> None:
    """The name always, the others where a row has them."""
    dump([Botilbud(navn="A"), Botilbud(navn="B", antal_beboere=7)], tmp_path / "a.csv")

    assert (tmp_path / "a.csv").read_bytes().decode("utf-8-sig") == (
        "Navn på botilbud;Antal beboere på botilbud\r\nA;\r\nB;7\r\n"
    )


WORDS = [
    "Æble",
    "ærø",
    "Åen; øst",
    "a:b",
    '"hos"',
    "§ 108",
    "ingen",
    "[1]",
    "ja",
    "007",
    "1,5",
    "a|b",
    "'s",
    *FORMULAS,
]
SPECIAL = {
    "cvr": ("38990608", "34037655"),
    "postnr": ("0800", "8660"),
    "telefon": ("86123456", "+45 86 12 34 56"),
    "email": ("a@b.dk", "ærø@ø.example"),
    "ydernummer": ("012345", "987654"),
}


def some_text(rng: random.Random) -> str:
    """Make a line of words that are hard on a table."""
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 3)))


def some_lines(rng: random.Random) -> str:
    """Make a text of lines, some of them empty."""
    return rng.choice(["\n", "\n\n", "\n\n\n"]).join(some_text(rng) for _ in range(rng.randint(1, 3)))


def some(rng: random.Random, *values: Any) -> Any:
    """Choose one, or nothing."""
    return rng.choice((None, *values))


def some_address(rng: random.Random) -> Adresse:
    """Make an address."""
    return Adresse(
        vej=some(rng, some_text(rng)), postnr=some(rng, *SPECIAL["postnr"]), by=some(rng, some_text(rng))
    )


def some_contact(rng: random.Random) -> Kontaktperson:
    """Make a contact person."""
    return Kontaktperson(
        navn=some(rng, some_text(rng)),
        titel=some(rng, some_text(rng)),
        telefon=some(rng, *SPECIAL["telefon"]),
        email=some(rng, *SPECIAL["email"]),
        rolle=some(rng, *Kontaktrolle),
    )


def some_home(rng: random.Random, number: int) -> Botilbud:
    """Make a home that is like no other."""
    return Botilbud(
        navn=f"{some_text(rng)} {number}",
        adresse=some_address(rng),
        kommune=some(rng, *_kommuner.alle()),
        lovgrundlag=some(rng, *Lovgrundlag),
        laengerevarende=some(rng, True, False),
        driftsform=some(rng, *Driftsform),
        antal_beboere=some(rng, 1, 18, 99_999),
        organisation=Organisation(
            navn=some(rng, some_text(rng)), cvr=some(rng, *SPECIAL["cvr"]), adresse=some_address(rng)
        ),
        kontaktperson=some_contact(rng),
        cvr=some(rng, *SPECIAL["cvr"]),
        p_nummer=some(rng, f"{number:010}"),
    )


def some_clauses(rng: random.Random) -> tuple[Moedeaftale, ...] | None:
    """Make meeting clauses: not decided, none, or some with colons, empty lines and missing parts."""
    return rng.choice(
        (
            None,
            (),
            (Moedeaftale(titel="Sygdom", tekst=some_lines(rng)),),
            (Moedeaftale(titel=some_text(rng), tekst=some_lines(rng)), Moedeaftale(titel="Ferie: uge 29")),
            (Moedeaftale(tekst=some_lines(rng)), Moedeaftale()),
        )
    )


def some_plan(rng: random.Random, number: int) -> Samarbejdsplan:
    """Make a plan, with a start."""
    return Samarbejdsplan(
        botilbud=some_home(rng, number),
        praksis=Praksis(
            navn=some(rng, some_text(rng)),
            ydernummer=some(rng, *SPECIAL["ydernummer"]),
            adresse=some_address(rng),
            laeger=tuple(some_text(rng) for _ in range(rng.randint(0, 3))),
            kontaktperson=some_contact(rng),
            cvr=some(rng, *SPECIAL["cvr"]),
        ),
        aftalepart=some(rng, *Aftalepart),
        timer_pr_maaned=some(rng, 2, 3),
        ikrafttraeden=D(2025, 1, 1) + datetime.timedelta(days=rng.randrange(365)),
        moedeformer=rng.choice(
            [(Moedeform.FYSISK, Moedeform.VIDEO), (Moedeform.VIDEO,), (Moedeform.VIDEO, Moedeform.FYSISK)]
        ),
        emner=tuple(some_text(rng) for _ in range(rng.randint(0, 3))),
        moedeaftaler=some_clauses(rng),
        indgaaet_den=some(rng, D(1850, 2, 28), D(1900, 1, 15), D(2024, 2, 29)),
        underskrivere=Underskrivere(botilbud=some(rng, some_text(rng)), praksis=some(rng, some_text(rng))),
    )


def some_post(rng: random.Random, number: int) -> Registerpost:
    """Make a row: a home without an agreement, or a plan that may be changed or terminated."""
    kind = rng.randrange(5)
    if kind == 0:
        return Registerpost(plan=Samarbejdsplan(botilbud=some_home(rng, number)))
    plan = some_plan(rng, number)
    before = {None: rng.choice([2, 3]), 2: 3, 3: 2}[plan.timer_pr_maaned]
    changed = {"tidligere_timer": before, "timer_aendret": D(2026, 1, rng.randint(1, 31))}
    ended = {"opsagt_af": some(rng, *Part), "modtaget": D(2026, rng.randint(1, 6), 1)}
    wished = {"oensket_ophoer": some(rng, D(2026, 12, 31), D(2027, 3, 31))}
    facts = {1: {}, 2: changed, 3: {**ended, **wished}, 4: {**changed, **ended}}[kind]
    return Registerpost(plan=plan, **facts)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seed", range(3))
def test_a_register_comes_back_unchanged(seed: int, ending: str, tmp_path: Path) -> None:
    """200 rows that between them fill every column, all that is hard on a table in them."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    register = tuple(some_post(rng, number) for number in range(1, 201))
    path = tmp_path / f"register.{ending}"
    dump(register, path)
    (_, header), *rows = _tabel.read(path)

    assert header == [column.header for column in _register.columns()]
    assert len(rows) == 200
    assert loaded(path) == register


CHARACTERS = st.characters(
    exclude_categories=("Cs",)
)  # `st.text()` alone asks each of a million: is it UTF-8?
TEXT = st.text(CHARACTERS, min_size=1, max_size=40).filter(lambda text: tekst(text) is None)
LINES = st.text(CHARACTERS, min_size=1, max_size=80).filter(lambda text: tekst(text, flerlinjet=True) is None)
CLAUSE = st.builds(Moedeaftale, titel=st.none() | TEXT, tekst=st.none() | LINES)


@pytest.mark.parametrize("ending", ENDINGS)
def test_any_text_comes_back_unchanged(ending: str, tmp_path: Path) -> None:
    """Also in lists, and in meeting clauses with line breaks."""
    path = tmp_path / f"register.{ending}"

    @given(navn=TEXT, emner=st.lists(TEXT, max_size=3), clauses=st.none() | st.lists(CLAUSE, max_size=3))
    def round_trip(navn: str, emner: list[str], clauses: list[Moedeaftale] | None) -> None:
        plan = Samarbejdsplan(
            botilbud=Botilbud(navn=navn),
            emner=emner,
            moedeaftaler=None if clauses is None else tuple(clauses),
        )
        dump([plan], path, overwrite=True)

        assert loaded(path) == (Registerpost(plan=plan),)

    round_trip()
