"""The subject that a document read back says: the facts as issued with what was changed; what the domain refuses is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botilbudlaege import _structure
from botilbudlaege.domain._tree import steps as steps_of
from botilbudlaege.errors import DataError, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from botilbudlaege.domain import Fakta
    from botilbudlaege.domain._tree import Steps

_MAX_REFUSALS = 100
NONE = "ingen"
"""What the first row of a form says where there is nothing to fill in; registers have the same word."""


class Draft:
    """Plain data of a subject that is being changed.

    Args:
        cls: The class of the subject.
        issued: The subject as issued; None when it is lost.
    """

    def __init__(self, cls: type[Fakta], issued: Fakta | None) -> None:
        """Begin with the facts as issued."""
        self._cls = cls
        self._data: dict[str, Any] = {} if issued is None else _structure.unstructure(issued)
        self._lists: dict[Steps, tuple[int, set[int]]] = {}
        self._kept: dict[Steps, list[int]] = {}

    def set(self, steps: Steps, value: Any) -> None:
        """Change a fact; None takes it away."""
        *way, last = steps
        here: Any = self._data
        for number, step in enumerate(way):
            here = self._entered(here, tuple(steps[:number]), step, steps[number + 1])
        self._entered(here, tuple(way), last, None)
        if value is None and isinstance(last, str):
            here.pop(last, None)
        else:
            here[last] = None if value is None else _structure.unstructure(value)

    def _entered(self, here: Any, way: Steps, step: str | int, following: str | int | None) -> Any:
        """Step into a table or list, making what is not there."""
        if isinstance(step, int):
            _, touched = self._lists.setdefault(way, (len(here), set()))
            here.extend(None for _ in range(len(here), step + 1))
            touched.add(step)
            if following is not None and here[step] is None:
                here[step] = {}
            return here[step]
        if following is None:
            return None
        if here.get(step) is None:
            here[step] = [] if isinstance(following, int) else {}
        return here[step]

    def subject(self) -> tuple[Fakta | None, list[Finding]]:
        """Make the subject; with the findings of what had to be taken out of it."""
        self._drop_blank_items()
        refusals: list[Finding] = []
        while len(refusals) < _MAX_REFUSALS:
            try:
                return _structure.structure(self._data, self._cls), refusals
            except DataError as error:
                taken = [(finding, self._take(finding.path)) for finding in error.findings]
                refusals += [finding for finding, _ in taken]
                if not any(gone for _, gone in taken):
                    break
        return None, refusals

    def original(self, path: str) -> str:
        """Give the path of a fact as the document has it, where blank list items were left out before it."""
        steps = list(steps_of(path))
        for number, step in enumerate(steps):
            kept = self._kept.get(tuple(steps[:number]))
            if isinstance(step, int) and kept is not None and step < len(kept):
                steps[number] = kept[step]
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)[1:]

    def _drop_blank_items(self) -> None:
        """Leave out list items that were blank, or became so; one that was issued blank stays."""
        for way in sorted(self._lists, key=len, reverse=True):
            length, touched = self._lists[way]
            *outer, name = way
            table = _at(self._data, outer)
            items = table[name]
            kept = [
                index
                for index, item in enumerate(items)
                if not (_is_blank(item) and (index in touched or index >= length))
            ]
            self._kept[way] = kept
            table[name] = [items[index] for index in kept]
            if not length and len(kept) == 1 and _says_none(items[kept[0]]):
                table[name] = []
            elif not kept and not length:
                del table[name]

    def _take(self, path: str) -> bool:
        """Take away what a path leads to, or the nearest thing around it that is there."""
        steps = list(steps_of(path))
        while steps:
            *way, last = steps
            here = _at(self._data, way)
            if isinstance(here, dict) and last in here:
                del here[last]
                return True
            if isinstance(here, list) and isinstance(last, int) and last < len(here):
                del here[last]
                return True
            steps.pop()
        return False


def _at(here: Any, way: Iterable[str | int]) -> Any:
    for step in way:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


def _is_blank(item: Any) -> bool:
    if isinstance(item, dict):
        return all(_is_blank(each) for each in item.values())
    return item is None


def _says_none(item: Any) -> bool:
    """Tell whether an item says that there is none, as people write it in a form."""
    said = [each for each in item.values() if each is not None] if isinstance(item, dict) else [item]
    return len(said) == 1 and isinstance(said[0], str) and said[0].strip(" .").casefold() == NONE
