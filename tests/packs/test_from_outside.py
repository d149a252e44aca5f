"""Word files that hold what a pack's may not, and documents that came back with parts of others.

`tests/cases/pack` holds Word files of packs, each made after something that was seen in the wild. A new case is a new
file and a line here.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from botilbudlaege import DocumentError, load, packs, read, render, strip_data
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES, en_plan

OUTSIDE = Path(__file__).parents[1] / "cases" / "pack"
FILE = "proeve/samarbejdsplan.docx"
FIRST = f"{FILE}, teksten, afsnit 1"
PICTURE = "Slet billedet i Word, og sæt det ind igen med Indsæt > Billeder > Denne enhed."
FIELD = "Klik på feltet i Word, og tryk Ctrl+Skift+F9: så bliver det til tekst."
LINK = (
    f"{FIRST}: »x«: Et link fører til andet end en hjemmeside eller en mailadresse."
    " Højreklik på linket i Word, vælg Fjern link, og gem filen igen."
)


def dropped(what: str) -> str:
    """What is said of something that does not travel."""
    return f"{FILE}: Word-filen har noget, som ikke ses og ikke følger med i dokumenterne: {what}. Der skal ikke gøres noget."


SAID: dict[str, list[str]] = {
    "pack_blip_image_rel_no_TargetMode": [f"{FIRST}: Filen henter noget udefra (et billede). {PICTURE}"],
    "pack_customUI": [dropped("knapper til båndet")],
    "pack_field_DATABASE": [f"{FIRST}: »x«: Filen har et felt, der henter noget udefra (DATABASE). {FIELD}"],
    "pack_field_INCLUDE": [f"{FIRST}: »x«: Filen har et felt, der henter noget udefra (INCLUDE). {FIELD}"],
    "pack_html_part": [dropped("dele, som intet fører til")],
    "pack_hyperlink_rel_file_": [LINK],
    "pack_hyperlink_rel_javascript": [LINK],
    "pack_hyperlink_rel_ms_msdt": [LINK],
    "pack_rel_external_lower_case_mode": [
        f"{FIRST}: Filen henter noget udefra (et billede). {PICTURE}",
        (
            f"{FILE}, teksten: Filen henviser til noget på en måde, som ikke alle programmer læser ens."
            " Slet det i Word, og gem filen igen som .docx."
        ),
    ],
    "pack_settings_attachedTemplate_rel_strict": [dropped("en tilknyttet skabelon")],
    "pack_settings_mailMerge": [dropped("en brevfletning")],
    "pack_tracked_change_author": [
        (
            f"{FIRST}: »x«: Skabelonen har en sporet ændring: en indsættelse. Vælg Gennemse > Acceptér > Acceptér alle"
            " ændringer, og stop sporing i Word (eller afvis dem), slå Registrer ændringer fra, og gem."
        )
    ],
    "pack_vml_imagedata_o_href": [f"{FIRST}: Filen henter noget udefra (en tegning). {PICTURE}"],
    "pack_vml_imagedata_src": [f"{FIRST}: Filen henter noget udefra (en tegning). {PICTURE}"],
}
TRACES = (b"127.0.0.1", b"customUI", b"mailMerge", b"evil", b"<script", b"passwd")


def pack_of(folder: Path, docx: Path) -> Path:
    """A pack whose plan is a Word file from outside."""
    pack = folder / "proeve"
    pack.mkdir()
    shutil.copyfile(docx, pack / "samarbejdsplan.docx")
    (pack / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1.0"\nbygger_paa = "faelles"\n'
        '[dokumenter.samarbejdsplan]\nbegrundelse = "Prøve."\ntitel = "Plan"\nfil = "samarbejdsplan.docx"\n',
        encoding="utf-8",
    )
    return pack


@pytest.mark.parametrize("docx", sorted(OUTSIDE.glob("*.docx")), ids=lambda path: path.stem)
def test_a_word_file_that_a_pack_may_not_have(docx: Path, tmp_path: Path) -> None:
    """It is refused with place and remedy, or what nobody sees is named and does not reach the contract."""
    pack = pack_of(tmp_path, docx)
    findings = packs.check(pack)

    assert [str(finding) for finding in findings if finding.severity != "warning"] == SAID[docx.stem]
    if any(finding.severity == "error" for finding in findings):
        with pytest.raises(DocumentError):
            render(en_plan(), pack=pack)
        return
    made = _package.read(render(en_plan(), pack=pack).content)

    assert not [
        trace for trace in TRACES if any(trace in name.encode() + part for name, part in made.items())
    ]


def test_every_file_here_has_its_line() -> None:
    """A case that nobody looked at shows nothing."""
    assert {path.stem for path in OUTSIDE.iterdir()} == set(SAID)


@pytest.mark.parametrize("living", [False, True])
def test_the_properties_of_a_document_name_us_alone(living: bool) -> None:  # noqa: FBT001 - a case
    """No company, manager, template or time of whoever made the Word file."""
    parts = _package.read(render(en_plan(), living=living).content)

    assert parts["docProps/app.xml"].decode().partition("\n")[2] == (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>botilbudlaege</Application></Properties>"
    )
    assert parts["_rels/.rels"].count(b"extended-properties") == 1
    assert parts["[Content_Types].xml"].count(b"/docProps/app.xml") == 1


# Documents that came back ---------------------------------------------------------------------------------


def plan_with(**parts: bytes) -> dict[str, bytes]:
    """The parts of a living plan, with further ones."""
    made = _package.read(render(load(EXAMPLES / "aeblehaven.toml"), living=True).content)
    return {**made, **parts}


def test_what_other_programs_add_unseen_is_not_told() -> None:
    """Data of others, settings for web pages, who the company is, a signature: nothing of the text is another."""
    made = plan_with()
    made |= {
        "customXml/item9.xml": "<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16"),
        "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Company>Kommunen</Company></Properties>",
        "word/webSettings.xml": b"<a/>",
        "_xmlsignatures/origin.sigs": b"",
    }
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    _package.relate(made, _package.DOCUMENT_RELS, f"{office}/customXml", "../customXml/item9.xml")
    _package.relate(made, _package.DOCUMENT_RELS, f"{office}/webSettings", "webSettings.xml")
    signature = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    _package.relate(made, _package.RELS, signature, "_xmlsignatures/origin.sigs")
    content = _package.write(made)

    assert read(content).findings == ()
    assert b"Kommunen" not in b"".join(_package.read(strip_data(content)).values())


def test_a_picture_behind_the_text_is_told() -> None:
    """It is no figure in the text, and still the file has a picture that it had not."""
    made = plan_with(**{"word/media/a.gif": b"GIF89a"})
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made[_package.DOCUMENT_RELS] = made[_package.DOCUMENT_RELS].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdP" Type="{office}/image" Target="media/a.gif"/></Relationships>'.encode(),
    )
    made[_package.CONTENT_TYPES] = made[_package.CONTENT_TYPES].replace(
        b"</Types>", b'<Default Extension="gif" ContentType="image/gif"/></Types>'
    )
    ground = (
        b'<w:background w:color="FFFFFF"><v:background xmlns:v="urn:schemas-microsoft-com:vml">'
        b'<v:fill r:id="rIdP" type="frame"/></v:background></w:background><w:body>'
    )
    made[_package.DOCUMENT] = made[_package.DOCUMENT].replace(b"<w:body>", ground, 1)

    assert [(finding.code, finding.message) for finding in read(_package.write(made)).findings] == [
        (
            "not-read",
            "Filen har fået et billede, som den ikke havde, for eksempel bag teksten eller i et andet billedes sted.",
        )
    ]


def test_a_link_to_a_file_is_told() -> None:
    """And the rest of the document is read."""
    made = plan_with()
    made[_package.DOCUMENT] = made[_package.DOCUMENT].replace(
        b"<w:body>", b'<w:body><w:p><w:hyperlink r:id="rIdL"/></w:p>', 1
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made[_package.DOCUMENT_RELS] = made[_package.DOCUMENT_RELS].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdL" Type="{office}/hyperlink" Target="file:///a" TargetMode="External"/></Relationships>'.encode(),
    )
    back = read(_package.write(made))

    assert [finding.code for finding in back.findings] == ["link-target"]
    assert back.subject == load(EXAMPLES / "aeblehaven.toml")
