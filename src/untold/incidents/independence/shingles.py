"""The runs of words of a text, as numbers: what two copies share and two stories do not.

An outlet prints an agency's story with another headline, other quotation marks
and one sentence less. Its runs of five words are still the agency's, and two
reporters who saw the same street write almost none in common (Broder 1997).
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from untold.codebook.folding import name_key

Codes: TypeAlias = NDArray[np.uint64]

# Broder (1997) takes runs of ten words of whole web pages; posts are short, and runs of five still
# tell stories apart: two texts on one strike share names and places, which are runs of two or three.
RUN = 5
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ divided by the golden ratio, as in splitmix64
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))  # splitmix64's finalizer


def shingled(texts: Mapping[str, str]) -> dict[str, Codes]:
    """Return each text's runs of five words as sorted, distinct 64-bit numbers.

    Words are taken as the codebook looks names up: without case, accents,
    Arabic diacritics, tatweel and letter variants. A text of fewer words is
    one run, and a text without words has none.

    >>> runs = shingled({"a": "Two shells hit the market at noon", "b": "TWO shells hit the market at noon!"})
    >>> len(runs["a"]), runs["a"].tolist() == runs["b"].tolist()
    (3, True)
    """
    known: dict[str, int] = {}
    return {each: _runs(_coded(text, known)) for each, text in texts.items()}


def resemblance(one: Codes, other: Codes) -> float:
    """Return the share of the two texts' runs that both have, from 0 to 1 (Jaccard's coefficient)."""
    if not len(one) or not len(other):
        return 0.0
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def _coded(text: str, known: dict[str, int]) -> Codes:
    """Return a number for each word in order; `known` remembers the numbers of words seen before."""
    words = _WORD.findall(text)
    for word in set(words) - known.keys():
        known[word] = int.from_bytes(blake2b(name_key(word).encode(), digest_size=8).digest(), "big")
    return np.array([known[word] for word in words], dtype=np.uint64)


def _runs(words: Codes) -> Codes:
    length = min(RUN, len(words))
    if not length:
        return words
    count = len(words) - length + 1
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        runs = runs * _ODD + words[place : place + count]
    return np.unique(_mixed(runs))


def _mixed(numbers: Codes) -> Codes:
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))
