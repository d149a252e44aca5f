"""The surroundings of a place: its label, the words before and after it, its row, column and heading, and whether one signs there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.proposing._lexicon import FOREIGN, HVAD, LED, PART, Lexicon, Reading
from botilbudlaege.packs.proposing._page import cell_text
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from botilbudlaege.packs.proposing._find import Spot
    from botilbudlaege.packs.proposing._page import Page, Paragraph

_SENTENCE = re.compile(
    r"(?<!\bpr)(?<!nr)(?<!tlf)(?<!\bevt)(?<!\bmdr)(?<!\bstk)(?<!\bca)(?<!\bd)(?<!\bkl)[.!?;]\s+|\n"
)
_PARENTHESIS = re.compile(
    r"\s*,?\s*\(([^()]*)\)|\s*,?\s*((?:i det følgende|herefter)\s[^,.;()]*)", re.IGNORECASE
)
_LABEL = re.compile(r"([^:\t\n]*):\s*$")
SENTENCE = "sætningen"
_SIGNED = "underskrift"
_SIGNED_WITHIN = 3
_SHORT = 90
_FAR = 300


@attrs.frozen
class Source:
    """A text around a place, read.

    Args:
        name: What kind of text it is, in Danish, to say why.
        text: The text.
        reading: What it speaks of.
        is_sentence: Whether it is a part of running text, in which any words may stand.
    """

    name: str
    text: str
    reading: Reading
    is_sentence: bool = False


@attrs.frozen(kw_only=True)
class Around:
    """What stands around a place.

    Args:
        near: The texts beside it, the nearest first.
        far: The texts over it, the nearest first.
        before: The words right before it.
        after: The words right after it.
        signed: Whether one signs there.
        alone: Whether nothing else stands in its paragraph, but a number or a bullet.
    """

    near: tuple[Source, ...]
    far: tuple[Source, ...]
    before: str
    after: str
    signed: bool
    alone: bool


class Surroundings:
    """The places of a file with what stands around each.

    Args:
        page: The file.
        spots: Its places.
        lexicon: The words that are known.
    """

    def __init__(self, page: Page, spots: Sequence[Spot], lexicon: Lexicon) -> None:
        """Sort the places by paragraph."""
        self._page, self._lexicon = page, lexicon
        self._of: dict[Paragraph, list[Spot]] = {}
        for spot in spots:
            self._of.setdefault(spot.paragraph, []).append(spot)
        self._cells = {
            next(spot.paragraph.element.iterancestors(f"{W}tc"))
            for spot in spots
            if spot.paragraph.cell is not None
        }
        self._signed: dict[Paragraph, bool] = {}

    def of(self, spot: Spot) -> Around:
        """Say what stands around a place."""
        before, after = self._beside(spot)
        signed = self._is_signed(spot.paragraph)
        near = [source for source in self._near(spot, before, after) if source.text]
        far = [source for source in self._far(spot) if source.text]
        rest = re.sub(r"^[\s\d.)•–-]+", "", spot.before) + spot.after
        return Around(
            near=tuple(near),
            far=tuple(far),
            before=before,
            after=after,
            signed=signed,
            alone=not re.search(r"\w", rest),
        )

    def _source(self, name: str, text: str | None, *, is_sentence: bool = False) -> Source:
        words = " ".join((text or "").split())
        return Source(name, words, self._lexicon.read(words), is_sentence)

    def _beside(self, spot: Spot) -> tuple[str, str]:
        """Give the words between a place and the ones before and after it; what stands in brackets after one is its own."""
        others = self._of[spot.paragraph]
        text = spot.paragraph.text
        start = max(
            (other.end for other in others if other.end <= spot.start and other is not spot), default=0
        )
        end = min(
            (other.start for other in others if other.start >= spot.end and other is not spot),
            default=len(text),
        )
        before, after = text[max(start, spot.start - _FAR) : spot.start], text[spot.end : end][:_FAR]
        if start:
            belongs = _PARENTHESIS.match(before)
            before = before[belongs.end() :] if belongs else before
        before = _SENTENCE.split(before)[-1].rpartition("\t")[2] if before.strip("\t ") else before
        return before, _SENTENCE.split(after.partition("\t")[0])[0]

    def _near(self, spot: Spot, before: str, after: str) -> list[Source]:
        cell = spot.paragraph.cell
        label = _LABEL.search(before)
        belongs = _PARENTHESIS.match(after)
        found = [
            self._source("ordene i parentes efter", (belongs[1] or belongs[2]) if belongs else ""),
            self._source("etiketten", label[1] if label else ""),
        ]
        if spot.kind in ("linje", "fyldtegn", "dato"):
            found.append(self._source("teksten under linjen", self._caption(spot)))
        if not label:
            short = not spot.after.strip() and len(before) < _SHORT and cell is not None
            clause = before if short else before.rpartition(",")[2]
            found.append(self._source("ordene før", clause, is_sentence=not short))
        rest = re.split(r"[,;:()]", after if not belongs else after[belongs.end() :])[0]
        found.append(self._source("ordene efter", rest, is_sentence=True))
        found.append(self._source(SENTENCE, self._sentence(spot), is_sentence=True))
        if cell is not None:
            found += [self._source("rækken", text) for text in self._labels(spot)]
            found.append(self._source("kolonnen", cell.head if not self._is_filled(spot) else ""))
        return found

    def _sentence(self, spot: Spot) -> str:
        """Give the words of the sentence before a place, the places in it by their own words."""
        pieces, at = [], 0
        text = spot.paragraph.text
        for other in self._of[spot.paragraph]:
            if other.end <= spot.start and other is not spot:
                pieces += [text[at : other.start], other.words if other.words != "☐" else ""]
                at = other.end
        if not pieces and "," not in spot.before:
            return ""
        whole = "".join((*pieces, text[at : spot.start]))
        return _SENTENCE.split(whole)[-1][-_FAR:]

    def _labels(self, spot: Spot) -> list[str]:
        """Give the words to the left in the row that are no places themselves: the nearest, then the first."""
        row = next(spot.paragraph.element.iterancestors(f"{W}tr"))
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        before = cells[: cells.index(own)]
        texts = [cell_text(cell) for cell in before if cell not in self._cells or not self._only_spots(cell)]
        texts = [text for text in texts if re.search(r"[^\W\d]", text)]
        return list(dict.fromkeys([*texts[-1:], *texts[:1]]))

    def _is_filled(self, spot: Spot) -> bool:
        """Tell whether the head of a column is itself a place to be filled in."""
        cell = spot.paragraph.cell
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        text = "" if cell is None else cell.head
        return any(
            cell_text(each) == text and self._only_spots(each) for each in self._cells if each is not own
        )

    def _only_spots(self, cell: etree._Element) -> bool:
        spots = [
            spot for each, own in self._of.items() if each.element in list(cell.iter(f"{W}p")) for spot in own
        ]
        text = cell_text(cell)
        for spot in spots:
            text = text.replace(" ".join(spot.text.split()), "")
        return not re.search(r"\w", text)

    def _caption(self, spot: Spot) -> str:
        """Give the words under a line, where they say what to write on it."""
        if re.search(r"\w", spot.before + spot.after):
            return ""
        below = self._page.near(spot.paragraph, 1)
        if (
            below is None
            or below in self._of
            or below.container is not spot.paragraph.container
            or below.level
        ):
            return ""
        return below.text if len(below.text) < _SHORT and not below.text.rstrip().endswith((".", ":")) else ""

    def _far(self, spot: Spot) -> list[Source]:
        found: list[Source] = []
        here: Paragraph | None = spot.paragraph
        if spot.paragraph.cell is not None:
            here = self._before_table(spot.paragraph, found)
        chained = any(source.name != "cellens første linje" for source in found)
        while here is not None and not chained:
            above = self._page.near(here, -1)
            if above is None or above.level or above.heading != spot.paragraph.heading:
                break
            if above.container is not here.container:
                break
            name = "stedet over" if above in self._of else "linjen over"
            said = self._said_in(above)
            source = self._line_over(name, said)
            if source is None and not said and self._is_blank(above):
                here = above
                continue
            if source is None:
                break
            found.append(source)
            chained = bool(source.reading.of(PART) or source.reading.of(LED))
            here = above
        found.append(self._source("overskriften", spot.paragraph.heading))
        return found

    def _is_blank(self, paragraph: Paragraph) -> bool:
        """Tell a line that is one place to be filled in and nothing else: an item of the same list."""
        text = paragraph.text
        for spot in self._of.get(paragraph, []):
            text = text.replace(spot.text, "")
        return paragraph in self._of and not re.search(r"[^\W\d]", text)

    def _said_in(self, paragraph: Paragraph) -> str:
        """Give what a line says of what stands under it: its label, or the words of its place; nothing of running text."""
        spots = self._of.get(paragraph, [])
        if not spots:
            short = len(paragraph.text) < _SHORT and not paragraph.text.rstrip().endswith(".")
            return paragraph.text if short else ""
        label = _LABEL.search(spots[0].before)
        words = spots[0].words if spots[0].words != "☐" else ""
        rest = paragraph.text
        for each in spots:
            rest = rest.replace(each.text, " ")
        if label is None and re.search(r"\w{4}", rest):
            return ""
        return f"{label[1] if label else ''} {words}".strip()

    def _line_over(self, name: str, text: str) -> Source | None:
        """Read a line over a place, when it says whose things follow, or goes on with them; else they end there."""
        source = self._source(name, text)
        return source if source.reading and not source.reading.of(FOREIGN) else None

    def _before_table(self, paragraph: Paragraph, found: list[Source]) -> Paragraph | None:
        """Read the rows above that have one cell alone, as heads of a part of the table; give the table's first paragraph."""
        cell = paragraph.cell
        if cell is None:
            return paragraph
        rows = [row for row in cell.table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is cell.table]
        own = next(paragraph.element.iterancestors(f"{W}tc"))
        inside = [
            text for text in (_line(p) for p in own.iter(f"{W}p") if p is not paragraph.element) if text
        ]
        first = inside[0] if inside and own.find(f"{W}p") is not paragraph.element else ""
        if first and len(first) < _SHORT and not any(each.text.strip() == first for each in self._of):
            found.append(self._source("cellens første linje", first))
        own_row = next(paragraph.element.iterancestors(f"{W}tr"))
        chain = len(own_row.findall(f"{W}tc")) == 2  # noqa: PLR2004 - a label and its value
        for row in reversed(rows[: cell.row]):
            words = [text for text in map(cell_text, row.iter(f"{W}tc")) if text]
            spotless = not any(paragraph in self._elements for paragraph in row.iter(f"{W}p"))
            if len(words) == 1 and spotless:
                found.append(self._source("tabellens overskrift", words[0]))
                break
            source = self._line_over("rækken over", words[0]) if chain and words and cell.column else None
            if source is None:
                chain = False
            else:
                found.append(source)
                chain = not (source.reading.of(PART) or source.reading.of(LED))
        start = next(cell.table.iter(f"{W}p"), None)
        return next((each for each in self._page.paragraphs if each.element is start), None)

    @property
    def _elements(self) -> set[etree._Element]:
        return {each.element for each in self._of}

    def _is_signed(self, paragraph: Paragraph) -> bool:
        if paragraph not in self._signed:
            readings = [self._lexicon.read(text) for text in self._signing(paragraph)]
            self._signed[paragraph] = any(
                _SIGNED in reading.of(HVAD) or (reading.of(HVAD) == ("dato",) and reading.of(PART))
                for reading in readings
            )
        return self._signed[paragraph]

    def _signing(self, paragraph: Paragraph) -> list[str]:
        """List the short texts near a paragraph that would speak of signing."""
        texts = [paragraph.text, paragraph.heading]
        if paragraph.cell is not None:
            texts += [cell_text(cell) for cell in paragraph.cell.table.iter(f"{W}tc")]
        else:
            for step in (-1, 1):
                here: Paragraph | None = paragraph
                for _ in range(_SIGNED_WITHIN):
                    here = None if here is None else self._page.near(here, step)
                    if here is None or here.level or here.container is not paragraph.container:
                        break
                    texts.append(here.text)
        return [text for text in texts if len(text) < 2 * _SHORT]


def _line(paragraph: etree._Element) -> str:
    return " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")).split())
