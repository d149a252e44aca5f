"""Every two facts of a document of the follow-up group, or of its materials, together: nothing dangles, is empty or stands twice."""

from __future__ import annotations

import contextlib
import datetime
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import (
    Daekning,
    Daekningsstatus,
    Idekatalog,
    Implementeringsplan,
    Informationsmateriale,
    Kommissorium,
    Maalgruppe,
    Medlem,
    Milepael,
    MissingInformation,
    Modtager,
    Opgave,
    Programpunkt,
    Region,
    Tema,
    Tidspunkt,
    Webinar,
    render,
)
from botilbudlaege.begreber import Medlemsrolle
from tests.templates.pairwise import cases
from tests.templates.read_aloud import dag, faults, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

D = datetime.date
DAYS = (None, D(2025, 1, 15), D(2025, 12, 31), D(2026, 1, 1), D(2028, 2, 29))
REGIONS = (None, Region.MIDTJYLLAND, Region.OESTDANMARK)
MEMBERS = (
    Medlem(rolle=Medlemsrolle.FORMANDSKAB, antal_min=1, funktion="kontorchef"),
    Medlem(rolle=Medlemsrolle.MEDLEM, antal_min=2, antal_max=3, enhed="PLO", bemaerkning="En bemærkning."),
    Medlem(rolle=Medlemsrolle.AD_HOC, antal_max=3, funktion="økonom", enhed="Koncern Økonomi"),
    Medlem(rolle=None, funktion=None),
)
STEPS = (
    Milepael(hvornaar=Tidspunkt.find("2. februar 2025"), hvad="Møde"),
    Milepael(hvornaar=Tidspunkt.find("efteråret 2025"), hvad="Status"),
    Milepael(hvornaar=None, hvad=None),
)
TASKS = (
    Opgave(opgave="Udkast"),
    Opgave(opgave="Udkast", ansvarlig="sek.", rolle="udarbejder", frist=Tidspunkt.find("primo marts 2025")),
    Opgave(opgave=None),
)
GROUPS = (
    (),
    (Daekning(navn="Køge", med_plan=1, i_alt=2),),
    (Daekning(navn="Køge", med_plan=1, i_alt=2), Daekning(navn="ikke oplyst", med_plan=0, i_alt=1)),
)
PROGRAMME = (
    Programpunkt(titel="Velkomst"),
    Programpunkt(titel="Ordningen", klokkeslaet="14.00", oplaegsholder="Regionen"),
    Programpunkt(titel=None),
)


def some(items: Sequence[Any]) -> tuple[Any, ...]:
    """Not known, none, one, all that are whole, and one that is not."""
    return None, (), tuple(items[:1]), tuple(items[:-1]), tuple(items)


TEXTS = ((), ("A",), ("A", "B", "C"))
KINDS: dict[Any, dict[str, Any]] = {
    Kommissorium: {
        "region": REGIONS,
        "dato": DAYS,
        "refererer_til": (None, "styregruppen"),
        "medlemmer": some(MEMBERS),
        "opgaver": TEXTS,
        "orienteres": TEXTS,
        "opfoelgning": (None, Tidspunkt.find("4. kvartal 2025")),
        "moeder": (None, "To møder."),
        "milepaele": some(STEPS),
        "dokumenter": TEXTS,
    },
    Implementeringsplan: {"region": REGIONS, "dato": DAYS, "milepaele": some(STEPS), "opgaver": some(TASKS)},
    Daekningsstatus: {
        "dato": DAYS,
        "modtager": (None, *Modtager),
        "region": REGIONS,
        "bemaerkning": (None, "To\nlinjer."),
        **dict.fromkeys(("kommuner", "driftsformer", "lovgrundlag", "regioner"), GROUPS),
        **dict.fromkeys(("udenfor", "ukendte", "uoplyste"), (0, 1, 2)),
        "i_alt": tuple(
            Daekning(navn="I alt", med_plan=one, i_alt=all_)
            for one, all_ in ((None, None), (0, 0), (0, 1), (1, 1), (1, 3))
        ),
    },
    Webinar: {
        "titel": ("Fast læge",),
        "maalgruppe": (None, *Maalgruppe),
        "dag": DAYS,
        "region": REGIONS,
        "begynder": ("14.00",),
        "slutter": (None, "15.30"),
        "tilmelding": (None, "Skriv til os."),
        "program": some(PROGRAMME),
    },
    Idekatalog: {
        "temaer": ((), (Tema(titel="Kost", tekst="Om kost."),), (Tema(titel=None, tekst="Om søvn."),)),
        "region": REGIONS,
        "dato": DAYS,
    },
    Informationsmateriale: {"maalgruppe": (None, *Maalgruppe), "region": REGIONS, "dato": DAYS},
}


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_a_document_of_the_group_reads_well(cls: Any) -> None:
    """As a draft, and as a final where nothing that it needs is missing; its day is written in full."""
    finals = 0
    for case in cases(KINDS[cls]):
        made = cls(**case)
        draft = render(made, draft=True, pack="faelles")
        assert [*faults(draft, draft=True)] == [], case
        with contextlib.suppress(MissingInformation):
            final = render(made, pack="faelles")
            finals += 1
            assert [*faults(final)] == [], case
            day = case.get("dato") or case.get("dag")
            assert day is None or dag(day) in plain(final)
    assert finals
