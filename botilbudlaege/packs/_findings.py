"""The catalogue of packs: which pack a document is made from, and whether it can be made from it."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry
from botilbudlaege.packs.folder._findings import UNKNOWN_PACK

# The pack that is asked for -----------------------------------------------------------------------------

NO_SUCH_FOLDER = UNKNOWN_PACK.but(message="Mappen findes ikke.", remedy="Ret dens navn.")
NO_FOLDER = UNKNOWN_PACK.but(
    message="Der er ingen mappe af det navn.", remedy="Ret det, eller brug en pakkes id: {pakker}."
)
OTHER_REGION = Entry(
    "other-region",
    severity="remark",
    message="Pakken {pakke} er for {regioner}, og dokumentet er for {region}.",
    remedy="Bekræft valget af pakke.",
)
NOT_BEGUN = Entry(
    "other-time",
    severity="remark",
    message="Pakken {pakke} gælder fra den {fra}, og datoen er den {dag}.",
    remedy="Bekræft valget af pakke.",
)
ENDED = NOT_BEGUN.but(message="Pakken {pakke} gælder til og med den {til}, og datoen er den {dag}.")
ENDED_WITH_SUCCESSOR = NOT_BEGUN.but(
    message="Pakken {pakke} gælder til og med den {til}, og datoen er den {dag}. Efterfølgeren er {efterfoelger}."
)

# The pack that is chosen by region and day --------------------------------------------------------------

AMBIGUOUS_PACK = Entry(
    "ambiguous-pack",
    message="Flere pakker er for {region} den {dag}: {pakker}.",
    remedy="Vælg en med pack=.",
)
AMBIGUOUS_WITHOUT_DAY = AMBIGUOUS_PACK.but(
    message="Datoen er ikke kendt, og flere pakker er for {region}: {pakker}.",
    remedy="Udfyld datoen, eller vælg en med pack=.",
)
ONLY_PACK = Entry(
    "only-pack",
    severity="remark",
    message="Datoen er ikke kendt; pakken {pakke} er brugt, for den er den eneste for {region}.",
    remedy="Bekræft valget af pakke.",
)
BROKEN_PACK = Entry(
    "broken-pack",
    severity="remark",
    message="Pakken {pakke} kan ikke læses, og det vides derfor ikke, om den skulle være valgt.",
    remedy="Se botilbudlaege check {pakke}.",
)
REGION_UNKNOWN = Entry(
    "common-pack",
    severity="remark",
    message="Kommune eller dato er ikke kendt; den fælles pakke er brugt.",
    remedy="Vælg en anden pakke, hvis der er en.",
)
NO_PACK_OF_REGION = REGION_UNKNOWN.but(
    message="Der er ingen pakke for {region} den {dag}; den fælles pakke er brugt."
)

# The document -------------------------------------------------------------------------------------------

NOT_A_SUBJECT = Entry(
    "wrong-type",
    message="Her skal stå en samarbejdsplan eller en opsigelse, men der står {givet}.",
    remedy="Angiv et af dem.",
)
UNKNOWN_FORMAT = Entry(
    "unknown-format",
    message="Dokumentet kan kun gemmes som Word-fil eller PDF.",
    remedy="Lad filnavnet ende på .docx eller .pdf.",
)

# Clauses that are given with it -------------------------------------------------------------------------

CLAUSE_TWICE = Entry(
    "clause-twice", message="Klausulen {klausul} er givet to gange.", remedy="Giv den én gang."
)
OF_ANOTHER_DOCUMENT = Entry(
    "unused-clause",
    message="Dokumentet {dokument} har ikke klausulen {klausul}.",
    remedy="Den hører til {dokumenter}: angiv dokumentet.",
)
CLAUSE_MISSPELT = OF_ANOTHER_DOCUMENT.but(remedy="{forslag}")
CLAUSE_WITHOUT_PLACE = OF_ANOTHER_DOCUMENT.but(
    remedy="{forslag} En ny klausul skal først have et sted: skriv {{p klausul.{klausul} }} i pakkens Word-skabelon."
)
