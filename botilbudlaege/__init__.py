"""Contracts for general practitioners permanently attached to Danish residential homes.

Everything public is listed here, by the module that has it, and loaded when it is first used.
After a change of the list: `python -m docs`, which tells type checkers of it.
"""

from botilbudlaege import _lazy
from botilbudlaege._version import __version__ as __version__

_lazy.attach(
    globals(),
    {
        # facts in and out
        "data": "Kolonner LoadedRow LoadedRows dump load load_rows schema structure unstructure",
        "data.proposing._propose_columns": "Forslag propose_columns",
        # documents
        "packs._document": "Document",
        "packs._render": "facts_digest render",
        "packs.authoring._difference": "Forskel",
        "packs.authoring._excerpt": "Uddrag Visning",
        "packs.authoring._klausul": "Klausul",
        "packs.reading._read": "Readback read strip_data",
        "rendering.pdf._preview": "Billede",
        "batch": "Report Row render_many",
        # changes
        "aendringer": "Aendring compare",
        # a home over the years
        "historik": "Aftale Daekningsforloeb Daekningspunkt Forloeb Haendelsespost forloeb",
        # the subjects of documents, and what they are made of
        "domain": """
        Adresse Aendringspost Allonge Botilbud Daekning Daekningsstatus Egne Fakta Idekatalog Implementeringsplan
        Informationsbrev Informationsmateriale Kommissorium Kommune Kontaktperson Medlem Milepael Moedeaftale Opgave
        Opsigelse Organisation Orientering Praksis Programpunkt Registerpost Samarbejdsplan Tema Tidspunkt
        Underskrivere Webinar
    """,
        # codes, and what a rule answers
        "begreber": """
        Aftalepart Aktivitet Anledning Dokument Driftsform Haendelse Kilde Kontaktrolle Lovgrundlag Maalgruppe
        Medlemsrolle Modtager Moedeform Part Planstatus Praecision Region Resultat
    """,
        # findings and errors
        "_problem": "problem",
        "errors": """
        BotilbudlaegeError DataError DocumentError Finding Findings MissingInformation OutsideValidity PackError
        TemplateError
    """,
    },
    modules="aendringer packs rules",
)
