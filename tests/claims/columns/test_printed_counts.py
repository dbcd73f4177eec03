"""Counts as lists print them, and what four kinds of nothing mean."""

import pytest

from untold.claims.columns.printed_counts import is_turned, paired, printed_count
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording


def _count(words: str) -> Count | None:
    found = printed_count(words)
    return None if found is None else found.count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("7", Count.exactly(7)),
        ("7.0", Count.exactly(7)),
        ("1,044", Count.exactly(1044)),
        ("3-4", Count.between(3, 4)),
        ("3 – 4", Count.between(3, 4)),
        ("3 to 4", Count.between(3, 4)),
        ("5-5", Count.exactly(5)),
        ("7+", Count.at_least(7)),
        (">7", Count.more_than(7)),
        ("<5", Count.less_than(5)),
        ("~20", Count.about(20)),
        ("approx. 20", Count.about(20)),
        ("at least 7", Count.at_least(7)),
        ("up to 9", Count.at_most(9)),
        ("dozens", Count.vague(24)),
        ("١٢", Count.exactly(12)),
    ],
)
def test_a_cell_states_the_bounds_of_its_words(words: str, expected: Count) -> None:
    assert _count(words) == expected


def test_empty_unknown_zero_and_up_to_one_are_four_things() -> None:
    assert [_count(words) for words in ("", "Unknown", "0", "0-1")] == [
        None,
        Count.vague(),
        Count.exactly(0),
        Count.between(0, 1),
    ]


@pytest.mark.parametrize("words", ["3 (possible)", "possibly 3", "3 possible"])
def test_a_word_of_doubt_is_kept_beside_the_number(words: str) -> None:
    found = printed_count(words)

    assert found is not None
    assert found.count == Count.exactly(3)
    assert found.doubt in {"possible", "possibly"}


@pytest.mark.parametrize("words", ["4-3", "-3", "3.5", "see note", "2004-06-17", "3;4"])
def test_what_is_no_count_is_refused_and_never_zero(words: str) -> None:
    with pytest.raises(UnknownWording, match="count"):
        printed_count(words)


def test_a_pair_is_a_range_and_equal_bounds_one_number() -> None:
    assert paired(Count.exactly(3), Count.exactly(5)) == Count.between(3, 5)
    assert paired(Count.exactly(0), Count.exactly(0)) == Count.exactly(0)


def test_one_empty_bound_leaves_the_other_alone() -> None:
    assert paired(Count.exactly(3), None) == Count.at_least(3)
    assert paired(None, Count.exactly(3)) == Count.at_most(3)
    assert paired(None, None) is None


def test_an_unknown_bound_is_not_an_empty_one() -> None:
    assert paired(Count.vague(), Count.vague()) == Count.vague()
    assert paired(Count.exactly(2), Count.vague()) == Count.at_least(2)


def test_a_minimum_above_its_maximum_states_no_bounds() -> None:
    assert is_turned(Count.exactly(3), Count.exactly(2))
    assert paired(Count.exactly(3), Count.exactly(2)) == Count.vague()
