"""Counts of a far shorter time than was asked for stand beside no total of it."""

from dataclasses import replace

import pytest

from tests.tallies.comparison.records import reported
from untold.claims.claim import Period
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.fragments import fragments
from untold.tallies.tally import Window

TWO_YEARS = Window("2014-01-01", "2015-12-31")
OPEN = Window(None, "2015-12-31")


def counted(start: str | None, end: str | None, duration: str | None = None, scope: str = "period") -> Figure:
    return reported(scope=scope, period=Period(start, end, duration))


@pytest.mark.parametrize(
    ("figure", "short"),
    [
        (counted("2015-03-01", "2015-03-01"), True),
        (counted("2015-03", "2015-03"), True),
        (counted("2015", "2015"), False),
        (counted(None, None, "P1D"), True),
        (counted(None, None, "PT24H"), True),
        (counted(None, None, "P18M"), False),
        (counted(None, None), False),
        (counted("2015-12-01", None, scope="cumulative"), False),
    ],
)
def test_less_than_a_quarter_of_the_time_is_a_fragment_and_a_running_total_is_none(figure: Figure, short: bool) -> None:  # noqa: FBT001
    assert bool(fragments([figure], TWO_YEARS)) is short


def test_an_open_question_is_as_long_as_the_longest_count() -> None:
    day, total = counted("2015-03-01", "2015-03-01"), counted("2014-01-01", "2015-12-31", scope="cumulative")

    assert fragments([day], OPEN) == frozenset()
    assert fragments([day, replace(total, id="total")], OPEN) == {day.id}
