"""`follow`: a package, followed from its one main document, part by part over relationships, and held to what is known.

What is called what decides nothing: neither names of parts nor how a file begins. A part is what the relationship says
that leads to it, and its root must agree. What nothing leads to is no part of the document.
"""

from __future__ import annotations

import contextlib
import posixpath
from collections import deque
from typing import TYPE_CHECKING

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.word import _findings, _inside, _known, _known_inside, _package, _parts
from botilbudlaege.rendering.word._known import Fate
from botilbudlaege.rendering.word._parts import Fault, Followed, Part, folded
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from botilbudlaege.errors import Finding
    from botilbudlaege.rendering.word._inside import Pointer

    _Pointers = Mapping[str, Sequence[Pointer]]

MAIN = _known.KINDS["document"]
_REFUSED_ANYWHERE = ("active-content", "external")
_EXTENDED = f"{_known.OFFICE}/extended-properties"
_COMPANY = tuple(
    f"{{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}}{name}"
    for name in ("Company", "Manager")
)


def follow(parts: Mapping[str, bytes], *, is_ours: bool | None) -> Followed:
    """Follow a package.

    Args:
        parts: Everything in the file.
        is_ours: Whether the data of our own documents stay, and the prompts with them; None to keep them where they are.

    Raises:
        DocumentError: What says what the parts are is not there or cannot be read.
    """
    walk = _Walk(parts)
    walk.found.is_ours = walk.has_our_data() if is_ours is None else is_ours
    walk.run()
    return walk.found


class _Walk:
    """The way through a package."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._names = {folded(name): name for name in parts}
        self._gone: list[str] = []
        types = self._read(_package.CONTENT_TYPES)
        self.found = Followed(_parts.Types(types), Part("", "package"))
        if types.tag != _package.TYPES or any(len(entry) for entry in types):
            self._corrupt(self.found.package, "dens liste over dele kan ikke læses")

    def has_our_data(self) -> bool:
        """Tell whether there are data of our own documents, wherever they are."""
        for name in filter(_known.is_data, self._parts):
            with contextlib.suppress(DocumentError):  # those of others may be anything
                if self._is_our_data(name):
                    return True
        return False

    def run(self) -> None:
        """Go all the way."""
        waiting = deque([self.found.package])
        while waiting:
            part = waiting.popleft()
            try:
                waiting += self._visited(part)
            except DocumentError as error:
                self.found.unreadable += error.findings
        self._see_main()
        self._see_the_rest()

    def _visited(self, part: Part) -> list[Part]:
        """Look into a part; give those that it leads to and that were not met before."""
        pointers: _Pointers = {}
        if part.kind == _known.IMAGE:
            self._see_picture(part)
        elif part.name:
            part.root = root = self._read(part.name)
            if part.kind in _known.FILLED:
                part.root = _inside.with_usual_prefix(root, self._parts[part.name])
            self._see_root(part, part.root)
            if part.kind != _known.ITEM:  # our data have names of their own
                pointers = self._examined(part, part.root)
            part.changed |= part.root is not root
        return list(self._follow_links(part, pointers))

    def _examined(self, part: Part, root: etree._Element) -> _Pointers:
        """See what stands in a part; give what it points at."""
        inside = _inside.examine(root, self._parts[part.name])
        part.changed = inside.changed
        self.found.dropped.update(dict.fromkeys(inside.dropped))
        self.found.faults += [(part, fault) for fault in inside.faults]
        return inside.pointers

    def _see_picture(self, part: Part) -> None:
        declared = self.found.types.of(part.name)
        is_declared = declared.startswith("image/") or declared in _known.NO_TYPES
        if not is_declared or not self._parts[part.name].startswith(_known_inside.PICTURES):
            place, element = part.shown or (part, None)
            self._fault(place, _findings.PICTURE_FORMAT(), element)

    def _see_root(self, part: Part, root: etree._Element) -> None:
        """See that a part is what leads to it says that it is."""
        kind = _known.KINDS[part.kind]
        if str(root.tag).startswith(f"{{{_known.STRICT}"):
            self._fault(part, _findings.STRICT())
        elif (kind.root and root.tag != kind.root) or (kind is MAIN and root.find(f"{W}body") is None):
            self._fault(part, _findings.OTHER_FORMAT())
        elif kind is MAIN and len(root.findall(f"{W}body")) > 1:  # programs show the first, the last or both
            self._corrupt(part, "den har mere end én tekst")
        declared = self.found.types.of(part.name)
        is_other = declared not in (*kind.types, *_known.GENERIC_TYPES) and declared.endswith("+xml")
        if kind is not MAIN and is_other:
            self._corrupt(part, "en del er angivet som noget andet, end den er")

    def _see_main(self) -> None:
        """See that the file says that it is a document: no template, and none with macros."""
        main = next((part for part in self.found.parts.values() if part.kind == "document"), None)
        if main is None:
            if not self.found.faults and not self.found.unreadable:
                self._fault(self.found.package, _findings.NOT_DOCX())
            return
        declared = self.found.types.of(main.name)
        if declared in MAIN.types:
            return
        if "template" in declared or "macro" in declared:
            self._fault(main, _findings.ACTIVE_TYPE())
        else:
            self._fault(main, _findings.OTHER_TYPE())

    # Relationships -----------------------------------------------------------------------------------

    def _follow_links(self, part: Part, pointers: _Pointers) -> Iterator[Part]:
        name = self._names.get(folded(_package.rels_of(part.name)), "")
        met: dict[str, str] = {}
        if name:
            part.rels, part.links = name, self._read(name)
            if part.links.tag != _package.RELATIONSHIPS or any(len(entry) for entry in part.links):
                self._corrupt(part, "en dels henvisninger kan ikke læses")
            for entry in list(part.links):
                rid = entry.get("Id", "") if entry.tag == _package.RELATIONSHIP else ""
                if not isinstance(entry.tag, str):
                    continue
                if not rid or rid in met:
                    self._corrupt(part, "to henvisninger har samme nummer")
                    continue
                met[rid] = entry.get("Type", "")
                target = self._link(part, entry, met[rid], pointers.get(rid, ()))
                if target:
                    part.targets[rid] = target
                    shown = next((each.element for each in pointers.get(rid, ())), None)
                    yield from self._met(part, shown, target, _known.RELATIONS[met[rid]].to)
        self._see_pointers(part, pointers, met)

    def _link(self, part: Part, entry: etree._Element, uri: str, pointers: Sequence[Pointer]) -> str:
        """Judge a relationship; give the part that it leads to, or nothing: it is a link, or not kept."""
        relation = _known.RELATIONS.get(uri)
        element = pointers[0].element if pointers else None
        if uri.startswith(_known.STRICT):
            self._fault(part, _findings.STRICT())
        elif relation is None and entry.get("TargetMode") is not None:
            what = uri.rpartition("/")[2] or "ukendt"
            self._fault(part, _findings.EXTERNAL(hvad=what), element)
        elif relation is None or (relation.fate is Fate.KEPT and part.kind not in relation.sources):
            if element is None:
                self._drop(part, entry, _known.UNSEEN["unknown"] if relation is None else "")
            elif relation is not None:  # an unknown one is told of what points at it
                self._fault(part, _findings.OTHER_PART(), element)
        elif relation.fate is Fate.REFUSED:
            self._fault(part, relation.told(hvad=relation.name), element)
            self._gone.append(self._target(part.name, entry))
        elif relation.fate is Fate.DROPPED:
            self._drop(part, entry, self._company(entry) if uri == _EXTENDED else relation.name)
        else:
            return self._kept(part, entry, relation, pointers)
        return ""

    def _company(self, entry: etree._Element) -> str:
        """Tell of the properties that every program writes only where they name a company or a manager."""
        name = self._target("", entry)
        try:
            root = self._read(name) if name else None
        except DocumentError:
            return ""
        told = root is not None and any((element.text or "").strip() for element in root.iter(*_COMPANY))
        return _known.UNSEEN["company"] if told else ""

    def _kept(
        self, part: Part, entry: etree._Element, relation: _known.Relation, pointers: Sequence[Pointer]
    ) -> str:
        mode, element = entry.get("TargetMode"), pointers[0].element if pointers else None
        if mode not in (None, "External"):
            self._fault(part, _findings.EXTERNAL_MODE(), element)
        elif relation.pointed and element is None and (mode is None or not relation.to):
            self._drop(part, entry, "")
        elif not relation.to:
            if mode is None or not _inside.is_link(entry.get("Target", "")):
                self.found.faults += [
                    (part, Fault(_findings.LINK_TARGET(), each.element)) for each in pointers
                ]
        elif mode is not None:
            what = _known.KINDS[relation.to].place
            self._fault(part, _findings.EXTERNAL(hvad=what), element)
        else:
            return self._within(part, entry, relation, element)
        return ""

    def _within(
        self, part: Part, entry: etree._Element, relation: _known.Relation, element: etree._Element | None
    ) -> str:
        """Give the part within the file that a relationship leads to, if it is one to keep."""
        target = self._target(part.name, entry)
        if not target and (element is not None or relation.to == "document"):
            self._fault(part, _inside.missing(relation.to), element)
        elif not target:
            self._drop(part, entry, "")
        elif relation.to in _known.OWN and not self._is_own(target, relation.to):
            self._drop(part, entry, _known.UNSEEN[relation.to])
        elif not relation.many and any(
            other != target and self.found.parts[other].kind == relation.to for other in part.targets.values()
        ):
            self._corrupt(part, f"den har to gange {_known.KINDS[relation.to].place}")
        else:
            return target
        return ""

    def _is_own(self, name: str, kind: str) -> bool:
        """Tell whether data and prompts are those of our own documents."""
        return self.found.is_ours and (kind != _known.ITEM or self._is_our_data(name))

    def _is_our_data(self, name: str) -> bool:
        """Tell whether data are ours; those of others may be anything, also in UTF-16."""
        content = self._parts[name]
        if not content.strip() or _parts.in_other_encoding(content):
            return False
        return str(self._read(name).tag).startswith(f"{{{_known.OURS}")

    def _met(self, source: Part, element: etree._Element | None, name: str, kind: str) -> Iterator[Part]:
        """Give a part when it is met first; see that it is the same kind when it is met again."""
        known = self.found.parts.get(name)
        if known is None:
            self.found.parts[name] = Part(name, kind, shown=(source, element))
            yield self.found.parts[name]
        elif known.kind != kind:
            self._corrupt(source, "en del er to ting på én gang")

    def _target(self, source: str, entry: etree._Element) -> str:
        """Give the part that a relationship leads to, or nothing."""
        target = entry.get("Target", "")
        if not target or entry.get("TargetMode") is not None:
            return ""
        return self._names.get(folded(_package.resolved(posixpath.dirname(source), target)), "")

    def _see_pointers(self, part: Part, pointers: _Pointers, met: Mapping[str, str]) -> None:
        """See that everything that points leads to what it needs."""
        for rid, pointing in pointers.items():
            for each in pointing:
                if rid not in met:
                    self._fault(part, _inside.missing(_known.RELATIONS[each.needed].to), each.element)
                elif met[rid] != each.needed and not _is_refused(met[rid]):
                    self._fault(part, _findings.OTHER_PART(), each.element)

    # What is dropped -----------------------------------------------------------------------------------

    def _drop(self, part: Part, entry: etree._Element, name: str) -> None:
        parent = entry.getparent()
        if parent is not None:
            parent.remove(entry)
        part.rels_changed = True
        if name:
            self.found.dropped[name] = None
        relation = _known.RELATIONS.get(entry.get("Type", ""))
        if name or (relation is not None and relation.fate is Fate.DROPPED):
            self._gone.append(self._target(part.name, entry))

    def _see_the_rest(self) -> None:
        """Look at what nothing leads to: it is dropped, but for what is refused wherever it lies."""
        kept = {_package.CONTENT_TYPES, *self.found.parts}
        kept |= {part.rels for part in (self.found.package, *self.found.parts.values())}
        kept |= self._explained()
        for name in [name for name in self._parts if name not in kept]:
            try:
                self._see_loose(name)
            except DocumentError as error:
                self.found.unreadable += error.findings

    def _see_loose(self, name: str) -> None:
        content, part = self._parts[name], Part(name, "")
        if _known.REFUSED_TYPES.search(self.found.types.of(name)) or _known.REFUSED_NAMES.search(name):
            self._fault(part, _findings.ACTIVE_MACROS(hvad="makroer eller indlejrede objekter"))
            return
        is_read = content and _parts.is_xml(name, content) and not _parts.in_other_encoding(content)
        root = self._read(name) if is_read else None
        kind = "" if root is None or not self.found.is_ours else self._lost(name, root)
        if kind:
            self.found.parts[name] = part = Part(name, kind, root)
        elif root is not None and root.tag == _package.RELATIONSHIPS:
            self._see_loose_links(part, root)
            return
        else:
            self.found.dropped[_known.UNSEEN["unreachable"]] = None
            self.found.loose[name] = content
        if root is not None and not _known.is_data(name):
            faults = _inside.examine(root, content).faults
            self.found.faults += [
                (part, fault) for fault in faults if fault.finding.code in _REFUSED_ANYWHERE
            ]

    def _lost(self, name: str, root: etree._Element) -> str:
        """Tell what of ours a part is that has lost what led to it: data, notes or comments."""
        if _known.is_data(name):
            return _known.ITEM if str(root.tag).startswith(f"{{{_known.OURS}") else ""
        kind = next((kind for kind in _known.NOTES if _known.KINDS[kind].root == root.tag), "")
        return "" if any(part.kind == kind for part in self.found.parts.values()) else kind

    def _see_loose_links(self, part: Part, root: etree._Element) -> None:
        """Name the relationships of a part that is not there."""
        for entry in root.iter(_package.RELATIONSHIP):
            relation = _known.RELATIONS.get(entry.get("Type", ""))
            if relation is not None and relation.fate is Fate.REFUSED:
                self._fault(part, relation.told(hvad=relation.name))
            elif relation is not None and relation.name:
                self.found.dropped[relation.name] = None

    def _explained(self) -> set[str]:
        """List the parts that go with those that are dropped: those that these lead to."""
        explained: set[str] = set()
        waiting = [name for name in self._gone if name]
        while waiting:
            name = waiting.pop()
            rels = self._names.get(folded(_package.rels_of(name)), "")
            if name not in explained and rels:
                waiting += self._leads_to(name, rels)
            explained |= {name, rels}
        return explained

    def _leads_to(self, name: str, rels: str) -> Iterable[str]:
        try:
            root = self._read(rels)
        except DocumentError:
            return ()
        return list(filter(None, (self._target(name, entry) for entry in root.iter(_package.RELATIONSHIP))))

    # Faults --------------------------------------------------------------------------------------------

    def _fault(self, part: Part, finding: Finding, element: etree._Element | None = None) -> None:
        self.found.faults.append((part, Fault(finding, element)))

    def _corrupt(self, part: Part, what: str) -> None:
        self._fault(part, _findings.INCOHERENT(hvad=what))

    def _read(self, name: str) -> etree._Element:
        return _parts.parsed(name, self._parts[name])


def _is_refused(uri: str) -> bool:
    """Tell whether a relationship is told of already."""
    relation = _known.RELATIONS.get(uri)
    return uri.startswith(_known.STRICT) or (relation is not None and relation.fate is Fate.REFUSED)
