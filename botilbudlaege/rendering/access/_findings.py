"""The catalogue of form: what keeps a template from being read by everyone, with what to do about it in Word."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The document -------------------------------------------------------------------------------------------

LANGUAGE = Entry(
    "language",
    severity="warning",
    message="Skabelonens standardsprog er ikke dansk.",
    remedy="Markér al tekst med Ctrl+A, vælg Gennemse > Sprog > Angiv korrektursprog, vælg dansk, og tryk på Angiv som standard.",
)
NO_TITLE = Entry(
    "title-style",
    severity="warning",
    message="Intet afsnit har typografien Titel.",
    remedy="Stil markøren i dokumentets titel, og vælg typografien Titel under Hjem > Typografier.",
    meaning="Ikke præcis ét afsnit har typografien Titel.",
)
TITLES = NO_TITLE.but(
    message="{antal} afsnit har typografien Titel.",
    remedy="Lad ét afsnit beholde Titel, og giv de andre en anden typografi, f.eks. Undertitel.",
)
NO_HEADINGS = Entry(
    "no-headings",
    severity="warning",
    message="Teksten har ingen overskrifter.",
    remedy="Stil markøren i hver overskrift, og vælg Overskrift 1 eller Overskrift 2 under Hjem > Typografier.",
    meaning="Skabelonen har ingen overskrifter.",
)
FIRST_HEADING = Entry(
    "heading-order",
    severity="warning",
    message="Den første overskrift er på niveau {niveau}, ikke på niveau 1.",
    remedy="Giv den typografien Overskrift 1.",
    meaning="Overskrifterne springer et niveau over.",
)
HEADING_SKIPS = FIRST_HEADING.but(
    message="Overskriften er på niveau {niveau}, men den forrige er på niveau {forrige}.",
    remedy="Giv den typografien Overskrift {rette}.",
)
HEADING_EMPTY = Entry(
    "heading-empty",
    severity="warning",
    message="Overskriften er tom.",
    remedy="Skriv en tekst i den, eller slet afsnittet.",
    meaning="En overskrift har ingen tekst.",
)

# Tables -------------------------------------------------------------------------------------------------

TABLE_HEADER = Entry(
    "table-header",
    severity="warning",
    message="Tabellens første række er ikke markeret som overskriftsrække.",
    remedy="Stil markøren i første række, sæt hak ved Overskriftsrække under Tabeldesign, og vælg Gentag overskriftsrækker under tabellens Layout.",
    meaning="En tabels første række er ikke markeret som overskriftsrække.",
)
MERGED_CELLS = Entry(
    "merged-cells",
    severity="warning",
    message="Tabellen har flettede celler.",
    remedy="Stil markøren i den flettede celle, og vælg Opdel celler under tabellens Layout, så alle rækker har lige mange celler.",
    meaning="En tabel har flettede celler, som en skærmlæser kan læse forkert.",
)
NESTED_TABLE = Entry(
    "nested-table",
    severity="warning",
    message="Tabellen står inde i en anden tabel.",
    remedy="Klip den ud, og sæt den ind efter den anden tabel, eller skriv indholdet som rækker i den.",
    meaning="En tabel står inde i en anden tabel.",
)

# Pictures and links -------------------------------------------------------------------------------------

ALT_TEXT = Entry(
    "alt-text",
    severity="warning",
    message="Billedet har ingen alternativ tekst.",
    remedy="Højreklik på billedet, vælg Alternativ tekst, og skriv, hvad det viser.",
    meaning="Et billede mangler den tekst, som en skærmlæser læser op.",
)
FLOATING_PICTURE = Entry(
    "floating",
    severity="warning",
    message="Billedet er ikke på linje med teksten.",
    remedy="Klik på billedet, tryk på Layoutindstillinger ved siden af det, og vælg På linje med teksten.",
    meaning="Et billede eller en tekst står uden for tekstens linjer.",
)
FLOATING_TEXT = FLOATING_PICTURE.but(
    message="Teksten står i et tekstfelt eller en ramme.",
    remedy="Klip teksten ud, sæt den ind som et almindeligt afsnit, og slet tekstfeltet eller rammen.",
)
LINK_STYLE = Entry(
    "link-style",
    severity="warning",
    message="Linket har ikke typografien for links.",
    remedy="Markér linket, og vælg typografien Hyperlink under Hjem > Typografier.",
    meaning="Et link ligner ikke et link.",
)
LINK_TEXT = Entry(
    "link-text",
    severity="warning",
    message="Linkets tekst siger ikke, hvad det fører til.",
    remedy="Højreklik på linket, vælg Rediger link, og skriv sidens navn som den tekst, der vises.",
    meaning="Teksten på et link siger ikke, hvad det fører til.",
)

# Looks --------------------------------------------------------------------------------------------------

FONT = Entry(
    "font",
    severity="warning",
    message="Skrifttypen {navn} findes ikke på alle computere.",
    remedy="Vælg Arial, Calibri, Times New Roman eller Courier New i stedet: højreklik på afsnittets typografi under Hjem, og vælg Rediger; har teksten sin egen skrifttype, så markér den, og vælg under Hjem.",
    meaning="En skrifttype findes ikke på alle computere.",
)
BULLET = Entry(
    "bullet",
    severity="warning",
    message="Listens punkttegn på niveau {niveauer} er ikke tegn i tekstens skrifttype.",
    remedy="Stil markøren i listen, vælg Hjem > Liste på flere niveauer > Definer ny liste på flere niveauer, og vælg • eller – i tekstens skrifttype på hvert niveau.",
    meaning="En listes punkttegn er ikke tegn i en almindelig skrifttype og kan blive vist forkert.",
)
OWN_BORDER = Entry(
    "paragraph-border",
    severity="warning",
    message="Afsnittet har en kant.",
    remedy="Stil markøren i afsnittet, og vælg Ingen kant under Hjem > Kanter.",
    meaning="Et afsnit har en kant.",
)
BORDER_OF_STYLE = OWN_BORDER.but(
    message="Afsnittets typografi har en kant.",
    remedy="Stil markøren i afsnittet, højreklik på den markerede typografi under Hjem, vælg Rediger > Formatér > Kant, og vælg Ingen.",
)
CONTRAST = Entry(
    "contrast",
    severity="warning",
    message="Teksten har farven {farve} på baggrunden {baggrund}; kontrasten er {kontrast}:1 og skal være mindst 4,5:1.",
    remedy="Markér teksten, og vælg skriftfarven Automatisk under Hjem, eller vælg en farve længere fra baggrundens.",
    meaning="En tekst skiller sig for lidt ud fra sin baggrund.",
)

# What is typed instead of set ---------------------------------------------------------------------------

TYPED_LIST = Entry(
    "typed-list",
    severity="warning",
    message="Listens tegn eller nummer er skrevet i teksten.",
    remedy="Slet det, og vælg Punktopstilling eller Nummerering under Hjem.",
    meaning="En listes tegn eller numre er skrevet i teksten.",
)
EMPTY_PARAGRAPH = Entry(
    "empty-paragraph",
    severity="warning",
    message="Afsnittet er tomt.",
    remedy="Slet det, og giv afsnittet før eller efter det afstand under Layout > Afstand.",
    meaning="Et tomt afsnit er brugt til at lave afstand.",
)
CONTROL_ALIAS = Entry(
    "control-alias",
    severity="warning",
    message="Indholdskontrolelementet har ingen titel.",
    remedy="Klik på det, vælg Udvikler > Egenskaber, og skriv under Titel, hvad der skal stå i det.",
    meaning="Et felt til udfyldning i Word har ingen titel.",
)
