"""Files made to harm by what their parts hold, and all cases together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.rendering.word.hostile_archives import (
    ARCHIVES,
    BOMBS,
    DOCUMENT,
    DOCUMENT_RELS,
    MB,
    RELS,
    SETTINGS_RELS,
    STRICT,
    TYPES,
    WORD_TYPE,
    base,
    body,
    dense,
    dense_parts,
    doctored,
    just_inside,
    laughs,
    nested_bomb,
    package,
    paragraph,
    related,
    relationships,
    template,
    turned,
    types,
    with_body,
)

if TYPE_CHECKING:
    from collections.abc import Callable

# Parts -------------------------------------------------------------------------------------------


def before(name: str, text: str, encoding: str = "utf-8") -> bytes:
    """The small docx with something before the root of a part, in an encoding."""
    return package({name: (text + base()[name].decode()).encode(encoding)})


EXTERNAL = '<!ENTITY e SYSTEM "file:///etc/passwd">'


def field_run(*codes: str) -> str:
    """A field in several runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def simple_field(code: str) -> bytes:
    """The small docx with a field in an attribute."""
    return with_body(f'<w:p><w:fldSimple w:instr=" {code} x y "/></w:p>')


def elsewhere(name: str, root: str) -> bytes:
    """The small docx with a tag in a part that is not filled in."""
    return package({name: body(paragraph("{{ x }}"), root=root)})


def hidden_part(name: str, content: bytes) -> bytes:
    """The small docx with a footer under a name of its own."""
    override = f'<Override PartName="/{name}" ContentType="{WORD_TYPE}.footer+xml"/>'
    return package(
        {
            TYPES: types(more=override),
            DOCUMENT_RELS: relationships(("footer", name.removeprefix("word/"), False)),
            name: content,
        }
    )


def decoy() -> bytes:
    """A docx whose main part is not the one that is looked at."""
    override = f'<Override PartName="/andet/dokument.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
    return package(
        {
            TYPES: types(more=override),
            RELS: relationships(("officeDocument", "andet/dokument.xml", False)),
            "andet/dokument.xml": body(field_run("DDEAUTO c:\\\\a.exe b")),
        }
    )


PARTS: dict[str, Callable[[], bytes]] = {
    **{
        f"DTD in {name}": partial(before, name, "<!DOCTYPE a>")
        for name in (DOCUMENT, RELS, TYPES, DOCUMENT_RELS)
    },
    **{f"billion laughs in {name}": partial(before, name, laughs()) for name in (DOCUMENT, RELS, TYPES)},
    "external entity": lambda: package({DOCUMENT: laughs(EXTERNAL).encode() + body(paragraph("&e;"))}),
    "external DTD": partial(before, DOCUMENT, '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">'),
    "parameter entity": partial(
        before, DOCUMENT, laughs('<!ENTITY % p SYSTEM "http://example.invalid/a">%p;')
    ),
    "entity without DTD": lambda: template("&e;"),
    **{
        f"{encoding} with DTD": partial(before, DOCUMENT, f'<?xml version="1.0"?>{laughs()}', encoding)
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
    },
    "EBCDIC with DTD": partial(
        before, DOCUMENT, f'<?xml version="1.0" encoding="IBM037"?>{laughs(EXTERNAL)}', "cp037"
    ),
    "UTF-7 with DTD": lambda: package(
        {DOCUMENT: b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'}
    ),
    "latin-1 declared": partial(before, DOCUMENT, '<?xml version="1.0" encoding="ISO-8859-1"?>'),
    "unknown encoding declared": partial(before, DOCUMENT, '<?xml version="1.0" encoding="klingon"?>'),
    "UTF-16 declared in UTF-8": partial(before, DOCUMENT, "<?xml version='1.0' encoding='UTF-16'?>"),
    "bytes that are no UTF-8": lambda: package({DOCUMENT: base()[DOCUMENT].replace(b"K", b"\xe6")}),
    "null byte": lambda: package({DOCUMENT: base()[DOCUMENT].replace(b"K", b"\0")}),
    "document not well-formed": lambda: package({DOCUMENT: base()[DOCUMENT][:-5]}),
    "document empty": lambda: package({DOCUMENT: b""}),
    "styles not well-formed": lambda: package({"word/styles.xml": b"<a><b></a>"}),
    "relationships not well-formed": lambda: package({RELS: b"<a"}),
    "3,000 nested elements": lambda: with_body("<w:sdt>" * 3000 + "</w:sdt>" * 3000),
    "external image": partial(related, "image", "http://example.invalid/a.png", external=True),
    "external image after 300 spaces": lambda: package(
        {DOCUMENT_RELS: b" " * 300 + relationships(("image", "http://example.invalid/a", True))}
    ),
    "external frame": partial(related, "frame", "http://example.invalid/", external=True),
    "external relationship of the package": partial(
        related, "a", "http://example.invalid/", external=True, of=RELS
    ),
    "external styles": partial(related, "styles", "file://server/share/a", external=True),
    "external image in capitals": partial(
        related, "image", "http://example.invalid/a", external=True, of="word/_rels/document.xml.RELS"
    ),
    "vbaProject.bin": lambda: package({"word/vbaProject.bin": b"x"}),
    "macro relationship": partial(related, "vbaProject", "a.xyz"),
    "docm": lambda: package({TYPES: types("application/vnd.ms-word.document.macroEnabled.main+xml")}),
    "dotm": lambda: package({TYPES: types("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")}),
    "dotx": lambda: package({TYPES: types(f"{WORD_TYPE}.template.main+xml")}),
    "spreadsheet": lambda: package(
        {TYPES: types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")}
    ),
    "OLE part": lambda: package({"word/embeddings/oleObject1.bin": b"x"}),
    "OLE relationship": partial(related, "oleObject", "a.xyz"),
    "OLE element": lambda: with_body('<w:p><w:r><w:object><o:OLEObject Type="Link"/></w:object></w:r></w:p>'),
    "embedded file": partial(related, "package", "a.xlsx"),
    "ActiveX part": lambda: package({"word/activeX/activeX1.xml": b"<a/>"}),
    "ActiveX relationship": partial(related, "control", "a.xml"),
    "ActiveX element": lambda: with_body('<w:p><w:r><w:control r:id="rId1"/></w:r></w:p>'),
    "altChunk element": lambda: with_body('<w:altChunk r:id="rId1"/>'),
    "altChunk relationship": partial(related, "aFChunk", "a.html"),
    "subDoc element": lambda: with_body('<w:p><w:subDoc r:id="rId1"/></w:p>'),
    "subDoc relationship": partial(related, "subDocument", "a.xyz"),
    **{
        f"{code} in an attribute": partial(simple_field, code)
        for code in ("DDE", "DDEAUTO", "INCLUDETEXT", "IncludePicture")
    },
    **{
        f"{code} in a run": partial(with_body, field_run(f" {code} x y"))
        for code in ("DDE", "ddeauto", "INCLUDETEXT", "INCLUDEPICTURE")
    },
    "DDEAUTO in several runs": lambda: with_body(field_run("D", "D", "EAU", "TO c:\\\\a.exe b")),
    "DDE round a comment": lambda: with_body(field_run("D<!-- -->DE c:\\\\a.exe b")),
    "DDE after 300 spaces": lambda: package(
        {DOCUMENT: b" " * 300 + body(field_run("DDE a b") + paragraph("{{ x }}"))}
    ),
    "DDE in strict Word XML": lambda: with_body(field_run("DDE a b"), w=STRICT),
    "INCLUDETEXT in a footer": lambda: hidden_part(
        "word/footer1.xml", body(field_run("INCLUDETEXT a"), root="ftr")
    ),
    "INCLUDETEXT in a footer of another name": lambda: hidden_part(
        "word/footer1.dat", body(field_run("INCLUDETEXT a"), root="ftr")
    ),
    "INCLUDETEXT in a footer in capitals": lambda: hidden_part(
        "word/footer1.XML", body(field_run("INCLUDETEXT a"), root="ftr")
    ),
    "DDEAUTO in a main part of another name": decoy,
}

# Tags --------------------------------------------------------------------------------------------


def nested(opening: str, closing: str, count: int, inner: str = "a") -> bytes:
    """A template of tags inside one another, each in a paragraph of its own."""
    return template(*[f"{{%p {opening} %}}"] * count, inner, *[f"{{%p {closing} %}}"] * count)


def loops(count: int, over: str) -> bytes:
    """A template of loops inside one another."""
    opens = [f"{{%p for a{n} in {over} %}}" for n in range(count)]
    return template(*opens, "a", *["{%p endfor %}"] * count)


def in_a_row(inner: str) -> str:
    """A table of one row."""
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr>{inner}</w:tr></w:tbl><w:p/>'


TAGS: dict[str, Callable[[], bytes]] = {
    "tag in footnotes": partial(elsewhere, "word/footnotes.xml", "footnotes"),
    "tag in endnotes": partial(elsewhere, "word/endnotes.xml", "endnotes"),
    "tag in comments": partial(elsewhere, "word/comments.xml", "comments"),
    "tag in properties": lambda: package({"docProps/core.xml": b"<a>{{ x }}</a>"}),
    "tag in footnotes by number": lambda: package(
        {"word/footnotes.xml": body(paragraph("&#123;&#123; x }}"), root="footnotes")}
    ),
    "tag in an attribute": lambda: with_body('<w:p w:rsidR="{{ x }}"/>'),
    "40 kB of {{": lambda: template("{{" * 20_000),
    "40 kB of {{ in 20,000 paragraphs": lambda: template(*["{{"] * 20_000),
    "40 kB of {%": lambda: template("{%" * 20_000),
    "60 kB of }}": lambda: template("}} " * 20_000),
    "40 kB of {{ outside paragraphs": lambda: with_body(f"<w:r><w:t>{'{{' * 20_000}</w:t></w:r>"),
    "3,000 parentheses": lambda: template("{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}"),
    "230 parentheses": lambda: template("{{ " + "(" * 230 + "x" + ")" * 230 + " }}"),
    "230 signs": lambda: template("{{ " + "- " * 230 + "x }}"),
    "230 sums": lambda: template("{{ " + "x+" * 230 + "x }}"),
    "240 filters": lambda: template("{{ x" + "|y" * 240 + " }}"),
    "1,500 nested ifs": lambda: nested("if x", "endif", 1500),
    "1,500 nested ifs in one paragraph": lambda: template("{% if x %}" * 1500 + "{% endif %}" * 1500),
    "400 nested ifs outside paragraphs": lambda: with_body(
        f"<w:r><w:t>{'{% if x %}' * 400}a{'{% endif %}' * 400}</w:t></w:r>"
    ),
    "6,000 row tags in one row": lambda: with_body(
        in_a_row(f"<w:tc>{(paragraph('{%tr if x %}') + paragraph('{%tr endif %}')) * 3000}</w:tc>")
    ),
    "loop named loop": lambda: template("{% for loop in liste %}a{% endfor %}"),
    "control character by number in a tag": lambda: template('{{ "\\x01" }}'),
    "lone surrogate in a tag": lambda: template('{{ "\\ud800" }}'),
    "if that opens a paragraph": lambda: with_body("<w:p>{% if x %}</w:p><w:p>{% endif %}</w:p>"),
}

REFUSED = {**BOMBS, **ARCHIVES, **PARTS, **TAGS}

# What may also become a document -----------------------------------------------------------------

EITHER: dict[str, Callable[[], bytes]] = {
    "nested bomb": nested_bomb,
    "XML parts of elements alone": dense_parts,
    "packed size of 4 GB": lambda: doctored(package(), DOCUMENT, packed=0xFFFFFFFE),
    "just inside every limit": just_inside,
    "document of elements alone": dense,
    "15 MB before the zip": lambda: bytes(15 * MB) + package(),
    "attribute of 5 MB": lambda: package({DOCUMENT: body(f'<w:p w:rsidR="{"A" * 5 * MB}"/>')}, stored=True),
    "tag of numbers": lambda: template(f"{{{{ {'9' * 490} }}}}"),
    "number that is infinite": lambda: template("{% if x == 1e400 %}a{% endif %}b"),
    "100 nots": lambda: template("{% if " + "not " * 100 + "x %}a{% endif %}"),
    "50 nested ifs": lambda: nested("if x", "endif", 50),
    "25 nested loops": lambda: loops(25, "f"),
    "15 nested loops over constants": lambda: loops(15, "(1,2,3,4,5,6,7,8,9,10)"),
    "15 nested loops over a text": lambda: loops(15, "x"),
    "150 elifs": lambda: template("{% if f %}a" + "{% elif f %}b" * 150 + "{% endif %}"),
    "2,000 elifs": lambda: template("{% if f %}a" + "{% elif f %}b" * 2000 + "{% endif %}"),
    "4,000 tags of one long name": lambda: template(*[f"{{{{ {'a' * 480} }}}}"] * 4000),
    "20,000 paragraphs with line breaks between": lambda: with_body(
        "<w:p><w:r><w:t>a</w:t></w:r>\n</w:p>" * 20_000 + paragraph("{% if f %}a{% endif %}")
    ),
    "24,000 paragraphs with tags": lambda: template(*["Kære {{ x }} og {% if f %}a{% endif %}"] * 24_000),
    "20,000 elements of {": lambda: with_body("<w:a>{</w:a>" * 20_000 + paragraph("{{ x }}")),
    "nested paragraphs": lambda: with_body(
        "<w:p>" * 200 + "<w:r><w:t>a</w:t></w:r>" * 10_000 + "</w:p>" * 200 + paragraph("{{ x }}")
    ),
    "cell that may go, outside a table": lambda: with_body(
        f"<w:tr>{paragraph('{%p if x %}')}<w:tc><w:p/></w:tc>{paragraph('{%p endif %}')}</w:tr>"
    ),
    "grid without numbers": lambda: with_body(
        '<w:tbl><w:tblGrid><w:gridCol w:w="a&quot;&lt;"/></w:tblGrid><w:tr>'
        + f"<w:tc>{paragraph(chr(97))}</w:tc>" * 2
        + f"</w:tr></w:tbl>{paragraph('{{ x }}')}"
    ),
    "grid with a width of 5,000 digits": lambda: with_body(
        f'<w:tbl><w:tblGrid><w:gridCol w:w="{"9" * 5000}"/></w:tblGrid><w:tr>'
        + f"<w:tc>{paragraph(chr(97))}</w:tc>" * 2
        + f"</w:tr></w:tbl>{paragraph('{{ x }}')}"
    ),
    "text that is not directly in its run": lambda: with_body(
        "<w:p><w:r><w:ins><w:t>{{ x }}</w:t></w:ins></w:r></w:p>"
    ),
    "runs in runs": lambda: with_body("<w:p><w:r><w:r><w:t>{{ x }}</w:t></w:r></w:r></w:p>"),
    "texts in texts": lambda: with_body("<w:p><w:r><w:t><w:t>{{ x }}</w:t></w:t></w:r></w:p>"),
    "tag in CDATA": lambda: template("<![CDATA[{{ x }}]]>"),
    "tag by numbers": lambda: template("&#123;&#123; x }}"),
    "UTF-8 with a byte order mark": lambda: package({DOCUMENT: b"\xef\xbb\xbf" + base()[DOCUMENT]}),
    "w bound to another namespace": lambda: with_body(
        f'<w:p xmlns:w="urn:a"><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p>{paragraph("{{ x }}")}'
    ),
    **{f"bit turned at {n}": partial(turned, n * 97) for n in range(1, 10)},
}

ACCEPTED: dict[str, Callable[[], bytes]] = {
    "attached template": partial(
        related, "attachedTemplate", "http://example.invalid/a.dotm", external=True, of=SETTINGS_RELS
    ),
    "attached template inside": partial(related, "attachedTemplate", "a.xyz", of=SETTINGS_RELS),
    "the small docx": package,
    "cells with an empty paragraph": lambda: with_body(
        in_a_row("<w:tc><w:p/></w:tc>") + paragraph("{{ x }}")
    ),
    "external hyperlink": partial(related, "hyperlink", "https://example.invalid/", external=True),
    "field of page numbers": lambda: with_body(field_run(" PAGE ") + paragraph("{{ x }}")),
}

LARGE = (
    "nested bomb",
    "XML parts of elements alone",
    "just inside every limit",
    "document of elements alone",
)
CASES = {**REFUSED, **EITHER, **ACCEPTED}
