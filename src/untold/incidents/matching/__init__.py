"""Matching: from accounts to incidents, in named steps: blocking, similarity, judgement, clustering."""

from untold.incidents.matching.again import match_again
from untold.incidents.matching.explaining import Explanation, explain_pair
from untold.incidents.matching.matcher import Match, match_accounts
from untold.incidents.matching.reviewing import ToReview, pairs_to_review
from untold.incidents.matching.rule import rule
from untold.incidents.matching.settings import Settings, read_settings, standard_settings
from untold.incidents.matching.traits import Traits, traits_of

__all__ = [
    "Explanation",
    "Match",
    "Settings",
    "ToReview",
    "Traits",
    "explain_pair",
    "match_accounts",
    "match_again",
    "pairs_to_review",
    "read_settings",
    "rule",
    "standard_settings",
    "traits_of",
]
