"""Two versions of a plan compared, changes applied, and the letters that they call for."""

from __future__ import annotations

import datetime
import itertools
import random
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import Anledning, DataError, Kommune, Moedeaftale, Opsigelse, Praksis, aendringer, compare
from botilbudlaege.begreber import Driftsform, Haendelse, Lovgrundlag, Moedeform
from botilbudlaege.domain import Adresse, Fakta, Kontaktperson, Samarbejdsplan
from botilbudlaege.domain._fields import fields
from tests.builders import en_plan, et_botilbud

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOEDEAFTALER: tuple[tuple[Moedeaftale, ...] | None, ...] = (
    None,
    (),
    (Moedeaftale(titel="Ferie", tekst="Et nyt tidspunkt."),),
    (Moedeaftale(titel="Sygdom"), Moedeaftale(tekst="En linje\nog en til.")),
)


def _random_plan(rng: random.Random) -> Samarbejdsplan:
    """A plan of which every kind of fact is sometimes known and sometimes not."""

    def maybe(*values: Any) -> Any:
        return rng.choice([None, *values])

    return Samarbejdsplan(
        botilbud=et_botilbud(
            navn=maybe("Æblehaven", "Søhus"),
            adresse=Adresse(vej=maybe("Skovvej 7"), postnr=maybe("8660", "8000")),
            kommune=maybe(Kommune.find("Skanderborg"), Kommune.find("Aarhus")),
            lovgrundlag=maybe(*Lovgrundlag),
            laengerevarende=maybe(True, False),
            driftsform=maybe(*Driftsform),
            antal_beboere=maybe(*range(1, 40)),
        ),
        praksis=Praksis(
            navn=maybe("Lægerne"),
            ydernummer=maybe("012345", "123456"),
            laeger=rng.choice([(), ("Eva Krag",), ("Eva Krag", "Bo Lind")]),
            kontaktperson=Kontaktperson(navn=maybe("Mette"), telefon=maybe("86 12 34 56")),
        ),
        timer_pr_maaned=maybe(2, 3),
        ikrafttraeden=maybe(datetime.date(2025, 4, 1), datetime.date(2025, 10, 1)),
        moedeformer=rng.choice([(Moedeform.VIDEO,), tuple(Moedeform)]),
        emner=rng.choice([(), ("Kost",), ("Kost", "Motion")]),
        moedeaftaler=rng.choice(MOEDEAFTALER),
        indgaaet_den=maybe(datetime.date(2025, 3, 1)),
    )


PLANS = 500


@pytest.fixture(scope="module")
def plans() -> list[Samarbejdsplan]:
    """Make 500 plans, the same each time."""
    rng = random.Random(5)  # noqa: S311 - not for secrets
    return [_random_plan(rng) for _ in range(PLANS)]


def _facts(facts: Fakta, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """List the facts of a plan, each with its path."""
    for name, _, _ in fields(type(facts)):
        value = getattr(facts, name)
        if isinstance(value, Fakta):
            yield from _facts(value, (*path, name))
        else:
            yield (*path, name), value


def _with(facts: Any, path: Sequence[str], value: Any) -> Any:
    """Give the facts with another value at a path."""
    name, *rest = path
    return attrs.evolve(facts, **{name: _with(getattr(facts, name), rest, value) if rest else value})


def _single_changes(plans: list[Samarbejdsplan]) -> Iterator[tuple[Samarbejdsplan, Samarbejdsplan]]:
    """Pair plans that differ in one fact: each fact goes from each value that it has in the plans to each other."""
    values: dict[tuple[str, ...], list[Any]] = {}
    for plan in plans:
        for path, value in _facts(plan):
            if value not in values.setdefault(path, []):
                values[path].append(value)
    for path, known in values.items():
        for one, other in itertools.permutations(known, 2):
            yield _with(plans[0], path, one), _with(plans[0], path, other)


def test_the_changes_applied_to_the_old_give_the_new(
    plans: list[Samarbejdsplan], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every change of a single fact, and for every 25th pair of 500 plans, which differ in many.

    What `anvend` makes is not checked once more: it equals a plan that was.
    """
    monkeypatch.setattr(Fakta, "__attrs_post_init__", lambda _: None)
    single = list(_single_changes(plans))
    pairs = list(itertools.islice(itertools.combinations(plans, 2), 0, None, 25))
    for old, new in [*single, *pairs]:
        changes = compare(old, new)

        assert aendringer.anvend(old, changes) == new
        assert bool(changes) == (old != new)
    assert len(pairs) == 4_990
    assert len(single) > 1_500
    assert all(old != new for old, new in single)


def test_what_the_changes_give_is_checked(plans: list[Samarbejdsplan]) -> None:
    """As any plan is: a change to what cannot be is refused, also where the rest of the plan is right."""
    for old, new in itertools.pairwise(plans):
        assert aendringer.anvend(old, compare(old, new)) == new
    change = aendringer.Aendring(path="botilbud.antal_beboere", label="antal beboere", fra=None, til=0)
    with pytest.raises(DataError, match="antal_beboere"):
        aendringer.anvend(en_plan(), [change])


def test_changes_are_told_in_danish() -> None:
    """Label, before and after; lists as people write them; in the order of the fields."""
    old = en_plan(emner=("Kost",))
    new = attrs.evolve(
        old,
        botilbud=attrs.evolve(old.botilbud, kontaktperson=Kontaktperson(navn="Bo"), laengerevarende=False),
        timer_pr_maaned=3,
        ikrafttraeden=datetime.date(2025, 7, 1),
        emner=("Kost", "Motion"),
        moedeaftaler=MOEDEAFTALER[2],
    )

    assert [str(change) for change in compare(old, new)] == [
        "om botilbud er længerevarende: ja → nej",
        "navn på botilbuddets kontaktperson: Ida Holm → Bo",
        "telefon til botilbuddets kontaktperson: 86 12 34 56 → ikke oplyst",
        "rolle for botilbuddets kontaktperson: sundhedsfaglig medarbejder → ikke oplyst",
        "timer pr. måned: 2 → 3",
        "dato for ikrafttræden: 1. april 2025 → 1. juli 2025",
        "emner: Kost → Kost og Motion",
        "mødeaftaler: ingen → Ferie: Et nyt tidspunkt.",
    ]


def test_what_cannot_be_compared_or_applied_is_refused() -> None:
    """Different classes, a field that does not exist, a value that is not what the change says it was."""
    change = aendringer.Aendring(path="timer_pr_maaned", label="timer pr. måned", fra=3, til=2)
    with pytest.raises(DataError, match="af samme slags"):
        compare(en_plan(), Opsigelse())
    with pytest.raises(DataError, match="ikke den værdi"):
        aendringer.anvend(en_plan(), [change])
    with pytest.raises(DataError, match="Mente du timer_pr_maaned"):
        aendringer.anvend(en_plan(), [attrs.evolve(change, path="timer_pr_maned")])
    with pytest.raises(DataError, match="Feltet findes ikke"):
        aendringer.anvend(en_plan(), [attrs.evolve(change, path="botilbud")])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"timer_pr_maaned": 3}, [Anledning.TIMETAL_AENDRET]),
        ({"indgaaet_den": datetime.date(2025, 3, 1)}, [Anledning.INDGAAET]),
        ({"indgaaet_den": datetime.date(2025, 3, 1), "timer_pr_maaned": 3}, [Anledning.INDGAAET]),
        ({"emner": ("Kost",)}, []),
        ({"moedeaftaler": None}, []),
        ({"praksis": Praksis(navn="Andre læger")}, [Anledning.OPSAGT, Anledning.INDGAAET]),
        (
            {"praksis": Praksis(navn="Andre læger"), "timer_pr_maaned": 3},
            [Anledning.OPSAGT, Anledning.INDGAAET],
        ),
        ({"praksis": Praksis()}, []),
    ],
)
def test_the_letters_follow_from_the_changes(changes: dict[str, Any], expected: list[Anledning]) -> None:
    """Made, hours changed, another practice; nothing else has a letter."""
    old = en_plan()
    letters = aendringer.orienteringer(old, en_plan(**changes), fra=datetime.date(2025, 7, 1))

    assert [letter.anledning for letter in letters] == expected
    assert all(letter.plan == old for letter in letters if letter.anledning is Anledning.OPSAGT)


def test_the_letter_of_new_hours_has_old_new_and_from_when() -> None:
    """The hours before are those of the version before."""
    day = datetime.date(2025, 7, 1)
    (letter,) = aendringer.orienteringer(en_plan(), en_plan(timer_pr_maaned=3), fra=day)

    assert (letter.tidligere_timer, letter.plan.timer_pr_maaned, letter.gaelder_fra) == (2, 3, day)


def test_a_practice_that_only_changes_its_name_is_the_same() -> None:
    """Its provider number says so."""
    old = en_plan(praksis=Praksis(navn="Før", ydernummer="012345"))
    new = en_plan(praksis=Praksis(navn="Nu", ydernummer="012345"))

    assert aendringer.haendelser(old, new) == ()
    assert aendringer.haendelser(old, en_plan(praksis=Praksis(navn="Før", ydernummer="123456"))) == (
        Haendelse.NY_PRAKSIS,
    )
