"""The scales of a chart: round numbers up the side, and days along the foot."""

from dataclasses import dataclass
from datetime import date

_TICKS = 4  # lines across the plot, the foot among them
_LABELS = 6  # days named along the foot, which a narrow screen still holds
_STEPS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


@dataclass(frozen=True, slots=True)
class Scale:
    """From the values of an axis to shares of its length, 0 at its start and 1 at its end."""

    first: float
    last: float

    def share(self, value: float) -> float:
        """Return where on the axis a value lies."""
        return (value - self.first) / (self.last - self.first)


def heights(largest: int) -> tuple[int, ...]:
    """Return round numbers from 0 up to one that is no less than the largest.

    >>> heights(73419), heights(66), heights(0)
    ((0, 20000, 40000, 60000, 80000), (0, 20, 40, 60, 80), (0, 1))
    """
    if largest <= 0:
        return 0, 1
    power = 10 ** max(len(str(largest)) - 2, 0)
    steps = [step * power * scale for scale in (1, 10) for step in _STEPS]
    step = next(each for each in steps if each * _TICKS >= largest)
    return tuple(range(0, step * (-(-largest // step)) + 1, step))


def months(first: date, last: date) -> tuple[date, ...]:
    """Return first days of months within some days, so few that each can be named.

    >>> [each.isoformat() for each in months(date(2023, 10, 7), date(2026, 8, 22))]
    ['2024-01-01', '2025-01-01', '2026-01-01']
    """
    starts = [each for each in _firsts(first, last) if first <= each <= last]
    for every in _MONTHS:
        kept = tuple(each for each in starts if (each.year * 12 + each.month - 1) % every == 0)
        if len(kept) <= _LABELS - 1:
            return kept
    return ()


def _firsts(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]
