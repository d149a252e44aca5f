"""Packs that installed packages announce: found without importing, refused by name, chosen by region and day."""

from __future__ import annotations

import datetime
import json
import sys
import types
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from botilbudlaege import Kommune, PackError, dansk, packs, read, render
from botilbudlaege.cli import run
from botilbudlaege.packs import _choice, _load
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.folder import _discovery
from tests.builders import en_opsigelse, en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Iterator

DAG = datetime.date
NORD = 'regioner = ["1081"]\n'


@attrs.frozen
class Site:
    """A folder that stands where packages are installed.

    Args:
        folder: It is on `sys.path`.
        patch: Puts more there.
    """

    folder: Path
    patch: pytest.MonkeyPatch = attrs.field(repr=False)

    def announce(self, distribution: str, **packages: str) -> None:
        """Write what pip writes of an installed package: its name, and the packs that it announces."""
        info = self.folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        entries = "".join(f"{pack_id} = {package}\n" for pack_id, package in packages.items())
        metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{_discovery.GROUP}]\n{entries}", encoding="utf-8")
        forget()

    def pack(self, pack_id: str, more: str = "", *, package: str | None = None) -> None:
        """Write a pack into a package that fails when it is imported."""
        folder = self.folder / (package or f"{pack_id}_pakke") / pack_id
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
        manifest = f'id = "{pack_id}"\nnavn = "Pakken {pack_id}"\nversion = "1"\nbygger_paa = "faelles"\n'
        (folder / "pakke.toml").write_text(manifest + more, encoding="utf-8")

    def install(self, pack_id: str, more: str = "") -> None:
        """Write a pack and announce it."""
        self.pack(pack_id, more)
        self.announce(f"{pack_id}-pakke", **{pack_id: f"{pack_id}_pakke"})


def forget() -> None:
    """Forget which packs there are: the registry is read once a process."""
    _discovery.registry.cache_clear()
    _choice.manifests.cache_clear()
    _load._named.clear()  # noqa: SLF001 - packs by id are kept for the life of a process


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give an empty place to install into."""
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        forget()
        yield Site(folder, patch)
    forget()


def chosen(municipality: str, start: datetime.date) -> tuple[str, set[str]]:
    """Give the pack that a plan gets, and the codes of the remarks."""
    home = et_botilbud(kommune=Kommune.find(municipality))
    document = render(en_plan(botilbud=home, ikrafttraeden=start))
    return document.provenance["botilbudlaege.pakke"].split()[0], {
        remark.code for remark in document.findings
    }


# Found -------------------------------------------------------------------------------------------------


def test_an_installed_pack_is_found_by_id(site: Site) -> None:
    """It renders, and its package was not imported."""
    site.install("nordlig")
    pack = packs.load("nordlig")

    assert packs.available() == ("faelles", "midtjylland", "nordlig")
    assert pack.layers == ("nordlig", "faelles")
    assert inside(pack).stack.top.folder == site.folder / "nordlig_pakke" / "nordlig"
    assert render(en_plan(), pack="nordlig").provenance["botilbudlaege.pakke"] == "nordlig 1"
    assert "nordlig_pakke" not in sys.modules


def test_one_package_may_hold_more_packs(site: Site) -> None:
    """Each under its own id; one may build on the other."""
    site.pack("en", package="flere")
    site.pack("to", package="flere2")
    (site.folder / "flere2" / "to").rename(site.folder / "flere" / "to")
    manifest = site.folder / "flere" / "to" / "pakke.toml"
    manifest.write_text(manifest.read_text("utf-8").replace("faelles", "en"), encoding="utf-8")
    site.announce("flere-pakker", en="flere", to="flere")

    assert packs.load("to").layers == ("to", "en", "faelles")


def test_a_package_without_python_is_found(site: Site) -> None:
    """A pack needs no `__init__.py`."""
    site.install("nordlig")
    (site.folder / "nordlig_pakke" / "__init__.py").unlink()

    assert packs.load("nordlig").id == "nordlig"


# Refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("package", "said"),
    [
        ("skaev_pakke.under", "ikke er navnet på en pakke på øverste niveau"),
        ("skaev_pakke:objekt", "ikke er navnet på en pakke på øverste niveau"),
        ("findes_ikke", "som ikke findes eller ikke er en mappe"),
        ("modul", "som ikke findes eller ikke er en mappe"),
        ("tom_pakke", "har ingen skaev/pakke.toml"),
        ("fil_pakke", "har ingen skaev/pakke.toml"),
        ("zip_pakke", "har ingen skaev/pakke.toml"),
    ],
)
def test_a_wrong_announcement_names_the_distribution(site: Site, package: str, said: str) -> None:
    """A dotted value, a missing package or folder, a module, a file, a zip; the other packs stay."""
    site.pack("skaev")
    (site.folder / "modul.py").write_text("", encoding="utf-8")
    (site.folder / "tom_pakke").mkdir()
    (site.folder / "fil_pakke").mkdir()
    (site.folder / "fil_pakke" / "skaev").write_text("", encoding="utf-8")
    with zipfile.ZipFile(site.folder / "pakker.zip", "w") as archive:
        archive.writestr("zip_pakke/__init__.py", "")
        archive.write(site.folder / "skaev_pakke" / "skaev" / "pakke.toml", "zip_pakke/skaev/pakke.toml")
    site.patch.syspath_prepend(site.folder / "pakker.zip")
    site.announce("skaev-distribution", skaev=package)
    with pytest.raises(PackError, match=said) as caught:
        packs.load("skaev")

    assert "skaev-distribution" in str(caught.value)
    assert [finding.code for finding in caught.value.findings] == ["entry-point"]
    assert packs.available() == ("faelles", "midtjylland", "skaev")
    assert chosen("Viborg", DAG(2025, 4, 1)) == ("midtjylland", {"broken-pack"})
    assert package not in sys.modules


def test_entry_points_that_cannot_be_read_hide_no_other_pack(site: Site) -> None:
    """A line without = in a file that somebody edited; the distribution is named."""
    site.install("nordlig")
    site.announce("defekt-distribution", nord="defekt_pakke")
    info = site.folder / "defekt_distribution-1.0.dist-info"
    (info / "entry_points.txt").write_text(f"[{_discovery.GROUP}]\nnord\n", encoding="utf-8")
    forget()
    broken = _discovery.registry()["defekt-distribution"].fault

    assert broken is not None
    assert (broken.code, broken.place) == ("entry-point", "defekt-distribution")
    assert packs.load("nordlig").id == "nordlig"


def test_an_announced_id_must_be_one(site: Site) -> None:
    """Capital letters and danish letters are refused, with the rule."""
    site.pack("nord")
    site.announce("nord-distribution", Nørre="nord_pakke")
    fault = _discovery.registry()["Nørre"].fault

    assert fault is not None
    assert "Nørre kan ikke være id for en pakke: kun a-z, cifre og _" in fault.message


def test_a_module_that_says_nothing_of_itself_holds_no_pack(site: Site) -> None:
    """As one that a program has put together while it runs."""
    site.patch.setitem(sys.modules, "hjemmelavet", types.ModuleType("hjemmelavet"))
    site.announce("hjemmelavet-distribution", nord="hjemmelavet")
    with pytest.raises(PackError, match="hjemmelavet, som ikke findes eller ikke er en mappe"):
        packs.load("nord")


def test_two_packs_of_one_id_are_both_named(site: Site) -> None:
    """Which was meant cannot be told."""
    site.install("nordlig")
    site.pack("nordlig", package="anden_pakke")
    site.announce("anden-distribution", nordlig="anden_pakke")
    with pytest.raises(PackError, match="Afinstallér den ene") as caught:
        packs.load("nordlig")

    assert "anden-distribution og nordlig-pakke" in str(caught.value)
    assert packs.available() == ("faelles", "midtjylland", "nordlig")


def test_a_built_in_id_cannot_be_taken(site: Site) -> None:
    """Both distributions are named; nobody gets another's text under a known name."""
    site.pack("midtjylland", NORD, package="taget")
    site.announce("fremmed-distribution", midtjylland="taget")
    with pytest.raises(PackError) as caught:
        packs.load("midtjylland")

    assert "botilbudlaege og fremmed-distribution" in str(caught.value)
    assert chosen("Viborg", DAG(2025, 4, 1)) == ("faelles", {"common-pack", "broken-pack"})


def test_a_broken_pack_hides_no_other(site: Site) -> None:
    """All are listed, the others load and are chosen by region; a remark says that one could not be read."""
    site.install("defekt", "denne linje er ikke TOML\n")
    site.install("nordlig", NORD)
    with pytest.raises(PackError, match=r"defekt/pakke\.toml"):
        packs.load("defekt")

    assert packs.available() == ("defekt", "faelles", "midtjylland", "nordlig")
    assert packs.load("nordlig").id == "nordlig"
    assert chosen("Aalborg", DAG(2025, 4, 1)) == ("nordlig", {"broken-pack"})
    assert chosen("Viborg", DAG(2025, 4, 1)) == ("midtjylland", {"broken-pack"})


def test_a_document_of_a_pack_that_has_broken_since_is_read_all_the_same(site: Site) -> None:
    """Its wording cannot be compared, with the reason."""
    site.install("nordlig")
    content = render(en_plan(), pack="nordlig", living=True).content
    manifest = site.folder / "nordlig_pakke" / "nordlig" / "pakke.toml"
    manifest.write_text("denne linje er ikke TOML\n", encoding="utf-8")
    forget()
    back = read(content)

    assert [finding.code for finding in back.findings] == ["not-compared"]
    assert "Pakken nordlig kan ikke bruges." in back.findings[0].message
    assert back.subject == en_plan()


def test_a_broken_pack_is_told_where_all_are_listed(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    """For people and for programs; the others are there, with the days that they are for."""
    site.install("defekt", "denne linje er ikke TOML\n")
    site.install("ender", "gyldig_til = 2026-12-31\n")
    site.install("fra", "gyldig_fra = 2027-01-01\n")
    site.install("mellem", "gyldig_fra = 2026-01-01\ngyldig_til = 2026-12-31\n")
    assert run(["packs", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    listed = {pack["id"]: pack["gyldig"] for pack in answer["packs"]}

    assert [finding["place"] for finding in answer["findings"]] == ["defekt/pakke.toml"]
    assert listed["ender"] == "til 31. december 2026"
    assert listed["fra"] == dansk.periode(DAG(2027, 1, 1))
    assert listed["mellem"] == dansk.periode(DAG(2026, 1, 1), DAG(2026, 12, 31))
    assert listed["faelles"] == ""
    assert run(["packs"]) == 0
    assert "defekt/pakke.toml" in capfd.readouterr().err


# By region and day -------------------------------------------------------------------------------------


@pytest.fixture
def east(site: Site) -> Site:
    """Install the packs of Region Hovedstaden and of the region that takes over on 1 January 2027."""
    site.install(
        "hovedstaden", 'regioner = ["1084"]\ngyldig_til = 2026-12-31\nefterfoelger = "oestdanmark"\n'
    )
    site.install("oestdanmark", 'regioner = ["Region Østdanmark"]\ngyldig_fra = 2027-01-01\n')
    return site


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize(
    ("municipality", "start", "expected"),
    [
        ("København", DAG(2026, 12, 1), "hovedstaden"),
        ("København", DAG(2026, 12, 31), "hovedstaden"),
        ("København", DAG(2027, 1, 1), "oestdanmark"),
        ("Køge", DAG(2026, 12, 31), "faelles"),
        ("Køge", DAG(2027, 1, 1), "oestdanmark"),
        ("Viborg", DAG(2027, 1, 1), "midtjylland"),
    ],
)
def test_a_home_gets_the_pack_of_its_region_on_the_day(
    municipality: str, start: datetime.date, expected: str
) -> None:
    """The day before, and on the day, that two regions become one."""
    assert chosen(municipality, start)[0] == expected


@pytest.mark.usefixtures("east")
def test_a_letter_has_its_own_day() -> None:
    """The plan is of the old region, the termination of the new; and `dato` overrides."""
    plan = en_plan(botilbud=et_botilbud(kommune=Kommune.find("København")))
    letter = en_opsigelse(plan=plan, modtaget=DAG(2027, 1, 4))
    by_hand = render(letter, dato=DAG(2026, 12, 31))

    assert render(plan).provenance["botilbudlaege.lag"] == "hovedstaden, faelles"
    assert render(letter).provenance["botilbudlaege.lag"] == "oestdanmark, faelles"
    assert by_hand.provenance["botilbudlaege.lag"] == "hovedstaden, faelles"


@pytest.mark.slow
@pytest.mark.usefixtures("east")
def test_the_two_packs_are_right() -> None:
    """`check` holds a pack against its successor: no overlap, no gap."""
    assert packs.check("hovedstaden") == ()
    assert packs.check("oestdanmark") == ()


def _undated(kommune: str | None) -> tuple[str, set[str]]:
    """Which pack a plan without a day is made from, and the codes of what is remarked."""
    home = et_botilbud(kommune=None if kommune is None else Kommune.find(kommune))
    document = render(en_plan(botilbud=home, ikrafttraeden=None), draft=True)
    codes = {finding.code for finding in document.findings} & {"only-pack", "common-pack", "broken-pack"}
    return document.provenance["botilbudlaege.lag"].partition(",")[0], codes


def test_a_plan_without_a_day_gets_the_one_pack_of_its_region(site: Site) -> None:
    """With a remark; the common one where there is none, or nobody knows the municipality."""
    site.install("nord", NORD)

    assert _undated("Aalborg") == ("nord", {"only-pack"})
    assert _undated("Viborg") == ("midtjylland", {"only-pack"})
    assert _undated("København") == ("faelles", {"common-pack"})
    assert _undated(None) == ("faelles", {"common-pack"})


@pytest.mark.usefixtures("east")
def test_a_plan_without_a_day_asks_where_two_packs_can_be_meant() -> None:
    """A home in København is of one region until 2027, and of another from then."""
    with pytest.raises(
        PackError, match=r"Datoen er ikke kendt, og flere pakker er for .*: hovedstaden, oestdanmark"
    ):
        _undated("København")


def test_a_plan_without_a_day_asks_where_another_takes_over(site: Site) -> None:
    """Also one that does not name the region itself."""
    site.install("gammel", ENDS)
    site.install("ny", "gyldig_fra = 2025-07-01\n")
    with pytest.raises(PackError, match="gammel, ny"):
        _undated("Aalborg")


ENDS = NORD + 'gyldig_til = 2025-06-30\nefterfoelger = "ny"\n'


@pytest.mark.parametrize("regions", ["", NORD], ids=["no region of its own", "same region"])
def test_a_pack_that_has_ended_passes_to_its_successor(site: Site, regions: str) -> None:
    """From the day after its last, whether or not the successor names the region."""
    site.install("gammel", ENDS)
    site.install("ny", regions + "gyldig_fra = 2025-07-01\n")

    assert chosen("Aalborg", DAG(2025, 6, 30)) == ("gammel", set())
    assert chosen("Aalborg", DAG(2025, 7, 1)) == ("ny", set())


@pytest.mark.slow
def test_a_gap_is_filled_by_the_common_pack(site: Site) -> None:
    """With a remark; `check` warns of it beforehand."""
    site.install("gammel", ENDS)
    site.install("ny", NORD + "gyldig_fra = 2025-08-01\n")

    assert chosen("Aalborg", DAG(2025, 7, 31)) == ("faelles", {"common-pack"})
    assert chosen("Aalborg", DAG(2025, 8, 1)) == ("ny", set())
    assert [finding.code for finding in packs.check("gammel")] == ["successor-gap"]


@pytest.mark.slow
def test_a_successor_that_is_not_installed_is_no_pack(site: Site) -> None:
    """The common pack fills in, and `check` warns."""
    site.install("gammel", ENDS)

    assert chosen("Aalborg", DAG(2025, 7, 1)) == ("faelles", {"common-pack"})
    assert [finding.code for finding in packs.check("gammel")] == ["unknown-successor"]


@pytest.mark.slow
def test_two_packs_for_one_region_and_day_ask_for_a_choice(site: Site) -> None:
    """Outside the overlap there is nothing to ask; a pack that is given is used."""
    site.install("gammel", NORD + "gyldig_til = 2025-12-31\n")
    site.install("ny", NORD + "gyldig_fra = 2025-07-01\n")
    plan = en_plan(botilbud=et_botilbud(kommune=Kommune.find("Aalborg")), ikrafttraeden=DAG(2025, 7, 1))
    with pytest.raises(PackError, match=r"gammel, ny.*pack="):
        render(plan)

    assert chosen("Aalborg", DAG(2025, 6, 30))[0] == "gammel"
    assert render(plan, pack="ny").provenance["botilbudlaege.pakke"] == "ny 1"
    assert [finding.code for finding in packs.check("ny")] == ["overlap"]


def test_a_pack_without_regions_is_chosen_only_by_name(site: Site) -> None:
    """As a municipality's or an operator's pack is."""
    site.install("kommunal")

    assert chosen("Aalborg", DAG(2025, 4, 1)) == ("faelles", {"common-pack"})


def test_a_pack_given_for_another_region_or_day_gets_a_remark(site: Site) -> None:
    """It is used all the same."""
    site.install("gammel", ENDS)
    document = render(en_plan(ikrafttraeden=DAG(2025, 7, 1)), pack="gammel")

    assert {remark.code for remark in document.findings} == {"other-region", "other-time"}
