"""What two texts of one story share, in words and points: the evidence that a person asks for.

A group that nobody can take apart would have to be believed. So for any two
texts the points of each thing that they share, or do not, stand beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from untold.incidents.stories.evidence import (
    LINK,
    Corpus,
    Weighed,
    features,
    names_shared,
    points,
    points_of,
    weigh,
)
from untold.incidents.stories.grouping import groups_in
from untold.incidents.stories.traits import Story

_SAID = {
    "days": "the days that both tell of",
    "days_and_places": "those days and places together",
    "places": "the places that both name",
    "rarest": "the rarest of these places",
    "words": "the words of their openings",
    "actors": "the parties that they name",
    "means": "the means that they name",
    "numbers": "their numbers of the killed and injured",
    "weekday": "the weekday",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """How much speaks for two texts telling one story: points, how many a link needs, and of what, the most first.

    A group takes in a text whose pairs speak for it on average, so two of its
    texts may share less than a link needs; null points are days that are apart.
    """

    points: float | None
    needed: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories that a record's texts tell: `groups` name each text's, of those that are not told by it alone."""

    groups: Mapping[str, str]
    corpus: Corpus

    def shared(self, one: str, other: str) -> Shared | None:
        """Return what two texts share, or null where one of them is no text of the record."""
        told = {each.story.id: each for each in self.corpus.stories if each.story.id in {one, other}}
        if len(told) < 2:  # noqa: PLR2004 - a pair
            return None
        return _shared(told[one], told[other], self.corpus)


def stories_told(stories: Iterable[Story]) -> Stories:
    """Return the stories that texts tell, several texts each."""
    corpus = weigh(stories)
    groups = groups_in(corpus)
    several = {first for each, first in groups.items() if each != first}
    return Stories({each: first for each, first in groups.items() if first in several}, corpus)


def _shared(one: Weighed, other: Weighed, corpus: Corpus) -> Shared:
    found = features(one, other, corpus.rarity)
    if found is None:
        return Shared(None, LINK, ("their days are apart",))
    worth = {name: points_of(name, value) for name, value in found.items()}
    said = sorted((each for each in worth if round(worth[each], 1)), key=lambda each: -worth[each])
    names = ", ".join(names_shared(one, other))
    reasons = (f"{worth[each]:+.1f}  {_SAID[each]}{f' ({names})' if each == 'places' else ''}" for each in said)
    return Shared(round(points(found), 1), LINK, tuple(reasons))
