"""`selfcheck`: clean on all that is made here, and each fault told when it alone is put in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from botilbudlaege import DocumentError, Samarbejdsplan, load, render
from botilbudlaege.rendering.living._names import DATA_ID
from botilbudlaege.rendering.word import _package
from tests.builders import EXAMPLES, en_plan, et_botilbud
from tests.rendering.living.living_edits import Edited, W, a_run
from tests.rendering.living.selfcheck import selfcheck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAVN, START, AFTALEPART = "plan.botilbud.navn", "plan.ikrafttraeden", "plan.aftalepart"
LIVING = sorted(path for path in EXAMPLES.glob("*.toml") if "ufuldstaendig" not in path.name)


@cache
def issued() -> bytes:
    """A plan with a field of each kind."""
    return render(en_plan(botilbud=et_botilbud(antal_beboere=18)), living=True).content


def prop(document: Edited, tag: str, name: str) -> Any:
    """A property of the first control of a tag."""
    return document.controls(tag)[0].find(f"{W}sdtPr/{W}{name}")


def put(name: str, value: str, *, tag: str = NAVN, attribute: str = "val") -> Callable[[Edited], None]:
    """Give a property of a control another value."""
    return lambda document: prop(document, tag, name).set(f"{W}{attribute}", value)


def same_id(document: Edited) -> None:
    """Let a control in the header have the id of one in the text."""
    copy = _package.parse(_package.serialise(document.controls(START)[0]))
    document.roots["word/header1.xml"].find(f"{W}p").append(copy)


def plain_control(beside: Any) -> Any:
    """A control without tag and binding, with an id that is free."""
    control = beside.makeelement(f"{W}sdt")
    properties, content = control.makeelement(f"{W}sdtPr"), control.makeelement(f"{W}sdtContent")
    properties.append(control.makeelement(f"{W}id", {f"{W}val": "2000000000"}))
    control.extend([properties, content])
    return control


def nested(document: Edited) -> None:
    """Put a control in a text control."""
    content = document.controls(NAVN)[0].find(f"{W}sdtContent")
    inner = plain_control(content)
    content.append(inner)
    inner.find(f"{W}sdtContent").append(content[0])


def in_link(document: Edited) -> None:
    """Put a control in a link."""
    control = document.controls(NAVN)[0]
    link = control.makeelement(f"{W}hyperlink")
    control.getparent().replace(control, link)
    link.append(control)


def twice_in_list(document: Edited) -> None:
    """Give a list an item twice."""
    items = prop(document, AFTALEPART, "dropDownList")
    items[2].attrib.update(items[0].attrib)


def unlisted(document: Edited) -> None:
    """Take what is chosen from its list."""
    choices = prop(document, AFTALEPART, "dropDownList")
    choices.remove(next(item for item in choices if item.get(f"{W}value") == "botilbuddet"))


def prompt_shown(document: Edited) -> None:
    """Say that a field with a value shows its prompt."""
    properties = document.controls(NAVN)[0].find(f"{W}sdtPr")
    prop(document, NAVN, "dataBinding").addprevious(properties.makeelement(f"{W}showingPlcHdr"))


def moved(name: str) -> Callable[[Edited], None]:
    """Put a property of a control last."""
    return lambda document: document.controls(NAVN)[0].find(f"{W}sdtPr").append(prop(document, NAVN, name))


def twice(document: Edited) -> None:
    """Say what kind of control it is two times."""
    kind = prop(document, NAVN, "text")
    kind.addnext(kind.makeelement(f"{W}richText"))


def item_id(old: bytes, new: bytes) -> Callable[[Edited], None]:
    """Change the id of a data item."""

    def change(document: Edited) -> None:
        for name in [name for name in document.parts if name.startswith("customXml/itemProps")]:
            document.parts[name] = re.sub(old, new, document.parts[name])

    return change


FAULTS: dict[str, tuple[str, Callable[[Edited], object]]] = {
    "an id that another part has": ("id-taken", same_id),
    "an id of 32 bits": ("id-range", put("id", "2147483648")),
    "the id 0": ("id-range", put("id", "0")),
    "a negative id": ("id-range", put("id", "-5")),
    "a tag of 65": ("name-length", put("tag", "x" * 65)),
    "a title of 65": ("name-length", put("alias", "x" * 65)),
    "a control in a text control": ("nested", nested),
    "a control in a link": ("in-link", in_link),
    "a choice twice": ("choice-twice", twice_in_list),
    "a choice that the list has not": ("choice-unknown", unlisted),
    "properties out of order": ("order", moved("id")),
    "what it is before its binding": ("order", moved("dataBinding")),
    "two kinds": ("order", twice),
    "an id that two data have": ("store-taken", item_id(rb"\{[0-9A-F-]+\}", DATA_ID.encode())),
    "an id of data that is none": (
        "store-id",
        item_id(rb"\{(?!%b)[0-9A-F-]+\}" % DATA_ID[1:-1].encode(), b"data"),
    ),
    "a choice with another value": (
        "choice-text",
        lambda d: prop(d, AFTALEPART, "dropDownList")[0].set(f"{W}value", "ANDET"),
    ),
    "a prompt that is not there": (
        "no-prompt",
        lambda d: prop(d, NAVN, "placeholder")[0].set(f"{W}val", "FINDES_IKKE"),
    ),
    "data that are not there": (
        "unknown-store",
        put("dataBinding", "{00000000-0000-0000-0000-000000000000}", attribute="storeItemID"),
    ),
    "a path to nowhere": ("no-node", put("dataBinding", "/n:plan[1]/n:findes_ikke[1]", attribute="xpath")),
    "a path that is an expression": ("no-node", put("dataBinding", "//n:navn", attribute="xpath")),
    "another text than is stored": ("shown-not-stored", lambda d: d.store(NAVN, "Bøgely")),
    "another date than is stored": ("shown-not-stored", lambda d: d.store(START, "2025-05-01")),
    "another date than is shown": ("shown-not-stored", lambda d: d.show(START, "1. maj 2025", only=0)),
    "another date than Word keeps": (
        "shown-not-stored",
        put("date", "2025-05-01T00:00:00Z", tag=START, attribute="fullDate"),
    ),
    "a date in words": ("shown-not-stored", lambda d: d.show(START, "første april", only=0)),
    "no building blocks": ("no-prompt", lambda d: d.parts.pop("word/glossary/document.xml")),
    "a prompt over a value": ("prompt-over-value", prompt_shown),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told(name: str) -> None:
    """A fault that is put in alone is told, as itself, at a place, with what to do."""
    code, break_ = FAULTS[name]
    document = Edited(issued())
    break_(document)

    findings = selfcheck(document.content)

    assert {finding.code for finding in findings} == {code}
    assert all(finding.place and finding.remedy for finding in findings)


def test_a_glossary_counts() -> None:
    """Word keeps ids apart over all parts, its building blocks too."""
    document = Edited(issued())
    name = "word/glossary/document.xml"
    glossary = _package.parse(document.parts[name])
    paragraph = next(glossary.iter(f"{W}p"))
    paragraph.append(_package.parse(_package.serialise(document.controls(START)[0])))
    document.parts[name] = _package.serialise(glossary)

    assert {finding.code for finding in selfcheck(document.content)} == {"id-taken"}


@pytest.mark.parametrize("path", LIVING, ids=lambda path: path.stem)
def test_what_is_made_here_is_clean(path: Path) -> None:
    """Every kind of document passes."""
    assert selfcheck(render(load(path), living=True).content) == ()


def test_a_form_is_clean() -> None:
    """The blank plan as a form passes."""
    assert selfcheck(render(Samarbejdsplan(), draft=True, living=True).content) == ()


def test_a_control_of_the_templates_own_is_left_alone() -> None:
    """A control without tag and binding is no matter, as long as its id is free."""
    document = Edited(issued())
    own = document.controls(NAVN)[0]
    foreign = plain_control(own)
    foreign.find(f"{W}sdtContent").append(a_run("Skema"))
    own.getparent().append(foreign)

    assert selfcheck(document.content) == ()


def test_no_docx() -> None:
    """What is no docx is refused as such."""
    with pytest.raises(DocumentError):
        selfcheck(b"PK")
