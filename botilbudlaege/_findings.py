"""The catalogue of the ground: what is said of data of any kind and of files, in every room alike."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The file -----------------------------------------------------------------------------------------------

NO_FILE = Entry("no-file", message="Filen findes ikke.", remedy="Kontrollér navn og mappe.")
IS_FOLDER = Entry("is-folder", message="Det er en mappe, ikke en fil.", remedy="Angiv filen i den.")
CANNOT_READ = Entry(
    "cannot-read", message="Filen kan ikke læses.", remedy="Kontrollér navn, mappe og rettigheder."
)
TOO_DEEP = Entry("too-deep", message="Filen har for mange niveauer inden i hinanden.", remedy="Ret den.")
TOO_DEEP_AT = TOO_DEEP.but(
    message="Filen har over {hoejst} parenteser inden i hinanden (linje {linje}).",
    remedy="Slet det, der ikke er oplysninger.",
)
LONG_NAME = TOO_DEEP.but(
    message="Filen har et navn med over {hoejst} led (linje {linje}).",
    remedy="Skriv højst {hoejst} led med punktum imellem.",
)

# Fields and values --------------------------------------------------------------------------------------

MISSING_KEY = Entry("missing-key", message="Feltet mangler.", remedy="Tilføj det.")
UNKNOWN_KEY = Entry("unknown-key", message="Feltet findes ikke.", remedy="{forslag}")
UNKNOWN_CODE = Entry("unknown-code", message="Koden findes ikke.", remedy="{forslag}")
NUMBER_TOO_LARGE = Entry("too-large", message="Tallet er for stort.", remedy="Ret det.")
IMPOSSIBLE_DATE = Entry(
    "impossible-date",
    message="Datoen findes ikke eller er skrevet forkert.",
    remedy="Skriv den som år-måned-dag, fx 2025-01-31.",
)

# The type of a value: each room adds what it asks for ---------------------------------------------------

NOT_A_TEXT = Entry(
    "wrong-type",
    message="Her skal stå tekst, men der står {givet}.",
    remedy="Sæt anførselstegn om.",
    meaning="Der står en anden slags værdi end den, der skal stå.",
)
NOT_A_NUMBER = Entry(
    "wrong-type",
    message="Her skal stå et helt tal, men der står {givet}.",
    remedy="Skriv det uden anførselstegn og uden decimaler.",
)
NOT_A_BOOL = Entry(
    "wrong-type",
    message="Her skal stå true eller false, men der står {givet}.",
    remedy="Skriv det uden anførselstegn.",
)
NOT_A_DATE = Entry(
    "wrong-type",
    message="Her skal stå en dato, men der står {givet}.",
    remedy="Skriv den som år-måned-dag uden klokkeslæt, fx 2025-01-31.",
)
NOT_A_CODE = Entry(
    "wrong-type",
    message="Her skal stå en kode, men der står {givet}.",
    remedy="Skriv en af koderne {koder} i anførselstegn.",
)
NOT_A_LIST = Entry(
    "wrong-type",
    message="Her skal stå en liste, men der står {givet}.",
    remedy='Skriv den i kantede parenteser, fx ["a", "b"].',
)
NOT_A_TABLE = Entry(
    "wrong-type",
    message="Her skal stå en tabel, men der står {givet}.",
    remedy="Skriv den under en overskrift i kantede parenteser.",
)
NOT_AN_OBJECT = NOT_A_TABLE.but(remedy="Skriv felterne under en overskrift i kantede parenteser.")
NOTHING_KNOWN = NOT_A_TABLE.but(remedy="Udelad feltet, hvis intet i det kendes.")

# The arguments of a call ---------------------------------------------------------------------------------

NOT_THE_ARGUMENT = Entry(
    "wrong-type",
    message="Her skal stå {hvad}, men der står {givet}.",
    remedy="Angiv {angiv}.",
)

# Changes of an object -----------------------------------------------------------------------------------

OTHER_KIND = Entry(
    "wrong-type",
    message="Her skal stå et objekt af samme slags, men der står {givet}.",
    remedy="Sammenlign to af samme klasse.",
)
CONFLICT = Entry(
    "conflict",
    message="Feltet ({felt}) har ikke den værdi, som ændringen går ud fra.",
    remedy="Sammenlign igen med den plan, der gælder nu.",
)

# Files that are written ---------------------------------------------------------------------------------

FILE_EXISTS = Entry(
    "file-exists",
    message="Filen findes allerede.",
    remedy="Vælg et andet navn, eller overskriv den (--overwrite, overwrite=True).",
)
NO_FOLDER = Entry("no-folder", message="Mappen findes ikke.", remedy="Opret den først.")
CANNOT_WRITE = Entry(
    "cannot-write",
    message="Filen kan ikke skrives.",
    remedy="Luk den, hvis den er åben i et andet program, eller vælg et andet navn eller sted.",
)
NO_ROOM = CANNOT_WRITE.but(
    message="Filen kan ikke skrives: der er ikke plads på drevet.", remedy="Gør plads, og prøv igen."
)
IS_DEVICE = CANNOT_WRITE.but(
    message="Her er ingen fil, men en enhed eller et rør.", remedy="Vælg et andet navn eller sted."
)
OPEN_FOR_TEXT = CANNOT_WRITE.but(
    message="Filen er åben for tekst.", remedy='Åbn den for bytes, fx open(navn, "wb").'
)

# Documents made from a plan that is there ---------------------------------------------------------------

NOT_OF_A_PLAN = Entry(
    "other-document",
    message="Dokumentet {dokument} laves ikke af en samarbejdsplan.",
    remedy="Det kan {dokumenter}.",
)
NO_PLAN_IN_IT = Entry(
    "other-document",
    message="Der er ingen samarbejdsplan i oplysningerne.",
    remedy="Angiv en samarbejdsplan, eller en opsigelse, et brev eller en allonge, som har den.",
)
NOT_IN_DOCUMENT = Entry(
    "unknown-key",
    message="Dokumentet {dokument} har ikke den oplysning.",
    remedy="Udelad den, eller vælg et andet dokument.",
)
OTHER_LAST_DAY = Entry(
    "conflict",
    message="Planens sidste dag er skrevet som den {fra}, og opsigelsen giver den {ophoer}.",
    remedy="Udelad dagen, eller ret opsigelsen.",
)
OTHER_FIRST_DAY = OTHER_LAST_DAY.but(
    message="Ændringen er skrevet som fra den {fra}, og allongen gælder fra den {gaelder_fra}.",
    remedy="Udelad dagen, eller ret allongen.",
)
CHANGE_AFTER_LAST_DAY = OTHER_LAST_DAY.but(
    message="Ændringen gælder fra den {fra}, men planen er opsagt og ophører den {ophoer}.",
    remedy="Ret dagen, eller ret opsigelsen.",
)
LETTER_OF_ENDED_PLAN = OTHER_LAST_DAY.but(
    message="Brevet til beboerne handler om en plan, der er opsagt og ophører den {ophoer}, før den træder i kraft, eller før brevet sendes.",
    remedy="Ret dagene, eller lav brevet af en anden plan.",
)
CHANGE_BEFORE_AMENDMENT = OTHER_LAST_DAY.but(
    message="Ændringen gælder fra den {fra}, men den ændrer planen, som den er fra den {gaelder_fra}.",
    remedy="Ret dagen, eller lav ændringen af planen, som den var før.",
)
MADE_OF_CHANGE = OTHER_LAST_DAY.but(
    message="Kilden er om en ændring af planen og siger ikke, hvordan planen var, da den blev indgået.",
    remedy="Lav orienteringen af planens egen fil.",
)
TERMINATION_OF_OTHER_OCCASION = Entry(
    "conflict",
    message="Orienteringen er ikke om en opsigelse, men der er oplyst om en.",
    remedy="Vælg anledningen OPSAGT, eller udelad opsigelsen.",
)
NO_NEW_PLAN = Entry(
    "missing",
    message="En allonge siger, hvad der ændres.",
    remedy="Angiv den ændrede plan eller det nye timetal.",
)
