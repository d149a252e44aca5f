"""Files made to harm: each is refused in Danish or becomes a document that opens, soon and in little memory."""

from __future__ import annotations

import io
import itertools
import json
import re
import subprocess
import sys
import textwrap
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

import docx
import pytest
from lxml import etree

from botilbudlaege import DocumentError, rendering
from botilbudlaege.rendering import Environment
from tests.effort import TooMuchError, within
from tests.rendering.word.hostile_archives import ARCHIVES, BOMBS, W, flipped, package
from tests.rendering.word.hostile_parts import ACCEPTED, CASES, EITHER, LARGE, PARTS, REFUSED, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MB = 1_000_000
MEMORY = 200  # MB
UNITS = 7  # of work: a second of a machine that does nothing else

CONTEXT: dict[str, Any] = {"x": "a & <b>\n\tc", "f": False, "liste": ["en", "to"]}
DANISH = re.compile(
    r"\b(?:er|har|ikke|en|et|over|mere|inden|kan|ville|findes|henter|står|lukker|højst|filen)\b",
    re.IGNORECASE,
)

# What happens ------------------------------------------------------------------------------------


def attempt(content: bytes) -> bytes | DocumentError:
    """Compile and render; give the document or the refusal. Anything else fails the test, and so does much work."""
    other = ""
    result: bytes | DocumentError | None = None
    try:
        result = within(UNITS, partial(_result, content))
    except (Exception, TooMuchError) as error:  # noqa: BLE001 - told below; pytest cannot show all of Jinja's
        other = f"{type(error).__name__}: {error}"
    assert not other
    assert result is not None
    return result


def _result(content: bytes) -> bytes | DocumentError:
    environment = Environment(filters={}, printers={int: str, float: str})  # a new one: nothing is cached
    try:
        return rendering.compile(content, environment=environment).render(CONTEXT)
    except DocumentError as error:
        return error


def outcome(content: bytes) -> bytes | DocumentError:
    """Hold a file to little work and to a refusal in Danish; give what came of it."""
    result = attempt(content)
    if isinstance(result, DocumentError):
        assert result.findings
        for finding in result.findings[:20]:
            assert finding.code
            assert DANISH.search(finding.message), finding.message
    return result


def xml_parts(content: bytes) -> Iterator[etree._Element]:
    """Parse every XML part of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield etree.fromstring(archive.read(name))


def test_there_are_enough_cases() -> None:
    """Forty at the least, and no name stands for two."""
    assert len(CASES) >= 40
    assert len(CASES) == sum(map(len, (BOMBS, ARCHIVES, PARTS, TAGS, EITHER, ACCEPTED)))


REASONS = {
    "name with ..": "traversal",
    "absolute name": "traversal",
    "name with backslash": "traversal",
    "name with drive letter": "traversal",
    "same name twice": "duplicate-name",
    "same name but for case": "duplicate-name",
    "encrypted": "encrypted",
    "1,001 parts": "too-large",
    "1,500 entries that are said to be 3": "too-large",
    "part over 8 MB": "too-large",
    "packed over 20 MB": "too-large",
    "over 100 MB together": "too-large",
    "zip bomb": "too-large",
    "wrong CRC": "not-docx",
    "billion laughs in word/document.xml": "dtd",
    "utf-16 with DTD": "encoding",
    "external image": "external",
    "DDEAUTO in several runs": "external",
    "vbaProject.bin": "active-content",
    "dotx": "active-content",
    "40 kB of {{": "braces",
    "3,000 parentheses": "tag-length",
    "1,500 nested ifs": "nesting",
}
"""The code of the finding, where it is not one of many that would do."""


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    """With a finding in Danish that tells the reason, soon."""
    result = outcome(REFUSED[name]())

    assert isinstance(result, DocumentError)
    assert name not in REASONS or REASONS[name] in [finding.code for finding in result.findings]


@pytest.mark.parametrize("name", EITHER)
def test_it_is_refused_or_opens(name: str) -> None:
    """Soon; what opens holds no tag that was passed over."""
    result = outcome(EITHER[name]())

    if isinstance(result, bytes):
        assert docx.Document(io.BytesIO(result)).element.body is not None
        shown = [
            "".join(text.text or "" for text in each.iter(f"{{{W}}}t"))
            for root in xml_parts(result)
            for each in root.iter(f"{{{W}}}p")
        ]
        assert not any("{{" in text for text in shown)


@pytest.mark.parametrize("name", ACCEPTED)
def test_it_opens(name: str) -> None:
    """What harms nobody is not refused."""
    result = outcome(ACCEPTED[name]())

    assert isinstance(result, bytes)
    assert docx.Document(io.BytesIO(result)).paragraphs


@pytest.mark.slow
def test_a_file_with_any_bit_turned() -> None:
    """Or cut off anywhere: refused, or opens."""
    content = package()
    one_bit = (flipped(content, at) for at in range(len(content)))
    cut = (content[:at] for at in range(0, len(content), 5))

    for hostile in itertools.chain(one_bit, cut):
        result = attempt(hostile)
        if isinstance(result, bytes):
            assert docx.Document(io.BytesIO(result)).paragraphs


_IN_CHILD = textwrap.dedent("""
    import json, os, resource, sys
    from pathlib import Path

    from botilbudlaege import DocumentError, rendering

    def peak():
        status = Path("/proc/self/status")
        if status.exists():
            return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1000
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000_000

    try:
        rendering.compile(b"no docx")
    except DocumentError:
        pass
    resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    for path in sys.argv[1:]:
        if os.fork():
            os.wait()
            continue
        before = peak()
        try:
            rendering.compile(Path(path).read_bytes()).render({"x": "a"})
            came = "document"
        except DocumentError:
            came = "refused"
        except BaseException as error:
            came = type(error).__name__
        print(json.dumps([path, came, peak() - before]), flush=True)
        os._exit(0)
""")


@pytest.mark.slow
def test_bombs_take_little_memory(tmp_path: Path) -> None:
    """In a process of its own that may have 700 MB and 30 seconds of CPU, each uses at most 200 MB more than before."""
    builders = {**BOMBS, **{name: EITHER[name] for name in LARGE}}
    for name, builder in builders.items():
        (tmp_path / name).write_bytes(builder())
    done = subprocess.run(
        [sys.executable, "-c", _IN_CHILD, *builders],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    came = {
        name: (kind if kind in ("refused", "document") else f"raised {kind}", used < MEMORY)
        for name, kind, used in map(json.loads, done.stdout.splitlines())
    }

    assert set(came) == set(builders)
    assert {
        name: said for name, said in came.items() if said not in (("refused", True), ("document", True))
    } == {}
