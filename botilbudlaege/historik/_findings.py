"""The catalogue of courses: rows of events that cannot be, and rows that contradict each other."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# A row of events ----------------------------------------------------------------------------------------

EVENT_WITHOUT_DAY = Entry(
    "event-without-day",
    message="Hændelsen har ingen dato.",
    remedy="Skriv dagen, den gælder fra; for en opsigelse den dag, den er kommet frem.",
)
DAY_WITHOUT_EVENT = Entry(
    "day-without-event",
    message="Der står en dato, men ikke, hvad der er sket.",
    remedy="Skriv hændelsen, eller slet datoen.",
)
NEW_PRACTICE = Entry(
    "new-practice",
    message="En ny praksis er to hændelser: én plan opsiges, og en anden indgås.",
    remedy="Skriv en række med OPSAGT og en med INDGAAET.",
)
HOURS_MISSING = Entry(
    "hours-missing",
    message="Timetallet er ændret, men det nye mangler.",
    remedy="Udfyld timer pr. måned.",
)
OTHER_START = Entry(
    "other-start",
    message="Datoen for en indgået plan er dens ikrafttræden, men der står to forskellige.",
    remedy="Skriv den samme dag, eller lad den ene være tom.",
)
NOT_A_TERMINATION = Entry(
    "not-a-termination",
    message="Hændelsen er ingen opsigelse.",
    remedy="Slet oplysningen, eller ret hændelsen til OPSAGT.",
)

HOURS_BEFORE_MISSING = Entry(
    "hours-missing",
    message="Timetallet er ændret, men det tidligere står hverken i række {anden} eller senere.",
    remedy="Udfyld timer pr. måned i den række, hvor planen er indgået.",
)

# The rows as they are given -----------------------------------------------------------------------------

NOT_A_NUMBER_EACH = Entry(
    "wrong-type",
    message="Der er {numre} numre til {raekker} rækker.",
    remedy="Giv hver række sit nummer, eller udelad dem.",
)

# Rows that do not go together ---------------------------------------------------------------------------

OVERLAP = Entry(
    "contradiction",
    message="Planen begynder den {start}, mens planen i række {anden} gælder.",
    remedy="Skriv opsigelsen af den første, ret datoen, eller slet den ene række, hvis de er om den samme plan.",
    meaning="To rækker om det samme botilbud kan ikke begge være rigtige.",
)
TERMINATED_TWICE = OVERLAP.but(
    message="Planen er allerede opsagt i række {anden}.", remedy="Slet den ene række."
)
OF_EITHER = OVERLAP.but(
    message="Opsigelsen kan gælde både planen i række {anden} og planen i række {tredje}, der begynder samme dag.",
    remedy="Skriv i rækken navnet på praksis eller dens ydernummer.",
)
CHANGED_TWICE = OVERLAP.but(
    message="Række {anden} ændrer det samme fra samme dag.", remedy="Slet eller ret den ene række."
)
CHANGE_TOO_EARLY = OVERLAP.but(
    message="Ændringen gælder fra en dag før planens ikrafttræden i række {anden}.",
    remedy="Ret en af datoerne.",
)
CHANGE_TOO_LATE = OVERLAP.but(
    message="Ændringen gælder først, efter at planen ophører ved opsigelsen i række {anden}.",
    remedy="Ret en af datoerne.",
)
OTHER_PRACTICE = OVERLAP.but(
    message="Rækken er om en anden praksis end planen i række {anden}.",
    remedy="En ny praksis er to hændelser: skriv en række med OPSAGT og en med INDGAAET. Har den samme praksis fået nyt navn, så skriv ydernummeret i begge rækker.",
)
OTHER_PARTY = OVERLAP.but(
    message="Rækken har en anden part på botilbuddets side end planen i række {anden}.",
    remedy="En ny part er to hændelser: skriv en række med OPSAGT og en med INDGAAET. Har den samme organisation fået nyt navn, så skriv CVR-nummeret i begge rækker.",
)
OTHER_HOME = OVERLAP.but(
    message="{felt} er noget andet i række {anden}.",
    remedy="Ret den ene; er det ændret, så skriv det som en hændelse med dato.",
)
NO_AGREEMENT = Entry(
    "no-agreement",
    message="Der er ingen plan, som hændelsen kan gælde.",
    remedy="Skriv en række med INDGAAET, eller ret datoen. Har botilbuddet skiftet navn, så skriv P-nummeret i alle dets rækker.",
)
WHICH_HOME = Entry(
    "which-home",
    message="Der er flere botilbud med det navn, og rækken siger ikke, hvilket den er om.",
    remedy="Skriv P-nummeret i rækken.",
)
NOTHING_CHANGED = Entry(
    "nothing-changed",
    message="Rækken ændrer intet i planen.",
    remedy="Skriv det nye, eller slet rækken.",
)

# Coverage over time -------------------------------------------------------------------------------------

SWAPPED_DAYS = Entry("swapped-days", message="Den sidste dag ligger før den første.", remedy="Byt om på dem.")
OUTSIDE_PERIOD = Entry(
    "outside-period", message="Den {dag} ligger uden for perioden.", remedy="Vælg en dag i den."
)
