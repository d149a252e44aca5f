"""Word as it lies in regions' folders: split runs, proofing marks, bookmarks, smart tags, old forms, boxes and tracked changes."""

from __future__ import annotations

import io
import itertools
import random
import zipfile
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
    '<w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Tabel-Normal"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="character" w:styleId="Pladsholdertekst"><w:name w:val="Placeholder Text"/>'
    '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{level}</w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        for id_, name, level in (
            ("Titel", "Title", ""),
            ("Overskrift1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>'),
            ("Overskrift2", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>'),
        )
    )
)


def run(text: str, look: str = "") -> str:
    """One run; tabs and line breaks are Word's."""
    body = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _split(text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{body}</w:r>"


def _split(text: str) -> list[str]:
    parts, last = [], ""
    for char in text:
        if char in "\t\n":
            parts += [last, char] if last else [char]
            last = ""
        else:
            last += char
    return [*parts, last] if last else parts


def bold(text: str) -> str:
    """Bold words."""
    return run(text, "<w:b/>")


def small(text: str) -> str:
    """The tiny label of a form's box."""
    return run(text, '<w:sz w:val="14"/>')


def red(text: str) -> str:
    """Red guidance or sample."""
    return run(text, '<w:i/><w:color w:val="FF0000"/>')


def yellow(text: str) -> str:
    """A sample that someone marked with the pen, in two runs."""
    look, cut = '<w:highlight w:val="yellow"/>', max(1, len(text) // 2)
    return run(text[:cut], look) + '<w:proofErr w:type="spellStart"/>' + run(text[cut:], look)


def underlined(width: int = 30) -> str:
    """A blank made of underlined spaces or tabs."""
    return run("\t" * width if width < 4 else " " * width, '<w:u w:val="single"/>')


def field(code: str, result: str) -> str:
    """A complex field with its code in two runs."""
    cut = len(code) // 2
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (code[:cut], code[cut:])
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result, "<w:noProof/>")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def merge(name: str) -> str:
    """A merge field."""
    return field(f" MERGEFIELD {name} \\* MERGEFORMAT ", f"«{name}»")


def form_text(name: str = "Tekst1", shown: str = "\u2002\u2002\u2002\u2002\u2002") -> str:
    """A legacy text field of a form."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/>'
        f'</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown, "<w:noProof/>")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form_box(name: str = "Kontrol1") -> str:
    """A legacy tick box of a form."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox>'
        f'<w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(
    shown: str = "Klik eller tryk her for at skrive tekst.",
    *,
    alias: str = "",
    kind: str = "<w:text/>",
    empty: bool = True,
) -> str:
    """A content control in the text, with its prompt or with what someone wrote."""
    look = '<w:rStyle w:val="Pladsholdertekst"/>' if empty else ""
    return (
        f'<w:sdt><w:sdtPr>{f"<w:alias w:val={chr(34)}{alias}{chr(34)}/>" if alias else ""}<w:id w:val="{_number()}"/>'
        f"{'<w:showingPlcHdr/>' if empty else ''}{kind}</w:sdtPr><w:sdtContent>{run(shown, look)}</w:sdtContent></w:sdt>"
    )


_count = iter(range(1000, 10**6))


def _number() -> int:
    return next(_count)


DATE = '<w:date><w:dateFormat w:val="dd-MM-yyyy"/><w:lid w:val="da-DK"/></w:date>'


def choice(*items: str) -> str:
    """The kind of a drop-down list."""
    return (
        "<w:dropDownList>"
        + "".join(f'<w:listItem w:displayText="{item}" w:value="{item}"/>' for item in items)
        + "</w:dropDownList>"
    )


def tick() -> str:
    """A tick box as a content control."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{_number()}"/><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☐', chr(60) + 'w:rFonts w:ascii=' + chr(34) + 'MS Gothic' + chr(34) + '/>')}</w:sdtContent></w:sdt>"
    )


def inserted(text: str) -> str:
    """Words put in with tracking."""
    return f'<w:ins w:id="{_number()}" w:author="MSK" w:date="2025-02-03T10:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """Words taken out with tracking."""
    return (
        f'<w:del w:id="{_number()}" w:author="MSK" w:date="2025-02-03T10:00:00Z"><w:r><w:delText xml:space="preserve">'
        f"{escape(text)}</w:delText></w:r></w:del>"
    )


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def box(*content: str) -> str:
    """A text box in the old way, as Word 2007 writes it."""
    return (
        '<w:r><w:pict><v:shape id="_x0000_s1026" type="#_x0000_t202" style="position:absolute;margin-left:300pt;margin-top:0;width:180pt;height:120pt">'
        f"<v:textbox><w:txbxContent>{''.join(content)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


class Sheet:
    """A document that is written from above, with Word's noise in it."""

    def __init__(
        self,
        seed: int,
        *,
        compat: int = 14,
        header: str = "",
        footer: str = "",
        notes: tuple[str, ...] = (),
        protected: bool = False,
    ) -> None:
        """Begin; `seed` decides where runs are split."""
        self.luck = random.Random(seed)  # noqa: S311 - noise, not a secret
        self.parts: list[str] = []
        self.compat, self.notes, self.protected = compat, notes, protected
        self.header, self.footer = header and self.para(header), footer and self.para(footer)

    def para(self, *parts: str, style: str = "", props: str = "") -> str:
        """The XML of a paragraph; what does not begin with `<w:` is text."""
        inner = "".join(part if part.startswith("<w:") else self.noisy(part) for part in parts)
        set_ = (f'<w:pStyle w:val="{style}"/>' if style else "") + props
        return f'<w:p w:rsidR="00{self.luck.randrange(16**6):06X}">{f"<w:pPr>{set_}</w:pPr>" if set_ else ""}{inner}</w:p>'

    def noisy(self, text: str) -> str:
        """The same words in several runs."""
        cuts = sorted({0, len(text), *(self.luck.randrange(len(text) + 1) for _ in range(len(text) // 25))})
        out = ""
        for start, end in itertools.pairwise(cuts):
            one = run(text[start:end])
            fate = self.luck.randrange(9)
            if fate == 0:
                one = f'<w:proofErr w:type="spellStart"/>{one}<w:proofErr w:type="spellEnd"/>'
            elif fate == 1:
                number = _number()
                one = f'<w:bookmarkStart w:id="{number}" w:name="_GoBack{number}"/>{one}<w:bookmarkEnd w:id="{number}"/>'
            elif fate == 2:
                one = f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">{one}</w:smartTag>'
            elif fate == 3:
                one = one.replace("<w:r>", f'<w:r w:rsidRPr="00{self.luck.randrange(16**6):06X}">', 1)
            out += one
        return out

    def p(self, *parts: str, style: str = "", props: str = "") -> None:
        """Write a paragraph."""
        self.parts.append(self.para(*parts, style=style, props=props))

    def title(self, *parts: str) -> None:
        """Write the title."""
        self.p(*parts, style="Titel")

    def h(self, *parts: str) -> None:
        """Write a heading."""
        self.p(*parts, style="Overskrift1")

    def leader(self, *parts: str, dots: str = "dot", stops: tuple[int, ...] = (9000,)) -> None:
        """Write a paragraph whose tabs are drawn as dots or a line, each other stop a mere gap."""
        tabs = "".join(
            f'<w:tab w:val="left"{(place + 1) % 2 * f" w:leader={chr(34)}{dots}{chr(34)}"} w:pos="{stop}"/>'
            for place, stop in enumerate(stops)
        )
        self.p(*parts, props=f"<w:tabs>{tabs}</w:tabs>")

    def cell(self, content: str | tuple[str, ...], width: int, span: int = 1) -> str:
        """The XML of a cell: words, one part after the other; a tuple is a paragraph each."""
        each = content if isinstance(content, tuple) else (content,)
        inner = "".join(
            one if one.startswith(("<w:p>", "<w:p ")) else self.para(*([one] if one else [])) for one in each
        )
        grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}</w:tcPr>{inner}</w:tc>'

    def table(self, *rows: tuple[str | tuple[str, ...], ...]) -> None:
        """Write a table; a row with fewer cells has its last one over the rest."""
        self.parts.append(self.table_xml(*rows) + "<w:p/>")

    def table_xml(self, *rows: tuple[str | tuple[str, ...], ...]) -> str:
        """The XML of a table."""
        many = max(len(row) for row in rows)
        width = 9600 // many
        grid = f'<w:gridCol w:w="{width}"/>' * many
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        body = ""
        for row in rows:
            body += (
                "<w:tr>"
                + "".join(
                    self.cell(one, width, many - len(row) + 1 if place == len(row) - 1 else 1)
                    for place, one in enumerate(row)
                )
                + "</w:tr>"
            )
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'

    def bytes(self) -> bytes:
        """The file."""
        parts = {"word/document.xml": ("document.main", self._body())}
        parts["word/styles.xml"] = ("styles", f"<w:styles {NAMES}>{STYLES}</w:styles>")
        lock = '<w:documentProtection w:edit="forms" w:enforcement="1"/>' if self.protected else ""
        mode = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{self.compat}"/></w:compat>'
        parts["word/settings.xml"] = (
            "settings",
            f'<w:settings {NAMES}><w:zoom w:percent="100"/>{lock}{mode}</w:settings>',
        )
        if self.header:
            parts["word/header1.xml"] = ("header", f"<w:hdr {NAMES}>{self.header}</w:hdr>")
        if self.footer:
            parts["word/footer1.xml"] = ("footer", f"<w:ftr {NAMES}>{self.footer}</w:ftr>")
        if self.notes:
            parts["word/footnotes.xml"] = ("footnotes", self._notes())
        return _packed(parts)

    def _body(self) -> str:
        ends = (
            ('<w:headerReference w:type="default" r:id="rIdheader"/>' if self.header else "")
            + ('<w:footerReference w:type="default" r:id="rIdfooter"/>' if self.footer else "")
            + '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1417" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
        )
        return f"<w:document {NAMES}><w:body>{''.join(self.parts)}<w:sectPr>{ends}</w:sectPr></w:body></w:document>"

    def _notes(self) -> str:
        marks = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for kind, number, mark in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        )
        own = "".join(
            f'<w:footnote w:id="{number}">{self.para("<w:r><w:footnoteRef/></w:r>", " " + words)}</w:footnote>'
            for number, words in enumerate(self.notes, start=1)
        )
        return f"<w:footnotes {NAMES}>{marks}{own}</w:footnotes>"


def _packed(parts: dict[str, tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}{kind}+xml"/>' for name, (kind, _) in parts.items()
    )
    related = "".join(
        f'<Relationship Id="rId{kind}" Type="{OFFICE}{kind}" Target="{name.removeprefix("word/")}"/>'
        for name, (kind, _) in parts.items()
        if kind != "document.main"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{related}</Relationships>',
        )
        for name, (_, content) in parts.items():
            package.writestr(name, HEAD + content)
    return out.getvalue()
