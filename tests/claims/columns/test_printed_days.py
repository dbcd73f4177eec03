"""Days as lists print them, in the order that the list keeps."""

import pytest

from untold.claims.columns.printed_days import printed_day
from untold.codebook.errors import UnknownWording


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2010-04-03", "2010-04-03"),
        ("2010-04-03 00:00:00", "2010-04-03"),
        ("2010-04-03T00:00:00Z", "2010-04-03"),
        ("03/04/2010", "2010-04-03"),
        ("3.4.2010", "2010-04-03"),
        ("03/04/10", "2010-04-03"),
        ("3-Apr-10", "2010-04-03"),
        ("3 Apr 2010", "2010-04-03"),
        ("3rd April 2010", "2010-04-03"),
        ("April 3, 2010", "2010-04-03"),
        ("Sept. 3, 2010", "2010-09-03"),
        ("20100403", "2010-04-03"),
        ("Apr 2010", "2010-04"),
        ("2010-04", "2010-04"),
        ("2010", "2010"),
    ],
)
def test_a_day_is_read_as_exactly_as_it_is_printed(words: str, day: str) -> None:
    assert printed_day(words, "day_first") == day


def test_the_order_is_the_lists_own() -> None:
    assert printed_day("03/04/2010", "month_first") == "2010-03-04"


def test_an_empty_cell_has_no_day() -> None:
    assert printed_day("  ", "day_first") is None


@pytest.mark.parametrize("words", ["31/02/2010", "13/13/2010", "2010-13", "soon", "3 Foo 2010", "12", "Unknown"])
def test_what_no_calendar_has_is_refused(words: str) -> None:
    with pytest.raises(UnknownWording, match="day"):
        printed_day(words, "day_first")


def test_a_day_is_never_turned_to_make_it_fit() -> None:
    with pytest.raises(UnknownWording):
        printed_day("17/06/2004", "month_first")
