"""An entry of the journal: a document that has been issued; and what a journal is."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, get_args

import attrs

from botilbudlaege import _digest
from botilbudlaege._arguments import CONTENT, DAY, FLAG, TABLE, TEXT, Kind, has, one, several, takes
from botilbudlaege.data import compact, structure
from botilbudlaege.domain import DOKUMENTER, dokument
from botilbudlaege.domain._dokumenter import SUBJECT
from botilbudlaege.journal._home import Home

if TYPE_CHECKING:
    from collections.abc import Iterable

    from botilbudlaege.domain import Fakta
    from botilbudlaege.packs._document import Document

State = Literal["current", "unclaimed", "set aside", "gone"]
_ENDING = ".docx"


_STATE = Kind(
    "en tilstand", "current, unclaimed, set aside eller gone", lambda value: value in get_args(State)
)
_MOMENT = one(datetime.datetime, hvad="et tidspunkt", angiv="en datetime.datetime")


@takes(
    **dict.fromkeys(("file", "content", "document", "occasion", "facts", "facts_digest"), TEXT),
    **dict.fromkeys(("pack", "pack_version", "library", "pdf"), TEXT),
    draft=FLAG,
    home=one(Home),
    issued=_MOMENT.or_none,
    signed=DAY.or_none,
    state=_STATE,
    batch=TABLE,
)
@attrs.frozen(kw_only=True)
class Issued:
    """A document that has been issued, as the journal has it.

    Args:
        file: Its name in the folder of the journal, or whatever else the application finds it by.
        content: The digest of the file, `sha256:…`; of a signed one as it is signed.
        document: The kind of document.
        draft: Whether it is a draft.
        home: The home that it is about.
        occasion: What tells it from others of its kind for the home, such as the occasion and the day of a letter.
        facts: What it was made of, as JSON; `subject` makes the object of it.
        facts_digest: What its provenance carries of the facts; see `facts_digest`.
        pack: The pack that it was made from.
        pack_version: The pack's version.
        library: The version of this library.
        issued: When it was made, in UTC.
        signed: The day on which it was signed; None while nobody has said that it was.
        pdf: The digest of the PDF beside it, of the same name; empty where there is none.
        state: `current`; `unclaimed` where no row of the register calls for it; `set aside` in another folder; `gone`.
        batch: What a batch keeps beside it; for itself alone.
    """

    file: str
    content: str
    document: str
    draft: bool = False
    home: Home = attrs.field(factory=Home)
    occasion: str = ""
    facts: str = attrs.field(default="", repr=False)
    facts_digest: str = ""
    pack: str = ""
    pack_version: str = ""
    library: str = ""
    issued: datetime.datetime | None = None
    signed: datetime.date | None = None
    pdf: str = ""
    state: State = "current"
    batch: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    _line: str = attrs.field(default="", init=False, eq=False, repr=False)

    @property
    def subject(self) -> Fakta:
        """The object that it was made of.

        Raises:
            DataError: The entry has no facts, or they are none that this version knows.
        """
        return structure(json.loads(self.facts or "{}"))

    @takes(content=CONTENT, dag=DAY)
    def with_signature(self, content: bytes, dag: datetime.date) -> Issued:
        """Give the entry to add when the document has been signed.

        Args:
            content: The file as it is signed, a docx or the PDF beside it; for one signed on paper, as it was issued.
            dag: The day.
        """
        digest = _digest.of_content(content)
        if content.startswith(b"%PDF"):
            return attrs.evolve(self, pdf=digest, signed=dag)
        return attrs.evolve(self, content=digest, signed=dag)


class Journal(Protocol):
    """Where it is kept what has been issued."""

    def entries(self) -> Iterable[Issued]:
        """Give what holds of each file, in the order in which they were first issued."""
        ...

    def add(self, entries: Iterable[Issued]) -> None:
        """Add entries; one of a file that is there takes its place in `entries`, and nothing is forgotten."""
        ...


KEPT = has("entries", "add", hvad="en journal", angiv="fx en JsonLines")
"""Where it is kept what has been issued."""
ENTRIES = several(one(Issued), "en liste af indførsler i journalen")
_DOCUMENT = has("content", "provenance", hvad="et dokument", angiv="det Document, som render gav")


@takes(document=_DOCUMENT, subject=SUBJECT, file=TEXT)
def issued(document: Document, subject: Fakta, *, file: str) -> Issued:
    """Make the entry of a document that an application has made.

    Args:
        document: What `render` gave.
        subject: What it was made of.
        file: The name by which it is found.

    >>> from botilbudlaege import load, render
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> entry = issued(render(plan), plan, file="aeblehaven.docx")
    >>> entry.document, entry.pack, entry.pack_version, entry.subject == plan
    ('samarbejdsplan', 'midtjylland', '1.0', True)
    """
    kind = document.provenance["botilbudlaege.dokument"]
    return issued_for(document, subject, file=file, home=Home.of(subject), occasion=occasion(kind, subject))


def issued_for(
    document: Document, subject: Fakta, *, file: str, home: Home, occasion: str, facts: str = "", **batch: str
) -> Issued:
    """Make the entry of a document of which it is known which home it is about, and what tells it from others.

    Args:
        document: What `render` gave.
        subject: What it was made of.
        file: The name by which it is found.
        home: The home.
        occasion: What tells it from others of its kind for the home.
        facts: The subject as `compact` writes it, where that is known.
        batch: What a batch keeps beside it; what is empty is left out.
    """
    return Issued(
        file=file,
        content=_digest.of_content(document.content),
        document=document.provenance["botilbudlaege.dokument"],
        home=home,
        occasion=occasion,
        facts=facts or compact(subject),
        issued=datetime.datetime.now(tz=datetime.UTC).replace(microsecond=0),
        batch={name: value for name, value in batch.items() if value},
        **_said(document.provenance),
    )


def with_provenance(entry: Issued, provenance: Mapping[str, str]) -> Issued:
    """Give an entry with what its document says of pack, versions, status and facts."""
    return attrs.evolve(entry, **_said(provenance))


def _said(provenance: Mapping[str, str]) -> dict[str, Any]:
    said = provenance.get
    pack, _, version = said("botilbudlaege.pakke", "").rpartition(" ")
    return {
        "draft": said("botilbudlaege.status") == "kladde",
        "facts_digest": said("botilbudlaege.oplysninger", ""),
        "pack": pack,
        "pack_version": version,
        "library": said("botilbudlaege.version", ""),
    }


def occasion(kind: str, subject: Fakta) -> str:
    """Tell a document from others of its kind for the same home; empty where a home has one of the kind."""
    return DOKUMENTER[dokument(kind)].sag(subject)


# A line of text -------------------------------------------------------------------------------------------


def to_json(entry: Issued) -> str:
    """Write an entry on one line; what it does not have is left out. It is written once, and travels with the entry."""
    if not entry._line:  # noqa: SLF001 - of the same module
        object.__setattr__(entry, "_line", _written(entry))
    return entry._line  # noqa: SLF001


_LINE = json.JSONEncoder(ensure_ascii=False)
_HOME = tuple(attribute.name for attribute in attrs.fields(Home))


def _written(entry: Issued) -> str:
    said: dict[str, Any] = {
        "file": entry.file,
        "content": entry.content,
        "document": entry.document,
        "draft": entry.draft,
        "home": {name: value for name in _HOME if (value := getattr(entry.home, name))},
        "occasion": entry.occasion,
        "facts_digest": entry.facts_digest,
        "pack": entry.pack,
        "pack_version": entry.pack_version,
        "library": entry.library,
        "issued": "" if entry.issued is None else entry.issued.isoformat(),
        "signed": "" if entry.signed is None else entry.signed.isoformat(),
        "pdf": entry.pdf,
        "state": "" if entry.state == "current" else entry.state,
        "batch": dict(entry.batch),
    }
    head = _LINE.encode({name: value for name, value in said.items() if value})
    return f'{head[:-1]}, "facts": {entry.facts}}}' if entry.facts else head


def from_json(line: str | bytes) -> Issued:
    """Read an entry.

    Raises:
        ValueError, TypeError, KeyError: It is none.
    """
    said = json.loads(line)
    if isinstance(said, list):
        return _of_old(*map(str, said))
    said["home"] = Home(**said.get("home", {}))
    if "facts" in said:
        said["facts"] = json.dumps(said["facts"], ensure_ascii=False, separators=(",", ":"))
    for name, read in (("issued", datetime.datetime.fromisoformat), ("signed", datetime.date.fromisoformat)):
        if name in said:
            said[name] = read(said[name])
    return Issued(**said)


def _of_old(file: str, key: str, content: str = "", kind: str = "") -> Issued:
    """Read a line of a batch's journal as it was before it had homes: file, key, digest and kind."""
    document, _, draft = kind.partition(", ")
    return Issued(
        file=file, content=content, document=document, draft=bool(draft), batch={"key": key, "old": "1"}
    )
