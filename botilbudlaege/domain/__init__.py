"""The domain: frozen classes of facts, each checked when it is made, all faults at once.

Aggregates are never None; a leaf fact that is not known is. Nothing here reads a file or a clock.

`_felt` says how a fact is described, `_fields` which fields a class has and of which types, `_tree` where each fact
stands and what it is called, `_fakta` that all is checked; then the classes, and `_dokumenter`, which has a record of
each kind of document. Begin with `_planer`.

Everything is loaded when it is first used: a plan needs none of the other subjects. After a change of the list:
`python -m docs`, which tells type checkers of it.
"""

from botilbudlaege import _lazy

_lazy.attach(
    globals(),
    {
        "domain._allonge": "Aendringspost Allonge",
        "domain._breve": "Informationsbrev Orientering",
        "domain._dokumenter": "DOKUMENTER SUBJEKTER Slags bemaerkninger bemaerkninger_til_post dokument dokument_for dokument_of for_dokument mulige_regioner slags sted uden_navn",
        "domain._egne": "Egne",
        "domain._fakta": "Fakta",
        "domain._gruppe": "Implementeringsplan Kommissorium Medlem Milepael Opgave",
        "domain._kommuner": "Kommune",
        "domain._materialer": "Idekatalog Informationsmateriale Programpunkt Webinar",
        "domain._parter": "Adresse Botilbud Kontaktperson Organisation Praksis",
        "domain._planer": "Moedeaftale Opsigelse Samarbejdsplan Underskrivere",
        "domain._register": "Daekning Daekningsstatus Registerpost",
        "domain._tema": "Tema",
        "domain._tidspunkt": "Tidspunkt",
    },
)
