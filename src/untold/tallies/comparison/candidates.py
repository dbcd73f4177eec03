"""The pairs of a crowd of figures that may be compared, found without judging every pair.

Ten thousand numbers make fifty million pairs, nearly all of them refused for a
field that can be looked up: another place, other people. So figures are sorted
by the fields in which any difference refuses, and only those that agree there
are laid beside each other.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import combinations, islice

from untold.codebook.folding import name_key
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.judging import pair_of
from untold.tallies.comparison.places import place_names
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.scopes import actors_of, are_same_hands
from untold.tallies.comparison.voices import are_two, voice_of
from untold.tallies.windows import EARLIEST, LATEST

# Pairs looked at in one group, which are all of 280 figures': more than any article has. The rest is counted.
_MOST_LOOKED_AT = 40_000
_MOST_JUDGED = 4_000
Wanted = Callable[[Figure, Figure], bool]


def allowed_pairs(figures: Sequence[Figure], most: int, wanted: Wanted = are_two) -> list[Pair]:
    """Return the first pairs, in the order of the figures, that are wanted and may be compared."""
    looked_at = (pair for pair in _alike(figures) if wanted(*pair))
    judged = (pair_of(one, other) for one, other in islice(looked_at, _MOST_JUDGED))
    return list(islice((pair for pair in judged if pair.verdict != "not_comparable"), most))


def refused_pairs(figures: Sequence[Figure], most: int, wanted: Wanted = are_two) -> list[Pair]:
    """Return the first pairs, in the order of the figures, that are wanted and may not be compared."""
    looked_at = islice(combinations(figures, 2), _MOST_LOOKED_AT) if most else ()
    judged = (pair_of(one, other) for one, other in islice((pair for pair in looked_at if wanted(*pair)), _MOST_JUDGED))
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
    """Yield pairs, in order, that no field of those that can be looked up refuses.

    They are all of them, unless they are so many that the first will do.
    """
    groups: dict[Hashable, list[int]] = {}
    for at, figure in enumerate(figures):
        groups.setdefault(_fields(figure), []).append(at)
    met = list(islice(_meeting(figures, groups.values()), _MOST_LOOKED_AT + 1))
    pairs = sorted(met) if len(met) <= _MOST_LOOKED_AT else islice(_in_order(groups.values()), _MOST_LOOKED_AT)
    for one, other in pairs:
        if _may_be_one_count(figures[one], figures[other]):
            yield figures[one], figures[other]


def _in_order(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs within groups in the order of their first, then of their second."""
    return merge(*(combinations(group, 2) for group in groups))


def _meeting(figures: Sequence[Figure], groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs within groups whose windows meet, or of which one comes to no days."""
    for group in groups:
        undated = {at for at in group if figures[at].scope.window is None}
        yield from _overlapping([(*_days(figures[at]), at) for at in group if at not in undated])
        others = ((at, other) for at in undated for other in group if at < other or other not in undated)
        yield from ((min(pair), max(pair)) for pair in others)


def _overlapping(dated: list[tuple[str, str, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of windows (first day, last day, place) of which the later starts before the other has ended."""
    dated.sort()
    for n, (_, end, at) in enumerate(dated):
        for start, _, later in islice(dated, n + 1, None):
            if start > end:
                break
            yield min(at, later), max(at, later)


def _days(figure: Figure) -> tuple[str, str]:
    window = figure.scope.window
    return (window and window.start) or EARLIEST, (window and window.end) or LATEST


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


def _may_be_one_count(one: Figure, other: Figure) -> bool:
    """Return whether both are by the same hands, as far as both say by whom."""
    ours, theirs = actors_of(one.scope), actors_of(other.scope)
    if not ours or not theirs:
        return True
    return are_same_hands(ours, theirs, is_incident=one.scope.extent == other.scope.extent == "incident")
