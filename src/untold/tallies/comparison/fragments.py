"""Counts of a far shorter time than was asked for: parts of a total, which no total is set beside.

A source that prints a running total every day prints what came in on that day
beside it. Both are about the same war, and a thousand counts of single days
would bury the few numbers that answer the question.
"""

from collections.abc import Sequence

from untold.tallies.comparison.figure import Figure
from untold.tallies.tally import Window
from untold.tallies.windows import length_in_days

# Ours: a count of less than a quarter of the time is no total of it; a year within two years stays in view.
_LEAST_SHARE = 4


def fragments(figures: Sequence[Figure], asked: Window) -> frozenset[str]:
    """Return the ids of counts of a window that is less than a quarter of what was asked for.

    A question that is open at its start is taken to be as long as the longest
    window that anybody counts; where nobody's has both ends there is no fragment.
    """
    lengths = {figure.id: _length(figure) for figure in figures}
    whole = _days(asked) or max((length for length in lengths.values() if length is not None), default=None)
    if whole is None:
        return frozenset()
    periods = [figure.id for figure in figures if figure.scope.extent == "period"]
    return frozenset(
        each for each in periods if (length := lengths[each]) is not None and length * _LEAST_SHARE < whole
    )


def _length(figure: Figure) -> float | None:
    """Return about how many days a figure counts: of its window, else as its words have it; hours are within a day."""
    duration = figure.scope.period.duration
    days = _days(figure.scope.window) or length_in_days(duration)
    return 1 if days is None and duration is not None and duration.startswith("PT") else days


def _days(window: Window | None) -> float | None:
    """Return about how many days a window has, or null where an end is open: enough to tell a day from a year."""
    if window is None or window.start is None or window.end is None:
        return None
    return _ordinal(window.end) - _ordinal(window.start) + 1


def _ordinal(day: str) -> int:
    year, month, rest = int(day[:4]), int(day[5:7] or 1), int(day[8:10] or 1)
    return round(year * 365.25 + month * 30.44) + rest
