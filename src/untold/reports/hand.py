"""What a person decided, kept: lists under `hand/` to which lines are only ever added.

A decision is taken back by a later line, so that both stay visible, and it
outlives every new reading and matching, because it is kept apart from what
the program found.
"""

import csv
import os
from dataclasses import fields
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from untold.codebook.errors import CasebookError, UnknownWording
from untold.reports.casebook import Casebook
from untold.reports.lists.guarding import guarded, unguarded


class Decided(Protocol):
    """One line of a list under `hand/`: a frozen dataclass whose fields, in order, are the columns.

    `undo`, a truth, is written as "yes" or nothing; all else is text.
    """

    @property
    def why(self) -> str:
        """The reason, which no decision goes without."""

    @property
    def undo(self) -> bool:
        """Whether the line takes back earlier ones."""


Line = TypeVar("Line", bound=Decided)


def add_line(casebook: Casebook, file: Path, line: Decided, *, noun: str = "decision") -> None:
    """Add one line to a list of the casebook, which is made on the first.

    Raises `CasebookError` where the reason is empty: a decision without one
    cannot be questioned.
    """
    if not line.why.strip():
        article = "an" if noun.startswith(("a", "e", "i", "o", "u")) else "a"
        raise CasebookError(str(casebook.folder), f"{article} {noun} without a reason", "say why with --why TEXT")
    columns = _columns(type(line))
    path = casebook.folder / file
    path.parent.mkdir(exist_ok=True)
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if is_new:
            writer.writerow(columns)
        writer.writerow([_cell(line, column) for column in columns])
        out.flush()
        os.fsync(out.fileno())


def lines_kept(folder: Path, file: Path, kind: type[Line], *, noun: str = "decision") -> tuple[Line, ...]:
    """Return every line of a list in order; raises `CasebookError` for one that is no decision of that kind."""
    path = folder / file
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = enumerate(csv.DictReader(lines), 2)
        return tuple(_line(folder, file, number, row, kind, noun) for number, row in rows)


def _line(folder: Path, file: Path, number: int, row: dict[str, str], kind: type[Line], noun: str) -> Line:
    words: dict[str, Any] = {column: _read(row.get(column)) for column in _columns(kind)}
    if words["undo"] is not None:
        words["undo"] = words["undo"] == "yes"
    try:
        return msgspec.convert(words, kind)
    except msgspec.ValidationError:
        why = f"line {number} of {file} is no {noun}"
    except UnknownWording as unknown:
        why = f"line {number} of {file}: {unknown}"
    raise CasebookError(str(folder), why, "mend or remove that line")


def _columns(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _read(cell: str | None) -> str | None:
    return None if cell is None else unguarded(cell)


def _cell(line: Decided, column: str) -> str:
    """Return a cell that no spreadsheet runs: people open these lists, and quote reports in their reasons."""
    return ("yes" if line.undo else "") if column == "undo" else guarded(str(getattr(line, column)))
