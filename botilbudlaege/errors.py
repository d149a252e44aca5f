"""Findings, and the errors that carry them.

Every fault, remark and edit that the library reports has one shape, `Finding`, and every exception it raises
on purpose is a `BotilbudlaegeError` that carries all findings of the input, never the first alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from botilbudlaege._escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "remark"]
_ALVOR: dict[Severity, str] = {"error": "Fejl", "warning": "Advarsel", "remark": "Bemærkning"}
_NONE = "Intet at bemærke."


@attrs.frozen(kw_only=True)
class Finding:
    """One fault, warning or remark: what is the matter, where, and what to do.

    Messages and remedies are Danish, for the person who reads them.
    Control characters and others that cannot be seen are escaped, wherever they come from.
    They hold paths, numbers, dates and codes, never names, free text or identification numbers.

    Args:
        code: Stable name of the kind of finding, for programs.
        severity: `error` stops the work, `warning` and `remark` do not.
        message: What is the matter, in Danish.
        remedy: What to do about it, in Danish.
        path: The field, as in the data file: `botilbud.antal_beboere`.
        place: The file, document or clause, and where in it.

    Raises:
        DataError: One of them is no text, or the severity is none.

    >>> print(Finding(code="x", message="Feltet er tomt.", remedy="Udfyld det.", path="navn", place="a.toml"))
    a.toml: navn: Feltet er tomt. Udfyld det.
    """

    code: str
    severity: Severity = "error"
    message: str = attrs.field(converter=escaped)
    remedy: str = attrs.field(default="", converter=escaped)
    path: str = attrs.field(default="", converter=escaped)
    place: str = attrs.field(default="", converter=escaped)

    def __attrs_pre_init__(
        self,
        *,
        code: object,
        message: object,
        severity: object = "error",
        remedy: object = "",
        path: object = "",
        place: object = "",
    ) -> None:
        """Hold what it is made of to its types, as `_arguments` does, which stands on this module."""
        texts = {"code": code, "message": message, "remedy": remedy, "path": path, "place": place}
        wrong = [
            _wrong(name, "tekst", "en tekst (str)")
            for name, value in texts.items()
            if not isinstance(value, str)
        ]
        if not isinstance(severity, str) or severity not in _ALVOR:
            wrong.append(_wrong("severity", "en alvor", "error, warning eller remark"))
        if wrong:
            raise DataError(*wrong)

    @property
    def alvor(self) -> str:
        """The severity, in Danish."""
        return _ALVOR[self.severity]

    def __str__(self) -> str:
        """Place, path, message and remedy, on one line."""
        text = " ".join(part for part in (self.message, self.remedy) if part)
        return ": ".join(part for part in (self.place, self.path, text) if part)

    def _repr_html_(self) -> str:
        """Show the finding in a notebook."""
        return Findings([self])._repr_html_()


def _wrong(name: str, hvad: str, angiv: str) -> Finding:
    """Say of one thing that a finding is made of what it is to be."""
    message = f"Her skal stå {hvad}, men der står noget andet."
    return Finding(code="wrong-type", message=message, remedy=f"Angiv {angiv}.", path=name, place="Finding")


class Findings(tuple[Finding, ...]):
    """Findings that show themselves: a table in a notebook, a line each when printed.

    >>> print(Findings([Finding(code="x", message="Feltet er tomt.", path="navn")]))
    Fejl: navn: Feltet er tomt.
    >>> print(Findings())
    Intet at bemærke.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """One finding a line."""
        return "\n".join(f"{finding.alvor}: {finding}" for finding in self) or _NONE

    def _repr_html_(self) -> str:
        """Show the findings in a notebook."""
        from botilbudlaege import _html  # noqa: PLC0415 - only a notebook needs it

        if not self:
            return _html.section(_html.paragraph(_NONE))
        rows = [
            (
                finding.alvor,
                ": ".join(part for part in (finding.place, finding.path) if part),
                finding.message,
                finding.remedy,
            )
            for finding in self
        ]
        return _html.section(_html.table(("Alvor", "Sted", "Hvad", "Gør sådan"), rows))


class BotilbudlaegeError(Exception):
    """Root of every error that this library raises on purpose.

    Args:
        findings: Everything that is wrong, in the order in which a reader meets it.
    """

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings as arguments, so that the error survives pickling."""
        super().__init__(*findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, each with message, remedy and address."""
        return self.args

    def __str__(self) -> str:
        """One finding a line."""
        return "\n".join(str(finding) for finding in self.findings)


class DataError(BotilbudlaegeError, ValueError):
    """Facts that cannot be right: a wrong type, an impossible value, an unknown key, an unreadable file."""


class MissingInformation(BotilbudlaegeError, LookupError):
    """Facts that the work asked for needs and that nobody has given."""


class OutsideValidity(BotilbudlaegeError, ValueError):
    """A date on which the rule asked for did not exist."""


class DocumentError(BotilbudlaegeError, ValueError):
    """A Word file that is not what it should be, or a document that cannot be saved where it was asked to."""


class TemplateError(DocumentError):
    """A template or clause that cannot become a document."""


class PackError(BotilbudlaegeError, ValueError):
    """A template pack that does not exist or cannot be read."""


def within(findings: Iterable[Finding], key: str = "", *, place: str | None = None) -> tuple[Finding, ...]:
    """Give findings a longer address: `key` in front of each path, and `place` where none is set.

    >>> [inner.path for inner in within([Finding(code="x", message="", path="navn")], "botilbud")]
    ['botilbud.navn']
    """
    return tuple(
        attrs.evolve(finding, path=_join(key, finding.path), place=finding.place or place or "")
        for finding in findings
    )


def _join(key: str, path: str) -> str:
    if not key or not path or path.startswith("["):
        return key + path
    return f"{key}.{path}"
