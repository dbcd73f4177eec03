from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.matching.tellings import clusters, matched, north, telling
from untold.codebook.counts import Count
from untold.incidents.matching import pairs_to_review

PAIR = ("a:1", "b:1")


def test_one_source_that_lists_two_incidents_means_two() -> None:
    assert clusters([telling("a:1"), telling("a:2")]) == {("a:1",), ("a:2",)}


def test_a_third_source_does_not_bring_two_of_one_source_together() -> None:
    tellings = [
        telling("a:1", killed=Count.exactly(5)),
        telling("a:2", killed=Count.exactly(6)),
        telling("b:1", killed=Count.exactly(5)),
    ]

    assert clusters(tellings) == {("a:1", "b:1"), ("a:2",)}


def test_an_account_that_fits_two_of_one_source_equally_joins_neither_and_a_person_is_asked() -> None:
    match = matched([telling("a:1"), telling("a:2"), telling("b:1")])

    assert set(match.clusters) == {("a:1",), ("a:2",), ("b:1",)}
    assert {(each.a, each.b, each.why) for each in pairs_to_review(match)} == {
        ("a:1", "b:1", "ambiguous"),
        ("a:2", "b:1", "ambiguous"),
    }


def test_what_a_code_settles_is_not_ambiguous_for_the_others() -> None:
    tellings = [telling("a:1", codes=("K1",)), telling("a:2"), telling("b:1", codes=("K1",)), telling("b:2")]

    assert clusters(tellings) == {("a:1", "b:1"), ("a:2", "b:2")}


def test_links_do_not_chain_beyond_the_window() -> None:
    tellings = [telling("a:1"), telling("b:1", "2016-03-15"), telling("c:1", "2016-03-16")]

    assert ("a:1", "b:1", "c:1") not in clusters(tellings)


def test_two_copies_of_one_text_in_one_source_are_one_account_twice() -> None:
    match = matched([telling("a:1"), telling("a:2")], copies={"a:1": "t", "a:2": "t"})

    assert set(match.clusters) == {("a:1", "a:2")}


def test_a_judgement_of_same_joins_what_the_rule_keeps_apart() -> None:
    tellings = [telling("a:1"), telling("a:2", "2019-01-01", place=north(300))]

    assert clusters(tellings, {("a:1", "a:2"): "same"}) == {("a:1", "a:2")}


def test_a_judgement_of_different_holds_also_through_others() -> None:
    tellings = [telling("a:1"), telling("b:1"), telling("c:1")]

    found = clusters(tellings, {PAIR: "different"})

    assert not any(set(PAIR) <= set(cluster) for cluster in found)
    assert len(found) == 2


def test_unsure_joins_nothing_by_itself_and_stays_on_the_list() -> None:
    match = matched([telling("a:1"), telling("b:1")], {PAIR: "unsure"})

    assert set(match.clusters) == {("a:1",), ("b:1",)}
    assert [(each.a, each.b, each.why) for each in pairs_to_review(match)] == [(*PAIR, "unsure")]


def test_a_judgement_on_an_account_that_is_gone_does_nothing() -> None:
    assert clusters([telling("a:1")], {("a:1", "z:9"): "same"}) == {("a:1",)}


def test_judgements_that_contradict_each_other_keep_different_and_say_so() -> None:
    judged = {("a:1", "b:1"): "same", ("a:1", "c:1"): "different", ("b:1", "c:1"): "same"}

    match = matched([telling("a:1"), telling("b:1"), telling("c:1")], judged)

    assert set(match.clusters) == {("a:1", "b:1"), ("c:1",)}
    assert [each.why for each in match.clustering.unjoined] == ["judged"]


def test_the_order_in_which_accounts_arrive_has_no_part_in_it() -> None:
    tellings = [
        telling("a:1", killed=Count.exactly(5)),
        telling("a:2", killed=Count.exactly(6)),
        telling("b:1", "2016-03-15", killed=Count.at_least(5)),
        telling("c:1", place=north(4)),
    ]

    assert len({frozenset(clusters(order)) for order in permutations(tellings)}) == 1


_DAYS = st.integers(10, 14).map(lambda day: f"2016-03-{day}")
_TOLD = st.lists(
    st.tuples(st.sampled_from("abc"), _DAYS, st.integers(0, 3), st.one_of(st.none(), st.integers(0, 9))), max_size=9
)


@settings(max_examples=40)
@given(_TOLD, st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.sampled_from(("same", "different"))))
def test_every_account_is_in_one_incident_and_what_is_judged_different_never_together(
    told: list[tuple[str, str, int, int | None]], judged: dict[tuple[int, int], str]
) -> None:
    tellings = [
        telling(f"{source}:{n}", day, north(3 * step), None if killed is None else Count.exactly(killed))
        for n, (source, day, step, killed) in enumerate(told)
    ]
    ids = sorted(each.account.id for each in tellings)
    said = {(ids[i], ids[j]): verdict for (i, j), verdict in judged.items() if i < j < len(ids)}

    found = clusters(tellings, said)

    assert sorted(account for cluster in found for account in cluster) == ids
    assert not any({*pair} <= {*cluster} for pair, v in said.items() if v == "different" for cluster in found)
    if not said:
        assert all(len({each.split(":")[0] for each in cluster}) == len(cluster) for cluster in found)
