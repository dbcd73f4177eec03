"""From the sums of a query to tallies: what is known added up, what is not known left open."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from untold.tallies.counting.fields import Asked
from untold.tallies.tally import Dimension, RangeRule, Tally

Key: TypeAlias = tuple[tuple[Dimension, str | None], ...]  # the name of a cell


def tallies_in(table: Any, asked: Asked, rule: RangeRule, as_of: str) -> tuple[Tally, ...]:
    """Return the tallies of a table of cells (a `pyarrow.Table`), in its order."""
    keys = [table[f"key_{n}"].to_pylist() for n in range(len(asked.by))]
    return tuple(
        tally_of(sums, asked, rule, as_of, by=tuple(zip(asked.by, (column[n] for column in keys), strict=True)))
        for n, sums in enumerate(_rows(table))
    )


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    sums = table.select([name for name in table.column_names if not name.startswith("key_")])
    yield from sums.to_pylist()


def tally_of(
    sums: Mapping[str, Any],
    asked: Asked,
    rule: RangeRule,
    as_of: str,
    *,
    by: tuple[tuple[Dimension, str | None], ...] = (),
) -> Tally:
    """Return the tally of one cell from its sums."""
    incidents = sums["incidents"]
    return Tally(
        scope=asked.scope,
        by=by,
        low=sums["low"] if sums["with_low"] else None,
        best=sums["best"] if 0 < sums["with_best"] == incidents else None,
        high=sums["high"] if 0 < sums["with_high"] == incidents else None,
        known_high=sums["high"] if sums["with_high"] else None,
        without_low=incidents - sums["with_low"],
        without_high=incidents - sums["with_high"],
        incidents=incidents,
        shared=sums["shared"],
        rule=rule,
        as_of=as_of,
        silent=sums["silent"],
        unstated=sums["unstated"],
        unstated_low=sums["unstated_low"] if sums["with_unstated_low"] else None,
        unstated_known_high=sums["unstated_high"] if sums["with_unstated_high"] else None,
        from_parts=sums["from_parts"],
        known_best=sums["best"] if sums["with_best"] else None,
        without_best=incidents - sums["with_best"],
    )
