"""The order of cells for a reader: the codebook's where a list has one, else that of the names."""

from collections.abc import Sequence
from functools import cache

from untold.codebook.vocabularies import vocabulary
from untold.tallies.tally import Dimension, Tally

_LISTS: dict[Dimension, str] = {
    "grade": "grade",
    "strike_status": "strike_status",
    "role": "attribution_role",
    "status": "person_status",
    "demographic": "demographic",
}


def in_order(cells: Sequence[Tally]) -> tuple[Tally, ...]:
    """Return cells in the order of their fields: grades from confirmed to discounted, months as they follow."""
    return tuple(sorted(cells, key=lambda cell: [_place(field, value) for field, value in cell.by]))


def _place(field: Dimension, value: str | None) -> tuple[bool, int, str]:
    known = _order(field)
    return value is None, known.get(value or "", len(known)), value or ""


@cache
def _order(field: Dimension) -> dict[str, int]:
    if field not in _LISTS:
        return {}
    return {term.slug: n for n, term in enumerate(vocabulary(_LISTS[field]))}
