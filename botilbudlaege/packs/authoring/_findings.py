"""The catalogue of authoring: what keeps a new pack from being made, or a clause from being tried or saved."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry
from botilbudlaege.packs import _findings as _packs
from botilbudlaege.packs.checking import _findings as _checking
from botilbudlaege.packs.folder import _findings as _folder

# A new pack ---------------------------------------------------------------------------------------------

BAD_ID = _folder.BAD_ID.but(
    message="Pakkens id må kun have små bogstaver a-z, cifre og _, og begynder med et bogstav.",
    remedy="Ret det, fx nordjylland.",
)
ID_TAKEN = _folder.DUPLICATE_PACK.but(
    message="Pakken {pakke} findes allerede: i {sted}.", remedy="Vælg et andet id."
)
UNKNOWN_CLAUSE = Entry(
    "unknown-name",
    message="Klausulen {navn} findes ikke i pakken, der bygges på.",
    remedy="{forslag}",
)
UNKNOWN_DOCUMENT = UNKNOWN_CLAUSE.but(message="Dokumentet {navn} findes ikke i pakken, der bygges på.")
FOLDER_EXISTS = Entry("cannot-write", message="Mappen findes allerede.", remedy="Vælg et andet navn.")
PROJECT_NOT_MADE = FOLDER_EXISTS.but(
    message="Mappen kan ikke laves.", remedy="Vælg et andet navn eller sted."
)

# A pack that takes over from another --------------------------------------------------------------------

HAS_SUCCESSOR = Entry(
    "has-successor",
    message="Pakken {pakke} har allerede en efterfølger: {anden}.",
    remedy="Ret efterfoelger og gyldig_til i dens pakke.toml, hvis en anden skal tage over.",
)
ENDS_OTHERWISE = HAS_SUCCESSOR.but(
    message="Pakken {pakke} gælder til og med den {til}, og efterfølgeren skulle gælde fra den {fra}.",
    remedy="Ret gyldig_til i dens pakke.toml, eller vælg dagen efter.",
)
BEGINS_LATER = HAS_SUCCESSOR.but(
    message="Pakken {pakke} gælder først fra den {fra}, og efterfølgeren kan ikke gælde før.",
    remedy="Vælg en senere dag.",
)
DATES_BY_HAND = Entry(
    "by-hand",
    message="Filen er skrevet på en måde, så datoerne ikke kan sættes herfra.",
    remedy="Skriv gyldig_til og efterfoelger i den, og lav efterfølgeren med botilbudlaege new-pack uden --efterfoelger-til.",
)

# A clause that is tried ---------------------------------------------------------------------------------

NO_SUCH_CLAUSE = Entry(
    "unknown-clause", message="Pakken {pakke} har ikke klausulen {klausul}.", remedy="{forslag}"
)
CLAUSE_UNCHANGED = _checking.CLAUSE_UNCHANGED.but(
    message="Klausulen {klausul} er den samme som i pakken {pakke}.",
    remedy="Ret den, eller lad pakkens stå.",
)
CLAUSE_MISSPELT = _packs.CLAUSE_MISSPELT.but(
    message="Klausulen {klausul} bruges ikke af noget dokument i pakken {pakke}."
)
CLAUSE_WITHOUT_PLACE = _packs.CLAUSE_WITHOUT_PLACE.but(
    message="Klausulen {klausul} bruges ikke af noget dokument i pakken {pakke}."
)

# A clause that is saved, and its reason -----------------------------------------------------------------

INSTALLED_PACK = Entry(
    "installed-pack",
    message="Pakken {pakke} er installeret, og det, der gemmes i den, ville gå tabt.",
    remedy="Lav en pakke, der bygger på den, med botilbudlaege new-pack, og gem i dens mappe.",
)
INSTALLED_BEFORE = INSTALLED_PACK.but(
    message="Pakken {pakke} er installeret, og dens sidste dag kan ikke skrives dér.",
    remedy="Angiv den mappe, som den er installeret fra, fx ./{pakke}, og installér den igen bagefter.",
)
LEFT_OUT = _folder.CLAUSE_LEFT_OUT_BUT_THERE.but(
    message="Klausulen er udeladt i pakken.", remedy="Slet udelad."
)
WITHOUT_REASON = _folder.CLAUSE_WITHOUT_REASON.but(
    message="Klausulen har ingen begrundelse.", remedy='Angiv begrundelse="…".'
)
BY_HAND = Entry(
    "by-hand",
    message="Begrundelsen står i filen på en måde, så den ikke kan rettes herfra.",
    remedy="Ret den i filen, og gem igen uden begrundelse.",
)
FOLDER_NOT_MADE = FOLDER_EXISTS.but(
    message="Mappen kan ikke laves.", remedy="Vælg en mappe, der kan skrives i."
)
