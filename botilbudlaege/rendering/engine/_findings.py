"""The catalogue of the engine: tags that cannot be filled, and what goes wrong while they are."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# How a tag is written -----------------------------------------------------------------------------------

BRACES = Entry(
    "braces",
    message="{tag} lukkes ikke i samme afsnit.",
    remedy="Sæt {{ og }} om et felt og {% og %} om en betingelse, hvert par i samme afsnit.",
    meaning="En mærkning begynder uden at slutte, eller slutter uden at begynde.",
)
SINGLE_BRACES = BRACES.but(message="{tag} har kun én krøllet parentes i hver side og bliver ikke udfyldt.")
CLOSING_BRACES = BRACES.but(message="{tag} lukker en mærkning, der ikke er åbnet.")
TAG_IN_TAG = BRACES.but(message="En mærkning begynder inde i en anden.")
SPLIT_TAG = Entry(
    "split-tag",
    message="Mellem mærkningens parenteser står {hvad}, som ville gå tabt.",
    remedy="Slet mærkningen i Word, og skriv den igen i ét stræk.",
    meaning="Mellem en mærknings parenteser står noget, som ikke er tekst, og som ville gå tabt.",
)
BRIDGE = Entry(
    "bridge",
    message="En mærkning går over to afsnit.",
    remedy="Ret mærkningen.",
    meaning="En mærkning begynder i ét afsnit og slutter i det næste.",
)
QUOTES = Entry(
    "quotes",
    message="Mærkningen har anførselstegn, som kun er til tekst.",
    remedy='Skriv lige anførselstegn om koden: "…".',
    meaning="Der er brugt tekstens anførselstegn, hvor der skal være lige anførselstegn.",
)
TEMPLATE_SYNTAX = Entry(
    "template-syntax",
    message="En mærkning kan ikke læses.",
    remedy='Skriv et felt som {{ felt }} og en betingelse med ==, !=, and, or eller is not none, fx {% if felt == "KODE" and andet_felt is not none %}.',
    meaning="En mærkning er skrevet, så den ikke kan læses.",
)
SYNTAX_SOMEWHERE = TEMPLATE_SYNTAX.but(remedy="Ret mærkningen.")

# What the language of templates has ---------------------------------------------------------------------

NOT_A_STATEMENT = Entry(
    "not-in-language",
    message="Mærkningen er ikke med i skabelonsproget: brug if, elif, else, for.",
    remedy="Ret mærkningen.",
    meaning="En mærkning bruger noget, som skabelonsproget ikke har.",
)
WHITESPACE_CONTROL = NOT_A_STATEMENT.but(message="Mærkninger med - eller + er ikke med i skabelonsproget.")
CLAUSE_ELSEWHERE = NOT_A_STATEMENT.but(
    message="{{p … }} er kun til en klausul i teksten, ikke i sidehoved og sidefod; dens id har små bogstaver a-z, cifre og _."
)
NOT_IN_LANGUAGE = NOT_A_STATEMENT.but(message="{hvad} er ikke med i skabelonsproget.")
PRINTED_RUN = NOT_A_STATEMENT.but(
    message="{{r er ikke med i skabelonsproget: skriv {{ felt }}, og giv mærkningen i Word det udseende, som teksten skal have."
)
PRINTED_ROW = NOT_A_STATEMENT.but(
    message="{{tr er ikke med i skabelonsproget: skriv {%tr for … %} og {%tr endfor %} i hver sin række, og {{ felt }} i rækken mellem dem."
)
PRINTED_CELL = NOT_A_STATEMENT.but(
    message="{{tc er ikke med i skabelonsproget: en tabel har altid de samme kolonner; skriv {{ felt }} i cellen."
)
RUN_TAG = NOT_A_STATEMENT.but(message="{%r er ikke med i skabelonsproget: skriv {% if … %} uden r.")
CELL_TAG = NOT_A_STATEMENT.but(
    message="{%tc er ikke med i skabelonsproget: en tabel har altid de samme kolonner; sæt hele rækker i {%tr … %}."
)
COMMENTED_PARAGRAPH = NOT_A_STATEMENT.but(
    message="{#p er ikke med i skabelonsproget: skriv {# … #} uden p, eller slet afsnittet."
)
COMMENTED_ROW = NOT_A_STATEMENT.but(
    message="{#tr er ikke med i skabelonsproget: skriv {# … #} uden tr, eller slet rækken."
)
COMMENTED_CELL = NOT_A_STATEMENT.but(message="{#tc er ikke med i skabelonsproget: skriv {# … #} uden tc.")
NAME_NOT_IN_LANGUAGE = NOT_A_STATEMENT.but(message="Navnet {navn} er ikke med i skabelonsproget.")
UNDERSCORE = NOT_A_STATEMENT.but(message="Navne, der begynder med _, er ikke med i skabelonsproget.")
ONLY_FIELDS_PRINTED = NOT_A_STATEMENT.but(message="Der kan kun skrives et felt, eventuelt med et filter.")
FIELDS_OF_LOOP = NOT_A_STATEMENT.but(message="Loop har kun {felter}, og kun i en løkke.")
LOOP_ALONE = NOT_A_STATEMENT.but(message="Loop kan ikke stå alene.")
FORM_OF_LOOP = NOT_A_STATEMENT.but(message="En løkke er kun {% for navn in liste %} … {% endfor %}.")
UNKNOWN_TEST = NOT_A_STATEMENT.but(message="Prøven {navn} findes ikke; brug is none eller is not none.")
UNKNOWN_FILTER = NOT_A_STATEMENT.but(message="Filteret {navn} findes ikke; filtrene er {filtre}.")
FILTER_VALUES = NOT_A_STATEMENT.but(message="Filteret {navn} kan kun få faste værdier med.")
NUMBER_TOO_LARGE = NOT_A_STATEMENT.but(message="Tallet er for stort.")

# Tags that begin and end --------------------------------------------------------------------------------

NOT_CLOSED = Entry(
    "unbalanced-tag",
    message="Mærkningen {% {navn} %} lukkes ikke med {% end{navn} %}.",
    remedy="Sæt både begyndelse og slutning, fx {% if … %} og {% endif %}.",
    meaning="En {% if %} eller {% for %} har ikke både begyndelse og slutning.",
)
NOT_CLOSED_IN_PARAGRAPH = NOT_CLOSED.but(
    message="Mærkningen {% {navn} %} lukkes ikke med {% end{navn} %} i samme afsnit."
)
CLOSES_NOTHING = NOT_CLOSED.but(message="Mærkningen {% {navn} %} lukker noget, der ikke er åbnet.")
NOT_IN_IF = NOT_CLOSED.but(message="Mærkningen {% {navn} %} står ikke i en {% if %}.")

# How much there is of it --------------------------------------------------------------------------------

TAG_LENGTH = Entry(
    "tag-length",
    message="Mærkningen er længere end {tegn} tegn.",
    remedy="Ret mærkningen.",
    meaning="En mærkning er for lang.",
)
PATH_LENGTH = Entry(
    "path-length",
    message="Et felt har mere end {antal} navne.",
    remedy="Ret mærkningen.",
    meaning="Et felt er skrevet med for mange navne efter hinanden.",
)
TOO_MANY_TAGS = Entry(
    "nesting",
    message="Mere end {antal} mærkninger.",
    remedy="Ret mærkningen.",
    meaning="Der er for mange mærkninger, i alt eller inden i hinanden.",
)
TAGS_TOO_DEEP = TOO_MANY_TAGS.but(message="Mere end {antal} mærkninger inden i hinanden.")
LOOPS_TOO_DEEP = TOO_MANY_TAGS.but(message="Mere end {antal} løkker inden i hinanden.")
TOO_INTRICATE = TOO_MANY_TAGS.but(message="Mærkningerne er for indviklede.")
TEMPLATE_TOO_LARGE = Entry(
    "too-large",
    message="Skabelonen er for stor til at blive udfyldt.",
    remedy="Del den op, eller gør den kortere.",
)

# Where a tag stands -------------------------------------------------------------------------------------

TAG_IN_OTHER_PART = Entry(
    "tag-outside-text",
    message="Mærkninger uden for tekst, sidehoved og sidefod bliver ikke udfyldt.",
    remedy="Flyt mærkningen op i teksten.",
    meaning="En mærkning står et sted, hvor den ikke bliver udfyldt.",
)
TAG_OUTSIDE_TEXT = TAG_IN_OTHER_PART.but(
    message="En mærkning står uden for teksten.", remedy="Ret mærkningen."
)
TAG_IN_LINK = TAG_IN_OTHER_PART.but(
    message="Et link fører til en adresse med en mærkning, som ikke bliver udfyldt.",
    remedy="Højreklik på linket i Word, vælg Rediger hyperlink, og skriv en adresse uden mærkning; teksten på linket må have en.",
)
BESIDE_PARAGRAPH_TAG = Entry(
    "beside-paragraph-tag",
    message="Teksten ved siden af en {%p %} ville gå tabt; giv mærkningen et afsnit for sig selv, eller skriv den uden p.",
    remedy="Ret mærkningen.",
    meaning="Der står tekst ved siden af en {%p %}, og den ville gå tabt.",
)
BESIDE_ROW_TAG = Entry(
    "beside-row-tag",
    message="Teksten ved siden af en {%tr %} ville gå tabt; giv mærkningen en række for sig selv.",
    remedy="Ret mærkningen.",
    meaning="Der står tekst i samme række som en {%tr %}, og den ville gå tabt.",
)
ROW_TAG_OUTSIDE_TABLE = Entry(
    "row-tag-outside-table",
    message="{%tr %} står ikke i en tabelrække.",
    remedy="Ret mærkningen.",
    meaning="En {%tr %} står uden for en tabel.",
)
ODD_TEXT = Entry(
    "odd-shape",
    message="En tekst står et sted, hvor Word ikke har tekst.",
    remedy="Ret mærkningen.",
    meaning="Word-filen har tekst et sted, hvor Word ikke selv sætter tekst.",
)
PARAGRAPH_IN_PARAGRAPH = ODD_TEXT.but(message="Et afsnit står inde i et andet.")
TEXT_IN_TEXT = ODD_TEXT.but(message="En tekst står inde i en anden.")

# What the tags would make of the document ---------------------------------------------------------------

FIELD_OUTSIDE_TEXT = Entry(
    "not-well-formed",
    message="Et felt står uden for teksten.",
    remedy="Ret mærkningen.",
    meaning="En mærkning ville efterlade et dokument, som Word ikke kan åbne.",
)
TAG_IN_ELEMENT = FIELD_OUTSIDE_TEXT.but(message="En mærkning står inde i et element.")
ELEMENT_NOT_CLOSED = FIELD_OUTSIDE_TEXT.but(message="<{element}> lukkes ikke.")
ELEMENT_CLOSES_ANOTHER = FIELD_OUTSIDE_TEXT.but(message="</{element}> lukker, hvor {aabent} er åbent.")
MAY_BE_EMPTY = FIELD_OUTSIDE_TEXT.but(
    message="{sted} kan blive tom; sæt et afsnit uden mærkninger sidst i den."
)
BRANCHES_DIFFER = FIELD_OUTSIDE_TEXT.but(message="Grenene i en {% if %} lukker ikke det samme.")
LOOP_NOT_CLOSED = FIELD_OUTSIDE_TEXT.but(message="En {% for %} lukker ikke det, den åbner.")
FIELD_IN_BRANCH = FIELD_OUTSIDE_TEXT.but(
    message="Et felt fra Word begynder i en {% if %} eller {% for %} og slutter uden for den, eller omvendt.",
    remedy="Sæt hele feltet i mærkningen, eller flyt det ud af den.",
)
PICTURE_CHANGES = Entry(
    "picture-changes",
    message="Et billede står i en {% if %} eller {% for %}.",
    remedy="Flyt billedet ud, så det altid er der. En figur, der kun har tekst, kan stå i en {%p if %}.",
    meaning="Et billede står i en {% if %} eller {% for %}.",
)
SECTION_CHANGES = Entry(
    "section-changes",
    message="Et sektionsskift står i en {% if %} eller {% for %}.",
    remedy="Flyt skiftet ud, så det altid er der, og sæt kun dets tekst i mærkningen.",
    meaning="Et sektionsskift er der kun sommetider, for eksempel i en {% if %}.",
)
TABLE_CHANGES = Entry(
    "table-changes",
    message="Antallet af celler i en række afhænger af en {% if %} eller {% for %}.",
    remedy="Lad tabellen stå fast, og sæt kun hele rækker i {%tr %}.",
    meaning="En tabels celler eller alle dens rækker afhænger af en {% if %} eller {% for %}.",
)
TABLE_IN_TAG = TABLE_CHANGES.but(message="En tabel står i en mærknings afsnit eller række.")
TABLE_MAY_BE_EMPTY = TABLE_CHANGES.but(
    message="Alle tabellens rækker afhænger af en {%tr if %} eller {%tr for %}, så den kan blive tom.",
    remedy="Giv tabellen en række, der altid er der, fx en med overskrifter.",
)
