"""Signs of a name that the record does not know: "the martyr …", "…, 34,", "the family of …", "their names".

Where the name has an end it is masked; where nothing says where it ends, the
sentence is in doubt, and a policy decides whether it is published at all.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile

from untold.codebook.folding import is_arabic
from untold.incidents.places.names import exact_key
from untold.releases.redaction.words_in_text import Word, is_known_word, is_title

Span = tuple[int, int]
_Phrase = tuple[str, ...]
_AGE = re.compile(
    r"\s*(?:,\s*(?:aged?\s+|age\s+of\s+)?\d{1,3}(?=\s*[,;.)]|\s+years?\b|$)|\(\s*(?:aged?\s+)?\d{1,3}\s*\))"
)
_FULL_NAME = 2  # words
_AFTER_FAMILY = 2  # words of a family's name in a script without capitals


def signed_names(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Yield where a name stands that a sign beside it tells, and that has an end.

    >>> from untold.releases.redaction.words_in_text import words_of
    >>> text = "The martyr Sami Invented was a baker."
    >>> [text[slice(*span)] for span in signed_names(text, words_of(text))]
    ['Sami Invented']
    """
    keys = [exact_key(each.text) for each in words]
    for number in range(len(words)):
        for kind in ("named_next", "named_as", "of_family"):
            after = number + _length(kind, keys, number)
            if after > number:
                yield from _name(words, after, is_family=kind == "of_family")
        if _length("before_family", keys, number):
            yield from _name_before(words, number)
    yield from _names_with_age(text, words)


def is_in_doubt(words: Sequence[Word]) -> bool:
    """Return whether a text seems to name somebody of whose name nothing says where it ends.

    >>> from untold.releases.redaction.words_in_text import words_of
    >>> is_in_doubt(words_of("استشهاد المواطن سامي المخترع")), is_in_doubt(words_of("استشهاد خمسة مدنيين"))
    (True, False)
    """
    keys = [exact_key(each.text) for each in words]
    return any(
        _length("listed", keys, number) or (_length("alone", keys, number) and _is_followed(words, number))
        for number in range(len(words))
    )


def _name(words: Sequence[Word], first: int, *, is_family: bool) -> Iterator[Span]:
    """Yield the name that begins there: a run of capitals, or after "family of" a word or two without them."""
    if first >= len(words) or first == 0 or words[first].start - words[first - 1].end > 1:
        return
    if is_family and is_arabic(words[first].text):
        run = [first, *(number for number in _run(words, first) if number < first + _AFTER_FAMILY)]
    else:
        run = [number for number in _run(words, first) if words[first].is_cased]
    yield from _span(words, run)


def _name_before(words: Sequence[Word], after: int) -> Iterator[Span]:
    before = takewhile(
        lambda number: words[number].is_cased and words[number + 1].start - words[number].end <= 1,
        range(after - 1, -1, -1),
    )
    yield from _span(words, sorted(before))


def _names_with_age(text: str, words: Sequence[Word]) -> Iterator[Span]:
    number = 0
    while number < len(words):
        run = list(_run(words, number)) if words[number].is_cased else []
        if len(run) >= _FULL_NAME and _AGE.match(text, words[run[-1]].end):
            yield from _span(words, run)
        number = run[-1] + 1 if run else number + 1


def _run(words: Sequence[Word], first: int) -> Iterator[int]:
    """Yield the numbers of the words of a name from its first on, as long as they stand side by side."""
    yield first
    for number in range(first + 1, len(words)):
        is_beside = words[number].start - words[number - 1].end <= 1
        if not is_beside or not (words[number].may_name or is_title(words[number].text)):
            return
        yield number


def _span(words: Sequence[Word], run: Sequence[int]) -> Iterator[Span]:
    """Yield the span of a run, unless all of it is a place or a body that the codebook knows."""
    if run and not all(is_known_word(words[number].text) or is_title(words[number].text) for number in run):
        yield words[run[0]].start, words[run[-1]].end


def _is_followed(words: Sequence[Word], number: int) -> bool:
    """Return whether another word stands straight after one, which the codebook has in no place and no body."""
    if number + 1 >= len(words) or words[number + 1].start - words[number].end > 1:
        return False
    return not is_known_word(words[number + 1].text)


def _length(kind: str, keys: Sequence[str], number: int) -> int:
    """Return how many words a sign of that kind has that begins with a word, 0 where none does."""
    found = (
        phrase
        for phrase in _signs()[kind].get(keys[number], ())
        if tuple(keys[number : number + len(phrase)]) == phrase
    )
    return max(map(len, found), default=0)


@cache
def _signs() -> Mapping[str, Mapping[str, tuple[_Phrase, ...]]]:
    """Return the signs of each kind by their first word."""
    listed = tomllib.loads((files("untold.releases.redaction") / "signs.toml").read_text("utf-8"))
    return {
        kind: _by_first(tuple(exact_key(each).split()) for each in signs["words"]) for kind, signs in listed.items()
    }


def _by_first(phrases: Iterator[_Phrase]) -> Mapping[str, tuple[_Phrase, ...]]:
    found: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
