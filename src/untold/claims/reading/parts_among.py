"""Parts that "among" and "of them" tell: "six civilians were among 22 killed", "12 of them were children".

The words stand on either side of their group, and lean on a whole that may be
told before.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.part import SAME, Part
from untold.claims.reading.runs import (
    clause_subject,
    groups_after,
    owns_verb,
    take_noun_after,
    whole_before,
)
from untold.claims.reading.tokens import Token

_ENDS_PART = K.BE | K.HARM | K.PERSON | K.PREPOSITION | K.ACTOR | K.DEMONYM
_CLAUSE_OR_SAY = K.CLAUSE | K.SAY
_VERB_WITHIN = 12  # items between "among the ten killed" and "were"
_ACTIVE = K.GERUND | K.FINITE | K.PARTICIPLE
_BEFORE_OF_THEM = K.HARM | K.PUNCTUATION | K.AND | K.ADVERB | K.BE | K.HAVE | K.INCLUDING


def of_them(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read "12 of them were children", "of whom 12 were children"."""
    before = items[position - 1] if position else None
    if word.word in ("some of them", "most of them"):
        return []
    if isinstance(before, Group):
        owner = items[position - 2] if position > 1 else None
        if word.word == "of whom" and isinstance(owner, Token) and owner.mask & K.PERSON:
            return []  # "among residents, many of whom fled": nobody was counted before
        whole = whole_before(items, position - 1)
        object_of_deed = isinstance(owner, Token) and owner.mask & K.GERUND and before.count.qualifier == "vague"
        if object_of_deed or _is_other_deed(items, position) or (whole is None and not _leans_back(items, position)):
            return []
        take_noun_after(items, position, before)
        follow = items[position + 1] if position + 1 < len(items) else None
        if isinstance(follow, Group) and follow.article and follow.head is not None:
            before.status, before.demographic = before.status or follow.status, before.demographic or follow.demographic
            before.status_at, before.demographic_at = follow.head, follow.head
            return [Part(before, whole, word), Part(follow, None, SAME)]
        return [Part(before, whole, word)]
    groups = groups_after(items, position)
    whole = whole_before(items, position)
    for group in groups:
        take_noun_after(items, items.index(group), group)
    return [Part(group, whole, word) for group in groups]


def _leans_back(items: list[Item], position: int) -> bool:
    """Tell whether "N of them" is a part of those told before, and not the object of a verb ("killing 14 of them")."""
    before = items[position - 2] if position > 1 else None
    if isinstance(before, Token) and before.mask & _ACTIVE:
        auxiliary = items[position - 3] if position > 2 else None  # noqa: PLR2004 (were, killed, 12, of them)
        return bool(before.mask & K.PARTICIPLE and auxiliary is not None and auxiliary.mask & K.BE)
    return _is_told_of(items, position)


def _is_told_of(items: list[Item], position: int) -> bool:
    """Tell whether what follows "N of them" may say who they are or what befell them."""
    return any(isinstance(item, Group) or item.mask & _ENDS_PART for item in items[position + 1 : position + 4])


def _is_other_deed(items: list[Item], position: int) -> bool:
    """Tell whether something else befell "N of them": "it closed 20 of them", "one of them was beaten"."""
    before = items[position - 2] if position > 1 else None
    if isinstance(before, Token) and not before.mask & _BEFORE_OF_THEM and before.word.endswith("ed"):
        return True
    run = [item for item in items[position + 1 : position + 4] if isinstance(item, Token) and not item.mask & K.ADVERB]
    if len(run) < 2 or not run[0].mask & K.BE:  # noqa: PLR2004 (was, beaten)
        return False
    return not run[1].mask and run[1].word.endswith(("ed", "en", "ing"))


def _among_a_whole(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read a headline's "2 medics among 31 dead"."""
    part = items[position - 1] if position else None
    whole = items[position + 1] if position + 1 < len(items) else None
    if word.word == "among" and isinstance(part, Group) and isinstance(whole, Group) and owns_verb(items, position + 1):
        return [Part(part, whole, word)]
    return []


def _among_the_counted(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read "Among the ten people killed in the raid were four children"."""
    whole = items[position + 1] if position + 1 < len(items) else None
    if not isinstance(whole, Group):
        return []
    for here in range(position + 2, min(position + _VERB_WITHIN, len(items) - 1)):
        item, follow = items[here], items[here + 1]
        if isinstance(item, Group) or item.mask & _CLAUSE_OR_SAY:
            break
        if item.mask & K.BE and isinstance(follow, Group):
            return [Part(group, whole, word) for group in groups_after(items, here)]
    return []


def were_among(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read "six civilians were among 22 killed": the groups before are parts of the one after."""
    headline = _among_a_whole(items, position, word)
    if headline:
        return headline
    if word.word == "among":
        here = position - 1
        while (
            here >= 0 and isinstance(before := items[here], Token) and before.mask & K.ADVERB and not before.mask & K.BE
        ):
            here -= 1
        verb = items[here] if here >= 0 else None
        if not (isinstance(verb, Token) and verb.mask & K.BE):
            return _among_the_counted(items, position, word)
    follow = items[position + 1] if position + 1 < len(items) else None
    if isinstance(follow, Token) and follow.mask & K.TOLL:
        return [Part(group, None, follow) for group in clause_subject(items, position)]
    after = groups_after(items, position)
    whole = after[0] if after else None
    parts: list[Part] = []
    for here in range(position - 1, -1, -1):
        item = items[here]
        if isinstance(item, Group):
            parts.append(Part(item, whole, word))
        elif item.mask & _CLAUSE_OR_SAY:
            break
    return parts[-1:]  # the first group of the clause; those after it are its own parts
