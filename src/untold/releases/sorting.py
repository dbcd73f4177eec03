"""Rows put in order without holding them all: sorted in portions, kept on disk, merged as they are read.

The same record must give the same bytes, whatever order its parts came in; and
a laptop must be able to publish a record that is larger than its memory.
"""

import heapq
import operator
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import msgspec

from untold.releases.table import Row, Value

_PORTION = 8_192  # rows held while they are sorted: of claims, the widest table, some 30 MB
_BLOCK = 256  # rows read at once from each sorted portion
_DECODER = msgspec.msgpack.Decoder(tuple[tuple[Value, ...], ...])


class Sorter:
    """Rows that come in any order and leave by the columns of `key`; null comes first.

    `folder` is where portions lie meanwhile, in a file without a name that is
    gone with the program. `has_nulls` false says that there are none in the
    key, which is compared in half the time then.
    """

    def __init__(self, folder: Path, key: tuple[int, ...], *, has_nulls: bool = True, portion: int = _PORTION) -> None:
        self._folder, self._key, self._most = folder, key_of(key, has_nulls=has_nulls), portion
        self._rows: list[Row] = []
        self._file: BinaryIO | None = None
        self._runs: list[_Run] = []

    def add(self, row: Row) -> None:
        """Take one row in."""
        self._rows.append(row)
        if len(self._rows) >= self._most:
            self._put_down()

    def rows(self) -> Iterator[Row]:
        """Yield all rows in order; they can be read again until the sorter is closed."""
        self.settle()
        if self._file is None:
            yield from self._rows
            return
        runs = [_read(self._file, run) for run in self._runs]
        is_in_order = all(before.last <= after.first for before, after in pairwise(self._runs))
        yield from chain.from_iterable(runs) if is_in_order else heapq.merge(*runs, key=self._key)

    def settle(self) -> None:
        """Put the last rows down, so that reading changes nothing any more."""
        if self._file is not None:
            self._put_down()
            self._file.flush()
        self._rows.sort(key=self._key)

    def close(self) -> None:
        """Let go of what was put down."""
        self._rows = []
        if self._file is not None:
            self._file.close()

    def _put_down(self) -> None:
        if not self._rows:
            return
        if self._file is None:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by `close`
        rows = sorted(self._rows, key=self._key)
        self._runs.append(_Run(tuple(_blocks(self._file, rows)), self._key(rows[0]), self._key(rows[-1])))
        self._rows = []


class ReadAgain:
    """Rows in the order in which they come, which can be read more than once; kept on disk where they are many."""

    def __init__(self, rows: Iterable[Row], folder: Path) -> None:
        self._kept = Sorter(folder, ())
        for row in rows:
            self._kept.add(row)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        return self._kept.rows()

    def close(self) -> None:
        """Let go of what is on disk."""
        self._kept.close()


def key_of(columns: tuple[int, ...], *, has_nulls: bool = True) -> Callable[[Row], Any]:
    """Return what rows are sorted by: the values of these columns, null before all others.

    >>> key_of((1, 0))(("b", None)), key_of((0,), has_nulls=False)(("b", None))
    (((False, None), (True, 'b')), 'b')
    """
    if not columns:
        return lambda _: ()
    if not has_nulls:
        return operator.itemgetter(*columns)
    pick = operator.itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
    return lambda row: tuple([(value is not None, value) for value in pick(row)])


@dataclass(frozen=True, slots=True)
class _Run:
    """A sorted portion on disk: where each of its blocks begins and how long it is, its first key and its last."""

    blocks: tuple[tuple[int, int], ...]
    first: Any
    last: Any


def _blocks(file: BinaryIO, rows: list[Row]) -> Iterator[tuple[int, int]]:
    for start in range(0, len(rows), _BLOCK):
        content = msgspec.msgpack.encode(rows[start : start + _BLOCK])
        place = file.seek(0, 2)
        file.write(content)
        yield place, len(content)


def _read(file: BinaryIO, run: _Run) -> Iterator[Row]:
    # Read at a place and not from where the file stands: another process may read the same rows at the same time.
    for place, length in run.blocks:
        yield from _DECODER.decode(os.pread(file.fileno(), length, place))
