"""The preview of a document, to look at before it is sent: as HTML for a notebook, and a page of its PDF as a picture."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.pdf import _findings
from botilbudlaege.rendering.word import _package, _refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

_DPI, _DPI_OF_ALL = "100", "96"
_TIMEOUT = 60
_PNG = b"\x89PNG"
_TAG_OR_PROMPT = re.compile(r'<(?:[^<>"]|"[^"]*")*>|(\[indsæt [^\[\]<>]*\])')
_PAGES = re.compile(rb"^Pages:\s+(\d+)", re.MULTILINE)
_DEEPEST = 6  # HTML has no further level of headings; Word has nine
_LEVELS = [(level, min(level + 1, _DEEPEST)) for level in range(1, 10)]
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p.subtitle:fresh",
        *(f"p[style-name='heading {level}'] => h{shown}:fresh" for level, shown in _LEVELS),
    ]
)
_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "strong", "em", "s", "sup", "sub"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]*")


@attrs.frozen
class Billede:
    """A picture that shows itself in a notebook.

    Args:
        png: The picture.
    """

    png: bytes = attrs.field(repr=False)

    def _repr_png_(self) -> bytes:
        """Give the picture to a notebook."""
        return self.png


# HTML --------------------------------------------------------------------------------------------------


def html(content: bytes, *, text: str) -> str:
    """Show a docx as HTML, with what is to be filled in marked; without letterhead and page numbers.

    Args:
        content: The docx.
        text: Its text, which is shown where mammoth or nh3 is not installed, and for a docx that is refused.
    """
    try:
        shown = cleaned(_convert(_package.write(_refusals.open_template(content))))
    except (ImportError, DocumentError):
        shown = f"<pre>{escape(text)}</pre>"
    return f'<div lang="da">{marked(shown)}</div>'


def _convert(content: bytes) -> str:
    import mammoth  # noqa: PLC0415 - an extra

    made = mammoth.convert_to_html(io.BytesIO(content), style_map=_STYLES)
    return str(made.value)


def cleaned(shown: str) -> str:
    """Keep what is on the list, and nothing that reaches outside but links to pages and mail."""
    import nh3  # noqa: PLC0415 - an extra

    return nh3.clean(
        shown,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        allowed_classes={"p": {"subtitle"}},
        set_tag_attribute_values={"th": {"scope": "col"}},
        url_schemes={"http", "https", "mailto", "data"},
        url_relative="deny",
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Let pictures be those of the document, and links not be data."""
    if attribute == "src":
        return value if _PICTURE.fullmatch(value) else None
    is_data = attribute == "href" and value.strip().lower().startswith("data:")
    return None if is_data and tag == "a" else value


def marked(shown: str) -> str:
    """Mark what is to be filled in, in the text of HTML and not in its tags."""
    return _TAG_OR_PROMPT.sub(
        lambda found: f"<mark>{found[1]}</mark>" if found[1] else found[0],
        shown,
    )


# A picture ---------------------------------------------------------------------------------------------


def picture(pdf: bytes, page: int) -> bytes:
    """Draw a page of a PDF, as PNG.

    Args:
        pdf: The PDF.
        page: The page, from 1.

    Raises:
        DocumentError: pdftoppm is not installed, the page does not exist, or it cannot be drawn.
    """
    if type(page) is not int:
        raise DocumentError(_findings.PAGE_NUMBER())
    found = _PAGES.search(_run("pdfinfo", (), pdf))
    pages = int(found[1]) if found else 0
    if found and not 1 <= page <= pages:
        only = pages == 1
        raise DocumentError(
            _findings.ONE_PAGE(side=page) if only else _findings.NO_PAGE(side=page, sider=pages)
        )
    drawn = _run("pdftoppm", ("-png", "-r", _DPI, "-f", str(page), "-l", str(page)), pdf)
    if not drawn.startswith(_PNG):
        raise DocumentError(_findings.PICTURE_FAILED())
    return drawn


def pictures(pdf: bytes) -> tuple[bytes, ...]:
    """Draw all pages of a PDF, as PNG.

    Raises:
        DocumentError: pdftoppm is not installed, or a page cannot be drawn.
    """
    with tempfile.TemporaryDirectory() as folder:
        _run("pdftoppm", ("-png", "-r", _DPI_OF_ALL), pdf, f"{folder}/side")
        drawn = tuple(path.read_bytes() for path in sorted(Path(folder).glob("*.png")))
    if not drawn:
        raise DocumentError(_findings.PICTURE_FAILED())
    return drawn


def _run(program: str, options: Sequence[str], pdf: bytes, *after: str) -> bytes:
    """Give what a program of poppler writes when it reads a PDF; nothing where it fails."""
    path = shutil.which(program)
    if path is None:
        raise DocumentError(_findings.NO_POPPLER(program=program))
    try:
        command = [path, *options, "-", *after]
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_TIMEOUT, check=False)  # noqa: S603 - the program is found on PATH, and the options are ours
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout
