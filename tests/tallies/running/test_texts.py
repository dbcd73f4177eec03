"""A monitor's running totals in its texts: figures of the Syrian Observatory's on the coalition's strikes in Syria.

The figures are the Observatory's own (its reports after 6, 7, 13 and 24 months
of strikes); the wording is ours.
"""

from functools import cache

import pytest

from untold.claims.claim import Claim
from untold.claims.readings import read_report
from untold.codebook.errors import SummedSnapshots
from untold.reports.plain_text import report_from_text
from untold.tallies.bounds import Bounds
from untold.tallies.checks import check
from untold.tallies.running import Series, check_running, findings_in, running_totals, steps

SIX_MONTHS = """\
The Syrian Observatory for Human Rights said that airstrikes of the US-led coalition had killed 1,953 people in Syria
since 23 September 2014. Of the dead, 66 were civilians, among them 10 children and 6 women.

At the foot of its page the Observatory said that coalition airstrikes had killed 70 civilians in Syria since
23 September 2014.
"""
SEVEN_MONTHS = """\
The Syrian Observatory for Human Rights said that airstrikes of the US-led coalition had killed 2,079 people in Syria
since 23 September 2014.
"""
THIRTEEN_MONTHS = """\
The Syrian Observatory for Human Rights said that airstrikes of the US-led coalition had killed 225 civilians in Syria
since 23 September 2014, among them 65 children.
"""
TWO_YEARS = """\
The Syrian Observatory for Human Rights said that airstrikes of the US-led coalition had killed 6,213 people in Syria
since 23 September 2014. Of the dead, 611 were civilians, among them 163 children and 90 women.
"""
TEXTS = {
    "2015-03-23": SIX_MONTHS,
    "2015-04-23": SEVEN_MONTHS,
    "2015-10-23": THIRTEEN_MONTHS,
    "2016-09-23": TWO_YEARS,
}
HEADLINE = (
    "Coalition strikes kill 470 civilians in 2016\n\n"
    "The Syrian Observatory for Human Rights said that coalition airstrikes had killed 467 civilians in Syria in "
    "2016, among them 108 children and 60 women.\n"
)


@cache
def told() -> tuple[tuple[Claim, ...], dict[str, str]]:
    """Return the claims of the texts, and the day of each report."""
    claims: list[Claim] = []
    published: dict[str, str] = {}
    for day, text in TEXTS.items():
        report = report_from_text(text, published=day, language="en")
        claims += read_report(report)
        published[report.id] = day
    return tuple(claims), published


def of(identity: str) -> Series:
    return next(series for series in running_totals(*told()).series if series.id == identity)


def test_the_snapshots_of_a_monitors_texts_are_one_series_by_the_day_of_each() -> None:
    everybody = of("sohr.killed.airstrike")

    assert [(each.day, each.count.stated) for each in everybody.snapshots] == [
        ("2015-03-23", 1953),
        ("2015-04-23", 2079),
        ("2016-09-23", 6213),
    ]
    assert [step.difference for step in steps(everybody)] == [Bounds(126, 126), Bounds(4134, 4134)]


def test_two_numbers_on_one_page_stay_two_and_the_steps_keep_both_bounds() -> None:
    civilians = of("sohr.killed.civilian.airstrike")

    first = civilians.snapshots[0]
    assert (first.is_contradicted, first.count.low, first.count.high) == (True, 66, 70)
    assert [step.difference for step in steps(civilians)] == [Bounds(155, 159), Bounds(386, 386)]


def test_the_two_numbers_are_told_with_their_words() -> None:
    claims, published = told()

    (two,) = [each for each in findings_in(running_totals(claims, published)) if each.rule == "two_totals"]
    assert [passage.text for passage in two.passages] == ["66", "70"]
    of_pages = [each.rule for each in check(claims)]
    of_series = [each.rule for each in check_running(claims, published)]
    assert (of_pages.count("two_numbers"), of_series.count("two_totals")) in {(1, 0), (0, 1)}


def test_a_text_without_a_date_gives_no_snapshot_and_is_named() -> None:
    claims, _ = told()

    found = running_totals(claims)

    assert found.series == ()
    assert {*found.undated} == {claim.id for claim in claims if claim.scope == "cumulative"}


def test_the_observatorys_totals_are_never_added() -> None:
    with pytest.raises(SummedSnapshots):
        sum(of("sohr.killed.airstrike").snapshots)


def test_a_headline_that_its_text_does_not_bear_out_is_told_and_is_no_snapshot() -> None:
    claims = read_report(report_from_text(HEADLINE, published="2017-01-01", language="en"))

    (headline,) = check_running(claims)
    assert (headline.rule, headline.stated, headline.expected, headline.residual) == (
        "total_told_otherwise",
        470,
        467,
        3,
    )
    assert [passage.text for passage in headline.passages] == ["470", "467"]
    assert running_totals(claims, {claims[0].report: "2017-01-01"}).series == ()


def test_a_headline_of_another_place_or_time_is_let_be() -> None:
    other = HEADLINE.replace("civilians in 2016\n", "civilians in Raqqa in 2016\n").replace("in Syria", "in Hasaka")
    earlier = HEADLINE.replace("civilians in 2016\n", "civilians in 2015\n")

    for text in (other, earlier):
        assert check_running(read_report(report_from_text(text, published="2017-01-01", language="en"))) == ()
