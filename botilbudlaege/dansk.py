"""Danish for people: dates, periods, quarters, hours, amounts, lists and the genitive.

The answer is the same whatever the machine's language, and in every thread. Amounts are Babel's, with an explicit locale;
it is imported at the first use, since a first document would wait longer for it than for anything else.
"""

from __future__ import annotations

import datetime
import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

IKKE_OPLYST = "ikke oplyst"
INGEN = "ingen"
_LOCALE = "da"
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_LAST = {"æ": 0x110000, "ø": 0x110001, "å": 0x110002}
_S_LYDE = frozenset("sxzSXZ")


def dato(dag: datetime.date) -> str:
    """Write a date in full.

    >>> import datetime
    >>> dato(datetime.date(2026, 4, 1))
    '1. april 2026'
    """
    return f"{dag.day}. {_MONTHS[dag.month - 1]} {dag.year}"


def maaned(dag: datetime.date) -> str:
    """Write the month of a day.

    >>> import datetime
    >>> maaned(datetime.date(2025, 2, 1))
    'februar 2025'
    """
    return f"{_MONTHS[dag.month - 1]} {dag.year}"


def maaneder() -> tuple[str, ...]:
    """List the names of the months.

    >>> maaneder()[0]
    'januar'
    """
    return _MONTHS


def vist(value: object) -> str:
    """Show a value to a person.

    >>> import datetime
    >>> vist(datetime.date(2026, 4, 1)), vist(True), vist((2, 3)), vist(None)
    ('1. april 2026', 'ja', '2 og 3', 'ikke oplyst')
    """
    if value is None:
        return IKKE_OPLYST
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime.date):
        return dato(value)
    if isinstance(value, tuple):
        return opremsning([vist(item) for item in value]) or INGEN
    return str(value)


def periode(fra: datetime.date, til: datetime.date | None = None) -> str:
    """Write a period, both days included; without an end it is open.

    >>> import datetime
    >>> periode(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    '1. januar 2025 – 31. december 2025'
    >>> periode(datetime.date(2025, 1, 1))
    'fra 1. januar 2025'
    """
    return f"fra {dato(fra)}" if til is None else f"{dato(fra)} – {dato(til)}"


def kvartal(dag: datetime.date) -> str:
    """Name the calendar quarter that holds a day.

    >>> import datetime
    >>> kvartal(datetime.date(2026, 6, 30))
    '2. kvartal 2026'
    """
    return f"{(dag.month + 2) // 3}. kvartal {dag.year}"


def procent(taeller: int, naevner: int) -> str:
    r"""Write a share in per cent with one decimal, rounded half up.

    >>> procent(2, 3), procent(1, 1)
    ('66,7\xa0%', '100,0\xa0%')
    """
    promille = (taeller * 2000 + naevner) // (2 * naevner)
    return f"{promille // 10},{promille % 10}\N{NO-BREAK SPACE}%"


def antal(tal: int, ental: str, flertal: str) -> str:
    """Write a count with its noun.

    >>> antal(1, "måned", "måneder"), antal(3, "måned", "måneder")
    ('1 måned', '3 måneder')
    """
    whole = f"{tal:,}".replace(",", ".")
    return f"{whole} {ental if tal == 1 else flertal}"


def timer(tal: int) -> str:
    """Write a number of hours.

    >>> timer(1), timer(2)
    ('1 time', '2 timer')
    """
    return antal(tal, "time", "timer")


def beloeb(kroner: Decimal) -> str:
    r"""Write an amount of money, with a no-break space before the unit.

    >>> from decimal import Decimal
    >>> beloeb(Decimal("1234.5"))
    '1.234,50\xa0kr.'
    """
    return f"{_amount(kroner)}\N{NO-BREAK SPACE}kr."


def opremsning(led: Sequence[object], bindeord: str = "og") -> str:
    """Write a list in running text.

    >>> opremsning(["a", "b", "c"]), opremsning(["FYSISK", "VIDEO"], "eller"), opremsning([])
    ('a, b og c', 'FYSISK eller VIDEO', '')
    """
    ord_ = [str(et) for et in led]
    if len(ord_) <= 1:
        return "".join(ord_)
    return f"{', '.join(ord_[:-1])} {bindeord} {ord_[-1]}"


def ejefald(navn: str) -> str:
    """Put a name in the genitive: an apostrophe alone after s, x and z.

    What follows the last letter or digit, such as a closing quotation mark, does not count.

    >>> ejefald("Æblehaven"), ejefald("Søhus")
    ('Æblehavens', "Søhus'")
    """
    sidste = next((tegn for tegn in reversed(navn) if tegn.isalnum()), "")
    return f"{navn}'" if sidste in _S_LYDE else f"{navn}s"


def sammen(tekst: str) -> str:
    r"""Keep a paragraph sign and its number on one line.

    >>> sammen("servicelovens § 108")
    'servicelovens §\xa0108'
    """
    return re.sub(r"§ (?=\d)", "§\N{NO-BREAK SPACE}", tekst)


def sortering(tekst: str) -> tuple[int, ...]:
    """Give the key that sorts names as in Danish: æ, ø and å last, aa as å, capitals as small letters.

    >>> sorted(["Ålborg", "Ærø", "Aarhus", "Odense", "Øland"], key=sortering)
    ['Odense', 'Ærø', 'Øland', 'Ålborg', 'Aarhus']
    """
    return tuple(_LAST.get(tegn, ord(tegn)) for tegn in tekst.casefold().replace("aa", "å"))


@functools.lru_cache(maxsize=4096)
def _amount(kroner: Decimal | int) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - see the top

    return format_decimal(kroner, "#,##0.00", locale=_LOCALE)
