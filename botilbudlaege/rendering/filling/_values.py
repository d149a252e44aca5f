"""The values of a template's tags: how each is printed in Word's XML, and the filters that it can go through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from botilbudlaege.begreber import Mangler
from botilbudlaege.errors import TemplateError
from botilbudlaege.rendering.filling import _findings
from botilbudlaege.rendering.filling._missing import Xml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnwritableError(ValueError):
    """A text with a character that XML cannot hold."""


class Values:
    """What values are to a template.

    Args:
        filters: The filters by name; on a missing fact they report its use and pass it on.
        printers: How a value of each type is printed; a value of another type is a fault of the template.
    """

    def __init__(
        self, *, filters: Mapping[str, Callable[..., Any]], printers: Mapping[type, Callable[[Any], str]]
    ) -> None:
        """Guard the filters; a text, and XML of our own, is printed as it is."""
        self.filters: dict[str, Callable[..., Any]] = {
            name: _guarded(name, function) for name, function in filters.items()
        }
        self._printers: dict[type, Callable[[Any], Any]] = {str: str, Xml: _as_it_is, **printers}

    def printed(self, value: Any) -> Any:
        """Give the text of a value; of a missing fact its prompt, and its use is reported.

        Raises:
            TemplateError: There is no way to print it.
        """
        printer = self._printers.get(type(value))
        if printer is not None:
            return printer(value)
        if isinstance(value, Mangler):
            return str(value)
        raise TemplateError(_findings.NOT_PRINTABLE(type=type(value).__name__))

    def escaped(self, value: Any) -> str:
        """Give the text of a value as XML.

        Raises:
            UnwritableError: It has a character that XML cannot hold.
        """
        if type(value) is Xml:
            return value
        text: str = value if type(value) is str else self.printed(value)
        if not text.isprintable() and NOT_XML.search(text):
            raise UnwritableError
        if "&" in text or "<" in text or ">" in text:
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text


def _as_it_is(value: Xml) -> Xml:
    return value


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(value: Any, *args: Any) -> Any:
        if isinstance(value, Mangler):
            value.note()
            return _Noted(value)
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
