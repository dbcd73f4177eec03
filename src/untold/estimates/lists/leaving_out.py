"""A capture table with some of its lists taken away: what would be said had they never been there."""

from collections import Counter
from collections.abc import Collection

from untold.codebook.errors import UnusableLists
from untold.estimates.capture_table import CaptureTable, LeftOut, capture_table


def empty_lists(table: CaptureTable) -> tuple[str, ...]:
    """Return the lists that nobody is on.

    >>> empty_lists(CaptureTable(("A", "B", "C"), (1, 2, 3), (10, 5, 2)))
    ('C',)
    """
    return tuple(name for name in table.lists if not table.on_list(name))


def without_lists(table: CaptureTable, names: Collection[str]) -> CaptureTable:
    """Return the table without some lists; units that only these have are left out and counted.

    Raises `UnusableLists` where fewer than two lists are left, or nobody is.

    >>> without_lists(CaptureTable(("A", "B", "C"), (1, 2, 4, 6), (10, 5, 2, 3)), ["C"]).cells.tolist()
    [0, 10, 8, 0]
    """
    kept = [bit for bit, name in enumerate(table.lists) if name not in names]
    counts: Counter[int] = Counter()
    for pattern, count in zip(table.patterns, table.counts, strict=True):
        counts[sum(1 << place for place, bit in enumerate(kept) if pattern >> bit & 1)] += count
    off = counts.pop(0, 0)
    if not any(counts.values()):
        raise UnusableLists("nobody on the lists that are left", "leave fewer lists out")
    left_out = table.left_out + ((LeftOut(off, f"on no list but {', '.join(names)}"),) if off else ())
    lists = tuple(table.lists[bit] for bit in kept)
    return capture_table(lists, counts, unit=table.unit, provenance=table.provenance, left_out=left_out)
