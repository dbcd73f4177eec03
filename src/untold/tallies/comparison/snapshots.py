"""Running totals as series: of one voice's snapshots the latest stands, and the earlier ones are its history.

A monitor that said 225 in October and 380 in March said one number twice, and
the later holds the earlier. Both in one comparison would be two voices, and
both in one sum the same people counted again.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from untold.codebook.folding import name_key
from untold.tallies.comparison.figure import Earlier, Figure
from untold.tallies.comparison.places import spots
from untold.tallies.comparison.scopes import actors_of
from untold.tallies.comparison.voices import voice_of
from untold.tallies.windows import last_day

_MONTH = len("2014-09")


@dataclass(frozen=True, slots=True)
class Latest:
    """The figures that stand on a day, each with its history, and how many are of after that day."""

    standing: tuple[Figure, ...]
    later: int


def latest(figures: Iterable[Figure], day: str) -> Latest:
    """Return the figures that stand on `day` (an ISO date), in their order.

    Of the running totals of one voice on one scope, and of what it said of one
    window, only the latest stands; several numbers of one day all stand, since
    nothing says which is meant. One without a day gives way to those that have
    one; among themselves the report that came in last has the word.
    """
    every = list(figures)
    in_time = [figure for figure in every if not _is_later(figure, day)]
    stands: dict[str, Figure] = {}
    for series in _grouped(in_time, _series).values():
        stands.update((figure.id, figure) for figure in _latest_of(series))
    ordered = tuple(stands[figure.id] for figure in in_time if figure.id in stands)
    return Latest(ordered, len(every) - len(in_time))


def _is_later(figure: Figure, day: str) -> bool:
    """Return whether a running total counts beyond the day, or may; one without a day may stand for any."""
    return figure.scope.extent == "cumulative" and figure.as_of is not None and last_day(figure.as_of) > day


def _series(figure: Figure) -> Hashable:
    """Return what two snapshots of one series share; a time that comes to no days is a series of its own."""
    scope = figure.scope
    time = _time(figure)
    if scope.extent not in {"cumulative", "period"} or time is None:
        return figure.id
    affiliation = scope.affiliation and (scope.affiliation.id or name_key(scope.affiliation.name))
    people = (scope.unit, scope.harm, scope.status, scope.demographic, affiliation)
    return voice_of(figure), figure.adjective, scope.extent, people, spots(scope.places), actors_of(scope), time


def _time(figure: Figure) -> Hashable:
    """Return since when a running total counts, to the month, or the window of a period; null for an undated period."""
    window = figure.scope.window
    if figure.scope.extent == "cumulative":
        return ("since", window.start[:_MONTH] if window is not None and window.start else None)
    return None if window is None else (window.start, window.end)


def _latest_of(series: Sequence[Figure]) -> list[Figure]:
    if len(series) == 1:
        return list(series)
    last = max(series, key=lambda figure: figure.as_of or "")
    newest = [figure for figure in series if figure.as_of == last.as_of]
    if last.as_of is None:
        newest = [figure for figure in newest if figure.report == newest[-1].report]
    standing = list({figure.count: figure for figure in reversed(newest)}.values())[::-1]
    stands = {figure.id for figure in standing}
    history = tuple(_earlier(figure) for figure in _in_time(series) if figure.id not in stands)
    return [replace(figure, history=history) for figure in standing]


def _in_time(series: Sequence[Figure]) -> list[Figure]:
    return sorted(series, key=lambda figure: figure.as_of or "")


def _earlier(figure: Figure) -> Earlier:
    return Earlier(figure.claim or figure.id, figure.as_of, figure.low, figure.high)


def _grouped(figures: Iterable[Figure], key: Callable[[Figure], Hashable]) -> dict[Hashable, list[Figure]]:
    groups: dict[Hashable, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(key(figure), []).append(figure)
    return groups
