"""Groups of texts that tell one story: the surest pair first, and no text that most of a group speaks against.

A village that was struck three times in a year is named in the texts of all
three strikes, so one pair is not enough: a group takes another in only where
the average of all pairs still speaks for it, and where it would not hold two
texts of one publisher. Which texts came first plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from untold.incidents.stories.evidence import LINK, WINDOW, Corpus, Weighed, features, points, weigh
from untold.incidents.stories.traits import Story

# The average of the pairs of two groups may stay this much behind a single link: not all texts name everything.
_AVERAGE = LINK - 10.0
_LEAST_WORDS = 0.15  # likeness of words from which texts without a place in common are compared
_MOST_OF_A_KEY = 400  # texts; a name that more texts name tells no two of them apart


def story_groups(stories: Iterable[Story]) -> dict[str, str]:
    """Return, for the id of each story, the least id of its group; a story alone is its own group.

    The order of the stories changes nothing; what is rare among them does, so
    a group is a proposal for these texts and may be another among others.
    """
    return groups_in(weigh(stories))


def groups_in(corpus: Corpus) -> dict[str, str]:
    """Return the groups of stories that are weighed already."""
    pairs = _pairs(corpus)
    groups = _Groups(corpus, pairs)
    for (one, other), score in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if score >= LINK:
            groups.consider(one, other)
    return {corpus.stories[n].story.id: corpus.stories[first].story.id for n, first in groups.first.items()}


def _pairs(corpus: Corpus) -> dict[tuple[int, int], float]:
    """Return the points of each pair that shares a place or a word that not all share, unless their days forbid it."""
    found: dict[tuple[int, int], float] = {}
    for one, other in _candidates(corpus):
        what = features(corpus.stories[one], corpus.stories[other], corpus.rarity)
        if what is not None and (what["places"] > 0 or what["words"] > _LEAST_WORDS):
            found[one, other] = points(what)
    return found


def _candidates(corpus: Corpus) -> Iterator[tuple[int, int]]:
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for n, weighed in enumerate(corpus.stories):
        for key in _keys(weighed):
            bearers[key].append(n)
    few = (bearing for bearing in bearers.values() if len(bearing) <= _MOST_OF_A_KEY)
    yield from sorted({pair for bearing in few for pair in _within_days(corpus, bearing)})


def _within_days(corpus: Corpus, bearing: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs among stories whose days do not forbid it: a year's texts are not laid beside each other."""
    spans = {n: (corpus.stories[n].story.first, corpus.stories[n].story.last) for n in bearing}
    dated = sorted((first, n, last) for n, (first, last) in spans.items() if first is not None and last is not None)
    undated = [n for n, (first, last) in spans.items() if first is None or last is None]
    for place, (_, one, last) in enumerate(dated):
        for first, other, _ in islice(dated, place + 1, None):
            if first > last + WINDOW:
                break
            yield min(one, other), max(one, other)
    for one in undated:
        yield from ((min(one, other), max(one, other)) for other in bearing if other != one)


def _keys(weighed: Weighed) -> set[str]:
    """Return the keys under which a story meets others: its places in either script, and its rarest words."""
    places = {f"place:{key[1:] if key[:2] in {'A~', 'L~'} else key}" for key in weighed.places}
    rarest = sorted(weighed.words, key=lambda word: (-weighed.words[word], word))[:20]
    return places | {f"word:{word}" for word in rarest}


class _Groups:
    """The groups as they grow, named by the first of their texts."""

    def __init__(self, corpus: Corpus, pairs: dict[tuple[int, int], float]) -> None:
        self._corpus, self._pairs = corpus, pairs
        self.first = {n: n for n in range(len(corpus.stories))}
        self._members = {n: [n] for n in self.first}

    def consider(self, one: int, other: int) -> None:
        """Join the groups of two texts, unless a source has texts in both or the average speaks against it."""
        a, b = sorted((self.first[one], self.first[other]))
        if a == b or self._sources(a) & self._sources(b) or not self._is_held(a, b):
            return
        self._members[a] = sorted(self._members[a] + self._members.pop(b))
        for member in self._members[a]:
            self.first[member] = a

    def _sources(self, group: int) -> set[str]:
        return {source for n in self._members[group] if (source := self._corpus.stories[n].story.source)}

    def _is_held(self, a: int, b: int) -> bool:
        scores = []
        for one in self._members[a]:
            for other in self._members[b]:
                pair = (min(one, other), max(one, other))
                score = self._pairs.get(pair)
                if score is None and self._days_are_apart(*pair):
                    return False
                scores.append(score or 0.0)
        return sum(scores) / len(scores) >= _AVERAGE

    def _days_are_apart(self, one: int, other: int) -> bool:
        stories = self._corpus.stories
        return features(stories[one], stories[other], self._corpus.rarity) is None
