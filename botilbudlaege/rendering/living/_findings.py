"""The catalogue of living documents: why one cannot carry its facts, and what of one cannot be read."""

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
OTHER_LETTERS = Entry(
    "not-read",
    severity="warning",
    message="Filen har skrifttyper med sig, og de kan vise andre bogstaver end dem, der er læst.",
    remedy="Slå i Word fra, at skrifttyper indlejres i filen, gem den, og se teksten igennem.",
)
FETCHES_STYLES = OTHER_LETTERS.but(
    message="Filen henter sine typografier i en skabelon, hver gang den åbnes, så teksten kan se anderledes ud end den, der er læst.",
    remedy="Fjern i Word fluebenet ved »Opdater automatisk typografier« under Udvikler, Dokumentskabelon, og gem filen.",
)
PRINTS_FIELDS = OTHER_LETTERS.but(
    message="Filen er sat til kun at udskrive det, der er skrevet i en formulars felter; resten kommer ikke med på papir.",
    remedy="Slå det fra i Word under Indstillinger, Avanceret, Ved udskrivning af dette dokument.",
)
