"""The report of a batch: what became of each row."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import attrs

from botilbudlaege._escape import escaped
from botilbudlaege.errors import Finding, Findings

State = Literal["written", "unchanged", "refused"]
_SAID: dict[State, str] = {"written": "skrevet", "unchanged": "uændret", "refused": "afvist"}


@attrs.frozen(kw_only=True)
class Row:
    """What became of a row.

    Args:
        number: Its number: as the register has it, else counted from 1.
        file: The file, in the folder; empty when it was refused.
        pdf: Its PDF, in the folder; empty when none was asked for or it could not be made.
        state: `written`, `unchanged` (made by an earlier run) or `refused`.
        findings: What is wrong; remarks are counted in the report.
    """

    number: int
    file: str
    pdf: str = ""
    state: State
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Report:
    """What a batch made.

    Args:
        folder: The folder.
        rows: The rows, in order.
        remarks: Remarks and how many documents have each; they are not repeated for every row.
    """

    folder: Path
    rows: tuple[Row, ...]
    remarks: tuple[tuple[Finding, int], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the rows that were refused, and with PDFs that could not be made."""
        return tuple(finding for row in self.rows for finding in row.findings)

    def count(self, state: State) -> int:
        """Count the rows in a state."""
        return sum(row.state == state for row in self.rows)

    def __str__(self) -> str:
        """How many there are in each state, what is wrong, and the remarks with their numbers."""
        counts = ", ".join(f"{self.count(state)} {said}" for state, said in _SAID.items())
        remarks = [f"{finding.alvor} ({count}): {finding}" for finding, count in self.remarks]
        wrong = [str(Findings(self.findings))] if self.findings else []
        return "\n".join([f"{escaped(self.folder.name)}: {counts}", *wrong, *remarks])

    def _repr_html_(self) -> str:
        """Show the report in a notebook."""
        from botilbudlaege import _html  # noqa: PLC0415 - only a notebook needs it

        counts = [(said, str(self.count(state))) for state, said in _SAID.items()]
        wrong = Findings(self.findings)._repr_html_() if self.findings else ""
        rows = [(str(count), finding.message, finding.remedy) for finding, count in self.remarks]
        remarks = _html.table(("Antal", "Bemærkning", "Gør sådan"), rows) if rows else ""
        return _html.section(_html.facts(counts, caption=escaped(self.folder.name)), wrong, remarks)

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data, each thing under its name here; `counts` has the rows in each state."""
        return {
            "folder": str(self.folder),
            "counts": {state: self.count(state) for state in _SAID},
            "rows": [attrs.asdict(row) for row in self.rows],
            "remarks": [{**attrs.asdict(finding), "count": count} for finding, count in self.remarks],
        }
