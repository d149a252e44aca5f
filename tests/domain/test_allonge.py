"""The amendment of a plan: what it changes, what is no amendment, and what its document says."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Allonge,
    Anledning,
    DataError,
    Kilde,
    Kommune,
    Kontaktperson,
    Lovgrundlag,
    MissingInformation,
    Moedeaftale,
    Moedeform,
    Organisation,
    Praksis,
    Region,
    Samarbejdsplan,
    Underskrivere,
    aendringer,
    compare,
    domain,
    render,
    rules,
)
from tests.builders import en_allonge, en_plan, et_botilbud

D = datetime.date
FIKTIV = Path(__file__).parents[2] / "docs/examples/region_fiktiv/botilbudlaege_fiktiv/fiktiv"
HOME = et_botilbud(navn="Æblehaven", p_nummer="1000000001", cvr="38990608")
PRACTICE = Praksis(
    navn="Lægerne ved Søen",
    ydernummer="012345",
    kontaktperson=Kontaktperson(navn="Mette Storm", email="m@soe.example"),
)


def changed(old: Samarbejdsplan, new: Samarbejdsplan, **facts: Any) -> Allonge:
    """The amendment that makes one plan of another."""
    return en_allonge(plan=old, ny_plan=new, **facts)


def rows(allonge: Allonge) -> list[tuple[str | None, str | None, str | None]]:
    """What each row of the document says; none where it is not known."""
    return [(post.forhold, post.fra, post.til) for post in allonge.aendringer or ()]


def codes(old: Samarbejdsplan, new: Samarbejdsplan, **facts: Any) -> list[tuple[str, str]]:
    """Code and path of each reason why it is refused."""
    with pytest.raises(DataError) as caught:
        changed(old, new, **facts)
    return [(finding.code, finding.path) for finding in caught.value.findings]


# What is changed ---------------------------------------------------------------------------------------


def test_the_changes_are_those_that_compare_finds() -> None:
    """In the same order, each printed in full; lists of texts a line each."""
    clauses = (
        Moedeaftale(titel="Ferie", tekst="En linje.\nEn til."),
        Moedeaftale(titel="Sygdom", tekst="Nyt."),
    )
    home = attrs.evolve(HOME, kontaktperson=Kontaktperson(navn="Bo", telefon="86123456"))
    old = en_plan(botilbud=HOME, praksis=PRACTICE, emner=("Kost",))
    new = attrs.evolve(
        old,
        botilbud=attrs.evolve(home, lovgrundlag=Lovgrundlag.ABL_105),
        timer_pr_maaned=3,
        moedeformer=(Moedeform.VIDEO,),
        emner=(),
        moedeaftaler=clauses,
    )
    allonge = changed(old, new)

    assert [row[0] for row in rows(allonge)] == [change.label for change in compare(old, new)]
    assert rows(allonge) == [
        (
            "lovgrundlag for botilbud",
            "servicelovens §\xa0108",
            "almenboliglovens §\xa0105 med hjælp efter servicelovens §\xa085",
        ),
        ("navn på botilbuddets kontaktperson", "Ida Holm", "Bo"),
        ("telefon til botilbuddets kontaktperson", "86 12 34 56", "86123456"),
        ("rolle for botilbuddets kontaktperson", "sundhedsfaglig medarbejder", "ikke oplyst"),
        ("timer pr. måned", "2", "3"),
        ("mødeformer", "fysisk fremmøde og video", "video"),
        ("emner", "Kost", "ingen"),
        ("mødeaftaler", "ingen", "Ferie: En linje.\nEn til.\nSygdom: Nyt."),
    ]


def test_a_fact_that_was_not_known_is_said_not_to_have_been() -> None:
    """The number of residents is new."""
    old = en_plan(botilbud=HOME)
    new = attrs.evolve(old, botilbud=attrs.evolve(HOME, antal_beboere=12))

    assert rows(changed(old, new)) == [("antal beboere på botilbud", "ikke oplyst", "12")]


def test_what_is_no_term_of_the_plan_is_no_change() -> None:
    """Signers, a fact for the rules, an operator that is no party, and the order of a list."""
    old = en_plan(emner=("Kost", "Motion"))
    new = attrs.evolve(
        old,
        botilbud=attrs.evolve(old.botilbud, laengerevarende=None, organisation=Organisation(navn="En anden")),
        underskrivere=Underskrivere(praksis="Eva Krag"),
        moedeformer=(Moedeform.VIDEO, Moedeform.FYSISK),
        emner=("Motion", "Kost"),
    )

    assert codes(old, new) == [("no-change", "ny_plan")]
    assert len(rows(changed(old, attrs.evolve(new, timer_pr_maaned=3)))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PRACTICE, attrs.evolve(PRACTICE, navn="Lægehuset Søen")),
        (PRACTICE, attrs.evolve(PRACTICE, kontaktperson=Kontaktperson(navn="Ole", email="o@soe.example"))),
        (PRACTICE, attrs.evolve(PRACTICE, cvr="34037655")),
        (attrs.evolve(PRACTICE, ydernummer=None), PRACTICE),
    ],
)
def test_the_same_practice_may_change_its_name_contact_and_numbers(old: Praksis, new: Praksis) -> None:
    """The provider number tells that it is the same, as it does for the letters to the region."""
    before, after = en_plan(praksis=old), en_plan(praksis=new)

    assert rows(changed(before, after))
    assert aendringer.orienteringer(before, after) == ()


@pytest.mark.parametrize(
    "change", [{"navn": "Ny have"}, {"kommune": Kommune.find("Odense")}, {"cvr": "34037655"}]
)
def test_the_same_home_may_change_its_name_and_move(change: dict[str, Any]) -> None:
    """The P number tells that it is the same; the region is that of the place it moves to."""
    allonge = changed(en_plan(botilbud=HOME), en_plan(botilbud=attrs.evolve(HOME, **change)))

    assert rows(allonge)
    assert allonge.region is (Region.SYDDANMARK if "kommune" in change else Region.MIDTJYLLAND)
    assert domain.sted(allonge) == (allonge.region, allonge.gaelder_fra)


# What is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PRACTICE, attrs.evolve(PRACTICE, ydernummer="543210")),
        (PRACTICE, Praksis(navn="Andre læger")),
        (Praksis(laeger=("Eva Krag",)), Praksis(laeger=("Bo Lind",))),
    ],
)
def test_another_practice_is_no_amendment(old: Praksis, new: Praksis) -> None:
    """One plan ends, another is made: the same answer as of the letters to the region."""
    before, after = en_plan(praksis=old), en_plan(praksis=new)

    assert codes(before, after) == [("another-practice", "ny_plan.praksis")]
    assert [letter.anledning for letter in aendringer.orienteringer(before, after)] == [
        Anledning.OPSAGT,
        Anledning.INDGAAET,
    ]


@pytest.mark.parametrize("change", [{"p_nummer": "1000000002"}, {"p_nummer": None, "navn": "Pærehaven"}])
def test_another_home_is_no_amendment(change: dict[str, Any]) -> None:
    """By the P numbers, or else the names; one CVR number may have several homes."""
    new = en_plan(botilbud=attrs.evolve(HOME, **change))

    assert codes(en_plan(botilbud=HOME), new) == [("another-home", "ny_plan.botilbud")]


def test_another_party_is_no_amendment() -> None:
    """The one that leaves would not sign; a new name of the same one is an amendment."""

    def plan(part: Aftalepart, **organisation: str) -> Samarbejdsplan:
        return en_plan(aftalepart=part, botilbud=et_botilbud(organisation=Organisation(**organisation)))

    both, alone = Aftalepart.BEGGE, Aftalepart.ORGANISATION
    assert codes(plan(both, navn="A"), plan(alone, navn="A")) == [("another-party", "ny_plan.aftalepart")]
    assert codes(plan(both, navn="A"), plan(both, navn="B")) == [
        ("another-party", "ny_plan.botilbud.organisation")
    ]
    assert codes(plan(alone, navn="A", cvr="38990608"), plan(alone, navn="A", cvr="34037655")) == [
        ("another-party", "ny_plan.botilbud.organisation")
    ]

    same = changed(plan(alone, navn="A", cvr="38990608"), plan(alone, navn="B", cvr="38990608"))
    assert rows(same) == [("navn på botilbuddets organisation", "A", "B")]


def test_nothing_changed_is_refused() -> None:
    """A plan and itself."""
    assert codes(en_plan(), en_plan()) == [("no-change", "ny_plan")]


def test_the_first_day_is_not_before_the_plans_start() -> None:
    """The day before, and the start itself; nor before the scheme, where the start is not known."""
    old, new = en_plan(), en_plan(timer_pr_maaned=3)
    early = attrs.evolve(old, ikrafttraeden=None)

    assert codes(old, new, gaelder_fra=D(2025, 3, 31)) == [("change-before-start", "gaelder_fra")]
    assert changed(old, new, gaelder_fra=D(2025, 4, 1)).aendrer_timer
    assert [path for _, path in codes(early, new, gaelder_fra=D(2024, 12, 31))] == ["gaelder_fra"]


def test_the_days_of_the_plan_itself_do_not_change() -> None:
    """Neither its start nor the day it was made; both are told at once."""
    old = en_plan(indgaaet_den=D(2025, 3, 1))
    new = attrs.evolve(old, ikrafttraeden=D(2025, 5, 1), indgaaet_den=D(2025, 3, 2), timer_pr_maaned=3)

    assert codes(old, new) == [
        ("other-start", "ny_plan.ikrafttraeden"),
        ("other-making", "ny_plan.indgaaet_den"),
    ]


# What is not known -------------------------------------------------------------------------------------


def test_a_new_plan_that_is_not_whole_is_no_final() -> None:
    """What goes on is written too: a fact that a plan needs cannot fall out of it unsaid."""
    new = Samarbejdsplan(timer_pr_maaned=3, moedeaftaler=(Moedeaftale(titel="Sygdom"),))
    missing = {row[0] for row in rows(changed(en_plan(), new)) if row[2] is None}

    assert missing == {
        "navn på botilbud",
        "navn på botilbuddets kontaktperson",
        "telefon til botilbuddets kontaktperson",
        "navn på praksis",
        "navn på lægens kontaktperson",
        "e-mail til lægens kontaktperson",
        "aftalepart",
        "mødeaftaler",
    }
    with pytest.raises(MissingInformation, match="også det, der ikke ændres"):
        render(changed(en_plan(), new))


def test_changes_are_not_known_until_both_plans_are() -> None:
    """A blank draft has no row and does not say that the hours are as they were."""
    blank, half = Allonge(), Allonge(plan=en_plan())

    assert (blank.aendringer, half.aendringer) == (None, None)
    assert (blank.aendrer_timer, half.aendrer_timer) == (None, None)
    assert domain.sted(blank) == (None, None)
    assert "[indsæt aftalte ændringer]" in render(half, draft=True).text


# Remarks -----------------------------------------------------------------------------------------------


def remarks(allonge: Allonge, **given: Any) -> list[tuple[str, str]]:
    """Code and path of each remark."""
    return [(finding.code, finding.path) for finding in domain.bemaerkninger(allonge, **given)]


def test_new_hours_are_to_be_told_to_the_region() -> None:
    """Other changes have no such duty."""
    topics = en_allonge(ny_plan=en_plan(emner=("Kost",)))

    assert remarks(en_allonge()) == [("inform-region", "ny_plan.timer_pr_maaned")]
    assert remarks(topics) == []


@pytest.mark.parametrize(
    ("day", "expected"), [(D(2025, 12, 31), []), (D(2026, 1, 1), ["unconfirmed-source"])]
)
def test_the_source_is_tested_on_the_first_day(day: datetime.date, expected: list[str]) -> None:
    """The plan itself began while the source was known to hold."""
    allonge = en_allonge(ny_plan=en_plan(emner=("Kost",)), gaelder_fra=day)

    assert remarks(allonge) == [(code, "gaelder_fra") for code in expected]


def test_remarks_on_the_days_and_on_the_plan_as_it_is_to_be() -> None:
    """Made after its first day; hours that depart from the tiers of that day, not of the plan's start."""
    tiers = rules.regelsaet().med_timetrin(
        [(1, 2), (25, 3)], gaelder_fra=D(2025, 9, 1), kilde=Kilde(titel="Opdigtet")
    )
    home = et_botilbud(antal_beboere=24)
    allonge = changed(
        en_plan(botilbud=home), en_plan(botilbud=home, timer_pr_maaned=3), indgaaet_den=D(2025, 10, 2)
    )

    assert remarks(allonge, regelsaet=tiers) == [
        ("hours-depart", "ny_plan.timer_pr_maaned"),
        ("made-after-start", "indgaaet_den"),
        ("inform-region", "ny_plan.timer_pr_maaned"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"laeger": ("Eva", "Bo")}, {"laeger": ("Eva", "Bo", "Åse")}, True),
        ({"laeger": ("Eva", "Bo")}, {"laeger": ("Eva",)}, True),
        ({"laeger": ("Eva",)}, {"laeger": ("Eva",), "navn": "Lægehuset"}, True),
        ({"laeger": ("Eva",), "navn": "Lægehuset"}, {"laeger": ("Eva",)}, True),
        ({"laeger": ("Eva", "Bo")}, {"laeger": ("Bo", "Eva"), "cvr": "34037655"}, False),
        ({"laeger": ("Eva",), "navn": "Lægehuset"}, {"laeger": ("Bo",), "navn": "Lægehuset"}, False),
    ],
)
def test_doctors_who_are_the_party_themselves(
    old: dict[str, Any],
    new: dict[str, Any],
    expected: bool,  # noqa: FBT001 - an expected answer
) -> None:
    """One who comes would not sign what is said to be agreed with them."""
    before, after = (en_plan(praksis=Praksis(ydernummer="012345", **facts)) for facts in (old, new))

    told = remarks(changed(before, attrs.evolve(after, timer_pr_maaned=3)))
    assert (("other-doctors", "ny_plan.praksis") in told) is expected


# The document ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", ["faelles", "midtjylland", FIKTIV], ids=["faelles", "midtjylland", "fiktiv"])
def test_the_document_has_a_row_a_change_and_both_signatures(pack: str | Path) -> None:
    """In every pack; and the region is mentioned only where the hours change."""
    document = render(en_allonge(), pack=pack)
    topics = render(en_allonge(ny_plan=en_plan(emner=("Kost", "Motion"))), pack=pack)
    lines = document.text.splitlines()

    assert lines[0] == "Allonge til samarbejdsplan mellem Æblehaven og Lægerne ved Søen"
    assert lines[lines.index("Forhold\tHidtil\tFremover") + 1] == "Timer pr. måned\t2\t3"
    assert "Botilbuddet skal orientere regionen (Region Midtjylland) om det nye timetal." in document.text
    assert [line for line in lines if line.startswith("For ")] == [
        "For botilbuddet: Æblehaven",
        "For lægen: Lægerne ved Søen",
    ]
    assert "Emner\tingen\tKost\nMotion\n" in topics.text
    assert "regionen" not in topics.text


def test_it_is_signed_by_those_of_the_new_plan() -> None:
    """Or else by those of the plan before; by its parties, under the names that the plan has."""
    old = en_plan(praksis=PRACTICE, underskrivere=Underskrivere(botilbud="Mia Dam", praksis="Eva Krag"))
    new = attrs.evolve(
        old,
        praksis=attrs.evolve(PRACTICE, navn="Lægehuset Søen"),
        underskrivere=Underskrivere(botilbud="Per Lund"),
    )
    document = render(changed(old, new))

    assert document.text.splitlines()[-6:] == [
        "For botilbuddet: Æblehaven",
        "Dato: \t  Underskrift: \t",
        "Per Lund",
        "For lægen: Lægerne ved Søen",
        "Dato: \t  Underskrift: \t",
        "Eva Krag",
    ]
    assert document.provenance["botilbudlaege.parter"] == "botilbud, praksis"


def test_the_letter_of_the_new_hours_follows() -> None:
    """From the two plans and the first day."""
    allonge = en_allonge()
    (letter,) = aendringer.orienteringer(allonge.plan, allonge.ny_plan, fra=allonge.gaelder_fra)

    assert (letter.anledning, letter.gaelder_fra) == (Anledning.TIMETAL_AENDRET, allonge.gaelder_fra)
