"""The catalogue of data: what is wrong with a file of facts, a register, or the object that is to be written."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The file -----------------------------------------------------------------------------------------------

UNKNOWN_FORMAT = Entry(
    "unknown-format", message="Filens endelse er ikke kendt.", remedy="Endelserne er {endelser}."
)
NO_ENDING = UNKNOWN_FORMAT.but(
    message="Filens navn har ingen endelse, der siger, hvilket format den er i.",
    remedy="Giv den et navn, der ender på en af disse: {endelser}.",
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
    message="Oplysningerne er til dokumentet {givet}, og her bruges oplysninger til {dokumenter}.",
    remedy="Ret dokument, eller læs den rigtige fil. Et brev om en plan laves af planens fil med botilbudlaege brev.",
)

# Its columns and rows -----------------------------------------------------------------------------------

DUPLICATE_COLUMN = Entry(
    "duplicate-column", message="Kolonnen {kolonne} står to gange.", remedy="Slet den ene."
)
MISSING_COLUMN = Entry("missing-column", message="Kolonnen {kolonne} mangler.", remedy="Tilføj den.")
COLUMN_MISSPELT = Entry("unknown-column", message="Kolonnen findes ikke.", remedy="Mente du {kolonne}?")
UNKNOWN_COLUMN = COLUMN_MISSPELT.but(remedy="Slet kolonnen, eller ret overskriften.")
NO_HEADERS = COLUMN_MISSPELT.but(
    message="Ingen af overskrifterne er kendt.",
    remedy="Skriv overskrifterne, som de står i oversigten over registerets kolonner, eller lav kolonner.toml (botilbudlaege columns), og angiv den.",
)
UNMAPPED_COLUMN = COLUMN_MISSPELT.but(
    remedy="Skriv overskriften i kolonner.toml: under [kolonner], i behold eller i udelad."
)
MAPPED_NOT_FOUND = Entry(
    "mapped-column",
    message="Den kolonne, som kolonner.toml har til {kolonne}, findes ikke i rækken med overskrifter.",
    remedy="Ret overskriften i kolonner.toml eller i registeret, eller slet linjen.",
)
PATTERN_UNREADABLE = Entry(
    "column-pattern",
    message="Mønsteret kan ikke læses, eller det ses ikke, hvor et felt slutter og det næste begynder.",
    remedy="Skriv fx {eksempel}: hvert felt én gang i krøllede parenteser, med tegn imellem.",
)
NOT_SPLIT = Entry(
    "not-split",
    message="Cellen passer ikke til noget af de mønstre, som kolonner.toml deler den efter, eller passer på flere måder.",
    remedy="Ret cellen, eller skriv et mønster mere under [opdel].",
)
NOT_PUT_TOGETHER = Entry(
    "not-split",
    message="Oplysningerne kan ikke skrives i én celle efter de mønstre, som kolonner.toml har.",
    remedy="Skriv et mønster under [opdel] med netop de felter, der er udfyldt.",
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
UNDIVIDED = Entry(
    "undivided-row",
    message="Hele rækken står i én celle: der er et andet tegn mellem værdierne end mellem overskrifterne.",
    remedy="Brug samme tegn i hele filen, eller gem den igen fra regnearket.",
)
NO_ROWS = Entry(
    "no-rows",
    severity="remark",
    message="Der står intet under overskrifterne.",
    remedy="Skriv et botilbud i hver række, hvis registeret ikke skal være tomt.",
)
NAME_ALONE = Entry(
    "name-alone",
    severity="remark",
    message="Rækken har et navn og ikke andet.",
    remedy="Se efter, at den er et botilbud, og slet den, hvis den er en note.",
)
EVENT_LIST = Entry(
    "event-list",
    message="Filen er en liste over hændelser, ikke et register.",
    remedy="Læs den med tuple[Forloeb, ...], der giver et forløb for hvert botilbud, eller række for række med tuple[Haendelsespost, ...].",
)
NO_EVENTS = EVENT_LIST.but(
    message="Filen er et register, ikke en liste over hændelser.",
    remedy="Læs den med tuple[Registerpost, ...], eller med tuple[Forloeb, ...], der giver et forløb for hvert botilbud.",
)
OTHER_TABLE = COLUMN_MISSPELT.but(
    message="Kolonnen hører til et register, ikke til en liste over hændelser.",
    remedy="Skriv det som en hændelse med dato, og slet kolonnen.",
)
NO_HEADER = Entry(
    "no-header",
    message="Cellen står i en kolonne uden overskrift.",
    remedy="Skriv en overskrift i første række, eller slet cellen.",
)
NAMELESS = Entry("missing", message="Botilbuddet har intet navn.", remedy="Udfyld det, eller slet rækken.")
DUPLICATE_HOME = Entry(
    "duplicate-home",
    message="Botilbuddet står også i række {nummer}.",
    remedy="Slet den ene række; er det to botilbud, så skriv P-nummeret i begge.",
)

# Its cells ----------------------------------------------------------------------------------------------

ROUNDED = Entry(
    "rounded",
    message="Regnearket har gjort nummeret til et tal med eksponent, og cifre er gået tabt.",
    remedy="Formatér kolonnen som tekst, og skriv alle cifrene igen.",
)
LOST_IN_WORD = Entry(
    "lost-letter",
    severity="warning",
    message="Et bogstav ser ud til at være gået tabt: der står et andet tegn inde i et ord.",
    remedy="Skriv teksten igen, eller hent filen igen fra det system, den kommer fra.",
)
ONE_DOCTOR = Entry(
    "several-names",
    severity="warning",
    message="Navnet læses som én læge, men ser ud til at være flere.",
    remedy="Skriv semikolon mellem lægerne, fx Mette Storm; Bo Holm, hvis det er flere.",
)
ONE_PERSON = ONE_DOCTOR.but(
    message="Navnet læses som én person, men ser ud til at være flere.",
    remedy="Skriv én person i cellen, og de andre et andet sted, hvis det er flere.",
)
ONE_CLAUSE = Entry(
    "several-clauses",
    severity="warning",
    message="En linje i en mødeaftale ligner begyndelsen på en ny, men læses som en del af den.",
    remedy="Sæt en tom linje imellem to mødeaftaler, hvis det er flere.",
)
DITTO = Entry(
    "ditto",
    message="Her står, at det er det samme som ovenfor.",
    remedy="Skriv oplysningen i hver række.",
)
FOOTNOTE = Entry(
    "footnote",
    severity="warning",
    message="Teksten slutter med et fodnotetegn, som bliver skrevet i dokumentet.",
    remedy="Slet tegnet.",
)
FAR_DAY = Entry(
    "far-day",
    severity="warning",
    message="Datoen ligger langt ude i fremtiden.",
    remedy="Se efter, at årstallet er rigtigt.",
)
LOOK_ALIKE = Entry(
    "look-alike",
    severity="warning",
    message="Et bogstav i et ord er fra et andet alfabet og ligner et af vores (fx et kyrillisk А for A), så ordet ikke kan kendes igen.",
    remedy="Skriv ordet igen.",
)
CODED = Entry(
    "encoding",
    severity="warning",
    message="Tegn i teksten er skrevet som koder (fx &oslash; eller %C3%B8).",
    remedy="Skriv den igen, eller hent filen igen fra det system, den kommer fra.",
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
OTHER_WEEKDAY = IMPOSSIBLE_DATE.but(
    message="Ugedagen passer ikke til datoen, som er en {ugedag}.", remedy="Ret den ene af dem."
)
MONTH_FIRST = IMPOSSIBLE_DATE.but(
    message="Måneden ser ud til at stå før dagen, som i USA.",
    remedy="Skriv den som dag-måned-år, fx 31-01-2025, og se de andre datoer i kolonnen efter: 4/1/2025 læses som den 4. januar.",
)
SERIAL_DATE = IMPOSSIBLE_DATE.but(
    message="Her står et tal, og regnearket viser måske en dato: det er ikke sikkert, hvilken.",
    remedy="Formatér kolonnen som dato, eller skriv den som dag-måned-år, fx 31-01-2025.",
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
    remedy="Angiv tuple[Registerpost, ...], eller i stedet Botilbud, Samarbejdsplan, Opsigelse, Forloeb eller Haendelsespost.",
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
NO_TOPICS_LEFT = Entry(
    "no-topics-left",
    message="En hændelse kan ikke sige, at der ikke længere er aftalte emner.",
    remedy="Skriv de emner, der gælder fremover, eller lad cellen være tom og lav allongen for sig.",
)
MIXED_ROWS = Entry(
    "wrong-type",
    message="Rækker i et register og hændelser kan ikke stå i samme fil.",
    remedy="Skriv dem i hver sin.",
)
