"""The catalogue of living documents: why one cannot carry its facts."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

NOT_A_FORM = Entry(
    "not-a-form",
    message="Dokumentet kan ikke blive en formular: teksten afhænger af {oplysning}, som ikke er et valg mellem faste svar.",
    remedy="{afhjaelpning} Eller lav en almindelig kladde.",
)
READS_AS_EMPTY = Entry(
    "reads-as-empty",
    message="Teksten i {felt} er den samme som den, der står i et tomt felt.",
    remedy="Skriv den rigtige oplysning, eller udelad den.",
)
