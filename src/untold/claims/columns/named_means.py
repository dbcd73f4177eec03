"""The means that a list's own words name: "roadside bomb", "gunfire, executed", "suicide car bomb".

Each monitor has its own words for weapons, and writes several into one cell.
They are looked up among the codebook's words for means; a cell that names two
different means names none of them as the one.
"""

import re
from functools import cache, lru_cache

from untold.codebook.folding import fold, lowered
from untold.codebook.wordlists import word_list


@lru_cache(maxsize=4096)
def named_means(words: str) -> str | None:
    """Return the one means that the words name, as a slug of `weapon`, or null for none or several.

    >>> named_means("roadside bomb"), named_means("gunfire, executed"), named_means("car bomb, gunfire")
    ('ied', 'small_arms', None)
    """
    found = {_slugs()[match[0]] for match in _pattern().finditer(lowered(fold(words)))}
    return found.pop() if len(found) == 1 else None


@cache
def _slugs() -> dict[str, str]:
    return {lowered(fold(phrase)): slug for slug, row in word_list("means").items() for phrase in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_slugs(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
