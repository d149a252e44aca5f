"""The catalogue of the domain: what is wrong with facts, and what is remarked on those that may be right."""

from __future__ import annotations

from botilbudlaege import _findings
from botilbudlaege._catalogue import Entry

# Texts --------------------------------------------------------------------------------------------------

EMPTY_TEXT = Entry("empty-text", message="Feltet er tomt.", remedy="Udfyld det, eller udelad det.")
NOT_KEPT = Entry(
    "wrong-type",
    message="En værdi i jeres egne kolonner er hverken tekst, tal, ja/nej eller en dato.",
    remedy="Skriv den som tekst.",
)
NOT_A_TABLE_OF_OWN = Entry(
    "wrong-type",
    message="Her skal stå egne kolonner med hver sin værdi, men der står {givet}.",
    remedy='Skriv en tabel med overskrift og værdi, fx [egne] og derunder "Sagsnr." = "25/1234".',
)
CONTROL_CHARACTER = Entry(
    "control-character",
    message="Teksten har et tegn, som Word ikke kan gemme.",
    remedy="Skriv teksten igen.",
)
LOST_LETTER = Entry(
    "lost-letter",
    message="Teksten har et tegn, der ikke er et bogstav: et bogstav er gået tabt, eller tegnet hører til en enkelt skrifttype.",
    remedy="Skriv teksten igen.",
)
LINE_BREAK = Entry("line-break", message="Feltet har et linjeskift.", remedy="Skriv det på én linje.")
CPR = Entry(
    "cpr",
    message="Teksten ligner et CPR-nummer.",
    remedy="Fjern det: dokumenterne handler aldrig om en enkelt borger.",
)
STANDS_IN = Entry(
    "placeholder",
    severity="remark",
    message="Det ligner en pladsholder og ikke en oplysning, og det bliver skrevet i dokumentet, som det står.",
    remedy="Skriv oplysningen, eller udelad feltet, indtil den er kendt.",
)
STANDS_FOR_NAME = Entry(
    "placeholder-name",
    severity="remark",
    message="Det ligner en pladsholder og ikke et navn.",
    remedy="Skriv navnet, eller udelad feltet, indtil det er kendt.",
    meaning="Der står fx NULL, N/A eller »ukendt« i stedet for et navn; et endeligt dokument afvises.",
)
TEN_DIGITS = Entry(
    "ten-digits",
    severity="remark",
    message="Teksten har ti cifre i træk, som kan være et CPR-nummer.",
    remedy="Fjern dem, hvis de er det.",
)

# Numbers and addresses ----------------------------------------------------------------------------------

CVR = Entry(
    "cvr",
    message="CVR-nummeret er ikke gyldigt.",
    remedy="Skriv de 8 cifre fra CVR-registret uden mellemrum.",
)
YDERNUMMER = Entry(
    "ydernummer",
    message="Ydernummeret skal være 6 cifre.",
    remedy="Skriv cifrene som tekst uden mellemrum, også nuller forrest.",
)
P_NUMMER = Entry(
    "p-nummer",
    message="P-nummeret skal være 10 cifre.",
    remedy="Skriv cifrene som tekst uden mellemrum, også nuller forrest.",
)
POSTNR = Entry(
    "postnr",
    message="Postnummeret skal være 4 cifre.",
    remedy="Skriv cifrene som tekst uden mellemrum, også nuller forrest.",
)
EMAIL = Entry("email", message="E-mailadressen er ikke gyldig.", remedy="Skriv den som navn@eksempel.dk.")
TELEFON = Entry(
    "telefon",
    message="Telefonnummeret er ikke et dansk nummer.",
    remedy="Skriv 8 cifre, fx 86 12 34 56.",
)
KLOKKESLAET = Entry(
    "klokkeslaet",
    message="Klokkeslættet findes ikke.",
    remedy="Skriv det med to cifre, punktum og to cifre, fx 14.00.",
)
TOO_FEW = Entry(
    "impossible-value",
    message="Antallet skal være mindst 1, men er {antal}.",
    remedy="Ret det, eller udelad det.",
)
TOO_MANY = TOO_FEW.but(message="Antallet er for stort.")
SWAPPED_NUMBERS = Entry(
    "swapped-numbers",
    message="Det største antal, {stoerste}, er mindre end det mindste, {mindste}.",
    remedy="Byt eller ret tallene.",
)

# Names of municipalities, regions and documents ---------------------------------------------------------

KOMMUNE_MISSPELT = Entry("unknown-kommune", message="Kommunen findes ikke.", remedy="Mente du {kommune}?")
UNKNOWN_KOMMUNE = KOMMUNE_MISSPELT.but(remedy="Skriv dens navn eller kode, fx Aarhus eller 751.")
UNKNOWN_REGION = Entry(
    "unknown-region",
    message="Regionen findes ikke.",
    remedy="Skriv en kode eller et af navnene {navne}.",
)
UNKNOWN_DOCUMENT = Entry("unknown-document", message="Dokumentet findes ikke.", remedy="{forslag}")
OTHER_DOCUMENT = Entry(
    "other-document",
    message="Dokumentet {dokument} kan ikke laves af en {klasse}.",
    remedy="Det laves af en {rette}.",
)

# Points in time -----------------------------------------------------------------------------------------

IMPOSSIBLE_TIME = Entry(
    "impossible-date",
    message="Tidspunktet findes ikke eller er skrevet forkert.",
    remedy="Skriv fx 2. februar 2025, primo februar 2025, februar 2025, 1. kvartal 2025, efteråret 2025, ultimo 2025 eller 2025.",
)
NOT_FIRST_DAY = IMPOSSIBLE_TIME.but(
    message="Den {dag} er ikke den første dag i et tidspunkt af slagsen {slags}.",
    remedy="Brug Tidspunkt.find med teksten.",
)
WEEKEND = Entry(
    "weekend",
    severity="remark",
    message="Den {dag} er en {ugedag}.",
    remedy="Bekræft datoen; den står, som den er givet.",
)
SWAPPED_TIMES = Entry(
    "swapped-times",
    message="Webinaret slutter kl. {slutter}, og det begynder kl. {begynder}.",
    remedy="Ret klokkeslættene.",
)

# The type of a value that is given in a program ---------------------------------------------------------

NOT_DATE = _findings.NOT_A_DATE.but(remedy="Angiv den som år-måned-dag uden klokkeslæt.")
NOT_LIST = Entry(
    "wrong-type", message="Her skal stå en liste, men der står {givet}.", remedy="Angiv en liste."
)
NOT_CODE = Entry(
    "wrong-type",
    message="Her skal stå {klasse}, men der står {givet}.",
    remedy="Angiv {muligheder}.",
)
NOT_OBJECT = Entry(
    "wrong-type",
    message="Her skal stå {klasse}, men der står {givet}.",
    remedy="Angiv et objekt af klassen {klasse}.",
)
NOT_FOUND = NOT_OBJECT.but(remedy="Angiv et objekt af klassen {klasse}, fx det, som {klasse}.find giver.")
NOTHING_KNOWN = NOT_OBJECT.but(
    remedy="Udelad feltet, hvis intet i det kendes, eller angiv et objekt af klassen {klasse}."
)

# A plan and its hours -----------------------------------------------------------------------------------

MOEDEFORMER = Entry(
    "moedeformer",
    message="Der skal være mindst én mødeform, og hver kun én gang.",
    remedy="Skriv FYSISK, VIDEO eller begge.",
)
HOURS_NOT_ALLOWED = Entry(
    "hours-not-allowed",
    message="Timetallet {timer} kan ikke aftales.",
    remedy="Ordningen giver {muligheder} timer pr. måned.",
)
HOURS_WERE_NOT_ALLOWED = HOURS_NOT_ALLOWED.but(message="Timetallet {timer} har ikke kunnet aftales.")
HOURS_UNCHANGED = Entry(
    "hours-unchanged",
    message="Timetallet var også før {timer}.",
    remedy="Ret det tidligere timetal eller planens.",
)
HOURS_DEPART = Entry(
    "hours-depart",
    severity="remark",
    message="Planen har {timer} pr. måned; timetrinene giver {trin}.",
    remedy="Bekræft timetallet; kilden er {kilde}.",
)
CONTACT_ROLE = Entry(
    "contact-role",
    severity="remark",
    message="Kontaktpersonen er så vidt muligt sundhedsfaglig eller har ansvar for at koordinere beboernes kontakt til lægen.",
    remedy="Overvej en anden.",
)
HOME_ALONE = Entry(
    "home-alone",
    severity="remark",
    message="Botilbuddet er part alene, men et botilbud, der drives af {ejer}, er normalt ikke en juridisk person.",
    remedy="Bekræft, hvem der kan indgå planen, eller vælg ORGANISATION eller BEGGE.",
)
SAME_NAME = Entry(
    "same-name",
    severity="remark",
    message="{hvem} har samme navn.",
    remedy="Bekræft, at det er rigtigt, eller ret det ene.",
    meaning="To parter eller to kontaktpersoner har samme navn.",
)
STANDS_TWICE = Entry(
    "stands-twice",
    severity="remark",
    message="Det samme står to gange i listen.",
    remedy="Slet det ene, hvis det ikke er to.",
)
SIGNER_NOT_SHOWN = Entry(
    "signer-not-shown",
    severity="remark",
    message="Praksis har intet navn, så hver læge har sin egen linje; navnet på den, der underskriver, står ikke ved nogen af dem.",
    remedy="Udelad navnet, eller udfyld navnet på praksis.",
)
ORGANISATION_NOT_SHOWN = SIGNER_NOT_SHOWN.but(
    message="Botilbuddets side har én linje, og navnet på den, der underskriver for organisationen, står ikke ved den.",
    remedy="Skriv navnet på den, der underskriver, i underskrivere.botilbud, og udelad det her.",
)
HEADING_WITH_COLON = Entry(
    "heading-colon",
    severity="remark",
    message="Overskriften slutter med et kolon, og dokumentet sætter selv et efter den.",
    remedy="Slet det.",
)
TOO_EARLY = Entry(
    "too-early",
    message="Planen kan tidligst ophøre den {tidligst}, ikke den {oensket}.",
    remedy="Vælg den dag eller udgangen af et senere kvartal, eller udelad datoen.",
)

# Letters to the region ----------------------------------------------------------------------------------

LETTER_OF_OTHER_START = Entry(
    "other-start",
    severity="remark",
    message="Orienteringen har en anden dato end planens ikrafttræden.",
    remedy="Bekræft datoen, eller udelad den.",
)
REGION_NOT_NAMED = Entry(
    "unknown-region",
    severity="remark",
    message="Orienteringen nævner ikke regionen ved navn.",
    remedy="Udfyld sendt og plan.botilbud.kommune.",
)

LETTER_BEFORE_START = Entry(
    "change-before-start",
    message="Timetallet er ændret fra den {dag}, før planen træder i kraft den {start}.",
    remedy="Ret datoen, eller lav selve planen om.",
)
LETTER_BEFORE_MADE = Entry(
    "before-made",
    severity="remark",
    message="Orienteringen handler om den {dag}, før planen er indgået den {indgaaet}.",
    remedy="Bekræft datoerne.",
)
RECEIVED_BEFORE_MADE = LETTER_BEFORE_MADE.but(
    message="Opsigelsen er kommet frem den {dag}, før planen er indgået den {indgaaet}."
)
SENT_BEFORE_MADE = Entry(
    "sent-before-made",
    severity="remark",
    message="Orienteringen er sendt den {sendt}, før planen er indgået den {indgaaet}.",
    remedy="Bekræft datoerne.",
)
SENT_BEFORE_SCHEME = Entry(
    "sent-before-scheme",
    severity="remark",
    message="Orienteringen er sendt den {sendt}, før ordningen begynder den {begynder}.",
    remedy="Bekræft datoen.",
)
OTHER_REGION_THEN = Entry(
    "other-region-then",
    severity="remark",
    message="Orienteringen er til {region}, men fra den {fra} hører botilbuddet til {efterfoelger}, og orienteringen handler om den {dag}.",
    remedy="Bekræft, hvem der skal have den.",
)

# An allonge ---------------------------------------------------------------------------------------------

NO_CHANGE = Entry(
    "no-change",
    message="Der er ingen ændring af det, planen aftaler.",
    remedy="Skriv det, der skal gælde fremover, i ny_plan.",
)
CHANGE_BEFORE_START = Entry(
    "change-before-start",
    message="Ændringen gælder fra den {dag}, før planen træder i kraft den {start}.",
    remedy="Ret datoen, eller lav selve planen om.",
)
ALLONGE_AFTER_START = Entry(
    "made-after-start",
    severity="remark",
    message="Allongen er indgået den {indgaaet}, efter at ændringen begyndte at gælde den {start}.",
    remedy="Bekræft datoerne.",
)
INFORM_REGION = Entry(
    "inform-region",
    severity="remark",
    message="Timetallet ændres, og botilbuddets side skal orientere regionen om det.",
    remedy="Lav en orientering med anledningen TIMETAL_AENDRET.",
)
OTHER_DOCTORS = Entry(
    "other-doctors",
    severity="remark",
    message="En praksis uden navn er sine læger, og allongen ændrer, hvem de er; den underskrives af dem, der er part i planen nu.",
    remedy="Bekræft, at parterne er de samme. Ellers lad planen ophøre, og indgå en ny.",
)
ANOTHER_PRACTICE = Entry(
    "another-practice",
    message="Den ændrede plan er med en anden praksis, og det er ikke en ændring af planen.",
    remedy="Lad planen ophøre, og indgå en ny. Har den samme praksis fået nyt navn, så udfyld ydernummeret i begge planer.",
)
ANOTHER_HOME = Entry(
    "another-home",
    message="Den ændrede plan er for et andet botilbud, og det er ikke en ændring af planen.",
    remedy="Lad planen ophøre, og indgå en ny. Har det samme botilbud fået nyt navn, så udfyld P-nummeret i begge planer.",
)
ANOTHER_PARTY = Entry(
    "another-party",
    message="Den ændrede plan har en anden aftalepart, og det er ikke en ændring mellem de samme parter.",
    remedy="Lad planen ophøre, og indgå en ny.",
)
ANOTHER_ORGANISATION = ANOTHER_PARTY.but(
    message="Den ændrede plan er med en anden organisation, og det er ikke en ændring mellem de samme parter.",
    remedy="Lad planen ophøre, og indgå en ny. Har den samme organisation fået nyt navn, så udfyld CVR-nummeret i begge planer.",
)
OTHER_START = Entry(
    "other-start",
    message="En allonge kan ikke flytte den dag, planen træder i kraft.",
    remedy="Lad datoen stå. Er planen ikke trådt i kraft endnu, så lav selve planen om.",
)
OTHER_MAKING = Entry(
    "other-making",
    message="En allonge kan ikke ændre den dag, planen er indgået.",
    remedy="Lad datoen stå; den dag, allongen er indgået, står i allongens eget felt indgaaet_den.",
)

# A row of a register, and what is counted of it ---------------------------------------------------------

INCOMPLETE_CHANGE = Entry(
    "incomplete-change",
    message="En ændring af timetallet har både det tidligere timetal og den dato, ændringen gælder fra.",
    remedy="Udfyld begge, eller ingen af dem.",
)
ROW_CHANGED_BEFORE_START = Entry(
    "change-before-start",
    message="Timetallet kan tidligst være ændret fra den dag, planen træder i kraft.",
    remedy="Ret datoen, eller skriv det nye timetal alene.",
)
ROW_CHANGED_AFTER_END = Entry(
    "change-after-end",
    message="Timetallet er ændret fra den {dag}, men planen er opsagt og ophører den {ophoer}.",
    remedy="Ret en af datoerne, eller slet ændringen.",
)
PLAN_OF_CHANGED_ROW = Entry(
    "plan-of-changed-row",
    severity="remark",
    message="Timetallet er ændret siden; planen har de timer, der blev aftalt fra dens start.",
    remedy="Ændringen står i allongen; lav den, hvis den ikke er lavet.",
)
PLAN_OF_TERMINATED_ROW = Entry(
    "plan-of-terminated-row",
    severity="remark",
    message="Planen er opsagt; dokumentet er planen, som den blev aftalt.",
    remedy="Lav opsigelsen, hvis det er den, der skal bruges.",
)
TERMINATION_WITHOUT_RECEIPT = Entry(
    "termination-without-receipt",
    message="Planen er opsagt, men det fremgår ikke, hvornår opsigelsen er kommet frem.",
    remedy="Udfyld datoen for modtagelse.",
)
UNKNOWN_AREA = Entry(
    "unknown-area",
    severity="remark",
    message="Det fremgår ikke, hvilken region opgørelsen dækker.",
    remedy="Udfyld region.",
)
SEVERAL_REGIONS = Entry(
    "several-regions",
    severity="remark",
    message="Opgørelsen er for én region, men tæller også botilbud i andre.",
    remedy="Tag kun regionens egne rækker med, eller udelad region.",
)
LONG_TERM_UNKNOWN = Entry(
    "long-term-unknown",
    severity="remark",
    message="{botilbud} er talt med, selv om oplysningen længerevarende mangler.",
    remedy="Udfyld det i registeret.",
)
UNKNOWN_BASIS = Entry(
    "unknown-basis",
    severity="remark",
    message="{botilbud} i registeret har ikke et kendt lovgrundlag og er ikke talt med.",
    remedy="Udfyld lovgrundlaget i registeret.",
)
