"""Files made to harm by how they are packed: bombs, and zips that lie."""

from __future__ import annotations

import base64
import io
import random
import re
import struct
import warnings
import zipfile
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MB = 1_000_000

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix that Word gives it
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TYPES, RELS, DOCUMENT = "[Content_Types].xml", "_rels/.rels", "word/document.xml"
DOCUMENT_RELS, SETTINGS_RELS = "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels"

# Packages ----------------------------------------------------------------------------------------


def relationships(*entries: tuple[str, str, bool]) -> bytes:
    """Relationships: each a type, a target, and whether it is external."""
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"{" TargetMode=" * out}{chr(34) * out}{"External" * out}{chr(34) * out}/>'
        for n, (kind, target, out) in enumerate(entries, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE_REL}">{inner}</Relationships>'.encode()


def types(main: str = f"{WORD_TYPE}.document.main+xml", more: str = "") -> bytes:
    """Content types, with that of the main part."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{main}"/>{more}</Types>'
    ).encode()


def body(inner: str, *, root: str = "document", w: str = W) -> bytes:
    """A part of Word XML."""
    held = f"<w:body>{inner}</w:body>" if root == "document" else inner
    return f'<w:{root} xmlns:w="{w}" xmlns:r="{REL}" xmlns:o="{O}">{held}</w:{root}>'.encode()


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def paragraphs(*texts: str) -> bytes:
    """A body with a paragraph for each text."""
    return body("".join(paragraph(text) for text in texts))


def base() -> dict[str, bytes]:
    """The parts of a small docx with a tag."""
    return {
        TYPES: types(),
        RELS: relationships(("officeDocument", DOCUMENT, False)),
        DOCUMENT: paragraphs("Kære {{ x }}"),
        DOCUMENT_RELS: relationships(),
    }


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip members as they are, names that stand twice included."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return out.getvalue()


def package(parts: Mapping[str, bytes] | None = None, *, without: str = "", stored: bool = False) -> bytes:
    """The small docx with parts changed, added or left out."""
    members = {**base(), **(parts or {})}
    members.pop(without, None)
    return zipped(*members.items(), method=zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


def template(*texts: str) -> bytes:
    """The small docx with these paragraphs."""
    return package({DOCUMENT: paragraphs(*texts)}, stored=True)


def with_body(inner: str, *, w: str = W) -> bytes:
    """The small docx with this in its body."""
    return package({DOCUMENT: body(inner, w=w)}, stored=True)


def related(kind: str, target: str, *, external: bool = False, of: str = DOCUMENT_RELS) -> bytes:
    """The small docx with a relationship; its target is there when it is inside."""
    parts = {of: relationships((kind, target, external))}
    return package(parts if external else {**parts, f"word/{target}": b"x"})


_FIELDS = {
    "flags": ("<H", 6),
    "method": ("<H", 8),
    "crc": ("<L", 14),
    "packed": ("<L", 18),
    "size": ("<L", 22),
}


def doctored(content: bytes, name: str, *, local: bool = True, **values: int) -> bytes:
    """Change what a zip says of a member: in its directory, and in the local header too unless told."""
    changed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        header = archive.getinfo(name).header_offset
    entry = next(
        match.start()
        for match in re.finditer(rb"PK\x01\x02", content)
        if content[match.start() + 46 :].startswith(name.encode())
    )
    for key, value in values.items():
        form, offset = _FIELDS[key]
        struct.pack_into(form, changed, entry + offset + 2, value)
        if local:
            struct.pack_into(form, changed, header + offset, value)
    return bytes(changed)


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that cannot be packed."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - not for secrets


# Bombs -------------------------------------------------------------------------------------------


def many_entries(count: int, *, said: int | None = None) -> bytes:
    """A zip whose directory has many entries, all of one empty member; its end may say that they are fewer."""
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0) + b"a"
    entry = (
        struct.pack("<4s4B4H3L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
        + b"a"
    )
    directory = entry * count
    told = (count if said is None else said) & 0xFFFF
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(directory), len(local), 0)
    return local + directory + end


ZEROS_IN_BZIP2 = base64.b64decode(
    "QlpoOTFBWSZTWQ4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXMUFZJlNZDgni3wFfjkAAwAAACCAAMIBNRkKgJakKgJ"
    "cxQVkmU1kOCeLfAV+OQADAAAAIIAAwgE1GQqAlqQqAlzFBWSZTWQ4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXMUFZ"
    "JlNZDgni3wFfjkAAwAAACCAAMIBNRkKgJakKgJcxQVkmU1kOCeLfAV+OQADAAAAIIAAwgE1GQqAlqQqAlzFBWSZTWQ"
    "4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXMUFZJlNZJHY98gDb3UAA4AAACCAAMMwJqmmkIIm1EIIni7kinChIa5Nl"
    "zoA="
)
"""`bz2.compress(bytes(350 * MB))`, which takes seconds to make."""


def deflated_zeros(megabytes: int) -> bytes:
    """Zeros as deflate packs them: a block of a megabyte, over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + packer.flush()


def zip_bomb() -> bytes:
    """A part of 300 MB, packed a thousand times."""
    content = zipped(("bomb.xml", deflated_zeros(300)), *base().items(), method=zipfile.ZIP_STORED)
    return doctored(content, "bomb.xml", method=8, size=300 * MB)


def lying_bomb(method: int, data: bytes) -> bytes:
    """A part that says it is small, and unpacks to far more."""
    content = zipped(("bomb.xml", data), *base().items(), method=zipfile.ZIP_STORED)
    return doctored(content, "bomb.xml", method=method, size=min(8 * MB, len(data) * 190))


def deflate_lie() -> bytes:
    """200 MB of zeros that say they are fewer."""
    return lying_bomb(8, deflated_zeros(200))


def bzip2_lie() -> bytes:
    """350 MB in bzip2, which zipfile unpacks without a bound."""
    return lying_bomb(12, ZEROS_IN_BZIP2)


def nested_bomb() -> bytes:
    """A zip of zips of zips, ten in each."""
    inner = zipped(("0", bytes(5 * MB)))
    for _ in range(3):
        inner = zipped(*((f"{n}.zip", inner) for n in range(10)))
    return package({"word/media/inner.zip": inner})


@cache
def many_large_parts() -> bytes:
    """Thirteen parts just under 8 MB, each packed just under 200 times."""
    part = (noise(45_000) + bytes(7_950_000))[:7_990_000]
    return package({f"word/media/{n}.png": part for n in range(13)})


@cache
def just_inside() -> bytes:
    """Twelve parts just under every limit."""
    part = noise(20_000) * 395
    return package({f"word/media/{n}.png": part for n in range(12)})


@cache
def dense() -> bytes:
    """A document of nearly 8 MB that is elements alone."""
    return package({DOCUMENT: body("<w:p/>" * 1_300_000)}, stored=True)


@cache
def dense_parts() -> bytes:
    """Many XML parts, elements alone, with a little noise against the ratio."""
    comment = f"<!--{noise(30_000).hex()}-->"
    part = f"<a>{comment}{'<a/>' * 1_900_000}</a>".encode()
    return package({f"customXml/item{n}.xml": part for n in range(10)})


def laughs(entity: str = "", tail: str = "") -> str:
    """A billion laughs, or another entity."""
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE a [{entity or '<!ENTITY l0 ' + chr(34) + 'lol' + chr(34) + '>' + lols}]>{tail}"


BOMBS: dict[str, Callable[[], bytes]] = {
    "zip bomb": zip_bomb,
    "deflate that lies of its size": deflate_lie,
    "bzip2 that lies of its size": bzip2_lie,
    "many large parts": many_large_parts,
    "billion laughs in the document": lambda: package({DOCUMENT: laughs().encode() + b"<a>&l9;</a>"}),
    "300,000 entries": lambda: many_entries(300_000),
    "1,500 entries that are said to be 3": lambda: many_entries(1500, said=3),
}

# Archives ----------------------------------------------------------------------------------------


def shortened(share: float) -> bytes:
    """The small docx cut off."""
    content = package()
    return content[: int(len(content) * share)]


def flipped(content: bytes, at: int) -> bytes:
    """A file with one bit turned."""
    return content[:at] + bytes([content[at] ^ (1 << at % 8)]) + content[at + 1 :]


def turned(at: int) -> bytes:
    """The small docx with one bit turned."""
    return flipped(package(), at)


def named(name: str) -> bytes:
    """The small docx with one more part."""
    return package({name: b"<a/>"})


ARCHIVES: dict[str, Callable[[], bytes]] = {
    "empty file": lambda: b"",
    "text file": lambda: "Kære læge\n".encode() * 100,
    "PDF": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "empty zip": zipped,
    "zip that is no docx": lambda: zipped(("a.txt", b"a"), ("b.txt", b"b")),
    "end of a zip alone": lambda: b"PK\5\6" + bytes(18),
    "no document.xml": lambda: package(without=DOCUMENT),
    "no [Content_Types].xml": lambda: package(without=TYPES),
    "no _rels/.rels": lambda: package(without=RELS),
    "1,001 parts": lambda: package({f"word/media/{n}.png": b"" for n in range(1001)}),
    "part over 8 MB": lambda: package({"word/media/a.png": noise(40_000) * 201}),
    "packed over 20 MB": lambda: package() + bytes(20 * MB + 1),
    "over 100 MB together": many_large_parts,
    "name with ..": partial(named, "../../etc/cron.d/a.xml"),
    "name with .. inside": partial(named, "word/../../a.xml"),
    "absolute name": partial(named, "/etc/passwd.xml"),
    "name with backslash": partial(named, "word\\..\\a.xml"),
    "name with drive letter": partial(named, "C:a.xml"),
    "name on a share": partial(named, "\\\\server\\share\\a.xml"),
    "same name twice": lambda: zipped(*base().items(), (DOCUMENT, paragraphs("anden"))),
    "same name but for case": lambda: package({"Word/Document.XML": paragraphs("anden")}),
    "same [Content_Types].xml but for case": lambda: package({"[content_types].xml": types()}),
    "encrypted": lambda: doctored(package(), DOCUMENT, flags=1),
    "encrypted in the directory alone": lambda: doctored(package(), DOCUMENT, flags=1, local=False),
    "strongly encrypted": lambda: doctored(package(), DOCUMENT, flags=0x40),
    "unsupported method": lambda: doctored(package(), DOCUMENT, method=99),
    "deflate64": lambda: doctored(package(), DOCUMENT, method=9),
    "said to be bzip2": lambda: doctored(package(), DOCUMENT, method=12),
    "said to be LZMA": lambda: doctored(package(), DOCUMENT, method=14),
    "garbled LZMA": lambda: doctored(
        zipped(("a.png", b"\x09\x04\x05\x00\xff\xff\xff\xff\xff" + noise(50)), *base().items(), method=0),
        "a.png",
        method=14,
    ),
    "said to be stored": lambda: doctored(package(), DOCUMENT, method=0),
    "said to be deflated": lambda: doctored(package(stored=True), DOCUMENT, method=8),
    "wrong CRC": lambda: doctored(package(), DOCUMENT, crc=1),
    "too small a size in the directory": lambda: doctored(package(), DOCUMENT, size=10, local=False),
    "too large a size in the directory": lambda: doctored(package(), DOCUMENT, size=5000, local=False),
    "size of 4 GB in the directory": lambda: doctored(package(), DOCUMENT, size=0xFFFFFFFE),
    **{f"cut off at {share:.0%}": partial(shortened, share) for share in (0.01, 0.2, 0.5, 0.8, 0.95, 0.999)},
}
