"""Similarity: every blocked pair, laid side by side by the rule, with its levels, its points and what follows.

The text of one query is all there is. It is made from the rule alone and is
run as it stands by DuckDB and by Spark, over four tables: `traits` (one row an
account), `meetings` (which sets of actors have an actor in common), `homes`
and `probes` (the blocks). Of two accounts that were both there before
(`touched` 0) the pair is known already, so it is not made again.

What follows from a pair, `verdict`:

- `link`: one incident, as far as the rule can say;
- `possible`: nothing speaks against it, and too little for it;
- `contradicted`: a code in common, and a date or a place that cannot be one;
- `same_source`: one source's two accounts under different codes, which only a person may join;
- `apart`: a comparison forbids it. Such pairs are not kept.
"""

from untold.incidents.matching.blocking import AREA, CODE, COPY
from untold.incidents.matching.rule import Comparison, rule
from untold.incidents.matching.settings import Settings

PAIR_COLUMNS = ("a", "b", "by_code", "by_copy", "days_apart", "metres", "score", "verdict")


def pairs_sql(settings: Settings) -> str:
    """Return the query of all kept pairs (`PAIR_COLUMNS`), each once, `a` before `b`."""
    columns = ", ".join(PAIR_COLUMNS)
    return f"SELECT {columns} FROM (\n{_decided(settings, _blocked(settings))}\n) d WHERE verdict <> 'apart'"


def explained_sql(settings: Settings) -> str:
    """Return the query that lays pairs of the table `pairs` (a, b, by_code, by_copy) side by side, all columns."""
    return _decided(settings, "SELECT a, b, by_code, by_copy FROM pairs")


def candidates_sql(settings: Settings) -> str:
    """Return the query of all blocked pairs laid side by side, all columns; those that a comparison forbids too."""
    return _decided(settings, _blocked(settings))


def _blocked(settings: Settings) -> str:
    """Return the blocked pairs that no date and no distance forbids; the joins stay small that way."""
    day_limit = max(settings.window.days, 0)
    return f"""SELECT p.a, p.b, max(p.by_code) AS by_code, max(p.by_copy) AS by_copy FROM (
  SELECT CASE WHEN p.n < h.n THEN p.n ELSE h.n END AS a, CASE WHEN p.n < h.n THEN h.n ELSE p.n END AS b,
    CASE WHEN p.pass = {CODE} THEN 1 ELSE 0 END AS by_code, CASE WHEN p.pass = {COPY} THEN 1 ELSE 0 END AS by_copy
  FROM probes p JOIN homes h ON p.key = h.key AND p.pass = h.pass
  WHERE p.n <> h.n AND (p.n < h.n OR p.pass = {AREA}) AND (p.source <> h.source OR p.pass >= {CODE})
    AND (p.pass >= {CODE} OR (p.day_start <= h.day_end + {day_limit} AND h.day_start <= p.day_end + {day_limit}))
    AND (p.touched = 1 OR h.touched = 1)
) p GROUP BY p.a, p.b"""


def _decided(settings: Settings, pairs: str) -> str:
    compared = rule(settings)
    values = ",\n    ".join(f"{sql} AS {name}" for each in compared for name, sql in each.values.items())
    levels = ",\n    ".join(f"{_level(each)} AS {each.name}_level" for each in compared)
    score = " + ".join(_points(each) for each in compared)
    return f"""SELECT s.*, {_verdict(settings, compared)} AS verdict FROM (
  SELECT l.*, {score} AS score FROM (
    SELECT v.*,
    {levels}
    FROM (
    SELECT p.a, p.b, p.by_code, p.by_copy, CASE WHEN a.source = b.source THEN 1 ELSE 0 END AS one_source,
    CASE WHEN a.entry = b.entry THEN 1 ELSE 0 END AS one_entry,
    CASE WHEN a.story = b.story THEN 1 ELSE 0 END AS by_story,
    {values}
    FROM ({pairs}) p JOIN traits a ON a.n = p.a JOIN traits b ON b.n = p.b
    LEFT JOIN meetings m ON m.a = a.actors AND m.b = b.actors
    ) v
  ) l
) s"""


def _level(comparison: Comparison) -> str:
    rungs = " ".join(f"WHEN {level.when} THEN {n}" for n, level in enumerate(comparison.levels))
    return f"CASE {rungs} END"


def _points(comparison: Comparison) -> str:
    worth = " ".join(
        f"WHEN {comparison.name}_level = {n} THEN {level.points}"
        for n, level in enumerate(comparison.levels)
        if level.points
    )
    return f"(CASE {worth} ELSE 0 END)" if worth else "0"


def _verdict(settings: Settings, compared: tuple[Comparison, ...]) -> str:
    window = settings.window
    far = f"(days_apart > {window.code_days} OR metres > {round(window.code_kilometres * 1000)} + radii_m)"
    apart = " OR ".join(
        f"{each.name}_level = {n}" for each in compared for n, level in enumerate(each.levels) if level.is_apart
    )
    known = " AND ".join(
        f"{each.name}_level <> {n}"
        for each in compared
        for n, level in enumerate(each.levels)
        if each.name in {"date", "place"} and level.name == "unknown"
    )
    return f"""CASE WHEN one_source = 1 AND by_code = 0 AND by_copy = 0 THEN 'apart'
    WHEN by_code = 1 AND {far} THEN 'contradicted'
    WHEN one_source = 1 AND by_copy = 0 AND one_entry = 0 THEN 'same_source'
    WHEN by_code = 1 THEN 'link'
    WHEN {apart} THEN 'apart'
    WHEN by_copy = 1 OR by_story = 1 OR (({known}) AND score >= {settings.decision.link}) THEN 'link'
    ELSE 'possible' END"""
