"""Courses of homes: from a list of events or a register, what follows from them, and rows that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import attrs
import pytest

from botilbudlaege import (
    Anledning,
    Botilbud,
    Daekningsforloeb,
    Daekningsstatus,
    DataError,
    Dokument,
    Driftsform,
    Forloeb,
    Haendelse,
    Haendelsespost,
    Kommune,
    Kontaktperson,
    Lovgrundlag,
    Praksis,
    Registerpost,
    Samarbejdsplan,
    dump,
    forloeb,
    load,
    load_rows,
    propose_columns,
)
from botilbudlaege.journal import JsonLines, letters_owed
from botilbudlaege.journal._called_for import called_for
from tests.builders import en_plan
from tests.data.registers import ENDINGS
from tests.historik.region import D, region

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

LIST = """\
Navn på botilbud;Kommune for botilbud;Hændelse;Dato for hændelsen;Timer pr. måned;Emner;Navn på praksis;Den part, der opsiger
Æblehaven;Skanderborg;INDGAAET;01-04-2025;2;Kost;Lægerne ved Søen;
Æblehaven;Skanderborg;timetallet i samarbejdsplanen er ændret;01-10-2025;3;;;
Birkelund;Aarhus;;;;;;
Æblehaven;Skanderborg;NYE_EMNER;01-11-2025;;Søvn; ;
Æblehaven;Skanderborg;OPSAGT;15-02-2026;;;;PRAKSIS
Æblehaven;Skanderborg;INDGAAET;01-07-2026;2;;Lægehuset;
"""


def courses(text: str = LIST) -> Any:
    """Read a list of events."""
    return load(text.encode(), tuple[Forloeb, ...], suffix="csv")


def test_a_list_of_events_is_a_course_a_home() -> None:
    """Two agreements, a change of hours and of topics, a termination; and a home without an agreement."""
    aeblehaven, birkelund = courses()
    first, second = aeblehaven.aftaler

    assert (birkelund.botilbud.navn, birkelund.aftaler) == ("Birkelund", ())
    assert [(fra, plan.timer_pr_maaned, plan.emner) for fra, plan in first.aendringer] == [
        (D(2025, 10, 1), 3, ("Kost",)),
        (D(2025, 11, 1), 3, ("Søvn",)),
    ]
    assert (first.plan.timer_pr_maaned, first.plan.ikrafttraeden) == (2, D(2025, 4, 1))
    assert (first.ophoersdato, first.opsigelse.plan.emner) == (D(2026, 6, 30), ("Søvn",))
    assert (second.plan.praksis.navn, second.plan.ikrafttraeden) == ("Lægehuset", D(2026, 7, 1))


def test_an_office_keeps_its_list_with_its_own_headers() -> None:
    """It is proposed how it is read, and gives the same courses."""
    theirs = (
        LIST.replace("Navn på botilbud", "Tilbud")
        .replace("Timer pr. måned", "Timetal")
        .replace("ændret;", "ændret ;")
    )
    forslag = propose_columns(theirs.encode(), suffix="csv")

    assert (forslag.gode, forslag.raekker, forslag.findings) == (6, 6, ())
    assert load(theirs.encode(), tuple[Forloeb, ...], suffix="csv", kolonner=forslag.kolonner) == courses()


def test_what_follows_from_a_course() -> None:
    """Status, hours with their steps, letters and amendments."""
    aeblehaven, birkelund = courses()
    days = [D(2025, 3, 31), D(2025, 4, 1), D(2026, 2, 15), D(2026, 6, 30), D(2026, 7, 1)]

    assert [aeblehaven.status(day).vaerdi.name for day in days] == [
        "KLADDE",
        "I_KRAFT",
        "OPSAGT",
        "OPSAGT",
        "I_KRAFT",
    ]
    assert birkelund.status(D(2025, 6, 1)).begrundelse == ("Botilbuddet har ingen aftale.",)
    assert aeblehaven.timer_i_kvartal(D(2025, 10, 1)).begrundelse[-1] == "I alt 9 timer i 4. kvartal 2025."
    assert birkelund.timer_i_kvartal(D(2025, 10, 1)).vaerdi == 0
    letters = aeblehaven.orienteringer(sendt=D(2026, 8, 1))
    assert [(each.anledning, each.gaelder_fra, each.plan.timer_pr_maaned) for each in letters] == [
        (Anledning.INDGAAET, D(2025, 4, 1), 2),
        (Anledning.TIMETAL_AENDRET, D(2025, 10, 1), 3),
        (Anledning.OPSAGT, D(2026, 6, 30), 3),
        (Anledning.INDGAAET, D(2026, 7, 1), 2),
    ]
    assert len(aeblehaven.orienteringer(D(2026, 2, 14))) == 2
    assert [
        (each.gaelder_fra, [(post.forhold, post.fra, post.til) for post in each.aendringer])
        for each in aeblehaven.allonger
    ] == [
        (D(2025, 10, 1), [("timer pr. måned", "2", "3")]),
        (D(2025, 11, 1), [("emner", "Kost", "Søvn")]),
    ]
    assert [each.modtaget for each in aeblehaven.opsigelser] == [D(2026, 2, 15)]


def test_a_new_contact_takes_the_place_of_the_one_before() -> None:
    """The telephone of the one who left is not that of the one who came."""
    plan = en_plan()
    new = Samarbejdsplan(
        botilbud=Botilbud(
            navn="Æblehaven", kommune=Kommune.find("Skanderborg"), kontaktperson=Kontaktperson(navn="Bo Lund")
        )
    )
    rows = [
        Haendelsespost(plan=plan, haendelse=Haendelse.INDGAAET, dag=D(2025, 4, 1)),
        Haendelsespost(plan=new, haendelse=Haendelse.NY_KONTAKTPERSON, dag=D(2025, 9, 1)),
    ]
    (course,) = forloeb(rows)

    assert course.aftale_den(D(2025, 9, 1)).plan_den(D(2025, 9, 1)).botilbud.kontaktperson == Kontaktperson(
        navn="Bo Lund"
    )
    assert course.aftale_den(D(2025, 8, 31)).plan_den(D(2025, 8, 31)) == plan
    assert course.botilbud_den(D(2025, 8, 31)).kontaktperson == plan.botilbud.kontaktperson
    assert course.botilbud.organisation == plan.botilbud.organisation


@pytest.mark.parametrize("both", ["FYSISK; VIDEO", "VIDEO; FYSISK"])
def test_advice_may_be_given_in_both_ways_again(both: str, tmp_path: Path) -> None:
    """A plan that is read without a word of it is in both ways, and a change that says both is no change without a word of it."""
    head = "Navn på botilbud;Hændelse;Dato for hændelsen;Timer pr. måned;Mødeformer"
    rows = [
        "A;INDGAAET;01-04-2025;2;VIDEO",
        "A;TIMETAL_AENDRET;01-06-2025;3;",
        f'A;TIMETAL_AENDRET;01-07-2025;2;"{both}"',
    ]
    text = "\n".join((head, *rows))
    (course,) = courses(text)
    events = load(text.encode(), tuple[Haendelsespost, ...], suffix="csv")
    dump(tuple(events), tmp_path / "liste.csv")

    assert [[form.name for form in plan.moedeformer] for _, plan in course.aftaler[0].aendringer] == [
        ["VIDEO"],
        ["FYSISK", "VIDEO"],
    ]
    assert [[post.forhold for post in each.aendringer] for each in course.allonger] == [
        ["timer pr. måned"],
        ["timer pr. måned", "mødeformer"],
    ]
    assert load(tmp_path / "liste.csv", tuple[Forloeb, ...]) == (course,)


def test_a_change_cannot_say_that_there_are_no_topics() -> None:
    """It would say nothing, and the plan would go on with those that it had."""
    with pytest.raises(
        DataError, match=r"række 3, kolonne F .Emner.: En hændelse kan ikke sige, at der ikke"
    ):
        courses(f"{HEAD};Emner\n{MADE};Kost\nA;TIMETAL_AENDRET;01-06-2025;3;;ingen\n")


def test_two_contacts_may_be_new_from_one_day() -> None:
    """The home's and the doctor's: they are two facts, and one amendment."""
    course = of_changes(
        ("NY_KONTAKTPERSON", D(2025, 6, 1), {"botilbud": {"kontaktperson": Kontaktperson(navn="Bo Lund")}}),
        (
            "NY_KONTAKTPERSON",
            D(2025, 6, 1),
            {"praksis": Praksis(kontaktperson=Kontaktperson(navn="Ane Vig"))},
        ),
    )
    (amendment,) = course.allonger

    assert amendment.ny_plan.botilbud.kontaktperson.navn == "Bo Lund"
    assert amendment.ny_plan.praksis.kontaktperson.navn == "Ane Vig"


def of_changes(*changes: tuple[str, datetime.date, dict[str, Any]], **made: Any) -> Forloeb:
    """The course of one home: its plan made on 1 April 2025, then each change, told by what is new."""
    plan = en_plan(**made)
    rows = [Haendelsespost(plan=plan, haendelse=Haendelse.INDGAAET, dag=plan.ikrafttraeden)]
    home = {"navn": plan.botilbud.navn, "kommune": plan.botilbud.kommune}
    for event, day, facts in changes:
        new = Samarbejdsplan(botilbud=Botilbud(**home, **facts.pop("botilbud", {})), **facts)
        rows.append(Haendelsespost(plan=new, haendelse=Haendelse[event], dag=day))
    (course,) = forloeb(rows)
    return course


def test_what_changes_on_one_day_is_one_amendment() -> None:
    """What no plan says is none; a later amendment begins where the one before ended."""
    new = {"kontaktperson": Kontaktperson(navn="Bo Lund", telefon="86 12 34 56")}
    course = of_changes(
        ("TIMETAL_AENDRET", D(2025, 6, 1), {"timer_pr_maaned": 3}),
        ("NY_KONTAKTPERSON", D(2025, 6, 1), {"botilbud": new}),
        ("NYE_EMNER", D(2025, 7, 1), {"emner": ("B", "A"), "botilbud": {"laengerevarende": False}}),
        ("NYE_EMNER", D(2025, 8, 1), {"emner": ("Kost",)}),
        emner=("A", "B"),
    )
    june, august = course.allonger

    assert [post.forhold for post in june.aendringer or ()] == [
        "navn på botilbuddets kontaktperson",
        "rolle for botilbuddets kontaktperson",
        "timer pr. måned",
    ]
    assert (june.gaelder_fra, august.gaelder_fra) == (D(2025, 6, 1), D(2025, 8, 1))
    assert [(post.fra, post.til) for post in august.aendringer or ()] == [("B\nA", "Kost")]
    assert [letter.gaelder_fra for letter in course.orienteringer()] == [D(2025, 4, 1), D(2025, 6, 1)]


def test_residents_are_told_of_the_contact_of_the_day() -> None:
    """The one who is it when the letter is sent, not the one of when the plan was made."""
    new = {"kontaktperson": Kontaktperson(navn="Bo Lund", telefon="86 12 34 56")}
    course = of_changes(("NY_KONTAKTPERSON", D(2025, 6, 1), {"botilbud": new}))
    days = (D(2025, 5, 31), D(2025, 6, 1), None)
    letters = [called_for(course, Dokument.INFORMATIONSBREV, sendt=day) for day in days]

    assert [letter.plan.botilbud.kontaktperson.navn for (letter,) in letters] == [  # type: ignore[attr-defined]
        "Ida Holm",
        "Bo Lund",
        "Bo Lund",
    ]


def test_residents_are_not_told_of_a_plan_that_has_ended() -> None:
    """On its last day they still are."""
    course = of_changes(("OPSAGT", D(2025, 5, 15), {}))
    days = (D(2025, 9, 30), D(2025, 10, 1))

    assert [len(called_for(course, Dokument.INFORMATIONSBREV, sendt=day)) for day in days] == [1, 0]


def test_a_plan_that_is_terminated_first_was_made_before_that() -> None:
    """The region is not told that it is made after it was told that it never begins."""
    course = of_changes(("OPSAGT", D(2025, 6, 15), {}), ikrafttraeden=D(2026, 1, 1))

    assert [letter.anledning for letter in course.orienteringer(D(2025, 6, 15))] == [
        Anledning.INDGAAET,
        Anledning.OPSAGT,
    ]
    assert course.orienteringer(D(2025, 6, 14)) == ()


def test_a_home_whose_agreements_have_ended_is_told_of_the_last() -> None:
    """Between them of the first, before them of none that has begun."""
    text = f"{HEAD}\n{MADE}\n{ENDED}\nA;INDGAAET;01-11-2025;3;\nA;OPSAGT;02-11-2025;;\n"
    (course,) = courses(text)
    days = (D(2025, 10, 31), D(2026, 4, 1))

    assert [course.status(day).begrundelse for day in days] == [
        ("Planen ophørte den 30. september 2025.",),
        ("Planen ophørte den 31. marts 2026.",),
    ]
    assert [course.aftale_den(day).plan.timer_pr_maaned for day in days] == [2, 3]


def test_a_termination_names_the_practice_by_its_new_name() -> None:
    """It is the same by its provider number."""
    renamed = Praksis(navn="Lægehuset", ydernummer="012345")
    course = of_changes(
        ("NY_KONTAKTPERSON", D(2025, 6, 1), {"praksis": renamed}),
        ("OPSAGT", D(2025, 9, 1), {"praksis": renamed}),
        praksis=Praksis(navn="Lægerne ved Søen", ydernummer="012345"),
    )

    assert course.opsigelser[0].modtager is None
    assert course.opsigelser[0].plan.praksis.navn == "Lægehuset"


HEAD = "Navn på botilbud;Hændelse;Dato for hændelsen;Timer pr. måned;Ønsket ophør"
MADE = "A;INDGAAET;01-04-2025;2;"
ENDED = "A;OPSAGT;15-05-2025;;"
CONTRADICTIONS = {
    "while the first is in force": (
        [MADE, "A;INDGAAET;01-01-2026;2;"],
        ["række 3: Planen begynder den 1. januar 2026, mens planen i række 2 gælder."],
    ),
    "on its last day": (
        [MADE, ENDED, "A;INDGAAET;30-09-2025;2;"],
        ["række 4: Planen begynder den 30. september 2025, mens planen i række 2 gælder."],
    ),
    "the day after is right": ([MADE, ENDED, "A;INDGAAET;01-10-2025;2;"], []),
    "terminated twice": (
        [MADE, ENDED, "A;OPSAGT;16-05-2025;;"],
        ["række 4: Planen er allerede opsagt i række 3."],
    ),
    "terminated again, while the next is made": (
        [MADE, ENDED, "A;INDGAAET;01-10-2025;2;", "A;OPSAGT;16-05-2025;;"],
        ["række 5: Planen er allerede opsagt i række 3."],
    ),
    "the next terminated before it begins": (
        [MADE, "A;OPSAGT;01-05-2025;;", "A;INDGAAET;01-02-2026;2;", "A;OPSAGT;15-11-2025;;"],
        [],
    ),
    "terminated without a plan": (
        ["A;OPSAGT;15-05-2025;;"],
        ["række 2: Der er ingen plan, som hændelsen kan gælde."],
    ),
    "two hours from one day": (
        [MADE, "A;TIMETAL_AENDRET;01-06-2025;3;", "A;TIMETAL_AENDRET;01-06-2025;2;"],
        ["række 4: Række 3 ændrer det samme fra samme dag."],
    ),
    "changed on the day it starts is right": ([MADE, "A;TIMETAL_AENDRET;01-04-2025;3;"], []),
    "changed by hours that nobody knows": (
        ["A;INDGAAET;01-04-2025;;", "A;TIMETAL_AENDRET;01-06-2025;3;"],
        ["række 3: Timetallet er ændret, men det tidligere står hverken i række 2 eller senere."],
    ),
    "two facts of one kind from one day are right": (
        [MADE, "A;NYE_EMNER;01-06-2025;3;", "A;NY_KONTAKTPERSON;01-06-2025;3;"],
        ["række 4: Rækken ændrer intet i planen."],
    ),
    "two hours from one day, by events of two kinds": (
        [MADE, "A;NYE_EMNER;01-06-2025;3;", "A;TIMETAL_AENDRET;01-06-2025;2;"],
        ["række 4: Række 3 ændrer det samme fra samme dag."],
    ),
    "changed before it starts": (
        ["A;TIMETAL_AENDRET;01-02-2025;3;", MADE],
        ["række 2: Ændringen gælder fra en dag før planens ikrafttræden i række 3."],
    ),
    "changed after its end": (
        [MADE, ENDED, "A;TIMETAL_AENDRET;01-10-2025;3;"],
        ["række 4: Ændringen gælder først, efter at planen ophører ved opsigelsen i række 3."],
    ),
    "changed to what it was": (
        [MADE, "A;TIMETAL_AENDRET;01-06-2025;2;"],
        ["række 3: Rækken ændrer intet i planen."],
    ),
    "terminated, one of two that begin on one day": (
        ["A;INDGAAET;01-01-2027;2;", "A;OPSAGT;15-05-2026;;", "A;INDGAAET;01-01-2027;3;"],
        ["række 3: Opsigelsen kan gælde både planen i række 2 og planen i række 4, der begynder samme dag."],
    ),
    "changed, beside a plan that never began, is right": (
        [MADE, "A;INDGAAET;01-03-2026;2;", "A;OPSAGT;01-01-2025;;", "A;TIMETAL_AENDRET;01-06-2026;3;"],
        [],
    ),
    "no day": (["A;INDGAAET;;2;"], ["række 2, kolonne C (Dato for hændelsen): Hændelsen har ingen dato."]),
    "no event": (
        ["A;;01-04-2025;2;"],
        ["række 2, kolonne B (Hændelse): Der står en dato, men ikke, hvad der er sket."],
    ),
    "another practice": (
        [MADE, "A;NY_PRAKSIS;01-06-2025;;"],
        [
            "række 3, kolonne B (Hændelse): En ny praksis er to hændelser: én plan opsiges, og en anden indgås."
        ],
    ),
    "no hours": (
        [MADE, "A;TIMETAL_AENDRET;01-06-2025;;"],
        ["række 3, kolonne D (Timer pr. måned): Timetallet er ændret, men det nye mangler."],
    ),
    "an end of what is no termination": (
        ["A;INDGAAET;01-04-2025;2;31-12-2025"],
        ["række 2, kolonne E (Ønsket ophør): Hændelsen er ingen opsigelse."],
    ),
    "an end too early": (
        [MADE, "A;OPSAGT;15-05-2025;;30-06-2025"],
        ["række 3, kolonne E (Ønsket ophør): Planen kan tidligst ophøre den 30. september 2025"],
    ),
    "before the scheme": (
        ["A;INDGAAET;31-12-2024;2;"],
        ["række 2, kolonne C (Dato for hændelsen): Den 31. december 2024"],
    ),
}


@pytest.mark.parametrize(
    ("column", "made", "changed", "message"),
    [
        ("Navn på praksis", "Lægehuset", "Klinikken", "Rækken er om en anden praksis end planen i række 2."),
        (
            "Ydernummer for praksis",
            "012345",
            "054321",
            "Rækken er om en anden praksis end planen i række 2.",
        ),
        ("Aftalepart", "BOTILBUD", "ORGANISATION", "Rækken har en anden part på botilbuddets side"),
    ],
)
def test_a_change_is_between_the_parties_of_its_plan(
    column: str, made: str, changed: str, message: str
) -> None:
    """Another practice or party is no change: its letters and its amendment would be of no plan that is there."""
    text = f"{HEAD};{column}\n{MADE};{made}\nA;TIMETAL_AENDRET;01-06-2025;3;;{changed}\n"
    with pytest.raises(DataError, match=message) as caught:
        courses(text)

    assert [finding.path for finding in caught.value.findings] == ["række 3"]
    assert len(courses(text.replace(f";;{changed}", f";;{made}"))) == 1


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_rows_that_contradict_are_told_with_both(name: str) -> None:
    """Each at its row, with the row that it does not go with, and what to do; none is resolved by guessing."""
    rows, expected = CONTRADICTIONS[name]
    text = "\n".join((HEAD, *rows, ""))
    if not expected:
        assert len(courses(text)) == 1
        return
    with pytest.raises(DataError) as caught:
        courses(text)

    told = [str(finding) for finding in caught.value.findings]
    assert len(told) == len(expected)
    assert all(line.startswith(begins) for line, begins in zip(told, expected, strict=True))
    assert all(finding.remedy for finding in caught.value.findings)


def test_a_register_with_several_agreements_of_a_home() -> None:
    """A row an agreement: they are put together, and what is told of the home in two ways is told with both rows."""
    head = "Navn på botilbud;P-nummer for botilbud;Kommune for botilbud;Timer pr. måned;Dato for ikrafttræden;modtaget"
    rows = ["A;1000000001;Aarhus;2;01-04-2025;15-05-2025", "A;;Aarhus;3;01-10-2025;"]
    (course,) = courses("\n".join((head, *rows)))

    assert [aftale.plan.timer_pr_maaned for aftale in course.aftaler] == [2, 3]
    with pytest.raises(DataError) as caught:
        courses("\n".join((head, rows[0], "A;1000000001;Odense;3;01-10-2025;")))
    assert str(caught.value) == (
        "række 3: Kommune for botilbud er noget andet i række 2. "
        "Ret den ene; er det ændret, så skriv det som en hændelse med dato."
    )
    with pytest.raises(DataError, match="Botilbuddet står også i række 2"):
        load("\n".join((head, *rows)).encode(), suffix="csv")


def test_a_list_of_events_is_no_register() -> None:
    """It is told what it is; and a column of a register in it is told too."""
    with pytest.raises(DataError, match="Filen er en liste over hændelser"):
        load(LIST.encode(), suffix="csv")
    with pytest.raises(DataError, match="Filen er en liste over hændelser"):
        load_rows(LIST.encode(), suffix="csv")
    with pytest.raises(DataError, match="række 1, kolonne F: Kolonnen hører til et register"):
        courses(f"{HEAD};timer_aendret\n{MADE};\n")


def test_a_list_of_events_is_read_row_by_row() -> None:
    """The good and the bad in their order; a register is no such list."""
    bad = MADE.replace("01-04-2025", "31-04-2025")
    rows = [*load_rows(f"{HEAD}\n{MADE}\n{bad}\n".encode(), tuple[Haendelsespost, ...], suffix="csv")]
    whole = load(f"{HEAD}\n{MADE}\n".encode(), tuple[Haendelsespost, ...], suffix="csv")

    assert [(row.number, [finding.code for finding in row.findings]) for row in rows] == [
        (2, []),
        (3, ["impossible-date"]),
    ]
    assert (rows[0].subject, rows[1].subject) == (whole[0], None)
    with pytest.raises(DataError, match="Filen er et register, ikke en liste over hændelser"):
        load_rows("Navn på botilbud\nA\n".encode(), tuple[Haendelsespost, ...], suffix="csv")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_list_of_events_comes_back(ending: str, tmp_path: Path) -> None:
    """Written and read, it gives the same courses."""
    _, rows = region(20)
    path = tmp_path / f"liste.{ending}"
    dump(rows, path)

    assert load(path, tuple[Forloeb, ...]) == forloeb(rows)
    with pytest.raises(DataError, match="kan ikke stå i samme fil"):
        dump([*rows, Registerpost()], tmp_path / f"b.{ending}")


def test_a_home_counts_once() -> None:
    """With and without its P-number, and with two agreements."""
    home = Botilbud(
        navn="A", kommune=Kommune.find("Aarhus"), lovgrundlag=Lovgrundlag.SEL_108, p_nummer="1000000001"
    )
    bare = Botilbud(navn=" a", kommune=Kommune.find("Aarhus"), lovgrundlag=Lovgrundlag.SEL_108)
    posts = [
        Registerpost(plan=Samarbejdsplan(botilbud=home, ikrafttraeden=D(2025, 4, 1))),
        Registerpost(plan=Samarbejdsplan(botilbud=bare)),
    ]
    counted = Daekningsstatus.opgoer(posts, D(2025, 6, 1)).i_alt

    assert (counted.med_plan, counted.i_alt) == (1, 1)
    with pytest.raises(DataError, match="Registerpost eller et Forloeb"):
        Daekningsstatus.opgoer([Haendelsespost()], D(2025, 6, 1))  # type: ignore[list-item]


@pytest.mark.parametrize("turn", [1, -1])
def test_what_one_row_of_a_home_does_not_say_another_does(turn: int) -> None:
    """The status counts as the coverage over time does: a row that is silent is not one that says otherwise."""
    place = Kommune.find("Aarhus")
    told = Botilbud(navn="A", kommune=place, lovgrundlag=Lovgrundlag.SEL_108, driftsform=Driftsform.PRIVAT)
    short = Botilbud(navn="A", kommune=place, laengerevarende=False)
    posts = [
        Registerpost(
            plan=Samarbejdsplan(botilbud=home, timer_pr_maaned=2, ikrafttraeden=start), modtaget=ends
        )
        for home, start, ends in ((told, D(2025, 2, 1), D(2025, 3, 1)), (short, D(2025, 7, 1), None))
    ]
    day = D(2025, 8, 1)
    status = Daekningsstatus.opgoer(posts[::turn], day)

    assert (status.i_alt.i_alt, status.udenfor, status.ukendte) == (0, 1, 0)
    assert Daekningsforloeb.opgoer(posts[::turn], day, day).punkter[0].i_alt == 0
    assert Daekningsstatus.opgoer(forloeb(posts[::turn]), day) == status
    posts[1] = attrs.evolve(
        posts[1], plan=attrs.evolve(posts[1].plan, botilbud=Botilbud(navn="A", kommune=place))
    )
    assert [
        (each.navn, each.med_plan) for each in Daekningsstatus.opgoer(posts[::turn], day).driftsformer
    ] == [("privat", 1)]


def test_coverage_over_time_as_a_table_and_a_curve() -> None:
    """A row a month, a step a change; the curve says in words what it shows."""
    home = Botilbud(navn="A", lovgrundlag=Lovgrundlag.SEL_108)
    posts = [
        Registerpost(
            plan=Samarbejdsplan(botilbud=home, timer_pr_maaned=2, ikrafttraeden=D(2025, 2, 10)),
            modtaget=D(2025, 3, 31),
        ),
        Registerpost(plan=Samarbejdsplan(botilbud=Botilbud(navn="B", lovgrundlag=Lovgrundlag.ABL_105))),
    ]
    over_time = Daekningsforloeb.opgoer(posts, D(2025, 1, 1), D(2025, 7, 15))

    assert [(point.dato, point.med_plan, point.i_alt) for point in over_time.punkter] == [
        (D(2025, 1, 1), 0, 2),
        (D(2025, 2, 10), 1, 2),
        (D(2025, 7, 1), 0, 2),
    ]
    assert over_time.tabel[:3] == (
        ("Dato", "Med plan", "I alt", "Dækningsgrad"),
        ("31. januar 2025", "0", "2", "0,0\N{NO-BREAK SPACE}%"),
        ("28. februar 2025", "1", "2", "50,0\N{NO-BREAK SPACE}%"),
    )
    assert over_time.tabel[-1][0] == "15. juli 2025"
    assert str(over_time).splitlines()[0] == "31. januar 2025: 0 af 2, 0,0\N{NO-BREAK SPACE}%"
    svg = ElementTree.fromstring(over_time.svg())  # noqa: S314 - our own
    words = {each.tag.partition("}")[2]: each.text for each in svg}
    assert words["title"] == "Dækningsgrad over tid"
    assert words["desc"].startswith("Dækningsgraden er 0,0\N{NO-BREAK SPACE}% den 1. januar 2025 og 0,0")
    (path,) = svg.iter("{http://www.w3.org/2000/svg}path")
    assert path.get("d") == "M60.0 280.0H190.6L190.6 150.0H651.0L651.0 280.0H700.0"
    assert "Dækning over tid" in over_time._repr_html_()
    with pytest.raises(DataError, match="uden for perioden"):
        over_time.den(D(2025, 7, 16))
    with pytest.raises(DataError, match="Den sidste dag ligger før"):
        Daekningsforloeb.opgoer(posts, D(2025, 2, 1), D(2025, 1, 1))


def test_a_share_that_is_not_known_has_no_curve() -> None:
    """No homes of the first phase: no figure, and a gap where the line would be."""
    over_time = Daekningsforloeb.opgoer([], D(2025, 1, 1), D(2025, 12, 31))

    assert over_time.punkter[0].grad == "ikke kendt"
    assert "<path" not in over_time.svg()


def test_letters_of_a_course_that_have_not_been_issued(tmp_path: Path) -> None:
    """All of them while the journal is empty; the same that the course calls for."""
    aeblehaven, birkelund = courses()
    journal = JsonLines(tmp_path / "udstedt.jsonl")

    assert letters_owed(journal, [aeblehaven, birkelund]) == aeblehaven.orienteringer()
