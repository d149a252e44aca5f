"""The catalogue of Word files: what a file from outside may not be or hold."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# Whether it is a Word file ------------------------------------------------------------------------------

NOT_DOCX = Entry(
    "not-docx",
    message="Filen er ikke et Word-dokument.",
    remedy="Gem den igen i Word som .docx.",
    meaning="Filen er ikke et Word-dokument, eller den er beskadiget.",
)
DAMAGED = NOT_DOCX.but(message="Filen er ikke et Word-dokument, eller den er beskadiget.")
OTHER_LENGTH = NOT_DOCX.but(message="En del af filen har en anden længde, end den siger.")
OTHER_FORMAT = NOT_DOCX.but(message="Filen er ikke gemt i Words almindelige format.")
OTHER_TYPE = NOT_DOCX.but(message="Filen siger ikke, at den er et Word-dokument.")
OLD_FORMAT = Entry(
    "encrypted",
    message="Filen har en adgangskode, eller den er gemt i Words gamle format.",
    remedy="Fjern adgangskoden, og gem den igen i Word som .docx.",
    meaning="Word-filen er krypteret.",
)
ENCRYPTED = OLD_FORMAT.but(message="Filen er krypteret.")

# How large it is ----------------------------------------------------------------------------------------

FILE_TOO_LARGE = Entry(
    "too-large",
    message="Filen er over {mb} MB.",
    remedy="Del den op, eller gør billederne mindre.",
    meaning="Et tal, en fil eller en del af en fil er for stor.",
)
UNPACKED_TOO_LARGE = FILE_TOO_LARGE.but(message="Filen fylder udpakket over {mb} MB.")
PART_TOO_LARGE = FILE_TOO_LARGE.but(message="En del af filen er over {mb} MB.")
TOO_MANY_PARTS = FILE_TOO_LARGE.but(message="Filen har over {antal} dele.")
TOO_MANY_ELEMENTS = FILE_TOO_LARGE.but(message="Filen har over {antal} elementer.")
BOMB = Entry(
    "bomb",
    message="En del af filen er pakket over {gange} gange.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er pakket så hårdt, at den kan være lavet for at skade.",
)

# How it is packed ---------------------------------------------------------------------------------------

COMPRESSION = Entry(
    "compression",
    message="En del af filen er pakket på en måde, som Word ikke bruger.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er pakket på en måde, som Word ikke bruger.",
)
DUPLICATE_NAME = Entry(
    "duplicate-name",
    message="To dele af filen har samme navn.",
    remedy="Gem den igen i Word som .docx.",
    meaning="To dele af Word-filen har samme navn.",
)
TRAVERSAL = Entry(
    "traversal",
    message="En del af filen har et navn, der peger ud af den.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen har et navn, der peger ud af filen.",
)
ENCODING = Entry(
    "encoding",
    message="En del af filen er ikke i UTF-8.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er ikke gemt som UTF-8.",
)
DTD = Entry(
    "dtd",
    message="En del af filen har en DTD.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen har en DTD, som kan bruges til at skade.",
)

# What it holds ------------------------------------------------------------------------------------------

ACTIVE_PART = Entry(
    "active-content",
    message="Filen indeholder makroer eller indlejrede objekter.",
    remedy="Fjern det, og gem den igen i Word som .docx.",
    meaning="Word-filen har makroer, indlejrede objekter eller en tilknyttet skabelon.",
)
ACTIVE_TYPE = ACTIVE_PART.but(
    message="Filen er en skabelon- eller makrofil (.dotx, .docm) eller har makroer."
)
ACTIVE_CONTENT = ACTIVE_PART.but(message="Filen har {hvad}.")
EXTERNAL = Entry(
    "external",
    message="Filen henter noget udefra ({hvad}).",
    remedy="Fjern det, og gem den igen i Word som .docx.",
    meaning="Word-filen henter noget fra et andet sted.",
)
EXTERNAL_FIELD = EXTERNAL.but(message="Filen har et felt, der henter noget udefra ({hvad}).")
