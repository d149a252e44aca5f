"""What a document was told of is told again where nothing is changed, and made anew where what was kept cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from cachetools import LRUCache

from botilbudlaege import _cache, packs
from botilbudlaege.begreber import Dokument
from botilbudlaege.errors import Finding
from botilbudlaege.packs._pack import inside
from botilbudlaege.packs.checking import _check, _told
from botilbudlaege.packs.templates import _template as _template_room
from botilbudlaege.packs.templates._template import PackTemplate
from botilbudlaege.packs.templates._templates import Templates
from botilbudlaege.packs.templates._where import Where
from botilbudlaege.rendering.engine import _compile
from botilbudlaege.rendering.word import _package
from botilbudlaege.rendering.word._places import Places
from tests.rendering.word.docx_builder import docx, p

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from botilbudlaege.rendering.filling._template import Template

FOUND = (
    Finding(code="x", message="Feltet »æøå« er tomt.", remedy="Udfyld det.", path="a.b", place="p, linje 1"),
    Finding(code="y", severity="remark", message="Et tegn: \\x07."),
)
PIECES = (b"a document",)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep in a folder of the test's own."""
    monkeypatch.setenv(_cache.VARIABLE, str(tmp_path / "kept"))
    _as_another_process(monkeypatch)
    return tmp_path / "kept"


def _as_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_told, "_known", LRUCache(maxsize=8))


def _counted(found: tuple[Finding, ...]) -> tuple[list[None], Callable[[], Iterator[Finding]]]:
    calls: list[None] = []

    def check() -> Iterator[Finding]:
        calls.append(None)
        yield from found

    return calls, check


@pytest.mark.parametrize("found", [FOUND, ()], ids=["two findings", "none"])
def test_findings_are_told_again_by_another_process(
    found: tuple[Finding, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, in the same order, without a check; of other pieces nothing is known."""
    calls, check = _counted(found)
    told = [_told.once(check, PIECES), _told.once(check, PIECES)]
    _as_another_process(monkeypatch)
    told.append(_told.once(check, PIECES))

    assert told == [found] * 3
    assert len(calls) == 1
    assert _told.once(check, (b"another",)) == found
    assert len(calls) == 2


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"other": "x"}]', b"1", b'[{"code": "x"}]', b"\xff"])
def test_what_cannot_be_used_is_made_anew(content: bytes) -> None:
    """And is no fault."""
    _cache.write(_cache.key(b"findings", *PIECES), content)
    calls, check = _counted(FOUND)

    assert _told.once(check, PIECES) == FOUND
    assert len(calls) == 1


def test_nothing_is_kept_where_the_user_wants_nothing_kept(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process checks again."""
    monkeypatch.setenv(_cache.VARIABLE, _cache.OFF)
    calls, check = _counted(FOUND)
    _told.once(check, PIECES)
    _as_another_process(monkeypatch)
    _told.once(check, PIECES)

    assert len(calls) == 2
    assert not kept.exists()


def _template(**changed: bytes) -> PackTemplate:
    template = inside(packs.load("faelles")).template(Dokument.WEBINAR)
    parts = {**template.parts, **{f"word/{name}.xml": content for name, content in changed.items()}}
    return PackTemplate(template.kind, parts, context=template.context, where=template.where)


def test_a_document_is_another_when_anything_of_it_is() -> None:
    """A part, its rows; the version of a pack is not of it."""
    base, again, other = _template(), _template(), _template(styles=b"<styles/>")
    more = _template()
    more.rows = {"x": 2}
    newer = _template()
    newer.parts["docProps/custom.xml"] = b"<version/>"

    assert _told.pieces(base) == _told.pieces(again) == _told.pieces(newer)
    assert _told.pieces(base) != _told.pieces(other)
    assert _told.pieces(base) != _told.pieces(more)


def test_words_of_a_pack_that_are_only_printed_are_no_other_document() -> None:
    """The pieces are another's; what they are alike in is the same, and the check is made once."""
    calls, check = _counted(FOUND)

    for number in range(3):
        pieces = (f"pack {number}".encode(),)
        assert _told.once(check, pieces, lambda: (b"alike",)) == FOUND
        assert _told.once(check, pieces, lambda: pytest.fail("known")) == FOUND
    assert len(calls) == 1
    assert _told.once(check, (b"pack 4",), lambda: (b"otherwise",)) == FOUND
    assert len(calls) == 2


ONE = {"navn": "Region Nord", "adresse": None, "kontakt": "Ida", "temaer": ("a",)}
OTHER_NAME = ONE | {"navn": "Region Syd"}
ADDRESS = ONE | {"adresse": "Vej 1"}


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("Intet.", {}, True),
        ("{{ pakke.navn }}", OTHER_NAME, True),
        ("{{pakke.navn}}", OTHER_NAME, True),
        ("{{ pakke.navn }}", ADDRESS, True),
        ("{{ pakke.navn }}", ONE | {"navn": None}, False),
        ("{{ pakke.navn }}", ONE | {"temaer": ()}, True),
        ("{{ pakke.temaer }}", ONE | {"temaer": ()}, False),
        ("{% if pakke.navn is not none %}x{% endif %}", OTHER_NAME, True),
        ("{% if pakke.adresse is not none %}{{ pakke.adresse }}{% endif %}", ADDRESS, False),
        ('{% if pakke.navn == "Region Nord" %}x{% endif %}', OTHER_NAME, False),
        ('{{ pakke.navn }}{% if pakke.navn == "x" %}x{% endif %}', OTHER_NAME, False),
        ('{{ pakke.navn }}{% if pakke.kontakt == "x" %}x{% endif %}', OTHER_NAME, True),
        ("{{ pakke.navn | upper }}", OTHER_NAME, False),
        ("{{ pakke.navn if plan else 1 }}", OTHER_NAME, False),
        ('{{ pakke["navn"] }}', OTHER_NAME, False),
        ("{% set x = pakke %}", OTHER_NAME, False),
        ("{% if pakke . navn %}x{% endif %}", OTHER_NAME, False),
        ("{% for tema in pakke.temaer %}{{ tema }}{% endfor %}", ONE | {"temaer": ("b",)}, False),
        ("{% if pakke.adresse is not none and pakke.navn %}x{% endif %}", OTHER_NAME, False),
    ],
)
def test_what_is_asked_of_a_pack_counts(text: str, other: dict[str, Any], same: bool) -> None:  # noqa: FBT001 - of a table
    """Whether a word is there, in what is printed; the word itself, wherever a tag may choose by it."""

    def template(sender: dict[str, Any]) -> PackTemplate:
        parts = {**_package.read(docx(p(text))), _package.CORE: b"<core/>"}
        return PackTemplate(
            Dokument.WEBINAR, parts, context=lambda _: {"pakke": sender}, where=Where("p", Places(parts), ())
        )

    assert (_told.alike(template(ONE)) == _told.alike(template(other))) is same


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Count the compilations of a process that remembers none."""
    made: list[None] = []
    ours = _compile.Source.compile

    def compiled(*given: Any, **more: Any) -> Template:
        made.append(None)
        return ours(*given, **more)

    _template_room._same.cache_clear()  # noqa: SLF001 - as another process
    monkeypatch.setattr(_compile.Source, "compile", compiled)
    return made


@pytest.mark.parametrize("check_first", [True, False], ids=["check first", "draft first"])
def test_a_check_and_a_draft_compile_once(check_first: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter
    """What the one has left on the machine, the other takes up."""
    stack, kind = inside(packs.load("faelles")).stack, Dokument.WEBINAR

    def check() -> None:
        assert [*_check.of_document(Templates(stack), kind)] == []

    def draft() -> None:
        Templates(stack).ready(kind, draft=True, living=False)

    first, second = (check, draft) if check_first else (draft, check)
    made = _counting(monkeypatch)
    first()
    _template_room._same.cache_clear()  # noqa: SLF001 - as another process
    second()

    assert len(made) == 1
