"""A match for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from dataclasses import dataclass
from importlib import resources

import msgspec

from untold.incidents.building import Changes
from untold.incidents.incident import Incident
from untold.incidents.matching import Explanation, Settings, ToReview, pairs_to_review
from untold.incidents.matching.blocking import HotBlock
from untold.incidents.probabilities import Weighed, WeighedPair, pair_weighed
from untold.incidents.probabilities.objects import ProbabilitiesObject, probabilities_object
from untold.incidents.record import Matched


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class MatchObject:
    """The one object of `untold match --as json`.

    `reviews` are pairs that a person should look at, in that order; `left_out`
    the blocks that were too full to compare; `too_wide` the accounts whose
    dates only codes and copies can match; `settings` the rule's;
    `probabilities` the second matcher's part, null where it was not asked for.
    """

    schema: Schema
    incidents: tuple[Incident, ...]
    reviews: tuple[ToReview, ...]
    left_out: tuple[HotBlock, ...]
    too_wide: tuple[str, ...]
    changes: Changes
    settings: Settings
    probabilities: ProbabilitiesObject | None = None


@dataclass(frozen=True, slots=True)
class ExplanationObject:
    """The one object of `untold match --explain A B --as json`."""

    schema: Schema
    explanation: Explanation
    weights: WeighedPair | None = None  # of a candidate pair, where probabilities were asked for and not refused


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
    )


def explanation_object(explanation: Explanation, weighed: Weighed | None = None) -> ExplanationObject:
    """Return the evidence for a pair as one object."""
    weights = None if weighed is None else pair_weighed(weighed, explanation.a, explanation.b)
    return ExplanationObject(EXPLANATION_SCHEMA, explanation, weights)


def schema() -> str:
    """Return the JSON Schema of a match's object, as it ships with the package."""
    return resources.files("untold.incidents").joinpath("schemas/match.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(MatchObject)})
    return msgspec.json.format(made, indent=2).decode() + "\n"
