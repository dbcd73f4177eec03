"""What may be set beside what, and why not."""

from typing import Any

import pytest

from tests.tallies.writing import AIRWARS, COALITION, IRAQ, SINCE_SEPTEMBER, SOHR, SYRIA, WHITE_HOUSE, Draft, round_up
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.tallies.comparison import Comparison, Pair, compare

TWO_COUNTS = "SOHR counted 380 civilians. Airwars counted 519 civilians."
ALIKE: dict[str, Any] = {
    "status": "civilian",
    "places": (SYRIA,),
    "attributed_to": (COALITION,),
    "scope": "cumulative",
    "period": SINCE_SEPTEMBER,
}


def pair_of(comparisons: tuple[Comparison, ...], one: Claim, other: Claim) -> Pair:
    (found,) = [pair for each in comparisons for pair in each.pairs if {pair.a, pair.b} == {one.id, other.id}]
    return found


def two_counts(first: dict[str, Any], second: dict[str, Any]) -> Pair:
    draft = Draft(TWO_COUNTS)
    one = draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR, **first})
    other = draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS, **second})
    return pair_of(compare(draft.claims), one, other)


def by_words(draft: Draft, words: str) -> Claim:
    (found,) = [claim for claim in draft.claims if draft.text.startswith(words, int(claim.id.split(":")[1]))]
    return found


def test_two_sources_on_one_scope_are_compared_by_ratio_and_difference() -> None:
    pair = two_counts({}, {})

    assert (pair.verdict, pair.ratio, pair.difference, pair.reasons) == ("comparable", 1.366, 139, ())


def test_a_period_beside_a_running_total_stands_with_its_caveats() -> None:
    draft = round_up()

    pair = pair_of(compare(draft.claims), by_words(draft, "380"), by_words(draft, "519"))

    assert (pair.verdict, pair.ratio) == ("with_caveat", 1.366)
    assert any("window not dated" in reason for reason in pair.reasons)
    assert "a period beside a running total" in pair.reasons


def test_two_countries_against_one_are_refused_and_the_comparable_number_is_named() -> None:
    draft = round_up()

    pair = pair_of(compare(draft.claims), by_words(draft, "380"), by_words(draft, "at least 1,044"))

    assert (pair.verdict, pair.ratio, pair.difference) == ("not_comparable", None, None)
    assert "different place" in pair.reasons[0]
    assert pair.nearest == by_words(draft, "519").id


def test_a_number_without_a_place_is_refused() -> None:
    draft = round_up()

    pair = pair_of(compare(draft.claims), by_words(draft, "21"), by_words(draft, "380"))

    assert pair.verdict == "not_comparable"
    assert pair.reasons[0] == "place not stated by the White House"
    assert pair.nearest is None


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"places": (IRAQ,)}, "place"),
        ({"places": ()}, "place"),
        ({"status": "combatant"}, "status"),
        ({"status": None}, "status"),
        ({"affiliation": Party("islamic-state", "Daesh")}, "affiliation"),
        ({"attributed_to": (Attribution("russia", "Russia", "suspected"),)}, "actors"),
        ({"scope": "incident"}, "incident"),
        ({"scope": "period", "period": Period(start="2011", end="2012")}, "time"),
    ],
)
def test_scopes_that_differ_are_refused_with_the_reason(fields: dict[str, Any], word: str) -> None:
    pair = two_counts({}, fields)

    assert pair.verdict == "not_comparable"
    assert any(word in reason for reason in pair.reasons)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"attributed_to": ()}),
        ({}, {"period": Period()}),
        ({"places": ()}, {"places": ()}),
        ({}, {"scope": "period", "period": Period(start="2015", end="2016")}),
        ({"status": None}, {"status": "unknown"}),
    ],
)
def test_what_is_merely_unsaid_or_overlaps_is_a_caveat(first: dict[str, Any], second: dict[str, Any]) -> None:
    pair = two_counts(first, second)

    assert pair.verdict == "with_caveat"
    assert pair.reasons
    assert pair.ratio == 1.366


def test_two_spellings_of_a_place_are_one_place() -> None:
    first = {"places": (Place("Deir Ezzor", "SYR"),)}
    second = {"places": (Place("Deir ez-Zor", "SYR"), SYRIA)}

    assert two_counts(first, second).verdict == "comparable"


def test_the_pentagon_and_its_command_are_compatible_actors() -> None:
    first = {"attributed_to": (Attribution("centcom", "CENTCOM", "known"),)}
    second = {"attributed_to": (Attribution("pentagon", "the Pentagon", "known"),)}

    assert two_counts(first, second).verdict == "comparable"


def test_a_ceiling_without_a_floor_has_no_ratio() -> None:
    draft = Draft(TWO_COUNTS)
    one = draft.claim("380 civilians", Count.at_most(380), **{**ALIKE, "claimant": SOHR})
    other = draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    pair = pair_of(compare(draft.claims), one, other)

    assert (pair.verdict, pair.ratio, pair.difference) == ("comparable", None, None)


def test_nobody_has_no_ratio_but_a_difference() -> None:
    draft = Draft(TWO_COUNTS)
    one = draft.claim("380 civilians", Count.nobody(), **{**ALIKE, "claimant": WHITE_HOUSE})
    other = draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    pair = pair_of(compare(draft.claims), one, other)

    assert (pair.ratio, pair.difference) == (None, 519)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.between(5, 7), "from 74.1 to 104"),
        (Count.at_least(380), "1.37 or less"),
        (Count.at_most(380), "1.37 or more"),
        (Count.about(380), "no bounds"),
    ],
)
def test_a_ratio_of_bounds_says_what_the_words_allow(count: Count, words: str) -> None:
    draft = Draft(TWO_COUNTS)
    one = draft.claim("380 civilians", count, **{**ALIKE, "claimant": SOHR})
    other = draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    assert words in pair_of(compare(draft.claims), one, other).reasons[-1]


def test_one_claimant_is_not_compared_with_itself() -> None:
    draft = Draft(TWO_COUNTS)
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})
    draft.claim("519 civilians", 519, **{**ALIKE, "claimant": SOHR})

    assert compare(draft.claims) == ()


@pytest.mark.parametrize(
    "fields", [{"modality": "hypothetical"}, {"modality": "retracted"}, {"restates": "another"}, {"state": "rejected"}]
)
def test_a_number_that_does_not_stand_is_compared_with_nothing(fields: dict[str, Any]) -> None:
    draft = Draft(TWO_COUNTS)
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})
    draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS, **fields})

    assert compare(draft.claims) == ()


def test_children_are_only_set_beside_children() -> None:
    draft = Draft("SOHR: 380 civilians, 99 children. Airwars: 519 civilians, 120 children.")
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})
    ours = draft.claim("99 children", 99, **{**ALIKE, "claimant": SOHR, "demographic": "children"})
    draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})
    theirs = draft.claim("120 children", 120, **{**ALIKE, "claimant": AIRWARS, "demographic": "children"})

    pairs = [pair for each in compare(draft.claims) for pair in each.pairs]

    assert len(pairs) == 2
    assert {ours.id, theirs.id} in [{pair.a, pair.b} for pair in pairs]


def test_reports_on_one_place_are_compared_across_reports() -> None:
    here, there = Draft("SOHR counted 380 civilians."), Draft("Airwars counted 519 civilians.", report="11bb")
    alike = {**ALIKE, "scope": "period", "period": Period(start="2015", end="2015", basis="stated")}
    one = here.claim("380 civilians", 380, **{**alike, "claimant": SOHR})
    other = there.claim("519 civilians", 519, **{**alike, "claimant": AIRWARS})

    assert pair_of(compare([one, other]), one, other).verdict == "comparable"


def test_running_totals_of_two_reports_end_where_their_reports_do() -> None:
    here, there = Draft("SOHR counted 380 civilians."), Draft("Airwars counted 519 civilians.", report="11bb")
    one = here.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})
    other = there.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    pair = pair_of(compare([one, other]), one, other)

    assert pair.verdict == "with_caveat"
    assert "windows overlap" in pair.reasons[0]


def test_one_sentence_in_two_reports_is_one_story() -> None:
    here, there = Draft("380 civilians died."), Draft("380 civilians died.", report="11bb")
    alike = {**ALIKE, "period": Period(start="2015", end="2015"), "scope": "period"}

    assert compare([draft.claim("380 civilians", 380, **alike) for draft in (here, there)]) == ()


def test_two_undated_incidents_of_two_reports_may_be_two_incidents() -> None:
    here, there = Draft("SOHR counted 380 civilians."), Draft("Airwars counted 519 civilians.", report="11bb")
    undated = {**ALIKE, "scope": "incident", "period": Period()}
    one = here.claim("380 civilians", 380, **{**undated, "claimant": SOHR})
    other = there.claim("519 civilians", 519, **{**undated, "claimant": AIRWARS})

    assert compare([one, other]) == ()


def test_no_ratio_is_made_of_dozens() -> None:
    draft = Draft(TWO_COUNTS)
    one = draft.claim("380 civilians", Count.vague(24), **{**ALIKE, "claimant": SOHR})
    other = draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    assert pair_of(compare(draft.claims), one, other).ratio is None


def test_a_long_article_leaves_refused_pairs_out_and_says_how_many() -> None:
    draft = Draft(" ".join(f"{number} dead" for number in range(100, 130)))
    for number in range(100, 130):
        place = Place(f"Town {number}", "SYR")
        draft.claim(f"{number} dead", number, claimant=Party(None, f"Source {number}"), places=(place,))

    (found,) = compare(draft.claims)

    assert len(found.pairs) + found.left_out == 30 * 29 // 2
    assert found.left_out > 0


def test_every_item_is_a_claim_with_its_bounds_as_worded() -> None:
    draft = round_up()
    by_id = {claim.id: claim for claim in draft.claims}

    for comparison in compare(draft.claims):
        for item in comparison.items:
            assert (item.low, item.high) == (by_id[item.claim].count.low, by_id[item.claim].count.high)


@pytest.mark.parametrize(("reader", "pairs"), [("grammar", 0), ("columns", 1)])
def test_one_sentence_in_two_reports_is_a_copy_and_one_number_in_two_lists_is_none(reader: str, pairs: int) -> None:
    drafts = Draft("380", report="a" * 16), Draft("380", report="b" * 16)
    claims = [
        draft.claim("380", 380, **{**ALIKE, "claimant": whose, "reader": reader})
        for draft, whose in zip(drafts, (SOHR, AIRWARS), strict=True)
    ]

    assert sum(len(each.pairs) for each in compare(claims)) == pairs
