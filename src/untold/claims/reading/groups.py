"""Groups of people: a number and the noun that it counts, or a number alone where a verb of harm licenses it.

"At least 12 Syrian government soldiers" is a group of soldiers; "12 armored
vehicles" is none; "12" is one only beside "killed". The noun gives status,
demographic and affiliation, each with the words that gave it.
"""

from typing import ClassVar

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor
from untold.codebook.counts import Count


class Group(msgspec.Struct, gc=False, eq=False):
    """People counted at one place of a sentence: tokens from `start` up to `end`.

    A `Struct`, because one is made for every number and article.
    """

    mask: ClassVar[int] = K.GROUP  # so that a walk over items need not ask which of them are words

    count: Count
    start: int
    end: int
    number_end: int
    status: str | None = None
    status_at: int | None = None  # index of the token that says it
    demographic: str | None = None
    demographic_at: int | None = None
    affiliation: Actor | None = None
    affiliation_at: int | None = None
    head: int | None = None  # index of the noun, None where there is none ("519 were killed")
    harm: str | None = None  # where the noun itself is one of harm ("40 deaths")
    others: bool = False
    unknown_head: bool = False  # a noun that no list knows; people only if a verb of harm says so
    possessive: bool = False
    kin: bool = False
    article: bool = False
    noun_span: tuple[int, int] | None = None  # where a noun outside the group says who they are
    of_harmed: int | None = None  # index of "the dead" in "ten of the dead"


Item = Token | Group
