"""How far a hedge or a denial reaches into its sentence, and where it stops.

"If confirmed, it would be the deadliest since one that killed 120" supposes
nothing of the 120: what a relative clause tells in the past stands as a fact,
whatever the clause around it denies or supposes.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.tokens import Token

_ACTOR_OR_SOURCE_NOUN_OR_ANAPHOR = K.ACTOR | K.SOURCE_NOUN | K.ANAPHOR
_ARTICLE_OR_POSSESSIVE = K.ARTICLE | K.POSSESSIVE
_RELATIVES = closed_set("reach", "relatives")
_SITUATIONS = closed_set("reach", "situations")
_TURNS = closed_set("reach", "turns")
_CHAIN = K.ADVERB | K.HAVE | K.BE


def told_as_fact(draft: Draft, offset: int) -> bool:
    """Tell whether a relative clause after `offset` tells the harm as having happened ("one that killed 120")."""
    tokens = draft.phrase.tokens
    opener = _back(tokens, draft.at - 1)
    first = draft.group.start
    if 0 < first < draft.at and tokens[first - 1].mask & K.LEAVING:  # "that left 12 dead"
        opener = _back(tokens, first - 2)
    if opener >= 0 and tokens[opener].word in _RELATIVES:
        return tokens[opener].start >= offset
    situation = first - 1 if first < draft.at else -1  # "in which 12 were killed"
    if situation < 0 or any(token.mask & K.MODAL for token in tokens[first : draft.at]):
        return False
    word = tokens[situation].word
    opens = word in _SITUATIONS or (word == "which" and bool(tokens[situation - 1].mask & K.PREPOSITION))
    return opens and tokens[situation].start >= offset


def _back(tokens: list[Token], here: int) -> int:
    """Return where the words before a verb begin that only say when or how sure."""
    while here >= 0 and tokens[here].mask & _CHAIN and tokens[here].word not in _RELATIVES:
        here -= 1
    return here


def is_out_of_reach(draft: Draft, offset: int) -> bool:
    """Tell whether a hedge that ends at `offset` does not reach the draft: another verb or a turn lies between."""
    tokens = draft.phrase.tokens
    stop = min(tokens[draft.at].start, draft.start)
    for index, token in enumerate(tokens):
        if not offset <= token.start < stop:
            continue
        if token.mask & K.HARM_VERB or token.word in _TURNS or (token.mask & K.SAY and not is_noun(tokens, index)):
            return True
    return told_as_fact(draft, offset)


def is_noun(tokens: list[Token], index: int) -> bool:
    """Tell whether a word that can say stands as a noun: "its report", "the claim", "a false report"."""
    for back in range(index - 1, max(index - 3, -1), -1):
        before = tokens[back]
        if before.mask & _ACTOR_OR_SOURCE_NOUN_OR_ANAPHOR:
            return False  # "the UN estimates"
        if before.mask & _ARTICLE_OR_POSSESSIVE or before.word in ("the", "'s", "any", "of", "as"):
            return True
    return False
