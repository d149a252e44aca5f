"""A template's part as a program: instructions that are plain data, and the function that is made of them.

The engine gives the instructions; what they can say is all that is here. The function is Python, written anew from the
instructions each time: of what they hold only constants and the names of fields reach it, and these as literals.

A statement is a list: `["text", xml]`, `["print", value]`, `["let", name, value]`, `["if", test, body, body]`,
`["for", name, value, body]`. A value is one too: `["const", value]`, `["field", name]`, `["get", value, name]`,
`["local", name]`, `["ask", name, property of a decision]`, `["loop", property]`, `["tuple", values]`,
`["compare", value, [[operator, value], ...]]`, `["and" or "or", value, value]`, `["not", value]`, `["none", value]`,
`["filter", name, value, values]`, `["call", function, values]`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from botilbudlaege import _code
from botilbudlaege.begreber import Mangler
from botilbudlaege.rendering.filling import _missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.rendering.filling._values import Values

Program = list[Any]
OPERATORS = {
    "eq": "==",
    "ne": "!=",
    "gt": ">",
    "gteq": ">=",
    "lt": "<",
    "lteq": "<=",
    "in": "in",
    "notin": "not in",
}
LOOP = {"index": "i{0}", "first": "(i{0} == 1)", "last": "(i{0} == n{0})", "length": "n{0}"}
_OWN = frozenset({"ask", "call"})
"""Values whose text is never a fact's: what a decision shows, and what is called gives XML."""
_INDENT = " "


class UnknownFieldError(LookupError):
    """A field that there is none of."""

    def __init__(self, name: str) -> None:
        """Keep its name."""
        super().__init__(name)
        self.name = name


class NotAProgramError(ValueError):
    """Instructions that are none."""


def filler(program: Program, values: Values) -> Callable[[Mapping[str, Any]], bytes]:
    """Make the function that fills a part, and gives it as UTF-8.

    Args:
        program: Its instructions.
        values: How values are printed, and the filters.

    Raises:
        NotAProgramError: There is something else among the instructions.
        SyntaxError: There is more in it, one inside the other, than Python takes.
    """
    writer = _Writer(values)
    head = (" out = []", " put = out.extend", " add = out.append")
    names: dict[str, Any] = {
        "field": _field,
        "get": _get,
        "escaped": values.escaped,
        "is_none": _is_none,
        "enumerate": enumerate,
        "tuple": tuple,
        "len": len,
    }
    lines = [*head, *writer.body(program, 1), ' return b"".join(out)']
    return _code.function("fill(seen)", lines, {**names, **writer.names})


class _Writer:
    """Write the function: one line a statement, and what is only printed in one."""

    def __init__(self, values: Values) -> None:
        self.names: dict[str, Any] = {}
        self._filters = values.filters
        self._variables: dict[str, str] = {}
        self._locals: dict[str, str] = {}
        self._loops: list[int] = []
        self._count = 0
        self._known: dict[tuple[str, ...], str] = {}
        """The names of what has surely been looked up before this point, by its path."""
        self._looked_up = 0

    def body(self, statements: Program, depth: int) -> Iterator[str]:
        """Write statements, each line indented by its depth."""
        printed: list[str] = []
        lines = []
        for statement in [*_list(statements), None]:
            if statement is not None and statement[0] in ("text", "print"):
                printed.append(self._printed(statement))
                continue
            if printed:
                lines.append(f"put(({', '.join(printed)}))" if len(printed) > 1 else f"add({printed[0]})")
                printed = []
            if statement is not None:
                lines += self._statement(statement)
        yield from (f"{_INDENT * depth}{line}" for line in lines or ["pass"])

    def _printed(self, statement: list[Any]) -> str:
        kind, what = _of(statement, 2)
        if kind == "print":
            written = self.value(what)
            is_own = what[0] in _OWN  # XML of our own making, which is not escaped
            return f"{written}.encode()" if is_own else f"escaped({written}).encode()"
        self.names[name := f"t{len(self.names)}"] = _str(what).encode()
        return name

    def _statement(self, statement: list[Any]) -> Iterator[str]:
        kind = statement[0]
        if kind == "let":
            _, name, value = _of(statement, 3)
            written = self.value(value)
            self._locals.setdefault(_str(name), f"l{len(self._locals)}")
            yield f"{self._locals[name]} = {written}"
        elif kind == "if":
            _, test, yes, no = _of(statement, 4)
            yield f"if {self.value(test)}:"
            yield from self._branch(yes)
            if no:
                yield "else:"
                yield from self._branch(no)
        elif kind == "for":
            yield from self._loop(*_of(statement, 4)[1:])
        else:
            raise NotAProgramError(kind)

    def _loop(self, name: Any, value: Any, body: Any) -> Iterator[str]:
        self._count += 1
        number = self._count
        yield f"r{number} = tuple({self.value(value)})"
        yield f"n{number} = len(r{number})"
        yield f"for i{number}, v{number} in enumerate(r{number}, 1):"
        around = dict(self._variables)
        self._variables[_str(name)] = f"v{number}"
        self._loops.append(number)
        yield from self._branch(body)
        self._loops.pop()
        self._variables = around

    def _branch(self, statements: Program) -> Iterator[str]:
        """Write statements that the function may not come by: what they look up is not known after them."""
        known = dict(self._known)
        yield from self.body(statements, 1)
        self._known = known

    def value(self, value: Any) -> str:  # noqa: C901, PLR0911, PLR0912 - a case a kind of value
        """Write a value."""
        if not isinstance(value, list) or not value:
            raise NotAProgramError
        match value:
            case ["const", (str() | int() | float() | None) as const] if _finite(const):
                return repr(const)
            case ["field", str() as name] if name in self._variables:
                return self._variables[name]
            case ["field", str() as name]:
                return self._kept(self._path(value), lambda: f"field(seen, {name!r})")
            case ["get", inner, str() as name]:
                return self._kept(self._path(value), lambda: f"get({self.value(inner)}, {name!r})")
            case ["local", str() as name] if name in self._locals:
                return self._locals[name]
            case ["ask", str() as name, str() as asked] if (
                name in self._locals and asked in _missing.DECISION
            ):
                return f"{self._locals[name]}.{asked}"
            case ["loop", str() as asked] if asked in LOOP and self._loops:
                return LOOP[asked].format(self._loops[-1])
            case ["tuple", list() as items]:
                return f"({''.join(f'{self.value(item)}, ' for item in items)})"
            case ["compare", first, list() as others]:
                return f"({self.value(first)}{self._operands(others)})"
            case ["and" | "or" as word, left, right]:
                return f"({self.value(left)} {word} {self._perhaps(lambda: self.value(right))})"
            case ["not", inner]:
                return f"(not {self.value(inner)})"
            case ["none", inner]:
                return f"is_none({self.value(inner)})"
            case ["filter", str() as name, inner, list() as given] if name in self._filters:
                return self._call("f", name, self._filters[name], [inner, *given])
            case ["call", str() as name, list() as given] if name in _missing.FUNCTIONS:
                return self._call("c", name, _missing.FUNCTIONS[name], given)
            case _:
                raise NotAProgramError(value[0])

    def _path(self, value: Any) -> tuple[str, ...] | None:
        """Give the names that lead to a value, from what the template sees or from an item of a loop."""
        match value:
            case ["field", str() as name]:
                return (self._variables.get(name, ""), name)
            case ["get", inner, str() as name]:
                path = self._path(inner)
                return None if path is None else (*path, name)
            case _:
                return None

    def _kept(self, path: tuple[str, ...] | None, write: Callable[[], str]) -> str:
        """Write a look-up; what it gives has a name, which is all that is written of it from then on."""
        if path is None:
            return write()
        if path not in self._known:
            written = write()
            self._looked_up += 1
            self._known[path] = f"k{self._looked_up}"
            return f"({self._known[path]} := {written})"
        return self._known[path]

    def _perhaps(self, write: Callable[[], str]) -> str:
        """Write what the function may not come by: what it looks up is not known after it."""
        known = dict(self._known)
        written = write()
        self._known = known
        return written

    def _operands(self, operands: list[Any]) -> str:
        """Write what a value is compared with; where there are several, all but the first may not be come by."""
        first, rest = operands[:1], operands[1:]
        written = "".join(map(self._operand, first))
        return written + self._perhaps(lambda: "".join(map(self._operand, rest)))

    def _operand(self, operand: Any) -> str:
        operator, value = _of(operand, 2)
        if operator not in OPERATORS:
            raise NotAProgramError(operator)
        return f" {OPERATORS[operator]} {self.value(value)}"

    def _call(self, kind: str, name: str, function: Callable[..., Any], given: list[Any]) -> str:
        if not name.isidentifier():
            raise NotAProgramError(name)
        self.names[f"{kind}_{name}"] = function
        return f"{kind}_{name}({', '.join(map(self.value, given))})"


def _of(instruction: Any, length: int) -> list[Any]:
    if not isinstance(instruction, list) or len(instruction) != length:
        raise NotAProgramError
    return instruction


def _list(statements: Any) -> list[Any]:
    if not isinstance(statements, list) or not all(isinstance(each, list) and each for each in statements):
        raise NotAProgramError
    return statements


def _str(name: Any) -> str:
    if not isinstance(name, str):
        raise NotAProgramError
    return name


def _finite(const: Any) -> bool:
    return not isinstance(const, float) or math.isfinite(const)


# What the function calls --------------------------------------------------------------------------------


def _field(seen: Mapping[str, Any], name: str) -> Any:
    try:
        return seen[name]
    except KeyError:
        raise UnknownFieldError(name) from None


def _get(value: Any, name: str) -> Any:
    """Look a field up in a mapping; no attribute of an object is reachable."""
    if type(value) is dict or isinstance(value, Mapping):
        try:
            return value[name]
        except KeyError:
            pass
    raise UnknownFieldError(name)


def _is_none(value: object) -> bool:
    return value is None or isinstance(value, Mangler)
