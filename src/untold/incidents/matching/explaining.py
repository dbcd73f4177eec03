"""Why two accounts are one incident or two: the evidence of every step for one pair.

A person who is asked to believe a match may ask for this page and follow it by
hand: which blocks brought the two together, what each comparison saw and in
which level it fell, how many points that was, what a person said, where
clustering put them, and what would have to be otherwise.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from untold.codebook.errors import UnknownAccount
from untold.incidents.matching.blocking import PASSES, block
from untold.incidents.matching.matcher import Match
from untold.incidents.matching.rule import Comparison, rule
from untold.incidents.matching.similarity import explained_sql

_WHY = {
    "ambiguous": "one of the two fits another account as well, which cannot be of one incident with the other",
    "one_source": "a surer pair joined first, and its incident already has an account of that source",
    "answered": "the incident has another statement of that source already",
    "apart": "the incidents they were in hold accounts that the rule keeps apart",
    "thin": "the incidents they were in have too few points in common, taken together",
    "judged": "a person called two accounts of these incidents different",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison of the pair: the values it saw, the level they fell in, its points and the limit."""

    comparison: str
    values: dict[str, Any]
    level: str
    points: int
    is_apart: bool
    limit: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The evidence for and against one pair, step by step.

    `blocked_by` are the kinds of blocks that the two share; `verdict` is the
    rule's; `judged` a person's, or null; `joined` whether they came into one
    incident; `reasons` what clustering, or the lack of a step, had to say;
    `otherwise` what would have to differ.
    """

    a: str
    b: str
    blocked_by: tuple[str, ...]
    compared: tuple[Compared, ...]
    score: int
    needed: int
    verdict: str
    judged: str | None
    joined: bool
    reasons: tuple[str, ...]
    otherwise: tuple[str, ...]


def explain_pair(match: Match, one: str, other: str) -> Explanation:
    """Return the evidence of every step for two accounts; raises `UnknownAccount` for an id that is not there."""
    a, b = (one, other) if one < other else (other, one)
    numbers = (_number(match, a), _number(match, b))
    blocked = _blocked_by(match, *numbers)
    row = _row(match, numbers, blocked)
    compared = tuple(_compared(each, row) for each in rule(match.settings))
    judged = match.judged.get((a, b))
    joined = bool(match.clustering.label[numbers[0]] == match.clustering.label[numbers[1]])
    return Explanation(
        a,
        b,
        blocked,
        compared,
        row["score"],
        match.settings.decision.link,
        row["verdict"],
        judged,
        joined,
        _reasons(match, numbers, row["verdict"], joined=joined, blocked=bool(blocked)),
        _otherwise(match, compared, row, joined=joined, stated=_holds_a_statement(match, numbers)),
    )


def _number(match: Match, account: str) -> int:
    found: int = match.traits.table["id"].index(account).as_py()
    if found < 0:
        raise UnknownAccount(account)
    return found


def _blocked_by(match: Match, a: int, b: int) -> tuple[str, ...]:
    """Return the kinds of blocks in which one of the two asks and the other lies."""
    both = pa.array([a, b], pa.int32())
    codes = match.traits.codes
    table = match.traits.table.take(both)
    own = codes.filter(pc.is_in(codes["n"], both))
    own = own.set_column(0, "n", pc.index_in(own["n"], both))
    blocking = block(table, own, match.settings)
    homes, probes = (
        {*zip(*(side[name].to_pylist() for name in ("key", "pass", "n")), strict=True)}
        for side in (blocking.homes, blocking.probes)
    )
    shared = {step for key, step, n in probes if (key, step, 1 - n) in homes}
    return tuple(PASSES[step] for step in sorted(shared))


def _row(match: Match, numbers: tuple[int, int], blocked: tuple[str, ...]) -> dict[str, Any]:
    a, b = numbers
    pair = {"a": a, "b": b, "by_code": int("code" in blocked), "by_copy": int("copy" in blocked)}
    with duckdb.connect() as engine:
        engine.register("traits", match.traits.table.take(pa.array([a, b])))
        engine.register("meetings", match.traits.meetings)
        engine.register("pairs", pa.Table.from_pylist([pair]))
        (row,) = engine.sql(explained_sql(match.settings)).to_arrow_table().to_pylist()
    found: dict[str, Any] = row
    return found


def _compared(comparison: Comparison, row: dict[str, Any]) -> Compared:
    level = comparison.levels[row[f"{comparison.name}_level"]]
    values = {name: row[name] for name in comparison.values}
    return Compared(comparison.name, values, level.name, level.points, level.is_apart, comparison.limit)


def _reasons(match: Match, numbers: tuple[int, int], verdict: str, *, joined: bool, blocked: bool) -> tuple[str, ...]:
    a, b = numbers
    why = [_WHY[each.why] for each in match.clustering.unjoined if (each.a, each.b) == (a, b)]
    if _holds_a_statement(match, numbers):
        return (*why, "a statement enters the incident that it answers, and is compared with no account")
    if not blocked:
        why.append("no block brings them together, so no match compares them")
    if joined and verdict != "link":
        why.append("they are in one incident through other accounts or a person's judgement")
    return tuple(why)


def _holds_a_statement(match: Match, numbers: tuple[int, int]) -> bool:
    return any(match.traits.table["is_answer"][each].as_py() == 1 for each in numbers)


def _otherwise(
    match: Match, compared: tuple[Compared, ...], row: dict[str, Any], *, joined: bool, stated: bool
) -> tuple[str, ...]:
    """Return what would have to differ for the pair to stand the other way."""
    needed = match.settings.decision.link
    if stated:
        return ("another code, day or place in the statement, or a person's judgement",)
    if joined and row["by_story"] + row["by_copy"]:
        return ("another text, a comparison that keeps them apart, or a person's judgement 'different'",)
    if joined:
        return (f"fewer than {needed} points, a comparison that keeps them apart, or a person's judgement 'different'",)
    found = [f"{each.comparison}: within {each.limit}" for each in compared if each.is_apart]
    if row["one_source"] == 1 and row["one_entry"] == 0:
        found.append("one source's two accounts are joined by a person's judgement 'same' alone")
    if row["score"] < needed:
        found.append(f"{needed - row['score']} more points")
    unknown = [each.comparison for each in compared if each.level == "unknown" and each.comparison in {"date", "place"}]
    found += [f"a {name} in both accounts" for name in unknown]
    return tuple(found)
