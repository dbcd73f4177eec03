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
from untold.releases.redaction.plain_words import plain_words
from untold.releases.redaction.words_in_text import Word, of_known_bodies

Span = tuple[int, int]
Sign = tuple[str, int, int]  # its kind, the number of its first word, and that of the word after it
_Phrase = tuple[str, ...]
# An age after a name, between commas or in brackets.
_AGE = re.compile(r"\s*(?:,\s*(?:aged?\s+)?\d{1,3}(?=\s*[,;.)]|\s+years?\b|$)|\(\s*(?:aged?\s+)?\d{1,3}\s*\))")
_ITEM = re.compile(r"\s*(?:\d{1,3}\s*[-.)_/\u0640]|[-•*\u2013])\s*[^\d\W]+(?:\s+[^\d\W]+){1,4}\W*")  # "3- سامي المخترع"
_FULL_NAME = 2  # words
_AROUND = 5  # words in which a place or a body is looked for
_AFTER_FAMILY = 2  # words of a family's name in a script without capitals


def signs_in(words: Sequence[Word]) -> list[Sign]:
    """Return every sign in a text, in order."""
    signs = _signs()
    beginnings = [(number, word) for number, word in enumerate(words) if word.shape.key in signs]
    return [
        (kind, number, number + len(phrase))
        for number, word in beginnings
        for kind, phrase in signs[word.shape.key]
        if tuple(each.shape.key for each in words[number : number + len(phrase)]) == phrase
    ]


def signed_names(text: str, words: Sequence[Word], signs: Sequence[Sign]) -> Iterator[Span]:
    """Yield where a name stands that a sign beside it tells, and that has an end.

    >>> from untold.releases.redaction.words_in_text import words_of
    >>> text = "The martyr Sami Invented was a baker."
    >>> words = words_of(text)
    >>> [text[slice(*span)] for span in signed_names(text, words, signs_in(words))]
    ['Sami Invented']
    """
    for kind, first, after in signs:
        if kind in {"named_next", "named_as", "of_family"}:
            yield from _name(words, after, is_family=kind == "of_family")
        elif kind == "before_family":
            yield from _name_before(words, first)
    if _AGE.search(text):
        yield from _names_with_age(text, words)


def is_in_doubt(text: str, words: Sequence[Word], signs: Sequence[Sign]) -> bool:
    """Return whether a text seems to name somebody of whose name nothing says where it ends.

    >>> from untold.releases.redaction.words_in_text import words_of
    >>> named, counted = "استشهاد المواطن سامي المخترع", "استشهاد خمسة مدنيين"
    >>> [is_in_doubt(each, words_of(each), signs_in(words_of(each))) for each in (named, counted)]
    [True, False]
    """
    if _ITEM.fullmatch(text) and all(each.may_name for each in words):
        return True
    return any(kind == "listed" or (kind == "alone" and _is_followed(words, first)) for kind, first, _ in signs)


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
        if not is_beside or not (words[number].may_name or words[number].shape.is_title):
            return
        yield number


def _span(words: Sequence[Word], run: Sequence[int]) -> Iterator[Span]:
    """Yield the span of a run, unless all of it is plain words, or a place or a body that the codebook knows."""
    own = [words[number] for number in run]
    known = of_known_bodies(own) if own else frozenset()
    if not all(number in known or _is_nobody(each) for number, each in enumerate(own)):
        yield own[0].start, own[-1].end


def _is_nobody(word: Word) -> bool:
    return word.shape.is_title or (word.is_cased and word.shape.key in plain_words())


def _is_followed(words: Sequence[Word], number: int) -> bool:
    """Return whether another word stands straight after one, and is of no place or body that the codebook knows."""
    if number + 1 >= len(words) or words[number + 1].start - words[number].end > 1:
        return False
    return 1 not in of_known_bodies(words[number : number + _AROUND])


@cache
def _signs() -> Mapping[str, tuple[tuple[str, _Phrase], ...]]:
    """Return every sign under its first word, with its kind."""
    listed = tomllib.loads((files("untold.releases.redaction") / "signs.toml").read_text("utf-8"))
    found: dict[str, tuple[tuple[str, _Phrase], ...]] = {}
    for kind, signs in listed.items():
        for phrase in (tuple(exact_key(each).split()) for each in signs["words"]):
            found[phrase[0]] = (*found.get(phrase[0], ()), (kind, phrase))
    return found
