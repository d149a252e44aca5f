"""Two PDFs beside each other, as pictures: where what is printed is not the same, whatever made it so.

A page is cut into bands of print with blank paper between them. Bands that are alike are the same wherever they stand,
so a shift of lines is no difference; what is left over on either side is one.
"""

from __future__ import annotations

import difflib
import io
import itertools
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from botilbudlaege.errors import DocumentError
from botilbudlaege.rendering.pdf import _findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL.Image import Image  # noqa: TC004 - an extra, and nothing evaluates the annotation

_DPI = 150
_TIMEOUT = 120
_CENTIMETRES = 2.54 / _DPI
_PAPER = 245
"""How bright a dot is that counts as blank."""
_BLUR = 1.2
_OTHER = 110
"""How much darker or brighter a dot is that is another; letters that are moved by less than a dot differ less."""
_DOTS = 8
"""Dots that differ where something else is printed; fewer are left by the way letters are drawn."""
_SLACK = 2
"""Dots by which a band may be higher than another of the same print, or stand beside it."""
_STEPS = 48
_FAINT = 6.0
"""How much two bands may differ in darkness, from left to right, and still be looked at closely."""
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_MOST, _LEAST = 25_000_000, 48
"""How many dots a picture may have that is looked at, and how many a side must have that is made smaller."""
_FINER, _ASKEW = 5, 0.02
"""How much finer one of two pictures may be than the other, and how far their shapes may differ."""
_NEAR = 48
"""How much a dot may differ between two savings of a picture."""
_MARK = (200, 0, 0)
_BETWEEN = 12


@attrs.frozen
class Difference:
    """A piece of a page that is not the same.

    Args:
        page: The page, from 1: of the second document, or of the first where something is gone.
        top: How far from the top of the page it begins, in centimetres.
        kind: `changed`, `deleted` or `added`.
    """

    page: int
    top: float
    kind: str


@attrs.frozen(eq=False)
class _Band:
    """A band of print: its page from 0, its upper and lower edge, its print, and its darkness from left to right."""

    page: int
    top: int
    bottom: int
    print: Image
    profile: tuple[int, ...]


def missing() -> None:
    """See that what is needed is installed.

    Raises:
        DocumentError: It is not.
    """
    if shutil.which("pdftoppm") is None:
        raise DocumentError(_findings.NO_POPPLER(program="pdftoppm"))
    try:
        import PIL  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise DocumentError(_findings.NO_PILLOW()) from None


def differences(one: bytes, other: bytes) -> tuple[tuple[Difference, ...], dict[int, bytes]]:
    """Compare two PDFs by what is printed.

    Returns:
        Where they differ, and for each page with a difference a PNG of both, the first to the left, with it marked.

    Raises:
        DocumentError: One cannot be drawn.
    """
    old, new = _drawn(one), _drawn(other)
    before, after = _bands(old), _bands(new)
    found: list[Difference] = []
    marks: tuple[list[_Band], list[_Band]] = ([], [])
    kinds = _kinds(before, after)
    before, after = _without_those_in_place(before, after, kinds)
    matcher = difflib.SequenceMatcher(
        None, [kinds[band] for band in before], [kinds[band] for band in after], autojunk=False
    )
    for _, i1, i2, j1, j2 in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        gone, come = before[i1:i2], after[j1:j2]
        marks[0].extend(gone)
        marks[1].extend(come)
        kind = "changed" if gone and come else "deleted" if gone else "added"
        for page, bands in itertools.groupby(come or gone, key=lambda band: band.page):
            found.append(Difference(page + 1, round(next(iter(bands)).top * _CENTIMETRES, 1), kind))
    pages = sorted({band.page for bands in marks for band in bands})
    return tuple(found), {page + 1: _both(page, (old, new), marks) for page in pages}


def shows_the_same(one: bytes, other: bytes) -> bool:
    """Tell whether two pictures show the same, saved in other ways or more coarsely; no where that cannot be told."""
    try:
        from PIL import Image, ImageChops, ImageFilter  # noqa: PLC0415 - an extra
    except ImportError:
        return False
    try:
        pictures = [_on_paper(content) for content in (one, other)]
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ):  # as Pillow says of what it cannot read
        return False
    (width, height), (wide, high) = (picture.size for picture in pictures)
    size = min(width, wide), min(height, high)
    is_scaled = (width, height) != (wide, high)
    is_coarse = min(size) < _LEAST or max(width / wide, wide / width) > _FINER
    if is_scaled and (is_coarse or abs(width * high / (height * wide) - 1) > _ASKEW):
        return False
    alike = [picture.resize(size).filter(ImageFilter.GaussianBlur(1)) for picture in pictures]
    dots = ImageChops.difference(*alike).histogram()
    return not any(any(dots[colour + _NEAR + 1 : colour + 256]) for colour in (0, 256, 512))


def _on_paper(content: bytes) -> Image:
    """Read a picture as it shows on white paper."""
    from PIL import Image  # noqa: PLC0415 - an extra

    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        if picture.width * picture.height > _MOST or getattr(picture, "n_frames", 1) > 1:
            raise ValueError
        drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return paper.convert("RGB")


def _drawn(pdf: bytes) -> list[Image]:
    """Draw the pages of a PDF."""
    from PIL import Image  # noqa: PLC0415 - an extra, and the import takes its time

    with tempfile.TemporaryDirectory(prefix="botilbudlaege-") as folder:
        command = [shutil.which("pdftoppm") or "pdftoppm", "-gray", "-r", str(_DPI), "-", f"{folder}/side"]
        try:
            subprocess.run(command, input=pdf, capture_output=True, timeout=_TIMEOUT, check=True)  # noqa: S603 - the program is found on PATH, and the options are ours
        except (OSError, subprocess.SubprocessError):
            raise DocumentError(_findings.PICTURE_FAILED()) from None
        return [
            Image.open(io.BytesIO(file.read_bytes())).convert("L") for file in sorted(Path(folder).iterdir())
        ]


def _bands(pages: Sequence[Image]) -> list[_Band]:
    """Cut pages into bands of print."""
    return [band for number, page in enumerate(pages) for band in _cut(number, page)]


def _cut(number: int, page: Image) -> Iterator[_Band]:
    from PIL import Image, ImageFilter  # noqa: PLC0415 - an extra

    width, height = page.size
    dots = page.point([0] * _PAPER + [255] * (256 - _PAPER)).tobytes()
    blank = b"\xff" * width
    rows = [dots[row * width : (row + 1) * width] != blank for row in range(height)]
    at = 0
    for is_print, group in itertools.groupby(rows):
        top, at = at, at + len(list(group))
        if is_print:
            piece = page.crop((0, top, width, at)).filter(ImageFilter.GaussianBlur(_BLUR))
            profile = piece.resize((_STEPS, 1), Image.Resampling.BOX).tobytes()
            yield _Band(number, top, at, piece, tuple(profile))


def _without_those_in_place(
    before: list[_Band], after: list[_Band], kinds: dict[_Band, int]
) -> tuple[list[_Band], list[_Band]]:
    """Leave out what begins or ends a page of both in the same place: lines that go to the next page pass its footer."""
    same: set[_Band] = set()
    for page in {band.page for band in before}:
        old, new = ([band for band in bands if band.page == page] for bands in (before, after))
        for pairs in (zip(old, new, strict=False), zip(reversed(old), reversed(new), strict=False)):
            for one, other in pairs:
                if {one, other} & same or kinds[one] != kinds[other] or abs(one.top - other.top) > _SLACK:
                    break
                same |= {one, other}
    return [band for band in before if band not in same], [band for band in after if band not in same]


def _kinds(before: Iterable[_Band], after: Iterable[_Band]) -> dict[_Band, int]:
    """Number bands so that those have the same number that show the same."""
    models: list[_Band] = []
    numbers: dict[_Band, int] = {}
    for band in (*before, *after):
        number = next((count for count, model in enumerate(models) if _alike(band, model)), len(models))
        if number == len(models):
            models.append(band)
        numbers[band] = number
    return numbers


def _alike(one: _Band, other: _Band) -> bool:
    """Tell whether two bands show the same."""
    heights = one.print.height, other.print.height
    if abs(heights[0] - heights[1]) > _SLACK or one.print.width != other.print.width:
        return False
    if max(abs(a - b) for a, b in zip(one.profile, other.profile, strict=True)) > _FAINT * max(
        1, 40 / min(heights)
    ):
        return False
    shifts = sorted(
        itertools.product(range(-_SLACK, _SLACK + 1), (0, -1, 1)), key=lambda at: abs(at[0]) + abs(at[1])
    )
    return any(_other_dots(one.print, other.print, *shift) < _DOTS for shift in shifts)


def _other_dots(one: Image, other: Image, down: int, right: int) -> int:
    """Count the dots that differ when a band is moved so far over another."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - an extra

    moved = Image.new("L", one.size, 255)
    moved.paste(other, (right, down))
    return sum(ImageChops.difference(one, moved).histogram()[_OTHER:])


def _both(
    page: int, sides: tuple[Sequence[Image], Sequence[Image]], marks: tuple[list[_Band], list[_Band]]
) -> bytes:
    """Put a page of both documents beside each other, with what differs in frames."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    shown = []
    for pages, bands in zip(sides, marks, strict=True):
        size = pages[min(page, len(pages) - 1)].size
        picture = (pages[page] if page < len(pages) else Image.new("L", size, 255)).convert("RGB")
        draw = ImageDraw.Draw(picture)
        for band in bands:
            if band.page == page:
                draw.rectangle((8, band.top - 4, size[0] - 8, band.bottom + 4), outline=_MARK, width=3)
        shown.append(picture)
    left, right = shown
    both = Image.new("RGB", (left.width + _BETWEEN + right.width, max(left.height, right.height)), _MARK)
    both.paste(left, (0, 0))
    both.paste(right, (left.width + _BETWEEN, 0))
    out = io.BytesIO()
    both.save(out, "PNG")
    return out.getvalue()
