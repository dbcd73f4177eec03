"""The figures of a review: what is not known is counted beside them, and is never zero."""

import pytest

from tests.allegations.dockets import allegation, conceding
from untold.allegations.allegation import Determination, Request, ReviewStatus
from untold.allegations.incidents import Recorded
from untold.allegations.ledger import ages, figures_of, overdue
from untold.allegations.requests import waiting
from untold.claims.claim import Party
from untold.codebook.counts import Count

DAY = "2018-01-01"


def test_ages_have_quarters_and_the_longest() -> None:
    found = ages((f"2017-01-{day:02}", "2017-02-01") for day in (2, 7, 12, 22))

    assert (found.known, found.lower_quarter, found.median, found.upper_quarter) == (4, 17.5, 22.5, 26.25)
    assert found.longest == 30


def test_ages_of_nothing_are_not_known() -> None:
    assert ages([]).median is None


def test_a_receipt_that_is_not_dated_or_not_to_the_day_is_counted_and_not_guessed() -> None:
    found = ages([(None, "2017-02-01"), ("2017-01", "2017-02-01"), ("2017-03-01", "2017-02-01"), ("2017-01-01", None)])

    assert (found.known, found.without_receipt, found.not_to_the_day) == (0, 1, 3)


def test_days_to_the_first_finding_are_not_those_to_the_last() -> None:
    told = allegation("a", ("2017-01-11", "non_credible"), ("2017-06-01", "credible"), received="2017-01-01")

    assert figures_of([told], as_of=DAY, recorded={}).to_answer.longest == 10


def test_open_ones_age_until_the_day_that_is_asked_for() -> None:
    told = allegation("a", received="2017-12-02")

    assert figures_of([told], as_of=DAY, recorded={}).to_now.longest == 30
    assert figures_of([told], as_of="2017-12-03", recorded={}).to_now.longest == 1


def test_shares_are_of_those_put_and_of_those_answered() -> None:
    told = [
        allegation("a", ("2017-01-11", "non_credible")),
        allegation("b", ("2017-01-11", "credible")),
        allegation("c", received="2017-01-01"),
        allegation("d", received="2017-01-01"),
        allegation("e"),
    ]
    figures = figures_of(told, as_of=DAY, recorded={})

    assert (figures.put, figures.not_submitted, figures.answered, figures.conceded) == (4, 1, 2, 1)
    assert (figures.share_answered, figures.share_conceded) == (0.5, 0.5)
    assert figures.by_status == {"credible": 1, "non_credible": 1, "open": 2}


def test_a_share_of_nothing_is_not_known() -> None:
    figures = figures_of([], as_of=DAY, recorded={})

    assert (figures.share_answered, figures.share_conceded, figures.gap.recorded, figures.gap.missing) == (None,) * 4


def test_reopenings_are_counted_by_allegation_and_by_time() -> None:
    often = [("2017-01", "credible"), ("2017-02", "reopened"), ("2017-03", "credible"), ("2017-04", "open")]
    figures = figures_of([allegation("a", *often), allegation("b", ("2017-01", "credible"))], as_of=DAY, recorded={})

    assert (figures.reopened, figures.reopenings) == (1, 2)


def test_a_period_keeps_those_that_came_in_within_it() -> None:
    told = [allegation("a", ("2017-01", "credible")), allegation("b", ("2017-03", "open")), allegation("c")]

    assert figures_of(told, as_of=DAY, recorded={}, first="2017-02", last="2017-12").put == 1


def test_the_gap_is_over_incidents_of_which_both_are_known() -> None:
    told = [
        allegation("a", conceding("r:0", "2017-01", Count.exactly(3)), incident="U-1"),
        allegation("b", ("2017-01", "non_credible"), incident="U-2"),
        allegation("c", conceding("r:2", "2017-01", None), incident="U-3"),
        allegation("d", ("2017-01", "non_credible"), incident="U-4"),
        allegation("e", conceding("r:4", "2017-01", Count.at_least(7)), incident=None),
    ]
    recorded = {"U-1": Recorded(8, None), "U-2": Recorded(5, None), "U-3": Recorded(4, None), "U-4": Recorded(None, 1)}
    gap = figures_of(told, as_of=DAY, recorded=recorded).gap

    assert (gap.incidents, gap.recorded, gap.without_minimum) == (4, 17, 1)
    assert (gap.conceding, gap.conceded_low, gap.without_floor, gap.elsewhere) == (2, 3, 1, 1)
    assert (gap.compared, gap.missing) == (2, 10)


def test_an_open_ceiling_is_counted_beside_the_sum() -> None:
    told = [allegation("a", conceding("r:0", "2017-01", Count.at_least(3)))]
    gap = figures_of(told, as_of=DAY, recorded={"U-1": Recorded(8, None)}).conceded_gap

    assert (gap.conceded_low, gap.conceded_high, gap.without_ceiling) == (3, None, 1)


def test_a_recorded_zero_is_a_number() -> None:
    told = [allegation("a", ("2017-01", "non_credible"))]

    assert figures_of(told, as_of=DAY, recorded={"U-1": Recorded(0, None)}).gap.recorded == 0


@pytest.mark.parametrize(("days", "late"), [(29, ["a"]), (30, [])])
def test_overdue_is_what_waits_for_more_than_so_many_days(days: int, late: list[str]) -> None:
    found = overdue([allegation("a", received="2017-12-02")], as_of=DAY, days=days)

    assert [each.allegation.id for each in found] == late


def test_the_oldest_comes_first_and_one_of_unknown_day_last() -> None:
    told = [
        allegation("a", (None, "open")),
        allegation("b", received="2017-03-01"),
        allegation("c", ("2017-02", "open")),
        allegation("d", ("2017-01-01", "credible")),
    ]
    found = overdue(told, as_of=DAY)

    assert [(each.allegation.id, each.days, each.by_answer) for each in found] == [
        ("c", 307, True),
        ("b", 306, False),
        ("a", None, True),
    ]


def test_one_that_was_taken_up_again_waits_from_then() -> None:
    told = allegation("a", ("2016-01-01", "credible"), ("2017-12-22", "reopened"))

    assert overdue([told], as_of=DAY) == ()
    assert overdue([told], as_of=DAY, days=5)[0].days == 10


def test_requests_wait_until_their_answer_or_until_the_day() -> None:
    bare = Request("hand:2", "a", Party(None, "A staff"), "2017-12-02", "Which strikes?")
    answered = Request("hand:3", "a", Party(None, "A staff"), "2017-12-03", "When?", "2017-12-13", "At night.")
    later = Request("hand:4", "a", Party(None, "A staff"), "2018-02-01", "Where?")

    assert [(each.request.id, each.is_answered, each.days) for each in waiting([answered, later, bare], DAY)] == [
        ("hand:2", False, 30),
        ("hand:3", True, 10),
    ]
    assert not waiting([answered], "2017-12-10")[0].is_answered


def _filed(worded: ReviewStatus | None, date: str = "2017-01-05") -> Determination:
    return Determination("r:0", "open", date, worded=worded)


def test_what_is_filed_as_open_and_answered_in_its_words_is_overdue_apart_and_last() -> None:
    told = [allegation("a", _filed("non_credible", "2017-01-01")), allegation("b", _filed(None))]
    found = overdue(told, as_of=DAY)

    assert [(each.allegation.id, each.worded) for each in found] == [("b", None), ("a", "non_credible")]


def test_figures_count_what_is_answered_in_its_words_alone_beside_the_answered() -> None:
    told = [
        allegation("a", _filed("credible")),
        allegation("b", _filed(None)),
        allegation("c", ("2017-01-09", "credible")),
    ]
    found = figures_of(told, as_of=DAY, recorded={})

    assert (found.put, found.answered, found.worded) == (3, 1, 1)


def test_one_that_is_taken_up_again_after_its_words_waits_as_any_other() -> None:
    found = overdue([allegation("a", _filed("non_credible"), ("2017-02-01", "reopened"))], as_of=DAY)

    assert [each.worded for each in found] == [None]
