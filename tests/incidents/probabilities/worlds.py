"""Made accounts, matched and weighed once for all the tests that look at them."""

from functools import cache

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.generated import traits_made
from untold.incidents.matching import Match, match_accounts
from untold.incidents.probabilities import Weighed, weigh

SIZE, SEED = 900, 5


@cache
def match_made() -> Match:
    """Return the rule's match of the made accounts."""
    return match_accounts(traits_made(make_accounts(SIZE, SEED)))


def texts_made() -> dict[str, str]:
    """Return a text for most accounts, of words that accounts of one incident share more often than others."""
    made = make_accounts(SIZE, SEED)
    return {
        each.account.id: f"a school near {each.account.place.name} street{each.incident % 301} burned at noon"
        for each in made
        if not each.account.id.startswith("alder")
    }


@cache
def weighed_made() -> Weighed:
    """Return the match weighed."""
    return weigh(match_made(), texts_made())
