"""Read back facts that are worked out, and documents that have lost something."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import (
    DocumentError,
    PackError,
    Samarbejdsplan,
    data,
    packs,
    read,
    render,
    strip_data,
)
from botilbudlaege.packs import _load
from botilbudlaege.packs.folder import _discovery
from botilbudlaege.rendering.living import _snapshot
from botilbudlaege.rendering.living._names import DATA_NS, SNAPSHOT_NS
from botilbudlaege.rendering.word import _package
from tests.builders import en_opsigelse
from tests.packs.reading.living import (
    BEBOERE,
    after,
    changed,
    emptied,
    form,
    issued,
    made_by,
    plan,
    tampered,
    termination,
    told,
)
from tests.rendering.living.living_edits import Edited, W

if TYPE_CHECKING:
    from collections.abc import Callable


# Facts that are worked out from others ----------------------------------------------------------------

ENDS = "=opsigelse.ophoersdato"


def ends_tag() -> str:
    """The tag by which the last day of the plan is shown."""
    return next(
        str(control.get(f"{W}val"))
        for control in Edited(termination()).root.iter(f"{W}tag")
        if (control.get(f"{W}val") or "").startswith(ENDS)
    )


def test_a_fact_that_is_worked_out_edited_by_hand() -> None:
    """What is worked out from other facts cannot be changed alone."""
    back = after(lambda d: d.show(ends_tag(), "31. marts 2026"), of=termination())

    assert {(f.severity, f.code, f.path) for f in back.findings} == {("error", "derived", "ophoersdato")}
    assert "31. december 2025" in back.findings[0].remedy
    assert back.subject == en_opsigelse()


def test_a_fact_that_is_worked_out_and_out_of_date() -> None:
    """When the facts change, what follows from them no longer fits."""
    tag = "opsigelse.modtaget"

    back = after(lambda d: d.both(tag, "15. oktober 2025", "2025-10-15"), of=termination())

    assert ("remark", "changed", "modtaget") in told(back.findings)
    assert ("remark", "outdated", "ophoersdato") in told(back.findings)
    assert {finding.severity for finding in back.findings} == {"remark"}
    assert back.subject == en_opsigelse(modtaget=datetime.date(2025, 10, 15))


def test_a_fact_that_is_worked_out_brought_up_to_date() -> None:
    """Whoever changes the fact and what follows from it has made no fault."""
    back = after(
        lambda d: d.both("opsigelse.modtaget", "15. oktober 2025", "2025-10-15"),
        lambda d: d.show(ends_tag(), "31. marts 2026"),
        of=termination(),
    )

    assert "ophoersdato" not in {finding.path for finding in back.findings}


def test_facts_that_do_not_agree() -> None:
    """A wish that the received day makes impossible is refused by the domain, never by an exception."""
    content = render(en_opsigelse(oensket_ophoer=datetime.date(2025, 12, 31)), living=True).content

    back = after(lambda d: d.both("opsigelse.modtaget", "15. januar 2026", "2026-01-15"), of=content)

    assert ("error", "invalid", "oensket_ophoer") in told(back.findings)
    assert back.subject == en_opsigelse(modtaget=datetime.date(2026, 1, 15))


def renamed(document: Edited) -> None:
    """Rename the data part and drop what describes it."""
    name = document.item(DATA_NS)
    content = document.parts[name]
    document.drop(
        lambda part: (
            part.startswith("customXml/") and name.removeprefix("customXml/").removesuffix(".xml") in part
        )
    )
    document.parts["customXml/item77.xml"] = content


def is_custom_xml(name: str) -> bool:
    """Whether a part is custom XML."""
    return name.startswith("customXml/")


def without_item(namespace: str) -> Callable[[Edited], object]:
    """Drop the data of a namespace."""

    def edit(document: Edited) -> None:
        own = document.item(namespace)
        document.drop(lambda name: name == own)

    return edit


LOST: dict[str, tuple[Callable[[Edited], object], list[tuple[str, str]]]] = {
    "the data": (
        without_item(DATA_NS),
        [("remark", "store-lost")],
    ),
    "the content of the data": (emptied, [("remark", "store-lost")]),
    "the name of the data": (renamed, []),
    "the facts as issued": (
        without_item(SNAPSHOT_NS),
        [("remark", "snapshot-lost")],
    ),
    "the properties": (
        lambda d: d.drop(lambda name: name == _package.CUSTOM),
        [("remark", "properties-lost"), ("warning", "not-compared")],
    ),
    "all custom XML": (lambda d: d.drop(is_custom_xml), [("remark", "store-lost")]),
    "its honesty": (tampered, [("error", "snapshot-tampered")]),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_found_elsewhere(name: str) -> None:
    """The facts stand in the data, in the snapshot, in the properties and in the text: one is enough."""
    edit, findings = LOST[name]

    back = after(edit)

    assert [(finding.severity, finding.code) for finding in back.findings] == findings
    assert back.subject == plan()
    assert back.issued == plan()


def test_only_the_text_is_left() -> None:
    """Without data and properties the facts that the fields show are still read."""
    back = after(lambda d: d.drop(lambda name: is_custom_xml(name) or name == _package.CUSTOM))

    assert [finding.code for finding in back.findings] == ["store-lost", "issued-lost", "properties-lost"]
    assert back.issued is None
    assert back.subject.botilbud.navn == "Æblehaven"
    assert back.subject.moedeaftaler == plan().moedeaftaler
    assert back.subject.praksis.navn is None


def test_a_changed_fact_without_data() -> None:
    """Without the bound data, all that is seen agrees: the fact is changed."""
    back = after(lambda d: d.show(BEBOERE, "20").drop(is_custom_xml))

    assert told(back.findings)[:2] == [
        ("remark", "store-lost", ""),
        ("remark", "changed", "botilbud.antal_beboere"),
    ]
    assert back.subject == changed(botilbud_antal_beboere=20)


def test_data_stripped() -> None:
    """What is stripped of its data is still read by its fields; pack and version are still known."""
    bare = strip_data(issued())
    parts = Edited(bare).parts

    back = read(bare)

    assert not any(name.startswith("customXml/") for name in parts)
    assert b"dataBinding" not in parts[_package.DOCUMENT]
    assert "Fonden Havblik" not in parts[_package.CUSTOM].decode()
    assert back.provenance["botilbudlaege.pakke"].startswith("midtjylland ")
    assert [finding.code for finding in back.findings] == ["store-lost", "issued-lost"]
    assert back.subject.botilbud.navn == "Æblehaven"


def test_another_version_of_the_pack() -> None:
    """Wording is compared with the same pack only; a pack that is not installed is never opened by its name."""

    def other(text: str) -> Callable[[Edited], None]:
        def edit(document: Edited) -> None:
            made_by(document, text)
            document.replace("to dele", "tre dele")

        return edit

    for text in ("ukendt 1.0", "docs/examples/region_fiktiv 1.0"):
        back = after(other(text))

        assert [finding.code for finding in back.findings] == ["not-compared"]
        assert back.subject == plan()
    assert [f.code for f in read(after_bytes(other("ukendt 1.0")), pack="midtjylland").findings] == [
        "wording"
    ]


def test_another_version_number_is_no_obstacle() -> None:
    """What the pack has for the document is the same, so its wording is compared."""

    def edit(document: Edited) -> None:
        made_by(document, "midtjylland 0.9")
        document.replace("to dele", "tre dele")

    assert [finding.code for finding in after(edit).findings] == ["wording"]


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack that is installed in version 1.0, with a clause of the plan and one of the contract."""
    folder = tmp_path / "nord"
    (folder / "klausuler").mkdir(parents=True)
    reasons = "".join(
        f'\n[klausuler.{name}]\nbegrundelse = "Egen."\n' for name in ("omfang", "kontrakt_parter")
    )
    (folder / "pakke.toml").write_text(
        f'id = "nord"\nnavn = "Nord"\nversion = "1.0"\nbygger_paa = "faelles"\n{reasons}', encoding="utf-8"
    )
    for name in ("omfang", "kontrakt_parter"):
        (folder / "klausuler" / f"{name}.md").write_text("Det er aftalt.\n", encoding="utf-8")
    load, known = _load.load, (*_discovery.available(), "nord")
    monkeypatch.setattr(_discovery, "available", lambda: known)
    monkeypatch.setattr(_load, "load", lambda pack: load(folder if pack == "nord" else pack))
    return folder


def _next_version(folder: Path, clause: str) -> None:
    """Give the pack a new version with another wording of a clause."""
    manifest = folder / "pakke.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"1.0"', '"2.0"'), encoding="utf-8")
    (folder / "klausuler" / f"{clause}.md").write_text("Det er aftalt på ny.\n", encoding="utf-8")


def test_a_new_version_with_the_same_words_for_the_document(released: Path) -> None:
    """The clause of another document is another; the plan that is out is read as before."""
    content = render(plan(), pack=released, living=True).content
    _next_version(released, "kontrakt_parter")

    assert read(content).findings == ()


def test_a_new_version_with_other_words_says_what_to_do(released: Path, tmp_path: Path) -> None:
    """To read it with the folder of the old version, which is then compared."""
    content = render(plan(), pack=released, living=True).content
    old = Path(shutil.copytree(released, tmp_path / "gemt" / "nord"))
    _next_version(released, "omfang")
    (told,) = read(content).findings

    assert "lavet med version 1.0 af pakken nord; her er 2.0" in told.message
    assert "mappen med version 1.0 af pakken" in told.remedy
    assert read(content, pack=old).findings == ()


def test_a_form_that_says_it_is_a_final() -> None:
    """It cannot be made anew as one, so its wording cannot be compared; the facts are read all the same."""

    def edit(document: Edited) -> None:
        custom = document.parts[_package.CUSTOM]
        document.parts[_package.CUSTOM] = custom.replace(b">kladde<", b">endelig<")

    back = after(edit, of=form())

    assert back.findings[0].code == "not-compared"
    assert "kan ikke laves igen" in back.findings[0].message
    assert back.issued == Samarbejdsplan()


def test_a_document_of_facts_that_would_now_be_refused() -> None:
    """A name that reads as an empty field, as no document is made with: it cannot be made anew."""
    facts = data.compact(changed(botilbud_navn="[indsæt navn på botilbud]"))

    def edit(document: Edited) -> None:
        name = document.item(SNAPSHOT_NS)
        document.parts[name] = _snapshot.snapshot(facts)
        document.drop(lambda part: part == _package.CUSTOM)

    content = after_bytes(edit)
    back = read(content, pack="midtjylland")

    assert "not-compared" in {finding.code for finding in back.findings}
    assert back.issued.botilbud.navn == "[indsæt navn på botilbud]"


def test_a_pack_that_cannot_be_used_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    """Whoever gives a pack is told what is wrong with it."""
    folder = tmp_path / "proeve"
    (folder / "klausuler").mkdir(parents=True)
    (folder / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "x"\nversion = "1"\nbygger_paa = "faelles"\n[klausuler.omfang]\nbegrundelse = "x"\n',
        encoding="utf-8",
    )
    (folder / "klausuler" / "omfang.md").write_text("# Overskrift\n", encoding="utf-8")
    with pytest.raises(PackError, match="omfang"):
        read(issued(), pack=folder)


def test_the_kind_of_a_document_that_has_lost_its_properties() -> None:
    """A contract is made of a plan too: what it is like decides, so that no wording is told as changed."""
    content = render(plan(), "kontrakt", living=True, pack="faelles").content
    document = Edited(content).drop(lambda name: name == _package.CUSTOM)

    back = read(document.content, pack="faelles")

    assert [finding.code for finding in back.findings] == ["properties-lost"]
    assert back.subject == plan()


def after_bytes(edit: Callable[[Edited], object]) -> bytes:
    """The plan after an edit."""
    document = Edited(issued())
    edit(document)
    return document.content


def test_a_document_that_is_not_living() -> None:
    """A flat document, and one that is not ours, cannot be read back."""
    for content in (render(plan()).content, packs.load("faelles").template("samarbejdsplan").docx):
        with pytest.raises(DocumentError, match="living"):
            read(content)


def test_a_file_that_is_not_there() -> None:
    """A file that cannot be read is told by its name."""
    with pytest.raises(DocumentError, match=r"findes-ikke\.docx"):
        read("mappe/findes-ikke.docx")
