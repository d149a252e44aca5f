"""Contradictions between rows of one home, each told with both."""

from __future__ import annotations

import itertools
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from botilbudlaege import dansk
from botilbudlaege.domain import Samarbejdsplan
from botilbudlaege.domain._allonge import other_parties as parties_of_amendment
from botilbudlaege.domain._differences import forskelle
from botilbudlaege.historik import _findings

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from botilbudlaege.domain import Botilbud
    from botilbudlaege.domain._homes import Identity
    from botilbudlaege.errors import Finding

Span = tuple[int, "datetime.date | None", "datetime.date | None"]
"""The number of a row, and the first and last day of its plan."""


def _row(number: int) -> str:
    return f"række {number}"


def overlapping(spans: Sequence[Span]) -> Iterator[Finding]:
    """Find plans of one home that are in force at the same time; they come in the order of their starts."""
    for index, (number, start, end) in enumerate(spans):
        if start is None or (end is not None and end < start):
            continue  # it never took effect
        for other, begins, ends in spans[:index]:
            if begins is not None and not (ends is not None and ends < start):
                yield _findings.OVERLAP(path=_row(number), start=dansk.dato(start), anden=other)
                break


def not_ended(number: int, ended: Sequence[int]) -> Finding:
    """Say that there is no plan for a termination to end: it is ended already, or there is none."""
    if ended:
        return _findings.TERMINATED_TWICE(path=_row(number), anden=ended[-1])
    return _findings.NO_AGREEMENT(path=_row(number))


def of_either(number: int, made: tuple[int, int]) -> Finding:
    """Say that a termination may be of either of two plans that begin on the same day."""
    anden, tredje = sorted(made)
    return _findings.OF_EITHER(path=_row(number), anden=anden, tredje=tredje)


def too_early(number: int, made: int | None) -> Finding:
    """Say that a change is of no plan, or of one that has not begun."""
    if made is None:
        return _findings.NO_AGREEMENT(path=_row(number))
    return _findings.CHANGE_TOO_EARLY(path=_row(number), anden=made)


def of_change(
    number: int,
    dag: datetime.date,
    *,
    start: tuple[int, datetime.date],
    end: tuple[int, datetime.date] | None,
) -> Finding | None:
    """Find a change that is before the start, or after the end."""
    if dag < start[1]:
        return _findings.CHANGE_TOO_EARLY(path=_row(number), anden=start[0])
    if end is not None and dag > end[1]:
        return _findings.CHANGE_TOO_LATE(path=_row(number), anden=end[0])
    return None


def changed_twice(row: tuple[int, Samarbejdsplan], other: tuple[int, Samarbejdsplan]) -> Finding | None:
    """Find one fact that two rows have in two ways from the same day; a contact is one fact, since it is replaced as a whole."""
    (number, plan), (other_number, before) = row, other
    told, said = _told(plan), _told(before)
    if all(told[path] == said[path] for path in told.keys() & said.keys()):
        return None
    return _findings.CHANGED_TWICE(path=_row(number), anden=other_number)


def _told(plan: Samarbejdsplan) -> dict[str, object]:
    """Give the facts that a row tells, by their paths."""
    told: dict[str, object] = {}
    for leaf, _, value in forskelle(Samarbejdsplan(), plan):
        parent = leaf.path.rpartition(".")[0]
        is_contact = parent.endswith(".kontaktperson")
        told[parent if is_contact else leaf.path] = attrgetter(parent)(plan) if is_contact else value
    return told


def hours_not_known(number: int, made: int) -> Finding:
    """Say that a row changes hours that no row tells of: what is to be told the region is both."""
    return _findings.HOURS_BEFORE_MISSING(path=_row(number), anden=made)


def of_names(homes: Sequence[tuple[int, Identity]]) -> Iterator[Finding]:
    """Find rows without a P-number that may be of several homes with one."""
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, home in homes:
        numbers[home.navn, home.kommune] |= {home.p_nummer} - {""}
    for number, home in homes:
        if home.navn and not home.p_nummer and len(numbers[home.navn, home.kommune]) > 1:
            yield _findings.WHICH_HOME(path=_row(number))


def nothing(number: int) -> Finding:
    """Say that a row changes nothing."""
    return _findings.NOTHING_CHANGED(path=_row(number))


def other_parties(number: int, made: int, plans: tuple[Samarbejdsplan, Samarbejdsplan]) -> Iterator[Finding]:
    """Find other parties in a row of a change than those of its plan: then one plan ends, and another is made."""
    for finding in parties_of_amendment(*plans):
        entry = _findings.OTHER_PRACTICE if finding.path == "ny_plan.praksis" else _findings.OTHER_PARTY
        yield entry(path=_row(number), anden=made)


def of_homes(homes: Sequence[tuple[int, Botilbud]]) -> Iterator[Finding]:
    """Find facts of a home that rows without a day have in two ways."""
    for (number, before), (other, after) in itertools.pairwise(homes):
        plans = (Samarbejdsplan(botilbud=before), Samarbejdsplan(botilbud=after))
        for leaf, was, is_ in forskelle(*plans):
            if None not in (was, is_) and () not in (was, is_):
                felt = leaf.alone[:1].upper() + leaf.alone[1:]
                yield _findings.OTHER_HOME(path=_row(other), felt=felt, anden=number)
