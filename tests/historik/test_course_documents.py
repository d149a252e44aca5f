"""Courses of homes at random: every document of one names the parties, days and figures of the day that it is for.

What holds on a day is kept in plain facts beside the rows, and folded by hand; the words are those of `read_aloud`.
"""

from __future__ import annotations

import datetime
import random
from typing import Any

import attrs
import pytest

from botilbudlaege import (
    Aftalepart,
    Anledning,
    Botilbud,
    Dokument,
    Forloeb,
    Haendelse,
    Haendelsespost,
    Kommune,
    Kontaktperson,
    Moedeaftale,
    Organisation,
    Part,
    Praksis,
    Samarbejdsplan,
    forloeb,
    render,
)
from botilbudlaege.journal._called_for import called_for
from tests.templates.read_aloud import dag, earliest_end, faults, plain, quarter_end, region

D = datetime.date
DAY = datetime.timedelta(days=1)
Facts = dict[str, Any]
KINDS = {
    "hours": Haendelse.TIMETAL_AENDRET,
    "topics": Haendelse.NYE_EMNER,
    "clauses": Haendelse.NYE_MOEDEAFTALER,
    "contact": Haendelse.NY_KONTAKTPERSON,
    "doctors_contact": Haendelse.NY_KONTAKTPERSON,
    "practice": Haendelse.NY_KONTAKTPERSON,
    "home": Haendelse.NY_KONTAKTPERSON,
}
"""What changes, and by which event it is told; a new name of the same practice or home is told with one, by its number."""


def a_home(number: int) -> Facts:
    """A home over the years: who it is, its agreements, and in each what was changed from which day."""
    rng = random.Random(number)  # noqa: S311 - the same every time is the point
    home = {
        "kommune": rng.choice(["Skanderborg", "Køge", "Frederiksberg"]),
        "party": rng.choice([*Aftalepart]),
        "agreements": [],
    }
    after, name = D(2024, 12, 31), "Æblehaven"
    for turn in range(rng.randint(1, 3)):
        start = after + DAY * rng.choice([1, 1, 2, 40, 90, 300])
        made = _agreement(rng, start, turn, name)
        home["agreements"].append(made)
        if made["end"] is None:
            break
        after, name = max(made["end"], start), _on(made, made["end"])["home"]
    return home


def _agreement(rng: random.Random, start: datetime.date, turn: int, name: str) -> Facts:
    facts = {
        "home": name,
        "hours": rng.choice([2, 3]),
        "topics": ("Kost",),
        "clauses": "Aftales.",
        "contact": "Ida Holm",
        "doctors_contact": "Mette Storm",
        "practice": f"Lægerne {turn}",
    }
    received, wished = None, None
    if rng.random() < 0.7:
        received = max(start + DAY * rng.choice([-250, -250, -1, 0, 1, 45, 400]), D(2025, 1, 1))
        wished = rng.choice([None, None, quarter_end(earliest_end(received), 1)])
    end = None if received is None else wished or earliest_end(received)
    made = {
        "start": start,
        "facts": facts,
        "number": f"01234{turn}",
        "changes": [],
        "received": received,
        "wished": wished,
        "end": end,
        "side": rng.choice([*Part]),
        "made": rng.choice([None, start - DAY]),
    }
    days = [start + DAY * rng.choice([0, 0, 1, 30, 90, 91, 365, 366]) for _ in range(rng.randint(0, 4))]
    for day in sorted(each for each in days if end is None or each <= end):
        _change(rng, made, day)
    return made


def _change(rng: random.Random, made: Facts, day: datetime.date) -> None:
    """Change one fact or two from a day, each once a day; a name alone, since each row has the names of its day."""
    taken = {name for on, news in made["changes"] if on == day for name in news}
    for name in rng.sample([*KINDS], rng.choice([1, 1, 2])):
        if taken & {"home", "practice"} or (taken and name in ("home", "practice")):
            continue
        now = _on(made, D.max)[name]
        new = {
            "hours": 5 - now if name == "hours" else None,
            "topics": ("Kost", f"Emne {day.isoformat()}"),
            "clauses": f"Aftales fra {day.year}-{day.month}-{day.day}.",
        }.get(name, f"{rng.choice(['Ane', 'Bo', 'Åse'])} {day.year}{day.month}{day.day}")
        if name not in taken and new != now:
            made["changes"].append((day, {name: new}))
            taken.add(name)


def _on(made: Facts, day: datetime.date) -> Facts:
    """Fold what holds on a day; before the start what was made."""
    facts = dict(made["facts"])
    for on, news in made["changes"]:
        facts |= news if on <= day else {}
    return facts


def rows(home: Facts, rng: random.Random) -> list[Haendelsespost]:
    """The list that an office keeps, in any order."""
    made = []
    for agreement in home["agreements"]:
        facts, number = agreement["facts"], agreement["number"]
        made.append(
            Haendelsespost(
                plan=attrs.evolve(plan(home, facts, facts, number), indgaaet_den=agreement["made"]),
                haendelse=Haendelse.INDGAAET,
                dag=agreement["start"],
            )
        )
        for day, news in agreement["changes"]:
            (name,) = news
            who = {**_on(agreement, day), **news}
            told = plan(home, who, news, number)
            made.append(Haendelsespost(plan=told, haendelse=KINDS[name], dag=day))
        if agreement["received"] is not None:
            who = _on(agreement, agreement["received"])
            made.append(
                Haendelsespost(
                    plan=plan(home, who, {"practice": who["practice"]}, number),
                    haendelse=Haendelse.OPSAGT,
                    dag=agreement["received"],
                    opsagt_af=agreement["side"],
                    oensket_ophoer=agreement["wished"],
                )
            )
    return rng.sample(made, len(made))


def plan(home: Facts, who: Facts, told: Facts, number: str) -> Samarbejdsplan:
    """What a row tells: the home by its number and the name that it has then, and of the plan what is new."""
    whole = told.keys() >= {"hours", "contact"}
    return Samarbejdsplan(
        botilbud=Botilbud(
            navn=who["home"],
            p_nummer="1023456789",
            kommune=Kommune.find(home["kommune"]) if whole else None,
            organisation=Organisation(navn="Fonden Hav") if whole else Organisation(),
            kontaktperson=Kontaktperson(navn=told["contact"], telefon="86 12 34 56")
            if "contact" in told
            else Kontaktperson(),
        ),
        praksis=Praksis(
            navn=told.get("practice"),
            ydernummer=number if "practice" in told else None,
            kontaktperson=Kontaktperson(navn=told["doctors_contact"], email="a@b.dk")
            if "doctors_contact" in told
            else Kontaktperson(),
        ),
        aftalepart=home["party"] if whole else None,
        timer_pr_maaned=told.get("hours"),
        emner=told.get("topics", ()),
        moedeaftaler=(Moedeaftale(titel="Ferie", tekst=told["clauses"]),) if "clauses" in told else None,
    )


def course(number: int) -> tuple[Facts, Forloeb]:
    """The facts of a home, and its course as it is read from the rows."""
    home = a_home(number)
    (read,) = forloeb(rows(home, random.Random(number)))  # noqa: S311 - as above
    return home, read


def side(home: Facts, facts: Facts) -> str:
    """Name the party on the home's side."""
    names = {
        Aftalepart.ORGANISATION: ["Fonden Hav"],
        Aftalepart.BOTILBUD: [facts["home"]],
        Aftalepart.BEGGE: ["Fonden Hav", facts["home"]],
    }
    return " og ".join(names[home["party"]])


COUNT = 25


@pytest.mark.parametrize("number", range(COUNT))
def test_what_holds_on_a_day(number: int) -> None:
    """Hours, topics, clauses, contacts and names; on the days around each change, and at the ends of time."""
    home, read = course(number)

    for agreement, aftale in zip(home["agreements"], read.aftaler, strict=True):
        changes = [day for day, _ in agreement["changes"]]
        for day in {agreement["start"], *changes, *(day - DAY for day in changes), D.max}:
            facts, now = _on(agreement, day), aftale.plan_den(day)
            if day < agreement["start"]:
                facts = agreement["facts"]
            assert (
                now.timer_pr_maaned,
                now.emner,
                [each.tekst for each in now.moedeaftaler or ()],
                now.botilbud.kontaktperson.navn,
                now.praksis.kontaktperson.navn,
                now.praksis.navn,
                now.botilbud.navn,
                now.ikrafttraeden,
            ) == (
                *(
                    facts["hours"],
                    facts["topics"],
                    [facts["clauses"]],
                    facts["contact"],
                    facts["doctors_contact"],
                ),
                *(facts["practice"], facts["home"], agreement["start"]),
            )
        assert aftale.ophoersdato == agreement["end"]


@pytest.mark.parametrize("number", range(COUNT))
def test_plans_and_contracts_are_as_they_were_made(number: int) -> None:
    """With the hours and the names of then, whatever came after."""
    home, read = course(number)

    for kind in (Dokument.SAMARBEJDSPLAN, Dokument.KONTRAKT):
        for agreement, made in zip(home["agreements"], called_for(read, kind), strict=True):
            facts = agreement["facts"]
            document = render(made, str(kind), pack="faelles")
            text = plain(document)
            assert f"Ikrafttræden\t{dag(agreement['start'])}\n" in text
            assert f"{facts['practice']} (lægen) på den anden side. Planen træder i kraft den" in text
            if kind is Dokument.SAMARBEJDSPLAN:
                assert f"Rådgivningen omfatter {facts['hours']} timer pr. måned." in text
                assert f"kontaktperson er {facts['contact']}, telefon 86 12 34 56." in text
                assert f"Ferie: {facts['clauses']}\n" in text
            named = region(home["kommune"], agreement["start"])
            assert f"skal orientere regionen ({named}" in text
            assert [*faults(document)] == []


@pytest.mark.parametrize("number", range(COUNT))
def test_amendments_have_what_held_and_what_holds(number: int) -> None:
    """One a day, in order; each begins with what the one before ended with."""
    home, read = course(number)
    allonger = iter(called_for(read, Dokument.ALLONGE))

    for agreement in home["agreements"]:
        for day in dict.fromkeys(day for day, _ in agreement["changes"]):
            before = _before(agreement, day)
            after = _on(agreement, day)
            if before == after:
                continue
            document = render(next(allonger), pack="faelles")
            text = plain(document)
            assert f"\nGælder fra\t{dag(day)}\n" in text
            assert f"Samarbejdsplan\tGælder fra {dag(agreement['start'])}\n" in text
            assert (f"Timer pr. måned\t{before['hours']}\t{after['hours']}\n" in text) is (
                before["hours"] != after["hours"]
            )
            for name in ("contact", "doctors_contact", "practice", "home"):
                assert (f"\t{before[name]}\t{after[name]}\n" in text) is (before[name] != after[name]), name
            assert (f"Ferie: {before['clauses']}\tFerie: {after['clauses']}\n" in text) is (
                before["clauses"] != after["clauses"]
            )
            assert f"Allonge til samarbejdsplan mellem {before['home']} og {before['practice']}\n" in text
            assert [*faults(document)] == []
    assert next(allonger, None) is None


def _before(agreement: Facts, day: datetime.date) -> Facts:
    earlier = [each for each in agreement["changes"] if each[0] < day]
    return _on({**agreement, "changes": earlier}, D.max)


@pytest.mark.parametrize("number", range(COUNT))
def test_terminations_are_between_the_parties_of_that_day(number: int) -> None:
    """Who terminates, to whom, and when it ends; and that a plan that ends before its start never begins."""
    home, read = course(number)
    ended = [each for each in home["agreements"] if each["received"] is not None]

    for agreement, made in zip(ended, called_for(read, Dokument.OPSIGELSE), strict=True):
        facts = _on(agreement, agreement["received"])
        both = (side(home, facts), facts["practice"])
        by, to = both if agreement["side"] is Part.BOTILBUD else reversed(both)
        document = render(made, pack="faelles")
        text = plain(document)
        assert (
            f"Opsiges af\t{by}\nMeddeles til\t{to}\nForventes fremme\t{dag(agreement['received'])}\n" in text
        )
        never = agreement["end"] < agreement["start"]
        assert ("træder aldrig i kraft" in text) is never
        assert (f"Planen gælder til og med den {dag(agreement['end'])}." in text) is not never
        assert [*faults(document)] == []


@pytest.mark.parametrize("number", range(COUNT))
def test_letters_to_the_region_have_the_figures_of_their_day(number: int) -> None:
    """Made, changed, terminated: each owed from its day, with the hours and the names of then."""
    home, read = course(number)
    sent = D(2026, 12, 31) + DAY * (number % 2)
    expected = []
    for agreement in home["agreements"]:
        start, end, received = agreement["start"], agreement["end"], agreement["received"]
        facts, hours = agreement["facts"], agreement["facts"]["hours"]
        due = agreement["made"] or start
        made = "" if agreement["made"] is None else f" den {dag(agreement['made'])}"
        expected.append(
            (
                min(due, received or due),
                facts,
                f"Planen er indgået{made} og gælder fra den {dag(start)}. Timetallet er {hours} timer pr. måned.",
            )
        )
        for day in dict.fromkeys(day for day, _ in agreement["changes"]):
            before, after = _before(agreement, day)["hours"], _on(agreement, day)["hours"]
            if before != after:
                words = f"Timetallet er ændret fra {before} timer til {after} timer pr. måned. Ændringen gælder fra den {dag(day)}."
                expected.append((day, _on(agreement, day), words))
        if received is not None:
            never = f"Planen er opsagt, før den skulle træde i kraft den {dag(start)}, og den træder aldrig i kraft."
            words = never if end < start else f"Planen er opsagt og gælder til og med den {dag(end)}."
            expected.append((received, _on(agreement, received), words))
    found = [
        [plain(render(letter, pack="faelles")) for letter in read.orienteringer(day, sendt=sent)]
        for day in (D.max, *sorted({day for day, _, _ in expected}))
    ]

    assert [len(each) for each in found[1:]] == [
        sum(due <= day for due, _, _ in expected) for day in sorted({day for day, _, _ in expected})
    ]
    for (_, facts, words), text in zip(sorted(expected, key=lambda each: each[0]), found[0], strict=True):
        assert words in text
        assert f"Modtager\t{region(home['kommune'], sent)}\nAfsender\t{side(home, facts)}\n" in text
        assert (
            f"samarbejdsplanen med {facts['practice']} om fast tilknyttet læge på {facts['home']} (planen)."
            in text
        )


@pytest.mark.parametrize("number", range(COUNT))
def test_a_letter_to_the_residents_is_of_its_day(number: int) -> None:
    """Of the last plan that they can be told of, with the contact of the day; none where there is no such plan."""
    home, read = course(number)
    for sent in (D(2025, 6, 1), D(2026, 3, 1), D(2028, 1, 1)):
        letters = called_for(read, Dokument.INFORMATIONSBREV, sendt=sent)
        can = [
            each
            for each in home["agreements"]
            if each["end"] is None or (each["end"] >= each["start"] and each["end"] >= sent)
        ]
        assert len(letters) == min(1, len(can))
        for letter in letters:
            agreement = can[-1]
            facts = agreement["facts"] if sent < agreement["start"] else _on(agreement, sent)
            text = plain(render(letter, pack="faelles"))
            assert f"Fra den {dag(agreement['start'])} er {facts['practice']} fast tilknyttet" in text
            assert f"Kontaktpersonen er {facts['contact']}, som" in text
            assert f"\n{dag(sent)}\n" in text


def test_the_courses_are_over_all() -> None:
    """Changes on the first day and the last, several from one day, ends before the start, wished ends, new names."""
    agreements = [each for number in range(COUNT) for each in a_home(number)["agreements"]]
    changes = [(each, day, [*news]) for each in agreements for day, news in each["changes"]]

    assert any(day == each["start"] for each, day, _ in changes)
    assert any(each["end"] is not None and each["end"] < each["start"] for each in agreements)
    assert any(each["wished"] is not None for each in agreements)
    assert {name for _, _, names in changes for name in names} == set(KINDS)
    assert {each.name for each in Anledning} == {"INDGAAET", "TIMETAL_AENDRET", "OPSAGT"}
    assert len({str(a_home(number)) for number in range(COUNT)}) == COUNT
