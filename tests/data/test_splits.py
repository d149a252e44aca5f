"""A column of an office's that holds several facts: taken apart by its patterns, and put together again."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Adresse, DataError, Kolonner, dump, load, load_rows, propose_columns
from botilbudlaege._files import Source
from botilbudlaege.data._register import Reading
from tests.data.registers import ENDINGS

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "{botilbud.adresse.vej}, {botilbud.adresse.postnr} {botilbud.adresse.by}"
CONTACT = "{botilbud.kontaktperson.navn} ({botilbud.kontaktperson.telefon})"
TOWN = "{botilbud.adresse.postnr} {botilbud.adresse.by}"
NAME = "{botilbud.kontaktperson.navn}"
MAPPING: dict[str, Any] = {
    "kolonner": {"Navn": "botilbud.navn"},
    "opdel": {"Adresse": (ADDRESS, TOWN), "Kontaktperson (tlf.)": (CONTACT, NAME)},
    "behold": ("Sagsnr.",),
    "vaerdier": {"Adresse": {"ukendt": ""}},
}
AS_MAPPING = Kolonner(**MAPPING)
HEADER = "Navn;Adresse;Kontaktperson (tlf.);Sagsnr."
ROWS = {
    "Søvej 1, 2. th., 8660 Skanderborg;Ida Holm (86 12 34 56);1": (
        ("Søvej 1, 2. th.", "8660", "Skanderborg"),
        ("Ida Holm", "86 12 34 56"),
    ),
    "8000 Aarhus C;Ida Holm;2": ((None, "8000", "Aarhus C"), ("Ida Holm", None)),
    '"Søvej 1,\n8660  Ry";;3': (("Søvej 1", "8660", "Ry"), (None, None)),
    "Ukendt; Ida Holm(86123456) ;4": ((None, None, None), ("Ida Holm", "86123456")),
}
NOT_SPLIT = "Cellen passer ikke til noget af de mønstre, som kolonner.toml deler den efter, eller passer på flere måder."
BAD = {
    "Søvej 1;;1": f"række 2, kolonne B (Vej og husnummer i botilbuddets adresse): {NOT_SPLIT}",
    "Vej 1, 8000 Aarhus, 8660 Ry;;1": f"række 2, kolonne B (Vej og husnummer i botilbuddets adresse): {NOT_SPLIT}",
    ";Ida (86 12 34);1": "",
    ";;1;x": "række 2, kolonne E: Cellen står i en kolonne uden overskrift.",
    "S\ufffdvej 1, 8660 Ry;;1": "række 2, kolonne B (Vej og husnummer i botilbuddets adresse): Et bogstav er gået tabt",
    "=A1;;1": "række 2, kolonne B (Vej og husnummer i botilbuddets adresse): Cellens formel har ingen værdi",
}


def register(*rows: str, header: str = HEADER) -> bytes:
    """Write rows, each with its name."""
    return "\n".join((header, *(f"Hus {number};{row}" for number, row in enumerate(rows)), "")).encode()


def test_a_cell_is_taken_apart() -> None:
    """By the first pattern that fits; the others' facts are not known."""
    found = load(register(*ROWS), suffix=".csv", kolonner=MAPPING)
    homes = [post.plan.botilbud for post in found]

    assert [
        (
            (home.adresse.vej, home.adresse.postnr, home.adresse.by),
            (home.kontaktperson.navn, home.kontaktperson.telefon),
        )
        for home in homes
    ] == [*ROWS.values()]
    assert [post.egne.get("Sagsnr.") for post in found] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("row", BAD, ids=ascii)
def test_what_cannot_be_taken_apart_is_told(row: str) -> None:
    """With the column in which it stands; what fits a pattern of less is taken as that says."""
    (read,) = load_rows(register(row), suffix=".csv", kolonner=MAPPING)

    assert [str(finding)[: len(BAD[row])] for finding in read.findings] == [BAD[row]] * bool(BAD[row])


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("header", ["Adresse", "kolonne B"])
def test_it_is_written_as_it_is_read(ending: str, header: str, tmp_path: Path) -> None:
    """Also where the column is named by its letter."""
    opdel = {header: (ADDRESS, TOWN), "Kontaktperson (tlf.)": (CONTACT, NAME)}
    kolonner = attrs.evolve(AS_MAPPING, opdel=opdel, vaerdier={header: {"ukendt": ""}})
    top = HEADER if header == "Adresse" else HEADER.replace("Adresse", "")
    homes = load(register(*ROWS, header=top), suffix=".csv", kolonner=kolonner)
    path = tmp_path / f"ud.{ending}"
    dump(homes, path, kolonner=kolonner)

    assert load(path, kolonner=kolonner) == homes


def test_what_no_pattern_writes_is_not_written(tmp_path: Path) -> None:
    """Nothing is left out in silence, and no comma in a street makes another address."""
    (post,) = load(register("8000 Aarhus;;1"), suffix=".csv", kolonner=MAPPING)
    for adresse in (Adresse(by="Aarhus"), Adresse(vej="Vej 1, 8000 Aarhus", postnr="8660", by="Ry")):
        home = attrs.evolve(post.plan.botilbud, adresse=adresse)
        with pytest.raises(DataError, match="række 2, kolonne B: Oplysningerne kan ikke skrives i én celle"):
            dump([home], tmp_path / "ud.csv", kolonner=MAPPING)

    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "x",
        "",
        "{",
        "{botilbud.navn}{praksis.navn}",
        "{botilbud.navn} {praksis.navn}",
        "{botilbud.navn!r}",
        "{botilbud.navn:>4}",
        "{botilbud.navn}, {botilbud.navn}",
        "{findes_ikke}",
    ],
)
def test_a_pattern_that_is_none(pattern: str) -> None:
    """Is refused with the mapping."""
    with pytest.raises(DataError, match=r"^opdel, nr\. 1: "):
        Kolonner(opdel={"A": (pattern,)})


def test_a_fact_stands_in_one_column() -> None:
    """And a column that is to be taken apart is there."""
    with pytest.raises(DataError, match="kolonne B: Kolonnen By i botilbuddets adresse står to gange"):
        load(register("x", header=f"{HEADER};botilbud.adresse.by"), suffix=".csv", kolonner=MAPPING)
    with pytest.raises(DataError, match=r"Den kolonne, som kolonner\.toml har til Vej og husnummer"):
        load(register("x", header=HEADER.replace("Adresse", "Vej")), suffix=".csv", kolonner=MAPPING)


def test_a_row_travels_as_it_was_taken_apart() -> None:
    """To a worker in another process."""
    row = next(iter(Reading(Source.of(register(*ROWS), ".csv"), Kolonner(**MAPPING))))

    assert pickle.loads(pickle.dumps(row)).structured() == row.structured()


def test_patterns_are_proposed() -> None:
    """By what stands in the column, with what stands there for nothing; a person reads them."""
    rows = [
        "Søvej 1, 8660 Ry;Ida Holm (86 12 34 56);1",
        "Åvej 2, 8000 Aarhus C;Bo Ek, tlf. 86123456;2",
        "-;;3",
    ]
    forslag = propose_columns(register(*rows), suffix=".csv")

    assert forslag.kolonner.opdel == {
        "Adresse": (ADDRESS,),
        "Kontaktperson (tlf.)": (CONTACT, CONTACT.replace(" (", ", tlf. ").replace(")", "")),
    }
    assert forslag.kolonner.vaerdier == {"Adresse": {"-": ""}}
    assert (forslag.gode, forslag.raekker) == (3, 3)
    assert Kolonner.load(_file(forslag.toml)) == forslag.kolonner


def _file(text: str) -> Any:
    """Give a file of a name, which says its format."""
    import io  # noqa: PLC0415 - here alone

    file = io.BytesIO(text.encode())
    file.name = "kolonner.toml"
    return file
