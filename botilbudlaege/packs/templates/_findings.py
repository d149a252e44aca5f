"""The catalogue of templates: tags that do not fit the facts that they name."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# Names and fields ---------------------------------------------------------------------------------------

UNKNOWN_NAME = Entry(
    "unknown-field",
    message="Navnet {navn} findes ikke her.",
    remedy="{forslag}",
    meaning="Et felt i en mærkning findes ikke.",
)
NAME_OF_FIELD = UNKNOWN_NAME.but(remedy="Mente du {ejer}.{navn}?")
NAME_OF_CODE = UNKNOWN_NAME.but(remedy='Er det en kode, så skriv den i anførselstegn: "{navn}".')
UNKNOWN_FIELD = UNKNOWN_NAME.but(message="Feltet {felt} findes ikke.")
NO_FIELDS = UNKNOWN_NAME.but(message="{felt} er {type} og har ingen felter.", remedy="Skriv {felt} alene.")
UNGUARDED = Entry(
    "unguarded",
    severity="warning",
    message="Oplysningen {felt} ({navn}) er frivillig; mangler den, afvises dokumentet.",
    remedy="Sæt {% if {felt} is not none %} … {% endif %} om.",
    meaning="En frivillig oplysning bruges, uden at skabelonen først spørger, om den er der.",
)
CLAUSE_IN_CLAUSE = Entry(
    "clause-in-clause",
    message="En klausul kan kun sættes ind i Word-skabelonens tekst.",
    remedy="Skriv {{p klausul.navn }} i et afsnit for sig selv i Word-skabelonen.",
    meaning="En klausul er sat ind et andet sted end i Word-skabelonens tekst.",
)

# What is printed ----------------------------------------------------------------------------------------

CONSTANT_NOT_PRINTABLE = Entry(
    "not-printable",
    message="{vist} kan ikke skrives.",
    remedy="Skriv det som tekst.",
    meaning="En mærkning vil skrive noget, som ikke er en tekst, et tal, en dato eller en kode.",
)
OBJECT_NOT_PRINTABLE = CONSTANT_NOT_PRINTABLE.but(
    message="{vist} er {type} og kan ikke skrives.", remedy="Skriv et af felterne i den."
)
LIST_NOT_PRINTABLE = OBJECT_NOT_PRINTABLE.but(remedy="Brug filteret opremsning eller en løkke.")
LOOP_OVER_NO_LIST = Entry(
    "loop-over-no-list",
    message="{felt} er {type}, ikke en liste.",
    remedy="Løb kun igennem en liste.",
    meaning="En løkke går igennem noget, som ikke er en liste.",
)
FILTER_TYPE = Entry(
    "filter-type",
    message="Filteret {filter} kan kun bruges på {typer}; {vist} er {type}.",
    remedy="Fjern filteret, eller brug et, der passer.",
    meaning="Et filter er brugt på et felt, som det ikke passer til.",
)
FILTER_ON_GROUPS = FILTER_TYPE.but(
    message="Filteret {filter} kan kun bruges på {typer}; {vist} er en liste af grupper af felter.",
    remedy="Brug en løkke.",
)
FILTER_ARGUMENTS = Entry(
    "filter-arguments",
    message="Filteret {filter} kan ikke bruges med det, der står i parentesen.",
    remedy="Skriv {eksempel}.",
    meaning="Et filter har noget i parentesen, som det ikke kan bruge.",
)

# Conditions that always hold ----------------------------------------------------------------------------

OBJECT_ALWAYS_THERE = Entry(
    "always",
    message="{felt} er {type}, som altid er der.",
    remedy="Spørg til et af felterne i den.",
    meaning="En betingelse spørger, om noget er der, som altid er der.",
)
FIELD_ALWAYS_THERE = OBJECT_ALWAYS_THERE.but(
    message="{felt} er der altid; den er aldrig none.", remedy="Slet prøven."
)
GROUP_ALWAYS_THERE = FIELD_ALWAYS_THERE.but(remedy="Spørg til et af felterne i den.")
LIST_ALWAYS_THERE = FIELD_ALWAYS_THERE.but(remedy="Spørg, om listen er tom: {felt} == ().")

# Conditions that never hold -----------------------------------------------------------------------------

NEVER_NONE = Entry(
    "never",
    message="En oplysning er aldrig lig med none.",
    remedy="Skriv is none eller is not none.",
    meaning="En betingelse kan aldrig være opfyldt, for eksempel fordi en kode er stavet forkert.",
)
NEVER_CODE = NEVER_NONE.but(message="{venstre} er aldrig {hoejre}.", remedy="{forslag}")
NEVER_VALUE = NEVER_NONE.but(message="{venstre} er aldrig {hoejre}.", remedy="Ret værdien.")
NEVER_EMPTY = NEVER_NONE.but(
    message="{felt} er aldrig en tom tekst.", remedy="Skriv {felt} is none eller is not none."
)
NUMBER_AND_OTHER = NEVER_NONE.but(
    message="{venstre} er {venstre_type}, og {hoejre} er {hoejre_type}; de er aldrig ens.",
    remedy="Skriv tallet uden anførselstegn.",
)
CODE_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Sammenlign med en af koderne {koder}.")
YES_NO_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Sammenlign med true eller false.")
DATE_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Sammenlign med en anden dato.")
TEXT_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Skriv teksten i lige anførselstegn.")
LIST_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Sammenlign med (), eller brug in.")
OBJECT_AND_OTHER = NUMBER_AND_OTHER.but(remedy="Sammenlign et af felterne i den.")

# Comparisons of two kinds -------------------------------------------------------------------------------

NO_ORDER = Entry(
    "wrong-type",
    message="{venstre} er {venstre_type}, og {hoejre} er {hoejre_type}; de kan ikke sættes i rækkefølge.",
    remedy="Sammenlign to tal eller to datoer.",
    meaning="Der står en forkert slags værdi, eller to værdier af hver sin slags er sat i rækkefølge.",
)
IN_NO_LIST = NO_ORDER.but(
    message="{hoejre} er {hoejre_type}, ikke en liste.",
    remedy="Skriv listen i parentes med komma: ({hoejre},).",
)

# Codes without a text -----------------------------------------------------------------------------------

CASE_MISSING = Entry(
    "case-without-text",
    severity="warning",
    message="Der er ingen tekst, når {felt} er {koder}.",
    remedy="Tilføj {% elif … %} eller {% else %}.",
    meaning="Skabelonen har tekst for nogle af mulighederne og ingen for resten.",
)
CASE_EMPTY = CASE_MISSING.but(remedy="Skriv den, eller slet grenen.")
