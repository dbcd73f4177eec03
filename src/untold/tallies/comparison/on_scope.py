"""The comparison on one scope: what the record adds up to, what sources claim and what is conceded, side by side.

This is the page that the news never prints: one monitor's total, the other's,
the belligerent's, and the sum of every incident that is known, each with its
scope, and of each pair whether it says anything.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from untold.claims.claim import CELLS_READER, Claim
from untold.codebook.counts import Count
from untold.tallies.comparison.bearing import bearing, stands
from untold.tallies.comparison.computing import Counted, computed, on_own_scopes
from untold.tallies.comparison.documented import scope_of_question
from untold.tallies.comparison.figure import Adjective, Figure, LeftAside, ScopeComparison
from untold.tallies.comparison.fragments import fragments
from untold.tallies.comparison.judging import number_of, pair_of, with_nearest
from untold.tallies.comparison.record import Pair, Verdict
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.comparison.snapshots import latest
from untold.tallies.comparison.voices import are_two
from untold.tallies.standing import is_countable
from untold.tallies.tally import TallyScope

# A page holds this many numbers; those behind them stand further from what was asked, and are counted.
_MOST_ITEMS = 40
_MOST_REFUSALS = 60
_NEARNESS: Mapping[Verdict, int] = {"comparable": 0, "with_caveat": 1, "not_comparable": 2}
_ORDER: Mapping[Adjective, int] = {"documented": 0, "conceded": 1, "reported": 2, "estimated": 3}


def compare_on_scope(
    asked: TallyScope,
    claims: Iterable[Claim],
    *,
    as_of: str,
    published: Mapping[str, str | None] | None = None,
    counted: Counted | None = None,
) -> ScopeComparison:
    """Return the numbers of all voices on the scope that was asked for, each pair with its verdict.

    `published` holds, by report, the ISO prefix of its publication; `as_of` is
    the day on which the record is as counted. Claims of single incidents take
    no part: they are in the tallies. Of a running total the latest snapshot
    before the window's last day stands.
    """
    days = published or {}
    totals = [claim for claim in claims if _is_total(claim)]
    told = [figure_of_claim(claim, days.get(claim.report)) for claim in totals if _may_bear(claim, asked)]
    once = _told_once(told)
    current = latest(once, asked.window.end or as_of)
    question = _question(asked)
    bear = list(bearing(current.standing, question))
    short = fragments([figure for figure, _ in bear], asked.window)
    near = [each for each in bear if each[0].id not in short]
    sums = [] if counted is None else computed(asked, counted)
    ordered = sorted([*((figure, figure.verdict) for figure in sums), *near], key=_rank)
    listed = [figure if figure in sums else stands(figure, question) for figure, _ in ordered[:_MOST_ITEMS]]
    if counted is not None:
        listed = _with_own_scopes(listed, on_own_scopes(listed, asked, counted), question)
    pairs, left_out = _pairs(listed)
    aside = LeftAside(
        other_scope=len(totals) - len(told) + len(current.standing) - len(bear),
        later=current.later,
        shorter=len(short),
        copies=len(told) - len(once),
        beyond=max(len(ordered) - _MOST_ITEMS, 0),
    )
    return ScopeComparison(asked, as_of, tuple(listed), pairs, left_out, aside)


def _with_own_scopes(listed: Sequence[Figure], own: Iterable[Figure], question: Figure) -> list[Figure]:
    """Return the figures, each followed by the tally on its own scope where there is one."""
    under = {figure.of: stands(figure, question) for figure in own}
    return [each for figure in listed for each in (figure, under.get(figure.id)) if each is not None]


def _question(asked: TallyScope) -> Figure:
    """Return what was asked for as a figure without a number, so that the same rules judge what bears on it."""
    return Figure("asked", None, "documented", None, None, Count.vague(), scope_of_question(asked))


def _is_total(claim: Claim) -> bool:
    # A row for a day on which nothing was reported repeats an earlier report, and is no snapshot of its own.
    is_repeated = claim.reader == CELLS_READER and claim.period.basis == "carried"
    return claim.scope != "incident" and claim.restates is None and not is_repeated and is_countable(claim)


def _may_bear(claim: Claim, asked: TallyScope) -> bool:
    """Return whether a claim can bear on a scope at all: told before it is looked at closely, for there are many."""
    if (claim.harm, claim.demographic) != (asked.harm, asked.demographic) or claim.affiliation is not None:
        return False
    parties = (claim.claimant, claim.medium)
    return not asked.sources or any(each is not None and (each.id or each.name) in asked.sources for each in parties)


def _told_once(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without sentences that another report printed before, word for word."""
    first: dict[object, Figure] = {}
    for figure in figures:
        key = _words(figure)
        known = first.get(key)
        if known is None or (figure.as_of or "9") < (known.as_of or "9"):
            first[key] = figure
    return [figure for figure in figures if _is_first(figure, first[_words(figure)])]


def _words(figure: Figure) -> object:
    if not figure.is_sentence or figure.passage is None:
        return figure.id
    return figure.passage.text, figure.count, figure.scope.status


def _is_first(figure: Figure, first: Figure) -> bool:
    return figure is first or figure.report == first.report


def _rank(found: tuple[Figure, Verdict]) -> tuple[int, int, bool, int, str]:
    figure, verdict = found
    return _NEARNESS[verdict], _ORDER[figure.adjective], figure.source is not None, -(number_of(figure) or 0), figure.id


def _pairs(listed: Sequence[Figure]) -> tuple[tuple[Pair, ...], int]:
    """Return the pairs of what is listed, what may be compared first, and how many refused ones are not listed."""
    judged = [pair_of(one, other) for one, other in combinations(listed, 2) if _says_something(one, other)]
    allowed = sorted((each for each in judged if each.verdict != "not_comparable"), key=_verdict)
    refused = [each for each in judged if each.verdict == "not_comparable"]
    by_id = {figure.id: figure for figure in listed}
    shown = sorted(with_nearest(refused, allowed, by_id), key=lambda pair: pair.nearest is None)[:_MOST_REFUSALS]
    return (*allowed, *shown), len(refused) - len(shown)


def _verdict(pair: Pair) -> int:
    return _NEARNESS[pair.verdict]


def _says_something(one: Figure, other: Figure) -> bool:
    """Return whether a pair says anything: a tally on a claim's own scope stands beside that claim alone.

    All sources together are not set beside one of them, which is within.
    """
    if one.of is not None or other.of is not None:
        return one.of == other.id or other.of == one.id
    if number_of(one) is None or number_of(other) is None:
        return False
    if one.adjective == other.adjective == "documented" and None in {one.source, other.source}:
        return False
    return are_two(one, other)
