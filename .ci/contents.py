"""Hold a wheel and an sdist against what git has: nothing is missing, nothing strays in, the metadata are right."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from packaging.metadata import Metadata

import botilbudlaege

IN_SDIST = (
    "botilbudlaege",
    "docs",
    "tests",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "pyproject.toml",
)
ADDED = {"PKG-INFO", ".gitignore"}  # by hatchling
NEEDED = {
    "botilbudlaege/py.typed",
    "botilbudlaege/rules/overenskomst.toml",
    "botilbudlaege/domain/kommuner.toml",
}


def tracked(*paths: str) -> set[str]:
    """List what git has under some paths."""
    command = ["git", "ls-files", "-z", "--", *paths]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - it is git
    return set(done.stdout.decode().split("\0")) - {""}


def differences(what: str, found: set[str], expected: set[str]) -> list[str]:
    """Tell what is missing and what strays in."""
    missing = [f"{what}: mangler {each}" for each in sorted(expected - found)]
    return missing + [f"{what}: hører ikke til: {each}" for each in sorted(found - expected)]


def metadata_faults(text: bytes) -> list[str]:
    """Validate the metadata as the package index does, and hold them against the package."""
    read = Metadata.from_email(text, validate=True)
    right = {
        "version": str(read.version) == botilbudlaege.__version__,
        "license": read.license_expression == "MIT" and read.license_files == ["LICENSE"],
        "readme": read.description_content_type == "text/markdown" and bool(read.description),
    }
    return [f"metadata: {name}" for name, holds in right.items() if not holds]


def main(dist: Path) -> int:
    """Look into both."""
    (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        info = {name.partition("/")[2] for name in names if ".dist-info/" in name}
        (metadata,) = (archive.read(name) for name in names if name.endswith(".dist-info/METADATA"))
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    faults = [
        *differences(
            "wheel", {each for each in names if ".dist-info/" not in each}, tracked("botilbudlaege")
        ),
        *differences("wheel", info, {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}),
        *differences("sdist", inside - ADDED, tracked(*IN_SDIST)),
        *(f"git: mangler {each}" for each in NEEDED - tracked("botilbudlaege")),
        *metadata_faults(metadata),
    ]
    sys.stdout.write(
        "\n".join([*faults, f"{wheel.name}: {len(names)} filer", f"{sdist.name}: {len(inside)} filer", ""])
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
