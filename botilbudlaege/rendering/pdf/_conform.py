"""The pass that makes LibreOffice's PDF conform to PDF/UA-1 and PDF/A-2a, with the same bytes every time.

LibreOffice 7.4 tags, embeds and titles as it should, but claims PDF/A-2b only, does not declare the PDF/UA mark in an
extension schema, leaves out the tab order, and writes the time in four places. A document of ours has no date of its own
in the file, so the times are taken out and not replaced by an invented one.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import pikepdf

_ICC_DATE = slice(24, 36)
_ICC_FIXED = b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0))
_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{dublin_core}
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">{tools}
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>'
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"


def conform(content: bytes) -> bytes:
    """Give the PDF as it should be.

    Args:
        content: What LibreOffice exported, tagged and as PDF/A-2.

    Raises:
        pikepdf.PdfError: It is no PDF.
    """
    import pikepdf  # noqa: PLC0415 - an extra, and the import takes its time

    with pikepdf.open(io.BytesIO(content)) as pdf:
        _untimed(pdf)
        for page in pdf.pages:
            page.obj["/Tabs"] = pikepdf.Name("/S")
        pdf.Root["/Metadata"] = pdf.make_stream(
            _xmp(pdf).encode(), Type=pikepdf.Name("/Metadata"), Subtype=pikepdf.Name("/XML")
        )
        _unambiguous(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _untimed(pdf: pikepdf.Pdf) -> None:
    """Take out all that tells when the file was made: date, checksum, id, and the head of the colour profile."""
    timed = {
        "/CreationDate": pdf.docinfo,
        "/ModDate": pdf.docinfo,
        "/DocChecksum": pdf.trailer,
        "/ID": pdf.trailer,
    }
    for key, dictionary in timed.items():
        if key in dictionary:
            del dictionary[key]
    for intent in pdf.Root.get("/OutputIntents", ()):
        profile = bytearray(intent.DestOutputProfile.read_bytes())
        profile[_ICC_DATE] = _ICC_FIXED
        intent.DestOutputProfile.write(bytes(profile))


def _unambiguous(pdf: pikepdf.Pdf) -> None:
    """Wrap the streams that end in a carriage return, one in 256: with the line feed that follows it reads as one line end.

    A validator that measures streams then finds them one byte short. Run lengths end in a byte of their own.
    """
    import pikepdf  # noqa: PLC0415 - as above

    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and (raw := stream.read_raw_bytes()).endswith(b"\r"):
            stream.write(_run_lengths(raw), filter=pikepdf.Array(_filters(stream)))


def _filters(stream: pikepdf.Stream) -> list[pikepdf.Object]:
    import pikepdf  # noqa: PLC0415 - as above

    own = stream.get("/Filter", pikepdf.Array())
    return [pikepdf.Name("/RunLengthDecode"), *(own if isinstance(own, pikepdf.Array) else [own])]


def _run_lengths(content: bytes) -> bytes:
    """Encode as literal runs only."""
    runs = (content[start : start + 128] for start in range(0, len(content), 128))
    return b"".join(bytes((len(run) - 1,)) + run for run in runs) + b"\x80"


def _xmp(pdf: pikepdf.Pdf) -> str:
    """Give the metadata: what the information dictionary says, and what the file conforms to."""

    def each(*forms: tuple[str, str]) -> str:
        known = {key: escape(str(pdf.docinfo.get(key, ""))) for key, _ in forms}
        return "".join("\n   " + form.format(known[key]) for key, form in forms if known[key])

    return _XMP.format(
        dublin_core=each(("/Title", _TITLE), ("/Author", _CREATOR)),
        tools=each(
            ("/Producer", "<pdf:Producer>{}</pdf:Producer>"),
            ("/Creator", "<xmp:CreatorTool>{}</xmp:CreatorTool>"),
        ),
    )
