"""What stands behind a cell: the codes of its incidents and the claims that their ranges rest on.

A table of a million incidents is printed without them, and each cell can be
asked for its own: the same conditions find the same incidents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked, units
from untold.tallies.counting.measures import Measure
from untold.tallies.counting.question import keys_of, rows_of
from untold.tallies.tally import Tally

_RANGE = ("status", "demographic", "source")
_Row = tuple[Any, ...]
_Group = tuple[int, str | None, str | None, str | None]  # incident, status, demographic, source


def behind_rows(
    engine: Engine, tallies: Sequence[Tally], asked: Asked, measure: Measure, ranges: str
) -> tuple[Tally, ...]:
    """Return the tallies, which are of one question, with their codes and claims."""
    only = tallies[0] if len(tallies) == 1 else None
    rows = _incidents(engine, asked, measure, only)
    numbers = sorted({row[0] for own in rows.values() for row in own})
    codes = dict(engine.ask("SELECT n, code FROM kept_incidents WHERE n IN (SELECT unnest(?::INTEGER[]))", (numbers,)))
    claims = _claims(engine, asked, ranges, numbers)
    return tuple(_filled(each, rows.get(tuple(value for _, value in each.by), []), codes, claims) for each in tallies)


def _incidents(engine: Engine, asked: Asked, measure: Measure, only: Tally | None) -> Mapping[_Row, list[_Row]]:
    """Return, by the values of a cell, its incidents and of which range of each; of one cell where one is asked for."""
    found = units(asked)
    keys = keys_of(asked, found)
    origin = rows_of(asked, measure, found)
    own = [f"i.{field}" if field in asked.by else "NULL" for field in _RANGE]
    sql = f"SELECT DISTINCT {', '.join(['i.n', *own, *keys.values()])} {origin.sql}"
    values = list(origin.values)
    for field, value in only.by if only is not None else ():
        sql += f" AND {keys[field]}::VARCHAR IS NOT DISTINCT FROM ?"
        values.append(value)
    engine.load("incidents", *origin.tables)
    rows: defaultdict[_Row, list[_Row]] = defaultdict(list)
    for row in engine.ask(f"{sql} ORDER BY i.n", values):
        rows[row[len(own) + 1 :]].append(row[: len(own) + 1])
    return rows


def _claims(engine: Engine, asked: Asked, ranges: str, numbers: Sequence[int]) -> Mapping[_Group, list[str]]:
    """Return the claims of the ranges of some incidents, by incident and group."""
    sql = f"SELECT incident, status, demographic, source, claims FROM kept_{ranges} WHERE harm = ? "
    rows = engine.ask(f"{sql} AND incident IN (SELECT unnest(?::INTEGER[]))", (asked.scope.harm, numbers))
    return {(n, status, demographic, source): claims for n, status, demographic, source, claims in rows}


def _filled(tally: Tally, rows: Sequence[_Row], codes: Mapping[int, str], claims: Mapping[_Group, list[str]]) -> Tally:
    found = tuple(dict.fromkeys(claim for row in rows for claim in claims.get(_group_of(tally, row), ())))
    return replace(tally, codes=tuple(dict.fromkeys(_codes(rows, codes))), claims=found)


def _group_of(tally: Tally, row: _Row) -> _Group:
    """Return which range of an incident a cell is made of: the scope's group, or the cell's own."""
    by = dict(tally.by)
    scope = tally.scope
    return row[0], by.get("status", scope.status), by.get("demographic", scope.demographic), by.get("source")


def _codes(rows: Iterable[_Row], codes: Mapping[int, str]) -> Iterator[str]:
    return (codes[row[0]] for row in rows)
