"""Which kinds of hedges a word can be part of, so that a sentence is searched for no others."""

import re
from functools import cache, lru_cache
from typing import Literal

from untold.codebook.wordlists import word_list

Hedge = Literal["retracted", "denied", "hypothetical", "estimated"]
VERDICTS: tuple[Hedge, ...] = ("retracted", "denied")  # what a report may turn out to be
HEDGES: tuple[Hedge, ...] = (*VERDICTS, "hypothetical", "estimated")
_WORDS = word_list("modality")
_KINDS = (*HEDGES, "conceded", "mistaken", "to_come", "verdicts")
_LETTERS = re.compile(r"\w+")


@lru_cache(maxsize=50_000)  # the words of a language
def hedges_of(word: str) -> tuple[str, ...]:
    """Return the kinds of hedges of which a phrase has its longest word in a word or known phrase."""
    letters = _LETTERS.findall(word)
    return tuple(kind for kind in _KINDS if not _longest_words(kind).isdisjoint(letters))


@cache
def _longest_words(kind: str) -> frozenset[str]:
    """Return the longest word of each of a kind's phrases, cut at its marks ("credible" of "non-credible")."""
    if kind == "to_come":
        phrases = _WORDS[kind]["rises"]
    elif kind == "verdicts":
        phrases = [phrase for verdict in VERDICTS for phrase in _WORDS[verdict]["verdicts"]]
    else:
        phrases = [*_WORDS[kind]["words"], *_WORDS[kind].get("intentions", ())]
    return frozenset(max(_LETTERS.findall(phrase), key=len) for phrase in phrases)
