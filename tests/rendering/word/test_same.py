"""Two of our own files held against each other, and signatures seen."""

from __future__ import annotations

import pytest

from botilbudlaege.rendering.word import _package

PART = b'<w:p xmlns:w="urn:w" a="1" b="2"><w:t>Ro</w:t></w:p>'


def docx(**changes: bytes | None) -> bytes:
    """Make a file of a few parts."""
    parts = {
        "word/document.xml": PART,
        "[Content_Types].xml": b"<a/>",
        "word/a.png": b"\x89",
        _package.CUSTOM: b"<a/>",
    }
    given = {name.replace("__", "/").replace("_", "."): part for name, part in changes.items()}
    return _package.write({name: part for name, part in {**parts, **given}.items() if part is not None})


def _stored() -> bytes:
    """Make the same file, not packed."""
    return _package.write(_package.read(docx()), packed=False)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (docx(), True),
        (docx(docProps__custom_xml=b"<b/>"), True),
        (docx(docProps__custom_xml=None), True),
        (docx(word__document_xml=PART.replace(b' a="1" b="2"', b' xmlns:r="urn:r" b="2" a="1"')), True),
        (docx(word__document_xml=PART.replace(b"Ro", b"Ro ")), False),
        (docx(word__document_xml=PART.replace(b'a="1"', b'a="2"')), False),
        (docx(word__document_xml=b"<w"), False),
        (docx(word__a_png=b"\x88"), False),
        (docx(word__b_xml=b"<a/>"), False),
        (b"PK", False),
        (docx()[40:], False),
        (_stored(), True),
    ],
    ids=[
        "the same",
        "other properties",
        "no properties",
        "written otherwise",
        "another word",
        "another attribute",
        "no XML",
        "another picture",
        "a part more",
        "no file",
        "torn at its beginning",
        "packed otherwise",
    ],
)
def test_the_same_but_for_the_properties(other: bytes, expected: bool) -> None:  # noqa: FBT001 - a case
    """Both ways round."""
    assert _package.same_but_properties(docx(), other) is expected
    assert _package.same_but_properties(other, docx()) is expected


def test_a_part_is_read_alone() -> None:
    """Of a file that lacks it there is nothing."""
    assert _package.part(docx(), "word/document.xml") == PART
    assert _package.part(docx(docProps__custom_xml=None), _package.CUSTOM) == b""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (docx(), False),
        (_package.write({"[Content_Types].xml": b"", "_xmlsignatures/sig1.xml": b""}), True),
        (b"%PDF-1.7 /Type /Sig /ByteRange [0 1 2 3]", True),
        (b"%PDF-1.7", False),
        (b"", False),
        (b"PK\x03\x04", False),
    ],
    ids=["docx", "signed docx", "signed PDF", "PDF", "empty", "torn"],
)
def test_a_digital_signature_is_seen(content: bytes, expected: bool) -> None:  # noqa: FBT001 - a case
    """It is not verified."""
    assert _package.is_signed(content) is expected
