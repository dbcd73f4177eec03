"""A match for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from untold.codebook.schemas import Schema, made_schema, shipped_schema
from untold.incidents.building import Changes
from untold.incidents.incident import Contradiction, Incident
from untold.incidents.matching import Explanation, Settings, ToReview, explain_pair, pairs_to_review
from untold.incidents.matching.blocking import HotBlock
from untold.incidents.official import Answer
from untold.incidents.placing import PlaceDoubts, Placement
from untold.incidents.probabilities import Weighed, WeighedPair, pair_weighed
from untold.incidents.probabilities.objects import ProbabilitiesObject, probabilities_object
from untold.incidents.record import Matched
from untold.incidents.stories import Shared


@dataclass(frozen=True, slots=True)
class StoryTold:
    """Accounts of which the texts tell one story, by what they share."""

    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchObject:
    """The one object of `untold match --as json`.

    `reviews` are pairs that a person should look at, in that order; `left_out`
    the blocks that were too full to compare; `too_wide` the accounts whose
    dates only codes and copies can match; `settings` the rule's;
    `probabilities` the second matcher's part, null where it was not asked for.
    `stories` are texts that tell one story, `placements` what the names mean of
    accounts without coordinates, `answers` what became of each official
    statement, `doubted` the accounts whose coordinates are odd.
    """

    schema: Schema
    incidents: tuple[Incident, ...]
    reviews: tuple[ToReview, ...]
    left_out: tuple[HotBlock, ...]
    too_wide: tuple[str, ...]
    changes: Changes
    settings: Settings
    probabilities: ProbabilitiesObject | None = None
    stories: tuple[StoryTold, ...] = ()
    placements: tuple[Placement, ...] = ()
    answers: tuple[Answer, ...] = ()
    doubted: tuple[PlaceDoubts, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplanationObject:
    """The one object of `untold match --explain A B --as json`.

    `shared` is what their texts share, null where one of them is the first of no
    text; `placements`, `answers` and `doubted` are of the two accounts, and
    `contradictions` name both.
    """

    schema: Schema
    explanation: Explanation
    weights: WeighedPair | None = None  # of a candidate pair, where probabilities were asked for and not refused
    shared: Shared | None = None
    placements: tuple[Placement, ...] = ()
    answers: tuple[Answer, ...] = ()
    doubted: tuple[PlaceDoubts, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


SCHEMA = Schema("untold.match", 1)
EXPLANATION_SCHEMA = Schema("untold.match.explanation", 1)


def match_object(matched: Matched, weighed: Weighed | None = None) -> MatchObject:
    """Return a casebook's match as one object, with the second matcher's part where it was weighed."""
    match = matched.match
    reviews = pairs_to_review(match)
    return MatchObject(
        SCHEMA,
        matched.incidents,
        reviews,
        match.left_out,
        match.too_wide,
        matched.changes,
        match.settings,
        None if weighed is None else probabilities_object(weighed),
        _stories(matched.tied.ties.stories),
        matched.tied.placements,
        matched.answers,
        matched.doubted,
    )


def explanation_object(matched: Matched, one: str, other: str, weighed: Weighed | None = None) -> ExplanationObject:
    """Return the evidence of every step for a pair; raises `UnknownAccount` for an id that is not there."""
    explanation = explain_pair(matched.match, one, other)
    both = (explanation.a, explanation.b)
    return ExplanationObject(
        EXPLANATION_SCHEMA,
        explanation,
        None if weighed is None else pair_weighed(weighed, *both),
        matched.tied.shared(*both),
        tuple(each for each in matched.tied.placements if each.account in both),
        tuple(each for each in matched.answers if each.account in both),
        tuple(each for each in matched.doubted if each.account in both),
        _contradictions(matched.incidents, both),
    )


def _contradictions(incidents: Iterable[Incident], both: tuple[str, str]) -> tuple[Contradiction, ...]:
    """Return what the incidents say of both accounts; two incidents that one code names say it twice."""
    said = (found for each in incidents for found in each.contradictions if {*found.accounts} == {*both})
    return tuple(dict.fromkeys(said))


def _stories(groups: Mapping[str, str]) -> tuple[StoryTold, ...]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for account in sorted(groups):
        members[groups[account]].append(account)
    return tuple(StoryTold(tuple(each)) for _, each in sorted(members.items()))


def schema() -> str:
    """Return the JSON Schema of a match's object, as it ships with the package."""
    return shipped_schema("untold.incidents", "match")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, MatchObject)
