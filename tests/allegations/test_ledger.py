"""The months of a review: they balance for every docket, and say what is in none of them."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.allegations.dockets import COALITION, allegation
from untold.allegations.allegation import Allegation, Determination, ReviewStatus
from untold.allegations.course import course_of, known_on
from untold.allegations.days import last_day, month_before
from untold.allegations.ledger import LedgerMonth, ledger_of, open_on, within
from untold.claims.claim import Party

STATUSES: tuple[ReviewStatus, ...] = (
    "not_submitted",
    "open",
    "credible",
    "non_credible",
    "duplicate",
    "reopened",
    "no_response",
)
LAST = "2019-12-31"


@st.composite
def prefixes(draw: st.DrawFn) -> str | None:
    """Draw a day, a month, a year or nothing, as sources give dates."""
    year, month, day = draw(st.integers(2016, 2018)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    whole = f"{year}-{month:02}-{day:02}"
    return draw(st.sampled_from([whole, whole, whole, whole[:7], whole[:7], whole[:4], None]))


@st.composite
def determinations(draw: st.DrawFn, number: int) -> tuple[Determination, ...]:
    made: list[Determination] = []
    for n in range(draw(st.integers(0, 4))):
        corrects = draw(st.sampled_from([None, None, *(each.id for each in made)]))
        date = draw(prefixes())
        published = draw(st.sampled_from([None, None, "2019-02-03"]))
        status = draw(st.sampled_from(STATUSES))
        made.append(Determination(f"r{number}:{n}", status, date, corrects=corrects, published=published))
    return tuple(made)


@st.composite
def dockets(draw: st.DrawFn) -> tuple[Allegation, ...]:
    size = draw(st.integers(1, 6))
    return tuple(
        allegation(f"a:{n}", *draw(determinations(n)), received=draw(st.one_of(st.none(), prefixes())))
        for n in range(size)
    )


@given(dockets())
@settings(deadline=None)
def test_every_month_of_every_docket_balances_and_begins_where_the_last_one_ended(told: tuple[Allegation, ...]) -> None:
    months = ledger_of(told, as_of=LAST).months

    for before, month in zip((None, *months), months, strict=False):
        start = 0 if before is None else before.open_at_end
        assert month.open_at_start == start
        assert month.open_at_end == start + month.new + month.reopened - month.completed
        assert month.open_at_end >= 0
        assert before is None or month_before(month.month) == before.month


@given(dockets(), st.integers(2016, 2019), st.integers(1, 12))
@settings(deadline=None)
def test_the_open_at_the_end_of_a_month_are_those_open_on_its_last_day(
    told: tuple[Allegation, ...], year: int, month: int
) -> None:
    day = last_day(f"{year}-{month:02}").isoformat()
    months = ledger_of(told, as_of=day).months

    assert (months[-1].open_at_end if months else 0) == len(open_on(told, day))


@given(dockets())
@settings(deadline=None)
def test_every_allegation_that_was_put_is_new_once_or_named_as_in_no_month(told: tuple[Allegation, ...]) -> None:
    ledger = ledger_of(told, as_of=LAST)
    put = [each for each in told if course_of(each, LAST).moves]

    assert sum(each.new for each in ledger.months) + len(ledger.unplaced) == len(put)
    assert set(ledger.unplaced) <= {each.id for each in put}


@given(dockets())
@settings(deadline=None)
def test_the_last_month_ends_with_as_many_as_stand_open(told: tuple[Allegation, ...]) -> None:
    ledger = ledger_of(told, as_of=LAST)
    stand = Counter(each.status for each in told if each.id not in ledger.unplaced and course_of(each).moves)
    completed = stand["credible"] + stand["non_credible"] + stand["duplicate"]

    assert (ledger.months[-1].open_at_end if ledger.months else 0) == stand.total() - completed


def test_the_order_of_a_docket_changes_no_month() -> None:
    told = [allegation(f"a:{n}", ("2017-03", "credible"), received=f"2017-0{n}-01") for n in (1, 2, 3)]

    assert ledger_of(told, as_of=LAST).months == ledger_of(told[::-1], as_of=LAST).months


def test_an_allegation_of_which_only_a_year_is_known_is_in_no_month_and_named() -> None:
    ledger = ledger_of([allegation("a:1", ("2017", "credible")), allegation("a:2")], as_of=LAST)

    assert (ledger.months, ledger.unplaced) == ((), ("a:1",))


def test_those_known_by_an_answer_alone_are_counted_apart() -> None:
    told = [allegation("a:1", ("2017-03", "credible")), allegation("a:2", ("2017-03", "open"), received="2017-03-01")]
    (march, *_) = ledger_of(told, as_of=LAST).months

    assert (march.new, march.by_answer, march.open_at_end) == (2, 1, 1)


def test_a_ledger_of_one_actor_counts_no_other_s() -> None:
    told = allegation("a:1", received="2017-03-01")

    assert ledger_of([told], as_of=LAST, actor=COALITION).months
    assert not ledger_of([told], as_of=LAST, actor=Party("russia", "Russia")).months


def test_a_period_of_a_ledger_keeps_what_was_open_before() -> None:
    ledger = ledger_of([allegation("a:1", received="2016-11-01")], as_of="2017-03-31")
    (month,) = within(ledger, "2017-02", "2017-02-28")

    assert (month.month, month.open_at_start, month.open_at_end) == ("2017-02", 1, 1)


def test_a_month_that_does_not_balance_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="the ledger of 2017-03 does not balance"):
        LedgerMonth("2017-03", 0, 1, 0, 0, 0, 0, 0, 0, 0)


@given(dockets(), st.dates(date(2016, 1, 1), date(2019, 12, 31)).map(date.isoformat))
@settings(deadline=None)
def test_as_of_a_day_nothing_is_shown_that_came_later(told: tuple[Allegation, ...], as_of: str) -> None:
    then = [shown for each in told if (shown := known_on(each, as_of)) is not None]
    dates = [step.published or step.date for shown in then for step in shown.determinations]

    assert all(day is None or last_day(day).isoformat() <= as_of for day in dates)
    assert all(shown.status == course_of(shown).status for shown in then)


@given(dockets())
@settings(deadline=None)
def test_at_the_end_all_that_is_recorded_is_known(told: tuple[Allegation, ...]) -> None:
    assert tuple(known_on(each, LAST) for each in told) == told
