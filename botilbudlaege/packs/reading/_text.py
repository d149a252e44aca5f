"""The text of a document read back, and what became of it: its wording, and the facts that are worked out from others."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.begreber import LEDETEKST
from botilbudlaege.packs.reading import _drawn, _findings
from botilbudlaege.rendering.comparing import _numbers, _placed, _unread, _wording
from botilbudlaege.rendering.letters import _look
from botilbudlaege.rendering.pdf import _beside
from botilbudlaege.rendering.word import _package

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from botilbudlaege.errors import Finding
    from botilbudlaege.packs.reading._source import Source
    from botilbudlaege.rendering.comparing._unread import Picture
    from botilbudlaege.rendering.comparing._wording import Alignment, Difference, Found
    from botilbudlaege.rendering.living._paragraph import Paragraph
    from botilbudlaege.rendering.living._readback import Living
    from botilbudlaege.rendering.living._tagged import Control

_SHOWN = 300
_AROUND = 40
_MOST_NUMBERS = 20
_WAYS = {_look.ABOVE: "hævet", _look.BELOW: "sænket"}
_SMALL = re.compile(rf"(?:(\w)([{_look.ABOVE}{_look.BELOW}]))(?:\w\2)*")
"""Letters that are small above or below the others, in a row."""
_PICTURES = re.compile("[\ue000-\uf8ff]")
"""What a font of pictures shows in place of letters."""
_KINDS = {
    "changed": _findings.WORDING_CHANGED,
    "around": _findings.WORDING_AROUND,
    "deleted": _findings.WORDING_DELETED,
    "added": _findings.WORDING_ADDED,
    "moved": _findings.WORDING_MOVED,
    "too-different": _findings.WORDING_TOO_DIFFERENT,
}


def wording(living: Living, fresh: Living, alignment: Alignment, gone: Collection[str]) -> Iterator[Finding]:
    """Tell what of the fixed text was changed.

    Args:
        living: The document.
        fresh: The document as it was made.
        alignment: What the two differ in.
        gone: The tags of the facts that are seen nowhere any more, which is told of each.
    """
    for difference in alignment.differences:
        if difference.kind == "deleted" and all(_holds_only(paragraph, gone) for paragraph in difference.old):
            continue
        old, new = _excerpts(difference)
        kind = "around" if old == new and difference.kind == "changed" else difference.kind
        place = _place(living, difference.new) or _place(fresh, difference.old)
        excerpts = {"foer": old, "nu": new}
        yield _KINDS[kind](place=place, **{gap: excerpts[gap] for gap in _KINDS[kind].gaps})


def numbers(living: Living, fresh: Living, alignment: Alignment) -> Iterator[Finding]:
    """Tell where the numbers of lists begin to be others, also since paragraphs came or went before them."""
    if alignment.is_endless or _numbers.are_alike(fresh, living):
        return
    for paragraph, was, now in itertools.islice(_numbers.changed(fresh, living), _MOST_NUMBERS):
        place = living.place(_package.DOCUMENT, paragraph)
        yield _findings.OTHER_NUMBER(place=place, foer=was or "intet", nu=now or "intet")


def listed(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of text that a table of contents was laid around: it is gone when Word makes the table anew."""
    if not any(paragraph.listed for paragraph in living.paragraphs):
        return
    free = Counter(_as_laid_out(each) for each in fresh.paragraphs if not each.listed)
    free -= Counter(_as_laid_out(each) for each in living.paragraphs if not each.listed)
    for paragraph in living.paragraphs:
        words = _as_laid_out(paragraph)
        if paragraph.listed and free[words] > 0 and any(map(str.isalnum, words)):
            free[words] -= 1
            place = living.place(paragraph.part, paragraph.number)
            yield _findings.LISTED(place=place, tekst=shortened(_wording.plain(paragraph.text)))


def _as_laid_out(paragraph: Paragraph) -> str:
    """Give the text of a paragraph with the tags of its fields, whatever they say."""
    pieces = (piece if isinstance(piece, str) else f"[{piece.tag}]" for piece in paragraph.pieces)
    return _wording.plain("".join(pieces))


def unseen(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of words that were put in so that they do not count, and that some readers or programs see all the same."""
    if not any(paragraph.unseen for paragraph in living.paragraphs):
        return
    known = {
        _wording.plain(text) for paragraph in fresh.paragraphs for text in (paragraph.text, *paragraph.unseen)
    }
    for paragraph in living.paragraphs:
        for words in dict.fromkeys(map(_wording.plain, paragraph.unseen)):
            if any(map(str.isalnum, words)) and not any(words in text for text in known):
                place = living.place(paragraph.part, paragraph.number)
                yield _findings.UNSEEN(place=place, tekst=shortened(words))


def uncrossed(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of fields that were crossed out or hidden when the document was issued, and are seen now."""
    made, now = (_by_tag(document) for document in (fresh, living))
    for tag, controls in made.items():
        found = now.get(tag, [])
        if tag.startswith("=") or len(found) != len(controls):
            continue
        for was, control in zip(controls, found, strict=True):
            if control.text and not was.text:
                place = living.place(control.part, control.paragraph)
                yield _findings.UNCROSSED(place=place, tekst=shortened(control.text))


def _by_tag(document: Living) -> dict[str, list[Control]]:
    found: dict[str, list[Control]] = {}
    for control in document.controls:
        found.setdefault(control.tag, []).append(control)
    return found


def _holds_only(paragraph: Paragraph, tags: Collection[str]) -> bool:
    """Tell whether a paragraph holds fields of these tags, and no words beside them."""
    fields = [piece.tag for piece in paragraph.pieces if not isinstance(piece, str)]
    words = "".join(piece for piece in paragraph.pieces if isinstance(piece, str))
    return bool(fields) and all(tag in tags for tag in fields) and not any(map(str.isalnum, words))


def _place(document: Living, paragraphs: Sequence[Paragraph]) -> str:
    return document.place(paragraphs[0].part, paragraphs[0].number) if paragraphs else ""


def _excerpts(difference: Difference) -> tuple[str, str]:
    """Give the text before and after; of long paragraphs what changed and a little around it."""
    old, new = (
        " | ".join(_wording.plain(paragraph.text) for paragraph in paragraphs)
        for paragraphs in (difference.old, difference.new)
    )
    if difference.kind != "changed" or max(len(old), len(new)) <= _SHOWN:
        return shortened(old), shortened(new)
    start = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, start - _AROUND)
    return shortened(old[start:], before=start > 0), shortened(new[start:], before=start > 0)


def shortened(text: str, *, before: bool = False) -> str:
    """Give as much of a text as a finding shows."""
    text = _SMALL.sub(lambda found: f"[{_WAYS[found[2]]}: {found[0].replace(found[2], '')}]", text)
    text = _PICTURES.sub("\N{WHITE SQUARE}", text)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
    return f"… {shown}" if before else shown


def worked_out(
    source: Source, living: Living, found: Sequence[Found], now: Callable[[], Living | None]
) -> Iterator[Finding]:
    """Tell which facts that are worked out from others were edited, or no longer fit the facts.

    Args:
        source: What the document was made of.
        living: The document.
        found: Fields whose controls are gone.
        now: Makes the document of the facts as they are now; asked for only where it matters.
    """
    seen = _texts(living, found)
    issued = {} if source.fresh is None else _texts(source.fresh)
    current: dict[str, list[_Sight]] | None = None
    for tag, sights in seen.items():
        was = _expected(sights, issued.get(tag, ()))
        if source.draft and all(text in old for (text, _, _), old in zip(sights, was, strict=True)):
            continue  # a draft is made anew, whatever it says
        if current is None:
            made = now()
            current = issued if made is None else _texts(made)
        expected = _expected(sights, current.get(tag, ()))
        if _reordered(sights, was) and _reordered(sights, expected):
            place = living.place(*sights[0][1:])
            yield _findings.REORDERED(path=_path(source.root, tag), place=place)
            continue
        outdated = set[str]()
        for (text, part, number), old, new in zip(sights, was, expected, strict=True):
            if not text and _are_prompts(new):
                continue
            if text not in old | new:
                place = living.place(part, number)
                yield _edited(source.root, tag, text, sorted(new or old), place)
            elif text not in new:
                outdated |= new
        if outdated and not source.draft:
            yield _outdated(source.root, tag, sorted(outdated))


def _are_prompts(texts: Iterable[str]) -> bool:
    """Tell whether texts ask for what is missing, which is told of each fact."""
    return all(text.startswith(LEDETEKST) for text in texts)


_Sight = tuple[str, str, int]
"""A text as far as it is wording, and where it stands."""


def _texts(document: Living, found: Sequence[Found] = ()) -> dict[str, list[_Sight]]:
    """List the texts of what is worked out, in the order of the document, also where their controls are gone."""
    texts: dict[str, list[_Sight]] = {}
    for control in document.controls:
        if control.tag.startswith("="):
            sight = _wording.plain(control.text), control.part, control.paragraph
            texts.setdefault(control.tag, []).append(sight)
    for each in found:
        if each.tag.startswith("="):
            spot = each.paragraph.part, each.paragraph.number
            texts.setdefault(each.tag, []).append((_wording.plain(each.text), *spot))
    for tag in {each.tag for each in found} & texts.keys():
        texts[tag].sort(key=lambda sight: (sight[1] != _package.DOCUMENT, sight[1:]))
    return texts


def _expected(sights: Sequence[_Sight], made: Sequence[_Sight]) -> list[set[str]]:
    """Give what may stand at each place of a tag: the cells of a list all have the same tag, so their order matters."""
    if len(sights) == len(made) and len({sight[1:] for sight in sights}) == len(sights):
        return [{text} for text, _, _ in made]
    return [{text for text, _, _ in made}] * len(sights)


def _reordered(sights: Sequence[_Sight], expected: Sequence[set[str]]) -> bool:
    """Tell whether the same texts stand in another order."""
    texts = [text for text, _, _ in sights]
    ought = [text for each in expected for text in each]
    return texts != ought and sorted(texts) == sorted(ought)


def _path(root: str, tag: str) -> str:
    """Give the path of the fact that an expression begins with, as the data file has it."""
    return tag[1:].partition("|")[0].strip().removeprefix(f"{root}.")


def _edited(root: str, tag: str, shown: str, right: list[str], place: str) -> Finding:
    path = _path(root, tag)
    if not right:
        return _findings.DERIVED_TOO_MUCH(path=path, place=place, tekst=shown)
    if _are_prompts(right):
        return _findings.DERIVED_OF_NOTHING(path=path, place=place, tekst=shown)
    return _findings.DERIVED(path=path, place=place, tekst=shown, rigtigt=_ought(right))


def _outdated(root: str, tag: str, right: list[str]) -> Finding:
    path = _path(root, tag)
    return _findings.OUTDATED_BY(path=path, rigtigt=_ought(right)) if right else _findings.OUTDATED(path=path)


def _ought(right: list[str]) -> str:
    return " eller ".join(f"»{text}«" for text in right)


def outdated_wording(fresh: Living, now: Living) -> Iterator[Finding]:
    """Tell that the facts as they are now call for another wording."""
    if _wording.align(fresh.paragraphs, now.paragraphs).differences:
        yield _findings.OUTDATED_WORDING()


def unread(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of what a person sees and nothing here can read: comments, and pictures that were put in."""
    comments = _unread.comments(living.parts)
    if comments:
        yield _findings.COMMENTS(antal=comments)
    figures = _unread.figures(living.parts, living.roots)
    known = figures if fresh is None else _unread.figures(fresh.parts, fresh.roots)
    yield from _floating(living, fresh)
    if (new := len(figures) - len(known)) > 0:
        spot = _unread.first_new(figures, known)
        place = "" if spot is None else living.place(spot.part, spot.paragraph)
        yield _findings.FIGURES(place=place, antal=new)
    elif fresh is not None and _unread.pictures(living.parts, living.roots) > _unread.pictures(
        fresh.parts, fresh.roots
    ):
        yield _findings.NEW_PICTURE()
    if fresh is not None:
        yield from _swapped(living, fresh)
        yield from _drawn.changed(living, fresh)
        yield from _drawn.beside(living, fresh)
    yield from living.findings


def _floating(living: Living, fresh: Living | None) -> Iterator[Finding]:
    """Tell of what stands where it is put on a page: the first that is new, and each that was moved, enlarged or filled."""
    now = _placed.placed(living.parts, living.roots)
    if not now or fresh is None:
        return
    then = _placed.placed(fresh.parts, fresh.roots)
    new = _unread.first_new(*([each.spot for each in some if not each.is_drawn] for some in (now, then)))
    if new is not None:
        yield _findings.FLOATS(place=living.place(new.part, new.paragraph))
        return
    texts = {_wording.plain(paragraph.text) for paragraph in fresh.paragraphs}
    for each in _placed.others(now, then, texts):
        yield _findings.MOVED_BOX(place=living.place(each.spot.part, each.spot.paragraph))


def _as_known(picture: Picture, living: Living, then: Sequence[Picture], fresh: Living) -> Picture:
    """Take a picture that another program saved anew for the one that it was."""
    for was in () if any(picture.digest == each.digest for each in then) else then:
        if _beside.shows_the_same(living.parts[picture.media], fresh.parts[was.media]):
            return attrs.evolve(picture, digest=was.digest)
    return picture


def _swapped(living: Living, fresh: Living) -> Iterator[Finding]:
    """Tell of pictures that are others than those that were there, or stand otherwise."""
    now, then = (_unread.shown(document.parts, document.roots) for document in (living, fresh))
    if len(now) > len(then):
        return  # that some were put in is told
    now = [_as_known(picture, living, then, fresh) for picture in now]
    for picture, is_other in _unread.others(now, then):
        entry = _findings.OTHER_PICTURE if is_other else _findings.MOVED_PICTURE
        yield entry(place=living.place(picture.spot.part, picture.spot.paragraph))
