"""The catalogue of Word files: what a file from outside may not be or hold, and what of a template is not settled."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# Whether it is a Word file ------------------------------------------------------------------------------

NOT_DOCX = Entry(
    "not-docx",
    message="Filen er ikke et Word-dokument.",
    remedy="Gem den igen i Word som .docx.",
    meaning="Filen er ikke et Word-dokument, eller den er beskadiget.",
)
DAMAGED = NOT_DOCX.but(message="Filen er ikke et Word-dokument, eller den er beskadiget.")
OTHER_LENGTH = NOT_DOCX.but(message="En del af filen har en anden længde, end den siger.")
OTHER_FORMAT = NOT_DOCX.but(
    message="Filen er ikke gemt i Words almindelige format.",
    remedy="Vælg Filer > Gem som i Word og filtypen Word-dokument (*.docx).",
)
INCOHERENT = NOT_DOCX.but(message="Filen hænger ikke sammen: {hvad}.")
OTHER_TYPE = NOT_DOCX.but(message="Filen siger ikke, at den er et Word-dokument.")
OLD_FORMAT = NOT_DOCX.but(
    message="Filen er gemt i Words gamle format (.doc); det hjælper ikke at omdøbe den.",
    remedy="Åbn den i Word, vælg Filer > Gem som og filtypen Word-dokument (*.docx), og brug den nye fil.",
)
OTHER_KIND = NOT_DOCX.but(
    message="Filen er {slags} og ikke et Word-dokument; det hjælper ikke at omdøbe den.",
    remedy="Åbn den i Word, vælg Filer > Gem som og filtypen Word-dokument (*.docx), og brug den nye fil.",
)
ENCRYPTED = Entry(
    "encrypted",
    message="Filen er krypteret med en adgangskode.",
    remedy="Åbn den i Word, fjern adgangskoden under Filer > Oplysninger > Beskyt dokument > Kryptér med adgangskode, og gem den.",
    meaning="Word-filen er krypteret.",
)

# How large it is ----------------------------------------------------------------------------------------

FILE_TOO_LARGE = Entry(
    "too-large",
    message="Filen er over {mb} MB.",
    remedy="Del den op, eller gør billederne mindre.",
    meaning="Et tal, en fil eller en del af en fil er for stor.",
)
UNPACKED_TOO_LARGE = FILE_TOO_LARGE.but(message="Filen fylder udpakket over {mb} MB.")
PART_TOO_LARGE = FILE_TOO_LARGE.but(message="En del af filen er over {mb} MB.")
TOO_MANY_PARTS = FILE_TOO_LARGE.but(message="Filen har over {antal} dele.")
TOO_MANY_ELEMENTS = FILE_TOO_LARGE.but(message="Filen har over {antal} elementer.")
BOMB = Entry(
    "bomb",
    message="En del af filen er pakket over {gange} gange.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er pakket så hårdt, at den kan være lavet for at skade.",
)

# How it is packed ---------------------------------------------------------------------------------------

COMPRESSION = Entry(
    "compression",
    message="En del af filen er pakket på en måde, som Word ikke bruger.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er pakket på en måde, som Word ikke bruger.",
)
DUPLICATE_NAME = Entry(
    "duplicate-name",
    message="To dele af filen har samme navn.",
    remedy="Gem den igen i Word som .docx.",
    meaning="To dele af Word-filen har samme navn.",
)
TRAVERSAL = Entry(
    "traversal",
    message="En del af filen har et navn, der peger ud af den.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen har et navn, der peger ud af filen.",
)
ENCODING = Entry(
    "encoding",
    message="En del af filen er ikke i UTF-8.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen er ikke gemt som UTF-8.",
)
DTD = Entry(
    "dtd",
    message="En del af filen har en DTD.",
    remedy="Gem den igen i Word som .docx.",
    meaning="En del af Word-filen har en DTD, som kan bruges til at skade.",
)

# What it holds ------------------------------------------------------------------------------------------

ACTIVE_CONTENT = Entry(
    "active-content",
    message="Filen har {hvad}.",
    remedy="Slet det i Word, og gem filen igen som .docx.",
    meaning="Word-filen er en skabelon, eller den har makroer, indlejrede objekter eller diagrammer.",
)
ACTIVE_OBJECT = ACTIVE_CONTENT.but(
    remedy="Markér det i Word, tryk Ctrl+X, og sæt det ind igen med Indsæt speciel > Billede."
)
ACTIVE_CONTROL = ACTIVE_CONTENT.but(
    remedy="Vælg Udvikler > Designtilstand i Word, markér det, og tryk Delete."
)
ACTIVE_FILE = ACTIVE_CONTENT.but(
    remedy="Åbn filen i Word, sæt indholdet ind som almindelig tekst, og gem den igen som .docx."
)
ACTIVE_MACROS = ACTIVE_CONTENT.but(remedy="Vælg Filer > Gem som i Word og filtypen Word-dokument (*.docx).")
ACTIVE_TYPE = ACTIVE_MACROS.but(message="Filen er en skabelon- eller makrofil (.dotx, .docm eller .dotm).")
EXTERNAL = Entry(
    "external",
    message="Filen henter noget udefra ({hvad}).",
    remedy="Slet det i Word, og gem filen igen som .docx.",
    meaning="Word-filen henter noget fra et andet sted.",
)
EXTERNAL_PICTURE = EXTERNAL.but(
    remedy="Slet billedet i Word, og sæt det ind igen med Indsæt > Billeder > Denne enhed."
)
EXTERNAL_MODE = EXTERNAL.but(
    message="Filen henviser til noget på en måde, som ikke alle programmer læser ens."
)
EXTERNAL_FIELD = EXTERNAL.but(
    message="Filen har et felt, der {goer} ({felt}).",
    remedy="Klik på feltet i Word, og tryk Ctrl+Skift+F9: så bliver det til tekst.",
)
HIDDEN_FIELD = EXTERNAL_FIELD.but(message="Et felt er sat sammen, så det ikke ses, hvad det gør.")
LINK_TARGET = Entry(
    "link-target",
    message="Et link fører til andet end en hjemmeside eller en mailadresse.",
    remedy="Højreklik på linket i Word, vælg Fjern link, og gem filen igen.",
    meaning="Et link fører til andet end en hjemmeside eller en mailadresse.",
)
PICTURE_FORMAT = Entry(
    "picture-format",
    message="Et billede er af en slags, der kan hente noget eller køre noget.",
    remedy="Gem billedet som PNG eller JPEG, og sæt det ind igen med Indsæt > Billeder > Denne enhed.",
    meaning="Et billede er af en slags, der kan hente noget eller køre noget.",
)
VECTOR_ALONE = PICTURE_FORMAT.but(message="Et billede er en vektortegning (SVG) alene.")
UNKNOWN_CONTENT = Entry(
    "unknown-content",
    message="Filen har noget, som ikke alle programmer viser ens.",
    remedy="Slet det i Word, og gem filen igen som .docx.",
    meaning="Word-filen har noget, som ikke alle programmer viser ens.",
)
UNKNOWN_POINTER = UNKNOWN_CONTENT.but(message="Filen henviser til noget, som ikke kendes.")
TWO_PICTURES = UNKNOWN_CONTENT.but(message="Et billede har et andet billede i sig.")
STRICT = Entry(
    "strict",
    message="Filen er gemt som Strict Open XML, som ikke alle programmer læser ens.",
    remedy="Vælg Filer > Gem som i Word og filtypen Word-dokument (*.docx) i stedet for Strict Open XML-dokument (*.docx).",
    meaning="Word-filen er gemt som Strict Open XML, som ikke alle programmer læser ens.",
)
MISSING_PART = Entry(
    "missing-part",
    message="Filen hænger ikke sammen: den henviser til en del, som ikke er der.",
    remedy="Gem den igen i Word som .docx.",
    meaning="Word-filen henviser til et billede eller en del, som ikke er der eller er noget andet.",
)
MISSING_PICTURE = MISSING_PART.but(
    message="Et billede er der ikke.", remedy="Slet det i Word, eller sæt det ind igen."
)
OTHER_PART = MISSING_PART.but(
    message="Filen hænger ikke sammen: den henviser til noget andet, end der skal stå.",
    remedy="Slet det i Word, og gem filen igen som .docx.",
)

# What of it does not travel -----------------------------------------------------------------------------

NOT_CARRIED = Entry(
    "not-carried",
    severity="remark",
    message="Word-filen har noget, som ikke ses og ikke følger med i dokumenterne: {hvad}.",
    remedy="Der skal ikke gøres noget.",
    meaning="Word-filen har noget, som ikke ses, for eksempel en tilknyttet skabelon, og som ikke følger med.",
)

# What is not settled in a template ----------------------------------------------------------------------

TRACKED_CHANGE = Entry(
    "tracked-change",
    message="Skabelonen har en sporet ændring: {hvad}.",
    remedy="Vælg Gennemse > Acceptér > Acceptér alle ændringer, og stop sporing i Word (eller afvis dem), slå Registrer ændringer fra, og gem.",
    meaning="Skabelonen har sporede ændringer, så det ikke er afgjort, hvad der står i den.",
)
TRACKING_ON = TRACKED_CHANGE.but(
    message="Registrer ændringer er slået til i skabelonen.",
    remedy="Slå Registrer ændringer fra under Gennemse i Word, og gem.",
)
BOUND_CONTROL = Entry(
    "bound-control",
    message="Et indholdskontrolelement er bundet til data, og det bundne erstatter teksten i det.",
    remedy="Højreklik på det i Word, vælg Fjern indholdskontrolelement, så teksten bliver stående, og gem.",
    meaning="Et indholdskontrolelement er bundet til data, som erstatter det, der står i det.",
)
CHANGING_FIELD = Entry(
    "changing-field",
    message="Feltet {felt} regnes ud igen, når dokumentet åbnes eller udskrives, så der kan komme til at stå noget andet.",
    remedy="Klik på feltet i Word, tryk Ctrl+Skift+F9, så det bliver til tekst, og skriv en mærkning, hvis det skal udfyldes.",
    meaning="Et felt fra Word regnes ud igen, når dokumentet åbnes, så der kan komme til at stå noget andet.",
)
ODD_FIELD = CHANGING_FIELD.but(
    message="Et felt fra Word har en kode, som ikke kan læses sikkert: den er tom, brudt eller har et andet felt i sig.",
)
LOCKED_FIELD = CHANGING_FIELD.but(
    message="Feltet {felt} er låst, så det bliver ved at vise det, det viste, da det blev låst.",
    remedy="Klik i feltet i Word, tryk Ctrl+Shift+F11 og så F9, eller slet det.",
)
REFERS_TO_TAG = Entry(
    "stale-field",
    message="Feltet {felt} henviser til noget, der bliver udfyldt, og viser selv noget andet.",
    remedy="Skriv den samme mærkning i stedet for feltet.",
    meaning="Et felt fra Word viser noget andet end det, det henviser til eller tæller til.",
)
TAG_IN_FIELD = REFERS_TO_TAG.but(
    message="En mærkning står i feltet {felt}, og Word skriver et tal i stedet for det, den udfylder.",
    remedy="Klik på feltet i Word, tryk Ctrl+Skift+F9, så kun mærkningen står tilbage, og gem.",
)
STALE_FIELD = Entry(
    "stale-field",
    severity="warning",
    message="Feltet {felt} viser noget andet end det, det skal, og Word retter det, når felterne opdateres.",
    remedy="Markér hele teksten i Word, tryk F9, så felterne opdateres, læs dem igennem, og gem.",
)
WORDS_IN_FIELD = STALE_FIELD.but(
    message="Feltet {felt} viser ord, og Word skriver et tal i stedet for dem, når felterne opdateres.",
    remedy="Klik på feltet i Word, og tryk Ctrl+Skift+F9, så ordene bliver til tekst.",
)
DEAD_FIELD = STALE_FIELD.but(
    message="Feltet {felt} henviser til et bogmærke, som ikke findes, så Word skriver en fejl i stedet, når felterne opdateres.",
    remedy="Indsæt henvisningen igen, eller klik på feltet, og tryk Ctrl+Skift+F9, så det bliver til tekst.",
)
STALE_CONTENTS = STALE_FIELD.but(
    message="Indholdsfortegnelsen har en linje, som ikke er en overskrift i skabelonen.",
    remedy="Klik i den i Word, tryk F9, vælg Opdater hele tabellen, og gem.",
)
UNEQUAL_ALTERNATIVES = Entry(
    "unequal-alternatives",
    message="En figur har forskellige ord til nye og gamle programmer, så ikke alle læser det samme.",
    remedy="Slet figuren i Word, og indsæt den igen.",
    meaning="En figur er gemt med forskellige ord til nye og gamle programmer.",
)
HIDDEN_TEXT = Entry(
    "hidden-text",
    message="Der er tekst, som en læser ikke kan se: den er skjult, hvid eller for lille.",
    remedy="Markér teksten i Word, tryk Ctrl+Mellemrum, og slet den eller gør den synlig. Tryk Ctrl+Skift+8 for at se skjult tekst.",
    meaning="Skabelonen har tekst, som en læser ikke kan se.",
)
PICTURED_TEXT = HIDDEN_TEXT.but(
    message="Der er ord i en skrifttype, hvor bogstaver er tegn (fx Wingdings eller Symbol), så en læser ser andet end ordene.",
    remedy="Markér teksten i Word, og vælg en skrifttype med bogstaver, fx Arial. Skal der stå et tegn, så indsæt det med Indsæt > Symbol.",
)
BACKWARDS_TEXT = HIDDEN_TEXT.but(
    message="Teksten er sat til at stå fra højre mod venstre, så tal, datoer og tegn bytter plads.",
    remedy="Markér teksten i Word, tryk Ctrl+Mellemrum, eller slet den, og skriv den igen.",
)
FOLDED_TEXT = HIDDEN_TEXT.but(
    message="Teksten under overskriften er foldet sammen, så en læser ikke ser den, før nogen folder den ud.",
    remedy="Fjern i Word fluebenet ved »Skjult som standard« under Afsnit for overskriften, eller for dens typografi.",
)
LOST_LETTER = Entry(
    "lost-letter",
    message="Et bogstav er gået tabt: der står et tegn for et, der ikke kunne læses (\N{REPLACEMENT CHARACTER}).",
    remedy="Skriv ordet igen i Word.",
)
SIGN_OF_A_FONT = LOST_LETTER.but(
    message="Et tegn hører til en enkelt skrifttype, og teksten har en anden, så ikke alle programmer viser det ens."
)
WATERMARK = Entry(
    "left-placeholder",
    severity="warning",
    message="Der står »{ord}« som vandmærke eller WordArt bag teksten.",
    remedy="Vælg Design > Vandmærke > Fjern vandmærke i Word, når skabelonen skal bruges til det, der underskrives.",
)
COMMENT = Entry(
    "comment",
    severity="warning",
    message="Skabelonen har en kommentar; den kommer ikke med i dokumentet.",
    remedy="Slet den under Gennemse > Slet > Slet alle kommentarer i Word, når den ikke skal bruges mere.",
    meaning="Skabelonen har kommentarer; de kommer ikke med i et dokument.",
)
LEFT_PLACEHOLDER = Entry(
    "left-placeholder",
    message="Der står en pladsholder tilbage: {hvad}.",
    remedy="Skriv en mærkning i stedet, fx {{ plan.botilbud.navn }}, eller den tekst, der skal stå.",
    meaning="Der står en pladsholder tilbage, som ingen mærkning udfylder.",
)
PROBABLE_PLACEHOLDER = Entry(
    "left-placeholder",
    severity="warning",
    message="Det ligner en pladsholder, der ikke bliver udfyldt: {hvad}.",
    remedy="Skriv en mærkning i stedet, den tekst, der skal stå, eller fjern det.",
)
TYPED_LINE = Entry(
    "typed-line",
    severity="warning",
    message="Linjen til udfyldning er skrevet med understregninger eller punktummer.",
    remedy="Slet tegnene, vælg Hjem > Afsnit > Tabulatorer, lav et tabulatorstop med fyldtegn, og tryk på Tab i teksten.",
    meaning="En linje til udfyldning er skrevet med understregninger eller punktummer.",
)
