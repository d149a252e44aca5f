"""Put clauses that are being tried into a pack, for one kind of document."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from botilbudlaege import _struktur, dansk
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import DataError, Finding, TemplateError, within
from botilbudlaege.packs import _clauses, _manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from botilbudlaege.packs._clauses import Clause
    from botilbudlaege.packs._pack import Pack

_KEPT = 32
_DIGEST = 12  # hexadecimal digits, enough to tell the versions of a clause apart
PROPERTY = "botilbudlaege.klausuler"
G = TypeVar("G", bound="Given")


def _id(_: Any, __: Any, value: Any) -> None:
    if not isinstance(value, str) or not _manifest.ID.fullmatch(value):
        raise DataError(
            Finding(
                code="bad-id",
                message="En klausuls id må kun have små bogstaver a-z, cifre og _, og begynder med et bogstav.",
                remedy="Ret det, fx opsigelse.",
                path="id",
            )
        )


def _text(_: Any, __: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise DataError(
            *within(_struktur.typefejl(value, "tekst", "Skriv klausulen som tekst.").findings, "text")
        )


@attrs.frozen
class Given:
    """A clause that is no pack's: its id and its text, as `klausuler/<id>.md` has it.

    Raises:
        DataError: The id cannot be one, or the text is no text.
    """

    id: str = attrs.field(validator=_id)
    text: str = attrs.field(validator=_text, repr=False)

    @property
    def place(self) -> str:
        """What findings call it."""
        return f"klausulen {self.id}"

    def parsed(self) -> Clause:
        """Read the text.

        Raises:
            TemplateError: It is empty, uses more of Markdown than a clause has, or has tags that are not balanced.
        """
        return _clauses.parse(self.text, place=self.place)


def given(clauses: Sequence[G] | None) -> tuple[G, ...]:
    """Take the clauses that a caller gives.

    Raises:
        DataError: They are no list of clauses.
    """
    listed = isinstance(clauses, Sequence) and all(isinstance(clause, Given) for clause in clauses)
    if clauses is not None and not listed:
        raise _struktur.typefejl(
            clauses, "en liste af klausuler", "Skriv clauses=[Klausul(...)], også når der kun er én."
        )
    return tuple(clauses or ())


@functools.lru_cache(maxsize=_KEPT)
def inserted(pack: Pack, kind: Dokument, clauses: tuple[Given, ...]) -> Pack:
    """Give the pack with the clauses in place of those of their ids; the last that were asked for are kept.

    Raises:
        TemplateError: A clause cannot be read, the document has no clause of its id, or two have the same.
        PackError: The pack has no such document.
    """
    findings: list[Finding] = []
    read = {}
    known = pack.clause_ids(kind)
    for clause in clauses:
        if clause.id in read:
            findings.append(_twice(clause))
        elif clause.id not in known:
            findings.append(_unused(clause, kind, pack))
        try:
            read[clause.id] = clause.parsed()
        except TemplateError as error:
            findings += error.findings
    if findings:
        raise TemplateError(*findings)
    return pack.with_clauses(read)


def provenance(clauses: tuple[Given, ...]) -> dict[str, str]:
    """Say of a document which clauses it was given, each with a digest of its text."""
    return (
        {PROPERTY: ", ".join(f"{clause.id} {_digest(clause.text)}" for clause in clauses)} if clauses else {}
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def _twice(clause: Given) -> Finding:
    return Finding(
        code="clause-twice",
        message=f"Klausulen {clause.id} er givet to gange.",
        remedy="Giv den én gang.",
        place=clause.place,
    )


def _unused(clause: Given, kind: Dokument, pack: Pack) -> Finding:
    """Say that a document has no such clause, and which was meant, or which documents have it."""
    elsewhere = [*_documents_with(clause.id, pack)]
    return Finding(
        code="unused-clause",
        message=f"Dokumentet {kind} har ikke klausulen {clause.id}.",
        remedy=f"Den hører til {dansk.opremsning(elsewhere)}: angiv dokumentet."
        if elsewhere
        else without_place(clause.id, pack.clauses(kind)),
        place=clause.place,
    )


def without_place(clause: str, known: Iterable[str]) -> str:
    """Say which clause was probably meant, or else which there are and how a new one gets a place."""
    meant = _struktur.forslag(clause, known)
    if _struktur.naer(clause, known) is not None:
        return meant
    return f"{meant} En ny klausul skal først have et sted: skriv {{{{p klausul.{clause} }}}} i pakkens Word-skabelon."


def _documents_with(clause: str, pack: Pack) -> Iterator[str]:
    """List the documents of a pack that use a clause."""
    for kind in pack.documents:
        if clause in pack.clause_ids(Dokument(kind)):
            yield kind
