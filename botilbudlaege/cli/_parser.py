"""The arguments of a command, read from its function's parameters: told in help, and read from what was written.

Python's getopt reads the options, and its argparse lays out the help. A parameter before `/` is an argument; one after
`*` is an option: of `bool` one that is on or off, of `tuple` one that can be repeated, else one with a value.
"""

from __future__ import annotations

import getopt
import itertools
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from botilbudlaege.cli._app import ABOUT, COMMANDS, NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_COMMANDS = "Kommandoer"
_PARAMETERS = "Argumenter og valg"
_HELP = ("--help", "-h"), "Vis denne hjælp."
_VERSION = ("--version",), "Vis versionen."
_WIDTH = 24  # of the column of names


Fault = Literal["command", "option", "too many", "missing", "no value", "value", "number", "stream"]
"""Each but `too many` has the name of what it is about; `value` is one given to an option that takes none, `stream` the
`-` by which other programs name what is piped to or from them."""


class UsageError(Exception):
    """What was written is no command: what is wrong, the argument that it is wrong with, and those that there are."""

    def __init__(self, fault: Fault, argument: str = "", known: Iterable[str] = ()) -> None:
        """Keep what is wrong; the words are those of the catalogue, which is loaded when they are told."""
        super().__init__(fault)
        self.fault = fault
        self.argument = argument
        self.known = (*known,)


class Argument(NamedTuple):
    """An argument or option of a command.

    Args:
        parameter: The function's parameter.
        names: How it is written.
        help: What it is.
        convert: Makes the value of a text.
        many: Whether it can be given more than once.
        default: The value when it is not given; `...` for one that must be.
    """

    parameter: str
    names: tuple[str, ...]
    help: str
    convert: Callable[[str], Any]
    many: bool
    default: Any

    @property
    def positional(self) -> bool:
        """Whether it is an argument and no option."""
        return not self.names[0].startswith("-")

    @property
    def flag(self) -> bool:
        """Whether it is an option without a value."""
        return self.convert is bool

    @property
    def shown(self) -> tuple[str, ...]:
        """How it is shown: an option that takes a value with a mark for it."""
        return tuple(f"{name} …" if name.startswith("-") and not self.flag else name for name in self.names)


def arguments(function: Callable[..., Any]) -> Iterator[Argument]:
    """Read a function's parameters."""
    code = function.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    first_default = code.co_argcount - len(function.__defaults__ or ())
    defaults = {
        **dict(zip(names[first_default : code.co_argcount], function.__defaults__ or (), strict=True)),
        **(function.__kwdefaults__ or {}),
    }
    hints = get_type_hints(function, include_extras=True)
    for name in names:
        type_, *said = get_args(hints[name])
        shown = [each.name for each in said if each.name is not None] or [f"--{name.replace('_', '-')}"]
        yield Argument(
            parameter=name,
            names=(shown[-1],) if isinstance(shown[-1], str) else shown[-1],
            help=next(each.help for each in reversed(said) if each.help is not None),
            convert=_converter(type_),
            many=get_origin(type_) is tuple,
            default=defaults.get(name, ...),
        )


def _converter(type_: Any) -> Callable[[str], Any]:
    """Give what makes a value of a text: the type itself, or the one that is in a list or beside None."""
    if get_origin(type_) is tuple or isinstance(type_, UnionType):
        type_ = get_args(type_)[0]
    return type_  # type: ignore[no-any-return]


def usage(command: str, known: Sequence[Argument]) -> str:
    """Show how a command is written."""
    positional = [each for each in known if each.positional]
    shown = [each.names[0] if each.default is ... else f"[{each.names[0]}]" for each in positional]
    return " ".join([NAME, command, *shown, "[VALG]"])


# Help ---------------------------------------------------------------------------------------------------


def help_of_all() -> str:
    """Write the help that lists the commands."""
    rows = [(name, command.help) for name, command in COMMANDS.items()]
    own = [(", ".join(names), text) for names, text in (_HELP, _VERSION)]
    return _page(f"{NAME} KOMMANDO [ARGUMENTER]", ABOUT, {_COMMANDS: rows, "Valg": own})


def help_of(command: str, known: Sequence[Argument]) -> str:
    """Write the help of a command."""
    rows = [(", ".join(each.shown), each.help) for each in known]
    own = (", ".join(_HELP[0]), _HELP[1])
    return _page(usage(command, known), COMMANDS[command].help, {_PARAMETERS: [*rows, own]})


def _page(usage: str, about: str, groups: dict[str, list[tuple[str, str]]]) -> str:
    import argparse  # noqa: PLC0415 - a command that is run needs none of it

    formatter = argparse.HelpFormatter(NAME, max_help_position=_WIDTH + 2)
    formatter.add_usage(usage, [], [], prefix="Brug: ")
    formatter.add_text(about)
    for title, rows in groups.items():
        formatter.start_section(title)
        for names, text in rows:
            formatter.add_argument(
                argparse.Action([], dest=names, metavar=names, help=text.replace("%", "%%"))
            )
        formatter.end_section()
    return formatter.format_help()


# Reading ------------------------------------------------------------------------------------------------


def parse(known: Sequence[Argument], written: Sequence[str]) -> tuple[list[Any], dict[str, Any]]:
    """Read what was written, as the arguments of the function.

    Raises:
        UsageError: It is not understood.
    """
    end = written.index("--") if "--" in written else len(written)
    options, rest = _options(known, written[:end])
    unknown = next(filter(_is_option, rest), None)
    if unknown is not None:
        raise UsageError(
            "option", unknown, (name for each in known if not each.positional for name in each.names)
        )
    values = _positional([each for each in known if each.positional], [*rest, *written[end + 1 :]])
    for each in known:
        if each.default is ... and not each.positional and each.parameter not in options:
            raise UsageError("missing", each.names[0])
    return values, options


def _options(known: Sequence[Argument], written: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """Read the options, wherever they stand; give them by parameter, and the words that are left."""
    by_name = {name: each for each in known if not each.positional for name in each.names}
    options: dict[str, Any] = {}
    words = []
    for name, value in _pairs(by_name, written):
        if not name:
            words.append(value)
            continue
        each = by_name[name]
        made = True if each.flag else _converted(name, each, value)
        options[each.parameter] = (*options.get(each.parameter, ()), made) if each.many else made
    return options, words


def _pairs(by_name: Mapping[str, Argument], written: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each option with its value, and each other word as the value of none."""
    short = "".join(
        f"{name[1]}{'' if each.flag else ':'}" for name, each in by_name.items() if name[1] != "-"
    )
    long = [f"{name[2:]}{'' if each.flag else '='}" for name, each in by_name.items() if name[1] == "-"]
    names = (word.partition("=")[0] for word in written if word.startswith("--"))
    unknown = next((name for name in names if name not in by_name), None)
    if unknown is not None:
        raise UsageError("option", unknown, by_name)  # getopt would take one that is cut short
    rest = [*written]
    while rest:
        try:
            pairs, rest = getopt.getopt(rest, short, long)
        except getopt.GetoptError as error:
            name = f"{'-' if len(error.opt) == 1 else '--'}{error.opt}"
            each = by_name.get(name)
            fault: Fault = "option" if each is None else "value" if each.flag else "no value"
            raise UsageError(fault, name, by_name) from error
        for name, value in pairs:
            yield name, value if name.startswith("--") else value.removeprefix("=")
        if rest:
            yield "", rest.pop(0)


def _converted(name: str, argument: Argument, value: str) -> Any:
    if _is_option(value):
        raise UsageError("no value", name)
    try:
        return _value(argument, value)
    except ValueError as error:
        raise UsageError("number", name) from error


def _value(argument: Argument, text: str) -> Any:
    """Make the value of a text; a file that is really called `-` is `./-`."""
    if text == "-" and hasattr(argument.convert, "__fspath__"):
        raise UsageError("stream", argument.names[0])
    return argument.convert(text)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _positional(known: Sequence[Argument], words: Sequence[str]) -> list[Any]:
    if len(words) > len(known):
        raise UsageError("too many")
    for each, word in itertools.zip_longest(known, words):
        if word == "" or (word is None and each.default is ...):
            raise UsageError("missing", each.names[0])
    return [_value(each, word) for each, word in zip(known, words, strict=False)]
