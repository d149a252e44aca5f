"""Forty plans over all that a plan can be, and what is written of them: no head says other than its text."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    Adresse,
    Aftalepart,
    Allonge,
    Driftsform,
    Informationsbrev,
    Kommune,
    Lovgrundlag,
    Moedeform,
    Opsigelse,
    Orientering,
    Part,
    Praksis,
    render,
)
from botilbudlaege.begreber import Anledning
from botilbudlaege.domain import Underskrivere
from tests.builders import en_allonge, en_opsigelse, en_plan, et_botilbud
from tests.templates.edge_plans import COUNT, others, plan, plans

if TYPE_CHECKING:
    from botilbudlaege import Samarbejdsplan

AFTER_2025 = "Vilkårene i planen er dem fra 2025. De skal bekræftes i den overenskomst, der gælder, når planen træder i kraft."
NAMED = "Planen bygger på Overenskomst om almen praksis 2025"
LATER = "Det hører til de øvrige botilbud, som implementeringen senere udvides til."
NEVER = "træder aldrig i kraft"


def of(subject: Any, document: str | None = None) -> str:
    """The text of a document of the common pack."""
    return render(subject, document, pack="faelles").text


def head(text: str) -> dict[str, str]:
    """The rows of the table up front, by what they are about; of a row of several lines the first."""
    return dict(line.split("\t", 1) for line in text.splitlines() if line.count("\t") == 1)


def signed_by(text: str) -> list[str]:
    """Who has a line to sign on, in order."""
    return [line.partition(": ")[2] for line in text.splitlines() if re.match(r"For .*: ", line)]


def parties(of_plan: Samarbejdsplan) -> list[str | None]:
    """Who is to sign a plan."""
    home, organisation = of_plan.botilbud.navn, of_plan.botilbud.organisation.navn
    practice = of_plan.praksis
    ours = {
        Aftalepart.ORGANISATION: [organisation],
        Aftalepart.BOTILBUD: [home],
        Aftalepart.BEGGE: [organisation, home],
        None: [],
    }[of_plan.aftalepart]
    return [*ours, *(practice.laeger if practice.navn is None else [practice.navn])]


@pytest.mark.parametrize("index", range(COUNT))
def test_a_plan_says_one_thing(index: int) -> None:
    """Head and text have the same start, hours and form; each party signs; terms and phase are what the plan's are."""
    subject = plan(index)
    text = of(subject)
    up_front = head(text)

    assert f"Planen træder i kraft den {up_front['Ikrafttræden']}." in text
    assert f"Rådgivningen omfatter {up_front['Timetal']}." in text
    assert ("på video" in text) is (Moedeform.VIDEO in subject.moedeformer)
    assert ("fysisk fremmøde" in text) is (Moedeform.FYSISK in subject.moedeformer)
    assert signed_by(text) == parties(subject)
    assert text.count("Underskrift: ") == len(parties(subject))
    late = subject.ikrafttraeden is not None and subject.ikrafttraeden.year > 2025
    assert (AFTER_2025 in text, NAMED in text) == (late, not late)
    assert (LATER in text) is (subject.botilbud.lovgrundlag not in (Lovgrundlag.SEL_108, Lovgrundlag.ABL_105))
    assert ("Mødeaftalerne ændrer ikke det aftalte timetal." in text) is bool(subject.moedeaftaler)
    assert ("Emnerne er ikke udtømmende." in text) is bool(subject.emner)


def test_the_forty_are_over_all() -> None:
    """Each way to be a plan is among them, and no two have the same text."""
    made = plans()

    assert {each.aftalepart for each in made} == set(Aftalepart)
    assert {each.botilbud.lovgrundlag for each in made} == set(Lovgrundlag)
    assert {each.moedeformer for each in made} >= {(Moedeform.VIDEO,), (Moedeform.FYSISK,)}
    assert {each.ikrafttraeden.year for each in made if each.ikrafttraeden} == {2025, 2026, 2027}
    assert {len(each.praksis.laeger) for each in made if each.praksis.navn is None} == {1, 3, 5}
    assert () in {each.moedeaftaler for each in made}
    assert max(len(each.botilbud.navn or "") for each in made) > 80
    assert "Region Østdanmark" in {str(each.region) for each in made}
    assert len({of(each) for each in made}) == COUNT == 40


@pytest.mark.parametrize("index", range(0, COUNT, 3))
def test_what_is_written_of_a_plan_says_one_thing(index: int) -> None:
    """The last day up front is the one of the text; a plan that ends before its start has none; the same parties sign."""
    for subject in others(index):
        text = of(subject)
        last = head(text).get("Planens sidste dag")
        if isinstance(subject, Opsigelse):
            ours = subject.opsagt_af is Part.BOTILBUD
            sides = parties(subject.plan)
            practice = (
                [*subject.plan.praksis.laeger]
                if subject.plan.praksis.navn is None
                else [subject.plan.praksis.navn]
            )
            assert signed_by(text) == (sides[: -len(practice)] if ours else practice)
            assert f"forventes at komme frem den {head(text)['Forventes fremme']}" in text
        if isinstance(subject, Allonge):
            assert signed_by(text) == parties(subject.plan)
        if last is not None:
            assert (NEVER in last) is (text.count(NEVER) == 2)
            assert NEVER in last or f"gælder til og med den {last}." in text


@pytest.mark.parametrize("document", ["samarbejdsplan", "kontrakt"])
@pytest.mark.parametrize(
    ("start", "words"),
    [
        (datetime.date(2025, 12, 31), NAMED),
        (datetime.date(2026, 1, 1), AFTER_2025),
        (datetime.date(2027, 1, 1), AFTER_2025),
    ],
)
def test_the_agreement_is_that_of_the_start(document: str, start: datetime.date, words: str) -> None:
    """The last day of the known source, and the first after it."""
    text = of(en_plan(ikrafttraeden=start), document)

    assert words in text
    assert (NAMED in text) is not (AFTER_2025 in text)


def test_a_draft_without_a_start_names_no_year_of_its_own() -> None:
    """It may be for any year."""
    text = render(en_plan(ikrafttraeden=None), draft=True, pack="faelles").text

    assert "Planen bygger på overenskomsten om almen praksis (overenskomsten)." in text
    assert AFTER_2025 not in text


def test_an_amendment_of_2026_says_that_its_terms_are_to_be_confirmed() -> None:
    """By its own first day, not by the start of the plan."""
    words = "De skal bekræftes i den overenskomst om almen praksis, der gælder den 1. februar 2026."

    assert words in of(en_allonge(gaelder_fra=datetime.date(2026, 2, 1)))
    assert "bekræftes i den overenskomst" not in of(en_allonge(gaelder_fra=datetime.date(2025, 12, 31)))


# The termination -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "wished", "latest", "then"),
    [
        ("2025-08-15", None, "2025-09-30", "2026-03-31"),
        ("2025-09-30", None, "2025-09-30", "2026-03-31"),
        ("2025-10-01", None, "2025-12-31", "2026-06-30"),
        ("2025-08-15", "2026-06-30", "2026-03-31", "2026-09-30"),
    ],
)
def test_a_later_arrival_moves_the_end(received: str, wished: str | None, latest: str, then: str) -> None:
    """The last day that still gives the end, and the end a day later, both by the rule of the notice."""
    day = datetime.date.fromisoformat
    letter = en_opsigelse(modtaget=day(received), oensket_ophoer=None if wished is None else day(wished))

    assert (letter.senest_modtaget, letter.ophoer_derefter) == (day(latest), day(then))


def test_the_end_of_the_calendar_has_no_later_end() -> None:
    """The letter then says nothing of a later arrival."""
    letter = en_opsigelse(modtaget=datetime.date(9998, 12, 1))

    assert letter.ophoer_derefter is None
    assert "først frem" not in of(letter)
    assert Opsigelse().senest_modtaget is None


def test_a_letter_is_true_when_it_is_signed() -> None:
    """It has not arrived yet."""
    text = of(en_opsigelse(modtaget=datetime.date(2025, 8, 15)))

    assert "Opsigelsen forventes at komme frem den 15. august 2025." in text
    assert (
        "Kommer opsigelsen først frem efter den 30. september 2025, kan planen tidligst ophøre den 31. marts 2026."
        in text
    )


@pytest.mark.parametrize(
    ("practice", "attached", "offered"),
    [
        (Praksis(navn="Lægerne", laeger=("Eva Krag", "Bo Lind")), "Lægerne", "Lægerne"),
        (Praksis(laeger=("Eva Krag",)), "Eva Krag", "Eva Krag"),
        (Praksis(laeger=("Eva Krag", "Bo Lind")), "Eva Krag og Bo Lind", "Eva Krag eller Bo Lind"),
    ],
)
def test_a_resident_chooses_one_doctor(practice: Praksis, attached: str, offered: str) -> None:
    """Of several without a name of their own, all are attached, and one of them is chosen."""
    text = of(Informationsbrev(plan=en_plan(praksis=practice)))

    assert f"er {attached} fast tilknyttet Æblehaven som læge (lægen)." in text
    assert f"Du får tilbud om at vælge {offered} som din læge." in text


def test_an_address_that_ends_with_a_full_stop_has_one() -> None:
    """As many do: it stands on a line of its own."""
    practice = Praksis(navn="Lægerne", adresse=Adresse(vej="Søgade 3, 1. th."))

    assert "\nKlinikkens adresse: Søgade 3, 1. th.\n" in of(Informationsbrev(plan=en_plan(praksis=practice)))


# The region and the one that takes over -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kommune", "start", "expected"),
    [
        ("Køge", datetime.date(2026, 10, 1), "(Region Sjælland, fra den 1. januar 2027 Region Østdanmark)"),
        ("Køge", datetime.date(2027, 1, 1), "(Region Østdanmark)"),
        ("Aalborg", datetime.date(2026, 10, 1), "(Region Nordjylland)"),
    ],
)
def test_a_plan_names_the_region_that_takes_over(kommune: str, start: datetime.date, expected: str) -> None:
    """Where it is another, and only until it has."""
    home = et_botilbud(kommune=Kommune.find(kommune))

    assert f"orientere regionen {expected}, når" in of(en_plan(botilbud=home, ikrafttraeden=start))


def test_a_termination_names_the_region_of_its_last_day() -> None:
    """Where it takes over by then."""
    home = et_botilbud(kommune=Kommune.find("Køge"))
    texts = [
        of(en_opsigelse(plan=en_plan(botilbud=home), modtaget=datetime.date(2026, month, 1)))
        for month in (6, 9, 12)
    ]

    assert ["Region Østdanmark" in text for text in texts] == [False, False, True]


# What is remarked, and what is refused ---------------------------------------------------------------------


def codes(subject: Any) -> set[str]:
    """The codes of the remarks on a document."""
    return {finding.code for finding in render(subject, pack="faelles", draft=True).findings} - {"missing"}


@pytest.mark.parametrize(
    ("form", "party", "expected"),
    [
        (Driftsform.KOMMUNAL, Aftalepart.BOTILBUD, True),
        (Driftsform.REGIONAL, Aftalepart.BOTILBUD, True),
        (Driftsform.PRIVAT, Aftalepart.BOTILBUD, False),
        (None, Aftalepart.BOTILBUD, False),
        (Driftsform.KOMMUNAL, Aftalepart.BEGGE, False),
        (Driftsform.KOMMUNAL, Aftalepart.ORGANISATION, False),
    ],
)
def test_a_public_home_that_is_party_alone(
    form: Driftsform | None,
    party: Aftalepart,
    expected: bool,  # noqa: FBT001 - an expected answer
) -> None:
    """It is normally no legal person."""
    subject = en_plan(botilbud=et_botilbud(driftsform=form), aftalepart=party)

    assert ("home-alone" in codes(subject)) is expected


def test_the_remark_says_who_runs_the_home() -> None:
    """And what to choose instead."""
    subject = en_plan(botilbud=et_botilbud(driftsform=Driftsform.KOMMUNAL))
    (remark,) = render(subject, pack="faelles").findings

    assert str(remark) == (
        "aftalepart: Botilbuddet er part alene, men et botilbud, der drives af en kommune, er normalt ikke en juridisk person. "
        "Bekræft, hvem der kan indgå planen, eller vælg ORGANISATION eller BEGGE."
    )


def test_a_signer_that_no_line_has_is_told() -> None:
    """Each doctor has a line, and the name of one signer has a place at none."""
    doctors = Praksis(laeger=("Eva Krag", "Bo Lind"))
    named = Underskrivere(praksis="Eva Krag")
    of_doctors = en_plan(praksis=doctors, underskrivere=named)

    assert "signer-not-shown" in codes(of_doctors)
    assert "signer-not-shown" not in codes(en_plan(praksis=doctors))
    assert "signer-not-shown" not in codes(en_plan(underskrivere=named))
    assert [
        "signer-not-shown" in codes(en_opsigelse(plan=of_doctors, opsagt_af=side))
        for side in (Part.PRAKSIS, Part.BOTILBUD, None)
    ] == [True, False, False]
    assert "signer-not-shown" not in codes(Informationsbrev(plan=of_doctors))
    assert "signer-not-shown" not in codes(Orientering(plan=of_doctors, anledning=Anledning.INDGAAET))


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Aftalepart.ORGANISATION, True),
        (Aftalepart.BOTILBUD, True),
        (Aftalepart.BEGGE, False),
        (None, False),
    ],
)
def test_a_signer_of_the_organisation_has_a_line_beside_the_home(
    party: Aftalepart | None,
    expected: bool,  # noqa: FBT001 - an expected answer
) -> None:
    """Where the home's side is one, its line has the name of `underskrivere.botilbud`."""
    subject = en_plan(aftalepart=party, underskrivere=Underskrivere(organisation="Mia Dam"))
    told = [
        each.path
        for each in render(subject, pack="faelles", draft=True).findings
        if each.code == "signer-not-shown"
    ]

    assert told == ["underskrivere.organisation"] * expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sendt": datetime.date(2025, 3, 1)}, "sent-before-made"),
        ({"anledning": Anledning.OPSAGT, "fra": datetime.date(2025, 3, 31)}, "end-before-start"),
        ({"anledning": Anledning.TIMETAL_AENDRET, "fra": datetime.date(2025, 4, 2)}, "before-made"),
        ({"sendt": datetime.date(2026, 12, 1), "fra": datetime.date(2027, 3, 31)}, "other-region-then"),
    ],
)
def test_days_of_a_letter_that_do_not_go_together(changes: dict[str, Any], expected: str) -> None:
    """Each is remarked on."""
    home = et_botilbud(kommune=Kommune.find("Køge"))
    made = datetime.date(2025, 4, 10 if expected == "before-made" else 1)
    letter = {"plan": en_plan(botilbud=home, indgaaet_den=made), "anledning": Anledning.OPSAGT, **changes}

    assert expected in codes(Orientering(**letter, tidligere_timer=3))


def test_a_letter_before_the_scheme_is_told() -> None:
    """It may be sent before, but seldom is."""
    assert "sent-before-scheme" in codes(
        Orientering(plan=en_plan(), anledning=Anledning.INDGAAET, sendt=datetime.date(2024, 12, 1))
    )
    assert "sent-before-scheme" not in codes(
        Orientering(plan=en_plan(), anledning=Anledning.INDGAAET, sendt=datetime.date(2025, 1, 1))
    )


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        (
            Anledning.OPSAGT,
            datetime.date(2024, 12, 31),
            "fra: Den 31. december 2024 ligger før den 1. januar 2025",
        ),
        (
            Anledning.TIMETAL_AENDRET,
            datetime.date(2025, 3, 31),
            "fra: Timetallet er ændret fra den 31. marts 2025, før planen træder i kraft den 1. april 2025.",
        ),
    ],
)
def test_days_that_cannot_be_are_refused(kind: Anledning, day: datetime.date, expected: str) -> None:
    """As they are of an amendment."""
    with pytest.raises(ValueError, match=re.escape(expected)):
        Orientering(plan=en_plan(), anledning=kind, fra=day, tidligere_timer=3)


def test_the_region_that_takes_over_is_named_in_the_remark() -> None:
    """With the day, and the day that the letter is about."""
    home = et_botilbud(kommune=Kommune.find("Køge"))
    letter = Orientering(
        plan=en_plan(botilbud=home),
        anledning=Anledning.OPSAGT,
        fra=datetime.date(2027, 3, 31),
        sendt=datetime.date(2026, 12, 1),
    )
    (remark,) = (each for each in render(letter, pack="faelles").findings if each.code == "other-region-then")

    assert remark.message == (
        "Orienteringen er til Region Sjælland, men fra den 1. januar 2027 hører botilbuddet til Region Østdanmark, "
        "og orienteringen handler om den 31. marts 2027."
    )


# An amendment ------------------------------------------------------------------------------------------------


def test_facts_are_not_agreed() -> None:
    """Residents and legal basis stand apart from what the parties agree."""
    home = et_botilbud(antal_beboere=30, lovgrundlag=Lovgrundlag.ABL_105)
    letter = en_allonge(
        plan=en_plan(botilbud=et_botilbud(antal_beboere=12)),
        ny_plan=en_plan(botilbud=home, timer_pr_maaned=3),
    )

    assert [post.forhold for post in letter.aftalte_aendringer or ()] == ["timer pr. måned"]
    assert [post.forhold for post in letter.nye_oplysninger or ()] == [
        "lovgrundlag for botilbud",
        "antal beboere på botilbud",
    ]
    assert (Allonge().aftalte_aendringer, Allonge().nye_oplysninger) == (None, None)


def test_an_amendment_without_facts_has_no_trace_of_them() -> None:
    """Nor has one without terms of terms."""
    facts = en_allonge(ny_plan=en_plan(botilbud=et_botilbud(antal_beboere=30)))

    assert "Nye oplysninger" not in of(en_allonge())
    assert "Ændringer" not in of(facts).splitlines()
    assert "De beskriver forholdene og er ikke aftalt mellem parterne." in of(facts)
