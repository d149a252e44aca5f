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
MISSING_EXTRA = Entry(
    "missing-extra",
    message="En journal i en database kræver en udvidelse, der ikke er installeret.",
    remedy="Installér den: pip install 'botilbudlaege[journal]'",
)
DATABASE_UNUSABLE = Entry(
    "database-unusable",
    message="Databasen med det, der er udstedt, kan ikke bruges.",
    remedy="Kontrollér adressen, at databasen kører, og at dens driver er installeret.",
)
NOT_ISSUED = Entry(
    "not-issued",
    message="Filen er ikke noteret som et dokument, der er lavet i mappen.",
    remedy="Skriv navnet på en fil, som batch har lavet.",
)
NO_JOURNAL = Entry(
    "no-journal",
    message="Der er ingen liste over det, der er lavet i mappen.",
    remedy="Angiv en mappe, som batch har lavet dokumenter i.",
)
