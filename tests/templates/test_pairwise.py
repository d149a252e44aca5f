"""Every two facts of a document together: its text is held against what the domain says of them, written down anew in `read_aloud`."""

from __future__ import annotations

import datetime
import itertools
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import (
    Adresse,
    Aftalepart,
    Allonge,
    Anledning,
    Botilbud,
    DataError,
    Driftsform,
    Informationsbrev,
    Kommune,
    Kontaktperson,
    Kontaktrolle,
    Lovgrundlag,
    MissingInformation,
    Moedeaftale,
    Moedeform,
    Opsigelse,
    Organisation,
    Orientering,
    OutsideValidity,
    Part,
    Praksis,
    Samarbejdsplan,
    Underskrivere,
    render,
)
from tests.templates.pairwise import cases
from tests.templates.read_aloud import dag, earliest_end, faults, plain, quarter_end, region, successor

if TYPE_CHECKING:
    from collections.abc import Iterator

D = datetime.date
BASES = {
    "SEL_108": "servicelovens § 108",
    "ABL_105": "almenboliglovens § 105 med hjælp efter servicelovens § 85",
    "SEL_107": "servicelovens § 107",
    "BL_43_1_6": "barnets lov § 43, stk. 1, nr. 6",
    "BL_43_3": "barnets lov § 43, stk. 3",
}
STARTS = (D(2025, 1, 1), D(2025, 12, 31), D(2026, 1, 1), D(2026, 12, 31), D(2027, 1, 1), D(2028, 2, 29))
WAYS = (("86 12 34 56", None), (None, "a@b.dk"), ("+45 86123456", "a@b.dk"))
DOCTORS = (
    ("Lægerne Nord", ()),
    ("Lægerne Nord", ("Eva Krag",)),
    ("Lægerne Nord", ("Eva Krag", "Bo Lind")),
    (None, ("Eva Krag",)),
    (None, ("Eva Krag", "Bo Lind")),
    (None, ("Eva Krag", "Bo Lind", "Åse Bæk")),
)
PLAN: dict[str, Any] = {
    "home": ("Æblehaven", "Søhus A.m.b.A."),
    "party": tuple(Aftalepart),
    "organisation_cvr": (None, "36655194"),
    "organisation_address": (None, ("Østre Kaj 1", "9900", "Frederikshavn")),
    "kommune": (None, "Skanderborg", "Aalborg", "Køge", "Frederiksberg"),
    "basis": (None, *BASES),
    "long": (None, True, False),
    "operator": (None, *Driftsform),
    "residents": (None, 1, 19),
    "cvr": (None, "38990608"),
    "p_nummer": (None, "1023456789"),
    "address": (None, ("Frugtvej 12", "8660", "Skanderborg"), (None, None, "Ry")),
    "title": (None, "sygeplejerske"),
    "ways": WAYS,
    "role": (None, *Kontaktrolle),
    "doctors": DOCTORS,
    "ydernummer": (None, "012345"),
    "practice_cvr": (None, "34037655"),
    "practice_address": (None, ("Søgade 3", "8660", "Ry")),
    "practice_title": (None, "sekretær"),
    "practice_ways": WAYS,
    "hours": (2, 3),
    "start": STARTS,
    "forms": ((Moedeform.FYSISK, Moedeform.VIDEO), (Moedeform.VIDEO,), (Moedeform.FYSISK,)),
    "topics": ((), ("Kost",), ("Kost", "Søvn", "Motion")),
    "clauses": (0, 1, 2),
    "made": (None, -20, 5),
    "signers": (False, True),
}
SOME: dict[str, Any] = {
    name: PLAN[name] for name in ("home", "party", "kommune", "doctors", "ydernummer", "p_nummer", "cvr")
}


def plan(**case: Any) -> Samarbejdsplan:
    """Make the plan of a case; what it does not say is the first level."""
    is_ = {**{name: levels[0] for name, levels in PLAN.items()}, **case}
    made = is_["made"]
    name, doctors = is_["doctors"]
    return Samarbejdsplan(
        botilbud=Botilbud(
            navn=is_["home"],
            adresse=_address(is_["address"]),
            kommune=None if is_["kommune"] is None else Kommune.find(is_["kommune"]),
            lovgrundlag=None if is_["basis"] is None else Lovgrundlag[is_["basis"]],
            laengerevarende=is_["long"],
            driftsform=is_["operator"],
            antal_beboere=is_["residents"],
            organisation=Organisation(
                navn="Fonden Hav", cvr=is_["organisation_cvr"], adresse=_address(is_["organisation_address"])
            ),
            kontaktperson=_contact("Ida Holm", is_["title"], is_["ways"], is_["role"]),
            cvr=is_["cvr"],
            p_nummer=is_["p_nummer"],
        ),
        praksis=Praksis(
            navn=name,
            laeger=doctors,
            ydernummer=is_["ydernummer"],
            cvr=is_["practice_cvr"],
            adresse=_address(is_["practice_address"]),
            kontaktperson=_contact("Mette Storm", is_["practice_title"], is_["practice_ways"]),
        ),
        aftalepart=is_["party"],
        timer_pr_maaned=is_["hours"],
        ikrafttraeden=is_["start"],
        moedeformer=is_["forms"],
        emner=is_["topics"],
        moedeaftaler=tuple(
            Moedeaftale(titel=f"Punkt {number}", tekst=f"Parterne aftaler {number}.")
            for number in range(is_["clauses"])
        ),
        indgaaet_den=None if made is None else is_["start"] + datetime.timedelta(days=made),
        underskrivere=Underskrivere(botilbud="Jens Ravn", praksis="Per Vig", organisation="Mia Dam")
        if is_["signers"]
        else Underskrivere(),
    )


def _address(parts: tuple[str | None, str | None, str | None] | None) -> Adresse:
    vej, postnr, by = parts or (None, None, None)
    return Adresse(vej=vej, postnr=postnr, by=by)


def _contact(
    name: str, title: str | None, ways: tuple[str | None, str | None], role: Kontaktrolle | None = None
) -> Kontaktperson:
    return Kontaktperson(navn=name, titel=title, telefon=ways[0], email=ways[1], rolle=role)


# What the domain says ------------------------------------------------------------------------------------


def side(case: dict[str, Any]) -> str:
    """Name the party on the home's side."""
    names = {
        "ORGANISATION": ["Fonden Hav"],
        "BOTILBUD": [case["home"]],
        "BEGGE": ["Fonden Hav", case["home"]],
    }
    return " og ".join(names[case["party"].name])


def doctor(case: dict[str, Any]) -> str:
    """Name the doctor's side: the practice, else its doctors."""
    name, doctors = case["doctors"]
    return name or listed(doctors)


def listed(names: tuple[str, ...], word: str = "og") -> str:
    """List names as Danish does."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def signing(case: dict[str, Any]) -> list[str]:
    """Say who signs, in order."""
    home = {
        "ORGANISATION": ["For organisationen: Fonden Hav"],
        "BOTILBUD": [f"For botilbuddet: {case['home']}"],
        "BEGGE": ["For organisationen: Fonden Hav", f"For botilbuddet: {case['home']}"],
    }[case["party"].name]
    name, doctors = case["doctors"]
    return [*home, *(f"For lægen: {each}" for each in ([name] if name else doctors))]


def of_region(case: dict[str, Any], day: datetime.date, *, til: datetime.date | None = None) -> str:
    """Name the region in its brackets, with the one that takes over from it where it does by a day."""
    named, after = region(case["kommune"], day), successor(case["kommune"], day)
    if named is None:
        return "regionen"
    if after is None or (til is not None and til < D(2027, 1, 1)):
        return f"regionen ({named})"
    return f"regionen ({named}, fra den 1. januar 2027 {after})"


def of_plan(case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Give sentences, and whether they stand in the plan."""
    start, party, home, name = case["start"], case["party"].name, case["home"], doctor(case)
    in_2025 = start.year == 2025
    yield f"Samarbejdsplan mellem {home} og {name}", True
    yield f"Planen træder i kraft den {dag(start)}.", True
    yield f"Ikrafttræden\t{dag(start)}", True
    yield f"Rådgivningen omfatter {case['hours']} timer pr. måned.", True
    yield f"Timetal\t{case['hours']} timer pr. måned", True
    yield f"Rådgivningen omfatter {5 - case['hours']} timer", False
    yield "Planen bygger på Overenskomst om almen praksis 2025 (overenskomsten).", in_2025
    yield "Planen følger den overenskomst om almen praksis, der gælder (overenskomsten).", not in_2025
    yield "Vilkårene i planen er dem fra 2025. De skal bekræftes", not in_2025
    parties = {
        "ORGANISATION": f"Fonden Hav (organisationen), der driver {home} (botilbuddet),",
        "BOTILBUD": f"{home} (botilbuddet)",
        "BEGGE": f"Fonden Hav (organisationen) og {home} (botilbuddet) tilsammen",
    }[party]
    yield f"Planens to parter er {parties} på den ene side og {name} (lægen) på den anden side.", True
    yield "Fonden Hav", party != "BOTILBUD"
    yield "Organisation\tFonden Hav", party != "BOTILBUD"
    who = {
        "ORGANISATION": "Organisationen",
        "BOTILBUD": "Botilbuddet",
        "BEGGE": "Organisationen og botilbuddet",
    }
    yield (
        f"{who[party]} skal orientere {of_region(case, start)}, når planen er indgået, når timetallet er ændret, og når planen er opsagt.",
        True,
    )
    yield "Det gælder også, når det er lægen, der opsiger planen.", True
    yield "gives orienteringen, så regionen kan betale lægens honorar for funktionen.", True
    yield (
        "Efter overenskomsten kan begge parter opsige planen med 3 måneders varsel til udgangen af et kvartal.",
        True,
    )
    later = case["basis"] in ("SEL_107", "BL_43_1_6", "BL_43_3")
    yield "Det hører til de øvrige botilbud, som implementeringen senere udvides til.", later
    yield f"Botilbuddet drives efter {BASES.get(case['basis'])}.", later
    physical, video = Moedeform.FYSISK in case["forms"], Moedeform.VIDEO in case["forms"]
    yield "Den kan gives ved fysisk fremmøde eller på video.", physical and video
    yield "Den gives på video.", video and not physical
    yield "Den gives ved fysisk fremmøde.", physical and not video
    yield "Parterne begynder med disse emner:", bool(case["topics"])
    yield "Emnerne er ikke udtømmende.", bool(case["topics"])
    yield "Parterne har ikke aftalt særlige vilkår", case["clauses"] == 0
    yield "Mødeaftalerne ændrer ikke det aftalte timetal.", case["clauses"] > 0
    yield f"Punkt {case['clauses']}:", False
    for number in range(case["clauses"]):
        yield f"\nPunkt {number}: Parterne aftaler {number}.\n", True
    yield from _optional(case)
    yield from _contacts(case)


def _optional(case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Give what is *ours* and optional: absent, it leaves no trace, no label and no empty row."""
    party = case["party"].name != "BOTILBUD"
    yield f"Kommune: {case['kommune']}\n", case["kommune"] is not None
    yield "Kommune:", case["kommune"] is not None
    yield "Lovgrundlag:", case["basis"] is not None
    yield f"Lovgrundlag: {BASES.get(case['basis'])}\n", case["basis"] is not None
    yield "Driftsform:", case["operator"] is not None
    yield "Antal beboere:", case["residents"] is not None
    yield f"Antal beboere: {case['residents']}\n", case["residents"] is not None
    yield "P-nummer: 1023456789\n", case["p_nummer"] is not None
    yield "P-nummer", case["p_nummer"] is not None
    yield "CVR-nummer: 38990608", case["cvr"] is not None
    yield "CVR-nummer: 36655194", party and case["organisation_cvr"] is not None
    yield "CVR-nummer: 34037655", case["practice_cvr"] is not None
    yield "Ydernummer: 012345", case["ydernummer"] is not None
    yield "Ydernummer", case["ydernummer"] is not None
    yield "Østre Kaj 1, 9900 Frederikshavn", party and case["organisation_address"] is not None
    yield "Frugtvej 12, 8660 Skanderborg\n", case["address"] is not None and case["address"][0] is not None
    yield "\nRy\n", case["address"] is not None and case["address"][0] is None
    yield "Søgade 3, 8660 Ry\n", case["practice_address"] is not None
    named, doctors = case["doctors"]
    yield "Læger: ", bool(named and doctors)
    yield "Indgået\t", case["made"] is not None
    if case["made"] is not None:
        yield f"Indgået\t{dag(case['start'] + datetime.timedelta(days=case['made']))}\n", True
    lines = case["signers"] and signing(case)
    yield "Jens Ravn", bool(lines)
    yield "Mia Dam", bool(lines) and case["party"].name == "BEGGE"
    yield "Per Vig", bool(lines) and (named is not None or len(doctors) == 1)


def _contacts(case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    role = {
        None: "",
        "SUNDHEDSFAGLIG": " (sundhedsfaglig medarbejder)",
        "KOORDINATOR": " (koordinerer beboernes kontakt til lægen)",
        "ANDEN": "",
    }[None if case["role"] is None else case["role"].name]
    title = "" if case["title"] is None else f", {case['title']}"
    yield f"Botilbuddets primære kontaktperson er Ida Holm{title}{role}, {_ways(case['ways'])}.\n", True
    title = "" if case["practice_title"] is None else f", {case['practice_title']}"
    yield f"Kontakt til lægen: Mette Storm{title}, {_ways(case['practice_ways'])}.\n", True


def _ways(ways: tuple[str | None, str | None]) -> str:
    said = (("telefon", ways[0]), ("e-mail", ways[1]))
    return " eller ".join(f"{kind} {way}" for kind, way in said if way is not None)


def differences(text: str, told: Iterator[tuple[str, bool]]) -> list[str]:
    """List the sentences that stand where they do not belong, or are not there."""
    return [
        f"{'mangler' if stands else 'står'}: {words}"
        for words, stands in told
        if (words in text) is not stands
    ]


def signed(text: str) -> list[str]:
    """List who has a line to sign on, in order."""
    lines = text.splitlines()
    return [before for before, line in itertools.pairwise(lines) if line.startswith("Dato: \t")]


# The documents --------------------------------------------------------------------------------------------

PLANS = cases(PLAN)


@pytest.mark.parametrize("index", range(len(PLANS)))
def test_a_plan_and_its_contract(index: int) -> None:
    """Whatever two facts come together."""
    case = PLANS[index]
    made = plan(**case)
    document = render(made, pack="faelles")
    contract = render(made, "kontrakt", pack="faelles")
    text, other = plain(document), plain(contract)

    assert differences(text, of_plan(case)) == []
    assert signed(text) == signed(other) == signing(case)
    assert [*faults(document), *faults(contract)] == []
    alike = (
        "Planens to parter",
        "Planen træder i kraft",
        "Planen bygger",
        "Planen følger",
        "Vilkårene",
        "Botilbuddet drives",
        "Efter overenskomsten kan",
        "skal orientere",
    )
    assert (
        differences(
            other,
            (each for each in of_plan(case) if each[0].startswith(alike) or "skal orientere" in each[0]),
        )
        == []
    )
    assert f"Kontrakt om fast tilknyttet læge på {case['home']}\n" in other
    assert ("Bilag\tSamarbejdsplan, indgået den " in other) is (case["made"] is not None)


NEEDED = {
    "home": ("botilbud.navn",),
    "doctors": ("praksis.betegnelse",),
    "hours": ("timer_pr_maaned",),
    "start": ("ikrafttraeden",),
    "ways": ("botilbud.kontaktperson.kontaktoplysninger",),
    "practice_ways": ("praksis.kontaktperson.kontaktoplysninger",),
}


@pytest.mark.parametrize(
    "case", cases({"missing": tuple(NEEDED), "party": tuple(Aftalepart), "start": STARTS}, at_once=3), ids=str
)
def test_a_plan_without_what_it_needs(case: dict[str, Any]) -> None:
    """A final is refused, and says what; a draft asks for it, and has no blank in its place."""
    empty = {"doctors": (None, ()), "ways": (None, None), "practice_ways": (None, None)}
    missing = case.pop("missing")
    made = plan(**{**case, "made": None, missing: empty.get(missing)})
    with pytest.raises(MissingInformation) as caught:
        render(made, pack="faelles")
    draft = render(made, draft=True, pack="faelles")

    expected = {*NEEDED[missing]}
    if missing == "home" and case["party"] is not Aftalepart.ORGANISATION:
        expected |= {"botilbudssiden"} & {each.path for each in caught.value.findings}
    assert {each.path for each in caught.value.findings} == expected
    assert "[indsæt " in draft.text
    assert [*faults(draft, draft=True)] == []


RECEIVED = (
    D(2025, 1, 1),
    D(2025, 3, 31),
    D(2025, 4, 1),
    D(2025, 11, 30),
    D(2027, 11, 29),
    D(2027, 12, 31),
    D(2028, 2, 29),
)
TERMINATION = {
    **SOME,
    "start": STARTS,
    "side": tuple(Part),
    "received": RECEIVED,
    "wished": (None, 0, 1, 4, "too early", "no end"),
}


def _wish(case: dict[str, Any]) -> datetime.date | None:
    earliest, wished = earliest_end(case["received"]), case["wished"]
    if wished is None:
        return None
    if wished == "too early":
        return quarter_end(case["received"])
    if wished == "no end":
        return quarter_end(earliest, 1) - datetime.timedelta(days=1)
    return quarter_end(earliest, wished)


def of_termination(case: dict[str, Any], end: datetime.date) -> Iterator[tuple[str, bool]]:
    """Give who, to whom, when and why; and what a later arrival means."""
    received, start = case["received"], case["start"]
    ours = case["side"] is Part.BOTILBUD
    by, to = (side(case), doctor(case)) if ours else (doctor(case), side(case))
    earliest, never = earliest_end(received), end < start
    yield f"Opsiges af\t{by}\nMeddeles til\t{to}\nForventes fremme\t{dag(received)}\n", True
    yield (
        f"{by} opsiger hermed samarbejdsplanen med {to} om fast tilknyttet læge på {case['home']} (planen).",
        True,
    )
    yield f"Opsigelsen forventes at komme frem den {dag(received)}.", True
    yield f"Planen kan derfor tidligst ophøre den {dag(earliest)}, der er kvartalets sidste dag.", True
    yield f"{by} har valgt, at planen først ophører med udgangen af", end != earliest
    yield f"Planen gælder til og med den {dag(end)}.", not never
    yield "den træder aldrig i kraft.", never
    yield "Planens sidste dag\tIngen: planen træder aldrig i kraft", never
    yield f"Planens sidste dag\t{dag(end)}\n", not never
    latest = quarter_end(end, -1)
    yield (
        f"Kommer opsigelsen først frem efter den {dag(latest)}, kan planen tidligst ophøre den {dag(quarter_end(end, 1))}.",
        True,
    )
    yield f"{side(case)} skal orientere {of_region(case, received, til=end)} om, at planen er opsagt.", True
    yield f"Det gælder, selv om det er {by}, der opsiger planen.", not ours
    yield f"Planens dato for ikrafttræden er den {dag(start)}.", True


TERMINATIONS = cases(TERMINATION)


@pytest.mark.parametrize("index", range(len(TERMINATIONS)))
def test_a_termination(index: int) -> None:
    """It ends when the domain says, or is refused; the side that terminates signs, and it alone."""
    case = TERMINATIONS[index]
    own = {name: case[name] for name in (*SOME, "start")}
    wish = _wish(case)
    facts = {
        "plan": plan(**own),
        "opsagt_af": case["side"],
        "modtaget": case["received"],
        "oensket_ophoer": wish,
    }
    if case["wished"] in ("too early", "no end"):
        with pytest.raises(DataError) as caught:
            Opsigelse(**facts)
        assert [each.path for each in caught.value.findings] == ["oensket_ophoer"]
        return
    document = render(Opsigelse(**facts), pack="faelles")
    text = plain(document)
    home = len(signing(case)) - (1 if case["doctors"][0] else len(case["doctors"][1]))

    assert differences(text, of_termination(case, wish or earliest_end(case["received"]))) == []
    assert signed(text) == (signing(case)[:home] if case["side"] is Part.BOTILBUD else signing(case)[home:])
    assert [*faults(document)] == []


LETTER = {
    **SOME,
    "start": STARTS,
    "occasion": tuple(Anledning),
    "made": (None, -20),
    "from": (None, -1, 0, 40, 400),
    "before": (2, 3),
    "hours": (2, 3),
    "sent": (None, D(2025, 2, 28), D(2026, 12, 31), D(2027, 1, 1)),
}
LETTERS = cases(LETTER)


def of_letter(case: dict[str, Any], day: datetime.date) -> Iterator[tuple[str, bool]]:
    """Give what the region is told."""
    occasion, start = case["occasion"].name, case["start"]
    made, changed, ended = (occasion == each for each in ("INDGAAET", "TIMETAL_AENDRET", "OPSAGT"))
    never = ended and day < start
    yield f"Modtager\t{region(case['kommune'], case['sent']) or 'Regionen'}\nAfsender\t{side(case)}\n", True
    yield "Sendt\t", case["sent"] is not None
    yield (
        f"{side(case)} orienterer hermed regionen om samarbejdsplanen med {doctor(case)} om fast tilknyttet læge på {case['home']} (planen).",
        True,
    )
    den = "" if case["made"] is None else f" den {dag(start + datetime.timedelta(days=case['made']))}"
    yield f"Planen er indgået{den} og gælder fra den {dag(day)}.", made
    yield f"Timetallet er {case['hours']} timer pr. måned.", made
    yield "så regionen kan betale lægens honorar for funktionen", made
    yield f"Timetallet er ændret fra {case['before']} timer til {case['hours']} timer pr. måned.", changed
    yield f"Ændringen gælder fra den {dag(day)}.", changed
    yield f"Planen er opsagt og gælder til og med den {dag(day)}.", ended and not never
    yield (
        f"Planen er opsagt, før den skulle træde i kraft den {dag(start)}, og den træder aldrig i kraft.",
        never,
    )
    yield "Timetal\t", made
    yield (
        f"Tidligere timetal\t{case['before']} timer pr. måned\nNyt timetal\t{case['hours']} timer pr. måned\n",
        changed,
    )
    yield f"Gælder fra\t{dag(day)}\n", not ended
    yield "Planens sidste dag\t", ended
    yield "Organisation\tFonden Hav", case["party"].name != "BOTILBUD"
    yield "P-nummer", case["p_nummer"] is not None
    yield f"Med venlig hilsen\n{side(case)}", True


@pytest.mark.parametrize("index", range(len(LETTERS)))
def test_a_letter_to_the_region(index: int) -> None:
    """Three occasions, each with its days; what cannot be is refused."""
    case = LETTERS[index]
    own = {name: case[name] for name in (*SOME, "start", "made", "hours")}
    occasion = case["occasion"]
    day = None if case["from"] is None else case["start"] + datetime.timedelta(days=case["from"])
    changed = occasion is Anledning.TIMETAL_AENDRET
    facts = {"plan": plan(**own), "anledning": occasion, "fra": day, "sendt": case["sent"]}
    impossible = day is not None and (day < D(2025, 1, 1) or (changed and day < case["start"]))
    if impossible or (changed and case["before"] == case["hours"]):
        with pytest.raises((DataError, OutsideValidity)):
            Orientering(**facts, tidligere_timer=case["before"])
        return
    letter = Orientering(**facts, tidligere_timer=case["before"])
    if day is None and occasion is not Anledning.INDGAAET:
        with pytest.raises(MissingInformation):
            render(letter, pack="faelles")
        return
    document = render(letter, pack="faelles")

    assert differences(plain(document), of_letter(case, day or case["start"])) == []
    assert [*faults(document)] == []


AMENDMENT = {
    **SOME,
    "start": STARTS,
    "after": (-1, 0, 1, 31, 366),
    "new_hours": (False, True),
    "new_topics": (False, True),
    "new_residents": (False, True),
    "new_contact": (False, True),
    "new_clauses": (False, True),
    "made": (None, -20),
    "agreed": (None, -1, 5),
}
AMENDMENTS = cases(AMENDMENT)


def of_amendment(case: dict[str, Any], day: datetime.date) -> Iterator[tuple[str, bool]]:
    """Give old and new, from when, and what is agreed apart from what is only stated."""
    agreed = case["new_hours"] or case["new_topics"] or case["new_contact"] or case["new_clauses"]
    yield f"Samarbejdsplan\tGælder fra {dag(case['start'])}\n", True
    yield f"\nGælder fra\t{dag(day)}\n", True
    yield f"Allongen ændrer samarbejdsplanen om fast tilknyttet læge på {case['home']} (planen).", True
    yield (
        f"Parterne har aftalt disse ændringer af planen. Fra den {dag(day)} gælder kolonnen »Fremover«",
        agreed,
    )
    yield f"Fra den {dag(day)} har planen disse nye oplysninger.", case["new_residents"]
    yield "Timer pr. måned\t2\t3\n", case["new_hours"]
    yield "Emner\tingen\tKost\n", case["new_topics"]
    yield "Antal beboere på botilbud\tikke oplyst\t19\n", case["new_residents"]
    yield "Ida Holm\tAne Vig\n", case["new_contact"]
    yield "Mødeaftaler\tingen\tPunkt 0: Parterne aftaler 0.\n", case["new_clauses"]
    yield "Timetallet ændres fra 2 timer til 3 timer pr. måned.", case["new_hours"]
    who = {
        "ORGANISATION": "Organisationen",
        "BOTILBUD": "Botilbuddet",
        "BEGGE": "Organisationen og botilbuddet",
    }
    named = region(case["kommune"], day)
    said = "regionen" if named is None else f"regionen ({named})"
    yield f"{who[case['party'].name]} skal orientere {said} om det nye timetal.", case["new_hours"]
    yield "skal orientere", case["new_hours"]
    yield "Vilkårene i planen er dem fra 2025.", day.year > 2025
    yield f"der gælder den {dag(day)}.", day.year > 2025
    yield "Indgået\t", case["agreed"] is not None


@pytest.mark.parametrize("index", range(len(AMENDMENTS)))
def test_an_amendment(index: int) -> None:
    """From the start of the plan at the earliest; both sides sign."""
    case = AMENDMENTS[index]
    own = {name: case[name] for name in (*SOME, "start", "made")}
    day = case["start"] + datetime.timedelta(days=case["after"])
    new = {
        **own,
        **({"hours": 3} if case["new_hours"] else {}),
        **({"topics": ("Kost",)} if case["new_topics"] else {}),
        **({"residents": 19} if case["new_residents"] else {}),
        **({"clauses": 1} if case["new_clauses"] else {}),
    }
    ny_plan = _with_contact(plan(**new)) if case["new_contact"] else plan(**new)
    agreed = None if case["agreed"] is None else day + datetime.timedelta(days=case["agreed"])
    facts = {"plan": plan(**own), "ny_plan": ny_plan, "gaelder_fra": day, "indgaaet_den": agreed}
    if day < case["start"] or ny_plan == facts["plan"]:
        with pytest.raises((DataError, OutsideValidity)):
            Allonge(**facts)
        return
    document = render(Allonge(**facts), pack="faelles")
    text = plain(document)

    assert differences(text, of_amendment(case, day)) == []
    assert signed(text) == signing(case)
    assert [*faults(document)] == []


def _with_contact(made: Samarbejdsplan) -> Samarbejdsplan:
    contact = Kontaktperson(navn="Ane Vig", telefon="86 12 34 56")
    return attrs.evolve(made, botilbud=attrs.evolve(made.botilbud, kontaktperson=contact))


RESIDENTS = {
    **{
        name: PLAN[name]
        for name in ("home", "party", "kommune", "doctors", "title", "ways", "practice_address")
    },
    "start": STARTS,
    "sent": (None, D(2025, 2, 28), D(2028, 2, 29)),
}
TO_RESIDENTS = cases(RESIDENTS)


def of_residents(case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Give what a resident is told: the offer is voluntary, the ordinary rules may limit it, and whom to ask."""
    name, doctors = case["doctors"]
    yield f"Til dig, der bor på {case['home']}\n", True
    yield (
        f"Fra den {dag(case['start'])} er {doctor(case)} fast tilknyttet {case['home']} som læge (lægen).",
        True,
    )
    yield f"Du får tilbud om at vælge {name or listed(doctors, 'eller')} som din læge.", True
    yield "Det er frivilligt.", True
    yield "De kan begrænse, hvilken læge du kan vælge.", True
    yield f"Hos {name} arbejder {listed(doctors or ('',))} som læge.", bool(name and doctors)
    yield "Klinikkens adresse: Søgade 3, 8660 Ry\n", case["practice_address"] is not None
    yield "Klinikkens adresse", case["practice_address"] is not None
    title = "" if case["title"] is None else f", {case['title']}"
    yield f"Kontaktpersonen er Ida Holm{title}, som du kan få fat i på {_ways(case['ways'])}.", True
    yield "Fonden Hav", False
    if case["sent"] is not None:
        yield f"\n{dag(case['sent'])}\n", True


@pytest.mark.parametrize("index", range(len(TO_RESIDENTS)))
def test_a_letter_to_the_residents(index: int) -> None:
    """In easy Danish, without a word of who the operator is."""
    case = TO_RESIDENTS[index]
    own = {name: level for name, level in case.items() if name != "sent"}
    document = render(Informationsbrev(plan=plan(**own), sendt=case["sent"]), pack="faelles")

    assert differences(plain(document), of_residents(case)) == []
    assert [*faults(document)] == []


def test_the_cases_are_over_all() -> None:
    """Every two levels meet; a list that was cut short would prove less."""
    for factors, made in (
        (PLAN, PLANS),
        (TERMINATION, TERMINATIONS),
        (LETTER, LETTERS),
        (AMENDMENT, AMENDMENTS),
    ):
        names = list(factors)
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                met = {(str(case[one]), str(case[other])) for case in made}
                assert len(met) == len({*map(str, factors[one])}) * len({*map(str, factors[other])}), (
                    one,
                    other,
                )
