"""Word files with something in them that a file from outside may have: a part, a relationship, an element, a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.rendering.word import _known, _package
from tests.rendering.word.docx_builder import NS, p, parts, run

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFICE = _known.OFFICE
MICROSOFT = "http://schemas.microsoft.com/office"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OWN = "urn:dk:botilbudlaege:data:1"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
GIF = b"GIF89a\1\0\1\0\0\0\0;"
SETTINGS = "word/settings.xml"
SETTINGS_RELS = "word/_rels/settings.xml.rels"
FONTS = "word/fontTable.xml"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {SETTINGS: f"{_WML}.settings+xml", FONTS: f"{_WML}.fontTable+xml", "media": "image/gif"}
_DRAWING = (
    "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='a' descr='a'/><a:graphic>"
    "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>{}</a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></w:r>"
)
VML = "xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"


def relationship(kind: str, target: str, *, rid: str = "rId9", mode: str | None = None) -> str:
    """A relationship; of the office's own kind where the type is no address."""
    uri = kind if "://" in kind else f"{OFFICE}/{kind}"
    external = "" if mode is None else f' TargetMode="{mode}"'
    return f'<Relationship Id="{rid}" Type="{uri}" Target="{target}"{external}/>'


def link(target: str, *, mode: str | None = "External") -> tuple[str, str]:
    """A paragraph with a link, and its relationship."""
    body = f'<w:p><w:hyperlink r:id="rId9">{run("her")}</w:hyperlink></w:p>'
    return body, relationship("hyperlink", target, mode=mode)


def field(*codes: str, text: str = "her") -> str:
    """A paragraph with a field whose code stands in as many runs as are given; one that begins with < is XML."""
    inner = "".join(code if code.startswith("<") else code_run(code) for code in codes)
    return f"<w:p>{mark('begin')}{inner}{mark('separate')}{run(text)}{mark('end')}</w:p>"


def code_run(code: str, name: str = "instrText") -> str:
    """A run with a piece of a field's code."""
    return f'<w:r><w:{name} xml:space="preserve">{code}</w:{name}></w:r>'


def mark(kind: str) -> str:
    """The mark that begins, separates or ends a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def drawing(inner: str) -> str:
    """A paragraph with a drawing."""
    return f"<w:p>{_DRAWING.format(inner)}</w:p>"


def shape(inner: str) -> str:
    """A paragraph with an old drawing."""
    return f"<w:p><w:r><w:pict {VML}>{inner}</w:pict></w:r></w:p>"


def outside(
    body: str = "",
    *rels: str,
    of: str = _package.DOCUMENT_RELS,
    settings: str = "",
    more: Mapping[str, bytes] | None = None,
    types: str = "",
) -> dict[str, bytes]:
    """A small docx with this in its body, these relationships, and these parts beside its own.

    Args:
        body: What stands before its one paragraph.
        rels: The relationships.
        of: The part that has them.
        settings: What stands in its settings; without any it has none.
        more: Further parts.
        types: Further content types.
    """
    made = parts(body + p("Kære {{ navn }}"))
    if settings:
        _package.relate(made, _package.DOCUMENT_RELS, f"{OFFICE}/settings", "settings.xml")
        _package.declare(made, SETTINGS, _TYPES[SETTINGS])
        made[SETTINGS] = f"<w:settings {NS}>{settings}</w:settings>".encode()
    made |= more or {}
    old = made.get(of, f'<Relationships xmlns="{_package.NS_RELS}"></Relationships>'.encode())
    made[of] = old.replace(b"</Relationships>", "".join(rels).encode() + b"</Relationships>")
    held = f'<Default Extension="gif" ContentType="image/gif"/>{types}</Types>'
    made[_package.CONTENT_TYPES] = made[_package.CONTENT_TYPES].replace(b"</Types>", held.encode())
    return made


MEDIA = {"word/media/a.gif": GIF}
PICTURE = relationship("image", "media/a.gif")
BLIP = '<a:blip r:{}="rId9"/>'
