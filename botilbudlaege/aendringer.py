"""Changes between two versions of a plan, and the letters to the region that the changes call for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from botilbudlaege import _findings, _struktur, dansk, rules
from botilbudlaege.begreber import Anledning, Haendelse
from botilbudlaege.domain import Fakta, Orientering, Samarbejdsplan
from botilbudlaege.domain._felter import fields
from botilbudlaege.domain._forskelle import anden_praksis, forskelle
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

__all__ = ["Aendring", "anvend", "compare", "haendelser", "orienteringer"]

T = TypeVar("T", bound=Fakta)


@attrs.frozen(kw_only=True)
class Aendring:
    """A fact that differs between two versions.

    Args:
        path: The field, as in the data file.
        label: The field in Danish.
        fra: What it was; None when it was not known.
        til: What it is; None when it is not known.

    >>> print(Aendring(path="timer_pr_maaned", label="timer pr. måned", fra=2, til=3))
    timer pr. måned: 2 → 3
    """

    path: str
    label: str
    fra: Any
    til: Any

    def __str__(self) -> str:
        """The label, what it was and what it is."""
        return f"{self.label}: {dansk.vist(self.fra)} → {dansk.vist(self.til)}"


def compare(old: T, new: T) -> tuple[Aendring, ...]:
    """List the facts that differ between two versions of an object, in the order of its fields.

    A list is compared as a whole.

    Args:
        old: The version before.
        new: The version after, of the same class.

    Raises:
        DataError: They are of different classes, or no objects of the domain.

    >>> from botilbudlaege import Samarbejdsplan
    >>> before, after = Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(timer_pr_maaned=3)
    >>> [str(change) for change in compare(before, after)]
    ['timer pr. måned: 2 → 3']
    """
    if not isinstance(old, Fakta) or type(old) is not type(new):
        raise _struktur.typefejl(new, _findings.OTHER_KIND)
    return tuple(
        Aendring(path=leaf.path, label=leaf.alone, fra=before, til=after)
        for leaf, before, after in forskelle(old, new)
    )


def anvend(old: T, changes: Iterable[Aendring]) -> T:
    """Apply changes to the version before, which gives the version after.

    Raises:
        DataError: A change names a field that does not exist, or that does not hold what it says it was.

    >>> from botilbudlaege import Samarbejdsplan
    >>> before, after = Samarbejdsplan(timer_pr_maaned=2), Samarbejdsplan(emner=("Kost",))
    >>> anvend(before, compare(before, after)) == after
    True
    """
    tree: dict[str, Any] = {}
    for change in changes:
        *parents, last = change.path.split(".")
        table = tree
        for name in parents:
            table = table.setdefault(name, {})
        table[last] = change
    return _applied(old, tree)


def _applied(old: T, tree: dict[str, Any]) -> T:
    known = {field.name for field in fields(type(old))}
    values = {}
    for number, (name, change) in enumerate(tree.items(), start=1):
        before = getattr(old, name) if name in known else None
        if name not in known or isinstance(change, Aendring) != (not isinstance(before, Fakta)):
            path = _struktur.shown_key(name, number, known)
            raise DataError(_findings.UNKNOWN_KEY(path=path, forslag=_struktur.forslag(name, known)))
        if isinstance(change, Aendring):
            if before != change.fra:
                raise DataError(_findings.CONFLICT(path=change.path, felt=change.label))
            values[name] = change.til
        else:
            values[name] = _applied(cast("Fakta", before), change)
    return attrs.evolve(old, **values)


def haendelser(old: Samarbejdsplan, new: Samarbejdsplan) -> tuple[Haendelse, ...]:
    """Say what has happened to a plan between two versions, for the duty to inform.

    A practice is another one when both provider numbers are known and differ, or, where one is not known, when both
    names are known and differ (*ours*).
    """
    changed = {change.path for change in compare(old, new)}
    another = anden_praksis(old.praksis, new.praksis)
    happened = {
        Haendelse.INDGAAET: old.indgaaet_den is None and new.indgaaet_den is not None,
        Haendelse.TIMETAL_AENDRET: "timer_pr_maaned" in changed
        and None not in (old.timer_pr_maaned, new.timer_pr_maaned),
        Haendelse.NY_PRAKSIS: another,
        Haendelse.NY_KONTAKTPERSON: bool(
            changed & {"botilbud.kontaktperson.navn", "praksis.kontaktperson.navn"}
        ),
        Haendelse.NYE_EMNER: "emner" in changed,
        Haendelse.NYE_MOEDEAFTALER: "moedeaftaler" in changed,
    }
    return tuple(haendelse for haendelse, did in happened.items() if did)


def orienteringer(
    old: Samarbejdsplan,
    new: Samarbejdsplan,
    *,
    fra: datetime.date | None = None,
    sendt: datetime.date | None = None,
) -> tuple[Orientering, ...]:
    """Make the letters to the region that the changes of a plan call for; see `rules.orienteringspligt`.

    Args:
        old: The plan before.
        new: The plan after.
        fra: From when the new hours hold, or the last day of the plan with the practice before.
        sendt: The day the letters are sent.

    Returns:
        A letter an occasion; none where there is no duty. With another practice, one for the plan that ends and one
        for the plan that is made.
    """
    made: dict[Anledning, Orientering] = {}
    happened = haendelser(old, new)
    for haendelse in happened:
        for anledning in rules.orienteringspligt(haendelse).vaerdi:
            if haendelse is Haendelse.TIMETAL_AENDRET and Haendelse.NY_PRAKSIS in happened:
                continue
            ends = anledning is Anledning.OPSAGT
            hours = anledning is Anledning.TIMETAL_AENDRET
            made[anledning] = Orientering(
                plan=old if ends else new,
                anledning=anledning,
                fra=fra if ends or hours else None,
                tidligere_timer=old.timer_pr_maaned if hours else None,
                sendt=sendt,
            )
    return tuple(made.values())
