"""`problem`: any error as an answer over HTTP (RFC 9457), with what the caller can mend told apart from what the server must."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege._arguments import FLAG, one, takes
from botilbudlaege.errors import (
    BotilbudlaegeError,
    MissingInformation,
    PackError,
    TemplateError,
)

if TYPE_CHECKING:
    from botilbudlaege.errors import Finding

_CALLER, _SERVER = 422, 500
_OF_THE_MACHINE = frozenset(
    {
        *("cannot-write", "file-exists", "folder-in-use", "no-folder", "missing-extra", "missing-program"),
        *("pdf-crashed", "pdf-failed", "pdf-timeout", "picture-failed"),
    }
)
"""The codes of what is wrong with the machine, in whatever error they come."""
_FACT = re.compile(r"[a-zæøå_][a-zæøå0-9_]*(?:\[\d+\]|\.[a-zæøå_][a-zæøå0-9_]*)*")


@takes(error=one(BaseException, hvad="en fejl", angiv="den fejl, der blev fanget"), callers_pack=FLAG)
def problem(error: BaseException, *, callers_pack: bool = False) -> dict[str, Any]:
    """Give the problem details (RFC 9457) of any error, as plain data for JSON.

    Status 422 is for what the caller can mend: facts, dates, a document that was sent. Status 500 is for a fault of a pack, of
    the machine, or of the program; of the last nothing is told but that it happened, since its text may hold anything.

    Args:
        error: The error; the library's own have findings, and all of them are told.
        callers_pack: Whether the caller named or sent the pack, the template or the clauses; then what is wrong with them is
            the caller's to mend, also that there is no pack of that name.

    Returns:
        `type`, `title`, `status` and `detail`, and `findings` with a table for each: what a `Finding` has, and where its path
        is one in the facts a JSON Pointer to the field (`pointer`), by which a form can mark it. It holds no facts.

    >>> from botilbudlaege import Botilbud, DataError, structure
    >>> try:
    ...     structure({"navn": "Birkelund", "antal_beboere": "18"}, Botilbud)
    ... except DataError as error:
    ...     told = problem(error)
    >>> told["status"], told["title"], told["findings"][0]["pointer"]
    (422, 'Oplysningerne kan ikke bruges', '#/antal_beboere')
    >>> from botilbudlaege import PackError, packs
    >>> try:
    ...     packs.load("midtjyland")
    ... except PackError as error:
    ...     problem(error)["status"], problem(error, callers_pack=True)["status"]
    (500, 422)
    """
    findings = error.findings if isinstance(error, BotilbudlaegeError) else ()
    title, status = _title(error, findings, callers_pack=callers_pack)
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": "\n".join(map(str, findings)),
        "findings": [_told(finding) for finding in findings],
    }


def _title(error: BaseException, findings: tuple[Finding, ...], *, callers_pack: bool) -> tuple[str, int]:
    if not isinstance(error, BotilbudlaegeError):
        return "Der er sket en fejl i programmet", _SERVER
    is_of_pack = isinstance(error, (PackError, TemplateError))
    if is_of_pack and not callers_pack:
        return "Der er en fejl i skabelonpakken", _SERVER
    if any(finding.code in _OF_THE_MACHINE for finding in findings):
        return "Serveren kan ikke lave dokumentet", _SERVER
    if is_of_pack:
        return "Skabelonpakken kan ikke bruges", _CALLER
    if isinstance(error, MissingInformation):
        return "Oplysningerne mangler noget", _CALLER
    return "Oplysningerne kan ikke bruges", _CALLER


def _told(finding: Finding) -> dict[str, str]:
    told: dict[str, str] = attrs.asdict(finding)
    if _FACT.fullmatch(finding.path):
        told["pointer"] = "#/" + re.sub(r"[.\[]", "/", finding.path).replace("]", "")
    return told
