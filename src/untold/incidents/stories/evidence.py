"""How much speaks for two texts telling one story: points, each for something that a person can see.

Names that few texts name say more than those that all do, so places and words
count by their rarity among the texts at hand (term frequency times inverse
document frequency).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from untold.incidents.stories.traits import Story

# Points of ten are a factor of about 2.7 in the odds. Fitted in November 2026 (logistic regression over pairs) on each
# half of the incidents of texts that Airwars cites and tried on the other; these are the two fits' means. Of their two
# cut-offs, 43 and 46, the higher stands: two incidents taken for one cost more than one taken for two.
LINK = 46.0
_WORTH: Mapping[str, float] = MappingProxyType(
    {
        "days": 30.0,
        "days_and_places": 4.5,
        "places": 45.0,
        "rarest": 41.5,
        "words": 28.0,
        "actors": 7.5,
        "means": 15.5,
        "numbers": 7.5,
        "weekday": 14.5,
    }
)
_UNSAID = 0.5  # of parties and means, where a text names none
WINDOW = timedelta(days=1)  # news of a night strike bears either date
_FEW_DAYS = 5
_RAREST_AT = 4.0  # the logarithm of one in fifty-five


@dataclass(frozen=True, slots=True)
class Weighed:
    """A story with its places and words weighed by rarity, each as a vector of length one."""

    story: Story
    places: Mapping[str, float]
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Stories weighed among each other; `rarity` of a place's key is the logarithm of how few texts name it."""

    stories: tuple[Weighed, ...]
    rarity: Mapping[str, float]


def weigh(stories: Iterable[Story]) -> Corpus:
    """Return the stories with their places and words weighed by how rare they are among them."""
    listed = sorted(stories, key=lambda story: story.id)
    places = _rarity([story.places for story in listed], shared=False)
    words = _rarity([story.words for story in listed], shared=True)
    weighed = (
        Weighed(
            story,
            _unit({key: weight * places[key] for key, weight in story.places.items()}),
            _unit({word: (1 + math.log(times)) * words[word] for word, times in story.words.items() if word in words}),
        )
        for story in listed
    )
    return Corpus(tuple(weighed), places)


def features(one: Weighed, other: Weighed, rarity: Mapping[str, float]) -> dict[str, float] | None:
    """Return what speaks for a pair, each from 0 (or -1) to 1; null where their days are apart."""
    days = _days(one.story, other.story)
    if days is None:
        return None
    shared = _shared(one.places, other.places)
    places = sum(one.places[a] * other.places[b] for a, b in shared)
    rarest = max((min(one.places[a], other.places[b]) * max(rarity[a], rarity[b]) for a, b in shared), default=0.0)
    return {
        "days": days,
        "days_and_places": days * places,
        "places": places,
        "rarest": rarest / _RAREST_AT,
        "words": _dot(one.words, other.words),
        "actors": _alike(one.story.actors, other.story.actors),
        "means": _alike(one.story.means, other.story.means),
        "numbers": _numbers(one.story.counts, other.story.counts),
        "weekday": _weekdays(one.story, other.story) if days == 0 else 0.0,
    }


def points(found: Mapping[str, float]) -> float:
    """Return the points of a pair's features; from `LINK` on it is taken for one story."""
    return sum(points_of(name, value) for name, value in found.items())


def points_of(feature: str, value: float) -> float:
    """Return what one of the features is worth."""
    return _WORTH[feature] * value


def names_shared(one: Weighed, other: Weighed) -> tuple[str, ...]:
    """Return the names of places that both bear, as keys without marks; where none is spelled alike, skeletons."""
    shared = {key.lstrip("AL") if key[:2] in {"A~", "L~"} else key for key, _ in _shared(one.places, other.places)}
    spelled = sorted(key for key in shared if not key.startswith("~"))
    return tuple(spelled) or tuple(sorted(shared))


def _rarity(texts: list[Mapping[str, float]] | list[Mapping[str, int]], *, shared: bool) -> dict[str, float]:
    """Return the inverse document frequency of each key; with `shared`, only of those in two texts or more."""
    counted = Counter(key for text in texts for key in text)
    return {key: math.log(len(texts) / times) for key, times in counted.items() if times > 1 or not shared}


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else {}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other[key] for key, value in one.items() if key in other)


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> list[tuple[str, str]]:
    """Return the pairs of keys that meet: equal ones, and short skeletons of the two scripts."""
    equal = [(key, key) for key in one if key in other and key[:2] not in {"A~", "L~"}]
    crossed = [(key, _other_script(key)) for key in one if key[:2] in {"A~", "L~"}]
    return equal + [(a, b) for a, b in crossed if b in other]


def _other_script(key: str) -> str:
    return ("L" if key[0] == "A" else "A") + key[1:]


def _days(one: Story, other: Story) -> float | None:
    """Return 1 for days that may be the same, 0.5 for neighbours, 0 where a text has none; null for days apart."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    apart = max(one.first - other.last, other.first - one.last)
    if apart > WINDOW:
        return None
    return 1.0 if apart <= timedelta(0) else 0.5


def _alike(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    if not one or not other:
        return _UNSAID
    dot = sum(times * other.get(slug, 0) for slug, times in one.items())
    return dot / math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))


def _numbers(one: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]]) -> float:
    """Return 1 where a number of the same harm is shared, -1 where both count that harm otherwise, else 0."""
    if one & other:
        return 1.0
    return -1.0 if {harm for harm, _ in one} & {harm for harm, _ in other} else 0.0


def _weekdays(one: Story, other: Story) -> float:
    ours, theirs = _weekdays_of(one), _weekdays_of(other)
    if ours is None or theirs is None:
        return 0.0
    return 1.0 if ours & theirs else -1.0


def _weekdays_of(story: Story) -> frozenset[int] | None:
    if story.first is not None and story.last is not None:
        span = (story.last - story.first).days
        return frozenset(_later(story.first, n).weekday() for n in range(span + 1)) if span < _FEW_DAYS else None
    return None if story.weekday is None else frozenset({story.weekday})


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
