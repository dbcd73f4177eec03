"""The measure of a question: every incident with how many of the group that is asked for, or that it says nothing.

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
_NONE_UNSTATED = "FALSE AS unstated, NULL::INTEGER AS unstated_low, NULL::INTEGER AS unstated_high"
_NOTHING = Condition("FALSE")


@dataclass(frozen=True, slots=True)
class Measure:
    """A table of the engine with one row for each incident and value of a range's own fields.

    `has` says what it has any of: a `best`, wholes `from_parts`, people of `unstated` status.
    """

    name: str
    has: frozenset[str]


def made_measure(engine: Engine, asked: Asked, ranges: str, pairs: Condition | None = None) -> Measure:
    """Return the measure of a question over the ranges of that name, made where the engine does not have it.

    Cells by source are made of `pairs`, rows of an incident `n` and a source;
    where none are given, of each incident with each that tells of it.
    """
    beside = _unstated_group(asked)
    count = f"SELECT count(*) FROM (SELECT 1 FROM kept_{ranges} u WHERE {beside.sql} LIMIT 1)"
    has_beside = beside is not _NOTHING and engine.ask(count, beside.values) != [(0,)]
    query = _query(asked, ranges, pairs or _pairs(asked), beside if has_beside else _NOTHING)
    engine.load(*query.tables)
    name = engine.made("measure", query.sql, query.values)
    (flags,) = engine.ask(f"SELECT count(best) > 0, bool_or(from_parts), bool_or(unstated) FROM {name}")
    found = zip(("best", "from_parts", "unstated"), flags, strict=True)
    return Measure(name, frozenset(each for each, is_there in found if is_there))


def _query(asked: Asked, ranges: str, pairs: Condition, beside: Condition) -> Condition:
    """Return the query for a measure, its values and the tables that must be loaded for it."""
    fields = asked.fields_of_ranges()
    own = _group(asked, "r")
    by_source = "source" in fields
    base = _with_sources(pairs) if by_source else Condition("incidents i")
    same = " AND {0}.source::VARCHAR = s.source::VARCHAR" if by_source else ""
    parts = "count(*) OVER (PARTITION BY i.n)" if fields else "1"
    columns = [
        "i.*",
        *(f"{'s' if field == 'source' else 'r'}.{field}" for field in fields),
        f"{parts} AS parts",
        _BOUNDS,
        _NONE_UNSTATED if beside is _NOTHING else _UNSTATED,
    ]
    joins = [f"LEFT JOIN (SELECT r.* FROM kept_{ranges} r WHERE {own.sql}) r ON r.incident = i.n{same.format('r')}"]
    if beside is not _NOTHING:
        group = f"SELECT u.* FROM kept_{ranges} u WHERE {beside.sql}"
        joins.append(f"LEFT JOIN ({group}) u ON u.incident = i.n{same.format('u')}")
    sql = " ".join([f"SELECT {', '.join(columns)} FROM {base.sql}", *joins])
    return Condition(sql, (*base.values, *own.values, *beside.values), ("incidents", *base.tables))


def _with_sources(pairs: Condition) -> Condition:
    return Condition(f"{pairs.sql} s JOIN incidents i ON i.n = s.n", pairs.values, pairs.tables)


def _pairs(asked: Asked) -> Condition:
    """Return each incident with each source of the scope that tells of it."""
    said = said_by(asked.scope)
    sql = f"(SELECT DISTINCT a.incident AS n, a.source FROM accounts a WHERE {said.sql})"
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
        return _NOTHING
    found = [Condition("u.harm = ?", (scope.harm,)), Condition("u.status IS NULL AND NOT u.from_parts")]
    found += _field("demographic", scope.demographic, "has_demographics", "u", is_cell=False)
    return joined(found)
