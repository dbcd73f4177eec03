"""Small cells: numbers of so few people that they point at somebody, and those by which they could be had.

"One injured woman" in a hamlet is a person with an address. Leaving the one
number out does not hide it while the total and the other parts stand beside
it. So what is published beside a suppressed cell must leave open every number
that would be small; where it does not, another cell of that line goes too.

Source: primary and complementary suppression with a range of protection, as in
official statistics (Hundepool et al., *Statistical Disclosure Control*, 2012, chapter 4).
"""

from collections.abc import Iterator, Mapping

Cell = tuple[str | None, ...]  # where a cell stands on each axis of a table; null is the total of that axis


def suppressed_cells(
    counts: Mapping[Cell, int | None],
    below: int,
    *,
    small: frozenset[Cell] | None = None,
    may: frozenset[Cell] | None = None,
) -> frozenset[Cell]:
    """Return the cells that may not be shown: those of 1 to `below` − 1 people, and those that would give them away.

    Null is not known; a cell of null or zero is no small one. `small` are those
    that are suppressed for their own sake where they are small, `may` those
    that can follow them; null is all. From a total less the parts beside it, a
    suppressed part must still be able to have every small number; else the
    smallest other part follows, and where there is none the total.

    >>> table = {(None,): 7, ("children",): 1, ("women",): 3, ("men",): 3}
    >>> sorted(cell[0] for cell in suppressed_cells(table, 3))
    ['children', 'men']
    >>> sorted(cell[0] or "all" for cell in suppressed_cells({(None,): 2, ("children",): 1, ("women",): 1}, 3))
    ['all', 'children', 'women']
    >>> suppressed_cells({(None,): 7, ("children",): 1}, 3), suppressed_cells(table, 0)
    (frozenset({('children',)}), frozenset())
    """
    found = {cell for cell, count in counts.items() if 0 < (count or 0) < below and (small is None or cell in small)}
    can = frozenset(counts) if may is None else may
    while follower := next(_followers(counts, found, below, can), None):
        found.add(follower)
    return frozenset(found)


def _followers(counts: Mapping[Cell, int | None], found: set[Cell], below: int, may: frozenset[Cell]) -> Iterator[Cell]:
    """Yield, for each line that gives a small cell away, the cell that has to follow it."""
    for cell in sorted(found, key=_order):
        for axis in (axis for axis, part in enumerate(cell) if part is not None):
            total = (*cell[:axis], None, *cell[axis + 1 :])
            if total in found or (whole := counts.get(total)) is None:
                continue
            parts = [each for each in counts if each[axis] is not None and _is_of_line(cell, each, axis)]
            shown = [each for each in parts if each not in found]
            left = whole - sum(counts[each] or 0 for each in shown)
            if left - (len(parts) - len(shown) - 1) >= below - 1:
                continue
            free = [each for each in shown if each in may and counts[each]]
            if free:
                yield min(free, key=lambda each: (counts[each] or 0, _order(each)))
            elif total in may:
                yield total


def _is_of_line(cell: Cell, other: Cell, axis: int) -> bool:
    """Return whether two cells differ on that axis alone, or not at all."""
    return cell[:axis] == other[:axis] and cell[axis + 1 :] == other[axis + 1 :]


def _order(cell: Cell) -> tuple[tuple[bool, str], ...]:
    return tuple((part is not None, part or "") for part in cell)
