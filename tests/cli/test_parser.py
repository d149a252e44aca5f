"""The options of a command, as they are written: held against argparse of the standard library, which is slower to load."""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path
from typing import Annotated, Any, NoReturn

from botilbudlaege.cli import _parser
from botilbudlaege.cli._app import Parameter

_WORDS = (
    *("a", "-", "3", "-o", "-oud", "-o=ud", "--output", "--output=ud", "--output=", "--outp", "--outp=ud"),
    *("--json", "--json=ja", "--dag", "--dag=3", "--dag=x", "-x", "--ukendt"),
)


def command(  # noqa: D103 - what is read of it is its parameters
    word: Annotated[str, Parameter("ORD", help="Et ord.")],
    /,
    *,
    output: Annotated[Path | None, Parameter(name=("--output", "-o"), help="En fil.")] = None,
    json_: Annotated[bool, Parameter("--json", help="Til eller fra.")] = False,
    days: Annotated[tuple[int, ...], Parameter("--dag", help="Kan gentages.")] = (),
) -> None: ...


class _Refused(Exception):
    pass


class _Reference(argparse.ArgumentParser):
    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
        self.add_argument("--output", "-o", type=Path)
        self.add_argument("--json", dest="json_", action="store_true")
        self.add_argument("--dag", dest="days", action="append", type=int)

    def error(self, message: str) -> NoReturn:
        raise _Refused(message)


def by_argparse(reference: _Reference, written: tuple[str, ...]) -> Any:
    """Read what was written with argparse; None where it is refused."""
    try:
        options, rest = reference.parse_known_args(written)
    except _Refused:
        return None
    if len(rest) != 1 or (rest[0].startswith("-") and rest[0] != "-"):
        return None
    read = vars(options)
    if read.get("output") == Path("-"):
        return None  # argparse makes a file of that name
    return rest, {name: tuple(value) if isinstance(value, list) else value for name, value in read.items()}


def test_options_are_read_as_argparse_reads_them() -> None:
    """Every way of writing up to three words: the same arguments, or refused by both."""
    known, reference = [*_parser.arguments(command)], _Reference()
    differing = []
    for written in itertools.chain.from_iterable(itertools.product(_WORDS, repeat=n) for n in (1, 2, 3)):
        try:
            found: Any = _parser.parse(known, written)
        except _parser.UsageError:
            found = None
        if found != by_argparse(reference, written):
            differing.append((written, found))

    assert differing == []
