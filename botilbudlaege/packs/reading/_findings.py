"""The catalogue of reading: what became of a living document since it was made.

»{…}« holds what stands in the document: the person who reads the finding has it before them.
"""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# Whether it can be read at all --------------------------------------------------------------------------

NOT_LIVING = Entry(
    "not-living",
    message="Dokumentet kan ikke læses tilbage: det er lavet uden felter og data.",
    remedy="Lav det med living=True (--living), eller skriv oplysningerne i en datafil.",
)
NOT_OURS = NOT_LIVING.but(
    message="Dokumentet kan ikke læses tilbage: det er ikke lavet med botilbudlaege, eller dets felter og data er væk."
)

# What it keeps of its facts -----------------------------------------------------------------------------

STORE_LOST = Entry(
    "store-lost",
    severity="remark",
    message="De data, som felterne er bundet til, er væk; det kan ske, når LibreOffice gemmer.",
    remedy="Oplysningerne er læst af teksten; gennemse dem.",
)
SNAPSHOT_LOST = Entry(
    "snapshot-lost",
    severity="remark",
    message="Dokumentets kopi af oplysningerne, som de var, er væk; de er hentet i dokumentets egenskaber.",
    remedy="Der skal ikke gøres noget.",
)
PROPERTIES_LOST = Entry(
    "properties-lost",
    severity="remark",
    message="Dokumentets egenskaber er væk, så pakke, version og status er ikke kendt.",
    remedy="Læs det igen med pack=, hvis pakken er kendt.",
)
PROPERTIES_CHANGED = Entry(
    "properties-changed",
    message="Dokumentets egenskaber er ændret, efter at det blev lavet: {hvad}.",
    remedy="Gå ud fra det dokument, der blev sendt; programmer, der læser egenskaberne, får noget andet at vide end dengang.",
    meaning="Hvad dokumentet siger om sin status, sine parter eller sin pakke, er ændret, efter at det blev lavet.",
)
CALLED_OTHERWISE = Entry(
    "properties-changed",
    severity="warning",
    message="Dokumentets {hvad} i dets egenskaber er ændret til »{tekst}«.",
    remedy="Se efter under Filer, Oplysninger i Word: programmer viser det over dokumentet, og i en PDF af det.",
)
SNAPSHOT_TAMPERED = Entry(
    "snapshot-tampered",
    message="Dokumentets kopi af oplysningerne, som de var, er ændret, efter at det blev lavet.",
    remedy="Hvad der er ændret i oplysningerne, kan ikke ses sikkert: sammenlign med det dokument, der blev sendt.",
)
SNAPSHOT_RECOVERED = SNAPSHOT_TAMPERED.but(remedy="En kopi, der ikke er ændret, er brugt.")
ISSUED_LOST = Entry(
    "issued-lost",
    severity="warning",
    message="Oplysningerne, som de var, er væk, så det kan ikke ses, hvad der er ændret.",
    remedy="Oplysningerne er læst af felterne alene; gennemse dem, også dem, som teksten ikke viser.",
)
ISSUED_UNREADABLE = ISSUED_LOST.but(
    message="Oplysningerne, som de var, kan ikke læses af denne version, så det kan ikke ses, hvad der er ændret."
)

# Why its text cannot be compared ------------------------------------------------------------------------

NOT_MADE_AGAIN = Entry(
    "not-compared",
    severity="warning",
    message="Om teksten uden om felterne er ændret, kan ikke ses. Dokumentet kan ikke laves igen, som det var.",
    remedy="Læs dokumentet igen med pack= og den rigtige pakke, eller sammenlign det i Word.",
)
PACK_UNKNOWN = NOT_MADE_AGAIN.but(
    message="Om teksten uden om felterne er ændret, kan ikke ses. Pakken er ikke kendt."
)
PACK_NOT_INSTALLED = NOT_MADE_AGAIN.but(
    message="Om teksten uden om felterne er ændret, kan ikke ses. Pakken {pakke} er ikke installeret."
)
PACK_UNUSABLE = NOT_MADE_AGAIN.but(
    message="Om teksten uden om felterne er ændret, kan ikke ses. Pakken {pakke} kan ikke bruges."
)
OTHER_VERSION = NOT_MADE_AGAIN.but(
    message="Om teksten uden om felterne er ændret, kan ikke ses. Dokumentet er lavet med version {version} af pakken {pakke}; her er {her}, som har andre ord til det.",
    remedy="Læs det igen med pack= og mappen med version {version} af pakken. Behold derfor de versioner, der er udgivet.",
)
OTHER_TEMPLATE = NOT_MADE_AGAIN.but(
    message="Om teksten uden om felterne er ændret, kan ikke ses. Pakken {pakke} har en anden skabelon eller andre klausuler end dengang.",
    remedy="Læs det igen med pack= og den mappe, som pakken var i, da dokumentet blev lavet, eller sammenlign det i Word.",
)

# What is filled in --------------------------------------------------------------------------------------

FILLED_IN = Entry(
    "changed",
    severity="remark",
    message="{oplysning} er udfyldt med {nu}.",
    remedy="Bekræft oplysningen.",
)
CHANGED = FILLED_IN.but(message="{oplysning} er ændret fra {foer} til {nu}.", remedy="Bekræft ændringen.")
EMPTIED = FILLED_IN.but(
    message="{oplysning} er slettet; der stod {foer}.", remedy="Bekræft, at den skal væk."
)
GONE = Entry(
    "missing",
    message="{oplysning} er slettet af teksten; der stod {foer}.",
    remedy="Skriv {foer} igen, eller bekræft, at det skal væk.",
)
MISSING = Entry("missing", message="Der mangler: {oplysning}.", remedy="Udfyld {felt}.")
INVALID = Entry("invalid", message="{oplysning} kan ikke være »{tekst}«: {grund}", remedy="{ret}")
INVALID_NOW = INVALID.but(remedy="{ret} Der stod {foer}.")
PROMPT_LEFT = Entry(
    "prompt-left",
    message="Noget af den tekst, der viser, hvad feltet er til, står der endnu.",
    remedy="Slet alt i feltet, og skriv {oplysning}.",
)
UNKNOWN_FIELD = Entry(
    "unknown-field",
    severity="warning",
    message="Feltet findes ikke i denne version og er ikke læst.",
    remedy="Læs dokumentet med den version, det er lavet med.",
)

# What is said in two ways -------------------------------------------------------------------------------

DIFFERS = Entry(
    "conflict",
    message="{oplysning} er ikke den samme alle steder: {steder}.",
    remedy="Afgør, hvad der er rigtigt, og skriv det alle steder.",
)
DIFFERS_BY_ONE = DIFFERS.but(
    remedy="Bekræft {nu}, som er den eneste nye oplysning, og skriv det alle steder."
)
CHANGED_IN_DATA = DIFFERS.but(
    message="{oplysning} er {nu} i teksten, men er ændret til {data} i dokumentets data.",
    remedy="{nu} er brugt, for det er teksten, der underskrives; ret teksten, hvis {data} er rigtigt.",
)
EMPTIED_IN_TEXT = DIFFERS.but(
    message="{oplysning} er slettet i teksten, men dokumentets data har {data}.",
    remedy="Bekræft, at den skal væk, eller skriv {data} igen.",
)
CHANGED_IN_TEXT = DIFFERS.but(
    message="{oplysning} er rettet i teksten til {nu}, men dokumentets data har {data}.",
    remedy="Bekræft {nu}.",
)

# The fixed text -----------------------------------------------------------------------------------------

WORDING_CHANGED = Entry(
    "wording",
    message="Teksten er ændret fra »{foer}« til »{nu}«.",
    remedy="Bekræft ændringen, eller lav dokumentet igen.",
    meaning="Den faste tekst er ændret.",
)
WORDING_AROUND = WORDING_CHANGED.but(
    message="I »{nu}« er der skrevet uden om felterne, eller felter er flyttet."
)
WORDING_DELETED = WORDING_CHANGED.but(message="Teksten »{foer}« er slettet, streget over eller skjult.")
WORDING_ADDED = WORDING_CHANGED.but(message="Teksten »{nu}« er tilføjet.")
WORDING_MOVED = WORDING_CHANGED.but(
    message="»{nu}« er flyttet: det står ikke længere i den række eller celle, det stod i."
)
WORDING_TOO_DIFFERENT = WORDING_CHANGED.but(
    message="Der er for mange ændringer i teksten til at nævne dem alle."
)

LISTED = WORDING_CHANGED.but(
    message="»{tekst}« står nu i en indholdsfortegnelse, og Word skriver noget andet, når den opdateres.",
    remedy="Klik i den, tryk Ctrl+Skift+F9, så den bliver til tekst, eller lav dokumentet igen.",
)
UNSEEN = WORDING_CHANGED.but(
    message="»{tekst}« er sat ind, så det er slettet, streget over, skjult eller for svagt til at ses; ikke alle programmer viser det ens.",
    remedy="Slet det i Word, og godtag sletninger, der er sporet, eller lav dokumentet igen.",
)
UNCROSSED = WORDING_CHANGED.but(
    message="»{tekst}« var streget over eller skjult, da dokumentet blev lavet, og er det ikke længere."
)
OTHER_NUMBER = Entry(
    "numbering",
    severity="warning",
    message="Nummeret foran teksten er ændret fra »{foer}« til »{nu}«.",
    remedy="Se efter, om henvisninger til numre stadig passer, eller lav dokumentet igen.",
    meaning="Numrene i en liste er andre end dem, dokumentet blev lavet med.",
)

# What is worked out from other facts --------------------------------------------------------------------

DERIVED = Entry(
    "derived",
    message="Teksten »{tekst}« er skrevet i hånden; den regnes ud af andre oplysninger.",
    remedy="Efter oplysningerne skal der stå {rigtigt}; ret dem, og lav dokumentet igen.",
)
DERIVED_TOO_MUCH = DERIVED.but(remedy="Slet den.")
DERIVED_OF_NOTHING = DERIVED.but(
    remedy="Skriv de andre oplysninger i deres felter, eller giv dem i en datafil."
)
REORDERED = DERIVED.but(
    message="Rækkerne eller cellerne står i en anden orden end den, der følger af oplysningerne.",
    remedy="Sæt dem i orden igen, eller ret oplysningerne, og lav dokumentet igen.",
)
OUTDATED = Entry(
    "outdated",
    severity="remark",
    message="Teksten passer ikke længere til oplysningerne.",
    remedy="Lav dokumentet igen.",
)
OUTDATED_BY = OUTDATED.but(message="Teksten passer ikke længere til oplysningerne: der skal stå {rigtigt}.")
OUTDATED_WORDING = OUTDATED.but(
    message="Med de ændrede oplysninger skal der stå andet i teksten uden om felterne."
)

# What not every program shows alike ---------------------------------------------------------------------

UNEQUAL = Entry(
    "unequal-alternatives",
    message="Her står ét til nogle programmer og noget andet til andre, så ikke alle læser det samme.",
    remedy="Slet stykket i Word, og skriv teksten igen, eller lav dokumentet igen.",
    meaning="Et stykke er gemt med forskellige ord til nye og gamle programmer.",
)
TWO_STORES = Entry(
    "two-stores",
    message="Dokumentet har to sæt af de data, som felterne er bundet til, så det er ikke sikkert, hvad Word viser.",
    remedy="Lav dokumentet igen, og skriv ændringerne i det.",
    meaning="Dokumentet har to sæt data, som felterne kan være bundet til.",
)

OTHER_DATA = Entry(
    "other-data",
    message="»{tekst}« står i et felt, der er bundet til andre data end dokumentets; Word viser de data i stedet.",
    remedy="Lav dokumentet igen, eller slet feltet i Word, og skriv teksten.",
    meaning="Et felt er bundet til andre data end dokumentets, og Word viser de data.",
)

SHOWN_OTHERWISE = OTHER_DATA.but(
    message="»{tekst}« står i et felt, hvis valgmuligheder eller datoformat er ændret, så Word kan vise noget andet.",
)

# What nothing here can read -----------------------------------------------------------------------------

COMMENTS = Entry(
    "not-read",
    severity="warning",
    message="Kommentarer i dokumentet er ikke læst; der er {antal}.",
    remedy="Læs dem i Word, og skriv det, der skal gælde, i teksten.",
)
FIGURES = COMMENTS.but(
    message="Billeder eller figurer er sat ind; der er {antal}, og hvad der står i dem eller under dem, er ikke læst.",
    remedy="Se efter i Word.",
)

FLOATS = COMMENTS.but(
    message="Et afsnit eller en tabel er sat et bestemt sted på siden og kan dække andet; hvad der står under, er ikke læst.",
)
MOVED_BOX = COMMENTS.but(
    message="Et tekstfelt, en figur, en ramme eller en tabel, der står løst på siden, er flyttet, gjort større, fyldt ud eller sat foran teksten og kan dække andet; hvad der står under, er ikke læst.",
    remedy="Se efter i Word.",
)
NEW_PICTURE = COMMENTS.but(
    message="Filen har fået et billede, som den ikke havde, for eksempel bag teksten eller i et andet billedes sted.",
    remedy="Se efter i Word.",
)

OTHER_PICTURE = COMMENTS.but(
    message="Her står et andet billede end det, dokumentet blev lavet med, eller det samme i en anden udgave.",
    remedy="Se efter i Word.",
)
MOVED_PICTURE = COMMENTS.but(
    message="Billedet er gjort større eller mindre, eller det er sat løst på siden og kan dække andet.",
    remedy="Se efter i Word.",
)

TURNED = COMMENTS.but(
    message="Et tekstfelt, en figur eller et billede er drejet eller spejlvendt, så det ikke læses, som det blev lavet.",
    remedy="Se efter i Word.",
)
OTHER_DRAWING = COMMENTS.but(
    message="En figur eller et billede er beskåret, fyldt ud, ikke fyldt længere, gjort til en anden figur eller flyttet i sin tegning og kan dække andet.",
    remedy="Se efter i Word.",
)
PALE_PICTURE = COMMENTS.but(
    message="Billedet er gjort lysere, mørkere eller er farvet om.", remedy="Se efter i Word."
)
FIGURE_GONE = COMMENTS.but(
    message="Et billede, en figur eller en linje er slettet eller skjult.", remedy="Se efter i Word."
)

# What is said beside the page ---------------------------------------------------------------------------

HEARD = WORDING_CHANGED.but(
    message="Den tekst, der læses op i stedet for et billede, en figur eller en tabel, eller som et link viser, er ændret fra »{foer}« til »{nu}«."
)
LINK_ELSEWHERE = COMMENTS.but(
    message="Linket fører til »{nu}«; da dokumentet blev lavet, førte det til »{foer}«.",
    remedy="Se efter, hvor det fører hen, eller lav dokumentet igen.",
)
LINK_NEW = LINK_ELSEWHERE.but(
    message="Der er sat et link ind, som fører til »{nu}«, og ordene siger ikke hvorhen."
)

# What the pages look like -------------------------------------------------------------------------------

LOOKS_CHANGED = Entry(
    "looks-different",
    severity="warning",
    message="Her ser siden anderledes ud end den, der laves af oplysningerne.",
    remedy="Se de to sider ved siden af hinanden, og ret dokumentet, eller lav det igen.",
    meaning="En side ser anderledes ud end den, der laves af oplysningerne.",
)
LOOKS_DELETED = LOOKS_CHANGED.but(
    message="Her mangler noget på siden, som står på den, der laves af oplysningerne."
)
LOOKS_ADDED = LOOKS_CHANGED.but(
    message="Her står noget på siden, som ikke står på den, der laves af oplysningerne."
)
LOOKS_TOO_DIFFERENT = LOOKS_CHANGED.but(
    message="Siderne ser anderledes ud {antal} steder, og ikke alle er nævnt."
)
PICTURES_NOT_COMPARED = Entry(
    "not-compared",
    severity="warning",
    message="Siderne kan ikke sammenlignes som billeder, for dokumentet kan ikke laves igen af oplysningerne.",
    remedy="Læs dokumentet igen med pack= og den rigtige pakke, eller sammenlign det i Word.",
)
