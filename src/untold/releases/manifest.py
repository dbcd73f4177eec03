"""`SHA256SUMS`: the hash of every file, checked by `sha256sum -c` alone, or by us with the names of what is wrong."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from untold.codebook.errors import BrokenRelease
from untold.releases.release import MANIFEST

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the release: its path in it, its length in bytes, its SHA-256."""

    path: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with one file of a release: `path` is in the release, `message` for a person."""

    kind: Literal["altered", "missing", "added"]
    path: str
    message: str


def written_file(folder: Path, path: str) -> WrittenFile:
    """Return a file of a folder with its length and hash."""
    whole = folder / path
    return WrittenFile(path, whole.stat().st_size, _hash(whole))


def manifest_of(files: Iterable[WrittenFile]) -> str:
    """Return the lines of `SHA256SUMS`, by path."""
    return "".join(f"{each.sha256}  {each.path}\n" for each in sorted(files, key=lambda each: each.path))


def verify_release(folder: str | Path) -> tuple[FileFault, ...]:
    """Return which files of a release are altered, missing or added since it was made, by path.

    No fault proves that the files are those of the manifest; that the manifest
    is the publisher's is proved by its own hash, which the publisher prints.
    Raises `BrokenRelease` where there is no manifest, or none that can be read.
    """
    place = Path(folder)
    stated = _stated(place)
    found = set(_files(place)) - {MANIFEST}
    faults = [
        *(FileFault("missing", path, f"{path}: is not there any more") for path in stated.keys() - found),
        *(FileFault("added", path, f"{path}: is not in {MANIFEST}") for path in found - stated.keys()),
        *(
            FileFault("altered", path, f"{path}: its bytes are not those that were released")
            for path in stated.keys() & found
            if not _is_whole(place / path, stated[path])
        ),
    ]
    return tuple(sorted(faults, key=lambda fault: fault.path))


def manifest_hash(folder: str | Path) -> str:
    """Return the SHA-256 of a release's manifest, which stands for all its files."""
    return _hash(Path(folder) / MANIFEST)


def _stated(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / MANIFEST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BrokenRelease(str(folder), f"holds no {MANIFEST} that can be read", "give the folder whole") from None
    stated: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise BrokenRelease(str(folder), f"{MANIFEST} line {number} is no hash and path", "get the release again")
        stated[match[2]] = match[1]
    return stated


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in (*names, *links):
            yield Path(place, name).relative_to(folder).as_posix()


def _is_whole(path: Path, sha256: str) -> bool:
    return not path.is_symlink() and path.is_file() and _hash(path) == sha256


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
