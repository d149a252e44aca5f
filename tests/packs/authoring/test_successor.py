"""A successor by one command: a pack that takes over on a day, with the dates of both set, or nothing."""

from __future__ import annotations

import datetime
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from botilbudlaege import BotilbudlaegeError, PackError, packs
from botilbudlaege.cli import run
from botilbudlaege.packs.authoring._new import new_pack
from botilbudlaege.packs.authoring._successor import successor
from tests.packs.authoring.packs import contents

FRA = datetime.date(2027, 1, 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a region's pack with a clause of its own and one case."""
    folder = tmp_path_factory.mktemp("gammel") / "syddanmark"
    project = new_pack(folder, "syddanmark", klausuler=("opsigelse",), dokumenter=())
    for path in sorted((_own(project) / "proever").iterdir()):
        if not path.name.startswith("samarbejdsplan."):
            path.unlink()
    return project


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / made.name))


def _own(project: Path) -> Path:
    return project / f"botilbudlaege_{project.name}" / project.name


def _manifest(project: Path) -> dict[str, Any]:
    return tomllib.loads((_own(project) / "pakke.toml").read_text(encoding="utf-8"))


def test_the_dates_of_both_sides_are_set(old: Path, tmp_path: Path) -> None:
    """The old one ends the day before and names the new one, which has all that it has."""
    before = _manifest(old)
    made = successor(tmp_path / "syd_27", "syd_27", pack=old, fra=FRA)

    assert _manifest(old) == {**before, "gyldig_til": datetime.date(2026, 12, 31), "efterfoelger": "syd_27"}
    assert _manifest(made) == {**before, "id": "syd_27", "gyldig_fra": FRA}
    own, copied = contents(_own(old)), contents(_own(made))
    assert {name: content for name, content in own.items() if name != "pakke.toml"} == {
        name: content for name, content in copied.items() if name != "pakke.toml"
    }
    assert packs.load(_own(made)).layers == ("syd_27", "faelles")


def test_what_stands_in_the_manifest_besides_stays(old: Path, tmp_path: Path) -> None:
    """Comments too; the new keys stand above the first table."""
    successor(tmp_path / "syd_27", "syd_27", pack=old, fra=FRA)
    text = (_own(old) / "pakke.toml").read_text(encoding="utf-8")

    assert "# Navnet i brevhovedet." in text
    assert text.index("efterfoelger") < text.index("[kraever]")


def test_region_and_name_may_be_others(old: Path, tmp_path: Path) -> None:
    """As when two regions become one."""
    made = successor(tmp_path / "oest", "oest", pack=old, fra=FRA, navn="Øst", region="Østdanmark")

    assert _manifest(made)["regioner"] == ["Region Østdanmark"]
    assert _manifest(made)["navn"] == "Øst"


@pytest.mark.parametrize(
    ("line", "fra", "told"),
    [
        ('gyldig_til = 2026-06-30\nefterfoelger = "nord"', FRA, "har allerede en efterfølger: nord"),
        ("gyldig_til = 2026-06-30", FRA, "gælder til og med den 30. juni 2026"),
        ("gyldig_fra = 2027-01-01", FRA, "gælder først fra den 1. januar 2027"),
    ],
)
def test_a_pack_that_ends_or_begins_otherwise_is_left_as_it_is(
    old: Path, tmp_path: Path, line: str, fra: datetime.date, told: str
) -> None:
    """And nothing is made."""
    path = _own(old) / "pakke.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("# adresse", f"{line}\n# adresse"), encoding="utf-8"
    )
    before = contents(old)
    with pytest.raises(PackError, match=told):
        successor(tmp_path / "ny", "ny", pack=old, fra=fra)

    assert contents(old) == before
    assert [path.name for path in tmp_path.iterdir()] == ["syddanmark"]


@pytest.mark.parametrize(
    "wrong", [{"pack_id": "Ny"}, {"region": "Fyn"}, {"pack": "faelles"}, {"pack": "ukendt"}]
)
def test_what_cannot_be_leaves_both_as_they_were(old: Path, tmp_path: Path, wrong: dict[str, str]) -> None:
    """A bad id or region, a pack that the next installation replaces, one that does not exist."""
    before = contents(old)
    given: dict[str, Any] = {"pack_id": "ny", "pack": old, "fra": FRA, **wrong}
    with pytest.raises(BotilbudlaegeError):
        successor(tmp_path / "ny", given.pop("pack_id"), **given)

    assert contents(old) == before
    assert [path.name for path in tmp_path.iterdir()] == ["syddanmark"]


def test_a_pack_that_is_installed_is_named_by_its_folder(tmp_path: Path) -> None:
    """Its dates would be lost by the next installation."""
    with pytest.raises(PackError, match=r"Angiv den mappe, som den er installeret fra, fx \./midtjylland"):
        successor(tmp_path / "ny", "ny", pack="midtjylland", fra=FRA)


def test_the_command(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With the day; without it, or with a clause to copy, it says what is missing or too much."""
    monkeypatch.chdir(tmp_path)
    asked = ["new-pack", "syd_27", "--efterfoelger-til", "syddanmark"]

    assert run(asked) == 1
    assert "Angiv både --efterfoelger-til og --fra." in capfd.readouterr().err
    assert run([*asked, "--fra", "2027-01-01", "--klausul", "omfang"]) == 1
    assert "Udelad --bygger-paa, --klausul og --dokument" in capfd.readouterr().err
    assert run([*asked, "--fra", "2027-01-01"]) == 0
    assert "Behold den gamle pakke" in capfd.readouterr().out
    assert _manifest(old)["efterfoelger"] == "syd_27"
