"""When: windows and running totals, with their words, and nothing resolved that cannot be."""

import pytest

from tests.claims.reading.asking import DAY, claim_at, claims_of, words_of
from untold.claims.claim import Period


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("since September 2014", "2014-09", None),
        ("since 15 March 2011", "2011-03-15", None),
        ("since 2011", "2011", None),
        ("in 2015", "2015", "2015"),
        ("in February 2016", "2016-02", "2016-02"),
        ("in January", "2016-01", "2016-01"),
        ("between January and March 2015", "2015-01", "2015-03"),
        ("from 2011 to 2014", "2011", "2014"),
        ("last month", "2016-02", "2016-02"),
        ("last year", "2015", "2015"),
        ("between 3 and 9 March 2015", "2015-03-03", "2015-03-09"),
    ],
)
def test_a_window_with_dates_is_kept_as_precisely_as_it_is_said(when: str, start: str, end: str | None) -> None:
    period = claim_at(f"SOHR said 120 civilians were killed in Homs {when}.", "120").period

    assert period.start == start
    assert period.end in ({end} if end is not None else {None, "2016-03-23"})


@pytest.mark.parametrize(
    ("when", "duration", "start"),
    [
        ("over the past 18 months", "P18M", "2014-09-23"),
        ("in the last two weeks", "P2W", "2016-03-09"),
        ("over the past year", "P1Y", "2015-03-23"),
        ("in the past ten days", "P10D", "2016-03-13"),
        ("in the past 24 hours", "PT24H", "2016-03-22"),
    ],
)
def test_a_length_before_publication_resolves_against_it(when: str, duration: str, start: str) -> None:
    period = claim_at(f"SOHR said 120 civilians were killed in Homs {when}.", "120").period

    assert (period.duration, period.basis) == (duration, "before_publication")
    assert (period.start, period.end) == (start, "2016-03-23")


def test_a_length_without_a_day_of_publication_keeps_only_its_length() -> None:
    period = claim_at("380 people have been killed over the past 18 months.", "380", published=None).period

    assert (period.start, period.end, period.duration, period.basis) == (None, None, "P18M", "before_publication")


def test_a_running_total_starts_with_a_known_event() -> None:
    text = "4,643 people have been killed since the start of Operation Inherent Resolve."
    period = claim_at(text, "4,643").period

    assert (period.start, period.basis) == ("2014-09", "event")


def test_an_event_that_the_text_does_not_date_stays_open() -> None:
    period = claim_at("4,643 people have been killed since the start of the uprising in Ruritania.", "4,643").period

    assert period.start is None
    assert period.words


def test_a_year_before_people_is_a_window_not_a_count() -> None:
    claim = claim_at("In 2015 shelling killed 120 civilians in Homs.", "120")

    assert claim.period.start == "2015"


def test_the_words_of_the_period_are_its_evidence() -> None:
    claim = claim_at("380 people have been killed in Syria over the past 18 months.", "380")

    assert claim.period.words
    assert claim.period.words in words_of(claim, "period")
    assert "18 months" in claim.period.words


def test_the_period_is_an_object_where_no_time_is_said() -> None:
    assert claim_at("12 civilians were killed in Homs.", "12").period == Period()


def test_the_day_of_saying_is_not_the_day_of_the_harm() -> None:
    period = claim_at("On Monday SOHR said 120 civilians were killed in Homs in February.", "120").period

    assert (period.start, period.end) == ("2016-02", "2016-02")


def test_the_day_on_which_it_happened_beats_the_day_on_which_it_was_said() -> None:
    text = "The ministry said on Tuesday that shelling killed 12 civilians in Homs on Sunday."

    assert claim_at(text, "12").period.start == "2016-03-20"


def test_two_numbers_keep_a_window_each() -> None:
    text = "Shelling killed 12 civilians in Homs in January and 30 in February."

    assert [claim_at(text, words).period.start for words in ("12", "30")] == ["2016-01", "2016-02"]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("over the weekend", "2016-03-19", "2016-03-20"),
        ("last week", "2016-03-14", "2016-03-20"),
        ("three days ago", "2016-03-20", "2016-03-20"),
        ("two weeks ago", "2016-03-09", "2016-03-09"),
        ("in the first half of 2015", "2015-01", "2015-06"),
        ("in the first three months of 2015", "2015-01", "2015-03"),
        ("between 2003 and 2011", "2003", "2011"),
        ("from 1 to 15 March", "2016-03-01", "2016-03-15"),
        ("between March 1 and March 15", "2016-03-01", "2016-03-15"),
        ("in January and February 2016", "2016-01", "2016-02"),
        ("during February", "2016-02", "2016-02"),
        ("from September 2014 to February 2016", "2014-09", "2016-02"),
        ("this month", "2016-03", "2016-03"),
    ],
)
def test_other_windows_are_resolved_by_the_day_of_publication(when: str, start: str, end: str) -> None:
    period = claim_at(f"SOHR said 120 civilians were killed in Homs {when}.", "120").period

    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(("when", "start"), [("since Monday", "2016-03-21"), ("since January", "2016-01")])
def test_a_window_may_run_until_now(when: str, start: str) -> None:
    period = claim_at(f"SOHR said 120 civilians were killed in Homs {when}.", "120").period

    assert period.start == start
    assert period.end in {None, DAY}


def test_the_words_of_the_period_hold_no_full_stop() -> None:
    words = claim_at("SOHR said 120 civilians were killed in Homs since October 7.", "120").period.words

    assert words is not None
    assert not words.endswith(".")


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("in the last quarter of 2015", "2015-10", "2015-12"),
        ("in the second half of last year", "2015-07", "2015-12"),
        ("in the half year to October", "2015-05", "2015-10"),
        ("in the six months to February 2016", "2015-09", "2016-02"),
        ("in November and December", "2015-11", "2015-12"),
        ("between November and February", "2015-11", "2016-02"),
        ("from April 2014 to the end of 2015", "2014-04", "2015"),
    ],
)
def test_parts_and_spans_of_years_are_windows(when: str, start: str, end: str) -> None:
    claim = claim_at(f"120 civilians were killed in Homs {when}.", "120")

    assert (claim.period.start, claim.period.end, claim.scope) == (start, end, "period")


def test_the_length_of_a_campaign_is_its_duration() -> None:
    claim = claim_at("Two years of bombing have killed 3,000 people in Homs.", "3,000")

    assert (claim.period.start, claim.period.duration, claim.scope) == (None, "P2Y", "cumulative")


def test_the_same_month_is_the_month_told_before() -> None:
    text = "Shelling killed 64 people in Homs in January. The monitor also recorded 29 deaths in the same month."

    period = claim_at(text, "29").period

    assert (period.start, period.end, period.basis) == ("2016-01", "2016-01", "carried")


def test_the_war_of_the_place_says_since_when() -> None:
    period = claim_at("8,000 people have been killed in Yemen since the war began.", "8,000").period

    assert (period.start, period.basis) == ("2015-03-26", "event")


def test_a_country_of_two_wars_leaves_the_start_open() -> None:
    period = claim_at("8,000 people have been killed in Syria since the start of the intervention.", "8,000").period

    assert period.start is None


def test_an_event_of_later_years_is_not_meant() -> None:
    period = claim_at("120 people have been killed since October 7.", "120").period

    assert period.start == "2015-10-07"


def test_the_day_of_a_toll_is_not_the_day_of_the_deaths() -> None:
    text = "An airstrike killed 12 people in Homs on Monday. On Tuesday the death toll from the raid rose to 15."

    assert claim_at(text, "15").period.start == "2016-03-21"


def test_a_dateline_dates_no_death() -> None:
    assert claim_at("BEIRUT, March 21 (Agency) - Shelling killed 12 people in Homs.", "12").period == Period()


def test_a_dateline_is_the_today_of_its_report() -> None:
    text = "HOMS, 21 March 2016 (Agency) -- Shelling killed 12 people early today."

    assert claim_at(text, "12").period.start == "2016-03-21"


def test_a_part_keeps_the_window_of_its_whole_among_others() -> None:
    text = "Five people were killed in Homs in January, three of them children, and six in Idlib in February."

    assert [claim_at(text, words).period.start for words in ("Five", "three", "six")] == [
        "2016-01",
        "2016-01",
        "2016-02",
    ]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The civil war which began with protests in 2011 has killed 280,000 people.", ("2011", None)),
        ("Raids have grown in recent days, killing 57 civilians in Homs at the weekend.", ("2016-03-19", "2016-03-20")),
        ("In May it acknowledged having killed 57 civilians in its strikes since 2014.", ("2014", None)),
        ("A source said on Monday that gunmen firing at dawn killed 57 people.", ("2016-03-21", "2016-03-21")),
        ("Two days of heavy bombardment have killed 57 people.", ("2016-03-21", "2016-03-23")),
        ("57 fighters were killed in 24 hours of clashes.", ("2016-03-22", "2016-03-23")),
        ("In late January it acknowledged the deaths of 57 civilians in its strikes since 2014.", ("2014", None)),
        ("A sniper killed 57 civilians in the first deaths since it began this week.", (None, None)),
    ],
)
def test_a_time_of_something_else_is_not_that_of_the_deaths(
    sentence: str, period: tuple[str | None, str | None]
) -> None:
    (claim,) = claims_of(sentence)

    assert (claim.period.start, claim.period.end) == period


def test_a_repeated_number_takes_the_day_of_its_first_telling_and_no_carried_one() -> None:
    text = (
        "Shelling killed 31 people in Homs on Monday. A pilot was shot down on Sunday. "
        "The head of the clinic spoke of his grief. He said 31 people were killed in Homs."
    )
    claims = [claim for claim in claims_of(text) if claim.count.stated == 31]

    assert [claim.period.start for claim in claims] == ["2016-03-21", "2016-03-21"]


def test_a_day_to_come_is_no_day_of_death() -> None:
    text = "Raids killed 57 civilians in Homs on Sunday before a truce due to take effect on Friday."

    assert claim_at(text, "57").period.start == "2016-03-20"


def test_a_headline_takes_no_day_of_years_ago() -> None:
    text = "Raids killed 57 civilians in Homs. The first massacre there was on May 25 2012."

    assert claim_at(text, "57").period.start is None
