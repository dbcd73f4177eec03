"""The names that the record knows, and where a text holds any of them.

Whoever is listed by name somewhere in a casebook must not be named by a
sentence that is cited elsewhere in it. Two links of one person's name beside
each other are that person; a single one is where the sentence is about the
incident in which the person was harmed.

Masking too much costs a word of a sentence, too little a family its safety:
spellings are met by their consonants, in both scripts, in any order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from untold.codebook.folding import is_arabic
from untold.incidents.places.names import folded_key
from untold.incidents.victims.naming import links
from untold.incidents.victims.victim import Victim
from untold.releases.redaction.words_in_text import (
    Word,
    is_known,
    keys_of_link,
    keys_of_word,
)

Span = tuple[int, int]
_MOST_LINKS = 8  # of a name; what is longer is several
_REACH = 4  # words between which two links still are one name
_BEYOND = 2  # words after a name in a script without capitals, which may belong to it


class OwnNames:
    """The single links of the names of one incident's people."""

    __slots__ = ("_keys",)

    def __init__(self, victims: Iterable[Victim]) -> None:
        chains = [chain for each in victims for chain in chains_of(each)]
        found = {link for chain in chains for link in chain}
        self._keys = {
            in_arabic: frozenset(key for link in found for key in keys_of_link(link, in_arabic=in_arabic))
            for in_arabic in (False, True)
        }

    def spans(self, words: Sequence[Word]) -> Iterator[Span]:
        """Yield where a word is a link of a name."""
        for each in words:
            if each.may_name and not keys_of_word(each.text).isdisjoint(self._keys[is_arabic(each.text)]):
                yield each.start, each.end


class KnownNames:
    """All names that the record knows; prints as their number."""

    __slots__ = ("_glued", "_pairs", "_singles", "size")

    def __init__(self, victims: Iterable[Victim]) -> None:
        self._pairs: dict[bool, set[int]] = {False: set(), True: set()}
        self._singles: dict[bool, set[str]] = {False: set(), True: set()}
        self._glued: set[str] = set()
        self.size = 0
        for each in victims:
            self._add(each)

    def __repr__(self) -> str:
        return f"KnownNames({self.size} people withheld)"

    def spans(self, words: Sequence[Word]) -> Iterator[Span]:
        """Yield where a text names anybody; spans may overlap."""
        if not self.size or not any(each.may_name for each in words):
            return
        yield from self._glued_spans(words)
        names = list(_links_in(words))
        for number, one in enumerate(names):
            if one.keys.isdisjoint(self._singles[one.in_arabic]):
                continue
            for last in range(number + 1, min(number + 1 + _REACH, len(names))):
                if names[last].in_arabic == one.in_arabic and self._is_pair(one, names[last], words):
                    yield words[_first_of_run(words, one.first)].start, words[_last_of_run(words, names[last].last)].end

    def _glued_spans(self, words: Sequence[Word]) -> Iterator[Span]:
        for each in words:
            if each.may_name and folded_key(each.text) in self._glued:
                yield each.start, each.end

    def _is_pair(self, one: "_Link", other: "_Link", words: Sequence[Word]) -> bool:
        """Return whether two links are of one known name; by their sounds alone no place and no body is anybody."""
        pairs = self._pairs[one.in_arabic]
        found = [(a, b) for a in one.keys for b in other.keys if _pair(a, b) in pairs]
        if not found or any(not _is_sound(a) and not _is_sound(b) for a, b in found):
            return bool(found)
        return not is_known(" ".join(each.text for each in words[one.first : other.last + 1]))

    def _add(self, victim: Victim) -> None:
        chains = list(chains_of(victim))
        self.size += bool(chains)
        is_in_arabic = any(is_arabic(chain[0]) for chain in chains)
        for chain in chains:
            self._glued |= {folded_key(a) + folded_key(b) for a in chain for b in chain if a != b}
            for in_arabic in (False, True):
                if in_arabic and is_in_arabic and not is_arabic(chain[0]):
                    continue  # a text in Arabic has the Arabic spelling
                keyed = [keys_of_link(link, in_arabic=in_arabic) for link in chain]
                self._singles[in_arabic].update(*keyed)
                self._pairs[in_arabic].update(
                    _pair(a, b) for one, other in combinations(keyed, 2) for a in one for b in other
                )


def chains_of(victim: Victim) -> Iterator[tuple[str, ...]]:
    """Yield the links of a person's name in each spelling, the father's with them."""
    fathers = tuple(link for each in victim.father for link in links(each.spelling))
    for each in victim.names:
        own = links(each.spelling)
        same_script = tuple(link for link in fathers if own and is_arabic(link) == is_arabic(own[0]))
        if own:
            yield tuple(dict.fromkeys((*own, *same_script)))[:_MOST_LINKS]
    if fathers:
        yield tuple(dict.fromkeys(fathers))[:_MOST_LINKS]


@dataclass(frozen=True, slots=True)
class _Link:
    """What may be one link of a name in a text: the numbers of its first and last word, and the keys that it meets."""

    first: int
    last: int
    keys: frozenset[str]
    in_arabic: bool


def _links_in(words: Sequence[Word]) -> Iterator[_Link]:
    number = 0
    while number < len(words):
        shape = words[number].shape
        last = _last_of_link(words, number) if shape.is_head else number
        if words[last].may_name and not (last == number and shape.is_title):
            text = " ".join(each.text for each in words[number : last + 1])
            keys = keys_of_word(text) | (keys_of_word(words[last].text) if last > number else frozenset())
            yield _Link(number, last, keys, is_arabic(text))
        number = last + 1


def _last_of_link(words: Sequence[Word], first: int) -> int:
    """Return the number of a link's last word: "Abd al-Rahman" is one link of three."""
    after = range(first + 1, min(first + 3, len(words)))
    return next((number for number in after if not words[number].shape.is_title), first)


def _first_of_run(words: Sequence[Word], at: int) -> int:
    """Return where the capitalized words begin that stand straight before a name."""
    while at and words[at].is_cased and words[at - 1].is_cased and _is_next(words[at - 1], words[at]):
        at -= 1
    return at


def _last_of_run(words: Sequence[Word], at: int) -> int:
    """Return where a name ends: after the capitalized words that follow, or a word or two where there are none."""
    most = len(words) if words[at].is_cased else min(at + 1 + _BEYOND, len(words))
    while at + 1 < most and _is_next(words[at], words[at + 1]) and _goes_on(words[at + 1]):
        at += 1
    return at


def _is_next(one: Word, other: Word) -> bool:
    return other.start - one.end <= 1


def _goes_on(word: Word) -> bool:
    return word.may_name or word.shape.is_title


def _is_sound(key: str) -> bool:
    return key.startswith(("~", "v:", "s:"))


def _pair(a: str, b: str) -> int:
    return hash((a, b) if a < b else (b, a))
