"""The Jinja environment: escaping on, a closed set of filters, and missing facts that cannot pass unseen.

It also works outside our render, for instance in docxtpl: a missing fact that is used is then refused at once.
All that leans on Jinja's internals stands here and in `_branches`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import nodes

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import Finding, TemplateError
from botilbudlaege.rendering import _branches, _missing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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
        self.filters = {name: _guarded(name, function) for name, function in filters.items()}
        self.tests = {"none": _is_none}
        self.globals = {}
        self.draft = draft
        self._printers: dict[type, Callable[[Any], Any]] = {str: str, _branches.Xml: _as_it_is, **printers}
        # Called by the nodes that `_branches` adds; not reachable from a template.
        self.enter_section = _section
        self.position = _missing.position
        self.decide = _branches.decide
        self.ask_loop = _branches.ask_loop

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _branches.rewrite(super()._parse(source, name, filename), draft=self.draft)

    def _printed(self, value: Any) -> Any:
        if isinstance(value, Mangler):
            return str(value)
        if isinstance(value, jinja2.Undefined):
            return str(value)  # raises UndefinedError, which names the field
        try:
            printer = self._printers[type(value)]
        except KeyError:
            raise TemplateError(
                Finding(
                    code="not-printable",
                    message=f"Et felt af typen {type(value).__name__} kan ikke skrives, som det er.",
                    remedy="Skriv et af dets felter, eller brug en løkke eller filteret opremsning.",
                )
            ) from None
        return printer(value)


def _as_it_is(value: _branches.Xml) -> _branches.Xml:
    return value


def _section(heading: str) -> str:
    _missing.enter_section(heading)
    return ""


def _is_none(value: object) -> bool:
    return value is None or isinstance(value, Mangler)


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(value: Any, *args: Any) -> Any:
        if isinstance(value, Mangler):
            value.note()
            return _Noted(value)
        try:
            return function(value, *args)
        except (TypeError, AttributeError, ValueError) as error:
            raise TemplateError(
                Finding(
                    code="filter",
                    message=f"Filteret {name} kan ikke bruges på et felt af typen {type(value).__name__}.",
                    remedy="Fjern filteret, eller brug det på et andet felt.",
                )
            ) from error

    return apply


class _Noted(Mangler):
    """A missing fact that went through a filter: its use is reported already."""

    __slots__ = ()

    def __init__(self, mangler: Mangler) -> None:
        super().__init__(mangler.path, mangler.label, lambda _: None)
