"""The catalogue of clauses: what is wrong with the text of one, and what keeps it from its place in a template."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The text of a clause -----------------------------------------------------------------------------------

CLAUSE_EMPTY = Entry(
    "clause-empty",
    message="Klausulen er tom.",
    remedy="Skriv teksten.",
    meaning="En klausuls fil har ingen tekst.",
)
CLAUSE_MARKDOWN = Entry(
    "clause-markdown",
    message="Klausulen har {hvad}; den kan kun have afsnit, lister, fed og kursiv.",
    remedy="Skriv det som almindelig tekst.",
    meaning="En klausul har en overskrift, en tabel, et link eller andet, som klausuler ikke kan have.",
)
LIST_MARK = CLAUSE_MARKDOWN.but(
    remedy="Begynd den med 1. eller -, eller sæt en omvendt skråstreg foran punktummet: 31\\. marts."
)
LIST_LEVELS = CLAUSE_MARKDOWN.but(remedy="Brug færre niveauer.")
LONE_STAR = CLAUSE_MARKDOWN.but(
    remedy="Luk med lige så mange stjerner, eller skriv en omvendt skråstreg foran: \\*."
)
EMPHASIS_IN_WORD = CLAUSE_MARKDOWN.but(
    remedy="Skriv en omvendt skråstreg foran hver stjerne og understregning, der skal stå: 2\\*3, eller gør hele ordet fedt eller kursivt."
)
SECOND_PARAGRAPH = CLAUSE_MARKDOWN.but(
    remedy="Skriv det i samme afsnit som punktet, eller flyt det ud af listen."
)
LIST_NUMBERS = CLAUSE_MARKDOWN.but(
    remedy="Skriv 1., 2., 3. og så videre, eller 1. foran hvert punkt; Word sætter selv numrene."
)
LINES_LIKE_ITEMS = CLAUSE_MARKDOWN.but(
    remedy="Begynd hvert punkt med 1. eller -, eller sæt en tom linje imellem dem."
)
DATE_AS_LIST = Entry(
    "date-as-list",
    message="Linjen begynder med en dato, som bliver læst som nummeret i en liste.",
    remedy="Begynd linjen med et andet ord, eller sæt en omvendt skråstreg foran punktummet: 1\\. januar.",
    meaning="En linje begynder med en dato, som bliver læst som nummeret i en liste.",
)
TAG_OF_SIGNS = Entry(
    "tag-of-signs",
    message="Tegn, der er skrevet på en anden måde, bliver tilsammen til en mærkning i dokumentet.",
    remedy="Skriv mærkningen, som den er, fx {{ plan.botilbud.navn }}, uden \\ og &#123;. Skal tegnene stå i teksten, så sæt et mellemrum imellem: { {.",
    meaning="Tegn i en klausul, fx &#123; eller \\{, bliver tilsammen til en mærkning i dokumentet.",
)
PRINTING_WORD_TAG = Entry(
    "word-tag-in-clause",
    message="{tag} er kun til Word-skabeloner.",
    remedy="Sæt klausulen ind i Word-skabelonen i stedet.",
    meaning="En klausul bruger en mærkning, som kun er til Word-filer.",
)
WORD_TAG = PRINTING_WORD_TAG.but(remedy="Skriv {begyndelse} på en linje for sig selv.")

# Its place in the Word template -------------------------------------------------------------------------

CLAUSE_NOT_PARAGRAPH = Entry(
    "clause-not-paragraph",
    message="Klausulen {klausul} er sat ind uden p.",
    remedy="Skriv {{p klausul.{klausul} }}.",
    meaning="En klausul er sat ind uden p, så den ikke bliver til afsnit.",
)
CLAUSE_BESIDE_TEXT = Entry(
    "clause-beside-text",
    message="Klausulen {klausul} deler afsnit med andet.",
    remedy="Giv den et afsnit for sig selv.",
    meaning="En klausul er sat ind i et afsnit, hvor der også står anden tekst.",
)
CLAUSE_SECTION_BREAK = Entry(
    "clause-section-break",
    message="Klausulen {klausul} står i et afsnit med sektionsskift.",
    remedy="Sæt et tomt afsnit efter den.",
    meaning="En klausul er sat ind i et afsnit med et sektionsskift.",
)
CLAUSE_MISSPELT = Entry(
    "unknown-clause",
    message="Klausulen {klausul} findes ikke.",
    remedy="Mente du {ment}?",
    meaning="En klausul, som skabelonen sætter ind, findes ikke.",
)
UNKNOWN_CLAUSE = CLAUSE_MISSPELT.but(remedy="Skriv klausuler/{klausul}.md, eller fjern den.")
LEFT_OUT_IN_CELL = Entry(
    "left-out-in-cell",
    message="Klausulen {klausul} er udeladt, og cellen ville stå tom.",
    remedy="Giv pakken sin egen Word-skabelon uden cellen.",
    meaning="En udeladt klausul ville efterlade en tom tabelcelle.",
)
NO_LIST_STYLE = Entry(
    "no-list-style",
    message="En klausul har en liste, men skabelonen mangler Words liste-typografi.",
    remedy="Brug punktopstilling eller nummereret liste ét sted i skabelonen, og gem den.",
    meaning="En klausul har en liste, men Word-skabelonen mangler typografien til den.",
)

# A clause that a program gives --------------------------------------------------------------------------

BAD_ID = Entry(
    "bad-id",
    message="En klausuls id må kun have små bogstaver a-z, cifre og _, og begynder med et bogstav.",
    remedy="Ret det, fx opsigelse.",
)
NOT_TEXT = Entry(
    "wrong-type",
    message="Her skal stå tekst, men der står {givet}.",
    remedy="Skriv klausulen som tekst.",
)
