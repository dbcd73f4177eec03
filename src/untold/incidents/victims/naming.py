"""Whether two spellings can be one person's name, in one script or across Arabic and Latin.

An Arabic name is a chain (own name, father's, grandfather's, family), of which
each source prints as many links as it knows. The links are compared in order,
each by its consonants; that leaves many people with one name, so a name finds
candidates and decides nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from untold.codebook.wordlists import word_list
from untold.incidents.places.letters import ARABIC, LATIN, LATIN_GROUPS
from untold.incidents.places.names import SAME_NAME, exact_key, name_keys, same_name_score
from untold.incidents.victims.victim import PersonName

_LATIN_SOUND = re.compile("|".join([*LATIN_GROUPS, *(f"{letter}+" for letter in LATIN)]))
_LAST_SOUNDS = {**dict.fromkeys("aاeأآ", "a"), **dict.fromkeys("iyيى", "i"), **dict.fromkeys("uowو", "u")}
_FEWEST = 2  # links that must agree before two names can be one person's


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How alike two names are: the mean of the links compared, 0 to 1, and how many agree of the shorter's."""

    score: float
    agreeing: int
    compared: int

    @property
    def is_possible(self) -> bool:
        """Whether every link of the shorter name agrees, and there are two or more."""
        return self.agreeing == self.compared >= _FEWEST


@lru_cache(maxsize=65536)
def links(spelling: str) -> tuple[str, ...]:
    """Return the links of a name in order, without titles and articles, in the form that is compared.

    >>> links("Dr. Sami bin Abd al-Rahman al-Mukhtara")
    ('sami', 'abdrahman', 'mukhtara')
    >>> links("سامي عبد الرحمن المخترع") == links("سامي عبدالرحمن المخترع")
    True
    """
    found: list[str] = []
    head = ""
    for word in exact_key(spelling.replace("-", " ")).split():
        if word in _words("heads"):
            head += _servant(word) or word
        elif word not in _words("titles"):
            found.append(head + _without_article(word) if head else _unglued(word))
            head = ""
    return tuple(found + ([head] if head else []))


def is_description(words: str) -> bool:
    """Return whether the words tell of somebody whose name nobody knew: "unidentified man", "wife of the driver".

    >>> is_description("Unidentified male"), is_description("Sami Invented")
    (True, False)
    """
    return not _words("descriptions").isdisjoint(exact_key(words.replace("-", " ")).split())


def likeness(one: Iterable[PersonName], other: Iterable[PersonName]) -> NameLikeness:
    """Return how alike the two people's names are, by the pair of spellings that is most alike."""
    pairs = [(links(a.spelling), links(b.spelling)) for a in one for b in other]
    found = (_compared(*pair) for pair in pairs if all(pair))
    return max(found, key=lambda each: (each.is_possible, each.score, each.compared), default=NameLikeness(0.0, 0, 0))


def meeting_keys(names: Iterable[PersonName]) -> frozenset[str]:
    """Return keys of which two names that can be one person's share at least one: first link, any other link."""
    found: set[str] = set()
    for name in names:
        first, *others = links(name.spelling) or ("",)
        found |= {f"{a}|{b}" for a in _sounds(first) for other in others for b in _sounds(other)}
    return frozenset(found)


def link_score(one: str, other: str) -> float:
    """Return how alike two links are, 0 to 1: `SAME_NAME` and above where they can be one.

    Names of people are shorter than those of places: of those with one
    consonant or none (Ali, Eid, Aya) the last sound is compared with it.

    >>> link_score("ali", "علي") >= SAME_NAME, link_score("ali", "علا") >= SAME_NAME
    (True, False)
    """
    score = same_name_score(one, other)
    short = short_sound(one)
    return max(score, SAME_NAME) if short is not None and short == short_sound(other) else score


@lru_cache(maxsize=65536)
def short_sound(link: str) -> str | None:
    """Return the one consonant of a short link, or none, with the kind of its last sound; null for a longer link.

    >>> short_sound("ali"), short_sound("ayoub"), short_sound("آية"), short_sound("sami")
    ('l+i', 'b+', '+a', None)
    """
    letters = exact_key(link)
    stem = letters.rstrip("hه") if len(letters) > _FEWEST else letters
    if letters.isascii():
        heard = [LATIN_GROUPS.get(each) or LATIN.get(each[0], "") for each in _LATIN_SOUND.findall(stem)]
    else:
        heard = [ARABIC.get(each, "") for each in stem]
    consonants = [each[0] for each in heard if each]
    if len(consonants) >= _FEWEST:
        return None
    last = "a" if letters.endswith("ه") else _LAST_SOUNDS.get(stem[-1:], "")
    return f"{''.join(consonants)}+{last}"


def _sounds(link: str) -> tuple[str, ...]:
    keys = name_keys(link)
    short = short_sound(link)
    return (*(key for key in keys if key.startswith("~")), *((f"~{short}",) if short else ())) or keys


def _compared(one: Sequence[str], other: Sequence[str]) -> NameLikeness:
    """Compare the first links with each other and the rest of the shorter chain with the longer in order."""
    shorter, longer = sorted((one, other), key=len)
    scores = [link_score(shorter[0], longer[0])]
    start = 1
    for link in shorter[1:]:
        best = max(range(start, len(longer)), key=lambda at: link_score(link, longer[at]), default=None)
        scores.append(0.0 if best is None else link_score(link, longer[best]))
        start = start if best is None or scores[-1] < SAME_NAME else best + 1
    return NameLikeness(sum(scores) / len(scores), sum(score >= SAME_NAME for score in scores), len(scores))


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > _FEWEST + 1 else word


def _unglued(word: str) -> str:
    """Return a link that is written as one word without the article inside: Abdulrahman, عبدالرحمن."""
    for head in sorted(_words("servant"), key=len, reverse=True):
        rest = word.removeprefix(head)
        if rest != word and len(rest) > _FEWEST:
            return _servant(head) + _without_article(rest)
    return _without_article(word)


def _servant(head: str) -> str:
    """Return "servant of" as it is compared, in the script of the head; empty for another head."""
    if head not in _words("servant"):
        return ""
    return "abd" if head.isascii() else "عبد"


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(exact_key(each) for each in word_list("person_names")[kind]["words"])
