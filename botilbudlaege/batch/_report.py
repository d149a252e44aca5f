"""The report of a batch: what became of each row, and the files that no row calls for any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import attrs

from botilbudlaege._arguments import Kind, takes
from botilbudlaege._escape import escaped
from botilbudlaege.errors import Finding, Findings

if TYPE_CHECKING:
    from collections.abc import Mapping

State = Literal["written", "unchanged", "kept", "refused"]
Reason = Literal["", "new", "facts", "wording", "renamed", "missing", "empty", "overwritten"]
SAID: Mapping[State, str] = {
    "written": "skrevet",
    "unchanged": "uændret",
    "kept": "underskrevet og uændret",
    "refused": "afvist",
}
_STATE = Kind(
    "en rækkes tilstand",
    f"en af disse: {', '.join(SAID)}",
    lambda value: isinstance(value, str) and value in SAID,
)
WHY: Mapping[str, str] = {
    "new": "nyt dokument",
    "facts": "oplysninger ændret",
    "wording": "ordlyd eller udseende ændret",
    "renamed": "nyt filnavn",
    "missing": "filen var væk",
    "empty": "filen var tom",
    "overwritten": "overskrevet, som der blev bedt om",
    "removed": "botilbuddet er ikke i registeret",
    "not-called-for": "rækken giver ikke længere et sådant dokument",
}
"""Why a document was made, and why a file is left over, in Danish."""


@attrs.frozen(kw_only=True)
class Row:
    """What became of a row; one with several letters has one for each.

    Args:
        number: Its number: as the register has it, else counted from 1.
        file: The file, in the folder; empty when it was refused.
        pdf: Its PDF, in the folder; empty when none was asked for or it could not be made.
        state: `written`; `unchanged` (an earlier run made it, and it would be made so now); `kept` (signed, and the facts
            are those that were signed); `refused`.
        reason: Why it was written: `new`, `facts`, `wording` (another version of pack, clauses or library, or another
            question), `renamed`, `missing`, `empty`, `overwritten`.
        findings: What is wrong; remarks are counted in the report.
    """

    number: int
    file: str
    pdf: str = ""
    state: State
    reason: Reason = ""
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class LeftOver:
    """A document of an earlier run that no row calls for any more; `batch.set_aside` moves it.

    Args:
        file: Its name.
        reason: `removed` (no row of the home), `renamed` (the home has it under another name now), or `not-called-for`.
        maybe: Of a home that no row is about and that has no P-number: the file of one that is new and has the same
            agreement or address, and may be the same under another name; empty where there is none.
    """

    file: str
    reason: Literal["removed", "renamed", "not-called-for"]
    maybe: str = ""

    @property
    def why(self) -> str:
        """The reason, in Danish."""
        doubt = f"; måske hedder det nu noget andet og har filen {escaped(self.maybe)}" if self.maybe else ""
        return WHY[self.reason] + doubt


@attrs.frozen(kw_only=True)
class Report:
    """What a batch made.

    Args:
        folder: The folder.
        rows: The rows, in order.
        left_over: Documents of earlier runs that no row calls for any more.
        remarks: Remarks and how many documents have each; they are not repeated for every row.
    """

    folder: Path
    rows: tuple[Row, ...]
    left_over: tuple[LeftOver, ...] = ()
    remarks: tuple[tuple[Finding, int], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the rows that were refused, and with PDFs that could not be made."""
        return tuple(finding for row in self.rows for finding in row.findings)

    @takes(state=_STATE)
    def count(self, state: State) -> int:
        """Count the rows in a state."""
        return sum(row.state == state for row in self.rows)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many rows there are in each state, with its Danish word; `kept` where there are any."""
        counted = ((state, said, self.count(state)) for state, said in SAID.items())
        return tuple((said, count) for state, said, count in counted if count or state != "kept")

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Why documents were written, in Danish, each with its number."""
        counted = ((said, sum(row.reason == why for row in self.rows)) for why, said in WHY.items())
        return tuple((said, count) for said, count in counted if count)

    def __str__(self) -> str:
        """How many there are in each state, what is wrong, what is left over, and the remarks with their numbers."""
        counts = ", ".join(f"{count} {said}" for said, count in self.counts)
        left = [f"Tilovers: {escaped(each.file)} ({each.why})" for each in self.left_over]
        remarks = [f"{finding.alvor} ({count}): {finding}" for finding, count in self.remarks]
        wrong = [str(Findings(self.findings))] if self.findings else []
        return "\n".join([f"{escaped(self.folder.name)}: {counts}", *wrong, *left, *remarks])

    def _repr_html_(self) -> str:
        """Show the report in a notebook."""
        from botilbudlaege import _html  # noqa: PLC0415 - only a notebook needs it

        counts = [(said, str(count)) for said, count in self.counts]
        wrong = Findings(self.findings)._repr_html_() if self.findings else ""
        files = [(escaped(each.file), each.why) for each in self.left_over]
        left = _html.table(("Tilovers", "Hvorfor"), files) if files else ""
        rows = [(str(count), finding.message, finding.remedy) for finding, count in self.remarks]
        remarks = _html.table(("Antal", "Bemærkning", "Gør sådan"), rows) if rows else ""
        return _html.section(_html.facts(counts, caption=escaped(self.folder.name)), wrong, left, remarks)

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data, each thing under its name here; `counts` has the rows in each state."""
        return {
            "folder": str(self.folder),
            "counts": {state: self.count(state) for state in SAID},
            "rows": [attrs.asdict(row) for row in self.rows],
            "left_over": [attrs.asdict(each) for each in self.left_over],
            "remarks": [{**attrs.asdict(finding), "count": count} for finding, count in self.remarks],
        }
