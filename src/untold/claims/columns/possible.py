"""Numbers that a list doubts itself: "3 (possible)", "2?", "possibly 5".

The number is what the list prints and the word is that it doubts it. Neither
is dropped: the bounds are read without the word, and the word goes beside them.
"""

import re

from untold.claims.columns.cells import Cells
from untold.claims.columns.quantities import count_of
from untold.codebook.counts import Count

_DOUBT = re.compile(r"\(?\b(possibly|possible|unconfirmed|alleged|unclear)\b\)?|(?<=\d) ?\(?(\?+)\)?$", re.IGNORECASE)


def without_doubt(words: str) -> tuple[str, str | None]:
    """Return the words without their word of doubt, and that word, null where there is none.

    >>> without_doubt("3 (possible)"), without_doubt("2?"), without_doubt("4-6")
    (('3', 'possible'), ('2', '?'), ('4-6', None))
    """
    found = _DOUBT.search(words)
    if found is None:
        return words, None
    return " ".join(_DOUBT.sub(" ", words).split()), found[1] or found[2]


def counted_with_doubt(cells: Cells, column: str) -> tuple[Count | None, str | None]:
    """Return what a cell states of a number of people and the list's own word of doubt.

    A doubt without a number is a statement without bounds; what is no number
    refuses the row.
    """
    said = cells.text(column)
    bare, doubt = ("", None) if said is None else without_doubt(said)
    if doubt is None:
        return cells.count(column), None
    count = count_of(bare) if bare else Count.vague()
    if count is None:
        cells.refuse(column, "a number of people")
    return count, doubt
