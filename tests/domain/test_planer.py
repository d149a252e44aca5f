"""Plans and terminations: what must agree with what."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from botilbudlaege import (
    Aftalepart,
    Botilbud,
    DataError,
    Kilde,
    Kommune,
    Kontaktperson,
    Kontaktrolle,
    Lovgrundlag,
    Moedeform,
    Opsigelse,
    Organisation,
    Part,
    Planstatus,
    Praksis,
    Region,
    Samarbejdsplan,
    rules,
)
from botilbudlaege.domain import bemaerkninger
from tests.builders import en_opsigelse, en_plan, et_botilbud


@pytest.mark.parametrize("hours", [0, 1, 4, -2])
def test_only_two_or_three_hours(hours: int) -> None:
    """The figure and the choice are both told."""
    with pytest.raises(DataError, match=f"Timetallet {hours} kan ikke aftales. Ordningen giver 2 eller 3"):
        en_plan(timer_pr_maaned=hours)


def test_the_start_is_not_before_the_scheme() -> None:
    """The last day of 2024 and the first of 2025."""
    with pytest.raises(DataError, match=r"ikrafttraeden: Den 31\. december 2024"):
        en_plan(ikrafttraeden=datetime.date(2024, 12, 31))

    assert en_plan(ikrafttraeden=datetime.date(2025, 1, 1)).varsel_maaneder == 3


@pytest.mark.parametrize("forms", [(), (Moedeform.VIDEO, Moedeform.VIDEO)])
def test_meeting_forms_are_at_least_one_each_once(forms: tuple[Moedeform, ...]) -> None:
    """No form at all is no plan."""
    with pytest.raises(DataError, match="mødeform"):
        en_plan(moedeformer=forms)


def test_the_blank_plan() -> None:
    """Nothing is known, aggregates are there, and the notice is national."""
    plan = Samarbejdsplan()

    assert plan.botilbud.kontaktperson.kontaktoplysninger is None
    assert plan.praksis.betegnelse is None
    assert plan.botilbudssiden is None
    assert plan.region is None
    assert plan.moedeaftaler is None
    assert plan.moedeformer == (Moedeform.FYSISK, Moedeform.VIDEO)
    assert plan.varsel_maaneder == 3


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Aftalepart.ORGANISATION, "Fonden Havblik"),
        (Aftalepart.BOTILBUD, "Æblehaven"),
        (Aftalepart.BEGGE, "Fonden Havblik og Æblehaven"),
        (None, None),
    ],
)
def test_the_homes_side(party: Aftalepart | None, expected: str | None) -> None:
    """The party decides who is named."""
    assert en_plan(aftalepart=party).botilbudssiden == expected


def test_the_homes_side_is_unknown_while_a_name_is() -> None:
    """Half of two names is no name."""
    plan = en_plan(aftalepart=Aftalepart.BEGGE, botilbud=et_botilbud(organisation=Organisation()))

    assert plan.botilbudssiden is None


def test_a_practice_is_called_by_its_name_else_by_its_doctors() -> None:
    """And not at all when both are missing."""
    assert Praksis(navn="A", laeger=("B",)).betegnelse == "A"
    assert Praksis(laeger=("B", "C")).betegnelse == "B og C"
    assert Praksis().betegnelse is None


def test_the_region_is_that_of_the_start() -> None:
    """A plan of December 2026 and one of January 2027."""
    home = et_botilbud(kommune=Kommune.find("Køge"))
    regions = [
        en_plan(botilbud=home, ikrafttraeden=datetime.date(*day)).region
        for day in ((2026, 12, 31), (2027, 1, 1))
    ]

    assert regions == [Region.SJAELLAND, Region.OESTDANMARK]


def test_a_termination_ends_at_the_earliest_end_or_the_wished_one() -> None:
    """The last day in force; unknown until the day of receipt is."""
    later = datetime.date(2026, 3, 31)

    assert en_opsigelse().ophoersdato == datetime.date(2025, 12, 31)
    assert en_opsigelse(oensket_ophoer=later).ophoersdato == later
    assert en_opsigelse(oensket_ophoer=later).tidligste_ophoer == datetime.date(2025, 12, 31)
    assert Opsigelse(oensket_ophoer=later).ophoersdato is None


@pytest.mark.parametrize(
    ("wished", "code"),
    [
        (datetime.date(2025, 9, 30), "too-early"),
        (datetime.date(2025, 10, 1), "too-early"),
        (datetime.date(2026, 1, 31), "not-quarter-end"),
    ],
)
def test_a_wished_end_that_cannot_be(wished: datetime.date, code: str) -> None:
    """Before the notice runs out, or within a quarter."""
    with pytest.raises(DataError) as caught:
        en_opsigelse(oensket_ophoer=wished)

    assert [(finding.code, finding.path) for finding in caught.value.findings] == [(code, "oensket_ophoer")]


@pytest.mark.parametrize(
    ("facts", "remedy"),
    [
        ({"moedeformer": ("VIDEO",)}, "Angiv Moedeform.FYSISK eller Moedeform.VIDEO."),
        (
            {"botilbud": None},
            "Udelad feltet, hvis intet i det kendes, eller angiv et objekt af klassen Botilbud.",
        ),
        ({"botilbud": "Æblehaven"}, "Angiv et objekt af klassen Botilbud."),
    ],
)
def test_a_fact_of_the_wrong_type_is_told_what_can_stand_there(facts: dict[str, Any], remedy: str) -> None:
    """The codes by name, and that what is not known is left out."""
    with pytest.raises(DataError) as caught:
        en_plan(**facts)

    assert [finding.remedy for finding in caught.value.findings] == [remedy]


def test_a_municipality_as_text_is_told_how_one_is_found() -> None:
    """By its class, and what gives one by name."""
    with pytest.raises(DataError, match=r"Kommune, fx det, som Kommune\.find giver"):
        et_botilbud(kommune="Aarhus")


def test_a_termination_before_the_scheme_is_refused() -> None:
    """With the field's path."""
    with pytest.raises(DataError, match="modtaget: Den 31"):
        en_opsigelse(modtaget=datetime.date(2024, 12, 31))


def test_the_status_follows_the_termination() -> None:
    """In force without it, terminated with it, ended after it."""
    plan, termination = en_plan(), en_opsigelse()
    day = datetime.date(2025, 12, 31)

    assert plan.status(day).vaerdi is Planstatus.I_KRAFT
    assert plan.status(day, opsigelse=termination).vaerdi is Planstatus.OPSAGT
    assert plan.status(datetime.date(2026, 1, 1), opsigelse=termination).vaerdi is Planstatus.OPHOERT


def remarks(subject: Samarbejdsplan | Opsigelse) -> list[tuple[str, str]]:
    """Give code and path of each remark."""
    return [(finding.code, finding.path) for finding in bemaerkninger(subject)]


def test_a_plain_plan_has_no_remark() -> None:
    """Nor has its termination."""
    assert remarks(en_plan()) == []
    assert remarks(en_opsigelse()) == []


def test_remarks_of_a_plan() -> None:
    """The later phase, another contact, a start after the source, made after the start."""
    plan = en_plan(
        botilbud=et_botilbud(
            lovgrundlag=Lovgrundlag.SEL_107,
            kontaktperson=Kontaktperson(navn="A", telefon="86123456", rolle=Kontaktrolle.ANDEN),
        ),
        ikrafttraeden=datetime.date(2026, 1, 1),
        indgaaet_den=datetime.date(2026, 1, 2),
    )

    assert remarks(plan) == [
        ("scope", "botilbud.lovgrundlag"),
        ("contact-role", "botilbud.kontaktperson.rolle"),
        ("unconfirmed-source", "ikrafttraeden"),
        ("made-after-start", "indgaaet_den"),
    ]
    assert remarks(en_opsigelse(plan=plan, modtaget=datetime.date(2025, 8, 1)))[-1] == (
        "end-before-start",
        "modtaget",
    )


def test_hours_that_depart_from_the_tiers_are_remarked() -> None:
    """Only where tiers are set."""
    tiers = rules.regelsaet().med_timetrin(
        [(1, 2), (25, 3)], gaelder_fra=datetime.date(2025, 1, 1), kilde=Kilde(titel="Opdigtet")
    )
    plan = en_plan(botilbud=et_botilbud(antal_beboere=30))

    assert [finding.code for finding in bemaerkninger(plan, regelsaet=tiers)] == ["hours-depart"]
    assert bemaerkninger(en_plan(botilbud=et_botilbud(antal_beboere=24)), regelsaet=tiers) == ()
    assert bemaerkninger(plan) == ()


def test_one_name_where_two_are_meant_is_a_remark() -> None:
    """Parties, contacts, and what stands twice in a list."""
    home = Botilbud(
        navn="Æblehaven",
        organisation=Organisation(navn="æblehaven"),
        kontaktperson=Kontaktperson(navn="Ida Holm"),
    )
    practice = Praksis(
        navn="ÆBLEHAVEN", laeger=("Bo", "Eva", "bo"), kontaktperson=Kontaktperson(navn="Ida Holm")
    )
    plan = Samarbejdsplan(
        botilbud=home, praksis=practice, aftalepart=Aftalepart.BEGGE, emner=("Kost", "Søvn")
    )

    assert [(finding.code, finding.path) for finding in bemaerkninger(plan)] == [
        ("same-name", "praksis.navn"),
        ("same-name", "botilbud.organisation.navn"),
        ("same-name", "praksis.kontaktperson.navn"),
        ("stands-twice", "praksis.laeger[2]"),
    ]


def test_a_notice_received_before_the_plan_was_made_is_a_remark() -> None:
    """One of the days is wrong."""
    plan = Samarbejdsplan(indgaaet_den=datetime.date(2025, 9, 1))
    notice = Opsigelse(plan=plan, opsagt_af=Part.PRAKSIS, modtaget=datetime.date(2025, 8, 15))

    assert [(finding.code, finding.path) for finding in bemaerkninger(notice)] == [
        ("before-made", "modtaget")
    ]
