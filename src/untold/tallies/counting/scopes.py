"""A scope as conditions on incidents: which of them a tally counts, each field of the scope one condition.

Values of a scope are always bound and never become a part of the question's
text, so a place may be called anything.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from untold.codebook.actors import all_actors
from untold.codebook.folding import name_key
from untold.tallies.tables.whereabouts import keys_asked
from untold.tallies.tally import NamedPeriod, TallyScope, Window

_MONTH, _DAY = 7, 10  # lengths of an ISO prefix


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on `i`, a row of `incidents`, the values that it binds, and the tables that it asks beside."""

    sql: str
    values: tuple[object, ...] = ()
    tables: tuple[str, ...] = ()


def conditions(scope: TallyScope) -> tuple[Condition, ...]:
    """Return what an incident must be to be counted."""
    return tuple(found for found in _conditions(scope) if found is not None)


def joined(found: Sequence[Condition]) -> Condition:
    """Return several conditions as one that holds where all do."""
    return Condition(
        " AND ".join(f"({each.sql})" for each in found) or "TRUE",
        tuple(value for each in found for value in each.values),
        tuple(dict.fromkeys(table for each in found for table in each.tables)),
    )


def days_in(window: Window) -> tuple[str | None, str | None]:
    """Return the first and the last day of a window, of which an end may be a month or a year.

    >>> days_in(Window("2016", "2016-02"))
    ('2016-01-01', '2016-02-29')
    """
    return _first_day(window.start), _last_day(window.end)


def without_window(scope: TallyScope) -> TallyScope:
    """Return the scope at any time."""
    return replace(scope, window=Window())


def straddling(window: Window) -> Condition:
    """Return that an incident's days lie only partly in a window."""
    start, end = days_in(window)
    meets = [Condition("i.last_day >= ?", (start,))] if start else []
    meets += [Condition("i.first_day <= ?", (end,))] if end else []
    outside = [Condition("i.first_day < ?", (start,))] if start else []
    outside += [Condition("i.last_day > ?", (end,))] if end else []
    crosses = Condition(" OR ".join(each.sql for each in outside), tuple(v for each in outside for v in each.values))
    return joined([*meets, crosses])


def periods_sql(periods: Sequence[NamedPeriod]) -> Condition:
    """Return named periods as rows of (name, first_day, last_day)."""
    row = "(?::VARCHAR, ?::DATE, ?::DATE)"
    values = tuple(value for each in periods for value in (each.name, *days_in(each.window)))
    return Condition(f"(VALUES {', '.join([row] * len(periods))}) AS named(period, first_day, last_day)", values)


def said_by(scope: TallyScope) -> Condition:
    """Return that a row `a` of `accounts` or of `claims` is of the scope's sources."""
    found: list[Condition] = []
    if scope.sources:
        both = party_keys(scope.sources)
        found.append(Condition("list_contains(?, a.source) OR list_contains(?, a.publisher)", (both, both)))
    if scope.without:
        both = party_keys(scope.without)
        found.append(Condition("NOT list_contains(?, a.source) AND NOT list_contains(?, a.publisher)", (both, both)))
    return joined(found)


def stated_by(scope: TallyScope) -> tuple[Condition, ...]:
    """Return what a row `a` of `accounts` must state, one condition for each decision that is asked of sources."""
    if scope.grades_by == "ours":
        return ()
    asked = {"grade": scope.grades, "strike_status": scope.strike_statuses}
    return tuple(
        Condition(f"coalesce(list_contains(?, a.{column}), FALSE)", ([*values],))
        for column, values in asked.items()
        if values
    )


def party_keys(named: Iterable[str]) -> list[str]:
    """Return the keys under which parties may stand in the tables: slugs, and names as they are folded.

    >>> party_keys(["sohr", "The Village Gazette"])
    ['sohr', 'The Village Gazette', 'the village gazette']
    """
    return list(dict.fromkeys(key for name in named for key in (name, name_key(name))))


@cache
def family(actor: str) -> tuple[str, ...]:
    """Return an actor's slug and those of the bodies that are a part of it.

    >>> "us-air-force" in family("united-states")
    True
    """
    found, waiting = {actor: None}, [actor]
    while waiting:
        whole = waiting.pop()
        parts = [each.id for each in all_actors().values() if whole in each.member_of and each.id not in found]
        found.update(dict.fromkeys(parts))
        waiting += parts
    return tuple(found)


def in_role(scope: TallyScope) -> Condition:
    """Return that a row `p` of `parties` is in one of the scope's roles: in any but `denied` where it names none."""
    if scope.roles:
        return Condition("list_contains(?, p.role)", ([*scope.roles],))
    return Condition("p.role IS DISTINCT FROM 'denied'")


def _conditions(scope: TallyScope) -> Iterator[Condition | None]:
    yield _window(scope.window)
    yield _one_of("i.country", scope.countries)
    yield _place(scope.places)
    yield _actors(scope)
    yield _alone(scope)
    if scope.grades_by == "ours":
        yield _one_of("i.grade", scope.grades)
        yield _one_of("i.strike_status", scope.strike_statuses)
    for stated in stated_by(scope):
        yield _told(joined([stated, said_by(scope)]))
    yield _among("means", scope.means)
    yield _among("infrastructure", scope.infrastructure)
    if scope.sources or scope.without:
        yield _told(said_by(scope))


def _window(window: Window) -> Condition | None:
    start, end = days_in(window)
    found = [Condition("i.first_day >= ?", (start,))] if start else []
    found += [Condition("i.last_day <= ?", (end,))] if end else []
    return joined(found) if found else None


def _one_of(column: str, values: Sequence[str]) -> Condition | None:
    return Condition(f"list_contains(?, {column})", ([*values],)) if values else None


def _place(places: Sequence[str]) -> Condition | None:
    keys = [key for place in places for key in keys_asked(place)]
    if not places:
        return None
    return Condition("i.n IN (SELECT incident FROM places WHERE list_contains(?, key))", (keys,), ("places",))


def _actors(scope: TallyScope) -> Condition | None:
    if not scope.actors and not scope.roles:
        return None
    role = in_role(scope)
    actor = Condition("list_contains(?, p.actor)", (_families(scope),)) if scope.actors else Condition("TRUE")
    own = joined([role, actor])
    return Condition(f"i.n IN (SELECT p.incident FROM parties p WHERE {own.sql})", own.values, ("parties",))


def _alone(scope: TallyScope) -> Condition | None:
    """Return that nobody else is blamed, in whatever role."""
    if not scope.is_alone or not scope.actors:
        return None
    sql = (
        "i.n NOT IN (SELECT p.incident FROM parties p "
        "WHERE p.role IS DISTINCT FROM 'denied' AND NOT list_contains(?, p.actor))"
    )
    return Condition(sql, (_families(scope),), ("parties",))


def _families(scope: TallyScope) -> list[str]:
    return party_keys(dict.fromkeys(each for actor in scope.actors for each in family(actor)))


def _told(row: Condition) -> Condition:
    """Return that some row `a` of an incident's accounts is so."""
    return Condition(f"i.n IN (SELECT a.incident FROM accounts a WHERE {row.sql})", row.values, ("accounts",))


def _among(table: str, values: Sequence[str]) -> Condition | None:
    if not values:
        return None
    sql = f"i.n IN (SELECT incident FROM {table} WHERE list_contains(?, {table}))"
    return Condition(sql, ([*values],), (table,))


def _first_day(prefix: str | None) -> str | None:
    return prefix if prefix is None or len(prefix) >= _DAY else (prefix + "-01-01"[len(prefix) - 4 :])


def _last_day(prefix: str | None) -> str | None:
    if prefix is None or len(prefix) >= _DAY:
        return prefix
    year = int(prefix[:4])
    month = int(prefix[5:7]) if len(prefix) == _MONTH else 12
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
