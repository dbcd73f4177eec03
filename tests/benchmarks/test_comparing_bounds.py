"""Ten times the claims take about ten times as long to compare, and not a hundred times."""

from collections.abc import Callable, Sequence

import pytest

from tests.benchmarks.comparing import SETS, Make, every_pair, on_one_scope, seconds
from untold.claims.claim import Claim
from untold.tallies.comparison import compare

Work = Callable[[Sequence[Claim]], int]
_FEW, _MANY = 400, 4_000
_MOST_TIMES = 30  # ten times the claims; a quadratic comparison would take a hundred times as long
_SLACK = 0.05  # seconds, in which a small measurement drowns


def in_all(claims: Sequence[Claim]) -> int:
    return len(compare(claims))


@pytest.mark.parametrize("make", SETS.values(), ids=SETS.keys())
@pytest.mark.parametrize("work", [in_all, on_one_scope])
def test_time_grows_with_the_claims_and_not_with_their_pairs(make: Make, work: Work) -> None:
    few, many = (seconds(work, make(number), 3) for number in (_FEW, _MANY))

    assert many <= _MOST_TIMES * few + _SLACK


@pytest.mark.parametrize("make", SETS.values(), ids=SETS.keys())
def test_a_set_is_as_large_as_asked_and_every_claim_of_it_has_its_own_id(make: Make) -> None:
    claims = make(_FEW)

    assert len({claim.id for claim in claims}) == _FEW


def test_the_peer_judges_every_pair_of_two_voices() -> None:
    assert every_pair(SETS["crowd"](20)) == 20 * 19 // 2
