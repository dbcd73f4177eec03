"""Dates in a sentence, resolved by the day of publication, a Wednesday in March 2016."""

import pytest

from tests.claims.reading.asking import claim_at


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("on 3 January 1990", "1990-01-03"),
        ("on July 1, 2015", "2015-07-01"),
        ("on 1 July 2015", "2015-07-01"),
        ("on March 14", "2016-03-14"),
        ("on 14 March", "2016-03-14"),
        ("on 24 March", "2015-03-24"),
        ("on December 24", "2015-12-24"),
        ("on Tuesday", "2016-03-22"),
        ("on Thursday", "2016-03-17"),
        ("on Wednesday", "2016-03-23"),
        ("today", "2016-03-23"),
        ("yesterday", "2016-03-22"),
        ("last night", "2016-03-22"),
        ("late on Monday", "2016-03-21"),
        ("on Monday evening", "2016-03-21"),
    ],
)
def test_a_day_is_the_nearest_one_before_publication(when: str, day: str) -> None:
    period = claim_at(f"Shelling killed 12 civilians in Homs {when}.", "12").period

    assert (period.start, period.end, period.precision) == (day, day, "day")


@pytest.mark.parametrize("when", ["on Tuesday", "on 14 March", "yesterday", "last night"])
def test_without_a_day_of_publication_a_day_stays_open_and_keeps_its_words(when: str) -> None:
    period = claim_at(f"Shelling killed 12 civilians in Homs {when}.", "12", published=None).period

    assert (period.start, period.end) == (None, None)
    assert period.words is not None
    assert period.words in when


def test_a_full_date_needs_no_day_of_publication() -> None:
    period = claim_at("Shelling killed 12 civilians in Homs on 14 March 2015.", "12", published=None).period

    assert (period.start, period.end) == ("2015-03-14", "2015-03-14")


def test_a_day_is_never_after_publication() -> None:
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        period = claim_at(f"Shelling killed 12 civilians in Homs on {day}.", "12").period

        assert period.end is not None
        assert "2016-03-17" <= period.end <= "2016-03-23"


def test_a_day_that_the_calendar_does_not_have_is_no_date() -> None:
    claim = claim_at("Shelling killed 12 civilians in Homs on 31 February 2016.", "12")

    assert claim.period.start != "2016-02-31"
