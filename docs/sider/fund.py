"""Write the list of all findings, with cause and cure.

Messages and remedies are read from the source, where they are written; what is filled in when they are told is shown as `…`.
For what `check` tells, the cause is the sentence in `packs._codes`. A test holds `reference/fund.md` against this script.
"""

from __future__ import annotations

import ast
import copy
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.checking._codes import CODES
from botilbudlaege.rendering.access._words import WORDS
from botilbudlaege.rendering.word._refusals import _REMEDIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = Path(__file__).parents[1] / "reference" / "fund.md"
SOURCES = Path(__file__).parents[2] / "botilbudlaege"
_KEBAB = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_ARTER = {"error": "fejl", "warning": "advarsel", "remark": "bemærkning"}
_FORSLAG = "Skriv det, der foreslås: »Mente du …?«, eller en af de muligheder, der nævnes."
_CIFRE = "Skriv cifrene som tekst uden mellemrum, også nuller forrest."
_SHAPING = {"capitalize", "removeprefix", "rstrip", "strip"}  # what is done to a sentence that stays one
_NO_CODES = {"her", "tekst"}  # words that stand before a sentence too
_BUILT = {
    "case-without-text": ("", "Tilføj {% elif … %} eller {% else %}, eller slet den tomme gren."),
    "invalid": ("", "Ret det til noget, som feltet kan have."),
    "missing": ("", "Udfyld det, eller lav en kladde."),
    "p-nummer": ("P-nummeret skal være 10 cifre.", _CIFRE),
    "postnr": ("Postnummeret skal være 4 cifre.", _CIFRE),
    "scope": (
        "Det vides ikke, om botilbuddet er omfattet, eller det er ikke omfattet af første fase.",
        "Angiv lovgrundlag og laengerevarende, og bekræft, at botilbuddet er omfattet, før planen indgås.",
    ),
    "wording": ("Den faste tekst er ændret.", ""),
    "ydernummer": ("Ydernummeret skal være 6 cifre.", _CIFRE),
}
"""Message and remedy of the codes whose sentences are put together in a way that this script does not read."""

AREAS = {
    "Oplysninger": ("_struktur", "aendringer", "data", "domain"),
    "Regler": ("rules",),
    "Filer, PDF og kommandolinje": (
        "_filer",
        "batch",
        "cli",
        "rendering/pdf",
    ),
    "Levende dokumenter, der læses": ("packs/reading", "rendering/living"),
    "Pakker, skabeloner og dokumenter": ("packs", "rendering", "testing"),
}
"""Where each module's findings are listed: in the first area that has its name or the beginning of it."""

_HEAD = """# Fund og fejl

<!-- Skrevet af docs/sider/fund.py. Ret ikke her: kør python -m docs. -->

Alt, hvad biblioteket finder, har samme form: en *kode*, en meddelelse, hvad du gør ved det, og stedet. Koden er fast og til programmer (`finding.code`, `--json`); meddelelsen er til mennesker. `…` er det, der udfyldes,
når meddelelsen gives. En **fejl** standser, en **advarsel** og en **bemærkning** gør ikke.

De klasser, som fejl rejses med, og deres felter står i [API'et](api.md#findings-and-errors).
"""


@attrs.frozen
class Told:
    """What a place in the source tells.

    Args:
        code: The code.
        message: What the message can be; empty where it is made elsewhere.
        remedy: What the remedy can be.
        severity: How grave.
    """

    code: str
    message: tuple[str, ...] = ()
    remedy: tuple[str, ...] = ()
    severity: tuple[str, ...] = ("error",)


# What the source says ----------------------------------------------------------------------------------


def told() -> dict[str, list[Told]]:
    """List what each area tells."""
    found: dict[str, list[Told]] = {area: [] for area in AREAS}
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(SOURCES).with_suffix("").as_posix()
        area = next((area for area, names in AREAS.items() if _belongs(name, names)), None)
        of_module = list(_of_module(path))
        if of_module and area is None:
            raise LookupError(f"{name} has findings and no area")
        if area is not None:
            found[area] += of_module
    found["Pakker, skabeloner og dokumenter"] += [
        Told(kind.partition("/")[0], (_gaps(message),), (_gaps(remedy),), ("warning",))
        for kind, (message, remedy) in WORDS.items()
    ]
    return found


def _belongs(name: str, names: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith((f"{each}/", f"{each}_")) for each in names)


def _gaps(text: str) -> str:
    return re.sub(r"\{\d\}", "…", text)


def _of_module(path: Path) -> Iterator[Told]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree = _Named(tree).visit(tree)
    helpers = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    made = {name: made for name, node in helpers.items() if (made := _finding_of(node)) is not None}
    ready = {
        name: _texts(expression)
        for call in made.values()
        for name, expression in call.items()
        if name == "remedy"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, helpers, made, ready if _name(node) in helpers else {})
        elif isinstance(node, ast.Tuple):
            yield from _of_sentences(node.elts[:3], ready)


class _Named(ast.NodeTransformer):
    """Put the texts that a module or a function names in place of their names; more than one as an `if`."""

    def __init__(self, tree: ast.Module) -> None:
        """Begin with the names of the module."""
        self._constants = {
            name: value
            for name, (value, *_) in _assigned(tree.body).items()
            if isinstance(value, ast.Constant)
        }
        self._names: dict[str, ast.expr] = dict(self._constants)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Add the names of a function while in it."""
        outer = self._names
        own = {
            name: functools.reduce(_either, copy.deepcopy(told))
            for name, values in _assigned(ast.walk(node)).items()
            if (told := [value for value in values if _texts(value)])
        }
        self._names = {**outer, **own}
        self.generic_visit(node)
        self._names = outer
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
        """Within a sentence fill in the module's constants alone."""
        outer, self._names = self._names, dict(self._constants)
        self.generic_visit(node)
        self._names = outer
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Replace a name that is read."""
        return self._names.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """List what each name is set to."""
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            targets, values = [node.targets[0]], [node.value]
            if isinstance(targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                targets, values = targets[0].elts, node.value.elts
            for target, value in zip(targets, values, strict=False):
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(value)
    return found


def _either(one: ast.expr, other: ast.expr) -> ast.expr:
    return ast.IfExp(test=ast.Constant(value=True), body=one, orelse=other)


def _finding_of(helper: ast.FunctionDef) -> dict[str, ast.expr] | None:
    """Find the one finding that a helper makes, by field."""
    calls = [node for node in ast.walk(helper) if isinstance(node, ast.Call) and _name(node) == "Finding"]
    return (
        {keyword.arg: keyword.value for keyword in calls[0].keywords if keyword.arg}
        if len(calls) == 1
        else None
    )


def _of_call(
    node: ast.Call,
    helpers: dict[str, ast.FunctionDef],
    made: dict[str, dict[str, ast.expr]],
    ready: dict[str, tuple[str, ...]],
) -> Iterator[Told]:
    """Read a finding out of a call: of `Finding`, of a helper of the module, or of one that takes code and sentences."""
    name = _name(node)
    keywords = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    if name in made:
        parameters = [each.arg for each in helpers[name].args.args if each.arg != "self"]
        given = dict(zip(parameters, node.args, strict=False)) | keywords
        keywords = {
            field: given.get(value.id, value) if isinstance(value, ast.Name) else value
            for field, value in made[name].items()
        }
    if "code" in keywords:
        code = next(iter(_texts(keywords["code"])), "")
        if _KEBAB.fullmatch(code):
            fields = {
                name: _texts(keywords[name]) for name in ("message", "remedy", "severity") if name in keywords
            }
            yield Told(code, **{name: texts for name, texts in fields.items() if texts})
    else:
        yield from _of_sentences(node.args, ready)


def _of_sentences(parts: list[ast.expr], rest: dict[str, tuple[str, ...]]) -> Iterator[Told]:
    """Read a finding out of expressions: a code, then a sentence, perhaps then another."""
    texts = [_texts(part) for part in parts]
    first = next((n for n, text in enumerate(texts) if text and _KEBAB.fullmatch(text[0])), len(texts))
    told = [text for text in texts[first + 1 : first + 3] if text]
    if told and " " in told[0][0] and texts[first][0] not in _NO_CODES:
        yield Told(texts[first][0], message=told[0], **({"remedy": told[1]} if told[1:] else rest))


def _name(node: ast.Call) -> str:
    return str(getattr(node.func, "id", getattr(node.func, "attr", "")))


def _texts(node: ast.expr) -> tuple[str, ...]:  # noqa: PLR0911 - a kind a line
    """Give the texts that an expression can be, with … for what is filled in."""
    if isinstance(node, ast.Constant):
        return (node.value,) if isinstance(node.value, str) else ()
    if isinstance(node, ast.JoinedStr):
        return (re.sub("…+", "…", "".join(_filled(part) for part in node.values)),)
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    if isinstance(node, ast.Call) and _name(node) == "forslag":
        return (_FORSLAG,)
    if isinstance(node, ast.Call) and _name(node) == "get" and node.args[1:]:
        return _texts(node.args[1])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SHAPING:
        return _texts(node.func.value)
    if isinstance(node, ast.BinOp):
        return _texts(node.left)
    return ()


def _filled(part: ast.expr) -> str:
    """Give a part of a sentence: its words, the words that it can be, or … ."""
    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.IfExp):
        return "/".join(filter(None, _texts(part.value))) or "…"
    inner = part.value if isinstance(part, ast.FormattedValue) else part
    return str(inner.value) if isinstance(inner, ast.Constant) else "…"


# What the page says ------------------------------------------------------------------------------------


def page() -> str:
    """Write the page."""
    return "\n".join([_HEAD, *(line for area, found in told().items() for line in _section(area, found))])


def _section(area: str, found: list[Told]) -> Iterator[str]:
    yield f"## {area}\n\n| kode | art | årsag | hvad du gør |\n|---|---|---|---|"
    by_code: dict[str, list[Told]] = {}
    for each in found:
        by_code.setdefault(each.code, []).append(each)
    listed = area.startswith("Pakker")
    for code in sorted(by_code):
        yield f"| {' | '.join(_cell(cell) for cell in _row(code, by_code[code], listed=listed))} |"
    yield ""


def _row(code: str, found: list[Told], *, listed: bool) -> tuple[str, str, str, str]:
    arter = [text for art, text in _ARTER.items() if any(art in each.severity for each in found)]
    message, remedy = _BUILT.get(code, ("", ""))
    causes = [text for each in found for text in each.message] or [message]
    cures = [text for each in found for text in each.remedy if text.strip("…")] or [remedy]
    if listed and code in CODES:
        causes = [CODES[code]]
    if listed and code in _REMEDIES:
        cures = [_REMEDIES[code]]
    row = f"`{code}`", ", ".join(arter), _joined(causes), _joined(cures)
    if not all(row):
        raise LookupError(f"{code} has no {'cause' if not row[2] else 'cure'}")
    return row


def _joined(sentences: list[str]) -> str:
    return "<br>".join(dict.fromkeys(filter(None, sentences)))


def _cell(text: str) -> str:
    braced = re.sub(r"(\{\{.*?\}\}|\{%.*?%\})", r"`\1`", text)
    marked = braced.replace("|", r"\|").replace("*", r"\*").replace("<", "&lt;")
    return marked.replace("&lt;br>", "<br>")
