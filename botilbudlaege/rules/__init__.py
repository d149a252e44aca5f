"""The rules of the scheme: pure functions of dates, numbers and concepts.

Each answers with a `Resultat`: the value, the steps that lead to it in Danish, the source, and remarks.
None reads the clock: dates are arguments.

Everything is loaded when it is first used. After a change of the list: `python -m docs`, which tells type checkers of it.
"""

from botilbudlaege import _lazy

_lazy.attach(
    globals(),
    {
        "rules._aktivitet": "aktivitet",
        "rules._daekningsgrad": "daekningsgrad",
        "rules._omfattet": "omfattet",
        "rules._orienteringspligt": "orienteringspligt",
        "rules._regelsaet": "Regelsaet Regelvaerdi Timetrin regelsaet",
        "rules._status": "status",
        "rules._timer_i_kvartal": "timer_i_kvartal",
        "rules._timetal": "timetal",
        "rules._varsel": "ophoersdato seneste_opsigelse",
    },
)
