"""What became of the text of a document: its wording, and the facts that are worked out from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botilbudlaege.errors import Finding
from botilbudlaege.rendering import _wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from botilbudlaege.packs._read_source import Source
    from botilbudlaege.rendering._readback import Living
    from botilbudlaege.rendering._seen import Paragraph
    from botilbudlaege.rendering._wording import Comparison, Difference, Found

_SHOWN = 300
_AROUND = 40
_KINDS = {
    "changed": "Teksten er ændret fra »{old}« til »{new}«.",
    "deleted": "Teksten »{old}« er slettet.",
    "added": "Teksten »{new}« er tilføjet.",
    "too-different": "Der er for mange ændringer i teksten til at nævne dem alle.",
}


def wording(living: Living, fresh: Living, comparison: Comparison) -> Iterator[Finding]:
    """Tell what of the fixed text was changed."""
    for difference in comparison.differences:
        old, new = _excerpts(difference)
        yield Finding(
            code="wording",
            message=_KINDS[difference.kind].format(old=old, new=new),
            remedy="Bekræft ændringen, eller lav dokumentet igen.",
            place=_place(living, difference.new) or _place(fresh, difference.old),
        )


def _place(document: Living, paragraphs: Sequence[Paragraph]) -> str:
    return document.place(paragraphs[0].part, paragraphs[0].number) if paragraphs else ""


def _excerpts(difference: Difference) -> tuple[str, str]:
    """Give the text before and after; of long paragraphs what changed and a little around it."""
    old, new = (
        " | ".join(_wording.plain(paragraph.text) for paragraph in paragraphs)
        for paragraphs in (difference.old, difference.new)
    )
    if difference.kind != "changed" or max(len(old), len(new)) <= _SHOWN:
        return _cut(old), _cut(new)
    start = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, start - _AROUND)
    return _cut(old[start:], before=start > 0), _cut(new[start:], before=start > 0)


def _cut(text: str, *, before: bool = False) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
    return f"… {shown}" if before else shown


def worked_out(
    source: Source, living: Living, found: Sequence[Found], now: Living | None
) -> Iterator[Finding]:
    """Tell which facts that are worked out from others were edited, or no longer fit the facts.

    Args:
        source: What the document was made of.
        living: The document.
        found: Fields whose controls are gone.
        now: The document of the facts as they are now; None when they are as issued.
    """
    seen, issued = _texts(living), {} if source.fresh is None else _texts(source.fresh)
    for each in found:
        if each.tag.startswith("="):
            seen.setdefault(each.tag, []).append((each.text, each.paragraph.part, each.paragraph.number))
    current = issued if now is None else _texts(now)
    outdated: list[str] = []
    for tag, sights in seen.items():
        was = {_wording.plain(text) for text, _, _ in issued.get(tag, ())}
        right = {_wording.plain(text) for text, _, _ in current.get(tag, ())}
        for text, part, number in sights:
            shown = _wording.plain(text)
            if shown in right:
                continue
            if shown not in was:
                yield _edited(source.root, tag, shown, sorted(right or was), living.place(part, number))
            elif not source.draft:
                outdated.append(tag)
    for tag in dict.fromkeys(outdated):
        yield _outdated(source.root, tag, sorted(_wording.plain(text) for text, _, _ in current.get(tag, ())))


def _texts(document: Living) -> dict[str, list[tuple[str, str, int]]]:
    texts: dict[str, list[tuple[str, str, int]]] = {}
    for control in document.controls:
        if control.tag.startswith("="):
            texts.setdefault(control.tag, []).append((control.text, control.part, control.paragraph))
    return texts


def _path(root: str, tag: str) -> str:
    """Give the path of the fact that an expression begins with, as the data file has it."""
    return tag[1:].partition("|")[0].strip().removeprefix(f"{root}.")


def _edited(root: str, tag: str, shown: str, right: list[str], place: str) -> Finding:
    ought = " eller ".join(f"»{text}«" for text in right)
    return Finding(
        code="derived",
        message=f"Teksten »{shown}« er skrevet i hånden; den regnes ud af andre oplysninger.",
        remedy=f"Efter oplysningerne skal der stå {ought}; ret dem, og lav dokumentet igen."
        if ought
        else "Slet den.",
        path=_path(root, tag),
        place=place,
    )


def _outdated(root: str, tag: str, right: list[str]) -> Finding:
    ought = " eller ".join(f"»{text}«" for text in dict.fromkeys(right))
    return Finding(
        code="outdated",
        severity="remark",
        message=f"Teksten passer ikke længere til oplysningerne{f': der skal stå {ought}' if ought else ''}.",
        remedy="Lav dokumentet igen.",
        path=_path(root, tag),
    )


def outdated_wording(fresh: Living, now: Living) -> Iterator[Finding]:
    """Tell that the facts as they are now call for another wording."""
    if _wording.compare(fresh.paragraphs, now.paragraphs).differences:
        yield Finding(
            code="outdated",
            severity="remark",
            message="Med de ændrede oplysninger skal der stå andet i teksten uden om felterne.",
            remedy="Lav dokumentet igen.",
        )
