"""`pakke.toml`: what a pack is called, what it builds on, and what it changes."""

from __future__ import annotations

import datetime
import functools
import re
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import _structure, dansk, rules
from botilbudlaege._files import Source
from botilbudlaege.begreber import Kilde, Region
from botilbudlaege.data import _formats
from botilbudlaege.domain import Fakta, Moedeaftale, Tema, _checks
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.errors import DataError, PackError, within
from botilbudlaege.packs.clauses._given import ID
from botilbudlaege.packs.folder import _findings
from botilbudlaege.packs.folder._tables import (
    Dokumentpost,
    Klausulpost,
    Timetrinpost,
    Underskriftpost,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from botilbudlaege.errors import Finding
    from botilbudlaege.rules import Regelsaet

FILE = "pakke.toml"
_KEPT = 64
_TAG = re.compile(r"\{[{%#]")
_PLAIN_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
_PLAIN_REQUIREMENT = re.compile(r" *(==|!=|<=|>=|<|>) *[0-9]+(\.[0-9]+)* *")
_REMEDIES = {
    entry.code: entry.remedy
    for entry in (_findings.MANIFEST_EMPTY, _findings.MANIFEST_IS_FOLDER, _findings.NO_MANIFEST)
}


@attrs.frozen(kw_only=True)
class Afsender(Fakta):
    """What a template sees of the pack, as `pakke`.

    Args:
        navn: Name of the pack, as the letterhead shows it.
        adresse: Address, on one line.
        kontakt: Whom to turn to.
        region: The pack's region; None when it has none, or more than one.
        eksempler: Examples of meeting clauses, which a draft shows.
        temaer: Themes for the catalogue of ideas.
        underskrift_botilbud: The text by which a signing service finds where the home's side signs.
        underskrift_praksis: The text by which it finds where the doctor's side signs.
        underskrift_organisation: The text by which it finds where the organisation signs, where the home is a party too.
    """

    _afledte: ClassVar[dict[str, Felt]] = {}

    navn: str | None = felt("navn på {ejer}", eksempel="Region Midtjylland", valgfri=False)
    adresse: str | None = felt("adresse på {ejer}", eksempel="Vejnavn 1, 1234 By")
    kontakt: str | None = felt("kontakt for {ejer}", eksempel="Sundhedsplanlægning")
    region: Region | None = felt("region for {ejer}", eksempel=Region.MIDTJYLLAND)
    eksempler: tuple[Moedeaftale, ...] = felt("eksempler på mødeaftaler", default=(), ental="eksempel")
    temaer: tuple[Tema, ...] = felt("temaer til idékataloget", default=(), ental="tema")
    underskrift_botilbud: str | None = felt(
        "underskriftstjenestens tekst ved botilbuddets side", eksempel="UNDERSKRIFT_BOTILBUD"
    )
    underskrift_praksis: str | None = felt(
        "underskriftstjenestens tekst ved lægens side", eksempel="UNDERSKRIFT_PRAKSIS"
    )
    underskrift_organisation: str | None = felt(
        "underskriftstjenestens tekst ved organisationen, når botilbuddet også er part",
        eksempel="UNDERSKRIFT_ORGANISATION",
    )


@attrs.frozen(kw_only=True)
class Manifest:
    """A pack's `pakke.toml`.

    Args:
        id: Name of the pack and of its folder.
        navn: Name in the letterhead.
        version: Version of the pack.
        bygger_paa: The pack below, whose documents and clauses it takes over.
        kraever: What it needs: for `botilbudlaege` and for packs below it, by id, the versions that will do.
        gyldig_fra: The first day for which it is chosen by itself.
        gyldig_til: The last day.
        efterfoelger: The pack that takes over after the last day.
        regioner: The regions for which it is chosen by itself; none: only by `pack=`. None where it does not say.
        adresse: Address for the letterhead, on one line.
        kontakt: Contact for the letterhead.
        logo: The picture for the letterhead, a file in the pack's folder.
        logo_tekst: What a screen reader says of it.
        dokumenter: Its own documents by kind.
        klausuler: Its own clauses by id, each with the reason.
        timetrin: Hour tiers, each with its source.
        eksempler: Examples of meeting clauses.
        temaer: Themes for the catalogue of ideas.
        underskrift: The texts by which a signing service finds where to sign; None for those of the layer below.
    """

    id: str
    navn: str
    version: str
    bygger_paa: str | None = None
    kraever: dict[str, str] = attrs.field(factory=dict)
    gyldig_fra: datetime.date | None = None
    gyldig_til: datetime.date | None = None
    efterfoelger: str | None = None
    regioner: tuple[Region, ...] | None = None
    adresse: str | None = None
    kontakt: str | None = None
    logo: str | None = None
    logo_tekst: str | None = None
    dokumenter: dict[str, Dokumentpost] = attrs.field(factory=dict)
    klausuler: dict[str, Klausulpost] = attrs.field(factory=dict)
    timetrin: tuple[Timetrinpost, ...] = ()
    eksempler: tuple[Moedeaftale, ...] = ()
    temaer: tuple[Tema, ...] = ()
    underskrift: Underskriftpost | None = None

    def __attrs_post_init__(self) -> None:
        """Check ids and kinds."""
        findings = list(self._faults())
        if findings:
            raise DataError(*findings)

    @property
    def egne_regioner(self) -> tuple[Region, ...]:
        """The regions for which it is chosen by itself."""
        return self.regioner or ()

    @property
    def afsender(self) -> Afsender:
        """The pack as templates see it."""
        anchors = self.underskrift or Underskriftpost()
        return Afsender(
            navn=self.navn,
            adresse=self.adresse,
            kontakt=self.kontakt,
            region=self.egne_regioner[0] if len(self.egne_regioner) == 1 else None,
            eksempler=self.eksempler,
            temaer=self.temaer,
            underskrift_botilbud=anchors.botilbud,
            underskrift_praksis=anchors.praksis,
            underskrift_organisation=anchors.organisation,
        )

    def gyldig(self, dag: datetime.date) -> bool:
        """Tell whether the pack is valid on a day."""
        return (self.gyldig_fra is None or self.gyldig_fra <= dag) and (
            self.gyldig_til is None or dag <= self.gyldig_til
        )

    def regelsaet(self, below: Regelsaet) -> Regelsaet:
        """Give the rule set with the pack's own values.

        Raises:
            DataError: Values that cannot be right, each with its key.
        """
        saet = below
        for post in self.timetrin:
            saet = saet.med_timetrin(
                [(trin.fra_beboere, trin.timer) for trin in post.vaerdi],
                gaelder_fra=post.gaelder_fra,
                kilde=Kilde(titel=post.kilde, afsnit=post.afsnit),
                kilde_gaelder_til=post.kilde_gaelder_til,
            )
        return attrs.evolve(saet, id=f"{saet.id}, timetrin fra {self.id}") if self.timetrin else saet

    def _tags(self) -> Iterator[Finding]:
        """Find tags: they are filled in templates and clauses only."""
        texts = {"navn": self.navn, "adresse": self.adresse, "kontakt": self.kontakt}
        texts |= {f"dokumenter.{kind}.titel": post.titel for kind, post in self.dokumenter.items()}
        for path, text in texts.items():
            if text is not None and _TAG.search(text):
                yield _findings.TAG_IN_MANIFEST(path=path)

    def _texts(self) -> Iterator[tuple[str, str | None]]:
        yield "version", self.version
        yield "logo_tekst", self.logo_tekst
        for kind, post in self.dokumenter.items():
            yield f"dokumenter.{kind}.titel", post.titel
            yield f"dokumenter.{kind}.fil", post.fil
            yield f"dokumenter.{kind}.begrundelse", post.begrundelse
        for clause, reason in self.klausuler.items():
            yield f"klausuler.{clause}.begrundelse", reason.begrundelse
        for index, trin in enumerate(self.timetrin):
            yield f"timetrin[{index}].kilde", trin.kilde

    def _faults(self) -> Iterator[Finding]:
        for path, text in self._texts():
            fault = None if text is None else _checks.tekst(text)
            if fault is not None:
                yield attrs.evolve(fault, path=path)
        yield from self._tags()
        yield from within(() if self.underskrift is None else self.underskrift.faults(), "underskrift")
        if self.logo is not None and self.logo_tekst is None:
            yield _findings.LOGO_WITHOUT_WORDS(path="logo_tekst")
        yield from self._id_faults()
        yield from self._version_faults()
        yield from self._date_faults()
        for kind, post in self.dokumenter.items():
            yield from within(post.faults(kind, below=self.bygger_paa is not None), f"dokumenter.{kind}")
        for clause, reason in self.klausuler.items():
            if reason.udelad and self.bygger_paa is None:
                yield _findings.NOTHING_BELOW(path=f"klausuler.{clause}.udelad")
        for compute in (lambda: self.afsender, lambda: self.regelsaet(rules.regelsaet())):
            try:
                compute()
            except DataError as error:
                yield from error.findings

    def _id_faults(self) -> Iterator[Finding]:
        ids = {"id": self.id, **{f"klausuler.{key}": key for key in self.klausuler}}
        ids |= {
            path: name
            for path, name in (("bygger_paa", self.bygger_paa), ("efterfoelger", self.efterfoelger))
            if name is not None
        }
        for path, name in ids.items():
            if not ID.fullmatch(name):
                yield _findings.BAD_ID(path=path)

    def _version_faults(self) -> Iterator[Finding]:
        if not _is_version(self.version):
            yield _findings.BAD_VERSION(path="version")
        for name, versions in self.kraever.items():
            if not _is_requirement(versions):
                yield _findings.BAD_REQUIREMENT(path=f"kraever.{name}")

    def _date_faults(self) -> Iterator[Finding]:
        if self.gyldig_fra is not None and self.gyldig_til is not None and self.gyldig_til < self.gyldig_fra:
            yield _findings.SWAPPED_DATES(
                path="gyldig_til", slut=dansk.dato(self.gyldig_til), begynder=dansk.dato(self.gyldig_fra)
            )
        if self.efterfoelger == self.id:
            yield _findings.OWN_SUCCESSOR(path="efterfoelger")
        elif self.efterfoelger is not None and self.gyldig_til is None:
            yield _findings.SUCCESSOR_WITHOUT_END(path="efterfoelger")


def _is_version(text: str) -> bool:
    """Tell whether a text is a version; the usual ones are known without loading what knows them all."""
    if _PLAIN_VERSION.fullmatch(text):
        return True
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - as above

    try:
        Version(text)
    except InvalidVersion:
        return False
    return True


def _is_requirement(text: str) -> bool:
    """Tell whether a text says which versions will do; the usual ways are known as those of `_is_version` are."""
    if all(_PLAIN_REQUIREMENT.fullmatch(each) for each in text.split(",")):
        return True
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - as above

    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return False
    return True


@functools.lru_cache(maxsize=_KEPT)
def _structured(content: bytes) -> Manifest:
    """Read a manifest; all are read to choose one, and the one that is chosen is read as a layer."""
    return _structure.structure(_formats.read(Source.of(content, ".toml")), Manifest)


def read(folder: Path) -> Manifest:
    """Read the manifest of a pack's folder.

    Raises:
        PackError: With everything that is wrong in it, each with file and key.
    """
    place = f"{folder.name}/{FILE}"
    try:
        manifest = _structured(_formats.content(Source.of(folder / FILE)))
    except DataError as error:
        findings = (
            attrs.evolve(finding, remedy=_REMEDIES.get(finding.code, finding.remedy))
            for finding in error.findings
        )
        raise PackError(*within(findings, place=place)) from error
    if manifest.id != folder.name:
        raise PackError(_findings.ID_IS_NOT_FOLDER(path="id", place=place, id=manifest.id, mappe=folder.name))
    return manifest
