"""How two windows of time stand to each other."""

import pytest

from tests.tallies.writing import Draft
from untold.claims.claim import Claim, Period, Scope
from untold.tallies.windows import Relation, relation


def claim(period: Period, scope: Scope = "period", report: str = "00aa") -> Claim:
    return Draft("12 dead", report=report).claim("12 dead", 12, period=period, scope=scope)


def dated(start: str | None, end: str | None) -> Period:
    return Period(start=start, end=end, basis="stated")


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        (("2015", "2015"), ("2015-01-01", "2015-12-31"), "same"),
        (("2015-02", "2015-02"), ("2015-02-01", "2015-02-28"), "same"),
        (("2016-02", "2016-02"), ("2016-02-01", "2016-02-29"), "same"),
        (("2015-05", "2015-05"), ("2015", "2015"), "inside"),
        (("2015", "2015"), ("2015-05-03", "2015-05-03"), "around"),
        (("2015-01", "2015-06"), ("2015-06-30", "2015-07"), "overlapping"),
        (("2015-01", "2015-06"), ("2015-07", "2015-08"), "apart"),
        (("2015-01", None), ("2015-07", "2015-08"), "unknown"),
        ((None, "2015-01"), ("2015-07", "2015-08"), "unknown"),
        (("2016", "2015"), ("2015", "2015"), "unknown"),
        ((None, None), (None, None), "unknown"),
    ],
)
def test_dated_windows(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], stands: Relation
) -> None:
    assert relation(claim(dated(*one)), claim(dated(*other))) == stands


def test_a_running_total_is_open_at_its_end() -> None:
    total = claim(dated("2014-09", None), "cumulative")

    assert relation(total, claim(dated("2015", "2015"))) == "around"


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("P18M", "P1Y6M", "same"),
        ("P6M", "P18M", "inside"),
        ("P24M", "P18M", "around"),
        ("P2W", "P10D", "around"),
        ("P", "P18M", "unknown"),
        (None, "P18M", "unknown"),
    ],
)
def test_lengths_before_one_publication_share_their_end(one: str | None, other: str, stands: Relation) -> None:
    ours, theirs = (Period(duration=length, basis="before_publication") for length in (one, other))

    assert relation(claim(ours), claim(theirs)) == stands


def test_lengths_in_two_reports_do_not_share_their_end() -> None:
    length = Period(duration="P18M", basis="before_publication")

    assert relation(claim(length), claim(length, report="11bb")) == "unknown"
