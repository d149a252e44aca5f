# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.packs.authoring._cases import Case as Case
from botilbudlaege.packs.authoring._cases import cases as cases
from botilbudlaege.packs.authoring._cases import text as text
from botilbudlaege.packs.authoring._coverage import coverage as coverage
from botilbudlaege.packs.authoring._coverage import unreached as unreached

__all__ = [
    "Case",
    "cases",
    "coverage",
    "text",
    "unreached",
]
