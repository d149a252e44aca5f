"""Facts in cells: how each kind is read from what people write, and written so that it is read back unchanged."""

from __future__ import annotations

import datetime
import functools
import json
import re
from typing import TYPE_CHECKING, Any

from botilbudlaege import _nearest, _structure, dansk
from botilbudlaege._arguments import wrong_type
from botilbudlaege.begreber import Begreb
from botilbudlaege.data import _findings
from botilbudlaege.data.tables import _findings as _of_tables
from botilbudlaege.domain import Fakta, Moedeaftale
from botilbudlaege.domain._fakta import value_fault
from botilbudlaege.domain._fields import type_of
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.data.tables._bounds import Cell
    from botilbudlaege.domain._felt import Felt
    from botilbudlaege.domain._fields import Type

NAVN = "plan.botilbud.navn"
"""The fact that a row cannot do without."""
_YES = frozenset({"ja", "j", "yes", "true", "sand", "sandt", "x", "1", "✓", "✔", "☑", "√"})
_NO = frozenset({"nej", "n", "no", "false", "falsk", "0", "☐"})
_NO_DECIMALS = re.compile(r"[.,]0?$")
"""As a column with gaps is written where it is one of decimals."""
_NONE = "ingen"
_AS_IN_CODES = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_ERROR = re.compile(
    r"#[A-ZÆØÅ][A-ZÆØÅ0-9/_]*[!?]|#(?:N/A|I/T|GETTING_DATA|HENTER_DATA)|(?:Err|Fejl):[0-9]{3}"
)
"""What a spreadsheet shows for a formula that fails, in English and in Danish, Excel's and LibreOffice's."""
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_FIGURE = r"[0-9\uff10-\uff19]"
"""A figure, also as wide as the letters of East Asia; Python counts those of every script."""
_ISO = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})|(20\d\d)(\d\d)(\d\d)".replace(r"\d", _FIGURE))
_ISO_LENGTH = 10
_DANISH = re.compile(r"(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{4})".replace(r"\d", _FIGURE))
_WRITTEN = re.compile(r"(\d{1,2})[-./ ]{0,2}([a-zæøå]{3,9})[-./, ]{0,2}(\d{4})".replace(r"\d", _FIGURE))
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_LEAD = re.compile(r"(?:(ma|ti|on|to|fr|lø|sø)(?:n|rs|s|e|r)?(?:dag)?\.?,? )?(?:den |d\. ?)?")
"""What stands before a day, also where it is all in figures: its weekday, in full or short, and that it is one."""
_SHORT = {"sept": "sep"}
_MONTHS, _DAYS = 12, 31
LAST_YEAR = 2040  # ours: 2052 and 2205 are 2025 with figures that changed places
_DITTO = re.compile(
    r"(?:do|ditto|idem|samme(?: som (?:ovenfor|foregående))?|(?:som|se) ovenfor)\.?|[-–]? ?[\"'“”″〃]{1,2} ?[-–]?",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"[t ] ?(?:kl\.? ?)?0?0[:.]00(?:[:.]00(?:[.,]0+)?)?(?: ?(?:z|[+-]\d\d:?\d\d))?$")
_SERIAL = re.compile(r"[2-9]\d{4}(?:[.,]\d+)?")
"""A day as spreadsheets count it, from 1900; of 1954 and later, so that no number of four figures is one."""
_FOREIGN = "ÀÁÂÃÄÇÈÊËÌÍÎÏÐÑÒÓÔÕÖ×ÙÚÛÜÝ"
"""Capitals that stand in no Danish word behind another letter."""
_FOOTNOTE = re.compile(r"[^*†‡¹²³]+(?:\*{1,3}|[†‡¹²³])")
_IN_DOUBT = re.compile(rf"[?*†‡¹²³{{|}}\[\\\]&%=<›†¿¾Œ®¯‘¢⌀∅{_FOREIGN}\u0370-\u052f]")
_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_LOOKS_ALIKE = re.compile(rf"(?<={_LETTER})[\u0370-\u052f]|[\u0370-\u052f](?={_LETTER})")
"""A Greek or Cyrillic letter beside one of ours: a word that looks like another, and is never found by it."""
_IN_PLACE_OF_A_LETTER = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<!\S))[?{{|}}›†¿¾Œ®¯⌀∅](?=[a-zæøå])|(?<=[A-Za-zÆØÅæøå])[‘¢{_FOREIGN}](?=[a-zæøå])|(?<=[A-ZÆØÅ])[\[\\\]](?=[A-ZÆØÅ])|(?<!\S)[\[\\](?=[a-zæøå]+(?!\S))"
)
"""What stands in a word where a letter was: a question mark, and those that were æ, ø and å in seven bits, DOS or on a Mac."""
_AND = re.compile(r"\S(?:, ?| ?[/&+|] ?|\s+(?:og|samt|eller|[-–])\s+)\S")
_TWO_PEOPLE = re.compile(
    r"\S(?: ?[/&+;|] ?|\s+(?:og|samt|eller|[-–])\s+)\S|[A-ZÆØÅ]\S* (?:\S+ )*[A-ZÆØÅ]\S*, ?[A-ZÆØÅ]\S* (?:\S+ )*[A-ZÆØÅ]"
)
"""Two names in place of one; a family name before a comma, or a title behind it, is none."""
_CODED = re.compile(
    r"&(?:[a-z]{2,8}|#x?[0-9a-f]{2,5});|[%=]C3[%=][89AB][0-9A-F]|\\u[0-9a-f]{4}|(?:[%=]|\\'|<)(?:[EC][569]|[FD]8)"
    r"|</?(?:br|b|i|u|p|div|span|strong|em|font|li|ul|t[dr])\b[^<>]*>",
    re.IGNORECASE,
)
"""Letters as web pages, addresses, mails, programs and RTF have them, and the marks of a web page."""
_SPACED_NUMBER = re.compile(r"\d+(?: \d+)+")
_CPR = re.compile(r"\d{6} \d{4}")
_WHOLE = re.compile(rf"(-?{_FIGURE}{{1,18}})(?:[.,]0{{1,2}})?")  # three noughts may be thousands
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[-–*•·▪◦]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_BEGINS = re.compile(r"\n(?<=\S\n)[ \t]*[A-ZÆØÅ][^\W\d_]*(?: [^\W\d_]+){0,3}:[ \t]")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_LONG = 10**9
_ROUND = 10**4
"""A number of ten digits that ends in four noughts: few have one, and all that were shown with an exponent."""


def read(cell: Cell, type_: Type) -> Any:
    """Give a cell as plain data of a field's type, as a file would have it.

    Raises:
        DataError: It cannot be read as such.
    """
    if isinstance(cell, Finding):
        raise DataError(cell)
    if isinstance(cell, str) and _ERROR.fullmatch(cell.strip()):
        raise DataError(_of_tables.FORMULA_ERROR())
    if type_.item is not None:
        return _list(cell, type_.item)
    is_number = type_.felt is not None and type_.felt.nummer
    if not is_number and type_.kind != "kode" and type_.kind not in _READERS:
        return _said(_text(cell))
    bare = cell.strip().removeprefix("'") if isinstance(cell, str) else cell  # as spreadsheets mark a text
    if type_.kind == "kode":
        return _code(_spaced(_text(bare)), type_.cls)
    return _digits(bare, type_.felt) if is_number else _READERS[type_.kind](bare)


def may_be_several(cell: Cell) -> bool:
    """Tell whether a name looks like those of several people, parted by another sign than a semicolon.

    >>> may_be_several("Mette Storm og Bo Holm"), may_be_several("Mette Storm; Bo Holm")
    (True, False)
    """
    return isinstance(cell, str) and any(_AND.search(name) for name in cell.split(";"))


def may_be_two(cell: Cell) -> bool:
    """Tell whether the name of one person looks like those of several.

    >>> may_be_two("Ida Holm, Bo Dam"), may_be_two("Holm, Ida"), may_be_two("Ida Holm, afdelingsleder")
    (True, False, False)
    """
    if not isinstance(cell, str):
        return False
    if cell.replace(" ", "").isalnum() and not (" og " in cell or " samt " in cell or " eller " in cell):
        return False  # as most are, which is quickly seen
    return _TWO_PEOPLE.search(cell) is not None


def doubt(cell: Cell) -> Finding | None:
    """Remark that a letter of a text seems to be lost, or to be written as a code."""
    if not isinstance(cell, str) or _IN_DOUBT.search(cell) is None:
        return None
    if _IN_PLACE_OF_A_LETTER.search(cell):
        return _findings.LOST_IN_WORD()
    if _FOOTNOTE.fullmatch(cell):
        return _findings.FOOTNOTE()
    if _LOOKS_ALIKE.search(cell):
        return _findings.LOOK_ALIKE()
    return _findings.CODED() if _CODED.search(cell) else None


def as_written(cell: Cell) -> str:
    """Give a cell as it is seen in a spreadsheet, to look a word up."""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    return cell.isoformat() if isinstance(cell, datetime.date) else _text(cell)


def write(value: Any) -> Cell:
    """Give a fact as a cell; `read` gives it back."""
    if value is None or isinstance(value, (bool, int, datetime.date)):
        return value
    if isinstance(value, tuple):
        return _written_list(value)
    return value.name if isinstance(value, Begreb) else str(value)


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (bool, datetime.date)):
        raise wrong_type(cell, _findings.CELL_NOT_TEXT)
    return str(cell).strip()


def _said(text: str) -> str:
    """Refuse a text that only says that it is as above."""
    if _DITTO.fullmatch(text):
        raise DataError(_findings.DITTO())
    return text


def _spaced(text: str) -> str:
    """Make every run of blanks, also those that break no line, one space."""
    return " ".join(text.split())


def _digits(cell: Cell, felt: Felt | None) -> str:
    """Read a number that is a name: as text, or as a number that has lost nothing; spaces go where it has none."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell >= _LONG and cell % _ROUND == 0:
        raise DataError(_findings.ROUNDED())
    text = _spaced(_text(cell))
    if _EXPONENT.fullmatch(text):
        raise DataError(_findings.ROUNDED())
    if _SPACED_NUMBER.fullmatch(text) and not _CPR.fullmatch(text) and felt is not None:
        joined = text.replace(" ", "")
        return text if value_fault(text, felt) is None or value_fault(joined, felt) is not None else joined
    whole = _WHOLE.fullmatch(text)
    return text if whole is None else whole[1]


def _int(cell: Cell) -> int:
    if not isinstance(cell, (bool, datetime.date)) and (whole := _WHOLE.fullmatch(_text(cell))):
        return int(whole[1])
    raise DataError(_findings.CELL_NOT_NUMBER())


def _bool(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    word = _NO_DECIMALS.sub("", _text(cell).casefold())
    if word not in _YES | _NO:
        raise DataError(_findings.YES_OR_NO())
    return word in _YES


def _date(cell: Cell) -> Any:
    if isinstance(cell, datetime.date):
        return cell
    if isinstance(cell, str) and len(cell) == _ISO_LENGTH and cell[4] == cell[7] == "-":
        try:
            return datetime.date.fromisoformat(cell)
        except ValueError:
            pass  # it is told below
    text = _MIDNIGHT.sub("", _spaced(_text(cell)).translate(_DASHES).casefold())
    if _SERIAL.fullmatch(text):
        raise DataError(_findings.SERIAL_DATE())
    _, weekday, bare = _LEAD.split(text, maxsplit=1)
    day = _day(*_parts(bare.removesuffix(".")))
    if weekday is not None and not _WEEKDAYS[day.weekday()].startswith(weekday):
        raise DataError(_findings.OTHER_WEEKDAY(ugedag=_WEEKDAYS[day.weekday()]))
    return day


def _parts(text: str) -> tuple[str, str, str]:
    """Give year, month and day of a text; noughts where it is no day."""
    if match := _ISO.fullmatch(text):
        return match[1] or match[4], match[2] or match[5], match[3] or match[6]
    if match := _DANISH.fullmatch(text):
        if int(match[1]) <= _MONTHS < int(match[2]) <= _DAYS:
            raise DataError(_findings.MONTH_FIRST())
        return match[3], match[2], match[1]
    if match := _WRITTEN.fullmatch(text):
        return match[3], str(_month(match[2])), match[1]
    return "0", "0", "0"


def _day(year: str, month: str, day: str) -> datetime.date:
    """Make a day of year, month and day."""
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise DataError(_findings.IMPOSSIBLE_DATE()) from None


_READERS: dict[str, Callable[[Cell], Any]] = {"ja/nej": _bool, "tal": _int, "dato": _date}


def _month(name: str) -> int:
    """Give the number of a month by its name or its first letters; 0 for none."""
    names = dansk.maaneder()
    if name in names:
        return names.index(name) + 1
    short = [month[:3] for month in names]
    return short.index(_SHORT.get(name, name)) + 1 if _SHORT.get(name, name) in short else 0


def _code(text: str, cls: type[Begreb]) -> str:
    """Take a code, or the Danish text of one, however its words are parted: SEL § 108 is SEL_108, and indgået INDGAAET."""
    plain = _plain(text)
    for begreb in cls:
        if plain and plain in (_plain(begreb.name), _plain(begreb.tekst)):
            return begreb.name
    options = [*cls.__members__, *(begreb.tekst for begreb in cls)]
    near = _nearest.nearest(text, options)
    if near:
        raise DataError(_findings.CODE_MISSPELT(kode=near))
    raise DataError(_findings.UNKNOWN_CODE(koder=", ".join(cls.__members__)))


@functools.lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Give the letters and figures of a text, the Danish ones as codes have them."""
    return "".join(filter(str.isalnum, text.casefold().translate(_AS_IN_CODES)))


def _list(cell: Cell, item: Type) -> list[Any]:
    text = _text(cell)
    if text.casefold() == _NONE:
        return []
    if text.startswith("["):
        try:
            loaded = json.loads(text)
        except (ValueError, RecursionError):  # a number or a nesting too large for it, too
            loaded = None
        if isinstance(loaded, list):
            return loaded
    if item.cls is Moedeaftale:
        return [_agreement(part) for part in _clauses(text) if part and not part.isspace()]
    return [read(part, item) for part in (part.strip() for part in text.split(";")) if part]


def _clauses(text: str) -> list[str]:
    """Part meeting clauses: where the first has the mark of a list, each has one; else a blank line is between them."""
    return (_ITEM if _ITEM.match(text) else _PARAGRAPHS).split(text)


def may_be_clauses(cell: Cell) -> bool:
    """Tell whether a line in a meeting clause looks like the beginning of another."""
    return isinstance(cell, str) and "\n" in cell and _BEGINS.search(cell) is not None


def _agreement(text: str) -> dict[str, str]:
    """Read a meeting clause: its title before the first colon, its text after it."""
    title, _, rest = text.partition(":")
    title, rest = title.strip(), rest.strip()
    if not title or not rest:
        raise DataError(_findings.AGREEMENT())
    return {"titel": title, "tekst": rest}


def _written_list(value: tuple[Any, ...]) -> str:
    """Write a list as people do, or as JSON where it would not be read back."""
    if not value:
        return _NONE
    items = [_structure.unstructure(item) for item in value]
    if isinstance(value[0], Fakta):
        text = "\n\n".join(f"{item.get('titel', '')}: {item.get('tekst', '')}" for item in items)
    else:
        text = "; ".join(map(str, items))
    try:
        same = _list(text, type_of(type(value[0]))) == items
    except DataError:
        same = False
    return text if same else json.dumps(items, ensure_ascii=False)
