"""Words of harm that harm nobody: lives at risk, killings only planned, a fate that is only spoken of.

"Promised to kill 100" and "endangered the lives of thousands" hold a number and a
word of harm, and nobody was harmed.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.groups import Item
from untold.claims.reading.tokens import Sentence, Token

_AT_RISK = closed_list("harmless", "at_risk")
_RISK_WITHIN = 4  # words before "the lives of"
_PLAN_WITHIN = 8  # words before "to kill"
_UNKNOWN_FATES = closed_set("harmless", "unknown_fates")


def harms_nobody(sentence: Sentence, items: list[Item], position: int) -> bool:
    """Tell whether lives are only at risk or saved, or a fate is known: "endangered the lives of thousands"."""
    token = items[position]
    if not isinstance(token, Token):
        return False
    if token.word == "fate of":
        return sentence.words.isdisjoint(_UNKNOWN_FATES)  # "the fate of 250 others was unknown"
    if not token.word.endswith(("life of", "lives of")):
        return False
    before = items[max(0, position - _RISK_WITHIN) : position]
    return any(isinstance(item, Token) and item.word.startswith(_AT_RISK) for item in before)


def is_intended(items: list[Item], position: int) -> bool:
    """Tell whether a verb is only threatened or planned: "promised on Thursday to kill 100"."""
    before = items[position - 1] if position else None
    if not isinstance(before, Token) or before.word != "to":
        return False
    plan = items[max(0, position - _PLAN_WITHIN) : position - 1]
    return any(isinstance(item, Token) and item.mask & K.INTENDS for item in plan)
