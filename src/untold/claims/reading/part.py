"""A group that is part of another, and how the words say so.

The whole may stand in the same sentence or in one before.
"""

import msgspec

from untold.claims.reading.groups import Group
from untold.claims.reading.tokens import Token

# marks a noun that only says who the part before it is
SAME = Token(word="", start=0, end=0, glued=False, cased=False, mask=0, entry=None, opens=0)


class Part(msgspec.Struct, frozen=True, gc=False):
    """A group that is part of another: `whole` is null where the whole stands in a sentence before."""

    group: Group
    whole: Group | None
    word: Token  # the words that say so

    @property
    def is_same(self) -> bool:
        """Tell whether the group is the part before it again ("one of them a child")."""
        return self.word is SAME

    @property
    def names_harm(self) -> bool:
        """Tell whether the words themselves say the harm: "among the dead", "among those wounded"."""
        return any(
            stem in self.word.word
            for stem in ("dead", "killed", "wounded", "injured", "died", "deceased", "fatalities", "martyrs")
        )
