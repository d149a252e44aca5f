"""The catalogue of proposing: answers that cannot be read."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The answers ----------------------------------------------------------------------------------------------

NO_SUCH_FIELD = Entry(
    "unknown-answer",
    message="Svaret »{svar}« er ikke et felt.",
    remedy="{forslag}Skriv ja, nej, linje, slet, et felt eller feltets navn fra arket Felter.",
    meaning="Et svar i forslaget er hverken ja, nej eller et felt.",
)
AMBIGUOUS_YES = NO_SUCH_FIELD.but(
    message="Svaret er ja, men der er flere forslag.",
    remedy="Skriv det rigtige af dem i kolonnen Svar: {forslag}.",
)
NO_PROPOSAL = NO_SUCH_FIELD.but(
    message="Svaret er ja, men der er intet forslag.",
    remedy="Skriv et felt, linje, slet eller nej i kolonnen Svar.",
)
NO_CHANGE = NO_SUCH_FIELD.but(
    message="Svaret {svar} er kun til en registreret ændring, og det her er et sted.",
    remedy="Skriv ja, et felt, linje, slet eller nej i kolonnen Svar.",
)
NOT_PRINTED = NO_SUCH_FIELD.but(
    message="Feltet {felt} er en gruppe af felter og kan ikke stå i en tekst.",
    remedy="Skriv et af felterne i gruppen; arket Felter har dem.",
)
WRONG_FILTER = NO_SUCH_FIELD.but(
    message="Filteret {filter} kan ikke bruges på feltet {felt}.",
    remedy="Skriv feltet alene, eller vælg et andet filter.",
)
NO_SUCH_CODE = NO_SUCH_FIELD.but(
    message="Feltet {felt} har ikke koden {kode}.", remedy="Skriv en af dem: {koder}."
)
