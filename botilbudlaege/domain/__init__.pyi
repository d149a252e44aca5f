# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.domain._allonge import Aendringspost as Aendringspost
from botilbudlaege.domain._allonge import Allonge as Allonge
from botilbudlaege.domain._breve import Informationsbrev as Informationsbrev
from botilbudlaege.domain._breve import Orientering as Orientering
from botilbudlaege.domain._dokumenter import DOKUMENTER as DOKUMENTER
from botilbudlaege.domain._dokumenter import SUBJEKTER as SUBJEKTER
from botilbudlaege.domain._dokumenter import Slags as Slags
from botilbudlaege.domain._dokumenter import bemaerkninger as bemaerkninger
from botilbudlaege.domain._dokumenter import bemaerkninger_til_post as bemaerkninger_til_post
from botilbudlaege.domain._dokumenter import dokument as dokument
from botilbudlaege.domain._dokumenter import dokument_for as dokument_for
from botilbudlaege.domain._dokumenter import dokument_of as dokument_of
from botilbudlaege.domain._dokumenter import for_dokument as for_dokument
from botilbudlaege.domain._dokumenter import mulige_regioner as mulige_regioner
from botilbudlaege.domain._dokumenter import slags as slags
from botilbudlaege.domain._dokumenter import sted as sted
from botilbudlaege.domain._dokumenter import uden_navn as uden_navn
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

__all__ = [
    "DOKUMENTER",
    "SUBJEKTER",
    "Adresse",
    "Aendringspost",
    "Allonge",
    "Botilbud",
    "Daekning",
    "Daekningsstatus",
    "Egne",
    "Fakta",
    "Idekatalog",
    "Implementeringsplan",
    "Informationsbrev",
    "Informationsmateriale",
    "Kommissorium",
    "Kommune",
    "Kontaktperson",
    "Medlem",
    "Milepael",
    "Moedeaftale",
    "Opgave",
    "Opsigelse",
    "Organisation",
    "Orientering",
    "Praksis",
    "Programpunkt",
    "Registerpost",
    "Samarbejdsplan",
    "Slags",
    "Tema",
    "Tidspunkt",
    "Underskrivere",
    "Webinar",
    "bemaerkninger",
    "bemaerkninger_til_post",
    "dokument",
    "dokument_for",
    "dokument_of",
    "for_dokument",
    "mulige_regioner",
    "slags",
    "sted",
    "uden_navn",
]
