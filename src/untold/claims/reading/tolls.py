"""Tolls: the figure that a toll or "the number of those killed" gives, and the harm that it counts.

"Brought to 49 the number killed", "the number of civilians who have been killed
has become 40": the figure stands before the toll, or far behind it.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.objects import toll_after
from untold.claims.reading.tokens import Token

_NUMBER_WITHIN = 9  # words of "number of civilians who have been killed"
_TAKING_UP = closed_list("tolls", "taking_up")


def figure_before(items: list[Item], position: int) -> list[Group]:
    """Return the figure of "this brings to 93 the number of people killed"."""
    at = position - 1
    if at > 0 and isinstance(item := items[at], Token) and item.word == "the":
        at -= 1
    before = items[at] if at >= 0 else None
    if not isinstance(before, Group) or before.head is not None or before.count.qualifier == "none":
        return []  # "gave no casualty toll"
    return [before]


def figure_of_number(items: list[Item], position: int, last: int) -> list[Group]:
    """Return the figure of "the number of civilians who have been killed has become 40"; the verb ends at `last`."""
    for here in range(position - 1, max(position - _NUMBER_WITHIN, -1), -1):
        item = items[here]
        if isinstance(item, Group):
            return []
        if item.word == "number":
            of = items[here + 1]
            return toll_after(items, last) if isinstance(of, Token) and of.word == "of" else []
    return []


def said_harm(items: list[Item], position: int) -> str | None:
    """Return the harm that stands between a toll and its figure: "the tally of terrorists killed is …"."""
    for item in items[position + 1 :]:
        if isinstance(item, Group):
            return None
        if item.mask & K.PARTICIPLE:
            return str(item.value(K.PARTICIPLE))
    return None


def told_harm(token: Token, told: str | None) -> str:
    """Return the harm of a toll; a bare "toll" takes up that of the claim told last."""
    harm = str(token.value(K.TOLL))
    return told if harm == "casualties" and told is not None and token.word.endswith(_TAKING_UP) else harm
