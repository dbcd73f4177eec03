"""A question as one query: which incidents, in which cells, how many, and what they leave open."""

from dataclasses import dataclass

from untold.tallies.counting.fields import Asked, Unit, is_by_own_actors, units
from untold.tallies.counting.measures import Measure
from untold.tallies.counting.scopes import Condition, conditions, joined, straddling, without_window
from untold.tallies.tally import Dimension

# The sums of a cell over rows `i` of a measure; each can be added up over incidents.
_ALWAYS = (
    "count(*) AS incidents, sum(i.low)::BIGINT AS low, sum(i.high)::BIGINT AS high, "
    "count(i.low) AS with_low, count(i.high) AS with_high, count(*) FILTER (i.silent) AS silent"
)
_UNSTATED = (
    "count(*) FILTER (i.unstated) AS unstated, "
    "(sum(i.unstated_low) FILTER (i.unstated))::BIGINT AS unstated_low, "
    "(sum(i.unstated_high) FILTER (i.unstated))::BIGINT AS unstated_high, "
    "count(i.unstated_low) FILTER (i.unstated) AS with_unstated_low, "
    "count(i.unstated_high) FILTER (i.unstated) AS with_unstated_high"
)
_NONE_UNSTATED = (
    "0 AS unstated, NULL::BIGINT AS unstated_low, NULL::BIGINT AS unstated_high, "
    "0 AS with_unstated_low, 0 AS with_unstated_high"
)
# Those that most measures have none of, each set with what it is there: not to add up nulls saves half the time.
_RARE = {
    "best": ("sum(i.best)::BIGINT AS best, count(i.best) AS with_best", "NULL::BIGINT AS best, 0 AS with_best"),
    "from_parts": ("count(*) FILTER (i.from_parts) AS from_parts", "0 AS from_parts"),
    "unstated": (_UNSTATED, _NONE_UNSTATED),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its values, in the order in which it binds them, and the tables that it asks."""

    sql: str
    values: tuple[object, ...]
    tables: tuple[str, ...]


def sums_of(measure: Measure) -> str:
    """Return the sums of a cell as they are asked of a measure."""
    return ", ".join([_ALWAYS, *(asked if name in measure.has else none for name, (asked, none) in _RARE.items())])


def cells_question(asked: Asked, measure: Measure) -> Question:
    """Return the query for all cells, in the order of their names, those without one last."""
    found = units(asked)
    keys = keys_of(asked, found)
    named = [f"{sql} AS key_{n}" for n, sql in enumerate(keys.values())]
    shared = f"count(*) FILTER ({_parts(found)} > 1) AS shared"
    origin = rows_of(asked, measure, found)
    order = ", ".join(f"key_{n} NULLS LAST" for n in range(len(keys)))
    grouped = f" GROUP BY ALL ORDER BY {order}" if keys else ""
    sql = f"SELECT {', '.join([*named, sums_of(measure), shared])} {origin.sql}{grouped}"
    return Question(sql, origin.values, origin.tables)


def rows_of(asked: Asked, measure: Measure, found: tuple[Unit, ...]) -> Condition:
    """Return where the rows of a question come from: one for each incident and cell."""
    chosen = joined(conditions(asked.scope))
    joins = [unit.join for unit in found if unit.join.sql]
    base = measure.name
    if is_by_own_actors(asked):
        base = f"(SELECT *, unnest(actors) AS actor FROM {measure.name})"
    sql = " ".join([f"FROM {base} i", *(join.sql for join in joins)])
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
    return " * ".join(["i.parts", *parts])
