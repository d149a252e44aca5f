"""What is kept between processes: used when it is whole, of this program and the user's own, and else as if it were not there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from botilbudlaege import Klausul, _cache, load, render
from botilbudlaege.begreber import Dokument
from botilbudlaege.packs import _load
from botilbudlaege.packs._pack import Pack, inside
from botilbudlaege.packs.folder import _discovery, _layers
from botilbudlaege.packs.folder._stack import Stack
from botilbudlaege.packs.templates import _kept, _templates
from botilbudlaege.packs.templates._template import PackTemplate
from botilbudlaege.rendering.word import _package, _zip
from tests.builders import EXAMPLES

if TYPE_CHECKING:
    from botilbudlaege.rendering.filling._template import Template

ROOT = Path(__file__).parent.parent
PLAN = EXAMPLES / "aeblehaven.toml"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, that is not there yet."""
    folder = tmp_path / "gemt"
    monkeypatch.setenv(_cache.VARIABLE, str(folder))
    return folder


def stack() -> Stack:
    """The layers of the pack of Midtjylland, as a new process reads them."""
    return Stack(_layers.read(_discovery.folder_of("midtjylland")))


def made(*, draft: bool = False, living: bool = False) -> bytes:
    """Render the example with a pack that knows nothing of earlier renders in this process."""
    pack = Pack(_templates.Templates(stack()))
    return render(load(PLAN), pack=pack, draft=draft, living=living).content


def keys() -> tuple[str, str]:
    """What the plan's template is kept by: as that of the pack, and as what has been compiled."""
    layers = [layer.digest.encode() for layer in stack().layers]
    template = _templates.Templates(stack()).template(Dokument.SAMARBEJDSPLAN)
    return (
        _cache.key(b"template", b"samarbejdsplan False False", *layers),
        _cache.key(b"compiled", *template.compiled_of(draft=False, living=False)),
    )


def file_of(kept: Path) -> Path:
    """The file of the plan's template."""
    return kept / keys()[0][:40]


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("living", [False, True])
def test_what_is_kept_makes_the_same_document(
    kept: Path, monkeypatch: pytest.MonkeyPatch, *, draft: bool, living: bool
) -> None:
    """Byte by byte, without anything being compiled."""
    first = made(draft=draft, living=living)
    monkeypatch.setattr(_templates.Templates, "_compiled", None)

    assert made(draft=draft, living=living) == first
    assert kept.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in kept.iterdir()} == {0o600}


@pytest.mark.parametrize("kind", Dokument)
def test_every_template_can_be_kept(kept: Path, kind: Dokument) -> None:
    """As plain data, and be a template again."""
    templates = _templates.Templates(stack())
    ready = templates.ready(kind, draft=True, living=True)
    again = _kept.read(templates.stack, kind, draft=True, living=True)

    assert kept.exists()
    assert again is not None
    assert again.digest == ready.digest
    assert again.unready == ready.unready
    assert _zip.packed(again.template.blob) == _zip.packed(ready.template.blob)
    assert again.template.numbering == ready.template.numbering
    assert again.template.replaced == ready.template.replaced
    assert again.template.controls is not None
    assert again.template.controls.plain() == ready.template.controls.plain()


def damaged(content: bytes) -> list[bytes]:
    """Ways in which a file can be other than it was."""
    flips = [0, 5, len(content) // 3, len(content) // 2, len(content) - 1]
    return [
        b"",
        content[:10],
        content[: len(content) // 2],
        content[:-1],
        content + b" ",
        *(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :] for at in flips),
    ]


def test_a_file_that_is_cut_short_or_changed_is_not_used(kept: Path) -> None:
    """And is no fault: it is made again."""
    first = made()
    for key in keys():
        file = kept / key[:40]
        whole = file.read_bytes()
        for content in damaged(whole):
            file.write_bytes(content)
            assert made() == first
            assert file.read_bytes() == whole


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"null",
        b"[]",
        b'{"parts": [["word/document.xml", false, [["exec"]]]]}',
        b'{"compiled_of": ["a"]}',
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_is_no_template_is_not_used(content: bytes) -> None:
    """Also where its digest is right."""
    first = made()
    for key in keys():
        _cache.write(key, content)
        assert made() == first


def test_a_file_of_another_name_is_not_used(kept: Path) -> None:
    """A template that was put in another's place."""
    _cache.write("a" * 64, b"et")
    (kept / ("a" * 40)).rename(kept / ("b" * 40))

    assert _cache.read("a" * 64) is None
    assert _cache.read("b" * 64) is None


def test_another_version_has_other_names(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of this library, of Python, of a package that compiles, of a module that is being worked on."""
    _cache.write(_cache.key(b"x"), b"et")
    said: list[str] = []
    for name, value in (
        ("__version__", "0.0.9"),
        ("_own_files", lambda: ["botilbudlaege/_cache.py 1 1"]),
        ("stamp", lambda package: f"{package} 0"),
    ):
        with monkeypatch.context() as other:
            other.setattr(_cache, name, value)
            _cache.makers.cache_clear()
            said.append(_cache.key(b"x"))
    _cache.makers.cache_clear()

    assert _cache.read(_cache.key(b"x")) == b"et"
    assert [_cache.read(name) for name in said] == [None, None, None]
    assert kept.exists()


def test_a_folder_or_file_that_others_can_write_is_not_used(kept: Path) -> None:
    """Nor one that is a link, nor a file that is one."""
    _cache.write("a" * 64, b"et")
    file = kept / ("a" * 40)
    for path, mode in ((kept, 0o770), (kept, 0o702), (file, 0o660), (file, 0o602)):
        usual = path.stat().st_mode
        path.chmod(mode)
        assert _cache.read("a" * 64) is None
        path.chmod(usual)
    assert _cache.read("a" * 64) == b"et"

    file.rename(kept / "c")
    file.symlink_to(kept / "c")
    assert _cache.read("a" * 64) is None
    file.unlink()
    (kept / "c").rename(file)
    kept.rename(kept.with_name("d"))
    kept.symlink_to(kept.with_name("d"))
    assert _cache.read("a" * 64) is None


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_belongs_to_another_user_is_not_used(
    kept: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Nor is anything written there."""
    _cache.write("a" * 64, b"et")
    own = os.fstat
    folder = kept.stat().st_ino

    def of_another(descriptor: int) -> os.stat_result:
        status = own(descriptor)
        if (status.st_ino == folder) is (what == "folder"):
            fields = list(status)
            fields[4] += 1  # the user
            return os.stat_result(fields)
        return status

    monkeypatch.setattr(os, "fstat", of_another)
    assert _cache.read("a" * 64) is None
    if what == "folder":
        _cache.write("b" * 64, b"to")
        assert not (kept / ("b" * 40)).exists()


def test_nothing_is_kept_where_it_is_switched_off_or_cannot_be(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the document is the same."""
    first = made()
    for said in ("nej", str(tmp_path / "fil" / "mappe"), "/proc/gemt", "a\0b"):
        (tmp_path / "fil").touch()
        monkeypatch.setattr(_cache, "folder", lambda said=said: None if said == "nej" else Path(said))
        assert made() == first
        assert _cache.read("a" * 64) is None
    assert kept.exists()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x"}, Path("/x/botilbudlaege")),
        ({"HOME": "/hjem"}, Path("/hjem/.cache/botilbudlaege")),
        ({"XDG_CACHE_HOME": "y"}, None),
        ({_cache.VARIABLE: "/z", "XDG_CACHE_HOME": "/x"}, Path("/z")),
        ({_cache.VARIABLE: "nej", "XDG_CACHE_HOME": "/x"}, None),
    ],
)
def test_the_folder_is_where_the_system_has_such_folders(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: Path | None
) -> None:
    """Or where a variable says; a place that depends on where one stands is none."""
    for name in ("XDG_CACHE_HOME", _cache.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")

    assert _cache.folder() == expected


def test_it_is_bounded(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By number and size, the oldest go first; what a killed process left half-written goes after an hour.

    The folder is looked through once in eight: when a name is written that begins so.
    """
    monkeypatch.setattr(_cache, "MOST_FILES", 4)
    kept.mkdir(mode=0o700)
    for number, age in enumerate((7200, 60)):
        left = kept / f".{'a' * 40}.{number}"
        left.touch()
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    for number in range(6):
        _cache.write(f"{5 - number}" * 64, b"x" * 100)
        file = kept / (f"{5 - number}" * 40)
        os.utime(file, (file.stat().st_mtime + number - 30,) * 2)

    assert sorted(path.name[0] for path in kept.iterdir()) == ["0", "1", "2", "3"]
    monkeypatch.setattr(_cache, "MOST_BYTES", 500)
    _cache.write("9" * 64, b"x" * 100)
    assert len([*kept.iterdir()]) == 5
    _cache.write(f"1{'9' * 63}", b"x" * 100)
    assert len([*kept.iterdir()]) < 4


def test_what_is_used_stays_longest(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was written long ago and read since is no old one."""
    monkeypatch.setattr(_cache, "MOST_FILES", 2)
    for name, age in (("a", 9000), ("b", 8000)):
        _cache.write(name * 64, b"x")
        file = kept / (name * 40)
        os.utime(file, (file.stat().st_mtime - age,) * 2)

    assert _cache.read("a" * 64) == b"x"
    _cache.write("1" * 64, b"x")
    assert sorted(path.name[0] for path in kept.iterdir()) == ["1", "a"]


_ONE = """
import pathlib, sys
from botilbudlaege import _shipped, load, render
_shipped.FILE = pathlib.Path("none")
document = render(load(sys.argv[1]))
sys.stdout.buffer.write(document.content)
"""


@pytest.mark.slow
def test_ten_processes_at_once_some_of_them_killed(kept: Path) -> None:
    """On an empty folder, at any moment: each that ends has made the right document, and what is kept is sound."""
    expected = made()
    for file in kept.iterdir():
        file.unlink()
    moments = random.Random(19)  # noqa: S311 - the same every time is the point
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _ONE, PLAN], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(10)
    ]
    for process in running[::2]:
        time.sleep(moments.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
    ended = [(*process.communicate(), process.returncode) for process in running]

    assert {each for each in ended if each[2] != -signal.SIGKILL} == {(expected, b"", 0)}
    assert sum(each[2] == 0 for each in ended) >= 5
    names = {file.name for file in kept.iterdir() if not file.name.startswith(".")}
    assert file_of(kept).name in names
    assert all((kept / name).read_bytes().startswith(_cache.FORMAT) for name in names)
    assert made() == expected


def test_a_file_that_is_killed_in_the_middle_is_not_there(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever has been written by then: the name is given last."""
    first = made()
    whole = file_of(kept).read_bytes()
    file_of(kept).unlink()

    def half(folder: int, name: str, content: bytes) -> None:
        put(folder, name, content[: len(content) // 2])
        raise KeyboardInterrupt

    put = _cache._put  # noqa: SLF001 - what writes, stopped in the middle
    monkeypatch.setattr(_cache, "_put", half)
    with pytest.raises(KeyboardInterrupt):
        made()
    monkeypatch.undo()
    monkeypatch.setenv(_cache.VARIABLE, str(kept))

    assert not file_of(kept).exists()
    assert [file for file in kept.iterdir() if file.name.startswith(".")] != []
    assert made() == first
    assert file_of(kept).read_bytes() == whole


def test_a_module_that_is_written_anew_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its size and its day are set to what they were."""
    module = tmp_path / "_module.py"
    module.write_text("x = 1\n")
    monkeypatch.setattr(_cache, "__file__", str(tmp_path / "_cache.py"))
    status, first = module.stat(), _cache._own_files()  # noqa: SLF001 - what a name is made of
    module.write_text("x = 2\n")
    os.utime(module, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert module.stat().st_size == status.st_size
    assert module.stat().st_mtime_ns == status.st_mtime_ns
    assert _cache._own_files() != first  # noqa: SLF001 - as above


@pytest.mark.parametrize("without", ["geteuid", "supports_dir_fd"])
def test_nothing_is_kept_where_the_system_does_not_say_whose_a_file_is(
    kept: Path, monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    """As on Windows: nothing is written, nothing is read, and the document is the same."""
    first = made()
    for file in kept.iterdir():
        file.unlink()
    if without == "geteuid":
        monkeypatch.delattr(os, "geteuid")
    else:
        monkeypatch.setattr(os, "supports_dir_fd", frozenset())

    assert made() == first
    assert [*kept.iterdir()] == []


def test_a_pack_in_a_folder_is_kept_by_what_is_in_it(kept: Path, tmp_path: Path) -> None:
    """A clause that is worded anew is another template, also where the folder's name is the same."""
    pack = tmp_path / "proeve"
    (pack / "klausuler").mkdir(parents=True)
    (pack / "pakke.toml").write_text(
        'id = "proeve"\nnavn = "Prøve"\nversion = "1"\nbygger_paa = "faelles"\n'
        '[klausuler.opsigelse]\nbegrundelse = "Prøve."\n',
        encoding="utf-8",
    )
    texts = []
    for words in ("Første ordlyd.", "Anden ordlyd.", "Første ordlyd."):
        (pack / "klausuler" / "opsigelse.md").write_text(f"{words}\n", encoding="utf-8")
        texts.append(render(load(PLAN), pack=pack).text)

    assert ["Første" in text for text in texts] == [True, False, True]
    assert ["Anden" in text for text in texts] == [False, True, False]
    assert inside(_load.load(pack)).stack.id == "proeve"
    assert kept.exists()


def own_pack(folder: Path, navn: str = "Egen & co") -> Path:
    """A pack that has a name of its own, and all else from the layer below."""
    folder.mkdir()
    manifest = f'id = "{folder.name}"\nnavn = "{navn}"\nversion = "1"\nbygger_paa = "faelles"\n'
    (folder / "pakke.toml").write_text(manifest, encoding="utf-8")
    return folder


@pytest.mark.parametrize("living", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_what_packs_have_in_common_is_compiled_once(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, draft: bool, living: bool
) -> None:
    """A pack of another name has the document of the pack below, under its own name, byte by byte as if nothing were kept."""
    asked = {"draft": draft, "living": living}
    pack = own_pack(tmp_path / "egen")
    with monkeypatch.context() as without:
        without.setenv(_cache.VARIABLE, _cache.OFF)
        alone = render(load(PLAN), pack=pack, **asked).content
    render(load(PLAN), pack=own_pack(tmp_path / "anden"), **asked)
    monkeypatch.setattr(PackTemplate, "compiled", None)
    again = render(load(PLAN), pack=Pack(_templates.Templates(Stack(_layers.read(pack)))), **asked).content

    assert again == alone
    assert b"Egen &amp; co" in _package.read(again)[_package.CORE]
    assert kept.exists()


def test_clauses_of_a_caller_are_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the template that they are put into; other words are another."""
    given = [Klausul("opsigelse", "Det gælder, når {{ plan.botilbud.navn }} opsiger.")]
    first = render(load(PLAN), pack=Pack(_templates.Templates(stack())), clauses=given)
    compiled, asked = PackTemplate.compiled, []

    def counted(template: PackTemplate, **how: bool) -> Template:
        asked.append(how)
        return compiled(template, **how)

    monkeypatch.setattr(PackTemplate, "compiled", counted)
    again = render(load(PLAN), pack=Pack(_templates.Templates(stack())), clauses=given)

    assert again == first
    assert asked == []
    assert "når Æblehaven opsiger" in again.text
    other = [Klausul("opsigelse", "Andre ord.")]
    assert "Andre ord." in render(load(PLAN), pack=Pack(_templates.Templates(stack())), clauses=other).text
    assert len(asked) == 1
    assert not file_of(kept).exists()  # it is not the template of the pack


def test_a_name_that_is_a_tag_counts() -> None:
    """It is told where the template is compiled; any other name is of no account there."""
    template = _templates.Templates(stack()).template(Dokument.SAMARBEJDSPLAN)

    def named(navn: bytes) -> str:
        parts = {**template.parts, _package.CORE: template.parts[_package.CORE].replace(b"Midtjylland", navn)}
        return PackTemplate(template.kind, parts, context=template.context, where=template.where).identity

    assert named(b"Sydjylland") == template.identity
    assert named(b"{{ plan }}") != template.identity
