"""Pairs of a crowd are found without judging them all, and are the same as if all were judged."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.made_claims import made_claim
from tests.tallies.writing import COALITION, IRAQ, SYRIA
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.reports.report import Passage
from untold.tallies.comparison import compare, compare_on_scope
from untold.tallies.comparison.candidates import allowed_pairs, number_of_pairs, refused_pairs
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.judging import number_of, pair_of
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.comparison.voices import are_two
from untold.tallies.tally import TallyScope, Window

PLACES = ((), (SYRIA,), (SYRIA, IRAQ), (Place("Manbij", "SYR"),), (Place("Manbij", None),))
PERIODS = (Period(), Period("2015", "2015"), Period("2016", "2016"), Period("2014-09"), Period(duration="P18M"))
ACTORS = (
    (),
    (COALITION,),
    (Attribution("russia", "Russia", "known"),),
    (COALITION, Attribution("russia", "Russia", "known")),
)
SCOPES = (
    TallyScope(),
    TallyScope(countries=("SYR",), actors=("us-led-coalition",), window=Window("2014-01-01", "2016-06-30")),
    TallyScope(status=None, harm="injured"),
)
COUNTS = (Count.exactly(380), Count.at_least(519), Count.about(20), Count.vague(), Count.between(2, 4), Count.nobody())


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    return [_claim(draw, n) for n in range(draw(st.integers(0, 14)))]


def _claim(draw: st.DrawFn, number: int) -> Claim:
    report = draw(st.sampled_from("ab"))
    fields: dict[str, Any] = {
        "harm": draw(st.sampled_from(("killed", "injured"))),
        "status": draw(st.sampled_from((None, "unknown", "civilian", "combatant"))),
        "demographic": draw(st.sampled_from((None, None, "children"))),
        "affiliation": draw(st.sampled_from((None, Party("islamic-state", "Daesh")))),
        "claimant": draw(st.sampled_from((None, Party("sohr", "SOHR"), Party(None, "a monitor")))),
        "attributed_to": draw(st.sampled_from(ACTORS)),
        "places": draw(st.sampled_from(PLACES)),
        "period": draw(st.sampled_from(PERIODS)),
        "scope": draw(st.sampled_from(("incident", "period", "cumulative"))),
        "modality": draw(st.sampled_from(("asserted", "estimated"))),
        "report": report,
        "quote": Passage(report, 0, 5, draw(st.sampled_from(("words", "other")))),
    }
    return made_claim(f"{report}:{number}:0", draw(st.sampled_from(COUNTS)), **fields)


def all_pairs(figures: Sequence[Figure]) -> list[Pair]:
    """Return every pair that says anything, judged one after the other."""
    return [pair_of(one, other) for one, other in combinations(figures, 2) if are_two(one, other)]


@given(claims())
def test_the_pairs_that_may_be_compared_are_those_of_judging_all(drawn: list[Claim]) -> None:
    figures = [figure_of_claim(claim) for claim in drawn]

    naive = all_pairs(figures)

    assert allowed_pairs(figures, 1000) == [pair for pair in naive if pair.verdict != "not_comparable"]
    assert refused_pairs(figures, 1000) == [pair for pair in naive if pair.verdict == "not_comparable"]
    assert number_of_pairs(figures) == len(naive)


@given(claims())
def test_pairs_of_two_reports_are_counted_without_looking_at_each(drawn: list[Claim]) -> None:
    figures = [figure_of_claim(claim) for claim in drawn]

    naive = [pair for pair in combinations(figures, 2) if pair[0].report != pair[1].report and are_two(*pair)]

    assert number_of_pairs(figures, is_across=True) == len(naive)


@given(claims(), st.sampled_from(SCOPES))
def test_a_comparison_on_one_scope_is_that_of_each_claim_by_itself_and_of_every_pair(
    drawn: list[Claim], asked: TallyScope
) -> None:
    found = compare_on_scope(asked, drawn, as_of="2016-12-31")
    by_id = {claim.id: claim for claim in drawn}

    for item in found.items:
        (alone,) = compare_on_scope(asked, [by_id[item.id]], as_of="2016-12-31").items
        assert (alone.verdict, alone.reasons) == (item.verdict, item.reasons)
    numbered = [item for item in found.items if number_of(item) is not None]
    naive = {frozenset((pair.a, pair.b)): pair for pair in all_pairs(numbered)}
    listed = {frozenset((pair.a, pair.b)): pair for pair in found.pairs}
    assert listed.keys() <= naive.keys()
    assert len(listed) + found.left_out == len(naive)
    assert all(_judged(pair) == _judged(naive[sides]) for sides, pair in listed.items())


def _judged(pair: Pair) -> tuple[object, ...]:
    return pair.verdict, pair.ratio, pair.difference, pair.reasons


@given(claims())
def test_no_pair_of_claims_is_listed_twice_and_each_is_of_its_items(drawn: list[Claim]) -> None:
    for comparison in compare(drawn):
        sides = [frozenset((pair.a, pair.b)) for pair in comparison.pairs]

        assert len(sides) == len(set(sides))
        assert {name for side in sides for name in side} == {item.claim for item in comparison.items}
        assert comparison.left_out >= 0


def test_of_more_pairs_than_anybody_reads_the_first_are_kept_and_the_others_counted() -> None:
    crowd = [
        made_claim(
            f"r:{n}:0", Count.exactly(n), claimant=Party(None, f"source {n}"), places=(SYRIA,), scope="cumulative"
        )
        for n in range(100)
    ]

    (found,) = compare(crowd)

    assert len(found.pairs) == 1_800
    assert found.left_out == 100 * 99 // 2 - 1_800
