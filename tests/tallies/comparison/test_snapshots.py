"""Running totals as series: the latest before the day stands, the earlier ones are its history."""

from typing import Any

from tests.tallies.writing import AIRWARS, COALITION, SINCE_SEPTEMBER, SOHR, SYRIA, Draft
from untold.claims.claim import Period
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.comparison.snapshots import Latest, latest

ALIKE: dict[str, Any] = {
    "status": "civilian",
    "places": (SYRIA,),
    "attributed_to": (COALITION,),
    "scope": "cumulative",
    "period": SINCE_SEPTEMBER,
    "claimant": SOHR,
}
NUMBERS = iter(range(10_000))


def said(number: int, published: str | None, **fields: Any) -> Figure:
    draft = Draft(f"They counted {number} civilians.", report=f"{next(NUMBERS):016x}")
    return figure_of_claim(draft.claim(f"{number} civilians", number, **{**ALIKE, **fields}), published)


def numbers(found: Latest) -> list[int | None]:
    return [figure.low for figure in found.standing]


def test_of_two_snapshots_of_one_voice_the_later_stands_and_the_earlier_is_its_history() -> None:
    found = latest([said(380, "2016-03-23"), said(225, "2015-10-23"), said(66, "2015-03-23")], "2016-12-31")

    assert numbers(found) == [380]
    assert [(each.as_of, each.low) for each in found.standing[0].history] == [("2015-03-23", 66), ("2015-10-23", 225)]


def test_a_snapshot_of_after_the_day_does_not_stand() -> None:
    found = latest([said(380, "2016-03-23"), said(611, "2016-09-23")], "2016-03-31")

    assert (numbers(found), found.later) == ([380], 1)


def test_a_snapshot_that_may_be_of_after_the_day_does_not_stand() -> None:
    found = latest([said(380, "2016-03"), said(611, "2016")], "2016-03-31")

    assert (numbers(found), found.later) == ([380], 1)


def test_snapshots_of_two_voices_stand_beside_each_other() -> None:
    found = latest([said(380, "2016-03-23"), said(519, "2016-03-20", claimant=AIRWARS)], "2016-12-31")

    assert numbers(found) == [380, 519]


def test_what_is_said_again_word_for_word_in_figures_on_one_day_stands_once() -> None:
    found = latest([said(380, "2016-03-23"), said(380, "2016-03-23")], "2016-12-31")

    assert numbers(found) == [380]
    assert len(found.standing[0].history) == 1


def test_two_numbers_of_one_day_both_stand() -> None:
    found = latest([said(66, "2015-03-23"), said(70, "2015-03-23"), said(10, "2015-01-01")], "2016-12-31")

    assert numbers(found) == [66, 70]


def test_a_snapshot_without_a_day_gives_way_to_a_dated_one() -> None:
    found = latest([said(380, "2016-03-23"), said(999, None)], "2016-12-31")

    assert numbers(found) == [380]
    assert [(each.as_of, each.low) for each in found.standing[0].history] == [(None, 999)]


def test_of_snapshots_without_any_day_the_one_that_came_in_last_stands() -> None:
    assert numbers(latest([said(300, None), said(200, None)], "2016-12-31")) == [200]


def test_totals_since_different_days_are_different_series() -> None:
    since_2011 = said(900, "2016-03-23", period=Period("2011-03", basis="stated"))

    assert numbers(latest([said(380, "2016-03-23"), since_2011], "2016-12-31")) == [380, 900]


def test_totals_of_other_people_or_places_are_different_series() -> None:
    others = [said(99, "2015-01-01", demographic="children"), said(1044, "2015-01-01", places=())]

    assert numbers(latest([said(380, "2016-03-23"), *others], "2016-12-31")) == [380, 99, 1044]


def test_a_number_of_one_window_is_put_right_by_a_later_one_and_other_windows_stay() -> None:
    year: dict[str, Any] = {"scope": "period", "period": Period("2016", "2016", basis="stated")}
    month: dict[str, Any] = {"scope": "period", "period": Period("2016-01", "2016-01", basis="stated")}

    found = latest(
        [said(470, "2017-01-01", **year), said(467, "2017-01-02", **year), said(40, None, **month)], "2016-12-31"
    )

    assert numbers(found) == [467, 40]


def test_windows_that_come_to_no_days_are_never_one_series() -> None:
    vague: dict[str, Any] = {"scope": "period", "period": Period(duration="P18M", words="in 18 months")}

    assert numbers(latest([said(380, "2016-03-23", **vague), said(225, "2015-10-23", **vague)], "2016-12-31")) == [
        380,
        225,
    ]
