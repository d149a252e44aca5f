"""The rules of the scheme: pure functions of dates, numbers and concepts.

Each answers with a `Resultat`: the value, the steps that lead to it in Danish, the source, and remarks.
None reads the clock: dates are arguments.
"""

from botilbudlaege.rules._aktivitet import aktivitet
from botilbudlaege.rules._daekningsgrad import daekningsgrad
from botilbudlaege.rules._omfattet import omfattet
from botilbudlaege.rules._orienteringspligt import orienteringspligt
from botilbudlaege.rules._regelsaet import Regelsaet, Regelvaerdi, Timetrin, regelsaet
from botilbudlaege.rules._status import status
from botilbudlaege.rules._timer_i_kvartal import timer_i_kvartal
from botilbudlaege.rules._timetal import timetal
from botilbudlaege.rules._varsel import ophoersdato, seneste_opsigelse

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
