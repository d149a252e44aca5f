"""The catalogue of tables as files: what is wrong with a file of rows, its sheets and its cells, and what is told of it."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The table of a register --------------------------------------------------------------------------------

CHANGED_WHILE_READ = Entry(
    "changed-while-read",
    message="Filen blev ændret, mens den blev læst.",
    remedy="Luk den i andre programmer, og prøv igen.",
)
EMPTY_TABLE = Entry(
    "empty-file",
    message="Tabellen er tom.",
    remedy="Skriv overskrifter i første række og et botilbud i hver af de følgende.",
)
TABLE_TOO_LARGE = Entry(
    "too-large",
    message="Tabellen er for stor.",
    remedy="Slet celler, der står langt fra de andre, eller del den op.",
)
SYNTAX_OF_CSV = Entry(
    "syntax",
    message="Filen kan ikke læses som CSV fra linje {linje}.",
    remedy="Gem den igen som CSV fra regnearket.",
)
SWALLOWED_ROWS = SYNTAX_OF_CSV.but(
    message="Linje {linjer} læses som én celle: et anførselstegn mangler eller står for meget.",
    remedy="Ret anførselstegnene, eller gem filen igen som CSV fra regnearket.",
)
ENCODING = Entry("encoding", message="Filens tegnsæt kan ikke læses.", remedy="Gem den igen som CSV i UTF-8.")
NOT_A_WORKBOOK = Entry(
    "syntax",
    message="Filen er ikke et regneark, eller den er beskadiget.",
    remedy="Gem den igen som .xlsx.",
)
SPLIT_VALUE = NOT_A_WORKBOOK.but(
    message="Cellens værdi er ikke skrevet i filen, som regneark skriver den, så den kan blive læst forkert.",
    remedy="Åbn filen i et regneark, og gem den igen som .xlsx.",
)
MISSING_EXTRA = Entry(
    "missing-extra",
    message="Regneark kræver, at excel-delen er installeret.",
    remedy="Installér den: pip install 'botilbudlaege[excel]'",
)

OLD_CHARSET = ENCODING.but(message="Filens tegnsæt er {tegnsaet}: æ, ø og å bliver til andre tegn.")
DOUBLE_ENCODED = ENCODING.but(
    message="Filens tegnsæt er kodet mere end én gang: æ, ø og å er blevet til flere tegn hver.",
    remedy="Hent filen igen fra det system, den kommer fra, og gem den som CSV i UTF-8.",
)
OLD_WORKBOOK = Entry(
    "other-workbook",
    message="Filen er et regneark i det gamle format (.xls).",
    remedy="Åbn den i Excel, og gem den som .xlsx.",
    meaning="Regnearket er i et format, der ikke kan læses.",
)
WORKBOOK_WITH_MACROS = OLD_WORKBOOK.but(
    message="Regnearket er gemt med makroer (.xlsm).", remedy="Gem det uden makroer, som .xlsx."
)
BINARY_WORKBOOK = OLD_WORKBOOK.but(message="Regnearket er gemt binært (.xlsb).", remedy="Gem det som .xlsx.")
OPEN_DOCUMENT = OLD_WORKBOOK.but(
    message="Regnearket er gemt som OpenDocument (.ods).", remedy="Gem det som .xlsx."
)
ENCRYPTED_WORKBOOK = OLD_WORKBOOK.but(
    message="Regnearket er beskyttet med en adgangskode, eller det er i det gamle format (.xls).",
    remedy="Gem det uden adgangskode, som .xlsx.",
)

WORKBOOK_MISNAMED = OLD_WORKBOOK.but(
    message="Filen er et regneark (.xlsx), selv om navnet ender på {endelse}.",
    remedy="Giv den et navn, der ender på .xlsx.",
)
TEXT_MISNAMED = OLD_WORKBOOK.but(
    message="Filen er intet regneark, selv om navnet ender på {endelse}.",
    remedy="Er den en CSV-fil, så giv den et navn, der ender på .csv; ellers åbn den i Excel, og gem den som .xlsx.",
)
MARKUP = OLD_WORKBOOK.but(
    message="Filen er en webside eller XML, selv om navnet ender på {endelse}.",
    remedy="Åbn den i Excel, og gem den som .xlsx.",
)
NUMBERS = OLD_WORKBOOK.but(
    message="Filen er et regneark fra Numbers.", remedy="Eksportér den fra Numbers til Excel (.xlsx)."
)
WORD = OLD_WORKBOOK.but(
    message="Filen er et Word-dokument.",
    remedy="Kopiér dens tabel over i et regneark, og gem det som .xlsx.",
)
PDF = OLD_WORKBOOK.but(
    message="Filen er en PDF.", remedy="Hent registeret som regneark fra det system, den kommer fra."
)

# Its sheets, and what is hidden in them -----------------------------------------------------------------

NO_SUCH_SHEET = Entry(
    "no-such-sheet",
    message="Regnearket har intet ark af det navn; det har {antal} ark.",
    remedy="Ret navnet, eller udelad det, så det synlige ark med overskrifterne læses.",
)
ONLY_HIDDEN = Entry(
    "only-hidden-sheets",
    message="De ark, der kan ses, er tomme; der står noget i skjulte ark: {numre}.",
    remedy="Vis arket, eller angiv dets navn (ark i kolonner.toml, --ark, ark=...).",
)
SEVERAL_SHEETS = Entry(
    "several-sheets",
    message="Der er et register i flere ark: {numre}.",
    remedy="Angiv navnet på det ark, der skal læses (ark i kolonner.toml, --ark, ark=...).",
)
OTHER_SHEETS = Entry(
    "other-sheets",
    severity="remark",
    message="Kun ark {nummer} er læst; der står også noget i ark {numre}.",
    remedy="Angiv navnet på arket, hvis det er et andet, der skal læses.",
)
HIDDEN_SHEETS = Entry(
    "hidden-sheets",
    severity="remark",
    message="Skjulte ark er ikke læst: {numre}.",
    remedy="Vis dem i regnearket, eller angiv arkets navn, hvis det er et af dem, der skal læses.",
)
FILTERED = Entry(
    "filtered",
    severity="remark",
    message="Ark {nummer} har et filter; også de rækker, det skjuler, er læst.",
    remedy="Fjern filteret, eller slet de rækker, der ikke skal med.",
)
HIDDEN_ROWS = Entry(
    "hidden-rows",
    severity="remark",
    message="Rækker, der er skjult i regnearket, er læst med: {raekker}.",
    remedy="Slet dem, hvis de ikke skal med.",
)
STRUCK_ROWS = Entry(
    "struck-text",
    severity="warning",
    message="I disse rækker er celler streget over i regnearket, og de er læst, som de står: {raekker}.",
    remedy="Slet rækkerne eller det, der er streget over, hvis det ikke gælder; ellers fjern overstregningen.",
    meaning="Noget i regnearket er streget over, og det er ikke sikkert, at det gælder.",
)
NOTES = Entry(
    "notes",
    severity="remark",
    message="Noterne i regnearket er ikke læst: {celler}.",
    remedy="Læs dem, og ret cellerne, hvis noterne siger noget andet.",
)
HIDDEN_COLUMNS = Entry(
    "hidden-columns",
    severity="remark",
    message="Kolonner, der er skjult i regnearket, er læst med: {kolonner}.",
    remedy="Slet dem, hvis de ikke skal med.",
)
MERGED_DOWN = Entry(
    "merged-cells",
    severity="remark",
    message="Cellerne er flettet, og værdien er brugt i alle rækkerne: {celler}.",
    remedy="Se efter, at den gælder dem alle; ellers del cellerne, og skriv en værdi i hver.",
)
# Its cells ----------------------------------------------------------------------------------------------

STRUCK_IN_PART = Entry(
    "struck-text",
    message="Noget af teksten i cellen er streget over, så det ikke er klart, hvad der gælder.",
    remedy="Slet det i cellen, der er streget over.",
)
FORMULA_ERROR = Entry(
    "formula-error",
    message="Cellens formel giver en fejl.",
    remedy="Ret formlen, eller skriv værdien i stedet.",
)
NO_NUMBER = Entry(
    "not-a-number",
    message="Cellen er hverken et tal eller en dato: det program, der skrev regnearket, havde ingen værdi (NaN, INF).",
    remedy="Skriv værdien, eller tøm cellen.",
)
FORMULA_WITHOUT_VALUE = Entry(
    "formula-without-value",
    message="Cellens formel har ingen værdi: regnearket er gemt, uden at formlen er regnet ud.",
    remedy="Åbn det i et regneark, og gem det igen, eller skriv værdien i stedet.",
)
VOLATILE = Entry(
    "formula-of-the-day",
    message="Cellens formel giver en ny værdi hver dag (IDAG, NU, SLUMP), så den siger ikke, hvad der er aftalt.",
    remedy="Skriv værdien i stedet, eller udelad kolonnen (udelad i kolonner.toml).",
)
MERGED_ACROSS = Entry(
    "merged-cells",
    message="Cellen er flettet sammen med en i en anden kolonne.",
    remedy="Del cellerne, og skriv i hver det, der hører til kolonnen.",
    meaning="Celler er flettet; det ses ikke, hvilken række eller kolonne værdien hører til.",
)
LOST_LETTER = Entry(
    "lost-letter",
    message="Et bogstav er gået tabt: der står et tegn for et, der ikke kunne læses (U+FFFD).",
    remedy="Skriv teksten igen, eller hent filen igen fra det system, den kommer fra.",
)
DOUBLE_ENCODED_CELL = Entry(
    "encoding",
    message="Teksten er kodet mere end én gang: æ, ø og å er blevet til flere tegn hver.",
    remedy="Skriv den igen, eller hent filen igen fra det system, den kommer fra.",
)
TOO_LONG = Entry(
    "too-long",
    message="Teksten er længere end de {tegn} tegn, som en celle kan have.",
    remedy="Forkort den, eller gem registeret som .csv.",
)
