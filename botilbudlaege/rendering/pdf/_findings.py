"""The catalogue of PDF: why a document cannot be made one, or drawn."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# What the machine lacks ---------------------------------------------------------------------------------

NO_LIBREOFFICE = Entry(
    "missing-program",
    message="PDF kræver programmet LibreOffice (soffice), som ikke er installeret.",
    remedy="Installér det, i Debian og Ubuntu: apt-get install libreoffice-writer-nogui fonts-liberation2",
)
NO_POPPLER = NO_LIBREOFFICE.but(
    message="Et billede af en side kræver programmet {program}, som ikke er installeret.",
    remedy="Installér det, i Debian og Ubuntu: apt-get install poppler-utils",
)
NO_PIKEPDF = Entry(
    "missing-extra",
    message="PDF kræver pikepdf, som ikke er installeret.",
    remedy="Installér det: pip install 'botilbudlaege[pdf]'",
)
NO_PILLOW = NO_PIKEPDF.but(message="En sammenligning af sider kræver Pillow, som ikke er installeret.")
NO_ROOM = Entry(
    "cannot-write",
    message="Der kan ikke skrives midlertidige filer, eller LibreOffice kan ikke startes.",
    remedy="Kontrollér, at der er plads og adgang i mappen for midlertidige filer (TMPDIR), og prøv igen.",
)

# What LibreOffice did -----------------------------------------------------------------------------------

PDF_FAILED = Entry(
    "pdf-failed",
    message="LibreOffice kan ikke lave dokumentet om til PDF.",
    remedy="Åbn Word-filen og se, om den er hel.",
)
PDF_CRASHED = Entry(
    "pdf-crashed",
    message="LibreOffice gik ned, da dokumentet skulle laves om til PDF.",
    remedy="Prøv igen; sker det hver gang, så åbn Word-filen og gem den som PDF derfra.",
)
PDF_TIMEOUT = Entry(
    "pdf-timeout",
    message="LibreOffice blev ikke færdig med at lave dokumentet om til PDF og er stoppet.",
    remedy="Prøv igen, når maskinen har mindre at lave; sker det hver gang, så åbn Word-filen og gem den som PDF derfra.",
)

# A page as a picture ------------------------------------------------------------------------------------

PAGE_NUMBER = Entry(
    "page-number",
    message="Sidens nummer er ikke et helt tal.",
    remedy="Skriv det som et tal, fx page=1.",
)
NO_PAGE = Entry(
    "no-page",
    message="Side {side} findes ikke: dokumentet har {sider} sider.",
    remedy="Vælg en side fra 1 til {sider}.",
)
ONE_PAGE = NO_PAGE.but(message="Side {side} findes ikke: dokumentet har 1 side.", remedy="Vælg side 1.")
PICTURE_FAILED = Entry(
    "picture-failed",
    message="Siden kan ikke vises som billede.",
    remedy="Gem dokumentet som PDF, og åbn den.",
)
