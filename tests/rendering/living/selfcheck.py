"""Check a living document of our own for what Word punishes and no validator says.

Word drops a control whose id is taken, LibreOffice crashes on a control in a link, and a binding that leads nowhere is
silently no binding; see the rules in `docs/`. Every template is rendered and checked so in the tests.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs
from babel.dates import format_date
from lxml import etree

from botilbudlaege.errors import Finding
from botilbudlaege.rendering.living import _store
from botilbudlaege.rendering.living._carrier import GLOSSARY
from botilbudlaege.rendering.living._names import MAX_NAME
from botilbudlaege.rendering.living._seen import control_text
from botilbudlaege.rendering.sight._visible import Visibility
from botilbudlaege.rendering.word import _package, _places
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MAX_ID = 2**31
_XPATH = re.compile(r"(?:/n:[A-Za-z_][\w.-]*\[[1-9][0-9]{0,4}\])+")
_MAPPING = re.compile(r"xmlns:n='([^']*)'")
_VAL = f"{W}val"
_TYPED = tuple(f"{W}{kind}" for kind in ("text", "date", "dropDownList", "comboBox"))
_PROPERTIES = (
    *("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding"),
    *("label", "tabIndex"),
)
"""The order of ISO 29500, after which comes what kind of control it is, once: no validator holds a document to it."""
_KINDS = (
    *("equation", "comboBox", "date", "docPartObj", "docPartList", "dropDownList", "picture", "richText"),
    *("text", "citation", "group", "bibliography"),
)
_RANK = {f"{W}{name}": rank for rank, name in enumerate(_PROPERTIES)} | {
    f"{W}{kind}": len(_PROPERTIES) for kind in _KINDS
}
_LISTS = ("dropDownList", "comboBox")
_GUID = re.compile(r"\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


@attrs.frozen(eq=False)
class _Sdt:
    """A content control.

    Args:
        element: The control.
        properties: Its properties.
        place: Where it is.
        visible: Tells what is seen in the document.
    """

    element: etree._Element
    properties: etree._Element
    place: str
    visible: Visibility

    @property
    def shown(self) -> str:
        """What it shows."""
        return control_text(self.element, visible=self.visible)

    def find(self, name: str) -> etree._Element | None:
        """Find one of its properties."""
        return self.properties.find(f"{W}{name}")

    def value(self, name: str) -> str:
        """Give the value of one of its properties; empty for none."""
        found = self.find(name)
        return "" if found is None else found.get(_VAL, "")


def selfcheck(docx: bytes) -> tuple[Finding, ...]:
    """Check the controls of a living document.

    Args:
        docx: A document that this library has made.

    Returns:
        A finding for each fault; none for a document that Word and LibreOffice take as it is meant.

    Raises:
        DocumentError: It is no docx.
    """
    parts = _package.read(docx)
    sdts = list(_sdts(parts))
    stores = _stores(parts)
    prompts = _prompts(parts)
    return (
        *_stores_apart(parts),
        *_ids(sdts),
        *(fault for sdt in sdts for fault in _order(sdt)),
        *(fault for sdt in sdts for fault in _names(sdt)),
        *(fault for sdt in sdts for fault in _surroundings(sdt)),
        *(fault for sdt in sdts for fault in _choices(sdt)),
        *(fault for sdt in sdts for fault in _prompt(sdt, prompts)),
        *(fault for sdt in sdts for fault in _binding(sdt, stores)),
    )


def _sdts(parts: Mapping[str, bytes]) -> Iterator[_Sdt]:
    names = {**_places.filled(parts), GLOSSARY: "byggeblokkene"}
    visible = Visibility({})
    for part, name in names.items():
        for element in _package.parse(parts[part]).iter(f"{W}sdt") if part in parts else ():
            properties = element.find(f"{W}sdtPr")
            if properties is not None:
                tag = properties.find(f"{W}tag")
                shown = "" if tag is None else tag.get(_VAL, "")
                yield _Sdt(element, properties, f"{name}, felt {shown}".strip(), visible)


def _stores(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """List the data items by their id."""
    return {
        item_id: _package.parse(parts[name])
        for name in parts
        if name.startswith("customXml/") and parts[name]
        for item_id in _store.ids(parts, name)
    }


def _stores_apart(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """See that every data item has an id of its own, written as Word writes it."""
    ids = {name: _store.ids(parts, name) for name in parts if name.startswith("customXml/item")}
    count = Counter(item_id for found in ids.values() for item_id in found)
    for name, found in ids.items():
        if any(not _GUID.fullmatch(item_id) for item_id in found):
            yield _fault("store-id", "Dataenes id er ikke en GUID i tuborgklammer.", name)
        elif any(count[item_id] > 1 for item_id in found):
            yield _fault("store-taken", "Flere data har samme id; Word binder til det ene af dem.", name)


def _prompts(parts: Mapping[str, bytes]) -> set[str]:
    """List the names of the building blocks."""
    if GLOSSARY not in parts:
        return set()
    root = _package.parse(parts[GLOSSARY])
    return {name.get(_VAL, "") for name in root.iterfind(f".//{W}docPart/{W}docPartPr/{W}name")}


def _ids(sdts: list[_Sdt]) -> Iterator[Finding]:
    """See that every id is a positive number of 31 bits that no other control has, whatever part it is in."""
    count = Counter(sdt.value("id") for sdt in sdts)
    for sdt in sdts:
        number = sdt.value("id")
        if not number.isascii() or not number.isdigit() or not 0 < int(number) < _MAX_ID:
            yield _fault("id-range", "Feltets id er ikke et tal mellem 1 og 2147483647.", sdt)
        elif count[number] > 1:
            yield _fault("id-taken", "Flere felter har samme id; Word beholder kun det sidste.", sdt)


def _order(sdt: _Sdt) -> Iterator[Finding]:
    """See that its properties come in the order of the standard, each once; those of later versions of Word come anywhere."""
    ranks = [_RANK[child.tag] for child in sdt.properties if child.tag in _RANK]
    if any(later <= earlier for earlier, later in itertools.pairwise(ranks)):
        yield _fault(
            "order", "Feltets egenskaber står ikke i standardens rækkefølge, eller en af dem to gange.", sdt
        )


def _names(sdt: _Sdt) -> Iterator[Finding]:
    for name, shown in (("tag", "mærke"), ("alias", "titel")):
        if len(sdt.value(name)) > MAX_NAME:
            yield _fault("name-length", f"Feltets {shown} er længere end {MAX_NAME} tegn.", sdt)


def _surroundings(sdt: _Sdt) -> Iterator[Finding]:
    outer = next(sdt.element.iterancestors(f"{W}sdt"), None)
    if outer is not None and any(outer.find(f"{W}sdtPr/{kind}") is not None for kind in _TYPED):
        yield _fault("nested", "Et felt står inde i et tekstfelt.", sdt)
    if next(sdt.element.iterancestors(f"{W}hyperlink"), None) is not None:
        yield _fault("in-link", "Feltet står i et link; det får LibreOffice til at gå ned.", sdt)


def _choices(sdt: _Sdt) -> Iterator[Finding]:
    items = [item for kind in _LISTS for item in sdt.properties.iterfind(f"{W}{kind}/{W}listItem")]
    values = [item.get(f"{W}value", "") for item in items]
    if len(set(values)) < len(values):
        yield _fault("choice-twice", "Listen har samme værdi to gange.", sdt)
    if any(item.get(f"{W}displayText", "") != item.get(f"{W}value", "") for item in items):
        yield _fault("choice-text", "Listen viser en anden tekst end den, der gemmes.", sdt)
    is_closed = sdt.find("dropDownList") is not None and sdt.find("showingPlcHdr") is None
    if is_closed and sdt.shown not in values:
        yield _fault("choice-unknown", "Feltet viser en tekst, der ikke er på listen.", sdt)


def _prompt(sdt: _Sdt, prompts: set[str]) -> Iterator[Finding]:
    block = sdt.find(f"placeholder/{W}docPart")
    if block is not None and block.get(_VAL, "") not in prompts:
        yield _fault("no-prompt", "Feltets ledetekst findes ikke i dokumentets byggeblokke.", sdt)


def _binding(sdt: _Sdt, stores: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """See that a binding leads to one place in the data, and that what stands there is what is shown."""
    binding = sdt.find("dataBinding")
    if binding is None:
        return
    store = stores.get(binding.get(f"{W}storeItemID", "").upper())
    if store is None:
        yield _fault("unknown-store", "Feltet er bundet til data, som dokumentet ikke har.", sdt)
        return
    xpath = binding.get(f"{W}xpath", "")
    mapping = _MAPPING.search(binding.get(f"{W}prefixMappings", ""))
    nodes: Any = []
    if mapping is not None and _XPATH.fullmatch(xpath):
        nodes = store.xpath(xpath, namespaces={"n": mapping[1]})
    if not isinstance(nodes, list) or len(nodes) != 1:
        yield _fault("no-node", "Feltets sti fører ikke til præcis ét sted i dataene.", sdt)
        return
    yield from _agreement(sdt, "".join(nodes[0].itertext()))


def _agreement(sdt: _Sdt, stored: str) -> Iterator[Finding]:
    if sdt.find("showingPlcHdr") is not None:
        if stored:
            yield _fault("prompt-over-value", "Feltet viser sin ledetekst, men dataene har en værdi.", sdt)
        return
    text = sdt.shown
    date = sdt.find("date")
    if date is None:
        if text != stored:
            yield _fault("shown-not-stored", "Feltet viser en anden tekst end den, dataene har.", sdt)
    elif date.get(f"{W}fullDate", "")[:10] != stored or text != _shown(stored):
        yield _fault("shown-not-stored", "Feltet viser en anden dato end den, dataene har.", sdt)


def _shown(stored: str) -> str:
    """Give a date that the data have as documents show it; empty for what is none."""
    try:
        return format_date(datetime.date.fromisoformat(stored), "d. MMMM y", locale="da")
    except ValueError:
        return ""


def _fault(code: str, message: str, where: _Sdt | str) -> Finding:
    return Finding(
        code=code,
        message=message,
        remedy="Det er en fejl i botilbudlaege: meld den med dokumentet.",
        place=where if isinstance(where, str) else where.place,
    )
