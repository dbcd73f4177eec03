"""Losses and deeds that claim: "the army lost 476 troops", "terrorist bombing in the town of Jabla claims five".

Both verbs take things and statements as well, so that the people, or the deed
before them, must be seen.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.groups import Group
from untold.claims.reading.objects import has_verb, objects_after
from untold.claims.reading.subjects import auxiliaries_before, neighbor_before, subjects_before
from untold.claims.reading.taking import Taking
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_DEEDS = frozenset(word_list("roles")["deeds"]["words"]) | frozenset(
    {"clashes", "fighting", "violence", "war", "conflict"}
)
_DEED_WITHIN = 8  # words: "terrorist bombing in the town of Jabla claims five"
_ARMED = ("armed_forces", "combatant", "police")
_WHERE = closed_set("losses", "where")
_MEN = closed_set("losses", "men")
_NO_DEED = K.HARM_VERB | K.SOURCE_NOUN | K.PUNCTUATION | K.PERSON


def losing(taking: Taking, position: int, token: Token) -> None:
    """Take those whom a force lost or a deed claimed."""
    found = objects_after(taking.items, position, taking.parts)
    if token.mask & K.SAY:
        free = found and not has_verb(taking.items, taking.items.index(found[0]))
        if free and (_is_of_a_deed(taking, position) or (token.word == "claiming" and found[0].status is not None)):
            taking.add(found, token, K.LOSING, "object_of_losing", harm="killed", active=True)
        elif not found and token.word == "claimed":
            _claimed(taking, position, token)
        return
    counted = any(draft.rule == "object_of_losing" for draft in taking.drafts)  # "lost 40 men and they at least 89"
    people = [group for group in found if _is_lost(taking.phrase.tokens, group) or (counted and group.head is None)]
    taking.add(people, token, K.LOSING, "object_of_losing", harm="killed", active=True)


def _claimed(taking: Taking, position: int, token: Token) -> None:
    """Take the fighters of "33 militants claimed in Sorel", "were also claimed near Harun"."""
    follow = taking.items[position + 1] if position + 1 < len(taking.items) else None
    if not isinstance(follow, Token) or follow.word not in _WHERE:
        return
    passive, perfect = auxiliaries_before(taking.items, position)
    left = neighbor_before(taking.items, position)
    title = left is not None and token.cased
    people = subjects_before(taking.items, position, taking.parts) if passive else [left] if title and left else []
    if not perfect:
        armed = [group for group in people if group.status in _ARMED]
        taking.add(armed, token, K.LOSING, "claimed_people", harm="killed")


def _is_lost(tokens: list[Token], group: Group) -> bool:
    """Tell whether those lost are people of a force, or of somebody's family."""
    if group.head is None or group.unknown_head:
        return False
    return group.status in _ARMED or group.kin or tokens[group.head].word in _MEN


def _is_of_a_deed(taking: Taking, position: int) -> bool:
    """Tell whether it is an attack that "claims five", and nobody who says so."""
    for item in reversed(taking.items[max(0, position - _DEED_WITHIN) : position]):
        if isinstance(item, Group) or item.mask & _NO_DEED:
            return False
        if item.mask & K.MEANS or item.word in _DEEDS:
            return True
    return False
