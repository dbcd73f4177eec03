"""The rule, in one definition: what is compared, into which levels, and what each level is worth.

Two engines that each had their own copy would sooner or later match two
records of the dead differently. So every comparison is an expression of the
SQL that DuckDB and Spark share (no function that only one of them has, no
trigonometry whose last digit differs), and both run the same text.

The expressions see a pair `p` (`by_code`, `by_copy`: 1 where it shares a code
or is a copy) and the two accounts' rows `a` and `b` of the working table;
conditions of levels see the comparison's values alone.
"""

from dataclasses import dataclass

from untold.incidents.matching.settings import Settings, Taxonomy
from untold.incidents.matching.spots import NAMES, SOUNDS


@dataclass(frozen=True, slots=True)
class Level:
    """One rung of a comparison: `when` is tried in order; `is_apart` forbids that the pair is one incident."""

    name: str
    when: str
    points: int = 0
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is laid side by side: `values` by column name, the `levels` they fall in, and the `limit` in words."""

    name: str
    values: dict[str, str]
    levels: tuple[Level, ...]
    limit: str


def rule(settings: Settings) -> tuple[Comparison, ...]:
    """Return the comparisons that the settings name, in their order.

    >>> from untold.incidents.matching.settings import standard_settings
    >>> [each.name for each in rule(standard_settings())][:4]
    ['date', 'place', 'actors', 'means']
    """
    made = {
        "date": _date,
        "place": _place,
        "actors": _actors,
        "killed": _killed,
        "injured": _injured,
        "copy": _copy,
        "story": _story,
        "code": _code,
    }
    return tuple(
        _taxonomy(name, settings.taxonomies[name]) if name in settings.taxonomies else made[name](settings)
        for name in settings.comparisons
    )


def _date(settings: Settings) -> Comparison:
    days, narrow = settings.window.days, settings.window.narrow_days
    worth = settings.worth
    gap = (
        "CASE WHEN a.day_start > b.day_end THEN a.day_start - b.day_end "
        "WHEN b.day_start > a.day_end THEN b.day_start - a.day_end "
        "WHEN a.day_start <= b.day_end AND b.day_start <= a.day_end THEN 0 END"
    )
    span = (
        "CASE WHEN a.day_end - a.day_start >= b.day_end - b.day_start "
        "THEN a.day_end - a.day_start ELSE b.day_end - b.day_start END"
    )
    levels = (
        Level("unknown", "days_apart IS NULL"),
        Level("same_day", "days_apart = 0 AND days_open = 0", worth("date", "same_day")),
        Level("overlap", f"days_apart = 0 AND days_open <= {narrow}", worth("date", "overlap")),
        Level("wide", f"days_apart <= {days} AND days_open > {narrow}", worth("date", "wide")),
        Level("near", f"days_apart <= {days}", worth("date", "near")),
        Level("apart", "TRUE", is_apart=True),
    )
    limit = f"{days} day{'' if days == 1 else 's'} beside those that either date leaves open"
    return Comparison("date", {"days_apart": gap, "days_open": span}, levels, limit)


def _place(settings: Settings) -> Comparison:
    window, worth = settings.window, settings.worth
    close, name_m = round(window.kilometres * 1000), round(window.name_kilometres * 1000)
    together = f"COALESCE(same_country, 1) = 1 AND (metres IS NULL OR metres <= {name_m} + radii_m)"
    no_point = "(metres IS NULL OR by_name = 1)"
    no_point = "(metres IS NULL OR by_name = 1)"
    elsewhere = "metres IS NOT NULL OR same_country = 0 OR (same_area = 0 AND same_name = 0)"
    levels = (
        Level("near", f"metres <= {close} AND by_name = 0", worth("place", "near")),
        Level("within", f"metres <= {close} + radii_m AND widest_m <= {_widest(settings)}", worth("place", "within")),
        Level("name", f"same_name = 1 AND {together}", worth("place", "name")),
        Level("sound", f"same_sound = 1 AND {together}", worth("place", "sound")),
        Level("area", f"metres <= {close} + radii_m", worth("place", "area")),
        # Texts of one story name several places; which of them was read as theirs keeps them apart no more.
        Level("elsewhere", f"one_story = 1 AND {no_point} AND ({elsewhere})", worth("place", "elsewhere")),
        Level("apart", "metres IS NOT NULL OR same_country = 0", is_apart=True),
        Level("area", "same_area = 1", worth("place", "area")),
        Level("apart", "same_area = 0 AND same_name = 0", is_apart=True),
        Level("unknown", "TRUE"),
    )
    limit = f"{window.kilometres:g} km beside both places' radii; the same name within {window.name_kilometres:g} km"
    return Comparison("place", _place_values(), levels, limit)


def _widest(settings: Settings) -> int:
    return round(settings.blocking.widest_radius_km * 1000)


def _place_values() -> dict[str, str]:
    names, sounds = _any_equal("name", NAMES), _any_equal("sound", SOUNDS)
    squares = " + ".join(f"(a.{axis} - b.{axis}) * (a.{axis} - b.{axis})" for axis in ("x_m", "y_m", "z_m"))
    return {
        "metres": f"CAST(round(sqrt({squares})) AS BIGINT)",
        "radii_m": "CAST(a.radius_m + b.radius_m AS BIGINT)",
        "widest_m": "CASE WHEN a.radius_m >= b.radius_m THEN a.radius_m ELSE b.radius_m END",
        "same_name": f"CASE WHEN {names} THEN 1 WHEN a.name_1 IS NOT NULL AND b.name_1 IS NOT NULL THEN 0 END",
        "same_sound": f"CASE WHEN {sounds} THEN 1 ELSE 0 END",
        "same_area": _same("area"),
        "same_country": _same("country"),
        "by_name": "CASE WHEN a.point_stated = 0 OR b.point_stated = 0 THEN 1 ELSE 0 END",
        "one_story": "CASE WHEN a.story = b.story THEN 1 ELSE 0 END",
    }


def _any_equal(column: str, columns: int) -> str:
    each = range(1, columns + 1)
    return " OR ".join(f"a.{column}_{i} = b.{column}_{j}" for i in each for j in each)


def _same(column: str) -> str:
    return f"CASE WHEN a.{column} = b.{column} THEN 1 WHEN a.{column} <> b.{column} THEN 0 END"


def _actors(settings: Settings) -> Comparison:
    meet = (
        "CASE WHEN a.actors IS NULL OR b.actors IS NULL THEN NULL "
        "WHEN a.actors = b.actors OR m.met = 1 THEN 2 "
        "WHEN a.actors_known = 1 AND b.actors_known = 1 THEN 0 ELSE 1 END"
    )
    levels = (
        Level("unknown", "actors_meet IS NULL"),
        Level("same", "actors_meet = 2", settings.worth("actors", "same")),
        Level("disputed", "actors_meet = 1", settings.worth("actors", "disputed")),
        Level("apart", "TRUE", is_apart=True),
    )
    limit = "the same actor or one within the other; different ones only where neither source is sure"
    return Comparison("actors", {"actors_meet": meet}, levels, limit)


def _taxonomy(name: str, taxonomy: Taxonomy) -> Comparison:
    agreed = " ".join(
        f"WHEN a.{name}_{level} = b.{name}_{level} THEN {level}" for level in range(1, taxonomy.levels + 1)
    )
    coarsest = f"{name}_{taxonomy.levels}"
    value = f"CASE {agreed} WHEN a.{coarsest} IS NULL OR b.{coarsest} IS NULL THEN NULL ELSE 0 END"
    column = f"{name}_agree"
    levels = (
        Level("unknown", f"{column} IS NULL"),
        *(Level(f"level_{n}", f"{column} = {n}", points) for n, points in enumerate(taxonomy.points, 1)),
        Level("apart", "TRUE", is_apart=True),
    )
    return Comparison(name, {column: value}, levels, f"agreement on one of {taxonomy.levels} levels of the taxonomy")


def _gap(low: str, high: str) -> str:
    """Return by how many people two ranges miss each other: 0 where they overlap or a bound is missing."""
    above = f"WHEN a.{low} > b.{high} THEN a.{low} - b.{high}"
    below = f"WHEN b.{low} > a.{high} THEN b.{low} - a.{high}"
    return f"CASE {above} {below} ELSE 0 END"


def _larger(one: str, other: str) -> str:
    return f"CASE WHEN ({one}) >= ({other}) THEN ({one}) ELSE ({other}) END"


def _floor(name: str) -> str:
    return _larger(f"COALESCE(a.{name}, 0)", f"COALESCE(b.{name}, 0)")


def _equal(name: str) -> str:
    """Say that both counts are the same exact number of at least one person."""
    return (
        f"(a.{name}_low = a.{name}_high AND b.{name}_low = b.{name}_high AND a.{name}_low = b.{name}_low "
        f"AND a.{name}_low > 0)"
    )


def _unstated(name: str) -> str:
    return f"(a.{name}_low IS NULL AND a.{name}_high IS NULL) OR (b.{name}_low IS NULL AND b.{name}_high IS NULL)"


def _killed(settings: Settings) -> Comparison:
    values = {
        "killed_gap": f"CASE WHEN {_unstated('killed')} THEN NULL ELSE "
        f"{_larger(_gap('killed_low', 'killed_high'), _gap('civilians_low', 'civilians_high'))} END",
        "killed_floor": _floor("killed_low"),
        "killed_equal": f"CASE WHEN {_equal('killed')} OR {_equal('civilians')} THEN 1 ELSE 0 END",
        # "four civilians" beside "four people", "at least four" beside "four": one number, of unlike reach
        "killed_alike": "CASE WHEN a.killed_low = b.killed_low AND a.killed_low > 0 "
        "AND (a.killed_low = a.killed_high OR b.killed_low = b.killed_high) THEN 1 ELSE 0 END",
    }
    levels = (
        Level("unknown", "killed_gap IS NULL"),
        Level("same", "killed_gap = 0 AND killed_equal = 1", settings.worth("killed", "same")),
        Level("alike", "killed_gap = 0 AND killed_alike = 1", settings.worth("killed", "alike")),
        Level("overlap", "killed_gap = 0", settings.worth("killed", "overlap")),
        Level("close", _close("killed", settings), settings.worth("killed", "close")),
        Level("apart", "TRUE", is_apart=True),
    )
    return Comparison("killed", values, levels, _count_limit(settings))


def _injured(settings: Settings) -> Comparison:
    values = {
        "injured_gap": f"CASE WHEN {_unstated('injured')} THEN NULL ELSE {_gap('injured_low', 'injured_high')} END",
        "injured_floor": _floor("injured_low"),
        "injured_equal": f"CASE WHEN {_equal('injured')} THEN 1 ELSE 0 END",
    }
    levels = (
        Level("unknown", "injured_gap IS NULL"),
        Level("same", "injured_gap = 0 AND injured_equal = 1", settings.worth("injured", "same")),
        Level("overlap", "injured_gap = 0", settings.worth("injured", "overlap")),
        Level("close", _close("injured", settings), settings.worth("injured", "close")),
        Level("differ", "TRUE", settings.worth("injured", "differ")),  # the injured are counted for days: no veto
    )
    return Comparison("injured", values, levels, _count_limit(settings))


def _close(name: str, settings: Settings) -> str:
    percent = round(settings.counts.share * 100)  # whole numbers compare alike on every engine
    # Wide numbers, so that a slip of the hand (30 million) is apart and not an overflow.
    gap, floor = (f"CAST({name}_{each} AS BIGINT)" for each in ("gap", "floor"))
    return f"{name}_gap <= {settings.counts.people} OR {gap} * 100 <= {floor} * {percent}"


def _count_limit(settings: Settings) -> str:
    return f"overlapping ranges, or {settings.counts.people} people or {settings.counts.share:.0%} between them"


def _copy(settings: Settings) -> Comparison:
    levels = (
        Level("copy", "is_copy = 1", settings.worth("copy", "copy")),
        Level("none", "TRUE"),
    )
    return Comparison("copy", {"is_copy": "p.by_copy"}, levels, "near-duplicate texts")


def _story(settings: Settings) -> Comparison:
    levels = (
        Level("told", "is_story = 1", settings.worth("story", "told")),
        Level("none", "TRUE"),
    )
    value = "CASE WHEN a.story = b.story THEN 1 ELSE 0 END"
    return Comparison("story", {"is_story": value}, levels, "texts that tell one story by what they share")


def _code(settings: Settings) -> Comparison:
    levels = (
        Level("shared", "shares_code = 1", settings.worth("code", "shared")),
        Level("none", "TRUE"),
    )
    window = settings.window
    limit = f"a shared or cited code, within {window.code_days} days and {window.code_kilometres:g} km beside the radii"
    return Comparison("code", {"shares_code": "p.by_code"}, levels, limit)
