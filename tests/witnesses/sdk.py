"""Microsoft's own validator, of the Open XML SDK, run inside Python.

The wheel `python-redlines-docxodus` carries the SDK with the whole .NET runtime that it needs, laid out as one program.
A runtime that is embedded wants the folders that `dotnet` has, so they are made of links, in a folder that is temporary.
"""

from __future__ import annotations

import atexit
import functools
import json
import tarfile
import tempfile
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSIONS = ("Office2010", "Office2013", "Microsoft365")
"""The versions of Word that a document is held to: Office 2007 has no title of a table, and so is left out."""
ASSEMBLIES = ("DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml")
_FRAMEWORK = "Microsoft.NETCore.App"
SETTINGS = {
    "System.Globalization.Invariant": True,
    "System.Runtime.TieredCompilation": False,
    "System.GC.Concurrent": False,
}
"""Methods are compiled once, as they are to stay: a run is too short for .NET to gain by compiling them again."""


@attrs.frozen
class Error:
    """What the validator objects to.

    Args:
        code: The kind, by the SDK's own name.
        part: The part of the package; empty for the package.
        place: Where in the part, as an XPath.
        text: What is wrong, as the SDK says it.
        versions: The versions of Word that it holds for.
    """

    code: str
    part: str
    place: str
    text: str
    versions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give all of it in a line."""
        return f"{self.part} {self.place}: {self.text} ({self.code}; {', '.join(self.versions)})"


def errors(docx: bytes, *, versions: tuple[str, ...] = VERSIONS) -> list[Error]:
    """Ask the validator about a document.

    Args:
        docx: The document.
        versions: The versions of Word that it is held to.

    Returns:
        Every error once, in the order in which it is met; one of the code `Package` for a file that the SDK cannot open.
    """
    found: dict[Error, list[str]] = {}
    for version in versions:
        for error in _errors(docx, version):
            found.setdefault(error, []).append(version)
    return [attrs.evolve(error, versions=tuple(holds)) for error, holds in found.items()]


def _errors(docx: bytes, version: str) -> Iterator[Error]:
    sdk = _sdk()
    stream = sdk.MemoryStream(docx)
    try:
        document = sdk.WordprocessingDocument.Open(stream, False)
    except sdk.DotNetException as error:
        yield Error("Package", "", "", str(error.Message))
        return
    try:
        for said in sdk.validators[version].Validate(document):
            part = "" if said.Part is None else str(said.Part.Uri)
            place = "" if said.Path is None else str(said.Path.XPath)
            yield Error(str(said.Id), part, place, str(said.Description))
    except sdk.DotNetException as error:  # parts that are not there are met on the way
        yield Error("Package", "", "", str(error.Message))
    finally:
        document.Dispose()


@attrs.frozen(eq=False)
class _Sdk:
    """What is used of .NET, by its own names."""

    MemoryStream: Any
    WordprocessingDocument: Any
    DotNetException: Any
    validators: dict[str, Any]


@functools.cache
def _sdk() -> _Sdk:
    """Start .NET, once a process."""
    import clr_loader  # noqa: PLC0415 - so that only who asks starts .NET
    import pythonnet  # noqa: PLC0415

    folder = tempfile.TemporaryDirectory(prefix="openxml-sdk-")
    atexit.register(folder.cleanup)
    root = Path(folder.name)
    config, program = laid_out(root)
    pythonnet.set_runtime(clr_loader.get_coreclr(runtime_config=str(config), dotnet_root=str(root)))
    import clr  # noqa: PLC0415

    for name in ASSEMBLIES:
        clr.AddReference(str(program / f"{name}.dll"))
    from DocumentFormat.OpenXml import FileFormatVersions  # noqa: PLC0415
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument  # noqa: PLC0415
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator  # noqa: PLC0415
    from System import Exception as DotNetException  # noqa: PLC0415
    from System.IO import MemoryStream  # noqa: PLC0415

    validators = {name: OpenXmlValidator(getattr(FileFormatVersions, name)) for name in VERSIONS}
    return _Sdk(MemoryStream, WordprocessingDocument, DotNetException, validators)


def laid_out(root: Path) -> tuple[Path, Path]:
    """Lay the wheel's program out as an installed .NET; give its configuration, and the folder of the program."""
    program = root / "program"
    carried = resources.files("python_redlines_docxodus") / "_binaries" / "linux-x64.tar.gz"
    with carried.open("rb") as stream, tarfile.open(fileobj=stream) as archive:
        archive.extractall(program, filter="data")
    known = json.loads(next(program.glob("*.deps.json")).read_text("utf-8"))
    target = known["runtimeTarget"]["name"]
    pack = next(name for name in known["targets"][target] if name.startswith("runtimepack."))
    version = pack.rpartition("/")[2]
    runtime = root / "shared" / _FRAMEWORK / version
    runtime.mkdir(parents=True)
    for file in program.iterdir():
        (runtime / file.name).symlink_to(file)
    host = root / "host" / "fxr" / version
    host.mkdir(parents=True)
    (host / "libhostfxr.so").symlink_to(program / "libhostfxr.so")
    name = f"{_FRAMEWORK}/{version}"
    listed = {
        "runtimeTarget": known["runtimeTarget"],
        "targets": {target: {name: known["targets"][target][pack]}},
        "libraries": {name: {"type": "package", "serviceable": True, "sha512": ""}},
    }
    (runtime / f"{_FRAMEWORK}.deps.json").write_text(json.dumps(listed), encoding="utf-8")
    config = root / "runtimeconfig.json"
    options = {
        "framework": {"name": _FRAMEWORK, "version": version},
        "configProperties": SETTINGS,
    }
    config.write_text(json.dumps({"runtimeOptions": options}), encoding="utf-8")
    return config, program
