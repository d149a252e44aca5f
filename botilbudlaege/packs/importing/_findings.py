"""The catalogue of importing: what keeps a document from being made into a pack, and what is to be known of what was made."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# The answers ----------------------------------------------------------------------------------------------

OTHER_WORDS = Entry(
    "proposal-stale",
    message="Svarene er til en anden udgave af Word-filen: nr. {nr} har andre ord.",
    remedy="Brug den Word-fil, som forslaget blev lavet af, eller flyt forslaget, og kør kommandoen igen.",
    meaning="Et forslag med svar hører til en anden udgave af Word-filen.",
)
UNKNOWN_ROW = OTHER_WORDS.but(message="Svarene er til en anden udgave af Word-filen: der er intet nr. {nr}.")
ANSWERS_LOST = Entry(
    "answers-lost",
    severity="warning",
    message="Word-filen er ændret, siden der blev svaret, og disse steder er der ikke mere, eller de kan forveksles med andre: {ord}.",
    remedy="Se efter, om de står i forslaget med et nyt nummer, og svar igen ved dem. De andre svar er fulgt med.",
    meaning="Word-filen er ændret, og nogle svar hører ikke til noget sted mere.",
)
TWO_ANSWERS = Entry(
    "two-answers",
    message="Nr. {nr} har ét svar i regnearket og et andet i JSON-filen.",
    remedy="Lad dem være ens, eller slet det ene.",
)
NOT_SETTLED = Entry(
    "answer-not-possible",
    message="Svaret »{svar}« kan ikke bruges her.",
    remedy="{hvad}",
    meaning="Et svar i forslaget passer ikke til det sted, det står ved.",
)
NO_COLUMN = Entry(
    "not-a-proposal",
    message="Filen har ikke kolonnen {kolonne}.",
    remedy="Brug den fil, som kommandoen skrev, og ret kun i kolonnen Svar.",
    meaning="Filen er ikke et forslag, som kommandoen import har skrevet.",
)
NOT_A_PROPOSAL = NO_COLUMN.but(
    message="Filen kan ikke læses som et forslag.",
    remedy="Slet den, og kør kommandoen igen: så skrives den på ny.",
)

# The file and the pack --------------------------------------------------------------------------------------

OTHER_FOLDER = Entry(
    "cannot-write",
    message="Mappen {mappe} findes allerede, og den er ikke lavet af import.",
    remedy="Vælg et andet id, eller stå i en anden mappe.",
)
EDITED_SINCE = Entry(
    "edited-since",
    message="Filen {fil} er ændret, siden import skrev den.",
    remedy="Rettelsen ville gå tabt. Gem den et andet sted, og slet filen, eller gå videre uden import: pakken kan rettes og prøves, som den er.",
    meaning="En fil i pakken er ændret, siden import skrev den, og ville blive skrevet over.",
)
NEEDED_IN_FINAL = Entry(
    "needed-in-final",
    severity="warning",
    message="Et endeligt dokument afvises, hvis en af disse oplysninger mangler: {oplysninger}.",
    remedy="Skal dokumentet kunne laves uden, så skriv ordene om den i en sætning for sig i Word, eller svar nej ved stedet.",
    meaning="En frivillig oplysning står i en sætning, der ikke giver mening uden den.",
)
ORGANISATION_LEFT_OUT = Entry(
    "words-left-out",
    severity="warning",
    message="Er botilbuddet part alene, gælder det for »{ord}«: {udelades}",
    remedy="Skal navnet på den, der indgår aftalen, stå her, så svar plan.botilbudssiden. Skal ordene altid stå, så skriv dem i Word uden organisationens navn.",
    meaning="Ordene om organisationen udelades, når botilbuddet er part alene.",
)
STUMP = Entry(
    "words-left-over",
    severity="warning",
    message="Nr. {nr} er slettet, men ordene, der hørte til, står der endnu: »{ord}«.",
    remedy="Skal de også væk, så svar {svar} ved nr. {nr}. Ellers ret ordene i Word.",
    meaning="Et sted er slettet, og de ord, der førte til det, står alene tilbage.",
)
TWICE = Entry(
    "same-fact-twice",
    severity="warning",
    message="Nr. {nr} og nr. {andet} i samme sætning er begge {felt}.",
    remedy="Ret det ene svar, hvis det er et andet felt; skal det stå to gange, så gør ikke noget.",
    meaning="To steder i samme sætning har fået det samme felt.",
)
ONE_OCCASION = Entry(
    "one-occasion",
    message="Brevet handler kun om én anledning ({anledning}), men pakken bruger det til alle orienteringer.",
    remedy="Skriv i Word også afsnittene til de andre: at en plan er indgået, at timetallet er ændret, og at en plan er opsagt. Hvert får så en række i forslaget.",
    meaning="En orientering ville sige det samme ved enhver anledning, fx at en plan er opsagt, når den er indgået.",
)
NOT_WRITTEN = Entry(
    "cannot-write",
    message="Mappen kan ikke skrives.",
    remedy="Luk filer fra den i Word og Excel, og prøv igen.",
)
