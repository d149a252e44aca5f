"""The catalogue of the rules: what is wrong with a rule set, and what a rule remarks or refuses."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# A rule set ---------------------------------------------------------------------------------------------

SYNTAX = Entry("syntax", message="Filen er ikke gyldig TOML.", remedy="Ret linjen.")
EMPTY = Entry("empty", message="Der er ingen værdi.", remedy="Tilføj en.")
SOURCE_ENDS_FIRST = Entry(
    "swapped-dates",
    message="Kilden slutter den {slut}, før værdien begynder den {begynder}.",
    remedy="Byt eller ret datoerne.",
)
OVERLAP = Entry(
    "overlap",
    message="Værdien begynder den {begynder}, mens den forrige endnu gælder.",
    remedy="Sæt værdierne i rækkefølge efter dato, uden overlap.",
)
NOTICE_TOO_SHORT = Entry(
    "impossible-value", message="Varslet skal være mindst 1 måned.", remedy="Ret værdien."
)
NO_HOURS = NOTICE_TOO_SHORT.but(message="Der skal være mindst ét timetal, og alle skal være mindst 1.")

# The hour tiers of a rule set ---------------------------------------------------------------------------

FIRST_TIER = NOTICE_TOO_SHORT.but(message="Det første trin skal begynde ved 1 beboer.")
ORDER_OF_TIERS = NOTICE_TOO_SHORT.but(
    message="Trinene skal stå i rækkefølge efter antal beboere, hvert antal én gang."
)
TIERS_BEFORE_SCHEME = NOTICE_TOO_SHORT.but(message="Trinene kan tidligst gælde fra den {begynder}.")
HOURS_OF_TIER = NOTICE_TOO_SHORT.but(message="Et trin kan kun give {timer} timer.")

# Days ---------------------------------------------------------------------------------------------------

BEFORE_SCHEME = Entry(
    "before-scheme",
    message="Den {dag} ligger før den {begynder}, hvor reglen begynder at gælde.",
    remedy="Ret datoen.",
)
TOO_LATE = Entry("too-late", message="Året {aar} er for sent at regne fra.", remedy="Ret datoen.")
NOT_QUARTER_END = Entry(
    "not-quarter-end", message="Den {dag} er ikke udgangen af et kvartal.", remedy="Vælg fx den {naermeste}."
)
UNCONFIRMED_SOURCE = Entry(
    "unconfirmed-source",
    severity="remark",
    message="Kilden er kun kendt til og med den {til}, og datoen er den {dag}.",
    remedy="Bekræft reglen i den overenskomst, der gælder på datoen.",
)
MADE_AFTER_START = Entry(
    "made-after-start",
    severity="remark",
    message="Planen er indgået den {indgaaet}, efter at den trådte i kraft den {start}.",
    remedy="Bekræft datoerne.",
)
END_BEFORE_START = Entry(
    "end-before-start",
    severity="remark",
    message="Planen ophører den {ophoer}, før den træder i kraft den {start}.",
    remedy="Bekræft datoerne.",
)

# Whether a home is of the first phase -------------------------------------------------------------------

SCOPE_UNKNOWN = Entry(
    "scope",
    severity="remark",
    message="Det vides ikke, om botilbuddet er omfattet.",
    remedy="Angiv lovgrundlag.",
)
LATER_PHASE = SCOPE_UNKNOWN.but(
    message="Botilbuddet hører til en senere fase, hvis tidspunkt ikke er offentliggjort; det fremgår heller ikke, hvordan kravet om længerevarende ophold vil gælde.",
    remedy="Bekræft, at planen kan indgås nu.",
)
NOT_LONG_TERM = SCOPE_UNKNOWN.but(
    message="Botilbuddet er ikke længerevarende og derfor ikke omfattet.", remedy="Bekræft oplysningen."
)
LONG_TERM_UNKNOWN = SCOPE_UNKNOWN.but(
    message="Det er ikke oplyst, om botilbuddet er længerevarende.", remedy="Angiv laengerevarende."
)

# Hours and coverage -------------------------------------------------------------------------------------

NO_RESIDENTS = Entry("impossible-value", message="Antallet af beboere er under 1.", remedy="Ret det.")
NO_TIERS = Entry(
    "no-tiers",
    message="Grænsen mellem {muligheder} timer er ikke offentliggjort, og der er ikke sat timetrin.",
    remedy="Sæt dem med regelsaet().med_timetrin(..., kilde=...), eller skriv timetallet i planen.",
)
MISSING_DATE = Entry("missing-date", message="Timetrinene afhænger af datoen.", remedy="Angiv dato.")
NOT_HOURS = Entry(
    "impossible-value", message="Et timetal er ikke et helt tal på mindst 1.", remedy="Ret det."
)
ORDER = Entry(
    "order",
    message="Timetallene står ikke i rækkefølge efter dato, eller der er ingen.",
    remedy="Angiv planens start først, derefter hver ændring.",
)
IMPOSSIBLE_COVERAGE = Entry(
    "impossible-value",
    message="Antallet med plan skal være mellem 0 og antallet af botilbud.",
    remedy="Ret tallene.",
)

# Duties and activities ----------------------------------------------------------------------------------
