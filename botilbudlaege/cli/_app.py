"""The commands by name, and the parameters that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

NAME = "botilbudlaege"
ABOUT = "Laver de danske kontrakter om fast tilknyttet læge på botilbud."


class Command(NamedTuple):
    """A command: where its function stands, and what it is for.

    Args:
        function: The module in this room and the function in it. Nothing is imported before the command is called.
        help: What it does, in Danish, for the help and for the reference.
    """

    function: str
    help: str


COMMANDS = {
    "batch": Command(
        "_batch.batch",
        "Lav et dokument for hver række i et register. Afbrydes det, så kør igen: det fortsætter.",
    ),
    "brev": Command(
        "_brev.brev",
        "Lav et brev, en kontrakt, en opsigelse eller en allonge af en plan, der er der, uden at skrive den af.",
    ),
    "check": Command("_check.check", "Find alt, hvad der er galt med en skabelonpakke, og hvor det står."),
    "columns": Command(
        "_columns.columns_command", "Foreslå, hvordan jeres eget register læses, som kolonner.toml."
    ),
    "daekning": Command(
        "_daekning.daekning", "Vis dækningsgraden over tid, måned for måned, og som en kurve."
    ),
    "import": Command(
        "_import.import_command",
        "Gør en Word-fil til en skabelonpakke med et forslag, som du svarer på. Kør igen, når du har svaret.",
    ),
    "issued": Command(
        "_issued.issued_command",
        "Vis, hvad der er lavet i en mappe; med et register også, hvad der ikke passer mere, og hvilke breve regionen mangler.",
    ),
    "mark-signed": Command(
        "_issued.mark_signed_command",
        "Skriv i mappens liste, at et dokument er underskrevet: så erstatter batch det ikke, heller ikke når rækken ændres.",
    ),
    "new-pack": Command(
        "_new_pack.new_pack_command", "Lav en ny skabelonpakke, som kan rettes, prøves og installeres."
    ),
    "packs": Command("_packs.packs_command", "Vis de skabelonpakker, der er."),
    "read": Command(
        "_read.read_command",
        "Læs et levende dokument: oplysningerne, og hvad der er ændret. Af en mappe et register.",
    ),
    "render": Command("_render.render_command", "Lav et Word-dokument af en fil med oplysninger."),
    "review": Command(
        "_review.review_command",
        "Lav et gennemsyn af en skabelonpakke: én fil med alle dokumenter og klausuler, til dem, der skal godkende den.",
    ),
    "schema": Command(
        "_schema.schema_command",
        "Vis, hvordan oplysningerne til et dokument skrives, som JSON Schema til formularer og editorer.",
    ),
    "set-aside": Command(
        "_set_aside.set_aside_command",
        "Flyt de dokumenter, som ingen række i registeret giver længere, til en mappe for sig. Intet slettes.",
    ),
    "varsel": Command(
        "_varsel.varsel", "Vis, hvornår en plan ophører, når opsigelsen er kommet frem en given dag."
    ),
}
"""A new command is an entry here, and its function; `--help` and the reference read this table."""


class Parameter(NamedTuple):
    """What a parameter of a command's function is on the command line; one that several share can be named anew.

    Args:
        name: An argument in capitals, `FIL`; an option as it is written, or several ways of writing it. None for `--` and
            the parameter's own name.
        help: What it is, in Danish.
    """

    name: str | tuple[str, ...] | None = None
    help: str | None = None


Json = Annotated[bool, Parameter("--json", help="Skriv resultatet som JSON.")]
Levende = Annotated[
    bool,
    Parameter(
        help="Lav felter, der bærer oplysningerne, så de kan læses igen; med --draft en formular at udfylde."
    ),
]
Pakke = Annotated[str | None, Parameter(help="Pakkens id eller mappe; ellers vælges den efter regionen.")]
Kolonner = Annotated[
    "Path | None",  # pathlib is loaded by the commands that take one, not by the help
    Parameter(
        name="--kolonner",
        help="Registerets egne kolonner, kolonner.toml; botilbudlaege columns foreslår den.",
    ),
]
Ark = Annotated[
    str | None, Parameter(help="Navnet på arket i regnearket; ellers det synlige med overskrifterne.")
]
