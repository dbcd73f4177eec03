"""Number expressions: the bounds that the words guarantee, and no more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untold.claims.reading import read_count
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording

# docs/method.md, the table of counts, a case for each wording of each row
TABLE_OF_COUNTS = [
    ("14", Count.exactly(14)),
    ("fourteen", Count.exactly(14)),
    ("two dozen", Count.exactly(24)),
    ("at least 1,044", Count.at_least(1044)),
    ("a minimum of 1,044", Count.at_least(1044)),
    ("more than 60", Count.more_than(60)),
    ("over 60", Count.more_than(60)),
    ("up to 40", Count.at_most(40)),
    ("as many as 40", Count.at_most(40)),
    ("almost 400", Count.at_most(400)),
    ("nearly 400", Count.at_most(400)),
    ("fewer than 400", Count.less_than(400)),
    ("less than 400", Count.less_than(400)),
    ("about 20", Count.about(20)),
    ("some 20", Count.about(20)),
    ("around 20", Count.about(20)),
    ("12-15", Count.between(12, 15)),
    ("12\u201315", Count.between(12, 15)),
    ("12 to 15", Count.between(12, 15)),
    ("between 12 and 15", Count.between(12, 15)),
    ("dozens", Count.vague(24)),
    ("scores", Count.vague(40)),
    ("hundreds", Count.vague(200)),
    ("thousands", Count.vague(2000)),
    ("none", Count.nobody()),
    ("no", Count.nobody()),
    ("several", Count.vague()),
    ("a number of", Count.vague()),
]


@pytest.mark.parametrize(("phrase", "count"), TABLE_OF_COUNTS)
def test_the_words_of_the_table_guarantee_its_bounds(phrase: str, count: Count) -> None:
    assert read_count(phrase) == count


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("0", 0),
        ("1,044", 1044),
        ("1 044 000", 1_044_000),
        ("1.2 million", 1_200_000),
        ("2 million", 2_000_000),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two hundred", 200),
        ("three thousand two hundred", 3200),
        ("twenty-three", 23),
        ("twenty three", 23),
        ("ninety-nine", 99),
        ("1.5 thousand", 1500),
        ("a couple of", 2),
        ("a total of 35", 35),
        ("only 21", 21),
        ("exactly 9", 9),
        ("another seven", 7),
    ],
)
def test_digits_words_and_both_together_are_one_number(phrase: str, number: int) -> None:
    assert read_count(phrase) == Count.exactly(number)


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("no fewer than 30", Count.at_least(30)),
        ("no less than thirty", Count.at_least(30)),
        ("30 or more", Count.at_least(30)),
        ("at least two dozen", Count.at_least(24)),
        ("in excess of 300", Count.more_than(300)),
        ("upwards of 300", Count.more_than(300)),
        ("well over 1,000", Count.more_than(1000)),
        ("no more than 12", Count.at_most(12)),
        ("a maximum of 12", Count.at_most(12)),
        ("close to 90", Count.at_most(90)),
        ("just under 90", Count.at_most(90)),
        ("at most 12", Count.at_most(12)),
        ("approximately 1.2 million", Count.about(1_200_000)),
        ("roughly a hundred", Count.about(100)),
        ("an estimated 470,000", Count.about(470_000)),
        ("two or three", Count.between(2, 3)),
        ("between twelve and fifteen", Count.between(12, 15)),
        ("dozens of", Count.vague(24)),
        ("several dozen", Count.vague(24)),
        ("hundreds of", Count.vague(200)),
        ("tens of thousands", Count.vague(20_000)),
        ("many", Count.vague()),
        ("a handful of", Count.vague()),
        ("an unknown number of", Count.vague()),
    ],
)
def test_other_wordings_of_a_bound_guarantee_the_same(phrase: str, count: Count) -> None:
    assert read_count(phrase) == count


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("at\u00a0least\u00a01,044", "at least 1,044"),
        ("At Least 1,044", "at least 1,044"),
        ("AT LEAST 1,044", "at least 1,044"),
        ("١٢", "12"),
        ("twenty\u2011three", "twenty-three"),
        ("1\u202f044\u202f000", "1 044 000"),
    ],
)
def test_typography_and_capitals_do_not_change_a_count(written: str, plain: str) -> None:
    assert read_count(written) == read_count(plain)


@pytest.mark.parametrize("phrase", ["12-ish", "umpteen", "", "people", "12 people", "at least", "$12", "12%", "3.5"])
def test_wording_outside_the_codebook_is_refused_not_guessed(phrase: str) -> None:
    with pytest.raises(UnknownWording, match="codebook"):
        read_count(phrase)


@given(st.integers(0, 9_999_999))
@settings(derandomize=True, max_examples=60)
def test_a_number_is_read_the_same_with_and_without_thousands_separators(number: int) -> None:
    assert read_count(str(number)) == read_count(f"{number:,}") == Count.exactly(number)


@given(st.integers(0, 5000), st.integers(1, 5000))
@settings(derandomize=True, max_examples=60)
def test_a_range_keeps_both_ends_and_states_no_middle(low: int, width: int) -> None:
    high = low + width

    assert read_count(f"between {low:,} and {high:,}") == Count.between(low, high)
    assert read_count(f"{low:,} to {high:,}") == Count.between(low, high)
    assert read_count(f"{low:,}\u2013{high:,}") == Count.between(low, high)


@given(st.text(max_size=30))
@settings(derandomize=True, max_examples=100)
def test_any_phrase_is_a_count_or_an_unknown_wording(phrase: str) -> None:
    try:
        count = read_count(phrase)
    except UnknownWording as refusal:
        assert refusal.phrase == phrase  # noqa: PT017 (either outcome is right)
    else:
        assert count.low is None or count.high is None or count.low <= count.high


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("at least a dozen", Count.at_least(12)),
        ("more than two dozen", Count.more_than(24)),
        ("nearly three dozen", Count.at_most(36)),
        ("more than half a million", Count.more_than(500_000)),
        ("over 1.2 million", Count.more_than(1_200_000)),
        ("between 1,000 and 1,500", Count.between(1000, 1500)),
        ("some two hundred", Count.about(200)),
        ("at least twenty-two", Count.at_least(22)),
        ("as few as five", Count.at_least(5)),
        ("not more than 7", Count.at_most(7)),
        ("under 50", Count.less_than(50)),
        ("below 50", Count.less_than(50)),
        ("a total of at least 44", Count.at_least(44)),
        ("at least another 44", Count.at_least(44)),
        ("zero", Count.exactly(0)),
        ("hundreds of thousands of", Count.vague(200_000)),
        ("scores of", Count.vague(40)),
    ],
)
def test_bounds_hold_on_number_words_too(phrase: str, count: Count) -> None:
    assert (read_count(phrase).low, read_count(phrase).high) == (count.low, count.high)
