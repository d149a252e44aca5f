"""The catalogue of data: what is wrong with a file of facts, a register, or the object that is to be written."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The file -----------------------------------------------------------------------------------------------

NO_FILE = Entry("no-file", message="Filen findes ikke.", remedy="Kontrollér navn og mappe.")
IS_FOLDER = Entry("is-folder", message="Det er en mappe, ikke en fil.", remedy="Angiv filen i den.")
CANNOT_READ = Entry("cannot-read", message="Filen kan ikke læses.", remedy="Kontrollér navn og rettigheder.")
UNKNOWN_FORMAT = Entry(
    "unknown-format", message="Filens endelse er ikke kendt.", remedy="Endelserne er {endelser}."
)
NO_FORMAT = UNKNOWN_FORMAT.but(
    message="Intet filnavn siger, hvilket format oplysningerne er i.",
    remedy="Angiv endelsen (suffix=): {endelser}.",
)
EMPTY_FILE = Entry(
    "empty-file", message="Filen er tom.", remedy="Skriv oplysningerne i den; se docs/examples/."
)
NOT_UTF8 = Entry(
    "not-utf8",
    message="Filen er ikke gemt som UTF-8 (linje {linje}).",
    remedy="Gem den igen med tegnsættet UTF-8.",
)
TOO_LARGE = Entry("too-large", message="Filen har et tal, der er for stort.", remedy="Ret tallet.")

# What is written in it ----------------------------------------------------------------------------------

SYNTAX_OF_TOML = Entry(
    "syntax",
    message="Filen er ikke gyldig TOML ({sted}).",
    remedy='Ret linjen: navn = værdi, og tekst i anførselstegn, fx navn = "Æblehaven".',
)
SYNTAX_OF_JSON = Entry(
    "syntax",
    message="Filen er ikke gyldig JSON (linje {linje}, kolonne {kolonne}).",
    remedy="Ret linjen.",
)
NOT_A_NUMBER = Entry("syntax", message="NaN og Infinity er ikke tal.", remedy="Ret værdien.")
NO_SUCH_DATE = Entry(
    "impossible-date",
    message="Datoen findes ikke ({sted}).",
    remedy="Skriv den som år-måned-dag, fx 2025-01-31.",
)
DUPLICATE_KEY = Entry("duplicate-key", message="Et felt står to gange i samme tabel.", remedy="Slet det ene.")
NOT_A_TABLE = Entry(
    "not-a-table",
    message="Filen har ikke felter øverst.",
    remedy="Begynd JSON-filen med { og slut med }.",
)

# Which document it is for -------------------------------------------------------------------------------

NO_DOCUMENT = Entry(
    "no-document",
    message="Det fremgår ikke, hvilket dokument oplysningerne er til.",
    remedy='Skriv øverst fx dokument = "samarbejdsplan".',
)
NO_SCHEMA = Entry(
    "wrong-type",
    message="Kun domænets klasser og dokumenter har et skema.",
    remedy="Angiv fx Samarbejdsplan eller kontrakt.",
)
NO_VERSION = Entry(
    "unknown-version",
    message="Skemaets version er ikke et helt tal fra 1.",
    remedy="Slet linjen, hvis filen er skrevet i hånden.",
)
NEWER_VERSION = NO_VERSION.but(
    message="Oplysningerne er skrevet efter version {version} af skemaet, og kun til og med {kendt} er kendt her.",
    remedy="Hent en nyere udgave af programmet (pip install -U botilbudlaege).",
)
OTHER_DOCUMENT = Entry(
    "other-document",
    message="Oplysningerne er til et andet dokument end det, der bruger {klasse}.",
    remedy="Ret dokument, eller læs den rigtige fil.",
)

# The table of a register --------------------------------------------------------------------------------

TABLE_NOT_READ = Entry(
    "cannot-read",
    message="Filen kan ikke læses.",
    remedy="Kontrollér, at den er en fil, og at du har adgang.",
)
EMPTY_TABLE = Entry(
    "empty-file",
    message="Tabellen er tom.",
    remedy="Skriv overskrifter i første række og et botilbud i hver af de følgende.",
)
TABLE_TOO_LARGE = Entry("too-large", message="Tabellen er for stor.", remedy="Del den op.")
SYNTAX_OF_CSV = Entry(
    "syntax",
    message="Filen kan ikke læses som CSV fra linje {linje}.",
    remedy="Gem den igen som CSV fra regnearket.",
)
ENCODING = Entry("encoding", message="Filens tegnsæt kan ikke læses.", remedy="Gem den igen som CSV i UTF-8.")
NOT_A_WORKBOOK = Entry(
    "syntax",
    message="Filen er ikke et regneark, eller den er beskadiget.",
    remedy="Gem den igen som .xlsx.",
)
MISSING_EXTRA = Entry(
    "missing-extra",
    message="Regneark kræver, at excel-delen er installeret.",
    remedy="Installér den: pip install 'botilbudlaege[excel]'",
)

OLD_CHARSET = ENCODING.but(message="Filens tegnsæt er {tegnsaet}: æ, ø og å bliver til andre tegn.")
DOUBLE_ENCODED = ENCODING.but(
    message="Filens tegnsæt er kodet to gange: æ, ø og å er blevet til to tegn hver.",
    remedy="Hent filen igen fra det system, den kommer fra, og gem den som CSV i UTF-8.",
)
WORKBOOK_AS_CSV = Entry(
    "other-workbook",
    message="Filen er et regneark, selv om navnet ender på .csv.",
    remedy="Giv den et navn, der ender på .xlsx.",
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

# Its sheets, and what is hidden in them -----------------------------------------------------------------

NO_SUCH_SHEET = Entry(
    "no-such-sheet",
    message="Regnearket har intet ark af det navn; det har {antal} ark.",
    remedy="Ret navnet, eller udelad det, så det synlige ark med overskrifterne læses.",
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

# Its columns and rows -----------------------------------------------------------------------------------

DUPLICATE_COLUMN = Entry(
    "duplicate-column", message="Kolonnen {kolonne} står to gange.", remedy="Slet den ene."
)
MISSING_COLUMN = Entry("missing-column", message="Kolonnen {kolonne} mangler.", remedy="Tilføj den.")
COLUMN_MISSPELT = Entry("unknown-column", message="Kolonnen findes ikke.", remedy="Mente du {kolonne}?")
UNKNOWN_COLUMN = COLUMN_MISSPELT.but(remedy="Slet kolonnen, eller ret overskriften.")
UNMAPPED_COLUMN = COLUMN_MISSPELT.but(
    remedy="Skriv overskriften i kolonner.toml: under [kolonner], i behold eller i udelad."
)
MAPPED_NOT_FOUND = Entry(
    "mapped-column",
    message="Den kolonne, som kolonner.toml har til {kolonne}, findes ikke i rækken med overskrifter.",
    remedy="Ret overskriften i kolonner.toml eller i registeret, eller slet linjen.",
)
NO_SUCH_ROW = Entry(
    "no-such-row", message="Rækken med overskrifter findes ikke.", remedy="Angiv rækkens nummer, fx 4."
)
TITLE_ROWS = Entry(
    "title-rows",
    message="Rækken er ikke overskrifter; de ser ud til at stå i række {nummer}.",
    remedy="Slet rækkerne over dem, eller lav kolonner.toml (botilbudlaege columns), og angiv den.",
)
FOOTER_ROW = Entry(
    "footer-row",
    message="Rækken ser ud til at være en sum, en note eller en overskrift, ikke et botilbud.",
    remedy="Slet den, eller lav kolonner.toml (botilbudlaege columns), og angiv den.",
)
NO_HEADER = Entry(
    "no-header",
    message="Cellen står i en kolonne uden overskrift.",
    remedy="Skriv en overskrift i første række, eller slet cellen.",
)
NAMELESS = Entry("missing", message="Botilbuddet har intet navn.", remedy="Udfyld det, eller slet rækken.")
DUPLICATE_HOME = Entry(
    "duplicate-home", message="Botilbuddet står også i række {nummer}.", remedy="Slet den ene række."
)

# Its cells ----------------------------------------------------------------------------------------------

FORMULA_ERROR = Entry(
    "formula-error",
    message="Cellens formel giver en fejl.",
    remedy="Ret formlen, eller skriv værdien i stedet.",
)
FORMULA_WITHOUT_VALUE = Entry(
    "formula-without-value",
    message="Cellens formel har ingen værdi: regnearket er gemt, uden at formlen er regnet ud.",
    remedy="Åbn det i et regneark, og gem det igen, eller skriv værdien i stedet.",
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
    message="Teksten er kodet to gange: æ, ø og å er blevet til to tegn hver.",
    remedy="Skriv den igen, eller hent filen igen fra det system, den kommer fra.",
)
ROUNDED = Entry(
    "rounded",
    message="Regnearket har gjort nummeret til et tal med eksponent, og cifre er gået tabt.",
    remedy="Formatér kolonnen som tekst, og skriv alle cifrene igen.",
)
CELL_NOT_TEXT = Entry(
    "wrong-type",
    message="Her skal stå tekst, men der står {givet}.",
    remedy="Formatér kolonnen som tekst, og skriv værdien igen.",
)
CELL_NOT_NUMBER = Entry("wrong-type", message="Her skal stå et helt tal.", remedy="Skriv kun cifre, fx 18.")
YES_OR_NO = Entry("yes-or-no", message="Her skal stå ja eller nej.", remedy="Skriv ja, nej eller ingenting.")
IMPOSSIBLE_DATE = Entry(
    "impossible-date",
    message="Datoen findes ikke eller er skrevet forkert.",
    remedy="Skriv den som dag-måned-år, fx 31-01-2025.",
)
CODE_MISSPELT = Entry("unknown-code", message="Koden findes ikke.", remedy="Mente du {kode}?")
UNKNOWN_CODE = CODE_MISSPELT.but(remedy="Mulighederne er: {koder}.")
AGREEMENT = Entry(
    "agreement",
    message="En mødeaftale har en overskrift, kolon og en tekst.",
    remedy="Skriv fx Sygdom: Et nyt tidspunkt aftales. Sæt en tom linje imellem to.",
)

# What is asked for, and what is written -----------------------------------------------------------------

NO_SUCH_ROWS = Entry(
    "wrong-type",
    message="Et register giver rækker, og det er ikke dem, der er bedt om.",
    remedy="Angiv tuple[Registerpost, ...], eller i stedet Botilbud, Samarbejdsplan eller Opsigelse.",
)
NOT_AN_OBJECT = Entry(
    "wrong-type",
    message="Her skal stå et objekt fra domænet, men der står {givet}.",
    remedy="Angiv fx en Samarbejdsplan.",
)
NOT_A_ROW = Entry(
    "wrong-type",
    message="Her skal stå en række i et register, men der står {givet}.",
    remedy="Angiv Registerpost, Samarbejdsplan eller Botilbud.",
)
TOO_LONG = Entry(
    "too-long",
    message="Teksten er længere end de {tegn} tegn, som en celle kan have.",
    remedy="Forkort den, eller gem registeret som .csv.",
)
