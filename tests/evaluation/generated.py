"""Accounts made by rule: of the pairs that a match joins, how many are one incident, and how many of those it finds.

The world is `tests/benchmarks/accounts.py`. Another seed than the one that the
rule's lengths were tried on is measured here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from tests.benchmarks.accounts import Made, make_accounts
from tests.evaluation.measurement import Measurement
from untold.incidents.matching import Match, Traits, match_accounts, traits_of
from untold.incidents.matching.traits import Ties

SIZE, SEED = 5000, 11  # as many as a continuous check has time for; `make bench` has a hundred thousand and more
_CORPUS = "tests/benchmarks/accounts.py"


def measure() -> list[Measurement]:
    """Return pairwise precision and recall."""
    made = list(make_accounts(SIZE, SEED))
    return measured(match_accounts(traits_made(made)), incidents_of(made))


def measured(match: Match, truth: Mapping[str, int]) -> list[Measurement]:
    """Return pairwise precision and recall of a match against the incidents of its accounts."""
    right = sum(_pairs(Counter(truth[account] for account in cluster).values()) for cluster in match.clusters)
    joined = _pairs(len(cluster) for cluster in match.clusters)
    true = _pairs(Counter(truth.values()).values())
    return [
        Measurement("generated.precision", right / joined if joined else 0.0, joined, _CORPUS),
        Measurement("generated.recall", right / true if true else 0.0, true, _CORPUS),
    ]


def traits_made(made: Iterable[Made]) -> Traits:
    """Return the working tables of made accounts, copies grouped."""
    listed = list(made)
    groups = {each.account.id: each.copy_group for each in listed if each.copy_group is not None}
    return traits_of(((each.account, each.claims) for each in listed), Ties(copies=groups))


def incidents_of(made: Iterable[Made]) -> dict[str, int]:
    """Return the true incident of each account."""
    return {each.account.id: each.incident for each in made}


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
