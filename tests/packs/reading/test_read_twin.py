"""A document that nobody has touched is read as the one made anew; whatever differs by a byte is read itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from botilbudlaege import load, read, render
from botilbudlaege.rendering.living import _readback
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from botilbudlaege.rendering.living._readback import Living

PLAN = EXAMPLES / "aeblehaven.toml"
SHOWN = ("paragraphs", "controls", "alternatives", "bindings", "shown_otherwise")


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.toml")))
def test_a_twin_shows_what_the_document_itself_does(name: str) -> None:
    """All that is read there is what its own parts say, in a draft of every example."""
    content = render(load(EXAMPLES / name), living=True, draft=True).content
    found, fresh = _readback.open_living(content), _readback.shown(content)
    twin = _readback.twinned(found, fresh)

    assert twin.twin is fresh
    assert [getattr(twin, each) for each in SHOWN] == [getattr(found, each) for each in SHOWN]
    assert twin.roots.keys() == found.roots.keys()


def test_what_differs_by_a_byte_is_no_twin() -> None:
    """In any part that can be seen: the text, a style, a header, a relationship; nor with a part more or less."""
    content = render(load(PLAN), living=True).content
    found, fresh = _readback.open_living(content), _readback.shown(content)
    changed = [{**found.parts, name: found.parts[name] + b" "} for name in fresh.parts]
    fewer = [{each: found.parts[each] for each in found.parts if each != name} for name in fresh.parts]
    more = [{**found.parts, name: b"<a/>"} for name in ("word/footnotes.xml", "word/media/image1.png")]

    assert len(fresh.parts) > 5
    for parts in (*changed, *fewer, *more):
        other = attrs.evolve(found, parts=parts)
        assert _readback.twinned(other, fresh) is other


def test_reading_concludes_the_same_without_the_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    """It spares work, and says nothing."""
    content = render(load(PLAN), living=True).content
    back = read(content)
    asked: list[Living] = []

    def untwinned(found: Living, fresh: Living) -> Living:
        asked.append(fresh)
        return found

    monkeypatch.setattr(_readback, "twinned", untwinned)

    assert read(content) == back
    assert len(asked) == 1
    assert back.findings == ()
