"""An entry of a catalogue of findings: the words of a finding, written once, and filled in where it is told.

Each room has its catalogue in `_findings.py`: entries and nothing else, so that a person can read them one after another.
`docs/reference/fund.md` is printed from the catalogues.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from botilbudlaege.errors import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

GAP = re.compile(r"(?<!\{)\{([a-z_]+)\}")
"""A gap in a sentence, `{navn}`. Tags of templates, `{{ navn }}` and `{% if %}`, are words like any other."""


class Entry(NamedTuple):
    """One kind of finding, and what it says.

    Args:
        code: Stable name of the kind, for programs.
        message: What is the matter, in Danish, with gaps.
        remedy: What to do about it, in Danish, with gaps.
        severity: How grave it is.
        meaning: The cause in one Danish sentence without gaps, for the reference; none where the message says it all.

    >>> taken = Entry("name-taken", message="Navnet {navn} er brugt.", remedy="Vælg et andet.")
    >>> print(taken(path="id", navn="nord"))
    id: Navnet nord er brugt. Vælg et andet.
    """

    code: str
    message: str
    remedy: str = ""
    severity: Severity = "error"
    meaning: str = ""

    def __call__(self, *, path: str = "", place: str = "", **values: object) -> Finding:
        """Tell the finding, with a value for each gap.

        Raises:
            TypeError: A gap has no value, or a value no gap.
        """
        gaps = self.gaps
        if values.keys() != gaps:
            raise TypeError(f"{self.code} takes {sorted(gaps)}, not {sorted(values)}")
        message, remedy = self.message, self.remedy
        if gaps:
            message, remedy = (GAP.sub(lambda gap: str(values[gap[1]]), text) for text in (message, remedy))
        return Finding(
            code=self.code, severity=self.severity, message=message, remedy=remedy, path=path, place=place
        )

    @property
    def gaps(self) -> frozenset[str]:
        """The names of the values that the sentences take."""
        return _gaps(self.message, self.remedy)

    def but(self, *, message: str | None = None, remedy: str | None = None) -> Entry:
        """Give a variant: the same kind of finding in other words."""
        return self._replace(
            message=self.message if message is None else message,
            remedy=self.remedy if remedy is None else remedy,
        )


@functools.lru_cache(maxsize=2048)
def _gaps(message: str, remedy: str) -> frozenset[str]:
    return frozenset(GAP.findall(message + remedy))


def of_plain(said: Mapping[str, Any]) -> Finding:
    """Give a finding that was told before and kept as plain data."""
    return Finding(**said)
