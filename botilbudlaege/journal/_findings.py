"""The catalogue of the journal: what keeps it from being read or written."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

JOURNAL_UNUSABLE = Entry(
    "cannot-write",
    message="Listen over det, der er lavet i mappen, kan ikke læses eller skrives.",
    remedy="Kontrollér, at der er plads, og at du har adgang, og kør igen.",
)
JOURNAL_IS_LINK = JOURNAL_UNUSABLE.but(
    message="Listen over det, der er lavet i mappen, er et link og bliver ikke fulgt.",
    remedy="Slet linket, og kør igen.",
)
