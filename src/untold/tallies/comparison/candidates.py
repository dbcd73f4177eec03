"""The pairs of a crowd of figures that may be compared, found without judging every pair.

Ten thousand numbers make fifty million pairs, nearly all of them refused for a
field that can be looked up: another place, other people. So figures are sorted
by the fields in which any difference refuses, and only those that agree there
are laid beside each other.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, islice

from untold.codebook.folding import name_key
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.judging import pair_of
from untold.tallies.comparison.places import place_names
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.voices import are_two, voice_of

# Pairs looked at in one group: all of 400 figures', which no article comes near; the rest is counted.
_MOST_LOOKED_AT = 80_000
Wanted = Callable[[Figure, Figure], bool]


def allowed_pairs(figures: Sequence[Figure], most: int, wanted: Wanted = are_two) -> list[Pair]:
    """Return the first pairs, in the order of the figures, that are wanted and may be compared."""
    looked_at = islice(_alike(figures), _MOST_LOOKED_AT)
    judged = (pair_of(one, other) for one, other in looked_at if wanted(one, other))
    return list(islice((pair for pair in judged if pair.verdict != "not_comparable"), most))


def refused_pairs(figures: Sequence[Figure], most: int, wanted: Wanted = are_two) -> list[Pair]:
    """Return the first pairs, in the order of the figures, that are wanted and may not be compared."""
    looked_at = islice(combinations(figures, 2), _MOST_LOOKED_AT) if most else ()
    judged = (pair_of(one, other) for one, other in looked_at if wanted(one, other))
    return list(islice((pair for pair in judged if pair.verdict == "not_comparable"), most))


def number_of_pairs(figures: Sequence[Figure], *, is_across: bool = False) -> int:
    """Return how many pairs of two voices there are, none of them one sentence copied; with `is_across` of two reports.

    They are counted by groups, and not one by one.
    """
    if not is_across and len({figure.report for figure in figures}) <= 1:
        return _apart(figures, voice_of)
    sentences: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.is_sentence and figure.passage is not None:
            sentences.setdefault(figure.passage.text, []).append(figure)
    copied = sum(_apart(group, voice_of, _report_of) for group in sentences.values())
    return (_apart(figures, voice_of, _report_of) if is_across else _apart(figures, voice_of)) - copied


def _apart(figures: Sequence[Figure], *by: Callable[[Figure], Hashable]) -> int:
    """Return how many pairs differ in each of one or two keys."""
    total = _pairs_in(len(figures)) - sum(_agreeing(figures, key) for key in by)
    return total + (_agreeing(figures, lambda figure: tuple(key(figure) for key in by)) if len(by) > 1 else 0)


def _agreeing(figures: Iterable[Figure], key: Callable[[Figure], Hashable]) -> int:
    return sum(map(_pairs_in, Counter(map(key, figures)).values()))


def _pairs_in(number: int) -> int:
    return number * (number - 1) // 2


def _report_of(figure: Figure) -> str | None:
    return figure.report


def _alike(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs, in order, that no field of those that can be looked up refuses."""
    places: dict[Hashable, list[int]] = {}
    keys = [_fields(figure) for figure in figures]
    for at, key in enumerate(keys):
        places.setdefault(key, []).append(at)
    for at, key in enumerate(keys):
        own = places[key]
        for later in islice(own, bisect_right(own, at), None):
            if not _are_apart(figures[at], figures[later]):
                yield figures[at], figures[later]


def _fields(figure: Figure) -> Hashable:
    """Return the fields of a scope in which any difference refuses; "not stated" and "mixed" are no difference."""
    scope = figure.scope
    return (
        scope.unit,
        scope.harm,
        "" if scope.status in {None, "unknown"} else scope.status,
        scope.demographic,
        scope.affiliation and (scope.affiliation.id or name_key(scope.affiliation.name)),
        "places" in scope.unbounded or place_names(scope.places),
        scope.extent == "incident",
    )


def _are_apart(one: Figure, other: Figure) -> bool:
    ours, theirs = one.scope.window, other.scope.window
    if ours is None or theirs is None:
        return False
    return _ends_before(ours.end, theirs.start) or _ends_before(theirs.end, ours.start)


def _ends_before(end: str | None, start: str | None) -> bool:
    return end is not None and start is not None and end < start
