"""The source of a document read back: the facts as issued, the kind, the pack, and a fresh render to compare with."""

from __future__ import annotations

import functools
import itertools
import json
import math
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege import _digest, data
from botilbudlaege.begreber import Dokument
from botilbudlaege.domain import SUBJEKTER, Fakta, dokument_for
from botilbudlaege.errors import BotilbudlaegeError, DataError, DocumentError, Finding, MissingInformation
from botilbudlaege.packs import _load, _render
from botilbudlaege.packs._pack import Pack, inside
from botilbudlaege.packs.folder import _discovery
from botilbudlaege.packs.reading import _findings
from botilbudlaege.packs.templates import _context, _fields
from botilbudlaege.rendering.comparing import _wording
from botilbudlaege.rendering.living import _readback
from botilbudlaege.rendering.living._names import DATA_PROPERTY
from botilbudlaege.rendering.living._readback import Living
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OWN = "botilbudlaege."
_STATUS = f"{_OWN}status"
_PROPERTIES = {
    f"{_OWN}parter": "hvem der skriver under",
    f"{_OWN}lag": "pakkens lag",
    f"{_OWN}regelsaet": "regelsættet",
    f"{_OWN}oplysninger": "oplysningernes fingeraftryk",
}
"""The properties that follow from facts and pack, and what they say."""
_CALLED = {"title": "titel", "creator": "forfatter"}


@attrs.frozen
class Source:
    """What a document was made of, as far as it can be told.

    Args:
        cls: The class of its subject.
        root: The subject's own name, with which every path in the document begins.
        kind: The kind of document.
        draft: Whether it was made as a draft or a form.
        issued: The subject as issued; None when it is lost.
        pack: The pack, when it is the same as then.
        fresh: The document as it was issued, made anew; None when it cannot be.
        findings: What is to be said of all that.
    """

    cls: type[Fakta]
    root: str
    kind: Dokument
    draft: bool
    issued: Fakta | None
    pack: Pack | None
    fresh: Living | None
    findings: tuple[Finding, ...]

    def render(self, subject: Fakta, *, draft: bool) -> Living | None:
        """Make the document of another subject; None when it cannot be."""
        return None if self.pack is None else _made(subject, self.kind, self.pack, draft)[0]

    def lacks(self, subject: Fakta) -> tuple[Finding, ...]:
        """List what a final document of a subject lacks."""
        return () if self.pack is None else _made(subject, self.kind, self.pack, False)[1]  # noqa: FBT003 - a final


def source(living: Living, pack: str | Path | Pack | None) -> Source:
    """Find out what a document was made of.

    Raises:
        DocumentError: It is no living document.
        PackError: The pack that the caller gives does not exist or cannot be read.
    """
    issued, findings = _issued(living)
    kind, cls = _kind(living, issued)
    draft = living.properties.get(_STATUS) == "kladde"
    kinds: tuple[Dokument, ...] = (kind,)
    if f"{_OWN}dokument" not in living.properties:
        findings.append(_findings.PROPERTIES_LOST())
        draft = any(control.placeholder for control in living.controls)
        kinds = tuple(each for each, subject in SUBJEKTER.items() if subject is cls)
    found = [_again(living, issued, each, pack, draft=draft) for each in kinds]
    kind, chosen, fresh, why = (
        found[0] if len(found) == 1 else min(found, key=lambda one: _strangeness(living, one[2]))
    )
    if issued is not None and why is not None:
        findings.append(why)
    findings += _properties_changed(living, fresh)
    findings += _called_otherwise(living, fresh)
    return Source(cls, _context.root(cls), kind, draft, issued, chosen, fresh, tuple(findings))


_Again = tuple[Dokument, "Pack | None", "Living | None", Finding | None]
"""A kind of document, the pack it was made from, the document made anew, and why there is none."""


def _again(
    living: Living, issued: Fakta | None, kind: Dokument, pack: str | Path | Pack | None, *, draft: bool
) -> _Again:
    """Make the document anew as one of a kind."""
    chosen, why = _same_pack(living, kind, pack, draft=draft)
    if issued is None or chosen is None:
        return kind, None, None, why
    fresh, _ = _made(issued, kind, chosen, draft)
    if fresh is None:
        return kind, None, None, _findings.NOT_MADE_AGAIN()
    return kind, chosen, fresh, None


def _strangeness(living: Living, fresh: Living | None) -> float:
    """Say how little a document is like another; it tells the kind of one that has lost its properties."""
    if fresh is None:
        return math.inf
    return len(_wording.align(fresh.paragraphs, living.paragraphs).differences)


def _issued(living: Living) -> tuple[Fakta | None, list[Finding]]:
    """Find the subject as issued, and say what is wrong with what the document keeps of it."""
    findings = [_findings.STORE_LOST()] if living.store is None else []
    kept = [text for text in (living.snapshot, _from_properties(living)) if text]
    digest = living.properties.get(f"{_OWN}udstedt")
    untouched = [text for text in kept if digest is None or _digest.of_facts(text) == digest]
    if kept and (len(untouched) < len(kept) or len(set(kept)) > 1):
        entry = _findings.SNAPSHOT_RECOVERED if untouched else _findings.SNAPSHOT_TAMPERED
        findings.append(entry())
    if not kept:
        return None, [*findings, _findings.ISSUED_LOST()]
    subject = _structured((untouched or kept)[0])
    if subject is None:
        findings.append(_findings.ISSUED_UNREADABLE())
    elif living.snapshot is None and living.store is not None:
        findings.append(_findings.SNAPSHOT_LOST())
    return subject, findings


def _from_properties(living: Living) -> str:
    names = (f"{DATA_PROPERTY}{number}" for number in itertools.count(1))
    return "".join(
        living.properties[name] for name in itertools.takewhile(living.properties.__contains__, names)
    )


def _structured(text: str) -> Fakta | None:
    try:
        mapping: Any = json.loads(text)
        subject = data.structure(mapping)
    except (DataError, ValueError, RecursionError):
        return None
    return subject if dokument_for(type(subject)) is not None else None


def _kind(living: Living, issued: Fakta | None) -> tuple[Dokument, type[Fakta]]:
    """Tell the kind of document and the class of its subject: by its properties, its facts or its fields.

    Raises:
        DocumentError: It is no living document.
    """
    said = living.properties.get(f"{_OWN}dokument", "").upper()
    named = Dokument[said] if said in Dokument.__members__ else None
    cls = type(issued) if issued is not None else None
    is_ours = named is not None and _fields.CARRIES in living.properties
    if cls is None and (living.controls or living.store or is_ours):
        cls = _class_of_fields(living) if named is None else SUBJEKTER[named]
    if cls is None:
        raise DocumentError(_findings.NOT_OURS() if named is None else _findings.NOT_LIVING())
    natural = dokument_for(cls)
    kind = named if named is not None and SUBJEKTER[named] is cls else natural
    if kind is None:
        raise DocumentError(_findings.NOT_OURS())
    return kind, cls


def _class_of_fields(living: Living) -> type[Fakta] | None:
    paths = [*(control.tag.lstrip("=") for control in living.controls), *(living.store or ())]
    names = [path.partition(".")[0] for path in paths]
    own = {_context.root(cls): cls for cls in SUBJEKTER.values()}
    known = [name for name in names if name in own]
    return own[max(known, key=known.count)] if known else None


def _same_pack(
    living: Living, kind: Dokument, pack: str | Path | Pack | None, *, draft: bool
) -> tuple[Pack | None, Finding | None]:
    """Find the pack that a document was made from, if it is the same now; else say why not."""
    pack_id, _, version = living.properties.get(f"{_OWN}pakke", "").partition(" ")
    if pack is None and pack_id not in _discovery.available():
        why = _findings.PACK_NOT_INSTALLED(pakke=pack_id) if pack_id else _findings.PACK_UNKNOWN()
        return None, why
    try:
        chosen = _load.load(pack_id) if pack is None else _load.pack_of(pack)
        digest, content = inside(chosen).digests(kind, draft=draft)
    except BotilbudlaegeError:
        if pack is not None:
            raise
        return None, _findings.PACK_UNUSABLE(pakke=pack_id)
    if living.properties.get(_fields.CONTENT) == content:
        return chosen, None  # another version number is no obstacle
    if pack is None and chosen.version != version:
        return None, _findings.OTHER_VERSION(pakke=pack_id, version=version, her=chosen.version)
    if digest != living.properties.get(f"{_OWN}skabelon", digest if pack is not None else ""):
        return None, _findings.OTHER_TEMPLATE(pakke=chosen.id)
    return chosen, None


@functools.lru_cache(maxsize=16)
def _made(
    subject: Any,
    kind: Dokument,
    pack: Pack,
    draft: bool,  # noqa: FBT001 - the key of a cache
) -> tuple[Living | None, tuple[Finding, ...]]:
    """Make a document and read what it shows, or say what it lacks.

    The last are kept: the returned forms of a folder are often made of the same facts.
    """
    try:
        made = _render.render(subject, str(kind), pack=pack, draft=draft, living=True)
    except MissingInformation as error:
        return None, error.findings
    except BotilbudlaegeError:
        return None, ()
    return attrs.evolve(_readback.shown(made.content), properties=made.provenance), ()


def _properties_changed(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of properties that are others than those that the document was made with: programs go by them, and nobody sees them."""
    said = dict(provenance(living))
    seal = said.pop(_fields.SEAL, None)
    made = {} if fresh is None else fresh.properties
    differing = [what for name, what in _PROPERTIES.items() if _differs(name, said, made)]
    if seal is not None and seal != _fields.seal(said):
        other = {"kladde": "endelig", "endelig": "kladde"}.get(said.get(_STATUS, ""), "")
        is_status = seal == _fields.seal({**said, _STATUS: other})
        differing = ["dets status"] if is_status else differing or ["status, parter, pakke eller version"]
    elif seal is None and (_fields.CONTENT in said or _fields.SEAL in made):  # documents from before had none
        differing = differing or ["det fingeraftryk, der viser, om de er ændret, er væk"]
    if differing and f"{_OWN}dokument" in said:
        yield _findings.PROPERTIES_CHANGED(hvad=" og ".join(differing))


def _called_otherwise(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of another title or author, which programs show beside the document; those that were taken out are nobody's."""
    now, then = ({} if each is None else _package.called(each.parts) for each in (living, fresh))
    for name, what in _CALLED.items():
        if fresh is not None and now.get(name) and now[name] != then.get(name, ""):
            yield _findings.CALLED_OTHERWISE(hvad=what, tekst=now[name])


def _differs(name: str, said: Mapping[str, str], made: Mapping[str, str]) -> bool:
    """Tell whether a property is another one than the same pack and version would write."""
    is_same = all(said.get(each) == made.get(each) for each in (f"{_OWN}pakke", f"{_OWN}version"))
    return is_same and said.get(name, "") != made.get(name, "")


def provenance(living: Living) -> Iterator[tuple[str, str]]:
    """List what a document says of where it comes from; not the facts themselves."""
    for name, text in living.properties.items():
        if name.startswith(_OWN) and not name.startswith(DATA_PROPERTY):
            yield name, text
