"""The consonants of a place name, in which Arabic and Latin spellings meet.

Arabic writes no short vowels and Latin no two of them alike, so that what a
name keeps in both scripts is its consonants; where a letter is heard in two
ways, a name has several skeletons.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise, product

from untold.incidents.places.letters import (
    ARABIC,
    ARABIC_ARTICLE,
    GLUED_ARTICLES,
    GLUING_HEADS,
    INITIAL_GLIDES,
    LATIN,
    LATIN_GROUPS,
    LATIN_VOWELS,
    is_article,
)

_MOST = 8  # readings of one name; a longer list says that nothing is known
_FEWEST = 2  # consonants, below which a skeleton is shared by everything
_GROUP = re.compile("|".join([*LATIN_GROUPS, *(f"{c}+" for c in LATIN), f"[{''.join(sorted(LATIN_VOWELS))}]+"]))
Sounds = list[tuple[str, ...]]  # for each place in the word, the consonants that may stand there; "" for none


@lru_cache(maxsize=65536)
def skeletons(key: str) -> tuple[str, ...]:
    """Return the consonant skeletons of a name's `exact_key`, the likeliest first, at most eight.

    >>> skeletons("deir ez zor"), skeletons("دير الزور"), skeletons("منبج"), skeletons("membij")
    (('drzr',), ('drzr',), ('mmbj',), ('mmbj',))
    """
    sounds: Sounds = []
    for word, after in pairwise([*key.split(), ""]):
        if not is_article(word, after):
            sounds += _sounds(word, is_last=not after)
    read = dict.fromkeys(_assimilated("".join(each)) for each in islice(product(*sounds), _MOST * 4))
    return tuple(islice((skeleton for skeleton in read if len(skeleton) >= _FEWEST), _MOST))


def _sounds(word: str, *, is_last: bool) -> Sounds:
    return list(_latin(word)) if word.isascii() else list(_arabic(word, is_last=is_last))


def _arabic(word: str, *, is_last: bool) -> Iterator[tuple[str, ...]]:
    bare = _without_glued_article(word)
    for n, letter in enumerate(bare):
        if n == 0 and letter in INITIAL_GLIDES:
            yield (INITIAL_GLIDES[letter],)
        elif letter == "ه" and n == len(bare) - 1 and n:
            yield ("", "h") if is_last else ("", "t", "h")  # teh marbuta: silent, or t before what it governs
        elif letter in ARABIC:
            yield tuple(ARABIC[letter])


def _without_glued_article(word: str) -> str:
    if word.startswith(ARABIC_ARTICLE) and len(word) >= _FEWEST + 2:
        return word[2:]
    head = next((head for head in GLUING_HEADS if word.startswith(head + ARABIC_ARTICLE)), None)
    return head + word[len(head) + 2 :] if head else word


def _latin(word: str) -> Iterator[tuple[str, ...]]:
    groups = _GROUP.findall(word)
    for n, group in enumerate(groups):
        if n == 0 and group[0] in LATIN_VOWELS:
            yield from _first_vowel(group, word)
        elif group == "h" and n == len(groups) - 1 and n:
            yield ("", "h")  # the "h" of Raqqah, or that of Saleh
        elif n == 1 and group[0] == "l" and word.startswith(GLUED_ARTICLES) and len(groups) > _FEWEST:
            yield ("l", "")
        elif group not in LATIN_GROUPS and group[0] in LATIN_VOWELS:
            continue
        else:
            yield tuple(LATIN_GROUPS.get(group) or LATIN[group[0]])


def _first_vowel(group: str, word: str) -> Iterator[tuple[str, ...]]:
    if group[0] in INITIAL_GLIDES:
        yield (INITIAL_GLIDES[group[0]],)
    elif word.startswith("ou") and len(group) > _FEWEST:
        yield ("w",)  # French: Ouadi


def _assimilated(consonants: str) -> str:
    return consonants.replace("nb", "mb")  # Manbij is said, and often written, Membij
