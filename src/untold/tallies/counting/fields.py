"""The fields by which a tally is cut into cells: where each stands in the tables, and how often an incident bears one.

An incident has one month and several actors. It counts in the cell of each,
and the table says how many incidents of a cell count in another too, so that
nobody adds up what overlaps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from untold.tallies.counting.scopes import Condition, in_role, joined, periods_sql, said_by
from untold.tallies.tally import Dimension, NamedPeriod, TallyScope

# Fields of which an incident has one value at most, in its own row.
_OWN = frozenset({"country", "governorate", "place", "month", "year"})
# Fields that are of the range and not of the incident: an incident has a number for each of their values.
OF_RANGES: tuple[Dimension, ...] = ("status", "demographic", "source")
_PARTIES = frozenset({"actor", "role"})
_STATED = frozenset({"grade", "strike_status"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Some fields that one join brings: what each is called there, and how many cells it gives an incident."""

    names: Mapping[Dimension, str]
    join: Condition = field(default_factory=lambda: Condition(""))
    parts: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a record: the scope, the fields of its cells, and the periods that have names."""

    scope: TallyScope
    by: tuple[Dimension, ...] = ()
    periods: tuple[NamedPeriod, ...] = ()

    def fields_of_ranges(self) -> tuple[Dimension, ...]:
        """Return those fields by which the ranges themselves are cut."""
        return tuple(field for field in OF_RANGES if field in self.by)


def units(asked: Asked) -> tuple[Unit, ...]:
    """Return the joins that bring all fields of the cells."""
    return tuple(_units(asked))


def _units(asked: Asked) -> Iterator[Unit]:
    own: dict[Dimension, str] = {field: f"i.{field}" for field in asked.by if field in _OWN}
    own |= {field: f"i.{field}" for field in asked.fields_of_ranges()}
    stated = [field for field in asked.by if field in _STATED]
    if asked.scope.grades_by == "ours":
        own |= {field: f"i.{field}" for field in stated}
    elif stated:
        yield _stated_unit(stated, asked)
    if own:
        yield Unit(own)
    parties = [field for field in asked.by if field in _PARTIES]
    if is_by_own_actors(asked):
        yield Unit({"actor": "i.actor"}, parts="i.parties")
    elif parties:
        yield _parties_unit(parties, asked.scope)
    for beside, unit in _BESIDE.items():
        if beside in asked.by:
            yield unit(asked)


def is_by_own_actors(asked: Asked) -> bool:
    """Return whether the actors of the cells are all whom an incident blames, which stand in its own row."""
    return "actor" in asked.by and "role" not in asked.by and not asked.scope.roles


def _parties_unit(fields: Sequence[Dimension], scope: TallyScope) -> Unit:
    """Return the parties of the scope's roles; an incident that names none stays, without a value."""
    names: dict[Dimension, str] = {field: f"parties_of.{field}" for field in fields}
    role = in_role(scope)
    return _joined_unit("parties_of", names, f"FROM parties p WHERE {role.sql}", role.values, ("parties",))


def _stated_unit(fields: Sequence[Dimension], asked: Asked) -> Unit:
    """Return what the sources of the scope state; with cells by source, each source's own."""
    names: dict[Dimension, str] = {field: f"stated.{field}" for field in fields}
    any_stated = Condition(" OR ".join(f"a.{field} IS NOT NULL" for field in fields))
    own = joined([any_stated, said_by(asked.scope)])
    if "source" not in asked.by:
        return _joined_unit("stated", names, f"FROM accounts a WHERE {own.sql}", own.values, ("accounts",))
    columns = ", ".join(f"a.{field}" for field in fields)
    sql = (
        f"LEFT JOIN (SELECT DISTINCT a.incident, a.publisher, {columns} FROM accounts a WHERE {own.sql}) stated "
        "ON stated.incident = i.n AND stated.publisher::VARCHAR = i.source::VARCHAR"
    )
    return Unit(names, Condition(sql, own.values, ("accounts",)))


def _means_unit(asked: Asked) -> Unit:
    del asked
    return _joined_unit("means_of", {"means": "means_of.means"}, "FROM means", (), ("means",))


def _infrastructure_unit(asked: Asked) -> Unit:
    del asked
    names: dict[Dimension, str] = {"infrastructure": "hit.infrastructure"}
    return _joined_unit("hit", names, "FROM infrastructure", (), ("infrastructure",))


def _period_unit(asked: Asked) -> Unit:
    if not asked.periods:
        msg = "a tally by period needs periods that have names"
        raise ValueError(msg)
    named = periods_sql(asked.periods)
    inside = (
        "(named.first_day IS NULL OR d.first_day >= named.first_day) "
        "AND (named.last_day IS NULL OR d.last_day <= named.last_day)"
    )
    source = (
        "FROM (SELECT d.n AS incident, named.period "
        f"FROM incidents d, {named.sql} WHERE d.first_day IS NOT NULL AND {inside})"
    )
    return _joined_unit("periods_of", {"period": "periods_of.period"}, source, named.values, ())


_BESIDE: Mapping[Dimension, Callable[[Asked], Unit]] = MappingProxyType(
    {"means": _means_unit, "infrastructure": _infrastructure_unit, "period": _period_unit}
)


def _joined_unit(
    alias: str, names: Mapping[Dimension, str], source: str, values: tuple[object, ...], tables: tuple[str, ...]
) -> Unit:
    """Return a join of each value once, with how many values the incident has."""
    columns = ", ".join(names)
    sql = (
        f"LEFT JOIN (SELECT incident, {columns}, count(*) OVER (PARTITION BY incident) AS parts "
        f"FROM (SELECT DISTINCT incident, {columns} {source})) {alias} ON {alias}.incident = i.n"
    )
    return Unit(names, Condition(sql, values, tables), f"{alias}.parts")
