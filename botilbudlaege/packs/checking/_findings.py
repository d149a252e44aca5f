"""The catalogue of checking: what only shows when a pack is looked at whole, or beside other packs."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

# Its documents ------------------------------------------------------------------------------------------

NO_SIGNATURE_LINES = Entry(
    "no-signature-lines",
    severity="warning",
    message="Samarbejdsplanen har ikke linjer til to underskrifter.",
    remedy="Tilføj et afsnit for hver side med en tabulator, der har understreget fyldtegn.",
    meaning="Samarbejdsplanen mangler linjer til to underskrifter.",
)
SUBJECT_UNUSED = Entry(
    "subject-unused",
    severity="warning",
    message="Skabelonen bruger ingen felter i {navn}, som dokumentet {dokument} handler om.",
    remedy="Er det et andet dokuments skabelon, så byt filen ud.",
    meaning="Skabelonen bruger ingen felter i det, som dokumentet handler om.",
)
DROPPED_CLAUSE = Entry(
    "dropped-clause",
    severity="warning",
    message="Skabelonen mangler klausuler, som skabelonen i laget under har: {klausuler}.",
    remedy="Sæt {{p klausul.{klausul} }} ind, eller skriv klausulen i pakke.toml med udelad = true og begrundelse.",
    meaning="Word-skabelonen mangler en klausul, som skabelonen i laget under har.",
)
NO_CLAUSE_USED = Entry(
    "no-clause-used",
    severity="warning",
    message="Skabelonen bruger ingen af klausulerne i laget under, så dens egne ord er hele aftalen. Klausulerne er {klausuler}.",
    remedy="Sæt klausulerne ind, hvor skabelonen har de samme emner, fx {{p klausul.{klausul} }} i et afsnit for sig selv.",
    meaning="Word-skabelonen bruger ingen klausul, og laget under har klausuler til dokumentet.",
)
FACTS_NOT_PRINTED = Entry(
    "facts-not-printed",
    severity="warning",
    message="Skabelonen har ikke disse oplysninger, som dokumentet skal have: {oplysninger}.",
    remedy="Skriv en mærkning for hver, fx {{ {felt} }}, eller brug den klausul, der har den.",
    meaning="Word-skabelonen skriver ikke en oplysning, som dokumentet i laget under ikke kan undvære.",
)
NO_PLACE_IN_FORM = Entry(
    "no-place-in-form",
    severity="warning",
    message="En formular har ikke et sted til {oplysning}, som et endeligt dokument skal have.",
    remedy="Skriv {{ {maerkning} }} i skabelonen; er det en liste, så sæt tomme_raekker for {felt} i pakke.toml.",
    meaning="En formular af skabelonen har ikke et sted til en oplysning, som et endeligt dokument skal have.",
)
LABEL_AS_FIELD = Entry(
    "unknown-field",
    message="Mærkningen {{ {navn} }} har oplysningens danske navn og ikke dens felt.",
    remedy="Skriv {{ {felt} }}.",
    meaning="En mærkning har en oplysnings danske navn i stedet for dens felt.",
)
NEARLY_LABEL = LABEL_AS_FIELD.but(
    message="Mærkningen {{ {navn} }} er ikke et felt.", remedy="Mente du {{ {felt} }} ({label})?"
)
CLAUSE_UNCHANGED = Entry(
    "clause-unchanged",
    severity="remark",
    message="Klausulen {klausul} er den samme som i laget under.",
    remedy="Ret den, eller slet filen og tabellen, så den følger med, når laget under ændres.",
    meaning="En klausul er ord til andet den samme som i pakken under.",
)

# The packs beside it ------------------------------------------------------------------------------------

OVERLAP = Entry(
    "overlap",
    message="Pakken {pakke} er også for {regioner} i samme tid.",
    remedy="Ret gyldig_fra og gyldig_til, eller tag regionen ud af den ene.",
    meaning="To pakker er for samme region i samme tid, eller to sæt timetrin gælder i samme tid.",
)
NEVER_CHOSEN = Entry(
    "never-chosen",
    severity="warning",
    message="Pakken ser ud til at være for {region}, men er ikke for nogen region, så den vælges aldrig af sig selv.",
    remedy='Skriv regioner = ["{region}"] øverst i pakke.toml, eller regioner = [], hvis den kun skal bruges, når man beder om den.',
    meaning="Pakken er ikke for nogen region, eller ikke på nogen dag, så den vælges aldrig af sig selv.",
)
NEVER_IN_TIME = NEVER_CHOSEN.but(
    message="Pakken er for {region}, men ikke på nogen dag, hvor regionen og ordningen er der, så den vælges aldrig af sig selv.",
    remedy="Ret regioner, gyldig_fra eller gyldig_til. Region Hovedstaden og Region Sjælland bliver til Region Østdanmark den 1. januar 2027.",
)
UNKNOWN_SUCCESSOR = Entry(
    "unknown-successor",
    severity="warning",
    message="Efterfølgeren {pakke} er ikke installeret.",
    remedy="Ret navnet, eller installér den, inden pakken udløber.",
    meaning="Efterfølgeren er ikke installeret.",
)
SUCCESSOR_GAP = Entry(
    "successor-gap",
    severity="warning",
    message="Efterfølgeren {pakke} gælder ikke fra dagen efter den {sidste}.",
    remedy="Ret gyldig_til her eller gyldig_fra i efterfølgeren.",
    meaning="Efterfølgeren gælder ikke fra dagen efter pakkens sidste dag.",
)

# docxtpl's own traps ------------------------------------------------------------------------------------

NO_DOCXTPL_LINT = Entry(
    "no-docxtpl-lint",
    severity="remark",
    message="Skabelonerne er ikke holdt op mod docxtpls egne fælder.",
    remedy="Installér det, der mangler: pip install 'botilbudlaege[pack]'",
    meaning="Programmet docxtpl-lint er ikke installeret, så skabelonerne er ikke holdt op mod docxtpls fælder.",
)
DOCXTPL = Entry(
    "docxtpl",
    severity="warning",
    message="Her går det galt: {faelde} ({regel}).",
    remedy="Ret mærkningen.",
    meaning="docxtpl-lint har fundet en mærkning, som docxtpl ville misforstå.",
)
