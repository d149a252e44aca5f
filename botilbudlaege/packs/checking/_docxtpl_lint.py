"""docxtpl's own traps, found by docxtpl-lint and said in Danish.

They are asked for where a tag is wrong, beside what is wrong with it: a template whose tags the engine has compiled, and
which fit the facts, has none of them. What each is, and that it is refused, stands in tests/packs/checking/test_docxtpl_lint.py.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from botilbudlaege import _cache
from botilbudlaege.packs.checking import _findings
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.templates._template import PackTemplate

TRAPS = {
    "DTL001": "en mærkning lukkes ikke",
    "DTL002": "en mærkning går over flere afsnit",
    "DTL003": "en mærkning står i en sletning, som ikke er godkendt",
    "DTL101": "en {% if %} eller {% for %} lukkes ikke",
    "DTL102": "en mærkning lukker noget, der ikke er åbnet",
    "DTL103": "en mærkning kan ikke læses",
    "DTL104": "filteret findes ikke",
    "DTL105": "prøven findes ikke",
    "DTL106": "navnet findes kun inde i sin løkke",
    "DTL201": "der står % eller } inde i en {%p %} eller {%tr %}",
    "DTL202": "der er et mellemrum foran p eller tr; skriv {%p eller {%tr",
    "DTL203": "en {%tr %} står uden for en tabel",
    "DTL204": "begyndelse og slutning er ikke begge med eller begge uden p eller tr",
    "DTL205": "en {%tr %} går over to tabeller",
    "DTL206": "en {%tr %} begynder og slutter i samme række",
    "DTL207": "en {%tc %} går ud over sin række",
    "DTL208": "mærkningen hører til i en tabelcelle",
    "DTL209": "det, der står ved siden af en {%p %} eller {%tr %}, går tabt",
    "DTL210": "en {%p %} begynder og slutter i samme afsnit",
}
_TAGS_TRIED = 50


def installed() -> bool:
    """Tell whether docxtpl-lint is there."""
    return find_spec("docxtpl_lint") is not None


def stamp() -> str:
    """Say which docxtpl-lint there is; nothing where there is none."""
    return _cache.stamp("docxtpl_lint") if installed() else ""


def faults(template: PackTemplate, known: set[str], *, sound: bool) -> Iterator[Finding]:
    """List the traps in a template.

    Args:
        template: The template, with its clauses in place.
        known: The places where a fault has been found already.
        sound: Whether its tags are compiled and fit the facts.
    """
    if not installed():
        yield _findings.NO_DOCXTPL_LINT()
        return
    if sound:
        return
    import docxtpl_lint  # noqa: PLC0415 - an extra, needed only here

    unpacked = _package.write(template.parts, packed=False)
    for issue in docxtpl_lint.lint(unpacked, jinja_env=template.environment).issues:
        part = "word/document.xml" if issue.location.part == "body" else f"word/{issue.location.part}.xml"
        if issue.rule not in TRAPS or part not in template.parts:
            continue
        number = issue.location.paragraph - 1
        places = [template.where(part, number, tag) for tag in range(-1, _TAGS_TRIED)]
        if known.isdisjoint(places):
            yield _findings.DOCXTPL(
                place=template.where(part, number, 0) if part == _package.DOCUMENT else places[0],
                faelde=TRAPS[issue.rule],
                regel=issue.rule,
            )
