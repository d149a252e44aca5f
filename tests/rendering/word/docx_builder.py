"""A small docx around a body, for tests of the engine."""

from __future__ import annotations

import io
import zipfile

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def parts(body: str, *, header: str = "", footer: str = "") -> dict[str, bytes]:
    """Give the parts of a docx with this body, and with header and footer where they are given."""
    extra = {name: text for name, text in (("header", header), ("footer", footer)) if text}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), ("styles", "styles")]
        + [(f"{name}1", name) for name in extra]
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{name}" Target="{name}1.xml"/>'
        for n, name in enumerate(extra, start=2)
    )
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{n}"/>' for n, name in enumerate(extra, start=2)
    )
    made = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NS}><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>{relations}</Relationships>',
        "word/styles.xml": f"<w:styles {NS}/>",
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for name, text in extra.items():
        made[f"word/{name}1.xml"] = f"<w:{roots[name]} {NS}>{text}</w:{roots[name]}>"
    return {name: text.encode() for name, text in made.items()}


def docx(body: str, *, header: str = "", footer: str = "") -> bytes:
    """Give a docx with this body."""
    return packed(parts(body, header=header, footer=footer))


def packed(members: dict[str, bytes]) -> bytes:
    """Zip parts to a docx, not as small as can be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*texts: str, properties: str = "") -> str:
    """A paragraph of runs; a text that is a run already stays as it is."""
    runs = "".join(text if text.startswith("<w:r>") else run(text) for text in texts)
    return f"<w:p>{properties}{runs}</w:p>"


def row(*cells: str) -> str:
    """A table row of one-paragraph cells."""
    return "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(columns: int, *rows: str) -> str:
    """A table with a grid."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
