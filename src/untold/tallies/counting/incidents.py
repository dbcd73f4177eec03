"""The incidents behind a tally, each with its own range: what a total is the sum of."""

from dataclasses import dataclass

from untold.tallies.counting.engine import Engine
from untold.tallies.counting.fields import Asked
from untold.tallies.counting.measures import Measure
from untold.tallies.counting.question import rows_of


@dataclass(frozen=True, slots=True)
class CountedIncident:
    """One incident of a scope: its first day as an ISO prefix, its place, and how many of the group by the rule.

    With `from_parts` only parts of the group are stated. `claims` are those
    that the rule used.
    """

    code: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    low: int | None
    best: int | None
    high: int | None
    from_parts: bool
    claims: tuple[str, ...]


def counted_incidents(engine: Engine, asked: Asked, measure: Measure, ranges: str) -> tuple[CountedIncident, ...]:
    """Return the incidents of a scope, the earliest first; `asked` has no fields."""
    rows = rows_of(asked, measure, ())
    scope = asked.scope
    engine.load("incidents", *rows.tables)
    sql = (
        'SELECT k.code, k.start, k."end", k.place, k.country::VARCHAR AS country, '
        "c.low, c.best, c.high, c.from_parts, r.claims "
        f"FROM (SELECT i.n, i.low, i.best, i.high, i.from_parts {rows.sql}) c "
        f"JOIN kept_incidents k ON k.n = c.n LEFT JOIN kept_{ranges} r ON r.incident = c.n AND r.source IS NULL "
        "AND r.harm = ? AND r.status IS NOT DISTINCT FROM ? AND r.demographic IS NOT DISTINCT FROM ? "
        "ORDER BY k.first_day NULLS LAST, k.code"
    )
    found = engine.columns(sql, (*rows.values, scope.harm, scope.status, scope.demographic)).to_pylist()
    return tuple(CountedIncident(**{**row, "claims": tuple(row["claims"] or ())}) for row in found)
