"""The last witness: pages of a document read back, held against those of a document made of what was read.

It knows no list of what may hide or change a text; what is printed is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.errors import BotilbudlaegeError, DocumentError, Finding, MissingInformation
from botilbudlaege.packs import _render
from botilbudlaege.packs.reading import _findings
from botilbudlaege.rendering.pdf import _beside, _convert
from botilbudlaege.rendering.pdf._preview import Billede

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs.reading._source import Source
    from botilbudlaege.rendering.pdf._beside import Difference

_MOST = 20
_KINDS = {
    "changed": _findings.LOOKS_CHANGED,
    "deleted": _findings.LOOKS_DELETED,
    "added": _findings.LOOKS_ADDED,
}


def compared(
    content: bytes, source: Source, subject: Fakta | None
) -> tuple[list[Finding], Mapping[int, Billede]]:
    """Compare the pages of a document with those of one made of the facts that it says.

    Returns:
        A finding for each place where they differ beyond a shift of lines, and a picture of each page with one.

    Raises:
        DocumentError: LibreOffice, poppler or an extra is not installed, or a document cannot be printed.
    """
    fresh = None if subject is None else _made(source, subject)
    if fresh is None:
        return [_findings.PICTURES_NOT_COMPARED()], {}
    _beside.missing()
    if (fault := _convert.missing()) is not None:
        raise DocumentError(fault)
    made, shown = _convert.convert([fresh, content])
    if isinstance(made, Finding) or isinstance(shown, Finding):
        return [each for each in (shown, made) if isinstance(each, Finding)][:1], {}
    differences, pictures = _beside.differences(made, shown)
    return list(_told(differences)), {page: Billede(png) for page, png in pictures.items()}


def _made(source: Source, subject: Fakta) -> bytes | None:
    """Make the document of a subject; as a draft where a final lacks something."""
    if source.pack is None:
        return None
    for draft in dict.fromkeys((source.draft, True)):
        try:
            made = _render.render(subject, str(source.kind), pack=source.pack, draft=draft, living=True)
        except MissingInformation:
            continue
        except BotilbudlaegeError:
            return None
        return made.content
    return None


def _told(differences: Sequence[Difference]) -> Iterator[Finding]:
    for each in differences[:_MOST]:
        yield _KINDS[each.kind](place=f"side {each.page}, {_centimetres(each.top)} cm fra oven")
    if len(differences) > _MOST:
        yield _findings.LOOKS_TOO_DIFFERENT(antal=len(differences))


def _centimetres(length: float) -> str:
    return f"{length:.1f}".replace(".", ",")
