"""The catalogue of filling: what goes wrong while a template is filled."""

from __future__ import annotations

from botilbudlaege._catalogue import Entry

MISSING = Entry("missing", message="Der mangler: {oplysning}.", remedy="{udfyld}")
UNKNOWN_FIELD = Entry(
    "unknown-field",
    message="Skabelonen bruger feltet {felt}, som ikke findes.",
    remedy="Ret feltets navn.",
)
WRONG_TYPE = Entry(
    "wrong-type",
    message="Skabelonen sammenligner eller gennemløber en værdi af en type, der ikke passer.",
    remedy="Ret mærkningen.",
)
FILTER = Entry(
    "filter",
    message="Filteret {filter} kan ikke bruges på et felt af typen {type}.",
    remedy="Fjern filteret, eller brug det på et andet felt.",
    meaning="Et filter er brugt på en liste, hvor ikke alt kan skrives.",
)
NOT_PRINTABLE = Entry(
    "not-printable",
    message="Et felt af typen {type} kan ikke skrives, som det er.",
    remedy="Skriv et af dets felter, eller brug en løkke eller filteret opremsning.",
)
TEXT_UNWRITABLE = Entry(
    "control-character",
    message="Teksten har et tegn, som Word ikke kan gemme.",
    remedy="Skriv teksten igen.",
)
CONTROL_CHARACTER = Entry(
    "control-character",
    message="En mærkning har et tegn, som Word ikke kan gemme.",
    remedy="Ret mærkningen.",
    meaning="En tekst har et usynligt tegn, som Word ikke kan gemme.",
)
DOCUMENT_TOO_LARGE = Entry("too-large", message="Dokumentet ville fylde over {mb} MB.", remedy="Del det op.")
