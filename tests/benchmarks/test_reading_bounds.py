"""No text makes the reader slow: time grows with the text's length and no faster."""

import pytest

from tests.benchmarks.adversarial import TEXTS, Make
from tests.benchmarks.naive_baseline import Finding, findings
from tests.benchmarks.reading import MOST_MS_PER_KB, ms_per_kb

_SMALL, _SIZE = 1_000, 16_000


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_takes_more_than_fifty_milliseconds_per_kilobyte(make: Make) -> None:
    assert _fastest(make(_SMALL)) <= MOST_MS_PER_KB  # a small one first, so that a quadratic reader fails early
    assert _fastest(make(_SIZE)) <= MOST_MS_PER_KB


def _fastest(text: str) -> float:
    """Return the least of three measurements: a collection of garbage left by other tests falls into one of them."""
    return min(ms_per_kb(text) for _ in range(3))


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_an_adversarial_text_is_as_long_as_asked(make: Make) -> None:
    text = make(_SIZE)

    assert _SIZE - 100 <= len(text) <= _SIZE


def test_the_naive_peer_finds_a_number_beside_a_word_of_harm() -> None:
    found = findings("At least 1,044 civilians were killed.")

    assert found == [Finding("killed", 1044, 9)]
