"""A capture table: how many units were seen by which lists, and by none is what nobody can count.

Every method starts from this one record. It knows where it came from and has a
hash, so that an estimate can be made again and a cache can be trusted.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from untold.codebook.errors import UnusableLists

Unit = Literal["victims", "incidents", "units"]
MOST_LISTS = 20  # a pattern is a bit for each list; past this the table is longer than any data
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Units that are in no estimate, and why: people without a name cannot be found on a second list."""

    count: int
    reason: str


@dataclass(frozen=True)
class CaptureTable:
    """Capture patterns with their counts.

    `lists` are names in order. Bit `i` of a pattern is set where list `i` has
    the unit; no pattern is zero, none stands twice, and they ascend. `counts`
    are whole numbers of units, none negative; a pattern that no unit has may
    be left out. `unit` is what is counted. `provenance` says in words where
    the table came from. `left_out` counts what could not be put into it.

    Raises `UnusableLists` for what is no capture table.

    >>> table = CaptureTable(("A", "B"), (1, 2, 3), (10, 5, 2))
    >>> table.enumerated, table.on_list("A"), table.hash[:8]
    (17, 12, 'fa4c9ec3')
    """

    lists: tuple[str, ...]
    patterns: tuple[int, ...]
    counts: tuple[int, ...]
    unit: Unit = "units"
    provenance: str = ""
    left_out: tuple[LeftOut, ...] = ()

    def __post_init__(self) -> None:
        _check_lists(self.lists)
        _check_patterns(self.patterns, len(self.lists))
        _check_counts(self.counts, len(self.patterns))

    @property
    def enumerated(self) -> int:
        """Return how many units are on any list at all: the documented number."""
        return sum(self.counts)

    @property
    def width(self) -> int:
        """Return how many lists there are."""
        return len(self.lists)

    def on_list(self, name: str) -> int:
        """Return how many units a list has; raises `ValueError` for no list of the table."""
        bit = 1 << self.lists.index(name)
        return sum(count for pattern, count in zip(self.patterns, self.counts, strict=True) if pattern & bit)

    @cached_property
    def cells(self) -> NDArray[np.int64]:
        """Return the counts of all 2**lists patterns, by pattern; the first, on no list, is 0 and not known."""
        whole = np.zeros(1 << self.width, dtype=np.int64)
        whole[list(self.patterns)] = self.counts
        whole.setflags(write=False)
        return whole

    @cached_property
    def hash(self) -> str:
        """Return the SHA-256 of lists, patterns and counts: the same table, however it came, has the same."""
        kept = [(pattern, count) for pattern, count in zip(self.patterns, self.counts, strict=True) if count]
        written = json.dumps([self.lists, kept], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()


def capture_table(
    lists: tuple[str, ...],
    counts: dict[int, int],
    *,
    unit: Unit = "units",
    provenance: str = "",
    left_out: tuple[LeftOut, ...] = (),
) -> CaptureTable:
    """Return the table of counts by pattern, in its one order, patterns that nobody has left out."""
    patterns = tuple(sorted(pattern for pattern, count in counts.items() if count))
    return CaptureTable(lists, patterns, tuple(counts[each] for each in patterns), unit, provenance, left_out)


def _check_lists(lists: tuple[str, ...]) -> None:
    if len(lists) < 2:  # noqa: PLR2004 (two lists have an overlap, one has none)
        raise UnusableLists(f"{len(lists)} list", "an estimate needs two lists at least, and three for most methods")
    if len(lists) > MOST_LISTS:
        raise UnusableLists(f"{len(lists)} lists", f"join lists of one kind until there are {MOST_LISTS} or fewer")
    for name in lists:
        if not name.strip() or len(name) > _LONGEST_NAME:
            raise UnusableLists(f"the list name {name[:_LONGEST_NAME]!r}", "give each list a short name of its own")
    if len(set(lists)) < len(lists):
        raise UnusableLists("a list name that stands twice", "give each list a name of its own")


def _check_patterns(patterns: tuple[int, ...], width: int) -> None:
    if 0 in patterns:
        remedy = "leave that row out: how many it has is what is estimated"
        raise UnusableLists("a count of units that are on no list", remedy)
    if any(not 0 < each < 1 << width for each in patterns):
        raise UnusableLists("a pattern of more lists than the table has", "give each pattern one 0 or 1 for each list")
    if list(patterns) != sorted(set(patterns)):
        raise UnusableLists("patterns that stand twice or out of order", "make the table with capture_table(...)")


def _check_counts(counts: tuple[int, ...], patterns: int) -> None:
    if len(counts) != patterns:
        raise UnusableLists(f"{len(counts)} counts for {patterns} patterns", "give each pattern its count")
    for count in counts:
        if count < 0:
            raise UnusableLists(f"a count of {count}", "counts are whole numbers, none below zero")
    if sum(counts) == 0:
        raise UnusableLists("a table without a single unit", "check that the rows were read")
