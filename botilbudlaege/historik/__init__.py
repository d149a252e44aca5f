"""A home over the years: its agreements, what was changed in them, their ends, and what follows on any day.

It knows the domain and what changes call for, and no file.

Begin with `_forloeb`, which puts the rows of a register or of a list of events together, home by home. `_haendelser` is a
row of such a list, `_aftale` one agreement through its life, and `_daekning` the coverage over time, which `_curve` draws.
"""

from botilbudlaege.historik._aftale import Aftale
from botilbudlaege.historik._daekning import Daekningsforloeb, Daekningspunkt
from botilbudlaege.historik._forloeb import Forloeb, forloeb
from botilbudlaege.historik._haendelser import Haendelsespost

__all__ = ["Aftale", "Daekningsforloeb", "Daekningspunkt", "Forloeb", "Haendelsespost", "forloeb"]
