# Written by docs/pages/stub.py. Do not change it here: change __init__.py, and run python -m docs.

from botilbudlaege.rules._aktivitet import aktivitet as aktivitet
from botilbudlaege.rules._daekningsgrad import daekningsgrad as daekningsgrad
from botilbudlaege.rules._omfattet import omfattet as omfattet
from botilbudlaege.rules._orienteringspligt import orienteringspligt as orienteringspligt
from botilbudlaege.rules._regelsaet import Regelsaet as Regelsaet
from botilbudlaege.rules._regelsaet import Regelvaerdi as Regelvaerdi
from botilbudlaege.rules._regelsaet import Timetrin as Timetrin
from botilbudlaege.rules._regelsaet import regelsaet as regelsaet
from botilbudlaege.rules._status import status as status
from botilbudlaege.rules._timer_i_kvartal import timer_i_kvartal as timer_i_kvartal
from botilbudlaege.rules._timetal import timetal as timetal
from botilbudlaege.rules._varsel import ophoersdato as ophoersdato
from botilbudlaege.rules._varsel import seneste_opsigelse as seneste_opsigelse

__all__ = [
    "Regelsaet",
    "Regelvaerdi",
    "Timetrin",
    "aktivitet",
    "daekningsgrad",
    "omfattet",
    "ophoersdato",
    "orienteringspligt",
    "regelsaet",
    "seneste_opsigelse",
    "status",
    "timer_i_kvartal",
    "timetal",
]
