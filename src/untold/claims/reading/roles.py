"""How sure a text is of who harmed, and the phrases by which it says so.

A role is "known" unless the words around the party doubt it; which words doubt,
accuse, deny or own up is data, in `roles.toml`.
"""

from functools import cache

from untold.claims.claim import Role
from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_LONGEST = 4  # tokens of a phrase of the list
_NEAR = 6  # tokens between a doubt and its party
_PARTY = K.ACTOR | K.DEMONYM


@cache
def phrases(kind: str) -> frozenset[str]:
    """Return the phrases of one table of the list."""
    return frozenset(word_list("roles")[kind]["words"])


@cache
def _suspecting() -> tuple[str, ...]:
    """Return the phrases of doubt between spaces, as they stand among other words."""
    return tuple(f" {phrase} " for phrase in phrases("suspecting"))


def phrase_end(tokens: list[Token], index: int, kind: str) -> int:
    """Return where the longest phrase of a table that begins at `index` ends, or -1."""
    known = phrases(kind)
    found = -1
    words = ""
    for here in range(index, min(index + _LONGEST, len(tokens))):
        words = f"{words} {tokens[here].word}" if words else tokens[here].word
        if words in known:
            found = here + 1
    return found


def ends_with(tokens: list[Token], index: int, kind: str) -> bool:
    """Tell whether a phrase of a table ends straight before `index`."""
    known = phrases(kind)
    words = ""
    for here in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        words = f"{tokens[here].word} {words}" if words else tokens[here].word
        if words in known:
            return True
    return False


def role_of(tokens: list[Token], index: int) -> Role:
    """Return how sure the words around the party at `index` are that it did it."""
    window = f" {' '.join([token.word for token in tokens[max(0, index - _NEAR) : index + 1]])} "
    after = f" {' '.join([token.word for token in tokens[index + 1 : index + 1 + _NEAR]])} "
    for phrase in _suspecting():
        if phrase in window or f"{phrase}to " in after:
            return "suspected"
    return "suspected" if _is_one_of_two(tokens, index) else "known"


def _is_one_of_two(tokens: list[Token], index: int) -> bool:
    """Read "either Russian or Syrian airstrikes": one of the two, and nobody says which."""
    before = tokens[index - 1].word if index else ""
    if before == "either" or (before == "or" and index > 1 and tokens[index - 2].mask & _PARTY):
        return True
    joint = index + 2 < len(tokens) and tokens[index + 1].word == "or"
    return joint and bool(tokens[index + 2].mask & _PARTY)
