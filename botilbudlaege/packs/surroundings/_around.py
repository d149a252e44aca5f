"""The texts around a place, each with the kind of text it is and what it speaks of."""

from __future__ import annotations

import attrs

from botilbudlaege.packs.surroundings._lexicon import Reading

IN_BRACKETS, BEFORE, AFTER = "ordene i parentes efter", "ordene før", "ordene efter"
LABEL, CALLED, CAPTION = "etiketten", "betegnelsen", "teksten under linjen"
SENTENCE, EARLIER = "sætningen", "tidligere i linjen"
ROW, COLUMN = "rækken", "kolonnen"
LINE_OVER, SPOT_OVER, HEADING = "linjen over", "stedet over", "overskriften"
ROW_OVER, ROW_OVER_BEGINS = "rækken over", "tabellens række over"
TABLE_HEADING, CELL_BEGINS = "tabellens overskrift", "cellens første linje"
LABELS = frozenset({LABEL, ROW})
LINES_OVER = frozenset({SPOT_OVER, LINE_OVER, ROW_OVER, ROW_OVER_BEGINS})
CHAIN = LINES_OVER | {EARLIER}
"""What stands before a place line by line, and goes on with the things of the same party, or ends them."""
OVER = CHAIN | {HEADING, TABLE_HEADING, CELL_BEGINS}


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
