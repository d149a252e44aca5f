"""The report of an import: what was found and proposed, what is left, what the template lacks, and the comparison."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege import dansk
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.errors import Findings
from botilbudlaege.packs.importing import _sections
from botilbudlaege.packs.importing._proof import Proof
from botilbudlaege.packs.importing._sections import Section
from botilbudlaege.packs.proposing import _fields
from botilbudlaege.packs.proposing._rows import Row
from botilbudlaege.packs.templates import _context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.begreber import Dokument

_ENOUGH = {
    "plan.praksis.betegnelse": ("plan.praksis.navn", "plan.praksis.laeger"),
    "plan.aftalepart": ("plan.botilbudssiden",),
    "plan.botilbudssiden": ("plan.aftalepart", "plan.botilbud.navn"),
    "plan.botilbud.organisation.navn": ("plan.botilbudssiden", "plan.botilbud.navn"),
}
_CONTACT = ("telefon", "email", "kontaktoplysninger")
_MOST = 20
REPORT = "rapport.txt"


@attrs.frozen(kw_only=True)
class Imported:
    """What came of an import.

    Args:
        folder: The project's folder.
        pack: The pack's folder in it.
        sheet: The workbook to answer in.
        document: The kind of document.
        is_guessed: Whether the title said which kind it is.
        rows: The rows of the proposal, with the answers so far.
        findings: What `packs.check` says of the pack, and what of the Word file does not travel.
        sections: The wording, as clauses or in Word.
        lacks: The facts that a final needs and that the template never prints, by their Danish names.
        without: The clauses of the layer below that have no counterpart.
        told: What was set right besides.
        proof: The comparison with the original.
        region: The region that the pack is for; empty for none.
    """

    folder: Path
    pack: Path
    sheet: Path
    document: str
    is_guessed: bool
    rows: tuple[Row, ...]
    findings: Findings
    sections: tuple[Section, ...]
    lacks: tuple[str, ...]
    without: tuple[str, ...]
    told: tuple[str, ...]
    proof: Proof
    region: str

    @property
    def is_answered(self) -> bool:
        """Whether anything was answered."""
        return any(row.answer for row in self.rows)

    @property
    def left(self) -> tuple[Row, ...]:
        """The rows without an answer, but for questions that have a good answer without one."""
        return tuple(row for row in self.rows if not row.answer and row.kind != "fælles klausul")

    @property
    def errors(self) -> int:
        """How many errors `packs.check` has found."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def text(self) -> str:
        """The report in Danish, with the differences of each clause."""
        return "\n".join(self._lines(whole=True)) + "\n"

    @property
    def summary(self) -> tuple[str, ...]:
        """The report in lines, without the differences."""
        return tuple(self._lines(whole=False))

    def __str__(self) -> str:
        """The report."""
        return self.text

    def _lines(self, *, whole: bool) -> Iterator[str]:
        sure = sum(row.sure for row in self.rows)
        yield f"Dokument: {self.document}" + (
            " (efter titlen; skriv --document, hvis det er et andet)." if self.is_guessed else "."
        )
        if not self.region:
            yield "Pakken er ikke for nogen region: skriv --region, eller skriv regionen i pakke.toml."
        yield f"Fundet: {dansk.antal(len(self.rows), 'sted', 'steder')}, {sure} med et sikkert forslag."
        yield from self._unanswered()
        yield from self._wording(whole=whole)
        yield from self.told
        if self.is_answered:
            yield from self._lacking()
        yield from self._compared()

    def _unanswered(self) -> Iterator[str]:
        if not self.left:
            return
        yield f"Uden svar: {len(self.left)}. Svar i {self.sheet.name}, og kør den samme kommando igen."
        if self.is_answered:
            yield from (f"  nr. {row.number}: {row.where}" for row in self.left[:_MOST])
            if len(self.left) > _MOST:
                yield f"  og {len(self.left) - _MOST} til"

    def _wording(self, *, whole: bool) -> Iterator[str]:
        for section in self.sections:
            under = f"»{section.heading}«" if section.heading else "Begyndelsen"
            if section.why:
                yield f"{under}: teksten bliver i Word. {section.why}"
            elif section.state == _sections.SAME:
                yield f"{under}: ordlyden er den samme som klausulen {section.id} i laget under."
            else:
                yield f"{under}: klausulen {section.id} ({section.state})."
                if whole and section.difference:
                    yield from (f"    {line}" for line in section.difference.splitlines() if line)
        if not whole and any(section.difference for section in self.sections):
            yield f"Forskellen mellem de ændrede klausuler og dem i laget under står i {REPORT}."
        if any(section.source for section in self.sections):
            yield (
                "Begrundelserne i pakke.toml siger kun, at ordene er fra regionens skabelon. "
                "Skriv selv, hvorfor regionen har sin egen ordlyd."
            )

    def _lacking(self) -> Iterator[str]:
        if self.lacks:
            yield f"Skabelonen skriver ikke: {dansk.opremsning(self.lacks)}. Et endeligt dokument skal bruge det."
        if self.without:
            yield f"Klausuler i laget under, som skabelonen ikke har noget for: {', '.join(self.without)}."

    def _compared(self) -> Iterator[str]:
        proof = self.proof
        if proof.holds:
            yield (
                f"Holdt op mod originalen: {proof.paragraphs} afsnit, {proof.places} med bekræftede steder; "
                "alle andre ord er de samme."
            )
            return
        yield "Holdt op mod originalen er der andre forskelle end de bekræftede steder:"
        yield from (f"  {difference}" for difference in proof.differences[:_MOST])
        yield from (f"  delen {part} er ikke den samme" for part in proof.parts)


def lacks(kind: Dokument, text: str) -> Iterator[str]:
    """List the facts that a final needs and that a text never prints, by their Danish names."""
    own = _context.root(SUBJEKTER[kind])
    for path, info in _fields.fields(kind).items():
        if not path.startswith(f"{own}.") or not info.type.can_miss or info.optional or info.kind == "objekt":
            continue
        name = path.rpartition(".")[2]
        instead = _ENOUGH.get(path, ())
        if name in _CONTACT:
            instead = tuple(f"{path.rpartition('.')[0]}.{each}" for each in _CONTACT)
        if not any(each in text for each in (path, *instead)):
            yield info.label
