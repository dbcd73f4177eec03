"""What a tally would be without each of its sources: a number that falls with one of them rests on that one.

A belligerent that floods a record with false accounts wants the total moved.
So the total is shown without every source in turn. Only the incidents that a
source tells of are looked at again for it, so a thousand sources cost as much
as all their accounts together, and not a thousand tallies.

Dates, places, parties and our grades stay as the record has them with all its
sources; what changes is the ranges, and which incidents are left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from untold.tallies.counting.cells import tally_of
from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked
from untold.tallies.counting.measures import Measure, made_measure
from untold.tallies.counting.question import rows_of, sums_of
from untold.tallies.counting.reranging import left_ranges
from untold.tallies.counting.scopes import Condition, joined, said_by, stated_by
from untold.tallies.tables.record import Tables
from untold.tallies.tally import Tally

Sums = Mapping[str, Any]  # of a cell, by the names of its sums
_ADDED = (
    "incidents", "low", "best", "high", "with_low", "with_best", "with_high", "silent", "from_parts", "unstated",
    "unstated_low", "unstated_high", "with_unstated_low", "with_unstated_high",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Without:
    """A tally without one source: `source` is its slug or folded name, `name` what it is called.

    `touched` is how many incidents of the scope the source tells of, and `gone`
    how many of these nobody else does.
    """

    source: str
    name: str
    touched: int
    gone: int
    tally: Tally


def sensitivity(engine: Engine, tables: Tables, whole: Tally, measure: Measure) -> tuple[Without, ...]:
    """Return the tally without each source that tells of its incidents: who moves its floor most comes first."""
    if not whole.incidents:
        return ()
    asked = Asked(whole.scope)
    rows = rows_of(asked, measure, ())
    (all_of_it,) = _sums(engine, rows, sums_of(measure), "NULL").values()
    touched = _touched(engine, asked)
    left = _left(engine, tables, asked, touched)
    taken = _sums(engine, _beside(rows, touched, "t.is_changed"), sums_of(measure), "t.source")
    put = _sums(engine, rows_of(asked, left, ()), sums_of(left), "i.source")
    names = _names(engine)
    found = [
        Without(
            source,
            names[source],
            told,
            gone,
            _less(whole, source, all_of_it, (taken.get(source, {}), put.get(source, {}))),
        )
        for source, told, gone in _told(engine, _beside(rows, touched, "TRUE"))
    ]
    return tuple(sorted(found, key=lambda each: (-_moved(whole, each.tally), -each.touched, each.source)))


def _moved(whole: Tally, without: Tally) -> int:
    return abs((whole.low or 0) - (without.low or 0))


def _names(engine: Engine) -> dict[str, str]:
    """Return what every source and publisher is called; one that is known by its key alone is called by that."""
    rows = engine.ask(
        "SELECT key, max(name) FROM (SELECT source::VARCHAR AS key, source_name::VARCHAR AS name FROM kept_accounts "
        "UNION ALL SELECT publisher::VARCHAR, NULL FROM kept_accounts) GROUP BY key"
    )
    return {key: name or key for key, name in rows}


def _touched(engine: Engine, asked: Asked) -> str:
    """Return a table of each incident with each source that tells of it, and what it would be without.

    It is gone where nobody else tells of it, or where nobody else states the
    grade or the strike status that the scope asks of sources; it is changed
    where it is gone or the source's claims may enter its range.
    """
    needed = [joined([said_by(asked.scope), *each]) for each in ([], *([one] for one in stated_by(asked.scope)))]
    names = [f"row_{n}" for n in range(len(needed))]
    flags = ", ".join(f"({each.sql})::INTEGER AS {name}" for name, each in zip(names, needed, strict=True))
    listed, summed = ", ".join(names), ", ".join(f"sum({name}) AS {name}" for name in names)
    gone = " OR ".join(f"own.{name} = whole.{name}" for name in names)
    sql = (
        f"WITH told AS (SELECT a.incident, a.source::VARCHAR AS source, a.publisher::VARCHAR AS publisher, {flags} "
        f"FROM accounts a), whole AS (SELECT incident, {summed} FROM told GROUP BY incident), own AS ("
        f"SELECT incident, source, {summed} FROM (SELECT incident, source, {listed} FROM told UNION ALL "
        f"SELECT incident, publisher, {listed} FROM told WHERE publisher <> source) "
        "WHERE row_0 = 1 GROUP BY incident, source) "
        ", said AS (SELECT incident, source::VARCHAR AS source FROM kept_claims "
        "UNION SELECT incident, publisher::VARCHAR FROM kept_claims) "
        f"SELECT own.incident AS n, own.source, {gone} AS is_gone, {gone} OR said.source IS NOT NULL AS is_changed "
        "FROM own JOIN whole USING (incident) LEFT JOIN said USING (incident, source)"
    )
    engine.load("accounts")
    return engine.made("touched", sql, tuple(value for each in needed for value in each.values))


def _left(engine: Engine, tables: Tables, asked: Asked, touched: str) -> Measure:
    """Return the measure, by the source that is left out, of those of its incidents that others still tell of."""
    ranges = left_ranges(engine, tables, asked.scope)
    pairs = Condition(f"(SELECT n, source FROM {touched} WHERE is_changed AND NOT is_gone)")
    return made_measure(engine, Asked(asked.scope, ("source",)), ranges, pairs)


def _beside(rows: Condition, touched: str, chosen: str) -> Condition:
    """Return the rows, each with every source that tells of its incident."""
    sql = rows.sql.replace(" WHERE ", f" JOIN {touched} t ON t.n = i.n WHERE {chosen} AND ", 1)
    return replace(rows, sql=sql)


def _sums(engine: Engine, rows: Condition, sums: str, key: str) -> dict[str, Sums]:
    engine.load(*rows.tables)
    found = engine.columns(f"SELECT {key} AS key, {sums} {rows.sql} GROUP BY ALL", rows.values)
    return {row.pop("key"): row for row in found.to_pylist()}


def _told(engine: Engine, rows: Condition) -> list[tuple[str, int, int]]:
    """Return each source with how many incidents it tells of, and how many are gone without it."""
    sql = f"SELECT t.source, count(*), count(*) FILTER (t.is_gone) {rows.sql} GROUP BY t.source"
    return [(source, told, gone) for source, told, gone in engine.ask(sql, rows.values)]


def _less(whole: Tally, source: str, all_of_it: Sums, exchanged: tuple[Sums | None, Sums | None]) -> Tally:
    """Return the tally with a source's incidents taken out, and those put in again that others still tell of."""
    taken, put = (each or {} for each in exchanged)
    asked = Asked(replace(whole.scope, without=(*whole.scope.without, source)))
    sums = {name: (all_of_it[name] or 0) - (taken.get(name) or 0) + (put.get(name) or 0) for name in _ADDED}
    return tally_of({**sums, "shared": 0}, asked, whole.rule, whole.as_of)
