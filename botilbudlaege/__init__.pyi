# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege import aendringer as aendringer
from botilbudlaege import packs as packs
from botilbudlaege import rules as rules
from botilbudlaege._problem import problem as problem
from botilbudlaege._version import __version__ as __version__
from botilbudlaege.aendringer import Aendring as Aendring
from botilbudlaege.aendringer import compare as compare
from botilbudlaege.batch._many import render_many as render_many
from botilbudlaege.batch._report import Report as Report
from botilbudlaege.batch._report import Row as Row
from botilbudlaege.begreber import Aftalepart as Aftalepart
from botilbudlaege.begreber import Aktivitet as Aktivitet
from botilbudlaege.begreber import Anledning as Anledning
from botilbudlaege.begreber import Dokument as Dokument
from botilbudlaege.begreber import Driftsform as Driftsform
from botilbudlaege.begreber import Haendelse as Haendelse
from botilbudlaege.begreber import Kilde as Kilde
from botilbudlaege.begreber import Kontaktrolle as Kontaktrolle
from botilbudlaege.begreber import Lovgrundlag as Lovgrundlag
from botilbudlaege.begreber import Maalgruppe as Maalgruppe
from botilbudlaege.begreber import Medlemsrolle as Medlemsrolle
from botilbudlaege.begreber import Modtager as Modtager
from botilbudlaege.begreber import Moedeform as Moedeform
from botilbudlaege.begreber import Part as Part
from botilbudlaege.begreber import Planstatus as Planstatus
from botilbudlaege.begreber import Praecision as Praecision
from botilbudlaege.begreber import Region as Region
from botilbudlaege.begreber import Resultat as Resultat
from botilbudlaege.data._kolonner import Kolonner as Kolonner
from botilbudlaege.data._objects import dump as dump
from botilbudlaege.data._objects import load as load
from botilbudlaege.data._objects import load_rows as load_rows
from botilbudlaege.data._objects import structure as structure
from botilbudlaege.data._objects import unstructure as unstructure
from botilbudlaege.data._register import LoadedRow as LoadedRow
from botilbudlaege.data._register import LoadedRows as LoadedRows
from botilbudlaege.data._schema import schema as schema
from botilbudlaege.data.proposing._propose_columns import Forslag as Forslag
from botilbudlaege.data.proposing._propose_columns import propose_columns as propose_columns
from botilbudlaege.domain._allonge import Aendringspost as Aendringspost
from botilbudlaege.domain._allonge import Allonge as Allonge
from botilbudlaege.domain._breve import Informationsbrev as Informationsbrev
from botilbudlaege.domain._breve import Orientering as Orientering
from botilbudlaege.domain._egne import Egne as Egne
from botilbudlaege.domain._fakta import Fakta as Fakta
from botilbudlaege.domain._gruppe import Implementeringsplan as Implementeringsplan
from botilbudlaege.domain._gruppe import Kommissorium as Kommissorium
from botilbudlaege.domain._gruppe import Medlem as Medlem
from botilbudlaege.domain._gruppe import Milepael as Milepael
from botilbudlaege.domain._gruppe import Opgave as Opgave
from botilbudlaege.domain._kommuner import Kommune as Kommune
from botilbudlaege.domain._materialer import Idekatalog as Idekatalog
from botilbudlaege.domain._materialer import Informationsmateriale as Informationsmateriale
from botilbudlaege.domain._materialer import Programpunkt as Programpunkt
from botilbudlaege.domain._materialer import Webinar as Webinar
from botilbudlaege.domain._parter import Adresse as Adresse
from botilbudlaege.domain._parter import Botilbud as Botilbud
from botilbudlaege.domain._parter import Kontaktperson as Kontaktperson
from botilbudlaege.domain._parter import Organisation as Organisation
from botilbudlaege.domain._parter import Praksis as Praksis
from botilbudlaege.domain._planer import Moedeaftale as Moedeaftale
from botilbudlaege.domain._planer import Opsigelse as Opsigelse
from botilbudlaege.domain._planer import Samarbejdsplan as Samarbejdsplan
from botilbudlaege.domain._planer import Underskrivere as Underskrivere
from botilbudlaege.domain._register import Daekning as Daekning
from botilbudlaege.domain._register import Daekningsstatus as Daekningsstatus
from botilbudlaege.domain._register import Registerpost as Registerpost
from botilbudlaege.domain._tema import Tema as Tema
from botilbudlaege.domain._tidspunkt import Tidspunkt as Tidspunkt
from botilbudlaege.errors import BotilbudlaegeError as BotilbudlaegeError
from botilbudlaege.errors import DataError as DataError
from botilbudlaege.errors import DocumentError as DocumentError
from botilbudlaege.errors import Finding as Finding
from botilbudlaege.errors import Findings as Findings
from botilbudlaege.errors import MissingInformation as MissingInformation
from botilbudlaege.errors import OutsideValidity as OutsideValidity
from botilbudlaege.errors import PackError as PackError
from botilbudlaege.errors import TemplateError as TemplateError
from botilbudlaege.historik._aftale import Aftale as Aftale
from botilbudlaege.historik._daekning import Daekningsforloeb as Daekningsforloeb
from botilbudlaege.historik._daekning import Daekningspunkt as Daekningspunkt
from botilbudlaege.historik._forloeb import Forloeb as Forloeb
from botilbudlaege.historik._forloeb import forloeb as forloeb
from botilbudlaege.historik._haendelser import Haendelsespost as Haendelsespost
from botilbudlaege.packs._document import Document as Document
from botilbudlaege.packs._render import facts_digest as facts_digest
from botilbudlaege.packs._render import render as render
from botilbudlaege.packs.authoring._difference import Forskel as Forskel
from botilbudlaege.packs.authoring._excerpt import Uddrag as Uddrag
from botilbudlaege.packs.authoring._excerpt import Visning as Visning
from botilbudlaege.packs.authoring._klausul import Klausul as Klausul
from botilbudlaege.packs.reading._read import Readback as Readback
from botilbudlaege.packs.reading._read import read as read
from botilbudlaege.packs.reading._read import strip_data as strip_data
from botilbudlaege.rendering.pdf._preview import Billede as Billede

__all__ = [
    "Adresse",
    "Aendring",
    "Aendringspost",
    "Aftale",
    "Aftalepart",
    "Aktivitet",
    "Allonge",
    "Anledning",
    "Billede",
    "Botilbud",
    "BotilbudlaegeError",
    "Daekning",
    "Daekningsforloeb",
    "Daekningspunkt",
    "Daekningsstatus",
    "DataError",
    "Document",
    "DocumentError",
    "Dokument",
    "Driftsform",
    "Egne",
    "Fakta",
    "Finding",
    "Findings",
    "Forloeb",
    "Forskel",
    "Forslag",
    "Haendelse",
    "Haendelsespost",
    "Idekatalog",
    "Implementeringsplan",
    "Informationsbrev",
    "Informationsmateriale",
    "Kilde",
    "Klausul",
    "Kolonner",
    "Kommissorium",
    "Kommune",
    "Kontaktperson",
    "Kontaktrolle",
    "LoadedRow",
    "LoadedRows",
    "Lovgrundlag",
    "Maalgruppe",
    "Medlem",
    "Medlemsrolle",
    "Milepael",
    "MissingInformation",
    "Modtager",
    "Moedeaftale",
    "Moedeform",
    "Opgave",
    "Opsigelse",
    "Organisation",
    "Orientering",
    "OutsideValidity",
    "PackError",
    "Part",
    "Planstatus",
    "Praecision",
    "Praksis",
    "Programpunkt",
    "Readback",
    "Region",
    "Registerpost",
    "Report",
    "Resultat",
    "Row",
    "Samarbejdsplan",
    "Tema",
    "TemplateError",
    "Tidspunkt",
    "Uddrag",
    "Underskrivere",
    "Visning",
    "Webinar",
    "aendringer",
    "compare",
    "dump",
    "facts_digest",
    "forloeb",
    "load",
    "load_rows",
    "packs",
    "problem",
    "propose_columns",
    "read",
    "render",
    "render_many",
    "rules",
    "schema",
    "strip_data",
    "structure",
    "unstructure",
]
