"""The amendment to a cooperation plan (*allonge*): what held, what holds, from when, signed by both sides."""

from __future__ import annotations

import datetime
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from botilbudlaege import dansk, rules
from botilbudlaege.begreber import Aftalepart, Region
from botilbudlaege.domain import _findings
from botilbudlaege.domain._differences import (
    anden_organisation,
    anden_praksis,
    andet_botilbud,
    forskelle,
)
from botilbudlaege.domain._fakta import Fakta
from botilbudlaege.domain._felt import Felt, felt
from botilbudlaege.domain._fields import derived
from botilbudlaege.domain._paa_dagen import region_of, to_be_confirmed
from botilbudlaege.domain._planer import Moedeaftale, Samarbejdsplan, Underskrivere
from botilbudlaege.errors import BotilbudlaegeError, Finding, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.domain._tree import Fact

_TOM = Samarbejdsplan()
_EGNE = frozenset(
    {
        "botilbud.laengerevarende",  # a fact for the rules: no plan prints it
        "ikrafttraeden",
        "indgaaet_den",
        "underskrivere.botilbud",
        "underskrivere.praksis",
        "underskrivere.organisation",
    }
)
"""Facts that are no terms of the plan; the days are checked on their own."""
_VILKAAR = ("timer_pr_maaned", "moedeformer", "emner", "moedeaftaler", "aftalepart")
_KONTAKTER = ("botilbud.kontaktperson.", "praksis.kontaktperson.")
_HELE_PLANEN = "Udfyld plan og ny_plan, hver med hele planen."


@attrs.frozen(kw_only=True)
class Aendringspost(Fakta):
    """A change that an amendment makes, as its document shows it.

    Args:
        forhold: What is changed, in Danish.
        fra: What held until now.
        til: What holds from now on; None where a plan needs the fact and the new one lacks it.
    """

    forhold: str | None = felt(
        "det forhold, der ændres ved {ejer}", eksempel="timer pr. måned", valgfri=False
    )
    fra: str | None = felt(
        "det, der har været aftalt før {ejer}", eksempel="2", valgfri=False, nummer=True, flerlinjet=True
    )
    til: str | None = felt(
        "det, der skal gælde efter {ejer}",
        eksempel="3",
        valgfri=False,
        nummer=True,
        flerlinjet=True,
        remedy="Skriv hele den ændrede plan i ny_plan, også det, der ikke ændres.",
    )


@attrs.frozen(kw_only=True)
class Allonge(Fakta):
    """An amendment to a plan, agreed by both sides.

    Another practice, another home or another party on the home's side is no amendment: one plan ends, another is made.
    Nor is another start: before it the plan is made anew, after it the day is past.

    Args:
        plan: The plan as it was agreed, earlier amendments included.
        ny_plan: The plan as it is to be: whole, with all that goes on unchanged.
        gaelder_fra: The first day of the amendment.
        indgaaet_den: The day the amendment was made.

    Raises:
        DataError: With each reason why the two plans are not one that is amended, or that nothing is changed.

    Source:
        The form, and what is an amendment, are this library's own.

    >>> import datetime
    >>> plan = Samarbejdsplan(timer_pr_maaned=2, ikrafttraeden=datetime.date(2025, 4, 1))
    >>> ny_plan = attrs.evolve(plan, timer_pr_maaned=3)
    >>> allonge = Allonge(plan=plan, ny_plan=ny_plan, gaelder_fra=datetime.date(2025, 10, 1))
    >>> [(post.forhold, post.fra, post.til) for post in allonge.aendringer]
    [('timer pr. måned', '2', '3')]
    """

    _afledte: ClassVar[dict[str, Felt]] = {
        "aendringer": Felt(
            "ændringer",
            ental="ændring",
            valgfri=False,
            remedy=_HELE_PLANEN,
        ),
        "aftalte_aendringer": Felt("aftalte ændringer", ental="ændring", valgfri=False, remedy=_HELE_PLANEN),
        "nye_oplysninger": Felt("nye oplysninger", ental="ændring", valgfri=False, remedy=_HELE_PLANEN),
        "aendrer_timer": Felt(
            "om timetallet ændres",
            eksempel=True,
            valgfri=False,
            remedy="Udfyld timer_pr_maaned i plan og ny_plan.",
        ),
        "region": Felt("region", Region.MIDTJYLLAND),
        "vilkaar_skal_bekraeftes": Felt(
            "om vilkårene skal bekræftes i den overenskomst, der gælder",
            eksempel=True,
            af=("gaelder_fra",),
        ),
        "underskrivere": Felt("underskrivere"),
    }

    plan: Samarbejdsplan = felt("samarbejdsplan", factory=Samarbejdsplan)
    ny_plan: Samarbejdsplan = felt(
        "ændret samarbejdsplan",
        factory=Samarbejdsplan,
        eksempel={"timer_pr_maaned": 3, "botilbud": {"antal_beboere": 19}},
    )
    gaelder_fra: datetime.date | None = felt(
        "dato, som ændringen gælder fra", eksempel=datetime.date(2025, 10, 1), valgfri=False
    )
    indgaaet_den: datetime.date | None = felt(
        "dato for indgåelse af allongen", eksempel=datetime.date(2025, 9, 15)
    )

    @property
    def aendringer(self) -> tuple[Aendringspost, ...] | None:
        """The changes, in the order of a plan's facts; None until both plans are known."""
        if _TOM in (self.plan, self.ny_plan):
            return None
        return tuple(post for _, post in self._changes())

    @property
    def aftalte_aendringer(self) -> tuple[Aendringspost, ...] | None:
        """The changes of what the parties agree: hours, form, topics, meeting clauses and contacts."""
        if self.aendringer is None:
            return None
        return tuple(post for path, post in self._changes() if _is_agreed(path))

    @property
    def nye_oplysninger(self) -> tuple[Aendringspost, ...] | None:
        """The changes of facts that nobody agrees: residents, legal basis, names, addresses, numbers."""
        if self.aendringer is None:
            return None
        return tuple(post for path, post in self._changes() if not _is_agreed(path))

    def _changes(self) -> Iterator[tuple[str, Aendringspost]]:
        """Give each change with the path of its fact."""
        for leaf, before, after in forskelle(self.plan, self.ny_plan):
            if _is_term(self.plan, leaf) and not _same_members(before, after):
                til = _new_text(self.ny_plan, leaf, after)
                yield leaf.path, Aendringspost(forhold=leaf.alone, fra=_text(before), til=til)

    @property
    def aendrer_timer(self) -> bool | None:
        """Whether the hours are changed, of which the region is to be told; None until both are known."""
        timer = (self.plan.timer_pr_maaned, self.ny_plan.timer_pr_maaned)
        return None if None in timer else timer[0] != timer[1]

    @property
    def underskrivere(self) -> Underskrivere:
        """Printed names of the signers: those of the new plan, or else of the plan before."""
        nye, foer = self.ny_plan.underskrivere, self.plan.underskrivere
        return Underskrivere(
            botilbud=nye.botilbud or foer.botilbud,
            praksis=nye.praksis or foer.praksis,
            organisation=nye.organisation or foer.organisation,
        )

    @property
    def vilkaar_skal_bekraeftes(self) -> bool | None:
        """Whether the amendment begins after the last day of the agreement that the terms are from; None without a day."""
        return to_be_confirmed(self.gaelder_fra)

    @property
    def region(self) -> Region | None:
        """The region of the home on the first day of the amendment; None while municipality or day is not known."""
        return region_of(self.ny_plan.botilbud, self.gaelder_fra)

    def _sammenhaeng(self) -> Iterator[Finding]:
        yield from other_parties(self.plan, self.ny_plan)
        yield from within(_days(self.plan, self.ny_plan), "ny_plan")
        yield from self._first_day()
        if self.aendringer == ():
            yield _findings.NO_CHANGE(path="ny_plan")

    def _first_day(self) -> Iterator[Finding]:
        dag, start = self.gaelder_fra, self.plan.ikrafttraeden
        if dag is None:
            return
        try:
            rules.regelsaet().timer_der_kan_aftales(dag)
        except BotilbudlaegeError as error:
            yield from within(error.findings, "gaelder_fra")
            return
        if start is not None and dag < start:
            yield _findings.CHANGE_BEFORE_START(
                path="gaelder_fra", dag=dansk.dato(dag), start=dansk.dato(start)
            )


def changes_terms(plan: Samarbejdsplan, ny_plan: Samarbejdsplan) -> bool:
    """Tell whether a plan is amended by another version of it: whether what it says is changed, and not only what is known."""
    return any(
        _is_term(plan, leaf) and not _same_members(before, after)
        for leaf, before, after in forskelle(plan, ny_plan)
    )


# What is shown of a change -----------------------------------------------------------------------------


def _is_term(plan: Samarbejdsplan, leaf: Fact) -> bool:
    """Tell whether a fact is a term of a plan; an operator that is no party is not in it."""
    if plan.aftalepart is Aftalepart.BOTILBUD and leaf.path.startswith("botilbud.organisation."):
        return False
    return leaf.path not in _EGNE


def _is_agreed(path: str) -> bool:
    """Tell whether the parties agree a fact, or only state it (*ours*)."""
    return path in _VILKAAR or path.startswith(_KONTAKTER)


def _text(value: Any) -> str | None:
    """Show a fact in a cell: texts and meeting clauses each on a line of its own, in full."""
    if isinstance(value, tuple) and any(isinstance(item, (str, Moedeaftale)) for item in value):
        return "\n".join(map(dansk.vist, value)).strip() or dansk.INGEN
    return dansk.sammen(dansk.vist(value))


def _new_text(ny_plan: Samarbejdsplan, leaf: Fact, value: Any) -> str | None:
    return None if _is_missing(ny_plan, leaf, value) else _text(value)


def _is_missing(ny_plan: Samarbejdsplan, leaf: Fact, value: Any) -> bool:
    """Tell whether the new plan lacks a fact that a plan needs: itself, or as the last one of which one is needed."""
    if isinstance(value, tuple):
        clauses = (item for item in value if isinstance(item, Moedeaftale))
        return any(None in (clause.titel, clause.tekst) for clause in clauses)
    if value is not None:
        return False
    parent, _, name = leaf.path.rpartition(".")
    owner = attrgetter(parent)(ny_plan) if parent else ny_plan
    needed = (et for et in derived(type(owner)) if name in et.felt.af and not et.felt.valgfri)
    return not leaf.felt.valgfri or any(getattr(owner, et.name) is None for et in needed)


def _same_members(before: Any, after: Any) -> bool:
    """Tell whether two lists hold the same in another order."""
    return isinstance(before, tuple) and isinstance(after, tuple) and Counter(before) == Counter(after)


# What is no amendment ----------------------------------------------------------------------------------


def other_parties(old: Samarbejdsplan, new: Samarbejdsplan) -> Iterator[Finding]:
    """Find another practice, home or party: then one plan ends, and another is made."""
    if anden_praksis(old.praksis, new.praksis):
        yield _findings.ANOTHER_PRACTICE(path="ny_plan.praksis")
    if andet_botilbud(old.botilbud, new.botilbud):
        yield _findings.ANOTHER_HOME(path="ny_plan.botilbud")
    yield from _another_party(old, new)


def _another_party(old: Samarbejdsplan, new: Samarbejdsplan) -> Iterator[Finding]:
    """Find another party on the home's side: the one that leaves would not sign."""
    if None not in (old.aftalepart, new.aftalepart) and old.aftalepart is not new.aftalepart:
        yield _findings.ANOTHER_PARTY(path="ny_plan.aftalepart")
    elif old.aftalepart in (Aftalepart.ORGANISATION, Aftalepart.BEGGE) and anden_organisation(
        old.botilbud.organisation, new.botilbud.organisation
    ):
        yield _findings.ANOTHER_ORGANISATION(path="ny_plan.botilbud.organisation")


def _days(old: Samarbejdsplan, new: Samarbejdsplan) -> Iterator[Finding]:
    """Find a start or a day of making other than the plan's own: an amendment changes neither."""
    if None not in (old.ikrafttraeden, new.ikrafttraeden) and old.ikrafttraeden != new.ikrafttraeden:
        yield _findings.OTHER_START(path="ikrafttraeden")
    if None not in (old.indgaaet_den, new.indgaaet_den) and old.indgaaet_den != new.indgaaet_den:
        yield _findings.OTHER_MAKING(path="indgaaet_den")
