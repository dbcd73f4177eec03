"""Rules of an incident's range: which claims each uses, which it leaves out, and why."""

from dataclasses import replace
from pathlib import Path

import pytest

from untold.codebook.counts import Count
from untold.codebook.errors import BrokenVocabulary, UnknownWording
from untold.tallies.ranging import Copy, Group, Ranged, Said, hierarchy_of, ranges_by, shipped_hierarchy
from untold.tallies.ranging.hierarchy import hierarchy_in, rank_of
from untold.tallies.tally import RangeRule

CIVILIANS = Group("killed", "civilian", None)
Voice = tuple[str, Count | int]


def said(*voices: Voice, group: Group = CIVILIANS) -> list[Said]:
    """Return what sources say, each in an account of its own that is called as the source."""
    counts = [(source, Count.exactly(count) if isinstance(count, int) else count) for source, count in voices]
    return [
        Said(f"{source}:0", source, source, source, group, count.low, count.high, nth)
        for nth, (source, count) in enumerate(counts)
    ]


def ranged(rule: RangeRule, *voices: Voice, copies: dict[str, Copy] | None = None) -> Ranged:
    """Return the range of civilians killed by a rule."""
    return ranges_by(rule, said(*voices), copies or {})[CIVILIANS]


def bounds(found: Ranged) -> tuple[int | None, int | None, int | None]:
    return found.low, found.best, found.high


def left_out(found: Ranged) -> dict[str, str]:
    """Return why each claim was left out, by the claim's source."""
    return {claim.split(":")[0]: passed.why for passed in found.passed for claim in passed.claims}


def test_the_widest_range_names_the_claims_that_set_it_and_those_within() -> None:
    found = ranged("widest", ("sohr", 3), ("snhr", 5), ("airwars", 9))

    assert bounds(found) == (3, None, 9)
    assert found.used == ("sohr:0", "airwars:0")
    assert left_out(found) == {"snhr": "lies within the bounds that others set"}


def test_the_number_that_most_sources_admit_is_the_majoritys_best() -> None:
    found = ranged("majority", ("sohr", 8), ("snhr", Count.between(7, 9)), ("airwars", 20))

    assert bounds(found) == (7, 8, 9)
    assert left_out(found) == {"airwars": "does not admit 8"}
    assert found.why == "8 is admitted by 2 of 3 independent sources"


def test_of_a_tie_the_lowest_is_taken_and_the_range_holds_both() -> None:
    found = ranged("majority", ("sohr", 3), ("snhr", 5))

    assert bounds(found) == (3, 3, 5)
    assert "a tie" in found.why


def test_at_least_five_admits_eight() -> None:
    assert bounds(ranged("majority", ("sohr", Count.at_least(5)), ("snhr", 8))) == (5, 8, 8)


def test_a_ceiling_alone_gives_no_best() -> None:
    assert bounds(ranged("majority", ("sohr", Count.at_most(40)))) == (None, None, 40)


def test_an_outlet_that_quotes_a_monitor_already_there_has_no_second_vote() -> None:
    copies = {"sohr": Copy("sohr", 0, ""), "gazette": Copy("sohr", 1, "gazette quotes SOHR")}

    found = ranged("majority", ("sohr", 3), ("gazette", 3), ("snhr", 5), copies=copies)

    assert found.best == 3
    assert found.why == "3 and 5 are each admitted by 1 of 2 independent sources: a tie, of which the lowest is taken"
    assert left_out(found) == {"gazette": "gazette quotes SOHR: they count once"}


def test_of_one_source_the_speaker_speaks_though_its_copy_comes_first() -> None:
    copies = {"a": Copy("b", 1, "a and b are copies of one text"), "b": Copy("b", 0, "")}

    assert bounds(ranged("majority", ("a", 30), ("b", 3), copies=copies)) == (3, 3, 3)


@pytest.mark.parametrize("false", [0, 90])
@pytest.mark.parametrize("rule", ["majority", "hierarchy", "ucdp"])
def test_a_flood_of_pages_that_nobody_knows_moves_no_best(rule: RangeRule, false: int) -> None:
    flood = [(f"page {n}", false) for n in range(50)]

    assert bounds(ranged(rule, ("sohr", 7), *flood)) == (7, 7, 7)


def test_a_flood_counts_as_one_source_and_it_is_said() -> None:
    found = ranged("majority", ("sohr", 7), ("snhr", 9), *((f"page {n}", 9) for n in range(50)))

    assert found.best == 9
    assert found.why == (
        "9 is admitted by 2 of 3 independent sources (50 publishers that the codebook does not know count as one)"
    )


def test_of_a_tie_with_a_page_that_nobody_knows_the_known_source_is_believed() -> None:
    assert bounds(ranged("majority", ("a page", 1), ("sohr", 7))) == (7, 7, 7)


def test_the_source_that_stands_highest_decides() -> None:
    found = ranged("hierarchy", ("us-led-coalition", 1), ("reuters", 4), ("sohr", 7))

    assert bounds(found) == (7, 7, 7)
    assert left_out(found) == dict.fromkeys(
        ("us-led-coalition", "reuters"), "its source ranks after those who count and document"
    )


def test_monitors_of_one_rank_are_laid_together() -> None:
    assert bounds(ranged("hierarchy", ("sohr", 7), ("airwars", 9), ("reuters", 4))) == (7, 7, 9)


def test_another_order_decides_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "order.toml"
    path.write_text('[[rank]]\nname = "the wire"\nids = ["reuters"]\n', encoding="utf-8")

    found = ranges_by("hierarchy", said(("sohr", 7), ("reuters", 4)), order=hierarchy_of(path))[CIVILIANS]

    assert bounds(found) == (4, 4, 4)


def test_the_lowest_and_highest_are_those_of_reliable_sources() -> None:
    found = ranged("ucdp", ("us-led-coalition", 1), ("an unknown page", 90), ("reuters", 4), ("sohr", 7))

    assert bounds(found) == (4, 7, 7)
    assert set(left_out(found)) == {"us-led-coalition", "an unknown page"}


def test_where_no_source_is_reliable_all_are_taken_and_it_is_said() -> None:
    found = ranged("ucdp", ("us-led-coalition", 1), ("an unknown page", 90))

    assert bounds(found) == (1, 90, 90)
    assert "for none is reliable" in found.why


@pytest.mark.parametrize("rule", ["widest", "majority", "hierarchy", "ucdp"])
def test_every_claim_is_used_or_left_out_with_a_reason(rule: RangeRule) -> None:
    voices: list[Voice] = [("sohr", 3), ("snhr", 5), ("reuters", 9), ("russia", 0), ("a page", Count.at_least(4))]

    found = ranged(rule, *voices)

    assert {*found.used, *(claim for each in found.passed for claim in each.claims)} == {
        f"{one}:0" for one, _ in voices
    }
    assert all(each.why for each in found.passed)


def test_a_party_to_the_fighting_ranks_after_those_whom_nobody_knows() -> None:
    order = shipped_hierarchy()

    assert rank_of("a page", order) < rank_of("russia", order)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "rank"),
        ("rank = []", "no [[rank]]"),
        ('[[rank]]\nname = "x"\nkind = ["monitor"]', "unknown field `kind`"),
        ('[[rank]]\nname = "x"\nkinds = ["gossip"]', "gossip"),
        ("[[rank", "Expected"),
    ],
)
def test_an_order_that_is_none_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(BrokenVocabulary, match=r"order\.toml") as refused:
        hierarchy_in(text, "order.toml")

    assert why in str(refused.value)


def test_an_order_of_a_source_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownWording, match="sorh"):
        hierarchy_in('[[rank]]\nname = "x"\nids = ["sorh"]', "order.toml")


@pytest.mark.parametrize("rule", ["widest", "majority", "hierarchy", "ucdp"])
def test_no_rule_lets_a_concession_bound_what_others_count_and_each_says_so(rule: RangeRule) -> None:
    conceded = replace(said(("us-led-coalition", 2))[0], is_conceded=True)

    found = ranges_by(rule, [*said(("airwars", 9)), conceded])[CIVILIANS]

    assert (found.low, found.high) == (9, 9)
    assert "is conceded" in left_out(found)["us-led-coalition"]


def test_a_concession_alone_is_a_range() -> None:
    conceded = replace(said(("us-led-coalition", 2))[0], is_conceded=True)

    assert bounds(ranges_by("widest", [conceded])[CIVILIANS]) == (2, None, 2)
