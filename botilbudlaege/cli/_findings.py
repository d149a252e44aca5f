"""The catalogue of the command line: what is wrong with a command, and what is said of a folder that is read."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The command --------------------------------------------------------------------------------------------

UNKNOWN_COMMAND = Entry("usage", message="Kommandoen{navn} findes ikke.", remedy="{ment}Se {hjaelp}.")
UNKNOWN_OPTION = UNKNOWN_COMMAND.but(message="Valget{navn} findes ikke.")
TOO_MANY_ARGUMENTS = UNKNOWN_COMMAND.but(
    message="Der er for mange argumenter.",
    remedy="Sæt et navn med mellemrum i anførselstegn. Se {hjaelp}.",
)
MISSING_ARGUMENT = UNKNOWN_COMMAND.but(message="Der mangler{navn}.", remedy="Se {hjaelp}.")
NO_VALUE = MISSING_ARGUMENT.but(message="Valget{navn} mangler en værdi.")
NO_VALUE_TAKEN = MISSING_ARGUMENT.but(message="Valget{navn} har ingen værdi.")
OPTION_NOT_A_NUMBER = MISSING_ARGUMENT.but(message="Ved{navn} skal stå et helt tal.")
NOT_A_STREAM = MISSING_ARGUMENT.but(
    message="Ved{navn} skal stå navnet på en fil eller en mappe; »-« er intet navn.",
    remedy="Kommandoen læser og skriver filer, ikke det, der føres til og fra andre programmer. Se {hjaelp}.",
)
TOO_MANY_PROCESSES = Entry(
    "too-large", message="Så mange processer kan ikke startes.", remedy="Angiv højst {hoejst}."
)
NOT_REACHED = Entry(
    "cannot-read",
    message="Filen eller mappen kan ikke læses eller skrives.",
    remedy="Kontrollér navnet, at du har adgang, og at intet andet program har den åben.",
)
IMPOSSIBLE_DATE = Entry(
    "impossible-date",
    message="Datoen findes ikke eller er skrevet forkert.",
    remedy="Skriv den som år-måned-dag, fx 2026-03-31.",
)

# What does not go together ------------------------------------------------------------------------------

NO_FACTS = Entry(
    "usage",
    message="Der er ingen fil med oplysninger.",
    remedy="Angiv filen, eller både --pack og --document, når pakken selv har oplysningerne.",
)
REGISTER_OF_A_FILE = Entry(
    "usage",
    message="--register er til en mappe med dokumenter.",
    remedy="Angiv mappen, eller brug -o.",
)
PICTURES_OF_A_FOLDER = Entry(
    "usage", message="--billeder er til ét dokument.", remedy="Angiv dokumentet i stedet for mappen."
)
ALLONGE_OVER_PLAN = Entry("usage", message="Allongen ville erstatte planen.", remedy="Giv den et andet navn.")
ALLONGE_WITHOUT_DAY = Entry("usage", message="En allonge gælder fra en dag.", remedy="Angiv --fra og datoen.")
ALLONGE_OF_NO_PLAN = Entry(
    "usage", message="En allonge laves af en samarbejdsplan.", remedy="Læs en levende plan."
)
FOLDER_WITHOUT_REGISTER = Entry(
    "usage",
    message="Det er en mappe.",
    remedy="Angiv --register og en fil, der ender på .csv eller .xlsx.",
)
NO_WORD_FILES = Entry(
    "usage", message="Mappen har ingen Word-filer.", remedy="Angiv mappen med de returnerede dokumenter."
)

NOT_A_NUMBER = Entry("wrong-type", message="Her skal stå et helt tal.", remedy="Skriv fx 3.")
NOT_A_PLAN = Entry(
    "wrong-type", message="Her skal stå en samarbejdsplan.", remedy="Angiv filen med planen, som den bliver."
)
SUCCESSOR_WITHOUT_DAY = Entry(
    "usage",
    message="En efterfølger tager over efter en pakke på en dag.",
    remedy="Angiv både --efterfoelger-til og --fra.",
)
SUCCESSOR_IS_A_COPY = Entry(
    "usage",
    message="En efterfølger har alt det, som den anden pakke selv har.",
    remedy="Udelad --bygger-paa, --klausul og --dokument, og ret i den nye pakke.",
)
NO_REGION = Entry(
    "no-region",
    severity="remark",
    message="Pakken er ikke for nogen region og vælges kun, når man beder om den.",
    remedy="Er den for en region, så skriv den ved regioner; ellers skriv regioner = [].",
)

NOT_HTML = Entry(
    "unknown-format", message="Et gennemsyn er en side til en browser.", remedy="Lad filnavnet ende på .html."
)

# A file where a pack is to be checked -------------------------------------------------------------------

FILE_OF_PACK = Entry(
    "no-pack",
    message="Det er en fil i en pakke, og her skal stå pakken.",
    remedy="Skriv {mappe} i stedet.",
)
WORD_FILE_ALONE = FILE_OF_PACK.but(
    message="Det er en Word-fil, og her skal stå en pakke.",
    remedy="Lav en pakke af den med botilbudlaege import, og skriv pakkens mappe.",
)
NO_PACK = FILE_OF_PACK.but(
    message="Det er en fil, og her skal stå en pakke.",
    remedy="Skriv pakkens id eller mappe.",
)

# A folder of returned documents -------------------------------------------------------------------------

FOLDER_NOT_READ = Entry(
    "not-read",
    severity="warning",
    message="Mappen er ikke læst.",
    remedy="Læs den for sig, eller flyt filerne op.",
)
NOT_WORD = FOLDER_NOT_READ.but(
    message="Filen er ikke en Word-fil (.docx) og er ikke læst.", remedy="Gem den som .docx i Word."
)
NO_ROW = Entry(
    "no-row",
    message="Dokumentet handler ikke om ét botilbud og kan ikke stå i et register.",
    remedy="Læs det for sig.",
)
NOT_IN_ROW = Entry(
    "not-in-row",
    severity="remark",
    message="Registeret har ikke plads til {felter}.",
    remedy="Læs dokumentet for sig, hvis de skal gemmes.",
)
NAMELESS = Entry(
    "missing",
    message="Botilbuddet har intet navn, så dokumentet er ikke med i registeret.",
    remedy="Udfyld det i dokumentet.",
)
DUPLICATE_HOME = Entry(
    "duplicate-home", message="Botilbuddet står også i {fil}.", remedy="Fjern den ene fil."
)
