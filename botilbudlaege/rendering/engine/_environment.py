"""The Jinja environment: escaping on, a closed language, and missing facts that cannot pass unseen.

It also works outside our render, for instance in docxtpl: a missing fact that is used is then refused at once.
All that leans on Jinja's internals stands here, in `_branches` and in `_instructions`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import LoopContext

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine import _branches, _instructions, _language, _tidy, _tree
from botilbudlaege.rendering.filling import _missing, _program
from botilbudlaege.rendering.filling._values import Values

if TYPE_CHECKING:
    from collections.abc import Callable


_TAGS = 2048  # that are read and kept


class Environment(jinja2.Environment):
    """Run a template's tags.

    Args:
        filters: The filters by name; on a missing fact they report its use and pass it on.
        printers: How a value of each type is printed; a value of another type is a fault of the template.
        draft: Whether an `if` on a missing fact shows a prompt and every branch.
    """

    def __init__(
        self,
        *,
        filters: Mapping[str, Callable[..., Any]],
        printers: Mapping[type, Callable[[Any], str]],
        draft: bool = False,
    ) -> None:
        """Close the language: nothing is left of Jinja's own filters, tests and globals but `none`."""
        super().__init__(autoescape=True, undefined=jinja2.StrictUndefined, finalize=self._printed)
        self.values: Values = Values(filters=filters, printers=printers)
        guarded = {name: _known(function) for name, function in self.values.filters.items()}
        self.filters: dict[str, Callable[..., Any]] = {**guarded, **_FUNCTIONS}
        self.tests: dict[str, Any] = {"none": _is_none}
        self.globals: dict[str, Any] = {}
        self.draft = draft

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look a field up: in a mapping, or one of a loop's four; no attribute of an object is reachable."""
        if type(obj) is dict or isinstance(obj, Mapping):
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, _missing.Decision) or (
            isinstance(obj, LoopContext) and attribute in _language.LOOP
        ):
            return getattr(obj, attribute)
        if isinstance(obj, jinja2.Undefined):
            str(obj)  # raises, and names the field
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Refuse: the language has no subscripts."""
        return self.undefined(obj=obj, name=str(argument))

    def tree(self, source: str) -> nodes.Template:
        """Parse a source without holding it to the language; literals get their quotation marks back."""
        try:
            return _tree.tree(source, self, _tag)
        except (_tree.OddError, jinja2.TemplateSyntaxError):
            return self._parsed(source)

    def _parsed(self, source: str) -> nodes.Template:
        return _with_marks(super()._parse(source, None, None), source)

    def filler(self, tree: nodes.Template) -> Callable[[Mapping[str, Any]], bytes]:
        """Give the function that fills a tree: it prints as `from_string` does, but escapes for XML alone."""
        return _program.filler(_instructions.program(tree, draft=self.draft), self.values)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        faults = list(_language.faults(tree, filters=self.filters))
        if faults:
            raise TemplateError(*(fault for _, fault in faults))
        return _branches.rewrite(tree, draft=self.draft)

    def _printed(self, value: Any) -> Any:
        if isinstance(value, jinja2.Undefined):
            return str(value)  # raises, and names the field
        return self.values.printed(value)


def _with_marks(tree: nodes.Template, source: str) -> nodes.Template:
    for const in tree.find_all(nodes.Const) if _tidy.holds_marks(source) else ():
        if isinstance(const.value, str):
            const.value = _tidy.marks(const.value)
    return tree


_READER = jinja2.Environment(autoescape=True)


@functools.lru_cache(maxsize=_TAGS)
def _tag(source: str) -> nodes.Template:
    """Read a tag, which is the same in all environments: what its filters are is seen later."""
    return _with_marks(_READER._parse(source, None, None), source)  # noqa: SLF001 - Jinja's own `parse` tells faults otherwise


def _is_none(value: object) -> bool:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises, and names the field
    return value is None or isinstance(value, Mangler)


def _known(function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(value: Any, *args: Any) -> Any:
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, and names the field
        return function(value, *args)

    return apply


def _called(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function as a filter: on a value that does not matter, and on fields that are there."""

    def apply(_: Any, *args: Any) -> Any:
        for each in args:
            if isinstance(each, jinja2.Undefined):
                str(each)  # raises, and names the field
        return function(*args)

    return apply


_FUNCTIONS = {f"_{name}": _called(function) for name, function in _missing.FUNCTIONS.items()}
"""What the nodes of `_branches` call; no template can name them, since the language has no name that begins with _."""


@functools.cache
def without_filters() -> Environment:
    """Give the environment of templates that bring none of their own: text and numbers, no filters."""
    return Environment(filters={}, printers={int: str, float: str})
