"""What became of the rows of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import attrs

from botilbudlaege.errors import Finding

Status = Literal["skrevet", "uændret", "afvist"]


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

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data."""
        return {
            "mappe": str(self.mappe),
            "antal": {status: self.antal(status) for status in ("skrevet", "uændret", "afvist")},
            "raekker": [attrs.asdict(raekke) for raekke in self.raekker],
            "bemaerkninger": [
                {**attrs.asdict(finding), "antal": count} for finding, count in self.bemaerkninger
            ],
        }
