"""Faults of a register, each told with row, column and remedy."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from botilbudlaege import (
    Botilbud,
    DataError,
    Opsigelse,
    Part,
    Praksis,
    Registerpost,
    Samarbejdsplan,
    dump,
)
from botilbudlaege.data.tables import _bounds, _extra
from tests.builders import et_botilbud
from tests.data.registers import ENDINGS, NAVN, D, edited, in_csv, in_xlsx, loaded, names, refused

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
    good = ["Godt", "Aarhus", *[""] * (len(BAD) - 2)]
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
        SERIAL,
    ]


SERIAL = (
    "Her står et tal, og regnearket viser måske en dato: det er ikke sikkert, hvilken. "
    "Formatér kolonnen som dato, eller skriv den som dag-måned-år, fx 31-01-2025."
)
CHANGE = (
    f"{NAVN};Timer pr. måned;ikrafttraeden;tidligere_timer;timer_aendret;opsagt_af;modtaget;oensket_ophoer"
)


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("A;3;1-4-2025;2;;;;", "E", "En ændring af timetallet har både"),
        ("A;3;1-4-2025;;1-10-2025;;;", "D", "En ændring af timetallet har både"),
        (
            "A;3;1-4-2025;2;31-3-2025;;;",
            "E",
            "Timetallet kan tidligst være ændret fra den dag, planen træder i kraft",
        ),
        ("A;3;;2;1-4-2025;;;", "E", "Timetallet kan tidligst være ændret fra den dag, planen træder i kraft"),
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
    assert all(
        "Botilbuddet står også i række 2. Slet den ene række; er det to botilbud, så skriv P-nummeret i begge."
        in line
        for line in actual
    )
    assert faults or len(loaded(path)) == len(rows)


def test_a_list_that_is_no_json(tmp_path: Path) -> None:
    """Brackets too deep and a number too long for JSON are text like any other."""
    path = in_csv(tmp_path, f"{NAVN};Emner", 'A;"[a; b]"', f"B;{'[' * 50_000}a", f"C;[{'1' * 5_000}]")

    assert [len(post.plan.emner) for post in loaded(path)] == [2, 1, 1]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\x00\x01"])
def test_no_workbook(content: bytes, tmp_path: Path) -> None:
    """Cut off, or something else."""
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
            limited.setattr(_bounds, limit, value)

            assert (
                refused(path)
                == f"register.{ending}: Tabellen er for stor. Slet celler, der står langt fra de andre, eller del den op."
            )
        assert whole == ["A", "B", "C"]


def test_a_file_that_is_not_there_or_none(tmp_path: Path) -> None:
    """A missing file, a folder, a name that no file can have."""
    (tmp_path / "mappe.csv").mkdir()

    assert refused(tmp_path / "intet.csv") == "intet.csv: Filen findes ikke. Kontrollér navn og mappe."
    assert refused(tmp_path / "mappe.csv") == "mappe.csv: Det er en mappe, ikke en fil. Angiv filen i den."
    assert "Filen kan ikke læses." in refused(Path("a\0.csv"))


def test_a_workbook_needs_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is told, for reading and writing; a CSV needs none."""
    path = in_xlsx(tmp_path, [NAVN], ["A"])
    monkeypatch.setattr(_extra, "find_spec", lambda _: None)
    message = (
        "Regneark kræver, at excel-delen er installeret. Installér den: pip install 'botilbudlaege[excel]'"
    )
    with pytest.raises(DataError) as caught:
        dump([et_botilbud()], tmp_path / "ny.xlsx")

    assert refused(path) == f"register.xlsx: {message}"
    assert str(caught.value) == f"ny.xlsx: {message}"
    assert not (tmp_path / "ny.xlsx").exists()
    dump([et_botilbud()], tmp_path / "ny.csv")
