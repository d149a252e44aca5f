"""The preview: HTML that says what the document says and does nothing else, and a page as a picture."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Document, DocumentError, load, render
from botilbudlaege.errors import Finding
from botilbudlaege.rendering.pdf import _convert, _preview
from botilbudlaege.rendering.word import _package
from docs.templates.base import build, paragraph
from tests.builders import EXAMPLES, en_plan, et_botilbud
from tests.rendering.access.form_cases import link

if TYPE_CHECKING:
    from collections.abc import Callable

PROMPT = "[indsæt navn på botilbud]"
PNG = b"\x89PNG\r\n\x1a\n"
SIZE = slice(16, 24)  # width and height in a PNG's header


def shown(*paragraphs: str) -> str:
    """The HTML of a document of these paragraphs."""
    return _preview.html(build("".join(paragraphs), "Aftale"), text="")


def words(html: str) -> list[str]:
    """The words of some HTML."""
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", html)))


def a_pdf(pages: int) -> bytes:
    """A PDF with some empty pages."""
    kids = " ".join(f"{number} 0 R" for number in range(3, pages + 3))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 144]/Resources<<>>>>"] * pages
    body, offsets = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj{inner}endobj\n".encode()
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + tail.encode()


# HTML --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["aeblehaven", "opsigelse"])
def test_it_says_what_the_document_says(name: str) -> None:
    """All words of the body, in their order; the findings stand beneath."""
    document = render(load(EXAMPLES / f"{name}.toml"))
    shown, _, beneath = document._repr_html_()[1:].partition('<div lang="da">')

    assert words(f"<{shown}") == words(document.text)
    assert all(finding.message in beneath for finding in document.findings)


def test_it_is_danish_with_headings_below_the_title_and_header_cells() -> None:
    """One h1, h2 for Heading 1, a subtitle with a class, and a header row with its scope."""
    html = render(load(EXAMPLES / "aeblehaven.toml"))._repr_html_()

    assert html.startswith('<div lang="da"><h1>Samarbejdsplan mellem Æblehaven')
    assert html.endswith("</div>")
    assert html.count("<h1>") == 1
    assert "<h2>Opsigelse</h2>" in html
    assert '<p class="subtitle">' in html
    assert '<thead><tr><th scope="col"><p><strong>Forhold</strong></p></th>' in html
    assert "<ul><li>Medicinhåndtering</li>" in html


def test_headings_beyond_the_sixth_level_are_of_the_sixth() -> None:
    """HTML has no more; a heading is known by its style's name, as in a Danish Word."""
    custom = '<w:style w:type="paragraph" w:styleId="Overskrift7"><w:name w:val="heading 7"/></w:style>'
    parts = _package.read(build(paragraph("Syvende", "Overskrift7"), "Aftale"))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", f"{custom}</w:styles>".encode()
    )

    assert _preview.html(_package.write(parts), text="") == '<div lang="da"><h6>Syvende</h6></div>'


def test_what_is_to_be_filled_in_is_marked() -> None:
    """In a draft; a final has no mark."""
    plan = en_plan(botilbud=et_botilbud(navn=None))

    assert f"<mark>{PROMPT}</mark>" in render(plan, draft=True)._repr_html_()
    assert "<mark>" not in render(en_plan())._repr_html_()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<mark>a</mark>",
        '"><img src=x onerror=alert(1)>',
        "&lt;b&gt;",
        "a & b < c",
    ],
)
def test_text_that_looks_like_html_is_text(text: str) -> None:
    """It is shown as it was written."""
    html = shown(paragraph(text))

    assert unescape(html) == f'<div lang="da"><p>{text}</p></div>'
    assert not re.search(r"<(?:script|img|b|mark)", html)


def test_brackets_within_a_prompt_or_a_tag_leave_the_html_whole() -> None:
    """Only what the library writes is marked."""
    html = shown(paragraph("[indsæt <b>] og [indsæt [a]] og [indsat]"))

    assert "<mark>[indsæt [" not in html
    assert words(html) == ["indsæt", "b", "og", "indsæt", "a", "og", "indsat"]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ('<a href="https://example.dk/">a</a>', True),
        ('<a href="mailto:a@example.dk">a</a>', True),
        ('<a href="javascript:alert(1)">a</a>', False),
        ('<a href="data:text/html,a">a</a>', False),
        ('<a href=" DATA:text/html,a">a</a>', False),
        ('<a href="#note">a</a>', False),
        ('<a href="//example.dk/a">a</a>', False),
        ('<img src="data:image/png;base64,AAAA" alt="Et hus">', True),
        ('<img src="data:image/svg+xml;base64,AAAA" alt="Et hus">', False),
        ('<img src="https://example.dk/a.png" alt="Et hus">', False),
        ('<img src="/etc/passwd" alt="Et hus">', False),
    ],
)
def test_nothing_reaches_outside_but_links_to_pages_and_mail(source: str, *, kept: bool) -> None:
    """Pictures are those of the document."""
    cleaned = _preview.cleaned(f"<p>{source}</p>")

    assert ("href=" in cleaned or "src=" in cleaned) is kept


@pytest.mark.parametrize(
    "source",
    ["<script>a</script>", "<style>a</style>", "<iframe></iframe>", "<object></object>", "<!-- a -->"],
)
def test_what_is_not_on_the_list_is_taken_away(source: str) -> None:
    """With its attributes and its content where that is code."""
    assert _preview.cleaned(f'<p onclick="a()" style="b" id="c" class="d subtitle">{source}</p>') == (
        '<p class="subtitle"></p>'
    )


def test_a_prompt_in_an_attribute_is_left_alone() -> None:
    """A mark there would break the picture."""
    source = f'<img src="data:image/png;base64,AAAA" alt="a > {PROMPT}"><p>{PROMPT}</p>'

    assert _preview.marked(source) == source.replace(f"<p>{PROMPT}", f"<p><mark>{PROMPT}</mark>")


def test_a_link_of_the_document_is_a_link_only_where_it_leads_out() -> None:
    """A place in the document has none in a notebook, where ids of several documents would meet."""
    assert "<a" in shown(link("Formål"))
    assert "href" not in shown(link("Formål"))


@pytest.mark.parametrize("module", ["mammoth", "nh3"])
def test_it_is_plain_text_where_an_extra_is_missing(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    """Escaped, and with what is to be filled in marked."""
    monkeypatch.setitem(sys.modules, module, None)
    html = _preview.html(build(paragraph("a"), "Aftale"), text=f"<b> & {PROMPT}\nb")

    assert html == f'<div lang="da"><pre>&lt;b&gt; &amp; <mark>{PROMPT}</mark>\nb</pre></div>'


# Pictures ----------------------------------------------------------------------------------------------


@pytest.fixture
def pdf_of(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say what the conversion gives."""

    def give(made: bytes | Finding) -> None:
        monkeypatch.setattr(_convert, "convert", lambda documents: [made] * len(documents))

    return give


@pytest.fixture
def document() -> Document:
    """A document of no importance."""
    return Document(content=b"", findings=(), provenance={})


@pytest.mark.parametrize("page", [1, 3])
def test_a_page_is_a_picture_that_shows_itself(
    pdf_of: Callable[..., None], document: Document, page: int
) -> None:
    """As PNG, in the form of the page; its bytes are not printed."""
    pdf_of(a_pdf(3))
    picture = document.preview(page)

    assert picture.png.startswith(PNG)
    assert picture._repr_png_() == picture.png
    assert picture.png[SIZE] == bytes([0, 0, 0, 100, 0, 0, 0, 200])
    assert repr(picture) == "Billede()"


@pytest.mark.parametrize(
    ("pages", "page", "expected"),
    [
        (3, 4, "Side 4 findes ikke: dokumentet har 3 sider. Vælg en side fra 1 til 3."),
        (3, 0, "Side 0 findes ikke: dokumentet har 3 sider. Vælg en side fra 1 til 3."),
        (3, -1, "Side -1 findes ikke: dokumentet har 3 sider. Vælg en side fra 1 til 3."),
        (1, 2, "Side 2 findes ikke: dokumentet har 1 side. Vælg side 1."),
        (1, 1.0, "Sidens nummer er ikke et helt tal. Skriv det som et tal, fx page=1."),
        (1, True, "Sidens nummer er ikke et helt tal. Skriv det som et tal, fx page=1."),
    ],
)
def test_a_page_that_is_not_there_is_refused(pages: int, page: int, expected: str) -> None:
    """With how many there are."""
    with pytest.raises(DocumentError) as caught:
        _preview.picture(a_pdf(pages), page)

    assert str(caught.value) == expected


@pytest.mark.parametrize("program", ["pdfinfo", "pdftoppm"])
def test_a_missing_program_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Both are of one package."""
    which = _preview.shutil.which  # type: ignore[attr-defined]
    monkeypatch.setattr(_preview.shutil, "which", lambda name: None if name == program else which(name))  # type: ignore[attr-defined]
    with pytest.raises(
        DocumentError, match=rf"kræver programmet {program}, .* apt-get install poppler-utils"
    ):
        _preview.picture(a_pdf(1), 1)


def test_what_is_no_pdf_cannot_be_drawn() -> None:
    """Nor what takes too long."""
    with pytest.raises(DocumentError, match="Siden kan ikke vises som billede"):
        _preview.picture(b"a", 1)


def test_a_program_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that cannot be started."""

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("pdfinfo", 60)

    monkeypatch.setattr(_preview.subprocess, "run", hang)  # type: ignore[attr-defined]
    with pytest.raises(DocumentError, match="Siden kan ikke vises som billede"):
        _preview.picture(a_pdf(1), 1)


def test_why_there_is_no_pdf_is_said(pdf_of: Callable[..., None], document: Document) -> None:
    """The finding of the conversion is the error."""
    pdf_of(Finding(code="a", message="LibreOffice mangler."))
    with pytest.raises(DocumentError, match=r"LibreOffice mangler."):
        document.preview()


@pytest.mark.libreoffice
def test_a_page_of_a_real_document() -> None:
    """Drawn by LibreOffice."""
    assert render(load(EXAMPLES / "aeblehaven.toml")).preview(page=2).png.startswith(PNG)
