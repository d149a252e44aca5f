"""Editors that are not LibreOffice: what they did to a living document is told, that and no more."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from botilbudlaege import read
from tests.packs.reading.living import told
from tests.witnesses import sdk
from tests.witnesses.documents import documents
from tests.witnesses.editors import EDITORS, FACTS, SEVERAL, Editor, issued, plan, rewordings, shown

if TYPE_CHECKING:
    from botilbudlaege import Samarbejdsplan
    from botilbudlaege.packs.reading._read import Readback
    from tests.witnesses.documents import Made

pytestmark = pytest.mark.slow
SAVING = list({editor.save: editor for editor in EDITORS}.values())
"""The editors that save in ways of their own."""
CARRYING = ("living", "form")


@functools.cache
def issued_and_read(made: Made) -> Readback:
    """What is read of a document that nobody has changed."""
    return read(made.document.content)


def changed(path: str, value: Any) -> Samarbejdsplan:
    """The plan with one other fact."""
    first, _, rest = path.partition(".")
    inner = attrs.evolve(getattr(plan(), first), **{rest: value}) if rest else value
    return attrs.evolve(plan(), **{first: inner})


@pytest.mark.parametrize("editor", SAVING, ids=lambda editor: editor.name)
def test_to_open_and_save_changes_nothing(editor: Editor) -> None:
    """In every kind of living document and form; and what is saved is as valid as before."""
    kept = [made for made in documents() if made.way in CARRYING]
    saved = {made: editor.save(made.document.content) for made in kept}
    asked = {
        made.kind: made for made in kept
    }.values()  # Microsoft's validator takes the longest: one of each kind

    assert len(kept) > 50
    assert [str(made) for made in kept if read(saved[made]) != issued_and_read(made)] == []
    assert [error for made in asked for error in sdk.errors(saved[made])] == []


@pytest.mark.parametrize("path", FACTS)
@pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)
def test_a_fact_that_is_set_is_told(editor: Editor, path: str) -> None:
    """That it differs from the data, which no editor changed: what stood there, and what stands there; and nothing else."""
    written, value, before = FACTS[path]
    back = read(editor.put(issued().content, f"plan.{path}", written, only=False))

    assert told(back.findings) == [("error", "conflict", path)]
    assert before in str(back.findings[0])
    assert shown(written) in str(back.findings[0])
    assert back.subject == changed(path, value)


@pytest.mark.parametrize("path", SEVERAL)
@pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)
def test_a_fact_that_is_set_in_one_of_its_places_is_told(editor: Editor, path: str) -> None:
    """That its places disagree: which, what each says, and which of them is the new one."""
    written, value, before = FACTS[path]
    back = read(editor.put(issued().content, f"plan.{path}", written, only=True))

    assert told(back.findings) == [("error", "conflict", path)]
    assert "ikke den samme alle steder" in back.findings[0].message
    assert f"»{before}«" in back.findings[0].message
    assert shown(written) in back.findings[0].message
    assert back.subject == changed(path, value)


def test_every_paragraph_that_is_reworded_is_told() -> None:
    """By betteroffice-docx, as what was and what is, and nothing else."""
    tried = {
        before: [
            (finding.code, f"{before[-8:]} Dog«" in finding.message) for finding in read(content).findings
        ]
        for before, content in rewordings(issued().content)
    }

    assert len(tried) > 30
    assert tried == {before: [("wording", True)] for before in tried}
