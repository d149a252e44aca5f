"""The tables of a `pakke.toml`: documents, clauses, hour tiers and the texts to sign by."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import _nearest, domain
from botilbudlaege.domain import _checks
from botilbudlaege.domain._tree import leaves
from botilbudlaege.errors import DataError
from botilbudlaege.packs.folder import _findings
from botilbudlaege.rules import Timetrin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding

_MOST_ROWS = 50
_LONGEST_ANCHOR = 40  # fits on the line in any letters


@attrs.frozen(kw_only=True)
class Dokumentpost:
    """A document that a pack lays out itself, or leaves out.

    Args:
        titel: The title that programs and readers' software show.
        fil: The Word template, in the pack's folder.
        udelad: Whether the document of the layer below is left out.
        begrundelse: Why it differs from the layer below.
        tomme_raekker: How many items a form has to be filled in of each list, by its field in the data file; None for
            those of the layer below.
    """

    titel: str | None = None
    fil: str | None = None
    udelad: bool = False
    begrundelse: str | None = None
    tomme_raekker: dict[str, int] | None = None

    def faults(self, kind: str, *, below: bool) -> Iterator[Finding]:
        """List what is wrong with it as a document of this kind; the address is the key.

        Args:
            kind: The kind of document, as the manifest says it.
            below: Whether the pack builds on another.
        """
        try:
            known = domain.dokument(kind)
        except DataError as error:
            yield from (attrs.evolve(finding, path="") for finding in error.findings)
        else:
            if self.tomme_raekker:
                of_subject = leaves(domain.SUBJEKTER[known])
                yield from self._row_faults([leaf.path for leaf in of_subject if leaf.type.kind == "liste"])
        if self.udelad and not below:
            yield _findings.NOTHING_BELOW(path="udelad")
        for name, text in (("titel", self.titel), ("fil", self.fil)):
            if text is None and not self.udelad:
                yield _findings.MISSING_KEY(path=name)
            elif text is not None and self.udelad:
                yield _findings.DOCUMENT_LEFT_OUT_BUT_THERE(path=name)
        if below and self.begrundelse is None:
            yield _findings.DOCUMENT_WITHOUT_REASON(path="begrundelse", dokument=kind)

    def _row_faults(self, lists: list[str]) -> Iterator[Finding]:
        for path, count in (self.tomme_raekker or {}).items():
            if path not in lists:
                forslag = _nearest.suggestion(path, lists)
                yield _findings.UNKNOWN_LIST(path=f"tomme_raekker.{path}", forslag=forslag)
            elif not 1 <= count <= _MOST_ROWS:
                yield _findings.ROW_COUNT(path=f"tomme_raekker.{path}", hoejst=_MOST_ROWS, antal=count)


@attrs.frozen(kw_only=True)
class Klausulpost:
    """A clause that a pack words itself, or leaves out.

    Args:
        begrundelse: Why it differs from the layer below.
        udelad: Whether the clause of the layer below is left out.
    """

    begrundelse: str
    udelad: bool = False


@attrs.frozen(kw_only=True)
class Timetrinpost:
    """Hour tiers, which the national rules leave open.

    Args:
        gaelder_fra: The first day on which they hold.
        vaerdi: The steps.
        kilde: Where they are stated.
        afsnit: The part of the source.
        kilde_gaelder_til: The last day on which the source is known to hold.
    """

    gaelder_fra: datetime.date
    vaerdi: tuple[Timetrin, ...]
    kilde: str
    afsnit: str | None = None
    kilde_gaelder_til: datetime.date | None = None


@attrs.frozen(kw_only=True)
class Underskriftpost:
    """The texts by which a signing service finds where each side signs.

    Args:
        botilbud: The text at the signature of the home's side.
        praksis: The text at the signature of the doctor's side.
        organisation: The text at the signature of the organisation, where the home signs too.
    """

    botilbud: str | None = None
    praksis: str | None = None
    organisation: str | None = None

    def faults(self) -> Iterator[Finding]:
        """List what keeps a service from finding the one text and not the other; the address is the key."""
        texts = {name: text for name, text in attrs.asdict(self).items() if text is not None}
        for name, text in texts.items():
            fault = _checks.tekst(text)
            if fault is not None:
                yield attrs.evolve(fault, path=name)
            elif len(text) > _LONGEST_ANCHOR:
                yield _findings.LONG_ANCHOR(path=name, tegn=len(text), hoejst=_LONGEST_ANCHOR)
            elif any(name != other and text in texts[other] for other in texts):
                yield _findings.SAME_ANCHOR(path=name)
