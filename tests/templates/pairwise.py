"""Cases in which every two levels of any two factors meet: a fault of two facts together is met, in some dozens of cases."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Case = dict[str, Any]
_Meeting = frozenset[tuple[str, int]]
_TRIES = 40


def cases(factors: Mapping[str, Sequence[Any]], *, at_once: int = 2) -> list[Case]:
    """Make the cases, the same every time.

    Args:
        factors: The levels of each factor, by its name.
        at_once: How many factors are to meet with all their levels.
    """
    rng = random.Random(1)  # noqa: S311 - the same every time is the point
    left = {
        frozenset(zip(names, levels, strict=True))
        for names in itertools.combinations(factors, at_once)
        for levels in itertools.product(*(range(len(factors[name])) for name in names))
    }
    made = []
    while left:
        wanted = dict(min(left, key=sorted))
        tried = [
            {name: wanted.get(name, rng.randrange(len(levels))) for name, levels in factors.items()}
            for _ in range(_TRIES)
        ]
        best = max(tried, key=lambda case: sum(meeting <= case.items() for meeting in left))
        left -= _meetings(best, at_once)
        made.append({name: factors[name][level] for name, level in best.items()})
    return made


def _meetings(case: Mapping[str, int], at_once: int) -> set[_Meeting]:
    return {frozenset(each) for each in itertools.combinations(case.items(), at_once)}
