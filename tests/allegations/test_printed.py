"""A belligerent's own ledger: its sums are checked, and what it does not print is not put in for it."""

from dataclasses import replace

from tests.allegations.dockets import COALITION, allegation
from untold.allegations.ledger import LedgerCheck, PrintedMonth, check_printed, ledger_of, printed_months
from untold.allegations.reading.record import OfficialReport, PrintedLedger
from untold.reports.report import Passage

# The numbers of three reports of CJTF-OIR; 2019's seven and thirteen are of kinds that are not known here.
MARCH = PrintedLedger(
    "2017-03", open_at_start=43, new=27, completed=28, credible=9, non_credible=17, duplicate=2, open_at_end=42
)
NOVEMBER = PrintedLedger(
    "2018-11", open_at_start=194, new=15, completed=25, credible=3, non_credible=2, duplicate=20, open_at_end=184
)
AUGUST = PrintedLedger("2019-08", open_at_start=97, new=2, completed=20, open_at_end=79)


def _report(
    ledger: PrintedLedger, name: str = "r", published: str | None = None, corrects: str | None = None
) -> OfficialReport:
    return OfficialReport(name, COALITION, ledger.month, published, corrects, ledger, ())


def _checks(ledger: PrintedLedger) -> dict[str, LedgerCheck]:
    return {each.rule: each for each in check_printed(ledger, "r")}


def _printed(*reports: OfficialReport) -> tuple[PrintedMonth, ...]:
    return printed_months(reports, ledger_of([], as_of="2020-01-01"))


def test_march_and_november_balance_and_so_do_their_parts() -> None:
    for ledger in (MARCH, NOVEMBER):
        assert [each.verdict for each in check_printed(ledger, "r")] == ["balances", "balances"]


def test_august_balances_and_its_parts_cannot_be_checked() -> None:
    checks = _checks(AUGUST)

    assert (checks["identity"].verdict, checks["identity"].expected) == ("balances", 79)
    assert checks["parts"].verdict == "unknown"
    assert checks["parts"].unprinted == ("credible", "non_credible", "duplicate")
    assert checks["parts"].message == "completed: cannot be checked (not printed: credible, non-credible, duplicate)"


def test_what_does_not_balance_is_shown_with_the_difference() -> None:
    identity = _checks(replace(MARCH, open_at_end=45, reopened=0))["identity"]

    assert (identity.verdict, identity.stated, identity.expected, identity.difference) == ("differs", 45, 42, 3)
    assert identity.message == "open at the end: 45, and start, new, reopened and completed make it 42: +3"


def test_a_surplus_may_be_the_reopened_that_are_not_printed() -> None:
    identity = _checks(replace(MARCH, open_at_end=45))["identity"]

    assert identity.verdict == "differs"
    assert identity.message.endswith("reopened ones, which it does not print, may be the difference")


def test_reopened_ones_are_part_of_the_sum() -> None:
    assert _checks(replace(MARCH, reopened=2, open_at_end=44))["identity"].verdict == "balances"


def test_completed_that_are_printed_by_their_parts_alone_are_the_parts_sum() -> None:
    checks = _checks(replace(MARCH, completed=None))

    assert checks["identity"].verdict == "balances"
    assert checks["parts"].verdict == "unknown"


def test_a_number_that_is_missing_is_named_and_nothing_is_concluded() -> None:
    identity = _checks(replace(MARCH, new=None))["identity"]

    assert (identity.verdict, identity.difference) == ("unknown", None)
    assert identity.unprinted == ("new", "reopened")


def test_parts_above_the_whole_differ_though_one_is_missing() -> None:
    parts = _checks(replace(MARCH, duplicate=None, credible=15))["parts"]

    assert (parts.verdict, parts.difference) == ("differs", -4)


def test_parts_below_the_whole_are_not_judged_while_one_is_missing() -> None:
    assert _checks(replace(MARCH, duplicate=None))["parts"].verdict == "unknown"


def test_each_number_leads_to_its_passage() -> None:
    passage = Passage("r", 4, 6, "42")

    assert _checks(replace(MARCH, evidence={"open_at_end": passage}))["identity"].passages == (passage,)


def test_a_month_that_begins_with_another_number_than_the_last_ended_with_is_shown() -> None:
    april = replace(MARCH, month="2017-04", open_at_start=40, open_at_end=39)
    before, after = _printed(_report(april, "b"), _report(MARCH, "a"))

    assert [each.rule for each in before.checks] == ["identity", "parts"]
    assert (after.checks[-1].rule, after.checks[-1].verdict, after.checks[-1].difference) == ("carried", "differs", -2)


def test_months_that_do_not_follow_each_other_are_not_compared() -> None:
    may = replace(MARCH, month="2017-05", open_at_start=1)

    assert {check.rule for each in _printed(_report(MARCH, "a"), _report(may, "b")) for check in each.checks} == {
        "identity",
        "parts",
    }


def test_a_later_version_of_a_month_stands_and_the_earlier_is_shown_beside_it() -> None:
    later = replace(MARCH, new=28, open_at_end=43)
    april = replace(MARCH, month="2017-04", open_at_start=43)
    months = _printed(
        _report(MARCH, "a", "2017-04-30"), _report(later, "b", "2017-06-30"), _report(april, "c", "2017-05-31")
    )

    assert [(each.report, each.replaced_by) for each in months] == [("a", "b"), ("b", None), ("c", None)]
    assert months[2].checks[-1].verdict == "balances"


def test_our_own_month_stands_beside_the_printed_one() -> None:
    told = [allegation("a:1", ("2017-03", "credible"))]
    (month,) = printed_months([_report(MARCH)], ledger_of(told, as_of="2017-04-30"))

    assert month.ours is not None
    assert (month.ours.new, month.ledger.new) == (1, 27)
