"""The measure of a question: for each incident how many of the group that is asked for, or that it says nothing.

What an incident does not say must not fall out of the table, or it would be
counted as nobody: it stays in a row of its own, silent. Where it says how many
and not of which status, that number stands beside it.
"""

from dataclasses import dataclass

from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked
from untold.tallies.counting.scopes import Condition, joined, said_by
from untold.tallies.tally import Dimension

_BOUNDS = "r.low, r.best, r.high, r.incident IS NULL AS silent, coalesce(r.from_parts, FALSE) AS from_parts"
_UNSTATED = "u.incident IS NOT NULL AND r.incident IS NULL AS unstated, u.low AS unstated_low, u.high AS unstated_high"


@dataclass(frozen=True, slots=True)
class Measure:
    """The query for a table of one row for each incident and value of a range's own fields, and what it asks."""

    sql: str
    values: tuple[object, ...]
    tables: tuple[str, ...]


def measure_of(asked: Asked, ranges: str, pairs: Condition | None = None) -> Measure:
    """Return the measure of a question over the ranges of that name.

    Cells by source are made of `pairs`, rows `i` of an incident `n` and a
    source; where none are given, of each incident with each that tells of it.
    """
    fields = asked.fields_of_ranges()
    by_source = "source" in fields
    own = _group(asked, "r")
    beside = _unstated_group(asked)
    base = (pairs or _pairs(asked)) if by_source else Condition("(SELECT n FROM incidents) AS i")
    same = " AND {0}.source::VARCHAR = i.source::VARCHAR" if by_source else ""
    columns = [f"{'i' if field == 'source' else 'r'}.{field}" for field in fields]
    parts = "count(*) OVER (PARTITION BY i.n)" if fields else "1"
    sql = (
        f"SELECT {', '.join(['i.n', *columns, f'{parts} AS parts', _BOUNDS, _UNSTATED])} FROM {base.sql} "
        f"LEFT JOIN (SELECT r.* FROM {ranges} r WHERE {own.sql}) r ON r.incident = i.n{same.format('r')} "
        f"LEFT JOIN (SELECT u.* FROM {ranges} u WHERE {beside.sql}) u ON u.incident = i.n{same.format('u')}"
    )
    return Measure(sql, (*base.values, *own.values, *beside.values), ("incidents", *base.tables))


def made_measure(engine: Engine, measure: Measure) -> str:
    """Return the name under which the engine has a measure, made where it is not there."""
    engine.load(*measure.tables)
    return engine.made("measure", measure.sql, measure.values)


def _pairs(asked: Asked) -> Condition:
    """Return each incident with each source of the scope that tells of it."""
    said = said_by(asked.scope)
    sql = f"(SELECT DISTINCT a.incident AS n, a.source FROM accounts a WHERE {said.sql}) AS i"
    return Condition(sql, said.values, ("accounts",))


def _group(asked: Asked, alias: str) -> Condition:
    """Return that a range is of the group that is asked for, or of one of the groups that are cells."""
    scope, by = asked.scope, asked.by
    found = [Condition(f"{alias}.harm = ?", (scope.harm,))]
    found += _field("status", scope.status, "has_statuses", alias, is_cell="status" in by)
    found += _field("demographic", scope.demographic, "has_demographics", alias, is_cell="demographic" in by)
    return joined(found)


def _field(field: Dimension, value: str | None, parted: str, alias: str, *, is_cell: bool) -> list[Condition]:
    """Return the condition on one field of the group.

    Cells are the parts, and an incident that states no parts is in the cell
    without a value, whole.
    """
    if value is not None:
        return [Condition(f"{alias}.{field} = ?", (value,))]
    if is_cell:
        return [Condition(f"{alias}.{field} IS NOT NULL OR NOT {alias}.{parted}")]
    return [Condition(f"{alias}.{field} IS NULL")]


def _unstated_group(asked: Asked) -> Condition:
    """Return that a range is of the same people, of unsaid status; nothing where no status is asked for.

    A whole that its parts make has a status, theirs, so it is not unstated.
    """
    scope = asked.scope
    if scope.status is None or "demographic" in asked.by:
        return Condition("FALSE")
    found = [Condition("u.harm = ?", (scope.harm,)), Condition("u.status IS NULL AND NOT u.from_parts")]
    found += _field("demographic", scope.demographic, "has_demographics", "u", is_cell=False)
    return joined(found)
