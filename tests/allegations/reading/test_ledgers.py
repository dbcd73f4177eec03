"""The numbers of a month are read however a report words them, each into its own field, and never added up."""

import pytest

from untold.allegations.reading import PrintedLedger, read_official_report
from untold.claims.claim import Party
from untold.reports.plain_text import report_from_text

FIELDS = ("open_at_start", "new", "reopened", "completed", "credible", "non_credible", "duplicate", "open_at_end")


def _ledger(text: str, published: str = "2021-08-02") -> PrintedLedger | None:
    return read_official_report(report_from_text(text, published=published), actor=Party(None, "a command")).ledger


def _numbers(ledger: PrintedLedger | None) -> tuple[int | None, ...]:
    return tuple(getattr(ledger, field) for field in FIELDS)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            (
                "At the beginning of April the command had 50 pending cases. Ten new cases were opened and four closed "
                "cases were reopened. It closed 12: 5 credible, 6 not credible, 1 duplicate. At the end of April it "
                "had 52 pending cases."
            ),
            (50, 10, 4, 12, 5, 6, 1, 52),
        ),
        (
            (
                "In July the ministry registered eleven complaints, re-opened two, and closed nine, of which 3 were "
                "substantiated, 5 unsubstantiated and 1 a duplicate. Thirty were carried forward; 34 remain open."
            ),
            (30, 11, 2, 9, 3, 5, 1, 34),
        ),
        (
            (
                "Open reports at the start of the month | 61\nNew reports | 19\nClosed reports | 25\n- credible | 4\n"
                "- non-credible | 20\n- duplicate | 1\nOpen reports at the end of the month | 55\n"
            ),
            (61, 19, None, 25, 4, 20, 1, 55),
        ),
        (
            "Carried over: 61. Received: 19. Completed: 25 (4 credible, 20 non-credible, 1 duplicate). Remaining: 55.",
            (61, 19, None, 25, 4, 20, 1, 55),
        ),
        (
            (
                "Reports received in June: 12\nReports assessed in June: 9 (credible: 2; not credible: 7)\n"
                "Reports pending at end of June: 33\n"
            ),
            (None, 12, None, 9, 2, 7, None, 33),
        ),
        (
            (
                "There were one hundred and ninety-four open reports at the start of the month, to which fifteen were "
                "added. Twenty-five were closed, twenty as duplicates, three as credible and two as non-credible, "
                "leaving one hundred and eighty-four open."
            ),
            (194, 15, None, 25, 3, 2, 20, 184),
        ),
        (
            (
                "The command still had 97 reports from previous months and received two more. Seventeen (17) were "
                "found to be non-credible and none were credible."
            ),
            (97, 2, None, None, 0, 17, None, None),
        ),
    ],
)
def test_each_number_goes_into_its_field(text: str, numbers: tuple[int | None, ...]) -> None:
    assert _numbers(_ledger(text)) == numbers


def test_what_does_not_balance_is_read_as_it_stands() -> None:
    ledger = _ledger(
        "The command carried over 10 open reports, received 5 new reports and completed 3. 20 are still open."
    )

    assert _numbers(ledger) == (10, 5, None, 3, None, None, None, 20)


def test_the_running_total_is_a_floor_and_no_number_of_the_month() -> None:
    ledger = _ledger(
        "In July 4 reports were credible and 9 non-credible. At least 1,139 civilians have been unintentionally killed "
        "since the beginning of the operation."
    )

    assert ledger is not None
    assert (ledger.cumulative, ledger.credible, ledger.non_credible) == (1139, 4, 9)


@pytest.mark.parametrize(
    "text", ["Twelve strikes were flown in July.", "The command received one report of possible harm.", ""]
)
def test_prose_of_no_month_prints_no_ledger(text: str) -> None:
    assert _ledger(text) is None


@pytest.mark.parametrize(
    ("text", "published", "month"),
    [
        (
            "In the month of March, 43 reports were carried over and 27 new reports were received.",
            "2017-05-02",
            "2017-03",
        ),
        ("In December, 4 reports were carried over and 7 new reports were received.", "2018-01-31", "2017-12"),
        (
            (
                "Between August 2014 and the end of August 2019 it flew 900 strikes. It had 97 open reports from "
                "previous months and received 2 new reports."
            ),
            "2019-09-26",
            "2019-08",
        ),
        ("4 reports were carried over and 7 new reports were received.", "2018-01-31", None),
    ],
)
def test_the_month_of_a_ledger_is_said_or_null(text: str, published: str, month: str | None) -> None:
    ledger = _ledger(text, published)

    assert ledger is not None
    assert ledger.month == month
