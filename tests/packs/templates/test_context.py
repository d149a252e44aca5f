"""What the tags of a template see of a subject, and the digest of it, which is written in the same pass."""

from __future__ import annotations

import attrs
import pytest

from botilbudlaege import Fakta, facts_digest, load
from botilbudlaege.domain import SUBJEKTER
from botilbudlaege.packs.templates import _context
from docs.pages.felter import example
from tests.builders import EXAMPLES, en_plan

_ODD = ('"', "\\", "/", "%s", "æøå €", "\u2028", "\U0001f600")


def subjects() -> list[Fakta]:
    """The examples of files, and each kind with nothing known and with all that may be known."""
    files = [load(path) for path in sorted(EXAMPLES.glob("*.toml"))]
    return [*files, *(subject for cls in SUBJEKTER.values() for subject in (cls(), example(cls)))]


def test_the_digest_is_that_of_what_is_seen() -> None:
    """Whichever kind of subject: as JSON's own encoder writes it, which walks through all of it once more."""
    for subject in subjects():
        seen, digest = _context.facts_and_digest(subject)

        assert digest == _context.digest(seen[_context.root(type(subject))])


@pytest.mark.parametrize("text", _ODD)
def test_texts_are_written_as_json_writes_them(text: str) -> None:
    """With quotation marks, signs of a form, line breaks and all."""
    plan = en_plan()
    plan = attrs.evolve(plan, botilbud=attrs.evolve(plan.botilbud, navn=f"Hus {text}"))
    seen, digest = _context.facts_and_digest(plan)

    assert digest == _context.digest(seen["plan"])
    assert digest != facts_digest(en_plan())


def test_the_digest_stays_what_documents_bear() -> None:
    """It stands in documents that have been signed: an example's is written here, and never changes."""
    assert (
        facts_digest(load(EXAMPLES / "aeblehaven.toml"))
        == "sha256:75fab855f9bb0502c1d0ca99dd604b71d3f0a98571ec2d4847e823b895efe5e6"
    )
