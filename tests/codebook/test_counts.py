"""Counts: the bounds that the words guarantee, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.codebook.counts import Count

PEOPLE = st.integers(min_value=0, max_value=10_000_000)


@pytest.mark.parametrize(
    ("count", "bounds"),
    [
        (Count.exactly(14), (14, 14, 14, "exact")),
        (Count.at_least(1044), (1044, 1044, None, "at_least")),
        (Count.more_than(60), (60, 61, None, "more_than")),
        (Count.at_most(40), (40, None, 40, "at_most")),
        (Count.less_than(400), (400, None, 399, "less_than")),
        (Count.about(20), (20, None, None, "about")),
        (Count.between(12, 15), (None, 12, 15, "range")),
        (Count.vague(24), (None, 24, None, "vague")),
        (Count.vague(), (None, None, None, "vague")),
        (Count.nobody(), (0, 0, 0, "none")),
    ],
)
def test_each_wording_guarantees_its_bounds(
    count: Count, bounds: tuple[int | None, int | None, int | None, str]
) -> None:
    assert (count.stated, count.low, count.high, count.qualifier) == bounds


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(1044), "1,044"),
        (Count.at_least(1044), "at least 1,044"),
        (Count.more_than(60), "more than 60"),
        (Count.at_most(40), "at most 40"),
        (Count.less_than(400), "fewer than 400"),
        (Count.about(20), "about 20"),
        (Count.between(12, 15), "12\u201315"),
        (Count.vague(24), "24 or more"),
        (Count.vague(), "not stated"),
        (Count.nobody(), "none"),
    ],
)
def test_a_count_reads_as_it_was_worded(count: Count, words: str) -> None:
    assert str(count) == words


def test_nobody_is_a_statement_and_not_a_missing_number() -> None:
    assert Count.nobody() != Count.vague()


def test_fewer_than_none_is_nobody_at_the_most() -> None:
    assert Count.less_than(0).high == 0


@pytest.mark.parametrize("wrong", [(-1, None, None), (None, -1, None), (None, None, -1)])
def test_fewer_than_no_people_cannot_be_counted(wrong: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="nobody can count -1"):
        Count(*wrong, "exact")


@given(PEOPLE, PEOPLE)
def test_a_floor_is_never_above_a_ceiling(one: int, other: int) -> None:
    low, high = sorted((one, other))

    assert Count.between(low, high).low == low
    if low != high:
        with pytest.raises(ValueError, match="above the ceiling"):
            Count.between(high, low)


@given(PEOPLE)
def test_no_wording_guarantees_more_than_its_number_allows(number: int) -> None:
    for make in (Count.exactly, Count.at_least, Count.more_than, Count.at_most, Count.less_than, Count.about):
        count = make(number)

        assert count.stated == number
        assert count.low in {None, number, number + 1}
        assert count.high in {None, number, max(number - 1, 0)}
