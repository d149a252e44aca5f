"""The report of a batch: what became of each row."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, get_args

import attrs

from botilbudlaege.errors import Finding, Findings

Status = Literal["skrevet", "uændret", "afvist"]
_STATUSES: tuple[Status, ...] = get_args(Status)


@attrs.frozen(kw_only=True)
class Raekke:
    """What became of a row.

    Args:
        nummer: Its number: as the register has it, else counted from 1.
        fil: The file, in the folder; empty when it was refused.
        pdf: Its PDF, in the folder; empty when none was asked for or it could not be made.
        status: `skrevet`, `uændret` (made by an earlier run) or `afvist`.
        findings: What is wrong; remarks are counted in the report.
    """

    nummer: int
    fil: str
    pdf: str = ""
    status: Status
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Report:
    """What a batch made.

    Args:
        mappe: The folder.
        raekker: The rows, in order.
        bemaerkninger: Remarks and how many documents have each; they are not repeated for every row.
    """

    mappe: Path
    raekker: tuple[Raekke, ...]
    bemaerkninger: tuple[tuple[Finding, int], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the rows that were refused, and with PDFs that could not be made."""
        return tuple(finding for raekke in self.raekker for finding in raekke.findings)

    def antal(self, status: Status) -> int:
        """Count the rows with a status."""
        return sum(raekke.status == status for raekke in self.raekker)

    def __str__(self) -> str:
        """How many there are of each status, what is wrong, and the remarks with their numbers."""
        counts = ", ".join(f"{self.antal(status)} {status}" for status in _STATUSES)
        remarks = [f"{finding.alvor} ({count}): {finding}" for finding, count in self.bemaerkninger]
        wrong = [str(Findings(self.findings))] if self.findings else []
        return "\n".join([f"{self.mappe.name}: {counts}", *wrong, *remarks])

    def _repr_html_(self) -> str:
        """Show the report in a notebook."""
        from botilbudlaege import _html  # noqa: PLC0415 - only a notebook needs it

        counts = _html.facts(
            [(status, str(self.antal(status))) for status in _STATUSES], caption=self.mappe.name
        )
        wrong = Findings(self.findings)._repr_html_() if self.findings else ""
        rows = [(str(count), finding.message, finding.remedy) for finding, count in self.bemaerkninger]
        remarks = _html.table(("Antal", "Bemærkning", "Gør sådan"), rows) if rows else ""
        return _html.section(counts, wrong, remarks)

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data."""
        return {
            "mappe": str(self.mappe),
            "antal": {status: self.antal(status) for status in _STATUSES},
            "raekker": [attrs.asdict(raekke) for raekke in self.raekker],
            "bemaerkninger": [
                {**attrs.asdict(finding), "antal": count} for finding, count in self.bemaerkninger
            ],
        }
