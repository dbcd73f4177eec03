"""People whom a pronoun takes up: "lined up 14 villagers and executed them", "captured many of them".

The words of harm stand beside a pronoun, and the number beside the verb before.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.taking import Taking
from untold.claims.reading.tokens import Token

_PRONOUNS = closed_set("taking_up", "pronouns")
_REACH = 30  # items between the pronoun and those it takes up
_NO_VERB = K.PREPOSITION | K.AND | K.PUNCTUATION | K.BE | K.HAVE | K.CLAUSE | K.ARTICLE | K.PERSON | K.PLACE | K.TIME
_VERB_ENDS = closed_list("taking_up", "verb_ends")
_PARTICLES = closed_set("taking_up", "particles")


def taken_up(taking: Taking, last: int, token: Token, harm: str) -> bool:
    """Take the object of the verb before, where a pronoun stands after a word of harm."""
    items = taking.items
    pronoun = items[last + 1] if last + 1 < len(items) else None
    if not isinstance(pronoun, Token) or pronoun.word not in _PRONOUNS:
        return False
    for here in range(last - 1, max(last - _REACH, 0), -1):
        item = items[here]
        if isinstance(item, Group) and item.head is not None and _is_object(items[here - 1]):
            return _take(taking, item, token, harm)
    return False


def _take(taking: Taking, group: Group, token: Token, harm: str) -> bool:
    if not taking.has(group) and id(group) not in taking.parts:
        taking.add([group], token, 0, "taken_up_by_a_pronoun", harm=harm)
        return True
    captured = any(draft.group is group and draft.harm == "captured" for draft in taking.drafts)
    # "rounded up twelve men and executed them": that is what became of them
    return captured and harm == "killed" and taking.revise(group, token, harm)


def _is_object(before: Item) -> bool:
    """Tell whether a verb stands straight before a group."""
    if not isinstance(before, Token) or before.mask & _NO_VERB:
        return False
    return before.word in _PARTICLES or before.word.endswith(_VERB_ENDS)
