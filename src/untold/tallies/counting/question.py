"""A question as one query: which incidents, in which cells, how many, and what they leave open."""

from dataclasses import dataclass

from untold.tallies.counting.fields import Asked, Unit, units
from untold.tallies.counting.scopes import Condition, conditions, joined, straddling, without_window
from untold.tallies.tally import Dimension

# The sums of a cell over rows `m` of a measure; each can be added up over incidents.
SUMS = (
    "count(*) AS incidents, sum(m.low)::BIGINT AS low, sum(m.best)::BIGINT AS best, sum(m.high)::BIGINT AS high, "
    "count(m.low) AS with_low, count(m.best) AS with_best, count(m.high) AS with_high, "
    "count(*) FILTER (m.silent) AS silent, count(*) FILTER (m.from_parts) AS from_parts, "
    "count(*) FILTER (m.unstated) AS unstated, "
    "(sum(m.unstated_low) FILTER (m.unstated))::BIGINT AS unstated_low, "
    "(sum(m.unstated_high) FILTER (m.unstated))::BIGINT AS unstated_high, "
    "count(m.unstated_low) FILTER (m.unstated) AS with_unstated_low, "
    "count(m.unstated_high) FILTER (m.unstated) AS with_unstated_high"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its values, in the order in which it binds them, and the tables that it asks."""

    sql: str
    values: tuple[object, ...]
    tables: tuple[str, ...]


def cells_question(asked: Asked, measure: str) -> Question:
    """Return the query for all cells, in the order of their names, those without one last."""
    found = units(asked)
    keys = keys_of(asked, found)
    named = [f"{sql} AS key_{n}" for n, sql in enumerate(keys.values())]
    shared = f"count(*) FILTER ({_parts(found)} > 1) AS shared"
    origin = rows_of(asked, measure, found)
    order = ", ".join(f"key_{n} NULLS LAST" for n in range(len(keys)))
    grouped = f" GROUP BY ALL ORDER BY {order}" if keys else ""
    sql = f"SELECT {', '.join([*named, SUMS, shared])} {origin.sql}{grouped}"
    return Question(sql, origin.values, ("incidents", *origin.tables))


def rows_of(asked: Asked, measure: str, found: tuple[Unit, ...]) -> Condition:
    """Return where the rows of a question come from: one for each incident and cell."""
    chosen = joined(conditions(asked.scope))
    joins = [unit.join for unit in found if unit.join.sql]
    sql = " ".join([f"FROM incidents i JOIN {measure} m ON m.n = i.n", *(join.sql for join in joins)])
    values = tuple(value for each in (*joins, chosen) for value in each.values)
    tables = tuple(dict.fromkeys(table for each in (*joins, chosen) for table in each.tables))
    return Condition(f"{sql} WHERE {chosen.sql}", values, tables)


def keys_of(asked: Asked, found: tuple[Unit, ...]) -> dict[Dimension, str]:
    """Return what each field of the cells is called in the query, in the order in which they were asked for."""
    named = {field: name for unit in found for field, name in unit.names.items()}
    return {field: named[field] for field in asked.by}


def left_out_question(asked: Asked) -> Question:
    """Return the query for the incidents that only their dates keep out: how many have none, and how many straddle."""
    chosen = joined(conditions(without_window(asked.scope)))
    crossing = straddling(asked.scope.window)
    sql = (
        "SELECT count(*) FILTER (i.first_day IS NULL), "
        f"count(*) FILTER ({crossing.sql}) FROM incidents i WHERE {chosen.sql}"
    )
    return Question(sql, (*crossing.values, *chosen.values), ("incidents", *chosen.tables))


def _parts(found: tuple[Unit, ...]) -> str:
    """Return in how many cells an incident is."""
    parts = [f"greatest(coalesce({unit.parts}, 1), 1)" for unit in found if unit.parts is not None]
    return " * ".join(["m.parts", *parts])
