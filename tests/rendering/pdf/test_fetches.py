"""LibreOffice fetches nothing while it makes a PDF, and no file of the machine reaches one.

A listener on loopback stands where the cases point; a picture on disk is what they would show.
"""

from __future__ import annotations

import io
import socketserver
import struct
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from botilbudlaege.errors import Finding
from botilbudlaege.rendering.pdf import _convert
from botilbudlaege.rendering.word import _package
from tests.rendering.word.docx_builder import packed
from tests.rendering.word.outside_builder import drawing, field, link, outside, relationship, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]
FILED = sorted((Path(__file__).parents[2] / "cases" / "pack").glob("*.docx"))
OLD_ADDRESSES = (b"127.0.0.1:8765", b"127.0.0.1:9")
PICTURE = "<pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:nvPicPr><pic:cNvPr id='1' name='a'/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='900000' cy='900000'/></a:xfrm><a:prstGeom prst='rect'/></pic:spPr></pic:pic>"


class Listener:
    """Something that answers on loopback, and remembers who asked."""

    def __init__(self, picture: bytes) -> None:
        """Listen."""
        self.asked: list[bytes] = []
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer.asked.append(self.rfile.readline())
                head = f"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\nContent-Length: {len(picture)}\r\n\r\n"
                self.wfile.write(head.encode() + picture)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def png() -> bytes:
    """A picture of 3 by 3 points in a colour that nothing else has."""
    rows = b"".join(b"\0" + b"\x12\x34\x56" * 3 for _ in range(3))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">2L5B", 3, 3, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener for one test."""
    made = Listener(png())
    yield made
    made.close()


def shown(blip: str) -> str:
    """A paragraph with a picture of a size."""
    body = drawing(PICTURE.format(blip))
    return body.replace("<wp:inline>", "<wp:inline><wp:extent cx='900000' cy='900000'/>")


def cases(address: str, file: str) -> dict[str, bytes]:
    """The cases that were filed, and others of their kinds, pointing at an address or at a file."""
    made = {}
    for path in FILED:
        parts = _package.read(path.read_bytes())
        for old in OLD_ADDRESSES:
            parts = {name: content.replace(old, address.encode()) for name, content in parts.items()}
        made[path.stem] = _package.write(parts)
    for target in (f"http://{address}/a.png", file):
        for mode in (None, "External", "external"):
            for kind in ("image", "hyperlink"):
                for attribute in ("link", "embed"):
                    body = shown(f'<a:blip r:{attribute}="rId9"/>')
                    rel = relationship(kind, target, mode=mode)
                    made[f"{kind} {mode} {attribute} {target}"] = packed(outside(body, rel))
        for attribute in ("src", "o:href", "o:althref"):
            body = shape(
                f"<v:shape style='width:99pt;height:99pt'><v:imagedata {attribute}='{target}'/></v:shape>"
            )
            made[f"{attribute} {target}"] = packed(outside(body))
        for code in (
            "INCLUDETEXT",
            "INCLUDEPICTURE",
            "LINK Word.Document.12",
            "DDEAUTO soffice",
            "RD",
            "DATABASE",
        ):
            made[f"{code} {target}"] = packed(outside(field(f' {code} "{target}" ')))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><image width="99" height="99" href="{target}"/></svg>'
        body, rel = shown('<a:blip r:embed="rId9"/>'), relationship("image", "media/a.gif")
        made[f"svg {target}"] = packed(outside(body, rel, more={"word/media/a.gif": svg.encode()}))
        made[f"link {target}"] = packed(outside(*link(target)))
        template = relationship("attachedTemplate", target, mode="External")
        made[f"template {target}"] = packed(
            outside(
                "", template, of="word/_rels/settings.xml.rels", settings='<w:attachedTemplate r:id="rId9"/>'
            )
        )
        made[f"frame {target}"] = packed(outside("", relationship("frame", target, mode="External")))
        bare = outside(shown('<a:blip r:link="rId9"/>'), relationship("image", target, mode="External"))
        made[f"no relationships of the file {target}"] = packed(
            {name: content for name, content in bare.items() if name != _package.RELS}
        )
        made[f"they are called otherwise {target}"] = packed(
            {("_rels/.RELS" if name == _package.RELS else name): content for name, content in bare.items()}
        )
    return made


def pictures(pdf: bytes) -> list[pikepdf.Object]:
    """List the pictures in a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def test_nothing_is_fetched_and_no_file_is_shown(listener: Listener, tmp_path: Path) -> None:
    """Of any case: it has no PDF, or one without a picture."""
    (tmp_path / "a.png").write_bytes(png())
    documents = cases(listener.address, (tmp_path / "a.png").as_uri())
    made = dict(zip(documents, _convert.convert(documents), strict=True))

    assert listener.asked == []
    assert len(documents) > 60
    assert {name for name, each in made.items() if isinstance(each, bytes) and pictures(each)} == set()
    refused = [each.code for each in made.values() if isinstance(each, Finding)]
    assert set(refused) <= {
        "external",
        "link-target",
        "missing-part",
        "picture-format",
        "active-content",
        "pdf-failed",
    }
    assert len(refused) > 40


def test_they_would_be_if_the_files_were_not_held_to_what_is_known(
    listener: Listener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the test above can fail: LibreOffice itself fetches, and shows what lies on the machine."""
    (tmp_path / "a.png").write_bytes(png())
    rels = [f"http://{listener.address}/a.png", (tmp_path / "a.png").as_uri()]
    body = shown('<a:blip r:link="rId9"/>')
    documents = [packed(outside(body, relationship("image", target, mode="external"))) for target in rels]
    monkeypatch.setattr(_convert, "_put", lambda file, content: file.write_bytes(content) and None)
    made = _convert.convert(documents)

    assert listener.asked
    assert all(isinstance(each, bytes) and pictures(each) for each in made)
