"""The casebook: the record without a database, a folder in which each file has one room that writes it.

A recorder's laptop loses power in the middle of a write, and two people open
the same folder at once. So a file is replaced whole or not at all, a lock
refuses the second writer, and the folder says which format it has.
"""

import fcntl
import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from untold.codebook.errors import CasebookError
from untold.reports.replacing import finish_replacing, newest, replace_file
from untold.reports.report import Report

FORMAT = 1
DESCRIPTION = "casebook.toml"
REPORTS = "reports.jsonl"
_LOCK = ".lock"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Casebook:
    """A casebook that is open for writing, its lock held; made by `open_casebook` alone."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return the place of a file of the casebook."""
        return self.folder / name


@contextmanager
def open_casebook(folder: str | Path) -> Iterator[Casebook]:
    """Open a casebook for writing, made new where the folder is missing or empty, and lock it until the end.

    Raises `CasebookError` where another writer holds it, where the folder
    holds something else, or where its format is unknown.
    """
    place = Path(folder)
    _prepare(place)
    with _locked(place):
        finish_replacing(place)
        if not (place / DESCRIPTION).exists():
            replace_file(place / DESCRIPTION, f"# A casebook of Untold.\nformat = {FORMAT}\n".encode())
        check_format(place)
        yield Casebook(place)


def check_format(folder: str | Path) -> None:
    """Raise `CasebookError` unless a folder is a casebook of the format that this program writes."""
    description = Path(folder) / DESCRIPTION
    try:
        found = tomllib.loads(description.read_text(encoding="utf-8")).get("format")
    except FileNotFoundError:
        raise CasebookError(str(folder), f"holds no {DESCRIPTION}", "check the path of the casebook") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CasebookError(
            str(folder), f"{DESCRIPTION} cannot be read ({error})", "restore it from a backup"
        ) from None
    if found != FORMAT:
        why = f"has format {found!r}, and this program knows format {FORMAT}"
        raise CasebookError(str(folder), why, "use the version of the program that wrote it")


def read_records(folder: str | Path, name: str, kind: type[_T]) -> tuple[_T, ...]:
    """Return the records of one file of a casebook, in order; a file that is not there yet holds none.

    Raises `CasebookError` with the line that is broken.
    """
    check_format(folder)
    path = newest(Path(folder), name)
    if not path.exists():
        return ()
    decoder = msgspec.json.Decoder(kind)
    found: list[_T] = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                found.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                raise CasebookError(str(folder), f"{name} line {number}: {error}", "restore it from a backup") from None
    return tuple(found)


def write_records(casebook: Casebook, name: str, records: Iterable[object]) -> None:
    """Replace one file of the casebook by these records, one a line: whole, or not at all."""
    replace_file(casebook.path(name), as_lines(records))


def as_lines(records: Iterable[object]) -> bytes:
    """Return records as a file of the casebook holds them: JSON, one a line."""
    return msgspec.json.Encoder().encode_lines(list(records))


def read_reports(folder: str | Path) -> tuple[Report, ...]:
    """Return the casebook's reports, in the order in which they first came in."""
    return read_records(folder, REPORTS, Report)


def _prepare(folder: Path) -> None:
    """Make the folder, or check that it is a casebook or empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in folder.iterdir()} - {_LOCK}
    except OSError as error:
        raise CasebookError(
            str(folder), f"cannot be used ({error.strerror})", "give a folder that you may write"
        ) from None
    if names and DESCRIPTION not in names:
        raise CasebookError(str(folder), "holds other files and is no casebook", "give an empty or a new folder")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the casebook's lock; the system lets go of it when the program ends, however it ends."""
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise CasebookError(str(folder), f"cannot be written ({error.strerror})", "check its permissions") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CasebookError(
                str(folder), "is being written by another program", "wait until it has finished"
            ) from None
        yield
    finally:
        os.close(handle)
