"""The words of a passage as names are looked for in them: with their places, and the keys under which they meet names.

A name is written with invisible marks between its letters, glued into a
hashtag, with another script's lookalikes, after "and" as one word. What a
reader sees as a name has to be found as one.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from untold.codebook.actors import find_actor
from untold.codebook.folding import is_arabic
from untold.codebook.places import find_place
from untold.codebook.wordlists import word_list
from untold.incidents.places.names import exact_key, folded_key, name_keys
from untold.incidents.victims.naming import links, short_sound

# Diacritics of Latin, Arabic and Hebrew, the tatweel, and what is not seen: soft hyphens, joiners, marks of direction.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
)
_QUOTES = "'’‘ʼʻ`´ʿʾ"
# A letter with the marks on it; letters joined by nothing visible, or by an apostrophe. A capital inside begins a word.
_WORD = re.compile(rf"[^\W\d_]+(?:(?:[{_MARKS}]|[{_QUOTES}](?=[^\W\d_]))+[^\W\d_]*)*")
_INNER_CAPITAL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z])")
_OWNERS = re.compile(f"[{_QUOTES}]s?$")
_PROCLITICS = "وفبلك"  # and, then, in, to, like: written onto the next Arabic word
_FEWEST_LETTERS = 3  # that stay once one is taken off
_LONGEST_KNOWN = 4  # words of the name of a place or a body
_ENOUGH = 3  # consonants, from which a skeleton alone tells names apart in one script
_VOWEL_WORDS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("y", "i"), ("w", "u"), ("e", "a"), ("o", "u"))


class Shape(NamedTuple):
    """What a word is by itself: `key` as lists are compared (without "'s"), and whether it is half a link, or none."""

    key: str
    is_cased: bool
    may_name: bool  # by a capital, or for want of any in its script
    is_head: bool  # the first half of a link: Abd, Abu, Umm
    is_title: bool  # beside a name and no link of it: a title, "son of", an article that stands apart


class Word(NamedTuple):
    """A word of a text, `text[start:end]`; `may_name` is whether it can be of a name, by how it is written."""

    text: str
    start: int
    end: int
    shape: Shape
    may_name: bool

    @property
    def is_cased(self) -> bool:
        """Whether it begins with a capital."""
        return self.shape.is_cased


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order.

    In a script without capitals, and in a text that uses none, every word can be of a name.

    >>> [each.text for each in words_of("Sami al-Mukhtara #SamiMukhtara 12th")]
    ['Sami', 'al', 'Mukhtara', 'Sami', 'Mukhtara', 'th']
    """
    uses_none = text == text.lower()
    found: list[Word] = []
    for each in _WORD.finditer(text):
        start, end = each.span()
        for part, shape in _parts(each[0]):
            end = start + len(part)
            found.append(Word(part, start, end, shape, shape.may_name or uses_none))
            start = end
    return found


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[tuple[str, Shape], ...]:
    """Return the words that are written as one, each with its own capital, and what each is by itself."""
    return tuple((part, _shape(part)) for part in _INNER_CAPITAL.split(word))


def _shape(word: str) -> Shape:
    key, first = exact_key(_OWNERS.sub("", word)), word[:1]
    may_name = first.isupper() or first.lower() == first.upper()
    return Shape(key, first.isupper(), may_name, key in _listed("heads"), key in _listed("titles"))


@lru_cache(maxsize=65536)
def keys_of_word(word: str) -> frozenset[str]:
    """Return the keys under which a word of a text meets a link of a name; of what is no link of a name, none."""
    found: set[str] = set()
    for form in _forms(word):
        for link in links(form):
            found |= {folded_key(link), *_loose(link)}
    return frozenset(found - {""})


@lru_cache(maxsize=65536)
def keys_of_link(link: str, *, in_arabic: bool) -> frozenset[str]:
    """Return the keys under which a link of a known name is met by a text in Arabic letters, or in others.

    In its own script a link of two consonants is met only with its vowels: Arabic
    writes none, and Sami, Sam and Sumaya would be one.
    """
    if is_arabic(link) == in_arabic:
        own = [key for key in _loose(link) if not key.startswith("~") or (len(key) > _ENOUGH and not in_arabic)]
        return frozenset({folded_key(link), *own} - {""})
    return frozenset(key for key in _loose(link) if key.startswith(("~", "s:")))


def of_known_bodies(words: Sequence[Word]) -> frozenset[int]:
    """Return the numbers of the words that name a place or a body of the codebook, alone or together with others.

    >>> words = words_of("fighters of Islamic State in Deir ez-Zor, Omar")
    >>> [words[number].text for number in sorted(of_known_bodies(words))]
    ['Islamic', 'State', 'Deir', 'ez', 'Zor']
    """
    found: set[int] = set()
    for first in range(len(words)):
        for last in range(min(first + _LONGEST_KNOWN, len(words)) - 1, first - 1, -1):
            if last not in found and is_known(" ".join(each.text for each in words[first : last + 1])):
                found.update(range(first, last + 1))
                break
    return frozenset(found)


@lru_cache(maxsize=65536)
def is_known(phrase: str) -> bool:
    """Return whether a phrase is the name of a place or a body of the codebook."""
    return find_place(phrase) is not None or find_actor(phrase) is not None


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(exact_key(each) for each in word_list("person_names")[kind]["words"])


def _forms(word: str) -> tuple[str, ...]:
    """Return a word, and the same without what is written onto it: in Arabic "and" or "to", in English whose it is."""
    if not is_arabic(word):
        return (word, owner) if (owner := _OWNERS.sub("", word)) != word else (word,)
    plain = exact_key(word)
    cut = plain[1:] if plain[:1] in _PROCLITICS and len(plain) > _FEWEST_LETTERS else ""
    return tuple(dict.fromkeys((plain, *((cut,) if cut else ()), *(("ال" + plain[2:],) if plain[:2] == "لل" else ()))))


@lru_cache(maxsize=65536)
def _loose(link: str) -> tuple[str, ...]:
    """Return the keys of a link's sounds: consonants ("~"), where they are two with vowels ("v:"), where one, "s:"."""
    skeletons = tuple(key for key in name_keys(link) if key.startswith("~"))
    short = short_sound(link)
    vowels = (f"v:{_vowels(link)}",) if any(len(key) == _ENOUGH for key in skeletons) and not is_arabic(link) else ()
    return (*skeletons, *vowels, *((f"s:{short}",) if short is not None else ()))


def _vowels(link: str) -> str:
    """Return a Latin link with its vowels as Arabic hears them: Samy and Sami, Sumaya and Somaia."""
    found = folded_key(link)
    for written, heard in _VOWEL_WORDS:
        found = found.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", found).rstrip("h")
