"""The rule's comparisons as Splink compares: the same levels out of the one definition, and two that only Splink has.

Nothing is written twice. The rule's expressions over `a` and `b` become
expressions over `…_l` and `…_r`, its facts of a pair become facts of two rows
(`records`), and each level's condition is spelled out with them. What the rule
calls unknown speaks neither for nor against.

The two that are added are the name of the place, where a rare name in common
says more than a common one, and the text. A name that is only nearly the same
is a level of its own, for Latin letters alone, and `verdicts` lets it decide
nothing: Hama and Homs are nearly the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from untold.incidents.matching import Settings, rule
from untold.incidents.matching.rule import Comparison
from untold.incidents.matching.spots import NAMES
from untold.incidents.probabilities.records import PLACES_OF_SKETCH

Dialect = Literal["duckdb", "spark"]
NAME, TEXT = "place_name", "text"
_ELSE = "ELSE"
# What the two engines call the same thing.
_OVERLAP: Mapping[Dialect, str] = MappingProxyType(
    {"duckdb": "list_has_any({0}_l, {0}_r)", "spark": "arrays_overlap({0}_l, {0}_r)"}
)
_IN_COMMON: Mapping[Dialect, str] = MappingProxyType(
    {"duckdb": "len(list_intersect({0}_l, {0}_r))", "spark": "size(array_intersect({0}_l, {0}_r))"}
)
_LONG = 8  # letters from which a name may be two letters off and still be nearly the same
_HALF, _SOME = PLACES_OF_SKETCH // 2, PLACES_OF_SKETCH // 16  # of the runs of five words
_MANY_WORDS, _FEW_WORDS = 4, 2  # rare words in common


@dataclass(frozen=True, slots=True)
class Rung:
    """One level for Splink: `when` is SQL over two rows; a level that is `unknown` weighs nothing."""

    name: str
    when: str
    is_unknown: bool = False
    frequencies: str | None = None  # the column of which a rare value in common weighs more


@dataclass(frozen=True, slots=True)
class Ladder:
    """A comparison for Splink: its levels in the order in which they are tried."""

    name: str
    rungs: tuple[Rung, ...]


def ladders(settings: Settings, dialect: Dialect) -> tuple[Ladder, ...]:
    """Return the rule's comparisons in their order, then the place's name and the text.

    >>> from untold.incidents.matching import standard_settings
    >>> made = ladders(standard_settings(), "duckdb")
    >>> [each.name for each in made]
    ['date', 'place', 'actors', 'means', 'killed', 'injured', 'copy', 'story', 'code', 'place_name', 'text']
    >>> [each.name for each in made[0].rungs]
    ['unknown', 'same_day', 'overlap', 'wide', 'near', 'apart']
    """
    return (*(_ladder(each, dialect) for each in rule(settings)), _place_name(), _text(dialect))


def _ladder(comparison: Comparison, dialect: Dialect) -> Ladder:
    values = {name: f"({_of_rows(sql, dialect)})" for name, sql in comparison.values.items()}
    names = re.compile("|".join(rf"\b{name}\b" for name in values))
    told = partial(_value, values)
    seen: dict[str, int] = {}
    rungs = []
    for level in comparison.levels:
        seen[level.name] = number = seen.get(level.name, 0) + 1
        name = level.name if number == 1 else f"{level.name}_again"  # tried twice, between others
        when = _ELSE if level.when == "TRUE" else names.sub(told, level.when)
        rungs.append(Rung(name, when, is_unknown=level.name == "unknown"))
    return Ladder(comparison.name, tuple(rungs))


def _value(values: Mapping[str, str], found: re.Match[str]) -> str:
    return values[found[0]]


def _of_rows(sql: str, dialect: Dialect) -> str:
    """Return an expression of the rule over two rows alone."""
    facts = {
        "p.by_code": f"CASE WHEN {_OVERLAP[dialect].format('codes')} THEN 1 ELSE 0 END",
        "p.by_copy": "CASE WHEN copy_group_l = copy_group_r THEN 1 ELSE 0 END",
        "m.met = 1": "array_contains(met_l, actors_r)",
    }
    for fact, own in facts.items():
        sql = sql.replace(fact, own)
    return re.sub(r"\b([ab])\.(\w+)", _column, sql)


def _column(found: re.Match[str]) -> str:
    return f"{found[2]}_{'l' if found[1] == 'a' else 'r'}"


def _place_name() -> Ladder:
    each = range(1, NAMES + 1)
    shared = " OR ".join(f"name_{i}_l = name_{j}_r" for i in each for j in each)
    off = "levenshtein(latin_name_l, latin_name_r)"
    long = f"length(latin_name_l) >= {_LONG} AND length(latin_name_r) >= {_LONG}"
    return Ladder(
        NAME,
        (
            Rung("unknown", "name_1_l IS NULL OR name_1_r IS NULL", is_unknown=True),
            Rung("same", "name_1_l = name_1_r", frequencies="name_1"),
            Rung("shared", shared),
            Rung("near_miss", f"{off} <= 1 OR ({off} <= 2 AND {long})"),
            Rung("differ", _ELSE),
        ),
    )


def _text(dialect: Dialect) -> Ladder:
    runs, words = (_IN_COMMON[dialect].format(column) for column in ("sketch", "rare_words"))
    # A copy is one already, by the rule's own comparison; it is not counted twice.
    unknown = "sketch_l IS NULL OR sketch_r IS NULL OR copy_group_l = copy_group_r"
    return Ladder(
        TEXT,
        (
            Rung("unknown", unknown, is_unknown=True),
            Rung("half", f"{runs} >= {_HALF}"),
            Rung("some", f"{runs} >= {_SOME}"),
            Rung("many_rare_words", f"{words} >= {_MANY_WORDS}"),
            Rung("few_rare_words", f"{words} >= {_FEW_WORDS}"),
            Rung("differ", _ELSE),
        ),
    )


def splink_level(rung: Rung, m: float | None = None, u: float | None = None) -> dict[str, Any]:
    """Return a level as Splink's settings write it."""
    level: dict[str, Any] = {"sql_condition": rung.when, "label_for_charts": rung.name}
    if rung.is_unknown:
        return {**level, "is_null_level": True}
    if m is not None and u is not None:
        level |= {"m_probability": m, "u_probability": u}
    if rung.frequencies is not None:
        level |= {"tf_adjustment_column": rung.frequencies}
    return level
