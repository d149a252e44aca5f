"""`pakke.toml`: what a pack is called, what it builds on, and what it changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import attrs

from botilbudlaege import _struktur, domain
from botilbudlaege.begreber import Region
from botilbudlaege.data import _formater
from botilbudlaege.domain import _kontrol
from botilbudlaege.domain._felt import Fakta, Felt, felt
from botilbudlaege.domain._planer import Moedeaftale
from botilbudlaege.errors import DataError, Finding, PackError, within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = re.compile(r"[a-z][a-z0-9_]*")
FILE = "pakke.toml"


@attrs.frozen(kw_only=True)
class Dokumentpost:
    """A document of a pack.

    Args:
        titel: The title that programs and readers' software show.
        fil: The Word template, in the pack's folder.
    """

    titel: str
    fil: str


@attrs.frozen(kw_only=True)
class Klausulpost:
    """A clause that a pack words itself.

    Args:
        begrundelse: Why it differs from the layer below.
    """

    begrundelse: str


@attrs.frozen(kw_only=True)
class Afsender(Fakta):
    """What a template sees of the pack, as `pakke`.

    Args:
        navn: Name of the pack, as the letterhead shows it.
        adresse: Address, on one line.
        kontakt: Whom to turn to.
        region: The pack's region; None when it has none, or more than one.
        eksempler: Examples of meeting clauses, which a draft shows.
    """

    _afledte: ClassVar[dict[str, Felt]] = {}

    navn: str | None = felt("navn på {ejer}", eksempel="Region Midtjylland", valgfri=False)
    adresse: str | None = felt("adresse på {ejer}")
    kontakt: str | None = felt("kontakt for {ejer}", eksempel="Sundhedsplanlægning")
    region: Region | None = felt("region for {ejer}", eksempel=Region.MIDTJYLLAND)
    eksempler: tuple[Moedeaftale, ...] = felt("eksempler på mødeaftaler", default=(), ental="eksempel")


@attrs.frozen(kw_only=True)
class Manifest:
    """A pack's `pakke.toml`.

    Args:
        id: Name of the pack and of its folder.
        navn: Name in the letterhead.
        version: Version of the pack.
        bygger_paa: The pack below, whose documents and clauses it takes over.
        regioner: The regions for which it is chosen by itself; none: only by `pack=`.
        adresse: Address for the letterhead, on one line.
        kontakt: Contact for the letterhead.
        dokumenter: Its own documents by kind.
        klausuler: Its own clauses by id, each with the reason.
        eksempler: Examples of meeting clauses.
    """

    id: str
    navn: str
    version: str
    bygger_paa: str | None = None
    regioner: tuple[Region, ...] = ()
    adresse: str | None = None
    kontakt: str | None = None
    dokumenter: dict[str, Dokumentpost] = attrs.field(factory=dict)
    klausuler: dict[str, Klausulpost] = attrs.field(factory=dict)
    eksempler: tuple[Moedeaftale, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check ids and kinds."""
        findings = list(self._faults())
        if findings:
            raise DataError(*findings)

    @property
    def afsender(self) -> Afsender:
        """The pack as templates see it."""
        return Afsender(
            navn=self.navn,
            adresse=self.adresse,
            kontakt=self.kontakt,
            region=self.regioner[0] if len(self.regioner) == 1 else None,
            eksempler=self.eksempler,
        )

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield "version", self.version
        for kind, post in self.dokumenter.items():
            yield f"dokumenter.{kind}.titel", post.titel
            yield f"dokumenter.{kind}.fil", post.fil
        for clause, reason in self.klausuler.items():
            yield f"klausuler.{clause}.begrundelse", reason.begrundelse

    def _faults(self) -> Iterator[Finding]:
        ids = {"id": self.id, **{f"klausuler.{key}": key for key in self.klausuler}}
        if self.bygger_paa is not None:
            ids["bygger_paa"] = self.bygger_paa
        for path, name in ids.items():
            if not ID.fullmatch(name):
                yield Finding(
                    code="bad-id",
                    message="Navnet må kun have små bogstaver a-z, cifre og _, og begynder med et bogstav.",
                    remedy="Ret det.",
                    path=path,
                )
        for kind in self.dokumenter:
            try:
                domain.dokument(kind)
            except DataError as error:
                yield from (attrs.evolve(finding, path=f"dokumenter.{kind}") for finding in error.findings)
        for path, text in self._texts():
            fault = _kontrol.tekst(text)
            if fault is not None:
                yield attrs.evolve(fault, path=path)
        try:
            _ = self.afsender
        except DataError as error:
            yield from error.findings


def read(folder: Path) -> Manifest:
    """Read the manifest of a pack's folder.

    Raises:
        PackError: With everything that is wrong in it, each with file and key.
    """
    place = f"{folder.name}/{FILE}"
    try:
        manifest = _struktur.structure(_formater.read(folder / FILE), Manifest)
    except DataError as error:
        raise PackError(*within(error.findings, place=place)) from error
    if manifest.id != folder.name:
        raise PackError(
            Finding(
                code="id-is-not-folder",
                message="Pakkens id er ikke mappens navn.",
                remedy="Ret det ene.",
                path="id",
                place=place,
            )
        )
    return manifest
