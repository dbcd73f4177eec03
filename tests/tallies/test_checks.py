"""What adds up, what does not, and that nothing is repaired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies.writing import AIRWARS, COALITION, SOHR, SYRIA, Draft, round_up
from untold.claims.claim import Claim, Party, Period
from untold.codebook.counts import Count
from untold.tallies.bounds import Bounds
from untold.tallies.checks import Check, check

TOTAL_AND_PARTS = "SOHR said 20 people died, 5 children, 4 women and 11 men among them. It had said 24 before."
LAST_YEAR = Period(start="2015", end="2015", precision="year", basis="stated", words="in 2015")
LAST_MAY = Period(start="2015-05", end="2015-05", precision="month", basis="stated", words="in May 2015")


def only(checks: tuple[Check, ...], rule: str) -> Check:
    (found,) = [each for each in checks if each.rule == rule]
    return found


def total_with_parts(total: Count | int, *parts: tuple[str, Count | int]) -> tuple[Check, ...]:
    draft = Draft(TOTAL_AND_PARTS)
    whole = draft.claim("20 people", total, claimant=SOHR)
    words = {"children": "5 children", "women": "4 women", "men": "11 men"}
    for demographic, count in parts:
        draft.claim(words[demographic], count, claimant=SOHR, part_of=whole.id, demographic=demographic)
    return check(draft.claims)


def test_groups_beside_each_other_are_added_and_set_against_the_claimants_own_total() -> None:
    found = only(check(round_up().claims), "groups_sum")

    assert (found.stated, found.expected, found.residual) == (4643, 4624, 19)
    assert found.severity == "warning"
    assert "19 of the total are in none of them" in found.message


def test_a_total_of_casualties_against_groups_of_killed_says_so() -> None:
    found = only(check(round_up().claims), "groups_sum")

    assert "The total speaks of casualties, the groups of killed." in found.message


def test_groups_that_make_the_total_leave_nobody() -> None:
    draft = Draft("SOHR counted 516 dead: 380 civilians and 136 fighters.")
    draft.claim("516 dead", 516, claimant=SOHR, scope="cumulative")
    draft.claim("380 civilians", 380, claimant=SOHR, scope="cumulative", status="civilian")
    draft.claim("136 fighters", 136, claimant=SOHR, scope="cumulative", status="combatant")

    found = only(check(draft.claims), "groups_sum")

    assert (found.severity, found.residual) == ("info", 0)


def test_groups_above_the_total_contradict_it() -> None:
    draft = Draft("SOHR counted 500 dead: 380 civilians and 136 fighters.")
    draft.claim("500 dead", 500, claimant=SOHR, scope="cumulative")
    draft.claim("380 civilians", 380, claimant=SOHR, scope="cumulative", status="civilian")
    draft.claim("136 fighters", 136, claimant=SOHR, scope="cumulative", status="combatant")

    found = only(check(draft.claims), "groups_sum")

    assert (found.severity, found.residual) == ("error", -16)


def test_groups_of_another_claimant_are_not_added_to_this_ones_total() -> None:
    draft = Draft("SOHR counted 516 dead. Airwars has 380 civilians and 136 fighters.")
    draft.claim("516 dead", 516, claimant=SOHR, scope="cumulative")
    draft.claim("380 civilians", 380, claimant=AIRWARS, scope="cumulative", status="civilian")
    draft.claim("136 fighters", 136, claimant=AIRWARS, scope="cumulative", status="combatant")

    assert check(draft.claims) == ()


def test_all_fighters_beside_each_of_their_groups_are_not_counted_twice() -> None:
    draft = Draft("SOHR: 30 dead, 10 civilians, 20 fighters, 12 Daesh, 8 Nusra.")
    common = {"claimant": SOHR, "scope": "cumulative"}
    draft.claim("30 dead", 30, **common)
    draft.claim("10 civilians", 10, status="civilian", **common)
    draft.claim("20 fighters", 20, status="combatant", **common)
    draft.claim("12 Daesh", 12, status="combatant", affiliation=Party("islamic-state", "Daesh"), **common)
    draft.claim("8 Nusra", 8, status="combatant", affiliation=Party("nusra-front", "Nusra"), **common)

    assert only(check(draft.claims), "groups_sum").residual == 0


def test_children_and_women_leave_others_who_are_never_called_men() -> None:
    found = [each for each in check(round_up().claims) if each.rule == "parts_sum" and each.stated == 380]

    (parts,) = found
    assert (parts.expected, parts.residual, parts.severity) == (166, 214, "info")
    assert "214 others" in parts.message
    assert " men" not in parts.message


def test_the_rest_of_an_open_ended_total_is_a_floor_and_nothing_more() -> None:
    found = [each for each in check(round_up().claims) if each.rule == "parts_sum" and each.stated == 1044]

    (parts,) = found
    assert "at least 525" in parts.message
    assert "(Iraq)" in parts.message


def test_children_women_and_men_that_make_the_whole_leave_nobody() -> None:
    found = only(total_with_parts(20, ("children", 5), ("women", 4), ("men", 11)), "parts_sum")

    assert (found.severity, found.residual) == ("info", 0)


def test_children_women_and_men_that_fall_short_of_the_whole_are_worth_a_look() -> None:
    found = only(total_with_parts(21, ("children", 5), ("women", 4), ("men", 11)), "parts_sum")

    assert (found.severity, found.residual) == ("warning", 1)


def test_parts_that_exceed_their_whole_together_contradict_it() -> None:
    found = only(total_with_parts(19, ("children", 5), ("women", 4), ("men", 11)), "parts_sum")

    assert (found.severity, found.residual) == ("error", -1)


def test_a_part_above_its_whole_contradicts_it() -> None:
    found = only(total_with_parts(4, ("children", 5)), "part_above_whole")

    assert (found.stated, found.expected, found.residual, found.severity) == (4, 5, -1, "error")


def test_civilians_and_fighters_that_fall_short_of_the_whole_are_worth_a_look() -> None:
    draft = Draft("SOHR said 20 people died: 12 civilians and 5 fighters.")
    whole = draft.claim("20 people", 20, claimant=SOHR)
    draft.claim("12 civilians", 12, claimant=SOHR, part_of=whole.id, status="civilian")
    draft.claim("5 fighters", 5, claimant=SOHR, part_of=whole.id, status="combatant")

    found = only(check(draft.claims), "parts_sum")

    assert (found.severity, found.residual) == ("warning", 3)


def test_children_are_not_added_to_the_civilians_they_are_among() -> None:
    draft = Draft("SOHR said 20 people died, 12 civilians and 5 children among them.")
    whole = draft.claim("20 people", 20, claimant=SOHR)
    draft.claim("12 civilians", 12, claimant=SOHR, part_of=whole.id, status="civilian")
    draft.claim("5 children", 5, claimant=SOHR, part_of=whole.id, demographic="children")

    assert check(draft.claims) == ()


def test_one_part_alone_is_not_worth_a_line() -> None:
    assert total_with_parts(20, ("children", 5)) == ()


def test_open_ended_parts_leave_a_ceiling_and_nothing_more() -> None:
    found = only(total_with_parts(20, ("children", Count.at_least(5)), ("women", 4)), "parts_sum")

    assert "at most 11 others" in found.message


def test_parts_without_bounds_leave_an_unknown_number() -> None:
    found = only(total_with_parts(20, ("children", Count.about(5)), ("women", 4)), "parts_sum")

    assert found.residual is None
    assert "an unknown number" in found.message


def test_a_headline_that_holds_the_number_of_its_text_agrees() -> None:
    found = only(check(round_up().claims), "restatement")

    assert (found.stated, found.expected, found.severity) == (400, 380, "info")


def test_a_headline_of_another_number_than_its_text_is_worth_a_look() -> None:
    draft = Draft("470 civilians killed\nSOHR counted 467 civilians.")
    body = draft.claim("467 civilians", 467, claimant=SOHR, status="civilian")
    draft.claim("470 civilians", 470, status="civilian", restates=body.id)

    found = only(check(draft.claims), "restatement")

    assert (found.stated, found.expected, found.residual, found.severity) == (470, 467, 3, "warning")


def test_a_headline_of_the_same_number_with_other_bounds_is_no_news() -> None:
    draft = Draft("100 killed\nSOHR counted more than 100 civilians.")
    body = draft.claim("more than 100 civilians", Count.more_than(100), claimant=SOHR)
    draft.claim("100 killed", 100, restates=body.id)

    assert only(check(draft.claims), "restatement").severity == "info"


def test_a_total_that_is_one_of_the_groups_told_again_is_not_summed() -> None:
    draft = Draft("SOHR: 30 killed, that is 30 civilians, and 1 soldier elsewhere.")
    draft.claim("30 killed", 30, claimant=SOHR)
    draft.claim("30 civilians", 30, claimant=SOHR, status="civilian")
    draft.claim("1 soldier", 1, claimant=SOHR, status="armed_forces")

    assert check(draft.claims) == ()


def test_two_groups_in_one_sentence_are_not_one_group() -> None:
    draft = Draft("SOHR has 18 people shot and 1 person hanged in Syria")
    common = {"claimant": SOHR, "places": (SYRIA,), "scope": "cumulative"}
    draft.claim("18 people", 18, **common)
    draft.claim("1 person", 1, **common)

    assert check(draft.claims) == ()


def test_a_headline_without_bounds_cannot_disagree() -> None:
    draft = Draft("About 470 killed\nSOHR counted 467 civilians.")
    body = draft.claim("467 civilians", 467, claimant=SOHR)
    draft.claim("About 470", Count.about(470), restates=body.id)

    assert only(check(draft.claims), "restatement").severity == "info"


def test_a_month_with_more_dead_than_its_year_contradicts_it() -> None:
    draft = Draft("SOHR counted 66 dead in May 2015. It counted 60 in 2015.")
    draft.claim("66 dead", 66, claimant=SOHR, places=(SYRIA,), scope="period", period=LAST_MAY)
    draft.claim("60 in", 60, claimant=SOHR, places=(SYRIA,), scope="period", period=LAST_YEAR)

    found = only(check(draft.claims), "period_in_period")

    assert (found.stated, found.expected, found.severity) == (60, 66, "warning")


def test_a_contradiction_of_periods_is_sure_where_place_and_actor_are_stated() -> None:
    draft = Draft("SOHR counted 66 dead in May 2015. It counted 60 in 2015.")
    stated = {"claimant": SOHR, "places": (SYRIA,), "attributed_to": (COALITION,), "scope": "period"}
    draft.claim("66 dead", 66, period=LAST_MAY, **stated)
    draft.claim("60 in", 60, period=LAST_YEAR, **stated)

    assert only(check(draft.claims), "period_in_period").severity == "error"


def test_a_month_with_fewer_dead_than_its_year_is_what_one_expects() -> None:
    draft = Draft("SOHR counted 66 dead in May 2015. It counted 90 in 2015.")
    draft.claim("66 dead", 66, claimant=SOHR, places=(SYRIA,), scope="period", period=LAST_MAY)
    draft.claim("90 in", 90, claimant=SOHR, places=(SYRIA,), scope="period", period=LAST_YEAR)

    assert check(draft.claims) == ()


def test_a_running_total_of_an_older_report_does_not_hold_a_later_month() -> None:
    older, later = Draft("SOHR has 60 dead since 2011."), Draft("SOHR counted 66 dead in May 2015.", report="11bb")
    since = Period(start="2011", precision="year", basis="stated", words="since 2011")
    total = older.claim("60 dead", 60, claimant=SOHR, places=(SYRIA,), scope="cumulative", period=since)
    month = later.claim("66 dead", 66, claimant=SOHR, places=(SYRIA,), scope="period", period=LAST_MAY)

    assert check([total, month]) == ()


def test_two_stretches_without_dates_are_compared_by_their_length() -> None:
    draft = Draft("SOHR counted 66 dead in six months and 60 in eighteen months.")
    half = Period(duration="P6M", basis="before_publication", words="in six months")
    longer = Period(duration="P18M", basis="before_publication", words="in eighteen months")
    draft.claim("66 dead", 66, claimant=SOHR, scope="period", period=half)
    draft.claim("60 in", 60, claimant=SOHR, scope="period", period=longer)

    assert only(check(draft.claims), "period_in_period").residual == -6


def test_two_numbers_of_one_claimant_for_one_group_are_both_named() -> None:
    draft = Draft("SOHR has 66 civilians so far. Elsewhere it has 70 civilians.")
    for words, number in (("66 civilians", 66), ("70 civilians", 70)):
        draft.claim(words, number, claimant=SOHR, status="civilian", places=(SYRIA,), scope="cumulative")

    found = only(check(draft.claims), "two_numbers")

    assert {found.stated, found.expected} == {66, 70}
    assert found.severity == "warning"


def test_two_incidents_without_a_date_may_be_two_incidents() -> None:
    draft = Draft("SOHR said 66 civilians died. It said 70 civilians died.")
    for words, number in (("66 civilians", 66), ("70 civilians", 70)):
        draft.claim(words, number, claimant=SOHR, status="civilian", places=(SYRIA,))

    assert check(draft.claims) == ()


@pytest.mark.parametrize("fields", [{"modality": "retracted"}, {"modality": "hypothetical"}, {"state": "rejected"}])
def test_a_number_that_does_not_stand_enters_no_sum(fields: dict[str, str]) -> None:
    draft = Draft("SOHR has 66 civilians so far. Elsewhere it has 70 civilians.")
    common = {"claimant": SOHR, "status": "civilian", "places": (SYRIA,), "scope": "cumulative"}
    draft.claim("66 civilians", 66, **common)
    draft.claim("70 civilians", 70, **{**common, **fields})

    assert check(draft.claims) == ()


def test_every_passage_of_a_check_is_the_reports_own_words() -> None:
    draft = round_up()

    for found in check(draft.claims):
        assert found.passages
        for passage in found.passages:
            assert draft.text[passage.start : passage.end] == passage.text


def bounds() -> st.SearchStrategy[Bounds]:
    ends = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(sorted)
    return st.builds(
        lambda pair, floor, ceiling: Bounds(pair[0] if floor else None, pair[1] if ceiling else None),
        ends,
        st.booleans(),
        st.booleans(),
    )


@given(bounds(), bounds(), st.data())
def test_a_residual_holds_every_number_that_the_words_allow(whole: Bounds, part: Bounds, data: st.DataObject) -> None:
    one = data.draw(st.integers(whole.low or 0, whole.high if whole.high is not None else 2000))
    other = data.draw(st.integers(part.low or 0, part.high if part.high is not None else 2000))

    rest = whole - part

    assert rest.low is None or rest.low <= one - other
    assert rest.high is None or one - other <= rest.high


def test_the_gravest_comes_first() -> None:
    draft = round_up()
    civilians: Claim = draft.claims[0]
    draft.claim("4,108", 4108, part_of=civilians.id, claimant=SOHR, demographic="men")

    severities = [found.severity for found in check(draft.claims)]

    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert severities[0] == "error"
