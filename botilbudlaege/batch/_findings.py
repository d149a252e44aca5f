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
