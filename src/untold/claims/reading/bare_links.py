"""Words of harm beside nouns without article or number: "Child killed", "kills father and son", "killed the mayor".

A headline's noun is one person; a person who is named is not counted, but
those who are joined to the name are.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_nouns import bare_noun_after, is_bare_noun, one_of
from untold.claims.reading.groups import Item
from untold.claims.reading.objects import joined_after_a_name, objects_after
from untold.claims.reading.subjects import beside
from untold.claims.reading.taking import LOOSE, Taking
from untold.claims.reading.tokens import Token


def bare(taking: Taking, position: int, token: Token, harm: str, last: int) -> bool:
    """Take the bare noun before a word of harm, or the one after it."""
    return bare_subject(taking, position, token, harm) or bare_object(taking, last, token, harm)


def bare_subject(taking: Taking, position: int, token: Token, harm: str) -> bool:
    """Read a headline's "Child killed", "Father and son killed": nouns without article."""
    at = beside(taking.items, position)
    if at < 0 or token.word in LOOSE or not is_bare_noun(taking.items, at):
        return False
    _one(taking, taking.items[at], token, harm, "bare_noun_before")
    bare_before(taking, at, token, harm)
    return True


def bare_before(taking: Taking, at: int, token: Token, harm: str) -> None:
    """Take the noun that "and" joins before a headline's group: "Woman and 2 children killed"."""
    joint = taking.items[at - 1] if at > 1 else None
    if isinstance(joint, Token) and joint.mask & K.AND and is_bare_noun(taking.items, at - 2):
        _one(taking, taking.items[at - 2], token, harm, "bare_noun_before")


def bare_object(taking: Taking, last: int, token: Token, harm: str) -> bool:
    """Read a headline's "kills woman and 2 children", "killing journalist and technician"."""
    at = bare_noun_after(taking.items, last) if token.word not in LOOSE else -1
    if at < 0:
        return False
    _one(taking, taking.items[at], token, harm, "bare_noun_after")
    follow = taking.items[at + 1] if at + 1 < len(taking.items) else None
    if isinstance(follow, Token) and follow.mask & K.AND:
        second = bare_noun_after(taking.items, at + 1)
        if second >= 0:
            _one(taking, taking.items[second], token, harm, "bare_noun_after")
        taking.add(
            objects_after(taking.items, at + 1, taking.parts), token, 0, "object_of_verb", harm=harm, active=True
        )
    return True


def joined_to_a_name(taking: Taking, last: int, token: Token, harm: str, *, strong: bool = False) -> bool:
    """Read "killed the mayor, as well as two peasants", "was shot along with two bodyguards"."""
    groups = joined_after_a_name(taking.items, last, taking.parts, strong=strong)
    if token.word in LOOSE or not groups:
        return False
    taking.add(groups, token, 0, "joined_to_a_name", harm=harm)
    return True


def _one(taking: Taking, item: Item, token: Token, harm: str, rule: str) -> None:
    if not isinstance(item, Token):
        return
    at = taking.phrase.tokens.index(item)
    group = one_of(taking.phrase.tokens, at)
    taking.phrase.groups.append(group)
    taking.draft(group, harm, token, rule)
