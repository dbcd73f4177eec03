"""States: "12 dead", "left nine people dead", "Dead: 12".

A state stands after its people, or before them where a verb leaves them in it.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_links import bare
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.groups import Group
from untold.claims.reading.objects import objects_after
from untold.claims.reading.subjects import auxiliaries_before, neighbor_before, subjects_before
from untold.claims.reading.taking import Taking, coordinated
from untold.claims.reading.tokens import Token

_FOUND = closed_set("states", "found")
_BY_A_VERB = closed_set("states", "by_a_verb")
_OF_COURTS = closed_list("states", "of_courts")
_OF_DEEDS = closed_list("states", "of_deeds")
_HARM_VERB_OR_SAY_OR_BE = K.HARM_VERB | K.SAY | K.BE


def _is_by_its_verb(taking: Taking, left: Group | None, token: Token) -> bool:
    """Tell "tortured 12 people to death" from "sentenced 12 people to death", and "cost 12 men their lives"."""
    at = taking.items.index(left) - 1 if left is not None else -1
    verb = taking.items[at] if at >= 0 else None
    if not isinstance(verb, Token):
        return False
    if token.word == "to death":
        return verb.word.endswith(_OF_DEEDS) and not verb.word.startswith(_OF_COURTS)
    return verb.word.startswith("cost")


def state(taking: Taking, position: int, token: Token) -> None:
    """Take the people who are in a state, or were left in it."""
    harm = str(token.value(K.STATE))
    if labelled(taking, position, token, harm):
        return
    left = neighbor_before(taking.items, position)
    if token.word in _BY_A_VERB and not _is_by_its_verb(taking, left, token):
        return
    if left is not None and token.word == "to death" and taking.has(left):
        taking.revise(left, token, harm)  # "burned three suspects to death"
        return
    if left is not None:
        if not taking.has(left):
            taking.add(coordinated(taking, left), token, K.STATE, "state_after_group", harm=harm)
        return
    if (left_behind := _left_behind(taking, position)) is not None:
        taking.add([left_behind], token, K.STATE, "state_after_group", harm=harm)
        return
    passive, _ = auxiliaries_before(taking.items, position)
    before = taking.items[position - 1] if position else None
    found_dead = isinstance(before, Token) and before.word in _FOUND
    if passive or found_dead:
        subjects = subjects_before(taking.items, position - found_dead, taking.parts)
        taking.add(subjects, token, K.STATE, "subject_of_state", harm=harm)
    right = objects_after(taking.items, position, taking.parts)
    if right and not passive and isinstance(before, Token) and before.mask & K.LEAVING:
        taking.add(right, token, K.STATE, "object_of_state", harm=harm, active=True)
    elif not right and not passive:
        bare(taking, position, token, harm, position)


def _left_behind(taking: Taking, position: int) -> Group | None:
    """Return the group of "left thousands of people, infants among them, dead"."""
    for here in range(position - 1, max(position - 9, 0), -1):
        item = taking.items[here]
        if isinstance(item, Group):
            before = taking.items[here - 1]
            free = not taking.has(item) and id(item) not in taking.parts
            return item if free and isinstance(before, Token) and before.mask & K.LEAVING else None
        if item.mask & _HARM_VERB_OR_SAY_OR_BE or item.word in (".", ";"):
            return None
    return None


def labelled(taking: Taking, last: int, token: Token, harm: str) -> bool:
    """Read "Killed: 12."."""
    run = taking.items[last + 1 : last + 3]
    if len(run) < 2 or not isinstance(run[0], Token) or run[0].word != ":" or not isinstance(run[1], Group):  # noqa: PLR2004 (a colon, a number)
        return False
    taking.add([run[1]], token, 0, "figure_of_toll", harm=harm)
    return True
