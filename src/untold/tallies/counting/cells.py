"""From the sums of a query to tallies: what is known added up, what is not known left open."""

from collections.abc import Iterator
from typing import Any

from untold.tallies.counting.fields import Asked
from untold.tallies.tally import RangeRule, Tally


def tallies_in(table: Any, asked: Asked, rule: RangeRule, as_of: str) -> tuple[Tally, ...]:
    """Return the tallies of a table of cells (a `pyarrow.Table`), in its order."""
    keys = [table[f"key_{n}"].to_pylist() for n in range(len(asked.by))]
    return tuple(
        _tally(sums, tuple(zip(asked.by, (column[n] for column in keys), strict=True)), asked, rule, as_of)
        for n, sums in enumerate(_rows(table))
    )


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    sums = table.select([name for name in table.column_names if not name.startswith("key_")])
    yield from sums.to_pylist()


def _tally(sums: dict[str, Any], by: Any, asked: Asked, rule: RangeRule, as_of: str) -> Tally:
    incidents = sums["incidents"]
    return Tally(
        scope=asked.scope,
        by=by,
        low=sums["low"],
        best=sums["best"] if 0 < sums["with_best"] == incidents else None,
        high=sums["high"] if 0 < sums["with_high"] == incidents else None,
        known_high=sums["high"],
        without_low=incidents - sums["with_low"],
        without_high=incidents - sums["with_high"],
        incidents=incidents,
        shared=sums["shared"],
        rule=rule,
        as_of=as_of,
        silent=sums["silent"],
        unstated=sums["unstated"],
        unstated_low=sums["unstated_low"],
        unstated_known_high=sums["unstated_high"],
        from_parts=sums["from_parts"],
    )
