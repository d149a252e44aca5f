"""The catalogue of a batch: what stops it before its first row."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The register and the folder ----------------------------------------------------------------------------

NOT_ROWS = Entry(
    "wrong-type",
    message="Her skal stå en række af objekter, men der står {givet}.",
    remedy="Sæt det i en liste.",
)
UNKNOWN_FORMAT = Entry(
    "unknown-format", message="Registeret er ikke en tabel.", remedy="Endelserne er {endelser}."
)
NO_FOLDER_MADE = Entry("cannot-write", message="Mappen kan ikke laves.", remedy="Vælg en anden.")
JOURNAL_UNUSABLE = Entry(
    "cannot-write",
    message="Listen over det, der er lavet i mappen, kan ikke læses eller skrives.",
    remedy="Kontrollér, at der er plads, og at du har adgang, og kør igen.",
)
JOURNAL_IS_LINK = JOURNAL_UNUSABLE.but(
    message="Listen over det, der er lavet i mappen, er et link og bliver ikke fulgt.",
    remedy="Slet linket, og kør igen.",
)
FOLDER_IS_LINK = Entry(
    "is-link",
    message="Mappen er et link til en anden mappe.",
    remedy="Angiv den mappe, som linket peger på.",
)

# What stands where a document is to be written ----------------------------------------------------------

FOLDER_IN_THE_WAY = Entry(
    "file-exists",
    message="Der er en mappe med filens navn.",
    remedy="Flyt mappen, eller vælg et andet mønster for navnene (--navne, names).",
)
CHANGED_BY_HAND = Entry(
    "changed-by-hand",
    message="Filen er ikke, som en tidligere kørsel lavede den, og er ikke erstattet.",
    remedy="Se, om nogen har rettet i den, og flyt den, eller overskriv den (--overwrite, overwrite=True).",
)
NOT_KNOWN_HOW = CHANGED_BY_HAND.but(
    message="Det er ikke noteret, hvordan filen var, da en tidligere kørsel lavede den, og den er ikke erstattet.",
)
OTHER_KIND = Entry(
    "other-kind",
    message="Filen er et andet dokument, som en tidligere kørsel har lavet ({slags}), og er ikke erstattet.",
    remedy="Vælg en anden mappe, eller overskriv den (--overwrite, overwrite=True).",
    meaning="En kladde erstatter ikke et færdigt dokument, og et dokument ikke et af en anden slags.",
)

# The pattern of the files' names ------------------------------------------------------------------------

PATTERN_UNREADABLE = Entry(
    "file-name",
    message="Mønsteret kan ikke læses.",
    remedy="Sæt felter i krøllede parenteser, fx {eksempel}.",
)
UNKNOWN_FIELD = PATTERN_UNREADABLE.but(message="Mønsteret har et felt, der ikke findes.", remedy="{forslag}")
LEADS_ELSEWHERE = PATTERN_UNREADABLE.but(
    message="Mønsteret peger ind i en anden mappe.", remedy="Skriv kun filens navn."
)
