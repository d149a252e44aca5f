"""What a document says in its properties of itself, which programs go by and nobody sees: changed since it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from botilbudlaege import read, strip_data
from botilbudlaege.rendering.word import _package
from tests.packs.reading.living import after, form, issued

if TYPE_CHECKING:
    from tests.rendering.living.living_edits import Edited

END = b"</Properties>"
FOREIGN = (
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="Sagsnummer">'
    b'<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">7</vt:lpwstr></property>'
)
CHANGED = {
    "a final that says it is a draft": (b">endelig<", b">kladde<", "dets status"),
    "a party less": (b">botilbud, praksis<", b">botilbud<", "hvem der skriver under"),
    "no parties": (b'name="botilbudlaege.parter"', b'name="x"', "hvem der skriver under"),
    "another rule set": (b">overenskomst-almen-praksis<", b">en anden<", "regelsættet"),
    "other layers": (b">midtjylland, faelles<", b">faelles<", "pakkens lag"),
    "another version of the pack": (b">midtjylland 1.0<", b">midtjylland 9.9<", "status, parter, pakke"),
    "parties, and the digest of all gone": (b"botilbud, praksis", b"praksis", "hvem der skriver under"),
}


def replaced(document: Edited, old: bytes, new: bytes) -> None:
    """Change the custom properties."""
    custom = document.parts[_package.CUSTOM]
    assert old in custom
    document.parts[_package.CUSTOM] = custom.replace(old, new)


@pytest.mark.parametrize(("old", "new", "words"), CHANGED.values(), ids=list(CHANGED))
def test_a_property_that_was_changed(old: bytes, new: bytes, words: str) -> None:
    """It is told, as an error, with what it says."""

    def edit(document: Edited) -> None:
        replaced(document, old, new)
        if old == b"botilbud, praksis":
            replaced(document, b"botilbudlaege.egenskaber", b"x")

    (finding,) = after(edit).findings

    assert (finding.severity, finding.code) == ("error", "properties-changed")
    assert words in finding.message


def test_a_form_that_says_it_is_a_final() -> None:
    """It is told beside that it cannot be compared."""
    back = after(lambda document: replaced(document, b">kladde<", b">endelig<"), of=form())

    assert {"not-compared", "properties-changed"} <= {finding.code for finding in back.findings}


def test_properties_of_others_and_data_taken_out() -> None:
    """Nothing is told: a case number is nobody's business here, and `strip_data` keeps what is sealed."""
    assert after(lambda document: replaced(document, END, FOREIGN + END)).findings == ()
    assert "properties-changed" not in {finding.code for finding in read(strip_data(issued())).findings}
