"""Parts of a whole: "including 99 children", "of whom 12 were women", "the dead included …".

A part is never added to its whole, so it must be known as one before the verbs
look for their subjects.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_nouns import one_of
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Phrase
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.part import Part
from untold.claims.reading.parts_among import of_them, were_among
from untold.claims.reading.runs import (
    OF_THEM,
    WERE_AMONG,
    clause_subject,
    groups_after,
    is_of_before,
    owns_verb,
    take_noun_after,
    whole_before,
)
from untold.claims.reading.tokens import Token

_HARM_VERB_OR_STATE = K.HARM_VERB | K.STATE
_AND_OR_MEANS_OR_PLACE_OR_TIME = K.AND | K.MEANS | K.PLACE | K.TIME
_NUMBER_OR_UNIT = K.NUMBER | K.UNIT
_TOLL_OR_HARM_NOUN = K.TOLL | K.HARM_NOUN
_TELLING = K.GROUP | K.INCLUDING | K.PUNCTUATION
_OPENING = frozenset({",", "(", "[", "--", "\u2014", "\u2013", ";", ":"})
_AFTER = closed_set("parts", "after")  # "12 children among them"


def find_parts(phrase: Phrase) -> list[Part]:
    """Return the parts that a sentence states, in order."""
    found: list[Part] = []
    items = phrase.items
    several = len(phrase.groups) > 1
    for position, item in [(at, item) for at, item in enumerate(items) if item.mask & _TELLING]:
        follow = items[position + 1].mask if position + 1 < len(items) else 0
        if isinstance(item, Group):
            if item.of_harmed is not None:
                found.extend(_of_the_harmed(phrase, position, item, item.of_harmed))
            elif item.head is None:
                found.extend(_who_were(items, position, item))
            if follow & K.GROUP:
                found.extend(_apposed(items, position, item))
        elif item.mask & K.INCLUDING:
            found.extend(_parts_at(items, position, item) or _bare_part(phrase, position, item))
        elif several and follow & K.GROUP and item.word in _OPENING:
            found.extend(_listed(items, position, item))
    return found


def _of_the_harmed(phrase: Phrase, position: int, group: Group, harmed: int) -> list[Part]:
    """Read "ten of the dead came in strikes": part of those told before."""
    take_noun_after(phrase.items, position, group)
    whole, word = whole_before(phrase.items, position, across=True), phrase.tokens[harmed]
    return [Part(one, whole, word) for one in (group, *_classed(phrase.items, position))]


def _classed(items: list[Item], position: int) -> list[Group]:
    """Return the other groups of "600 of the dead as civilians, 200 as enemy and 30 as troops"."""
    found: list[Group] = []
    for here in range(position + 1, len(items) - 1):
        item, follow = items[here], items[here + 1]
        if isinstance(item, Group) and isinstance(follow, Token) and follow.word == "as" and item.head is None:
            take_noun_after(items, here, item)
            item.unknown_head = True  # "as enemy": not the noun before
            found.append(item)
        elif isinstance(item, Token) and item.word == ";":
            break
    return found


def _who_were(items: list[Item], position: int, group: Group) -> list[Part]:
    """Read "Of the 40 people killed, 12 were children", "12 of the 40 people killed were children"."""
    if group.head is not None or group.count.qualifier in ("none", "vague") or group.of_harmed is not None:
        return []
    follow = items[position + 1] if position + 1 < len(items) else None
    of_group = (
        isinstance(follow, Token)
        and follow.word == "of"
        and position + 2 < len(items)
        and isinstance(items[position + 2], Group)
    )
    start = (
        next((here for here in range(position + 1, len(items)) if _is_being(items[here])), len(items))
        if of_group
        else position + 1
    )
    noun = items[start + 1] if start + 1 < len(items) else None
    if not _is_being(items[start]) if start < len(items) else True:
        return []
    if not isinstance(noun, Token) or not isinstance(noun.value(K.PERSON), PersonNoun) or noun.mask & K.HARM:
        return []
    after = items[start + 2] if start + 2 < len(items) else None
    if isinstance(after, Token) and after.mask & _HARM_VERB_OR_STATE:
        return []
    take_noun_after(items, start, group)
    of_whole = items[position + 2] if of_group else whole_before(items, position)
    whole = of_whole if isinstance(of_whole, Group) else None
    return [Part(one, whole, noun) for one in (group, *_listed_after(items, start + 2))]


def _listed_after(items: list[Item], position: int) -> list[Group]:
    """Return the groups of "were women, 551 children and 12 soldiers" that lean on the verb of the first."""
    found: list[Group] = []
    for here in range(position, len(items) - 1, 2):
        joint, group = items[here], items[here + 1]
        joined = isinstance(joint, Token) and (joint.word == "," or bool(joint.mask & K.AND))
        if (
            not joined
            or not isinstance(group, Group)
            or not (group.demographic or group.status)
            or owns_verb(items, here + 1)
        ):
            break
        found.append(group)
    return found


def _is_being(item: Item) -> bool:
    return isinstance(item, Token) and item.word in ("were", "was", "are", "is")


def _apposed(items: list[Item], position: int, whole: Group) -> list[Part]:
    """Read "five villagers three boys and two girls": groups without a comma that add up to the one before."""
    after = items[position + 1] if position + 1 < len(items) else None
    if not isinstance(after, Group) or whole.count.stated is None or whole.head is None:
        return []
    groups = [after]
    for item in items[position + 2 :]:
        if isinstance(item, Group):
            groups.append(item)
        elif not (item.mask & K.AND or item.word == ","):
            break
    word = next((item for item in items[position + 2 :] if isinstance(item, Token)), None)
    adds_up = len(groups) > 1 and sum(group.count.stated or 0 for group in groups) == whole.count.stated
    return [Part(group, whole, word) for group in groups] if adds_up and word is not None else []


def _listed(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read "ten people (six soldiers and four civilians)": groups that add up to the one before."""
    whole = whole_before(items, position)
    if whole is None or whole.count.stated is None:
        return []
    if word.word == "," and items[position - 1] is whole:
        return []  # "15 civilians, 3 soldiers and a child" is a list
    groups: list[Group] = []
    for item in items[position + 1 :]:
        if isinstance(item, Group):
            groups.append(item)
        elif not (
            item.mask & _AND_OR_MEANS_OR_PLACE_OR_TIME
            or item.word in (",", "by", "in", "on", "air", "killed", "wounded", "injured")
        ):
            break
    if (
        len(groups) == 1
        and word.word in ("(", "[")
        and items[position - 1] is whole
        and (groups[0].demographic or groups[0].status)
        and (groups[0].count.low or 0) <= whole.count.stated
    ):
        return [Part(groups[0], whole, word)]  # "40 people (12 children)"
    total = sum(group.count.stated or 0 for group in groups)
    adds_up = (
        len(groups) > 1
        and total == whole.count.stated
        and (word.word == ":" or all(group.head is not None for group in groups))
    )
    return [Part(group, whole, word) for group in groups] if adds_up else []


def _parts_at(items: list[Item], position: int, word: Token) -> list[Part]:
    before = items[position - 1] if position else None
    if word.word in OF_THEM or (
        word.word in _AFTER
        and isinstance(before, Group)
        and not _opens_list(items, position)
        and whole_before(items, position - 1) is not None
    ):
        return of_them(items, position, word)
    if word.word in WERE_AMONG:
        return were_among(items, position, word)
    if is_of_before(word) and isinstance(before, Token) and before.mask & _NUMBER_OR_UNIT:
        return []  # "one in three of those killed was a child" counts nobody
    if is_of_before(word) and isinstance(before, Token) and before.mask & K.BE:
        return [Part(group, None, word) for group in clause_subject(items, position - 1)]
    if is_of_before(word) and isinstance(before, Group):
        if not word.word.startswith("among"):
            take_noun_after(items, position, before)
        return [Part(before, None, word)]
    return _included(items, position, word)


def _included(items: list[Item], position: int, word: Token) -> list[Part]:
    """Read "including 99 children", "the dead included 12 women"."""
    before = items[position - 1] if position else None
    groups = groups_after(items, position)
    if not groups:
        return []
    whole = None if is_of_before(word) else whole_before(items, position)
    if whole is None and isinstance(before, Token) and before.mask & K.TOLL:
        return [Part(group, None, before) for group in groups]  # "those killed included"
    if whole is None and not _may_reach_back(items, position, word):
        return []
    inside = [group for group in groups if group is not whole and not _of_another_side(group, whole)]
    for group in inside:
        _take_side(group, whole)
    return [Part(group, whole, word) for group in inside]


def _bare_part(phrase: Phrase, position: int, word: Token) -> list[Part]:
    """Read a headline's "four people killed including child"."""
    items = phrase.items
    follow = items[position + 1] if position + 1 < len(items) else None
    noun = follow.value(K.PERSON) if isinstance(follow, Token) and word.word == "including" else None
    if not isinstance(follow, Token) or not isinstance(noun, PersonNoun) or noun.plural or not noun.demographic:
        return []
    whole = whole_before(items, position)
    return [Part(one_of(phrase.tokens, phrase.tokens.index(follow)), whole, word)] if whole is not None else []


def _opens_list(items: list[Item], position: int) -> bool:
    follow = items[position + 1] if position + 1 < len(items) else None
    return isinstance(follow, Group)


def _of_another_side(group: Group, whole: Group | None) -> bool:
    """Tell whether a group stands beside the whole: soldiers are no part of twelve civilians."""
    if whole is None or group.status is None or whole.status is None or group.status == whole.status:
        return False
    return "civilian" in (group.status, whole.status) or group.affiliation is not None


def _take_side(group: Group, whole: Group | None) -> None:
    """Give a part in arms the side of its whole: the commander in "17 troops including a commander" is theirs."""
    if whole is not None and whole.status is not None and group.status not in (None, "civilian", whole.status):
        group.status, group.status_at = whole.status, whole.status_at


def _may_reach_back(items: list[Item], position: int, word: Token) -> bool:
    """Tell whether the whole may stand in a sentence before: "The dead included", "Among the dead were"."""
    if is_of_before(word):
        return True
    before = items[position - 1] if position else None
    opening = [item for item in items[:3] if isinstance(item, Token)]
    told_before = any(
        item.mask & _TOLL_OR_HARM_NOUN or item.word in ("they", "these", "those")
        for item in ([before] if isinstance(before, Token) else []) + opening
    )
    return told_before or word.word in ("among them", "of whom")
