"""A pack's logo: in the letterheads that have the pack's name, with words for those who do not see it."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import packs, read, render
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.rendering.word import _package
from tests.builders import en_plan

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """id = "proeve"
navn = "Prøve"
version = "1.0"
bygger_paa = "faelles"
logo = "logo.png"
logo_tekst = "Prøvens \\"logo\\" & mærke"
"""
IN_ANOTHERS_NAME = {"opsigelse", "orientering", "informationsbrev"}
"""Letters of the home or the doctor, which have no letterhead of the pack's."""


def _png(wide: int, high: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0" * (wide + 1) * high))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that has a logo and nothing else."""
    folder = tmp_path / "proeve"
    folder.mkdir()
    (folder / "pakke.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "logo.png").write_bytes(_png(400, 100))
    return folder


def test_it_stands_in_every_letterhead_of_the_pack(pack: Path) -> None:
    """Also of the documents that come from the layer below; a letter of the home or the doctor has none."""
    having = {
        str(kind)
        for kind in Dokument
        if any(
            b"pakkelogo" in content
            for content in _package.read(
                render(SUBJEKTER[kind](), str(kind), pack=pack, draft=True).content
            ).values()
        )
    }

    assert having == {str(kind) for kind in Dokument} - IN_ANOTHERS_NAME


def test_it_is_read_aloud_and_of_a_size_that_fits(pack: Path) -> None:
    """Its words in the picture's description; 1.2 cm high at most, in its own proportions."""
    (header,) = (
        content.decode()
        for name, content in _package.read(render(en_plan(), pack=pack).content).items()
        if name.startswith("word/header")
    )

    assert "Prøvens &quot;logo&quot; &amp; mærke" in header or 'Prøvens "logo" &amp; mærke' in header
    assert '<wp:extent cx="1728000" cy="432000"/>' in header


def test_the_pack_is_right_and_a_document_is_read_back(pack: Path) -> None:
    """Nothing is found on the pack, or on a living document as it was issued."""
    assert packs.check(pack) == ()
    assert read(render(en_plan(), pack=pack, living=True).content, pack=pack).findings == ()


def test_a_header_with_a_picture_of_its_own_keeps_that(pack: Path) -> None:
    """Two logos would stand there."""
    first = packs.load(pack).template("samarbejdsplan").docx
    (pack / "samarbejdsplan.docx").write_bytes(first)
    (pack / "pakke.toml").write_text(
        f'{MANIFEST}\n[dokumenter.samarbejdsplan]\ntitel = "Plan"\nfil = "samarbejdsplan.docx"\nbegrundelse = "Egen."\n',
        encoding="utf-8",
    )
    parts = _package.read(render(en_plan(), pack=pack).content)

    assert sum(content.count(b"<w:drawing>") for name, content in parts.items() if "header" in name) == 1


@pytest.mark.parametrize(("wide", "high", "fits"), [(5000, 10, True), (5001, 10, False), (10, 5001, False)])
def test_a_picture_is_of_a_size_that_can_be_drawn(pack: Path, wide: int, high: int, fits: bool) -> None:  # noqa: FBT001
    """A scan of a poster is no logo."""
    (pack / "logo.png").write_bytes(_png(wide, high))

    assert [finding.code for finding in packs.check(pack)] == ([] if fits else ["no-logo"])
