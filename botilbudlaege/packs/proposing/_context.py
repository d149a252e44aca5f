"""The surroundings of a place: its label, the words before and after it, its row, column and heading, and whether one signs there."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.packs.proposing._lexicon import (
    FOREIGN,
    HVAD,
    LED,
    PART,
    UNKNOWN,
    Lexicon,
    Reading,
    Word,
    kind_of_title,
    tokens,
)
from botilbudlaege.packs.proposing._page import BOX, cell_text, own_rows, own_text
from botilbudlaege.rendering.word._text import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from botilbudlaege.packs.proposing._find import Spot
    from botilbudlaege.packs.proposing._page import Cell, Page, Paragraph

_SENTENCE = re.compile(
    r"(?<!\bpr)(?<!nr)(?<!tlf)(?<!\bevt)(?<!\bmdr)(?<!\bstk)(?<!\bca)(?<!\bd)(?<!\bkl)"
    r"(?<!\bmob)(?<!\badr)(?<!\batt)(?<!\bmd)(?<!\bhhv)(?<!\binkl)(?<!\bdir)[.!?;]\s+|\n",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(
    r"\s*,?\s*\(([^()]*)\)|\s*,?\s*((?:i det følgende|herefter)\s[^,.;()]*)", re.IGNORECASE
)
_LABEL = re.compile(r"([^:\t\n]*):\s*$")
_CALLED = re.compile(
    r"^[^.;\n]*?\(\s*(?:herefter|i det følgende|efterfølgende|benævnt|kaldet|også kaldet)\s+([^()]*)\)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:og|samt|med|eller|mellem)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZÆØÅ0-9(]")
_GOES_ON = re.compile(r"\s*(?:og|samt|kan|der|til)\b", re.IGNORECASE)
"""Words after a place with which its sentence goes on to the next."""
_FOR = re.compile(r"\s*(?:for|på vegne af)\b", re.IGNORECASE)
_UNDER = re.compile(r"under »(.*)«")
_ANSWER = re.compile(r"\s*svar(?:et)?\s*", re.IGNORECASE)
_FOR_PARTY = re.compile(r"\s*,?\s*((?:for|på vegne af)\s[^,.;:()]+)$", re.IGNORECASE)
SENTENCE, CALLED, EARLIER = "sætningen", "betegnelsen", "tidligere i linjen"
_LINES_OVER = frozenset({"stedet over", "linjen over", "rækken over", "tabellens række over"})
_PAIR = 2
_LINES = frozenset({"linje", "fyldtegn", "dato", "tomt felt"})
_LABEL_WORDS = 7
_SIGNED = "underskrift"
_GREETING = re.compile(r"\bhilsen\b|\bmvh\b", re.IGNORECASE)
_IS_SIGNED = re.compile(r"\b(?:er|blev|bliver) underskrevet\b[^:]*\.\s*$", re.IGNORECASE)
"""A sentence that tells when something was signed; nobody signs there."""
_OF_SIGNER = frozenset({"navn", "titel", "dato", _SIGNED})
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
        ticked: Whether a tick box stands before it in its paragraph, so that it holds only with a cross.
        followed: Whether the words after it lead to the next place.
        alone: Whether nothing else stands in its paragraph, but a number or a bullet.
        up_to_next: The text after it up to the next place.
        remark: The words in the last cell of its row, right after it.
        earlier: The sentences before its own in the paragraph.
    """

    near: tuple[Source, ...]
    far: tuple[Source, ...]
    before: str
    after: str
    signed: bool
    ticked: bool
    followed: bool
    alone: bool
    up_to_next: str = ""
    remark: Reading = Reading()
    earlier: tuple[Reading, ...] = ()


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
        signed = self._is_signed(spot.paragraph) or self._is_over_signer(spot) or self._is_for_party(spot)
        near = [source for source in self._near(spot, before, after) if source.text]
        far = [source for source in self._far(spot) if source.text]
        rest = re.sub(r"^[\s\d.)•–-]+", "", spot.before) + spot.after
        return Around(
            near=tuple(near),
            far=tuple(far),
            before=before,
            after=after,
            signed=signed,
            ticked=any(
                each.words == "☐" and each.end <= spot.start and each is not spot
                for each in self._of[spot.paragraph]
            ),
            followed=self._is_followed(spot),
            alone=not re.search(r"\w", rest),
            remark=self._remark(spot),
            up_to_next=spot.after[: max(self._next(spot) - spot.end, 0)],
            earlier=tuple(self._lexicon.read(text) for text in _SENTENCE.split(spot.before)[:-1]),
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

    def _remark(self, spot: Spot) -> Reading:
        """Read what stands in the last column beside a place, as many forms have their guidance there."""
        cell = spot.paragraph.cell
        row = [] if cell is None else own_rows(cell.table)[cell.row]
        is_before_last = cell is not None and cell.column and cell.column == len(row) - _PAIR
        beside = row[-1] if is_before_last else None
        return Reading() if beside is None or beside in self._cells else self._lexicon.read(cell_text(beside))

    def _next(self, spot: Spot) -> int:
        """Give where the next place of a paragraph begins, or its end."""
        following = [
            each.start for each in self._of[spot.paragraph] if each.start >= spot.end and each is not spot
        ]
        return min(following, default=len(spot.paragraph.text))

    def _is_followed(self, spot: Spot) -> bool:
        """Tell whether words lead from a place to the next in its sentence."""
        at, text = self._next(spot), spot.paragraph.text
        between = text[spot.end : at] if at < len(text) else "\t"
        return "\t" not in between and len(_SENTENCE.split(between)) == 1

    def _near(self, spot: Spot, before: str, after: str) -> list[Source]:
        cell = spot.paragraph.cell
        label = self._label(spot)
        belongs = _PARENTHESIS.match(after)
        found = [
            self._source("ordene i parentes efter", (belongs[1] or belongs[2]) if belongs else ""),
            self._source("etiketten", label),
            self._source(CALLED, self._called(spot)),
        ]
        if spot.kind in ("linje", "fyldtegn", "dato"):
            found.append(self._source("teksten under linjen", self._caption(spot)))
        on_line = bool(label) and not before.rstrip().endswith(":")
        if not label:
            short = not spot.after.strip() and len(before) < _SHORT and cell is not None
            clause = before if short else before.rpartition(",")[2]
            found.append(self._source("ordene før", clause, is_sentence=not short))
        rest = re.split(r"[,;:()]", after if not belongs else after[belongs.end() :])[0]
        if signer := _FOR_PARTY.match(after):
            found.append(self._signer(signer[1]))
        if not on_line:  # what stands after is the label of the next
            leads = self._is_followed(spot) and _GOES_ON.match(rest)
            found.append(self._source("ordene efter", "" if leads else rest, is_sentence=True))
            found.append(self._source(SENTENCE, self._sentence(spot), is_sentence=True))
        if cell is not None:
            found += [self._source("rækken", text) for text in self._labels(spot)]
            found.append(self._source("kolonnen", cell.head if not self._is_filled(spot) else ""))
        return found

    def _signer(self, text: str) -> Source:
        """Read "for botilbuddet" after a name: it is of the one who signs."""
        source = self._source("ordene efter", text)
        signs = (Word(LED, "underskriver"),) if source.reading.of(PART) else ()
        return attrs.evolve(source, reading=Reading((*signs, *source.reading.words)))

    def _label(self, spot: Spot) -> str:
        """Give the label of a place: the words before a colon, or on a line of a form the words before its dots."""
        if (
            (under := _UNDER.fullmatch(spot.asked))
            and spot.paragraph.cell
            and under[1] != spot.paragraph.cell.head
        ):
            return under[1]
        before, _ = self._beside(spot)
        label = _LABEL.search(before)
        if label is not None:
            return self._question(spot) if _ANSWER.fullmatch(label[1]) else label[1]
        return before.strip() if self._is_form_line(spot.paragraph) else self._label_above(spot)

    def _question(self, spot: Spot) -> str:
        """Give the question right over "Svar: ____"."""
        above = self._page.near(spot.paragraph, -1)
        return "" if above is None or above in self._of else above.text

    def _label_above(self, spot: Spot) -> str:
        """Give the label that stands over a place in the same cell, where forms have it in small letters."""
        paragraph = spot.paragraph
        above = paragraph.element.getprevious()
        if paragraph.cell is None or above is None or above.tag != f"{W}p" or above in self._elements:
            return ""
        text, rest = own_text(above).strip(), paragraph.text
        for each in self._of[paragraph]:
            rest = rest.replace(each.text, "") if each.text else rest
        is_label = len(text) < _SHORT and len(tokens(text)) <= _LABEL_WORDS and not text.endswith((".", ";"))
        return text.rstrip(" :") if is_label and not re.search(r"\w", rest) else ""

    def _is_form_line(self, paragraph: Paragraph) -> bool:
        """Tell a line of labels, each with dots or a line after it, and no running text."""
        spots = self._of.get(paragraph, [])
        if not spots or any(spot.kind not in _LINES for spot in spots):
            return False
        if re.search(r"\w", paragraph.text[max(spot.end for spot in spots) :]):
            return False
        at = 0
        for spot in spots:
            words = paragraph.text[at : spot.start].strip(" \t,-–\N{NO-BREAK SPACE}")
            if len(tokens(words)) > _LABEL_WORDS or not _CAPITAL.match(words) or _SENTENCE.search(words):
                return False
            at = spot.end
        return True

    def _called(self, spot: Spot) -> str:
        """Give what the party is called of which a place is told: "…, CVR [cvr] (herefter organisationen)"."""
        rest, at = "", spot.end
        for other in self._of[spot.paragraph]:
            if other.start >= spot.end and other is not spot:
                rest += spot.paragraph.text[at : other.start]
                at = other.end
        rest += spot.paragraph.text[at:]
        called = _CALLED.match(rest)
        return "" if called is None or _JOINED.search(rest[: called.start(1)]) else called[1]

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
        texts = [
            cell_text(cell)
            for cell in before
            if cell not in self._cells or not (self._only_spots(cell) or self._begins_with_spot(cell))
        ]
        texts = [text for text in texts if re.search(r"[^\W\d]", text)]
        return list(dict.fromkeys([*texts[-1:], *texts[:1]]))

    def _is_filled(self, spot: Spot) -> bool:
        """Tell whether the head of a column is a place to be filled in, or the label of one beside it."""
        cell = spot.paragraph.cell
        if cell is None or _FOR.match(cell.head):  # who signs under it
            return False
        first = next(
            row for row in cell.table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is cell.table
        )
        own = next(spot.paragraph.element.iterancestors(f"{W}tc"))
        heads = [each for each in first.iter(f"{W}tc") if next(each.iterancestors(f"{W}tr")) is first]
        filled = [each for each in heads if each in self._cells and each is not own]
        beside = len(heads) == _PAIR and any(each in filled for each in heads[1:])
        return beside or any(
            cell_text(each) == cell.head and self._only_spots(each) for each in self._cells if each is not own
        )

    def _only_spots(self, cell: etree._Element) -> bool:
        spots = [
            spot for each, own in self._of.items() if each.element in list(cell.iter(f"{W}p")) for spot in own
        ]
        text = cell_text(cell)
        for spot in spots:
            text = text.replace(" ".join(spot.text.split()), "")
        return not re.search(r"\w", text)

    def _begins_with_spot(self, cell: etree._Element) -> bool:
        """Tell a cell that is filled in first, "[navn], for botilbuddet": it is no label of the next."""
        first = next(iter(cell.iter(f"{W}p")), None)
        return any(
            spot.start == 0 and spot.end
            for each in self._of
            if each.element is first
            for spot in self._of[each]
        )

    def _caption(self, spot: Spot) -> str:
        """Give the words under a line, where they say what to write on it."""
        if re.search(r"[^\W_]", spot.before + spot.after):  # another line beside it is no word
            return ""
        if spot.paragraph.cell is not None and (caption := self._caption_row(spot)):
            return caption
        below = self._page.near(spot.paragraph, 1)
        if (
            below is None
            or below in self._of
            or below.container is not spot.paragraph.container
            or below.level
        ):
            return ""
        spots = self._of[spot.paragraph]
        parts = [part for part in re.split(r"\t+|\s{3,}", below.text.strip()) if part.strip()]
        text = parts[spots.index(spot)] if len(parts) == len(spots) > 1 else below.text
        return text if len(text) < _SHORT and not text.rstrip().endswith((".", ":")) else ""

    def _caption_row(self, spot: Spot) -> str:
        """Give the words in the cell under a line, in a table whose lines all have their words under them."""
        cell = spot.paragraph.cell
        rows = [] if cell is None else own_rows(cell.table)
        if cell is None or not rows or cell.row + 1 >= len(rows):
            return ""
        first, own, below = rows[0], rows[cell.row], rows[cell.row + 1]
        if not self._has_only_spots(first) or not self._has_only_spots(own) or len(below) != len(own):
            return ""
        caption = below[cell.column]
        return cell_text(caption) if caption not in self._cells else ""

    def _captions_before(self, spot: Spot) -> list[str]:
        """List the words under the lines to the left of one in such a table, the nearest first."""
        cell = spot.paragraph.cell
        if cell is None or not cell.column or not self._caption_row(spot):
            return []
        return [cell_text(each) for each in reversed(own_rows(cell.table)[cell.row + 1][: cell.column])]

    def _heads_before(self, spot: Spot) -> list[str]:
        """List the heads to the left of a place in a form of one row under its heads, the nearest first."""
        cell = spot.paragraph.cell
        rows = own_rows(cell.table) if cell is not None and cell.row == 1 and cell.head else []
        if cell is None or len(rows) != _PAIR or not self._has_only_spots(rows[1]):
            return []
        return [cell_text(each) for each in reversed(rows[0][: cell.column])]

    def _has_only_spots(self, row: Sequence[etree._Element]) -> bool:
        return any(cell in self._cells for cell in row) and all(
            self._only_spots(cell) if cell in self._cells else not cell_text(cell) for cell in row
        )

    def _earlier(self, spot: Spot) -> list[Source]:
        """Read the labels of the places before one on its line, the nearest first, to the first that says whose they are."""
        found: list[Source] = []
        for other in reversed([each for each in self._of[spot.paragraph] if each.end <= spot.start]):
            label = self._label(other) if other is not spot else ""
            if not label:
                break
            source = self._source(EARLIER, label)
            found.append(source)
            if source.reading.of(PART) or source.reading.of(LED) or source.reading.of(FOREIGN):
                break
        return found

    def _far(self, spot: Spot) -> list[Source]:
        column = self._tab_column(spot)
        found: list[Source] = [] if column is not None else self._earlier(spot)
        ended = any(source.reading.of(PART) or source.reading.of(FOREIGN) for source in found)
        here: Paragraph | None = spot.paragraph
        if spot.paragraph.cell is not None and (captions := self._captions_before(spot)):
            found += [self._source(EARLIER, caption) for caption in captions]
        elif spot.paragraph.cell is not None:
            here = self._before_table(spot.paragraph, found)
            found += self._lead_to_table(spot.paragraph.cell)
        if column_heads := self._heads_before(spot):
            found += [self._source(EARLIER, head) for head in column_heads]
        chained = ended or any(source.name not in ("cellens første linje", EARLIER) for source in found)
        while here is not None and not chained:
            above = self._page.near(here, -1)
            if above is None or above.level or above.heading != spot.paragraph.heading:
                break
            if above.container is not here.container:
                break
            name = "stedet over" if above in self._of else "linjen over"
            said = self._said_in(above, column)
            source = self._line_over(name, said, found)
            if source is None and not said and self._is_blank(above):
                here = above
                continue
            if source is None or (self._is_of_other_things(source) and not self._is_blank(above)):
                break
            found.append(source)
            chained = self._names_somebody(source) if column is not None else self._says_whose(source)
            here = above
        found += [self._over("overskriften", text) for text in self._headings(spot.paragraph)]
        return found

    def _headings(self, paragraph: Paragraph) -> list[str]:
        """List the heading of a paragraph, and the one over it, where the nearest is a line in bold."""
        number = self._page.paragraphs.index(paragraph)
        before = [
            each
            for each in reversed(self._page.paragraphs[:number])
            if each.level and each.part == paragraph.part
        ]
        if not before or not before[0].typed:
            return [paragraph.heading]
        over = next((" ".join(each.text.split()) for each in before if not each.typed), "")
        return [paragraph.heading, over]

    @staticmethod
    def _is_of_other_things(source: Source) -> bool:
        """Tell the label of a place over another of which nothing is known: what stands further up may be of others."""
        said = {word.kind for word in source.reading.words}
        return source.name == "stedet over" and UNKNOWN in said and not said & {HVAD, PART, LED}

    def _says_whose(self, source: Source) -> bool:
        return bool(source.reading.of(LED)) or self._names_somebody(source)

    def _names_somebody(self, source: Source) -> bool:
        """Tell whether a text names a party or somebody else; a contact is a party's, who may stand further up."""
        return bool(source.reading.of(PART)) or self._lexicon.is_somebody_else(source.reading)

    def _over(self, name: str, text: str) -> Source:
        """Read a heading; the title of an agreement names no party of what stands under it."""
        source = self._source(name, text)
        if not kind_of_title(source.text):
            return source
        return attrs.evolve(source, reading=source.reading.without(PART))

    def _is_blank(self, paragraph: Paragraph) -> bool:
        """Tell a line that is one place to be filled in and nothing else: an item of the same list."""
        text = paragraph.text
        for spot in self._of.get(paragraph, []):
            text = text.replace(spot.text, "")
        return paragraph in self._of and not re.search(r"[^\W\d]", text)

    def _tab_column(self, spot: Spot) -> int | None:
        """Tell which of two columns made by tabs a place stands in: the same labels stand in both."""
        spots = self._of[spot.paragraph]
        labels = [" ".join(self._label(each).casefold().split()) for each in spots]
        parted = "\t" in spot.paragraph.text[spots[0].start : spots[-1].end]
        is_twice = len(labels) == _PAIR and labels[0] == labels[1] and bool(labels[0])
        return spots.index(spot) if parted and is_twice else None

    def _said_in(self, paragraph: Paragraph, column: int | None = None) -> str:
        """Give what a line says of what stands under it: its label, or the words of its place; nothing of running text."""
        spots = self._of.get(paragraph, [])
        if column is not None:
            parts = [part for part in re.split(r"\t+", paragraph.text.strip()) if part.strip()]
            if len(spots) == _PAIR:
                return f"{self._label(spots[column])} {spots[column].words}".strip()
            return parts[column] if not spots and len(parts) == _PAIR else ""
        if not spots:
            short = len(paragraph.text) < _SHORT and not paragraph.text.rstrip().endswith(".")
            return paragraph.text if short else ""
        label = self._label(spots[0])
        words = spots[0].words if re.search(r"\w", spots[0].words) else ""
        rest = paragraph.text
        for each in spots:
            if each.text:
                rest = rest.replace(each.text, " ")
        if not label and re.search(r"\w{4}", rest):
            return ""
        return f"{label or rest} {words}".strip()

    def _line_over(self, name: str, text: str, between: list[Source]) -> Source | None:
        """Read a line over a place, when it says whose things follow, or goes on with them; else they end there.

        Args:
            name: What kind of text it is.
            text: Its words.
            between: What stands between it and the place: a fact that nobody has in person ends a person.
        """
        source = self._over(name, text)
        if self._lexicon.is_somebody_else(source.reading):
            return source
        if not source.reading or source.reading.of(FOREIGN):
            return None
        if any(self._ends_person(each) for each in between if each.name in _LINES_OVER):
            source = attrs.evolve(source, reading=source.reading.without(LED))
        return source

    def _ends_person(self, source: Source) -> bool:
        said = source.reading.of(HVAD)
        return bool(said) and not any(
            self._lexicon.is_of_person(each) or each in ("dato", "rolle") for each in said
        )

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
        cells = own_row.findall(f"{W}tc")
        width, column = len(cells), cell.column
        chain = width % 2 == 0 and column % 2 == 1  # labels and their values
        if not chain and cell.head and cell.label and width > _PAIR:  # labels in a column of their own
            column = next((at for at in range(column) if cell_text(cells[at]) == cell.label), 0) + 1
            chain = True
        for row in reversed(rows[: cell.row]):
            words = [text for text in map(cell_text, row.iter(f"{W}tc")) if text]
            spotless = not any(paragraph in self._elements for paragraph in row.iter(f"{W}p"))
            if len(words) == 1 and spotless:
                found.append(self._over("tabellens overskrift", words[0]))
                break
            source = self._row_over(row, column, width, found) if chain and words else None
            if source is None:
                chain = False
            else:
                found.append(source)
                chain = not self._names_somebody(source)
        self._around_table(cell.table, found)
        start = next(cell.table.iter(f"{W}p"), None)
        return next((each for each in self._page.paragraphs if each.element is start), None)

    def _lead_to_table(self, cell: Cell) -> list[Source]:
        """Read the line right over a table where it says that people are told in it: "Kontaktpersoner:"."""
        above = cell.table.getprevious()
        text = _line(above) if above is not None and above.tag == f"{W}p" else ""
        source = self._source("tabellens overskrift", text)
        leads = text.endswith(":") and len(text) < _SHORT and not source.reading.of(PART)
        return [source] if leads and source.reading.of(LED) else []

    def _row_over(self, row: etree._Element, column: int, width: int, between: list[Source]) -> Source | None:
        """Read a row of labels and values over a place: the label over its own, and in a wide one else the first."""
        cells = row.findall(f"{W}tc")
        if len(cells) != width:
            return None
        own = self._line_over("rækken over", cell_text(cells[column - 1]), between)
        if width == _PAIR or (own is not None and self._says_whose(own)):
            return own
        first = self._line_over("tabellens række over", cell_text(cells[0]), between)
        return first if first is not None and self._says_whose(first) else own

    def _around_table(self, table: etree._Element, found: list[Source]) -> None:
        """Read what stands over a table in the cell of another."""
        outer = next(table.iterancestors(f"{W}tc", BOX), None)
        if outer is None or outer.tag == BOX:
            return
        above = next(
            (text for each in table.itersiblings(f"{W}p", preceding=True) if (text := _line(each))), ""
        )
        row = next(outer.iterancestors(f"{W}tr"))
        beside = [
            cell_text(cell)
            for cell in outer.itersiblings(f"{W}tc", preceding=True)
            if cell.getparent() is row
        ]
        text = above or next((each for each in beside if each), "")
        if text and len(text) < _SHORT:
            found.append(self._over("cellens første linje", text))

    @functools.cached_property
    def _elements(self) -> set[etree._Element]:
        return {each.element for each in self._of}

    def _is_signed(self, paragraph: Paragraph) -> bool:
        if paragraph not in self._signed:
            readings = [self._lexicon.read(text) for text in self._signing(paragraph)]
            self._signed[paragraph] = any(
                _SIGNED in reading.of(HVAD) or (reading.of(HVAD) == ("dato",) and reading.of(PART))
                for reading in readings
            ) or self._is_signing_table(paragraph.cell)
        return self._signed[paragraph]

    def _is_for_party(self, spot: Spot) -> bool:
        """Tell the line after "For botilbuddet:", which is one to sign on."""
        label = self._label(spot) if spot.kind in _LINES else ""
        reading = self._lexicon.read(label)
        return bool(_FOR.match(label) and reading.of(PART)) and not reading.of(HVAD)

    def _is_signing_table(self, cell: Cell | None) -> bool:
        """Tell a table of nothing but dates and the parties who sign."""
        texts = (
            []
            if cell is None
            else [text for row in own_rows(cell.table) for text in map(cell_text, row) if text]
        )
        readings = [self._lexicon.read(text) for text in texts]
        return (
            any(reading.of(HVAD) == ("dato",) for reading in readings)
            and any(reading.of(PART) for reading in readings)
            and all(
                reading.is_understood and set(reading.of(HVAD)) <= {"dato", _SIGNED} for reading in readings
            )
        )

    def _is_over_signer(self, spot: Spot) -> bool:
        """Tell a line over "For botilbuddet"."""
        caption = self._caption(spot) if spot.kind in _LINES else ""
        if _FOR.match(caption) and self._lexicon.read(caption).of(PART):
            return True
        beside = self._of[spot.paragraph]
        captions = [self._caption(each) for each in beside] if caption and len(beside) == _PAIR else []
        readings = [self._lexicon.read(text) for text in captions]
        return bool(readings) and all(
            not reading.of(HVAD) and (reading.of(PART) or self._lexicon.is_somebody_else(reading))
            for reading in readings
        )

    def _signing(self, paragraph: Paragraph) -> list[str]:
        """List the short texts near a paragraph that would speak of signing."""
        texts = [paragraph.text, paragraph.heading]
        if paragraph.cell is not None:
            texts += self._rows_near(paragraph.cell)
        else:
            for step in (-1, 1):
                here: Paragraph | None = paragraph
                for done in range(_SIGNED_WITHIN):
                    ended = here is None or (step > 0 and done and not self._is_of_signer(here, paragraph))
                    here = None if here is None or ended else self._page.near(here, step)
                    if here is None or here.level or here.container is not paragraph.container:
                        break
                    if step < 0 or not _GREETING.search(
                        here.text
                    ):  # what stands over a greeting is not signed
                        texts.append(here.text)
        return [text for text in texts if len(text) < 2 * _SHORT and not _IS_SIGNED.search(text)]

    def _is_of_signer(self, *paragraphs: Paragraph) -> bool:
        """Tell lines that only ask for a name, a title or a date: the signature of the same person may follow."""
        readings = [self._lexicon.read(paragraph.text) for paragraph in paragraphs]
        return all(reading.of(HVAD) and set(reading.of(HVAD)) <= _OF_SIGNER for reading in readings)

    @staticmethod
    def _rows_near(cell: Cell) -> list[str]:
        """List the words of the cells of a table some rows from a place."""
        rows = [row for row in cell.table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is cell.table]
        near = rows[max(cell.row - _SIGNED_WITHIN, 0) : cell.row + _SIGNED_WITHIN + 1]
        return [cell_text(each) for row in near for each in row.iter(f"{W}tc")]


def _line(paragraph: etree._Element) -> str:
    return " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")).split())
