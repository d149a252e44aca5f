"""The follow-up group: its members, its time plan, and that of Region Midtjylland."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest

import botilbudlaege
from botilbudlaege import (
    DataError,
    Implementeringsplan,
    Kommissorium,
    Medlem,
    Medlemsrolle,
    Milepael,
    PackError,
    Region,
    Tidspunkt,
    load,
    packs,
)
from botilbudlaege.domain import bemaerkninger

# domain.md, Kommissorium: number, who, from where, role.
MEMBERS = [
    ("1", "kontorchef", "Sundhedsplanlægning", "FORMANDSKAB"),
    ("2–3", "kommunale social- eller handicapchefer", None, "MEDLEM"),
    ("1", None, "Koncern Kvalitet", "MEDLEM"),
    ("1", None, "PLO-Midtjylland", "MEDLEM"),
    ("1", None, "Socialområdet", "MEDLEM"),
    (None, None, "Sundhedsplanlægning", "SEKRETARIAT"),
    (None, None, "Fælleskommunalt Social- og Sundhedssekretariat", "SEKRETARIAT"),
    (None, None, "DASSOS", "EVENTUELT"),
    (None, None, "Koncern Økonomi", "AD_HOC"),
    (None, None, "De Kommunalt Lægelige Udvalg (KLU)", "INDDRAGES"),
]
# domain.md, Time plan: when, and words of what.
TIME_PLAN = [
    ("primo februar 2025", ("første møde",)),
    ("2. februar 2025", ("orientering", "Sundhedsstyregruppen")),
    ("primo marts 2025", ("andet møde",)),
    ("marts 2025", ("Sundhedsstyregruppens formandskab", "godkende", "generiske kontrakt", "plan")),
    ("april 2025", ("implementering", "i gang")),
    ("primo oktober 2025", ("tredje møde",)),
    ("14. november 2025", ("status", "dækning", "Sundhedsstyregruppen")),
    ("12. december 2025", ("status", "Sundhedssamarbejdsudvalget")),
]


def milestones(*texts: str) -> tuple[Milepael, ...]:
    """Make milestones that are called what they are numbered."""
    return tuple(
        Milepael(hvornaar=Tidspunkt.find(text), hvad=f"nr. {number}") for number, text in enumerate(texts)
    )


def the_group() -> Kommissorium:
    """The commission that Region Midtjylland's pack has."""
    group = packs.load("midtjylland").oplysninger("kommissorium")

    assert isinstance(group, Kommissorium)
    return group


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(2, 3, "2–3"), (1, None, "1"), (1, 1, "1"), (None, None, None), (None, 3, "højst 3")],
)
def test_the_number_of_members_is_told_as_given(
    least: int | None, most: int | None, expected: str | None
) -> None:
    """A span, one figure, or nothing."""
    assert Medlem(antal_min=least, antal_max=most).antal == expected


@pytest.mark.parametrize(
    ("least", "most", "path"), [(3, 2, "antal_max"), (0, None, "antal_min"), (1, 0, "antal_max")]
)
def test_a_number_of_members_that_cannot_be(least: int, most: int | None, path: str) -> None:
    """Swapped, or nobody."""
    with pytest.raises(DataError) as caught:
        Medlem(antal_min=least, antal_max=most)

    assert [finding.path for finding in caught.value.findings] == [path]


@pytest.mark.parametrize("cls", [Kommissorium, Implementeringsplan])
def test_the_time_plan_is_sorted(cls: type[Kommissorium | Implementeringsplan]) -> None:
    """From any order; the milestones stay as they were given, those without a time come last."""
    expected = milestones(*(when for when, _ in TIME_PLAN if when != "marts 2025"))
    rng = random.Random(1)  # noqa: S311 - no secret
    for _ in range(50):
        given = (*rng.sample(expected[:4], 4), Milepael(hvad="en dag"), *rng.sample(expected[4:], 3))
        subject = cls(milepaele=given)

        assert subject.tidsplan == (*expected, Milepael(hvad="en dag"))
        assert subject.milepaele == given


@pytest.mark.parametrize("cls", [Kommissorium, Implementeringsplan])
def test_ties_stay_in_the_given_order(cls: type[Kommissorium | Implementeringsplan]) -> None:
    """Primo marts and marts begin on one day."""
    for texts in (("marts 2025", "primo marts 2025", "1. marts 2025"), ("primo marts 2025", "marts 2025")):
        assert cls(milepaele=milestones(*texts)).tidsplan == milestones(*texts)


def test_the_packs_own_case_has_the_facts_of_the_pack() -> None:
    """Else its expected text, which people read, would show another group than the one that is printed."""
    case = Path(botilbudlaege.__file__).parent / "templates" / "midtjylland" / "proever" / "kommissorium.toml"

    assert load(case, Kommissorium) == the_group()


def test_no_time_plan_is_not_an_empty_one() -> None:
    """Not known, or none."""
    assert Kommissorium().tidsplan is None
    assert Kommissorium(milepaele=()).tidsplan == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31. januar 2025", None),
        ("1. februar 2025", "Den 1. februar 2025 er en lørdag."),
        ("2. februar 2025", "Den 2. februar 2025 er en søndag."),
        ("3. februar 2025", None),
        ("februar 2025", None),
        ("primo februar 2025", None),
    ],
)
def test_a_day_of_a_weekend_is_remarked(text: str, message: str | None) -> None:
    """It is kept as given; only a day can fall on a weekend, also when its month begins on one."""
    for cls in (Kommissorium, Implementeringsplan):
        remarks = bemaerkninger(cls(milepaele=milestones("3. marts 2025", text)))

        assert [(et.severity, et.path, et.message) for et in remarks] == (
            [] if message is None else [("remark", "milepaele[1].hvornaar", message)]
        )


def test_the_group_of_midtjylland() -> None:
    """Its members in their roles, the body it reports to, the bodies it keeps informed."""
    group = the_group()

    assert group.region is Region.MIDTJYLLAND
    assert group.refererer_til == "Sundhedsstyregruppen"
    assert group.orienteres == ("Sundhedsstyregruppen", "Sundhedssamarbejdsudvalget")
    assert [
        (et.antal, et.funktion, et.enhed, None if et.rolle is None else et.rolle.name)
        for et in group.medlemmer or ()
    ] == MEMBERS
    assert {role for *_, role in MEMBERS} == set(Medlemsrolle.__members__)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (
            "PLO-Midtjylland",
            ("eventuelt", "sekretariatsmedarbejder", "særlig", "rekruttering af botilbudslæger"),
        ),
        ("DASSOS", ("eventuelt", "sundheds- og socialområdet")),
        ("Koncern Økonomi", ("ad hoc", "blandt andet om afregning")),
    ],
)
def test_what_is_said_of_members_of_midtjylland(unit: str, words: tuple[str, ...]) -> None:
    """A possibility is told as one, a duty as one."""
    (member,) = (et for et in the_group().medlemmer or () if et.enhed == unit)

    for word in words:
        assert word in f"{member.rolle}: {member.bemaerkning}".casefold()


def test_the_meetings_of_midtjylland() -> None:
    """Twice early in 2025, once in the autumn, two hours; shorter ones by video."""
    for words in (
        "to gange i begyndelsen af 2025",
        "én gang i efteråret 2025",
        "to timer",
        "kortere videomøder",
    ):
        assert words in (the_group().moeder or "")


def test_the_time_plan_of_midtjylland() -> None:
    """As the commission has it, with the Sunday remarked; the implementation plan has the same."""
    plan = packs.load("midtjylland").oplysninger("implementeringsplan")
    steps = the_group().tidsplan or ()

    assert isinstance(plan, Implementeringsplan)
    assert [str(et.hvornaar) for et in steps] == [when for when, _ in TIME_PLAN]
    for step, (_, words) in zip(steps, TIME_PLAN, strict=True):
        assert [word for word in words if word.casefold() not in (step.hvad or "").casefold()] == []
    assert plan.tidsplan == steps
    assert [et.message for et in bemaerkninger(the_group())] == ["Den 2. februar 2025 er en søndag."]
    assert datetime.date(2025, 2, 2).weekday() == 6


def test_only_midtjylland_has_a_group_ready() -> None:
    """The names of bodies are a region's own, never national."""
    for kind in ("kommissorium", "implementeringsplan"):
        with pytest.raises(PackError, match="har ikke selv oplysninger"):
            packs.load("faelles").oplysninger(kind)
