"""Which numbers of reports are set side by side: pairs of different voices on one harm.

A long article holds more pairs than anybody can read, and a thousand articles
more than any machine should judge. Pairs that may be compared are kept;
refused ones are kept where a reader would be tempted, within one report; the
rest is counted.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

from untold.claims.claim import Claim
from untold.tallies.comparison.candidates import allowed_pairs, number_of_pairs, refused_pairs
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.judging import with_nearest
from untold.tallies.comparison.places import place_names
from untold.tallies.comparison.record import Comparison, Item, Pair, SharedScope
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.comparison.voices import are_two, voice_of
from untold.tallies.standing import is_countable

# A screen of refusals is as many as anybody reads; the rest is counted in `left_out`.
_MOST_REFUSALS = 24
# Reports on one place are compared pairwise; above this many claims a tally is the tool, not a list of pairs.
_MOST_CLAIMS_PER_PLACE = 60
# All pairs of sixty claims are kept; after so many in all, one of each harm and place says that there are more.
_MOST_ALLOWED = 1_800
_MOST_IN_ALL = 4_000
_FEWEST_ALLOWED = 1


def compare(claims: Iterable[Claim]) -> tuple[Comparison, ...]:
    """Return the numbers of different sources for each harm, each pair with its verdict.

    Within a report all pairs are looked at; across reports those that speak of
    the same places. Restatements, and hypothetical, denied, retracted or
    rejected claims take no part; claims about children, women or men are only
    set beside their like.
    """
    standing = [figure_of_claim(claim) for claim in claims if is_countable(claim) and claim.restates is None]
    within = _grouped(standing, lambda each: (each.report, each.scope.harm, each.scope.demographic))
    across = _grouped(
        [figure for figure in standing if figure.scope.places],
        lambda each: (place_names(each.scope.places), each.scope.harm, each.scope.demographic),
    )
    made: list[Comparison] = []
    listed = 0
    for figures, is_across in (*((own, False) for own in within), *((own, True) for own in across)):
        most = _MOST_ALLOWED if listed < _MOST_IN_ALL else _FEWEST_ALLOWED
        comparison = _across(figures[:_MOST_CLAIMS_PER_PLACE], most) if is_across else _within(figures, most)
        if comparison is not None:
            made.append(comparison)
            listed += len(comparison.pairs)
    return tuple(made)


def _grouped(figures: Iterable[Figure], subject: Callable[[Figure], Hashable]) -> list[list[Figure]]:
    groups: dict[Hashable, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(subject(figure), []).append(figure)
    return [group for group in groups.values() if len(group) > 1]


def _within(figures: Sequence[Figure], most: int) -> Comparison | None:
    """Return the comparison of one report's figures: what may be compared, then the first that may not."""
    number = number_of_pairs(figures)
    if not number:
        return None
    allowed = allowed_pairs(figures, most)
    by_id = {figure.id: figure for figure in figures}
    refused = with_nearest(refused_pairs(figures, _MOST_REFUSALS), allowed, by_id)
    return _comparison(figures, (*allowed, *refused), number)


def _across(figures: Sequence[Figure], most: int) -> Comparison | None:
    """Return the comparison of several reports' figures: only what may be compared."""
    if len({figure.report for figure in figures}) <= 1:
        return None
    allowed = allowed_pairs(figures, most, _are_of_two_reports)
    return _comparison(figures, tuple(allowed), number_of_pairs(figures, is_across=True)) if allowed else None


def _are_of_two_reports(one: Figure, other: Figure) -> bool:
    return one.report != other.report and are_two(one, other)


def _comparison(figures: Sequence[Figure], kept: Sequence[Pair], number: int) -> Comparison | None:
    if not kept:
        return None
    shown = {name for pair in kept for name in (pair.a, pair.b)}
    items = [figure for figure in figures if figure.id in shown]
    return Comparison(_shared_scope(items), tuple(map(_item, items)), tuple(kept), number - len(kept))


def _item(figure: Figure) -> Item:
    return Item(figure.source, figure.id, figure.low, figure.high)


def _shared_scope(figures: Sequence[Figure]) -> SharedScope:
    first = figures[0].scope
    scopes = [figure.scope for figure in figures]
    actors = {tuple(each.name for each in scope.actors) for scope in scopes}
    places = {place_names(scope.places) for scope in scopes}
    windows = {scope.period for scope in scopes}
    statuses = {scope.status for scope in scopes}
    return SharedScope(
        actors=actors.pop() or None if len(actors) == 1 else None,
        places=tuple(place.name for place in first.places) or None if len(places) == 1 else None,
        window=windows.pop() if len(windows) == 1 else None,
        harm=first.harm,
        status=statuses.pop() if len(statuses) == 1 else None,
        demographic=first.demographic,
        sources=tuple(dict.fromkeys(voice_of(figure) for figure in figures)),
    )
