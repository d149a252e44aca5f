"""The catalogue of a batch: what stops it before its first row."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The register and the folder ----------------------------------------------------------------------------

UNKNOWN_FORMAT = Entry(
    "unknown-format", message="Registeret er ikke en tabel.", remedy="Endelserne er {endelser}."
)
NO_FOLDER_MADE = Entry("cannot-write", message="Mappen kan ikke laves.", remedy="Vælg en anden.")
FOLDER_IN_USE = Entry(
    "folder-in-use",
    message="En anden kørsel er i gang i mappen.",
    remedy="Vent, til den er færdig, og kør igen.",
    meaning="To kørsler i den samme mappe ville skrive i hinandens filer.",
)
NO_SUCH_FOLDER = Entry(
    "no-folder",
    message="Mappen findes ikke eller er et link.",
    remedy="Angiv den mappe, som dokumenterne ligger i.",
)
ASIDE_ELSEWHERE = Entry(
    "file-name",
    message="Mappen til det, der flyttes, ligger et andet sted.",
    remedy="Skriv kun navnet på en mappe i mappen, fx arkiv.",
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
SIGNED = Entry(
    "signed",
    message="Filen er underskrevet, og registeret siger noget andet nu; den er ikke erstattet.",
    remedy="Lav en allonge om det, der er aftalt, eller ret registeret; en ny fil kræver, at den flyttes.",
    meaning="Dokumentet er underskrevet, og rækken er ændret siden.",
)
OTHER_KIND = Entry(
    "other-kind",
    message="Filen er et andet dokument, som en tidligere kørsel har lavet ({slags}), og er ikke erstattet.",
    remedy="Vælg en anden mappe, eller overskriv den (--overwrite, overwrite=True).",
    meaning="En kladde erstatter ikke et færdigt dokument, og et dokument ikke et af en anden slags.",
)

STALE_PDF = Entry(
    "stale-pdf",
    severity="warning",
    message="PDF'en er lavet af et tidligere dokument end det, der nu ligger ved siden af.",
    remedy="Kør igen med PDF (--pdf, pdf=True), eller slet den.",
)
LEFT_OVER_UNKNOWN = Entry(
    "left-over-unknown",
    severity="remark",
    message="Det kan ikke siges, hvilke filer ingen række giver længere: af række {raekker} ses det ikke, hvilket botilbud den er om.",
    remedy="Ret rækkerne, og kør igen.",
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
