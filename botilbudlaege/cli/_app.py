"""The application of the command line, to which the commands are added, and the parameters that they share."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import attrs
import cyclopts
from cyclopts import Parameter
from cyclopts.help import DefaultFormatter

from botilbudlaege._version import __version__
from botilbudlaege.cli import _findings
from botilbudlaege.errors import DataError

if TYPE_CHECKING:
    from cyclopts.help import HelpPanel
    from rich.console import Console, ConsoleOptions


class _Formatter(DefaultFormatter):
    """The help in Danish: cyclopts has its two English words in the formatter."""

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Print a panel without the mark [required]; the usage line shows what must be given."""
        plain = [attrs.evolve(entry, required=False) for entry in panel.entries]
        super().__call__(console, options, attrs.evolve(panel, entries=plain))

    def render_usage(self, console: Console, options: ConsoleOptions, usage: object) -> None:  # noqa: ARG002
        """Print the usage line."""
        if usage:
            console.print(f"Brug: {usage}", style="bold", markup=False)


_COMMANDS = cyclopts.Group("Kommandoer")
_PARAMETERS = cyclopts.Group("Argumenter og valg")

app: cyclopts.App = cyclopts.App(
    name="botilbudlaege",
    help="Laver de danske kontrakter om fast tilknyttet læge på botilbud.",
    usage="botilbudlaege KOMMANDO [ARGUMENTER]",
    version=__version__,
    version_flags=["--version"],
    help_flags=["--help", "-h"],
    group_commands=_COMMANDS,
    group_arguments=_PARAMETERS,
    group_parameters=_PARAMETERS,
    default_parameter=Parameter(show_default=False, negative=()),
    help_formatter=_Formatter(),
    suppress_keyboard_interrupt=False,
)
app["--help"].help = "Vis denne hjælp."
app["--version"].help = "Vis versionen."


Json = Annotated[bool, Parameter(help="Skriv resultatet som JSON.")]
Levende = Annotated[
    bool,
    Parameter(
        help="Lav felter, der bærer oplysningerne, så de kan læses igen; med --draft en formular at udfylde."
    ),
]
Pakke = Annotated[str | None, Parameter(help="Pakkens id eller mappe; ellers vælges den efter regionen.")]


def day(text: str, argument: str) -> datetime.date:
    """Read a day that was given as an argument.

    Raises:
        DataError: There is no such day.
    """
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise DataError(_findings.IMPOSSIBLE_DATE(path=argument)) from None
