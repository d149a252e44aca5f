"""A place to be filled in: a stretch of a paragraph, its kind and its words."""

from __future__ import annotations

import attrs
from lxml import etree

from botilbudlaege.packs.forms._page import Paragraph

IN_BRACKETS = "parentes"
OF_WORD = "felt fra Word"
COLOURED = frozenset({"rød skrift", "skrift"})
"""Words that only their look marks: they say nothing of it in the file's text."""
MARKED = frozenset({"markering", *COLOURED})
ASIDE, ECHO, OCCASION = "vejledning", "eksempel", "anledning"
LEFT = frozenset({ASIDE, ECHO})
"""What nobody was to fill in, and what would be left over in a contract: guidance, and the data of an example."""


@attrs.frozen(eq=False, kw_only=True)
class Spot:
    """A place to be filled in.

    Args:
        paragraph: Its paragraph.
        start: Where it begins in the text of the paragraph.
        end: Where it ends.
        kind: What kind of place it is, in Danish.
        words: What is written in it, without the signs around it; empty for a line.
        element: The control or the beginning of the field, for what is more than text.
        options: What can be chosen in a control.
        figure: For a figure: which fact it is.
        asked: For a place with nothing in it: which label asks for something there.
    """

    paragraph: Paragraph
    start: int
    end: int
    kind: str
    words: str
    element: etree._Element | None = None
    options: tuple[str, ...] = ()
    figure: str = ""
    asked: str = ""

    @property
    def text(self) -> str:
        """The text that is to be replaced."""
        return self.paragraph.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The text before it in its paragraph."""
        return self.paragraph.text[: self.start]

    @property
    def after(self) -> str:
        """The text after it in its paragraph."""
        return self.paragraph.text[self.end :]
