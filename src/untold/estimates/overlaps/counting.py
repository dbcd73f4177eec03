"""Counting overlaps: who is on which lists together, before anything is estimated from it.

Most bad estimates can be told from this table already, by a list that lies
within another or two that never meet.
"""

from itertools import combinations

import numpy as np

from untold.estimates.capture_table import CaptureTable
from untold.estimates.overlaps.faults import faults_of
from untold.estimates.overlaps.ratios import odds_ratio
from untold.estimates.overlaps.record import ListSize, Overlaps, PairOverlap, PatternCount


def overlaps_of(table: CaptureTable) -> Overlaps:
    """Return sizes, patterns, pairs and faults of the lists of a table.

    >>> table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 7), (40, 30, 12, 25, 3))
    >>> found = overlaps_of(table)
    >>> found.patterns[0], found.pairs[0].both
    (PatternCount(lists=('A',), count=40), 15)
    """
    sizes = tuple(
        ListSize(name, table.on_list(name), int(table.cells[1 << bit])) for bit, name in enumerate(table.lists)
    )
    pairs = tuple(_pair(table, a, b) for a, b in combinations(range(table.width), 2))
    faults = faults_of(sizes, pairs)
    found = (sizes, _patterns(table), pairs, faults)
    return Overlaps(*found, table.enumerated, table.unit, table.left_out, table.hash)


def _patterns(table: CaptureTable) -> tuple[PatternCount, ...]:
    counted = [(pattern, count) for pattern, count in zip(table.patterns, table.counts, strict=True) if count]
    counted.sort(key=lambda each: (-each[1], each[0].bit_count(), each[0]))
    return tuple(
        PatternCount(tuple(name for bit, name in enumerate(table.lists) if pattern >> bit & 1), count)
        for pattern, count in counted
    )


def _pair(table: CaptureTable, a: int, b: int) -> PairOverlap:
    patterns = np.asarray(table.patterns, dtype=np.int64)
    counts = np.asarray(table.counts, dtype=np.int64)
    on_a, on_b = (patterns >> a & 1).astype(bool), (patterns >> b & 1).astype(bool)
    elsewhere = patterns & ~(1 << a | 1 << b) != 0
    both, only_a, only_b = (int(counts[each].sum()) for each in (on_a & on_b, on_a & ~on_b, ~on_a & on_b))
    square = (on_a & on_b, on_a & ~on_b, ~on_a & on_b, ~on_a & ~on_b)
    found = odds_ratio(*(int(counts[each & elsewhere].sum()) for each in square))
    return PairOverlap(
        table.lists[a], table.lists[b], both, only_a, only_b, found.point, found.low, found.high, found.reason
    )
