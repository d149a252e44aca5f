"""Checks of single values: each gives a finding without address, or None."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from botilbudlaege.domain import _findings

if TYPE_CHECKING:
    from botilbudlaege._catalogue import Entry
    from botilbudlaege.domain._felt import Check
    from botilbudlaege.errors import Finding

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""What XML cannot hold, and what turns the text around it."""
_LOST = re.compile("[\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd\U000f0000-\U0010ffff]")
"""What stands for a letter that was lost, or is one in a single font, and shows as a box or as nothing."""
_READ = re.compile("[^\\W_\u115f\u1160\u3164\uffa0]")
"""A letter or a figure, but for the letters of Hangul that are drawn as nothing."""
_WORDS = frozenset(
    {
        *("n/a", "nn", "n.n", "n.n.", "n. n.", "tbd", "tba", "todo", "to do", "test", "none", "null", "nan"),
        *("ukendt", "uoplyst", "mangler", "afventer", "ved ikke", "ingen", "senere"),
        *("navn", "adresse", "dato", "titel", "telefon", "telefonnummer", "e-mail", "email"),
        *(
            f"{start} {said}"
            for start in ("ikke", "ej", "endnu ikke")
            for said in ("oplyst", "kendt", "afklaret", "angivet", "udfyldt", "fundet")
        ),
        *(
            f"{verb} {when}".rstrip()
            for verb in ("udfyldes", "indsættes", "oplyses", "angives", "eftersendes", "kommer", "følger")
            for when in ("", "senere", "snarest")
        ),
    }
)
"""What is written where a fact is to come, or by a program that had none."""
_STANDS_IN = re.compile(
    r"""\[[^\[\]]*\]|«[^«»]*»|<[^<>]*>|\#[^\W\d]+(?:/[^\W\d])?[!?]?|xx+|(?:for)?navn (?:efternavn|navnesen|på [^\W\d_]+)"""
    r"|(?:(?:indsæt|udfyld|skriv|angiv) (?:[^\W\d_]+s )?(?:her|navn|dato|tekst|adresse|titel|telefon(?:nummer)?|e-?mail)"
    r"|[^\W\d_]+s (?:navn|adresse))(?: her)?"
)
_OPEN = re.compile(r"\?{3}|_{3}|\b(?:tb[ad]|xxx+|todo|lorem ipsum)\b")
"""What stands in a text of which some is to come."""
_CPR = re.compile(
    r"(?<!\d)(\d{2})(\d{2})(\d{2})"
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,3}(?:[-\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]{1,2}|\s)"
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,3}\d{4}(?!\d)"
)
_TEN_DIGITS = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})\d{4}(?!\d)")
_RUN_OF_SIX, _RUN_OF_TEN = re.compile(r"\d{6}"), re.compile("[0-9]{10}")  # quick to say no
_CVR = "[0-9]{8}"
_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_YDERNUMMER = "[0-9]{6}"
_P_NUMMER = "[0-9]{10}"
_POSTNR = "[0-9]{4}"
_KLOKKESLAET = r"([01][0-9]|2[0-3])\.[0-5][0-9]"
_WORD = r"""[^\s@,;:<>()\[\]"]"""
_EMAIL = re.compile(rf"{_WORD}+@{_WORD}+\.[^\W\d_]{{2,}}")
_TELEFON = re.compile(r"(?:(?:\+|00)45)?[1-9]\d{7}")


_MANGE = 100_000  # more than any home has; ours


def is_blank(value: str) -> bool:
    """Tell whether a text has nothing to read: no letter that is seen, and no figure."""
    return _READ.search(value) is None


def tekst(value: str, *, nummer: bool = False, flerlinjet: bool = False) -> Finding | None:
    """Check what every text must keep: something to read, nothing that Word cannot hold, no personal number."""
    if is_blank(value):
        return _findings.EMPTY_TEXT()
    if _REFUSED.search(value):
        return _findings.CONTROL_CHARACTER()
    if _LOST.search(value):
        return _findings.LOST_LETTER()
    if not flerlinjet and ("\n" in value or "\r" in value):
        return _findings.LINE_BREAK()
    may_be = not nummer and seks_cifre(value)
    if may_be and any(_possible_date(*match.groups()) for match in _CPR.finditer(value)):
        return _findings.CPR()
    return None


def pladsholder(value: str) -> bool:
    """Tell whether a text is what stands where a fact is to come, or has it in it: »[navn]«, »#N/A«, »ukendt«, »Åvej ???«."""
    text = value.lower().replace("indsaet", "indsæt")
    is_one = text in _WORDS or _STANDS_IN.fullmatch(text) is not None
    return is_one or _OPEN.search(text) is not None


def seks_cifre(value: str) -> bool:
    """Tell whether a text has six digits run together, without which there is no personal number in it."""
    return _RUN_OF_SIX.search(value) is not None


def ti_cifre(value: str) -> bool:
    """Tell whether a text has ten digits run together that could be a personal number."""
    return _RUN_OF_TEN.search(value) is not None and any(
        _possible_date(*match.groups()) for match in _TEN_DIGITS.finditer(value)
    )


def _possible_date(day: str, month: str, year: str) -> bool:
    for century in (1800, 1900, 2000):
        try:
            datetime.date(century + int(year), int(month), int(day))
        except ValueError:
            continue
        return True
    return False


def cvr(value: str) -> Finding | None:
    """Check a CVR number: 8 digits, the first not 0, modulus 11."""
    if re.fullmatch(_CVR, value) and value[0] != "0":
        weighted = sum(weight * int(digit) for weight, digit in zip(_CVR_WEIGHTS, value, strict=True))
        if weighted % 11 == 0:
            return None
    return _findings.CVR()


def ydernummer(value: str) -> Finding | None:
    """Check a provider number: 6 digits."""
    return None if re.fullmatch(_YDERNUMMER, value) else _findings.YDERNUMMER()


def p_nummer(value: str) -> Finding | None:
    """Check a production unit number: 10 digits, no checksum."""
    return None if re.fullmatch(_P_NUMMER, value) else _findings.P_NUMMER()


def postnr(value: str) -> Finding | None:
    """Check a postcode: 4 digits."""
    return None if re.fullmatch(_POSTNR, value) else _findings.POSTNR()


def email(value: str) -> Finding | None:
    """Check that an e-mail address has the form of one."""
    if _EMAIL.fullmatch(value) and ".." not in value:
        return None
    return _findings.EMAIL()


def telefon(value: str) -> Finding | None:
    """Check a Danish phone number: 8 digits, with or without +45."""
    if re.fullmatch(r"[+0-9 ]+", value) and _TELEFON.fullmatch(value.replace(" ", "")):
        return None
    return _findings.TELEFON()


def klokkeslaet(value: str) -> Finding | None:
    """Check a time of day."""
    if re.fullmatch(_KLOKKESLAET, value):
        return None
    return _findings.KLOKKESLAET()


def mindst_en(value: int) -> Finding | None:
    """Check a count of residents."""
    if 1 <= value < _MANGE:
        return None
    return _findings.TOO_MANY() if value >= _MANGE else _findings.TOO_FEW(antal=value)


class Form(NamedTuple):
    """What a check asks for that can be seen without a register: how to write it, and its keywords in JSON Schema."""

    hjaelp: str
    skema: dict[str, Any]


def _written(entry: Entry, pattern: str) -> Form:
    return Form(entry.remedy, {"pattern": f"^{pattern}$"})


FORMER: dict[Check, Form] = {
    cvr: _written(_findings.CVR, _CVR),
    ydernummer: _written(_findings.YDERNUMMER, _YDERNUMMER),
    p_nummer: _written(_findings.P_NUMMER, _P_NUMMER),
    postnr: _written(_findings.POSTNR, _POSTNR),
    email: _written(_findings.EMAIL, rf"{_WORD}+@{_WORD}+\.[^\s@,;:<>()\[\]'0-9_.]{{2,}}"),
    telefon: _written(_findings.TELEFON, "((\\+|0 *0) *4 *5 *)?[1-9]( *[0-9]){7}"),
    klokkeslaet: _written(_findings.KLOKKESLAET, _KLOKKESLAET),
    mindst_en: Form("", {"minimum": 1, "maximum": _MANGE - 1}),
}
"""The form of what each check asks for."""
