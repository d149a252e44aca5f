"""The 98 municipalities, and the region of each on a date."""

from __future__ import annotations

import datetime
import functools
import unicodedata
from pathlib import Path

import attrs

from botilbudlaege import _nearest, _structure, _toml
from botilbudlaege._arguments import DAY, TEXT, one, takes, wrong
from botilbudlaege.begreber import Region
from botilbudlaege.domain import _findings
from botilbudlaege.errors import DataError, Finding

_FIL = Path(__file__).with_name("kommuner.toml")
OESTDANMARK_FRA = datetime.date(2027, 1, 1)
_BLIVER_OESTDANMARK = (Region.HOVEDSTADEN, Region.SJAELLAND)


@takes(kode=TEXT, navn=TEXT)
@attrs.frozen
class Kommune:
    """A municipality.

    Args:
        kode: The municipality code, three digits.
        navn: The name without the word Kommune.

    Source:
        Codes, names and regions are common knowledge (`kommuner.toml`); from 1 January 2027 Region
        Hovedstaden and Region Sjælland are Region Østdanmark.

    >>> import datetime
    >>> koege = Kommune.find("Køge")
    >>> str(koege.region(datetime.date(2026, 12, 31))), str(koege.region(datetime.date(2027, 1, 1)))
    ('Region Sjælland', 'Region Østdanmark')
    """

    kode: str
    navn: str

    @staticmethod
    @takes(
        navn_eller_kode=one(
            str, hvad="en kommune", angiv='dens navn eller kode i anførselstegn, fx "Viborg" eller "791"'
        )
    )
    def find(navn_eller_kode: str) -> Kommune:
        """Find a municipality by name, as people spell it (with or without the word Kommune, Århus or Aarhus), or code.

        Raises:
            DataError: There is none; with the nearest name.
        """
        soegt = _key(navn_eller_kode)
        fundet = _by_key().get(soegt) or _by_key().get(soegt.removesuffix("s"))
        if fundet is None:
            raise DataError(_unknown(" ".join(navn_eller_kode.split()).casefold().removesuffix(" kommune")))
        return fundet

    def __attrs_post_init__(self) -> None:
        """Refuse a municipality that does not exist."""
        if (self.kode, self.navn) not in _names():
            raise DataError(_unknown(self.navn))

    def region(self, dato: datetime.date) -> Region:
        """Tell which region the municipality belongs to on a day."""
        if type(dato) is not datetime.date:
            raise wrong("Kommune.region", "dato", dato, DAY)
        region = _regions()[self.kode]
        return Region.OESTDANMARK if dato >= OESTDANMARK_FRA and region in _BLIVER_OESTDANMARK else region

    def efterfoelger(self, dato: datetime.date) -> Region | None:
        """Tell which region takes over from the one of a day; None where no other is known to."""
        nu, senere = self.region(dato), self.region(max(dato, OESTDANMARK_FRA))
        return None if senere is nu else senere

    @property
    def regioner(self) -> tuple[Region, ...]:
        """The regions that the municipality belongs to on one day or another of the scheme."""
        foerst = _regions()[self.kode]
        return (foerst, Region.OESTDANMARK) if foerst in _BLIVER_OESTDANMARK else (foerst,)

    def __str__(self) -> str:
        """Print the name."""
        return self.navn


def _unknown(soegt: str) -> Finding:
    naer = _nearest.nearest(soegt, (row["navn"] for row in _rows()))
    return _findings.KOMMUNE_MISSPELT(kommune=naer) if naer else _findings.UNKNOWN_KOMMUNE()


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(_toml.loads(_FIL.read_text(encoding="utf-8"))["kommuner"])


@functools.cache
def _names() -> frozenset[tuple[str, str]]:
    return frozenset((row["kode"], row["navn"]) for row in _rows())


@functools.cache
def alle() -> tuple[Kommune, ...]:
    """List all municipalities, by code."""
    return tuple(Kommune(row["kode"], row["navn"]) for row in _rows())


@functools.cache
def _by_key() -> dict[str, Kommune]:
    """Every municipality by its name and its code, also as registers of the state write it, with a nought in front."""
    names = {_key(noegle): et for et in alle() for noegle in (et.kode, f"0{et.kode}", et.navn)}
    return {_key(navn): names[f"{_key(navn)}s"] for navn in _LANDS} | names


_LANDS = ("Nordfyn", "Vesthimmerland")
"""The lands whose municipalities are theirs by name."""
_SPELT = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"} | dict.fromkeys("-‐‑–", " "))


@functools.lru_cache(maxsize=1024)
def _key(navn: str) -> str:
    """Give a name or a code as it is compared: without the word Kommune, å as aa, a hyphen as a blank.

    >>> _key("Århus Kommune"), _key("Høje-Tåstrup"), _key("Bornholms Regionskommune")
    ('aarhus', 'hoeje taastrup', 'bornholms')
    """
    words = unicodedata.normalize("NFC", navn).casefold().translate(_SPELT).split()
    if len(words) > 1 and words[-1] in ("kommune", "regionskommune"):
        del words[-1]
    return " ".join(words)


@functools.cache
def _regions() -> dict[str, Region]:
    koder = {region.kode: region for region in Region if region.kode is not None}
    return {row["kode"]: koder[row["region"]] for row in _rows()}


_structure.as_text(Kommune, read=Kommune.find, write=lambda kommune: kommune.navn)


def gaelder(region: Region, fra: datetime.date | None, til: datetime.date | None) -> bool:
    """Tell whether a region is there on any day from one to another; None is without end."""
    if region is Region.OESTDANMARK:
        return til is None or til >= OESTDANMARK_FRA
    return region not in _BLIVER_OESTDANMARK or fra is None or fra < OESTDANMARK_FRA


def naevnt(navn: str) -> Region | None:
    """Find the one region whose name is a part of another name or of an id.

    >>> str(naevnt("region_syddanmark")), naevnt("viborg")
    ('Region Syddanmark', None)
    """
    skrevet = navn.casefold()
    fundet = [
        region
        for region in Region
        if region.name.casefold() in skrevet or region.tekst.casefold().removeprefix("region ") in skrevet
    ]
    return fundet[0] if len(fundet) == 1 else None


def region(navn_eller_kode: str) -> Region:
    """Find a region by its name, with or without the word Region, or its code.

    Raises:
        DataError: There is none.
    """
    for et in Region:
        if navn_eller_kode.casefold() in {
            et.tekst.casefold(),
            et.tekst.casefold().removeprefix("region "),
            et.kode,
            et.name.casefold(),
        }:
            return et
    raise DataError(_findings.UNKNOWN_REGION(navne=", ".join(et.tekst for et in Region)))


_structure.as_text(Region, read=region, write=lambda et: et.tekst)
