"""Files made to harm, read back: a refusal in Danish or an answer, soon, and nothing else."""

from __future__ import annotations

import copy
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbudlaege import DocumentError, Finding, Readback, read, render, rendering, strip_data
from botilbudlaege.rendering.living._names import DATA_NS, SNAPSHOT_NS
from botilbudlaege.rendering.word import _package, _refusals
from tests.builders import en_plan
from tests.effort import within
from tests.rendering.living.living_edits import Edited, W, a_paragraph
from tests.rendering.word.docx_builder import packed
from tests.rendering.word.hostile_archives import ARCHIVES, BOMBS
from tests.rendering.word.hostile_parts import CASES, PARTS
from tests.rendering.word.test_hostile import DANISH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UNITS = 21  # of work: three seconds of a machine that does nothing else
NAVN = "plan.botilbud.navn"
OPENED = [name for name in CASES if name not in {**BOMBS, **ARCHIVES, **PARTS}]


def outcome(content: bytes) -> Readback | DocumentError:
    """Read a file with little work. Anything but an answer or a refusal fails."""
    return within(UNITS, partial(_result, content))


def _result(content: bytes) -> Readback | DocumentError:
    try:
        return read(content)
    except DocumentError as error:
        return error


def test_a_file_is_opened_as_templates_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """By one function, before anything else looks at it: what it refuses of the hostile corpus is refused here too."""
    refusal = DocumentError(Finding(place="", path="", message="Filen er prøvens.", remedy="", code="proeve"))

    def refuse(_: bytes) -> NoReturn:
        raise refusal

    document = issued()  # whose template is opened, too
    monkeypatch.setattr(_refusals, "open_package", refuse)

    for use in (read, strip_data, rendering.compile):
        with pytest.raises(DocumentError) as caught:
            use(document)
        assert caught.value.findings == refusal.findings


@pytest.mark.parametrize("name", OPENED)
def test_the_hostile_corpus(name: str) -> None:
    """What is refused as a template, or not at all, is no living document either: each is refused, in Danish."""
    refused = outcome(CASES[name]())

    assert isinstance(refused, DocumentError)
    assert all(finding.code and DANISH.search(finding.message) for finding in refused.findings)


@cache
def issued() -> bytes:
    """A plan as a living document."""
    return render(en_plan(), living=True).content


def snapshot(text: str) -> Callable[[Edited], None]:
    """Put another text in the snapshot, and take the properties that tell it away."""

    def edit(document: Edited) -> None:
        name = document.item(SNAPSHOT_NS)
        document.parts[name] = f'<snapshot xmlns="{SNAPSHOT_NS}">{text}</snapshot>'.encode()
        custom = _package.parse(document.parts[_package.CUSTOM])
        for entry in list(custom):
            if entry.get("name", "").startswith(("botilbudlaege.data", "botilbudlaege.udstedt")):
                custom.remove(entry)
        document.parts[_package.CUSTOM] = _package.serialise(custom)

    return edit


def said(name: str, text: str) -> Callable[[Edited], None]:
    """Give a property another value."""

    def edit(document: Edited) -> None:
        custom = _package.parse(document.parts[_package.CUSTOM])
        for entry in custom:
            if entry.get("name") == name:
                entry[0].text = text
        document.parts[_package.CUSTOM] = _package.serialise(custom)

    return edit


def tagged(tag: str) -> Callable[[Edited], object]:
    """Give the name of the home another tag."""
    return lambda d: [c.find(f"{W}sdtPr/{W}tag").set(f"{W}val", tag) for c in d.controls(NAVN)]


def stored(xml: str) -> Callable[[Edited], None]:
    """Put other data in place of the facts."""

    def edit(document: Edited) -> None:
        document.parts[document.item(DATA_NS)] = f'<plan xmlns="{DATA_NS}">{xml}</plan>'.encode()

    return edit


def flooded(document: Edited, count: int) -> None:
    """Add paragraphs."""
    last = document.root.find(f"{W}body")[-1]
    for number in range(count):
        last.addprevious(a_paragraph(f"afsnit {number}"))


def crowded(document: Edited, count: int) -> None:
    """Copy a field over and over."""
    control = document.controls(NAVN)[0]
    for _ in range(count):
        control.addnext(copy.deepcopy(control))


LIVING: dict[str, Callable[[Edited], object]] = {
    "snapshot of 100,000 brackets": snapshot("[" * 100_000),
    "snapshot with a number of 10,000 digits": snapshot(
        f'{{"dokument":"samarbejdsplan","x":{"9" * 10_000}}}'
    ),
    "snapshot that is a list": snapshot("[1]"),
    "snapshot that is null": snapshot("null"),
    "snapshot of an unknown kind": snapshot('{"dokument":["a"]}'),
    "snapshot of a kind that is a number": snapshot('{"dokument":7}'),
    "snapshot with wrong types": snapshot('{"dokument":"samarbejdsplan","botilbud":7,"moedeaftaler":"x"}'),
    "snapshot of another kind": snapshot('{"dokument":"opsigelse"}'),
    "snapshot with NaN": snapshot('{"dokument":"samarbejdsplan","timer_pr_maaned":NaN}'),
    "snapshot with half a character": snapshot('{"dokument":"samarbejdsplan","x":"\\\\ud800"}'),
    "pack that is a path": said("botilbudlaege.pakke", "/etc 1.0"),
    "pack that is empty": said("botilbudlaege.pakke", ""),
    "kind that is not there": said("botilbudlaege.dokument", "findes_ikke"),
    "kind of another subject": said("botilbudlaege.dokument", "opsigelse"),
    "kind that is an attribute": said("botilbudlaege.dokument", "__class__"),
    "tag of an attribute": tagged("plan.__class__.__init__"),
    "tag of a derived fact": tagged("plan.region"),
    "tag of an object": tagged("plan.botilbud"),
    "tag of a list": tagged("plan.moedeformer"),
    "tag of an item far away": tagged("plan.emner[9999]"),
    "tag of an item of a text": tagged("plan.botilbud.navn[3]"),
    "tag of another root": tagged("opsigelse.modtaget"),
    "tag that is an expression": tagged("=" + "(" * 60),
    "tag of 100,000 characters": tagged("plan" + ".a" * 50_000),
    "data in 200 levels": stored("<a>" * 200 + "</a>" * 200),
    "data with 20,000 items": stored("<emner>" + "<item>a</item>" * 20_000 + "</emner>"),
    "data in other namespaces": stored('<x:navn xmlns:x="urn:x">a</x:navn>'),
    "10,000 paragraphs more": lambda d: flooded(d, 10_000),
    "2,500 paragraphs more": lambda d: flooded(d, 2_500),
    "a field 2,000 times": lambda d: crowded(d, 2_000),
    "a value of 500,000 characters": lambda d: d.show(NAVN, "a b " * 125_000, only=0),
    "a value of brackets": lambda d: d.show(NAVN, "[indsæt " * 10_000, only=0),
    "fields of Word that do not end": lambda d: d.root.find(f".//{W}r").append(
        d.root.makeelement(f"{W}fldChar", {f"{W}fldCharType": "begin"})
    ),
    "controls without anything in them": lambda d: [c.clear() for c in list(d.root.iter(f"{W}sdt"))],
}


@pytest.mark.parametrize("name", LIVING)
def test_a_living_document_made_to_harm(name: str) -> None:
    """It is read as far as it goes, or refused."""
    document = Edited(issued())
    LIVING[name](document)

    result = outcome(document.content)

    assert isinstance(result, (Readback, DocumentError))
    assert result.findings or result.subject == en_plan()


EDIT = st.tuples(
    st.sampled_from(["delete", "duplicate", "copy", "move", "text", "attribute"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)


@cache
def _parts() -> dict[str, bytes]:
    return _package.read(issued())


def rearranged(content: bytes, edits: Sequence[tuple[str, int, int]]) -> bytes:
    """Delete, duplicate, copy or move elements, or change a text or an attribute: still well-formed."""
    root = _package.parse(content)
    for kind, one, other in edits:
        inside: list[Any] = list(root.iter())
        first, second = inside[one % len(inside)], inside[other % len(inside)]
        parent = first.getparent()
        if kind == "delete" and parent is not None:
            parent.remove(first)
        elif kind == "duplicate" and parent is not None:
            first.addnext(copy.deepcopy(first))
        elif kind == "copy" or (
            kind == "move" and parent is not None and first not in second.iterancestors()
        ):
            second.append(copy.deepcopy(first))
        elif kind == "text" and first.text:
            first.text = first.text[: other % (len(first.text) + 1)] + "[0].ü\n="
        elif first.attrib:
            first.set(first.keys()[other % len(first.attrib)], "9" * (other % 70))
    return _package.serialise(root)


@pytest.mark.slow
@given(
    st.deferred(
        lambda: st.sampled_from(
            sorted(
                name for name in _parts() if name.startswith(("word/d", "word/h", "customXml", "docProps/cu"))
            )
        )
    ),
    st.lists(EDIT, min_size=1, max_size=6),
)
def test_a_living_document_changed_inside(member: str, edits: list[tuple[str, int, int]]) -> None:
    """However its parts are torn apart, it is read or refused; stripped of its data it still opens."""
    content = packed({**_parts(), member: rearranged(_parts()[member], edits)})

    result = outcome(content)

    if isinstance(result, Readback):
        assert isinstance(strip_data(content), bytes)
