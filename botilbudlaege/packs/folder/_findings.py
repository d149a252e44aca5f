"""The catalogue of a pack's folder: its `pakke.toml`, its files, the packs it builds on, and where packs are found."""

from __future__ import annotations

from botilbudlaege import _findings as _ground
from botilbudlaege._catalogue import Entry
from botilbudlaege.data import _findings as _data

# Where packs are found ----------------------------------------------------------------------------------

UNKNOWN_PACK = Entry(
    "unknown-pack",
    message="Pakken {pakke} findes ikke.",
    remedy="{forslag}",
    meaning="Den pakke, der bygges på, findes ikke.",
)
DUPLICATE_PACK = Entry(
    "duplicate-pack",
    message="Pakken {pakke} findes to gange: i {steder}.",
    remedy="Afinstallér den ene, eller giv den et andet id.",
    meaning="To installerede pakker har samme id.",
)
NO_FOLDER = Entry(
    "entry-point",
    message="Pakken {pakke} har ingen {fil} i {sted}.",
    remedy="Ret afsnittet entry-points i pyproject.toml: til venstre pakkens id, til højre mappen, den ligger i.",
    meaning="En installeret pakke peger på en mappe, som ikke kan findes.",
)
ENTRY_POINTS_UNREADABLE = NO_FOLDER.but(message="Filen entry_points.txt kan ikke læses.")
NOT_AN_ID = NO_FOLDER.but(
    message="{pakke} kan ikke være id for en pakke: kun a-z, cifre og _, og først et bogstav."
)
NOT_TOP_LEVEL = NO_FOLDER.but(
    message="Pakken {pakke} peger på {sted}, som ikke er navnet på en pakke på øverste niveau."
)
NO_PACKAGE = NO_FOLDER.but(message="Pakken {pakke} peger på {sted}, som ikke findes eller ikke er en mappe.")

# The file pakke.toml: what data says of any file, said of this one --------------------------------------

MANIFEST_EMPTY = _data.EMPTY_FILE.but(remedy="Skriv mindst id, navn og version.")
MANIFEST_IS_FOLDER = _ground.IS_FOLDER.but(remedy="Flyt mappen, og skriv filen pakke.toml.")
NO_MANIFEST = _ground.NO_FILE.but(remedy="En pakkes mappe har filen pakke.toml. Kontrollér mappen.")

# Its names, versions and days ---------------------------------------------------------------------------

BAD_ID = Entry(
    "bad-id",
    message="Navnet må kun have små bogstaver a-z, cifre og _, og begynder med et bogstav.",
    remedy="Ret det.",
    meaning="Et id har andre tegn end små bogstaver a-z, cifre og _.",
)
ID_IS_NOT_FOLDER = Entry(
    "id-is-not-folder",
    message="Pakkens id er {id}, og mappen hedder {mappe}.",
    remedy="Giv dem samme navn: ret id i pakke.toml, eller omdøb mappen.",
    meaning="Pakkens id er et andet end navnet på dens mappe.",
)
BAD_VERSION = Entry(
    "bad-version",
    message="Versionen er ikke et versionsnummer.",
    remedy='Skriv tal med punktum imellem, fx "1.0".',
    meaning="Et versionsnummer eller et krav til en version kan ikke læses.",
)
BAD_REQUIREMENT = BAD_VERSION.but(
    message="Kravet kan ikke læses.", remedy='Skriv det som ">=1.0" eller ">=1.0,<2".'
)
SWAPPED_DATES = Entry(
    "swapped-dates",
    message="Pakken slutter den {slut}, før den begynder den {begynder}.",
    remedy="Byt eller ret datoerne.",
    meaning="En slutdato ligger før sin begyndelsesdato.",
)
OWN_SUCCESSOR = Entry(
    "own-successor",
    message="Pakken er sin egen efterfølger.",
    remedy="Ret navnet, eller slet efterfoelger.",
    meaning="Pakken er nævnt som sin egen efterfølger.",
)
SUCCESSOR_WITHOUT_END = Entry(
    "successor-without-end",
    message="Pakken har en efterfølger, men ingen sidste dag.",
    remedy="Tilføj gyldig_til.",
)
TAG_IN_MANIFEST = Entry(
    "tag-in-manifest",
    message="Mærkninger bliver ikke udfyldt i pakke.toml.",
    remedy="Skriv teksten, som den skal stå.",
    meaning="Der står en mærkning i pakke.toml, hvor den ikke bliver udfyldt.",
)

# Its documents and the texts to sign by -----------------------------------------------------------------

MISSING_KEY = Entry(
    "missing-key",
    message="Feltet mangler.",
    remedy="Tilføj det.",
    meaning="Et felt, som pakke.toml skal have, mangler.",
)
UNKNOWN_LIST = Entry(
    "unknown-list",
    message="Dokumentets oplysninger har ingen liste af det navn.",
    remedy="{forslag}",
    meaning="Der er bedt om tomme rækker i en liste, som dokumentets oplysninger ikke har.",
)
ROW_COUNT = Entry(
    "row-count",
    message="En formular kan have 1 til {hoejst} tomme rækker, ikke {antal}.",
    remedy="Ret tallet.",
    meaning="Der er bedt om for mange eller for få tomme rækker i en formular.",
)
LONG_ANCHOR = Entry(
    "long-anchor",
    message="Teksten er på {tegn} tegn og kan højst være på {hoejst}.",
    remedy="Vælg en kortere, så den altid står på én linje.",
    meaning="Den tekst, en underskriftstjeneste finder en underskrift ved, er for lang.",
)
SAME_ANCHOR = Entry(
    "same-anchor",
    message="Teksten står også i en anden parts, så underskriftstjenesten finder den to steder.",
    remedy="Vælg tekster, hvor ingen af dem er en del af en anden.",
    meaning="En underskriftstjeneste ville finde den ene parts tekst også ved den andens underskrift.",
)

# Its logo -----------------------------------------------------------------------------------------------

LOGO_WITHOUT_WORDS = MISSING_KEY.but(
    message="Logoet har ingen ord til dem, der bruger skærmlæser.",
    remedy='Skriv, hvad det er, fx logo_tekst = "Region Syddanmarks logo".',
)
NO_LOGO = Entry(
    "no-logo",
    message="Logoet findes ikke i pakkens mappe.",
    remedy="Ret navnet, eller læg filen i mappen.",
    meaning="Logoet, som pakke.toml nævner, kan ikke bruges.",
)
NO_PICTURE = NO_LOGO.but(
    message="Logoet er ikke et billede, der kan bruges.", remedy="Gem det som PNG eller JPEG."
)
LOGO_TOO_LARGE = NO_LOGO.but(
    message="Logoet er for stort: over 1 MB eller over 5.000 punkter på den ene led.",
    remedy="Gør det mindre; i brevhovedet er det højst 1,2 cm højt.",
)

# Its files ----------------------------------------------------------------------------------------------

NO_TEMPLATE = Entry(
    "no-template",
    message="Word-skabelonen findes ikke i pakkens mappe.",
    remedy="Ret navnet, eller læg filen i mappen.",
    meaning="Den Word-fil, som pakke.toml nævner, findes ikke i mappen.",
)
UNDECLARED_DOCUMENT = Entry(
    "undeclared-document",
    message="Word-filen er ikke nævnt i pakken.",
    remedy="Tilføj [dokumenter.<dokument>] med titel og fil, eller flyt den.",
    meaning="Mappen har en Word-fil, som pakke.toml ikke nævner.",
)
UNKNOWN_FILE = Entry(
    "unknown-file",
    message="Filen bruges ikke af pakken.",
    remedy="Kald filen <id>.md, hvor id kun har små bogstaver a-z, cifre og _.",
    meaning="En fil i mappen klausuler har et navn, som pakken ikke bruger.",
)
UNREADABLE = Entry(
    "unreadable",
    message="Filen kan ikke læses.",
    remedy="Læg den selv i mappen.",
    meaning="En klausuls fil kan ikke læses, eller den er et link ud af mappen.",
)
NOT_UTF8 = Entry(
    "not-utf8",
    message="Filen er ikke gemt som UTF-8.",
    remedy="Gem den igen.",
    meaning="En fil er ikke gemt som UTF-8.",
)

# Its clauses --------------------------------------------------------------------------------------------

CLAUSE_WITHOUT_REASON = Entry(
    "without-reason",
    message="Klausulen {klausul} har ingen begrundelse.",
    remedy="Tilføj [klausuler.{klausul}] med begrundelse.",
    meaning="En ændret klausul eller et ændret dokument mangler sin begrundelse.",
)
DOCUMENT_WITHOUT_REASON = CLAUSE_WITHOUT_REASON.but(
    message="Dokumentet {dokument} har ingen begrundelse.", remedy="Tilføj begrundelse."
)
REASON_WITHOUT_CLAUSE = Entry(
    "reason-without-clause",
    message="Klausulen {klausul} er nævnt, men har ingen fil.",
    remedy="Skriv klausuler/{klausul}.md, eller slet tabellen.",
    meaning="En klausul er nævnt i pakke.toml, men har ingen fil.",
)
CLAUSE_MISSPELT = Entry(
    "unused-clause",
    message="Klausulen {klausul} bruges ikke af noget dokument.",
    remedy="Mente du {ment}?",
    meaning="En klausul bruges ikke af noget dokument.",
)
UNUSED_CLAUSE = CLAUSE_MISSPELT.but(
    remedy="Skriv {{p klausul.{klausul} }} i et afsnit for sig selv i Word-skabelonen, eller slet klausulen."
)

# What is left out ---------------------------------------------------------------------------------------

CLAUSE_LEFT_OUT_BUT_THERE = Entry(
    "left-out-but-there",
    message="Klausulen {klausul} er udeladt, og dog har den en fil.",
    remedy="Slet udelad, eller slet klausuler/{klausul}.md.",
    meaning="En klausul eller et dokument er udeladt og er der alligevel.",
)
DOCUMENT_LEFT_OUT_BUT_THERE = CLAUSE_LEFT_OUT_BUT_THERE.but(
    message="Dokumentet er udeladt, og dog har det en skabelon.",
    remedy="Slet udelad, eller slet titel og fil.",
)
NOTHING_BELOW = Entry(
    "nothing-below",
    message="Pakken bygger ikke på en anden, så der er intet at udelade.",
    remedy="Slet udelad.",
    meaning="Noget er udeladt i en pakke, som ikke bygger på en anden.",
)
NO_CLAUSE_LEFT_OUT = Entry(
    "nothing-left-out",
    message="Klausulen {navn}, der udelades, findes ikke i lagene under pakken.",
    remedy="{forslag}",
    meaning="Det, der er udeladt, findes ikke i pakkerne under.",
)
NO_DOCUMENT_LEFT_OUT = NO_CLAUSE_LEFT_OUT.but(
    message="Dokumentet {navn}, der udelades, findes ikke i lagene under pakken."
)

# The packs it builds on ---------------------------------------------------------------------------------

CYCLE = Entry(
    "cycle",
    message="Pakkerne bygger på hinanden i ring: {ring}.",
    remedy="Ret bygger_paa.",
    meaning="Pakkerne bygger på hinanden i ring.",
)
NOT_BUILT_ON = Entry(
    "unmet",
    message="Pakken kræver {navn}, som den ikke bygger på.",
    remedy="{forslag}",
    meaning="Pakken kræver en anden version eller en pakke, som den ikke bygger på.",
)
OTHER_VERSION = NOT_BUILT_ON.but(
    message="Pakken kræver {navn} {krav}, og her er {version}.",
    remedy="Installér en version af {navn}, der passer, eller ret kravet.",
)
NO_ORIGIN = Entry(
    "unknown-key",
    message="Pakken {pakke} har ikke {navn}.",
    remedy="{forslag}",
    meaning="Et felt i pakke.toml findes ikke.",
)

# What a pack is asked for -----------------------------------------------------------------------------------

NO_DOCUMENT = Entry(
    "no-document",
    message="Pakken {pakke} har ikke dokumentet {dokument}.",
    remedy="Den har {dokumenter}.",
)
DOCUMENT_LEFT_OUT = NO_DOCUMENT.but(message="Pakken {pakke} udelader dokumentet {dokument}.")
NO_FACTS = Entry(
    "no-facts",
    message="Pakken {pakke} har ikke selv oplysninger til dokumentet {dokument}.",
    remedy="Skriv dem i en fil, eller i pakkens {fil}.",
)
