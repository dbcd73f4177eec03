"""The names of protected sources in what others say: a statement that thanks the monitor leads to the monitor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from untold.codebook.actors import all_actors
from untold.incidents.places.names import exact_key
from untold.releases.redaction.words_in_text import Word, words_of

Span = tuple[int, int]
_Phrase = tuple[str, ...]


class ProtectedNames:
    """Names of sources, each as the words that it has; found whole, whatever their case, accents and marks."""

    __slots__ = ("_phrases",)

    def __init__(self, names: Iterable[str]) -> None:
        self._phrases = _by_first(names)

    def __repr__(self) -> str:
        return f"ProtectedNames({sum(map(len, self._phrases.values()))} withheld)"

    def spans(self, words: Sequence[Word]) -> Iterator[Span]:
        """Yield where a text names a protected source."""
        if not self._phrases:
            return
        for number, word in enumerate(words):
            for phrase in self._phrases.get(word.shape.key, ()):
                own = words[number : number + len(phrase)]
                if tuple(each.shape.key for each in own) == phrase:
                    yield word.start, own[-1].end


def names_of_sources(protected: Iterable[str]) -> Iterator[str]:
    """Yield every name by which the codebook knows the sources of a policy, and the names that the policy gives.

    >>> "المرصد السوري لحقوق الإنسان" in set(names_of_sources(["sohr"]))
    True
    """
    for given in protected:
        yield given
        if (actor := all_actors().get(given)) is not None:
            yield from filter(None, (actor.name, actor.name_ar, *actor.aliases, *actor.case_aliases))


def _by_first(names: Iterable[str]) -> Mapping[str, tuple[_Phrase, ...]]:
    found: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in dict.fromkeys(tuple(each.shape.key for each in words_of(name)) for name in names):
        if phrase and exact_key(" ".join(phrase)):
            found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
