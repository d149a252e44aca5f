"""The Jinja environment: escaping on, a closed language, and missing facts that cannot pass unseen.

It also works outside our render, for instance in docxtpl: a missing fact that is used is then refused at once.
All that leans on Jinja's internals stands here and in `_branches`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import LoopContext

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.engine import _branches, _findings, _language, _missing, _tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from botilbudlaege.rendering.engine._fields import Controls

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnwritableError(ValueError):
    """A text with a character that XML cannot hold."""


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
        guarded = {name: _guarded(name, function) for name, function in filters.items()}
        self.filters: dict[str, Callable[..., Any]] = {**guarded, **_missing.FUNCTIONS}
        self.tests: dict[str, Any] = {"none": _is_none}
        self.globals: dict[str, Any] = {}
        self.draft = draft
        self._printers: dict[type, Callable[[Any], Any]] = {str: str, _missing.Xml: _as_it_is, **printers}

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
        tree = super()._parse(source, None, None)
        for const in tree.find_all(nodes.Const) if _tidy.holds_marks(source) else ():
            if isinstance(const.value, str):
                const.value = _tidy.marks(const.value)
        return tree

    def filler(
        self, tree: nodes.Template, controls: Controls | None = None
    ) -> Callable[[Mapping[str, Any]], str]:
        """Give the function that fills a tree.

        It prints as `from_string` does, but escapes for XML alone, which is faster. With `controls` its fields are
        content controls, and the mapping holds the render's own `Filling` as `CONTROLS`.
        """
        fast = self.overlay(autoescape=False, finalize=self._escaped)
        if controls is not None:
            controls.escaped = self._escaped
        code = fast.compile(_branches.rewrite(tree, draft=self.draft, controls=controls))
        template = jinja2.Template.from_code(fast, code, {}, None)
        root, new_context = template.root_render_func, template.new_context

        def fill(mapping: Mapping[str, Any]) -> str:
            return "".join(root(new_context(dict(mapping))))

        return fill

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        faults = list(_language.faults(tree, filters=self.filters))
        if faults:
            raise TemplateError(*(fault for _, fault in faults))
        return _branches.rewrite(tree, draft=self.draft)

    def _printed(self, value: Any) -> Any:
        printer = self._printers.get(type(value))
        if printer is not None:
            return printer(value)
        if isinstance(value, (Mangler, jinja2.Undefined)):
            return str(value)  # the one reports its use, the other raises and names the field
        raise TemplateError(_findings.NOT_PRINTABLE(type=type(value).__name__))

    def _escaped(self, value: Any) -> str:
        if type(value) is _missing.Xml:
            return value
        text = value if type(value) is str else self._printed(value)
        if not text.isprintable() and NOT_XML.search(text):
            raise UnwritableError
        if "&" in text or "<" in text or ">" in text:
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text


def _as_it_is(value: _missing.Xml) -> _missing.Xml:
    return value


def _is_none(value: object) -> bool:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises, and names the field
    return value is None or isinstance(value, Mangler)


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(value: Any, *args: Any) -> Any:
        if isinstance(value, Mangler):
            value.note()
            return _Noted(value)
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, and names the field
        try:
            return function(value, *args)
        except (TypeError, AttributeError, ValueError) as error:
            raise TemplateError(_findings.FILTER(filter=name, type=type(value).__name__)) from error

    return apply


class _Noted(Mangler):
    """A missing fact that went through a filter: its use is reported already."""

    __slots__ = ()

    def __init__(self, mangler: Mangler) -> None:
        super().__init__(mangler.path, mangler.label, lambda _: None)
