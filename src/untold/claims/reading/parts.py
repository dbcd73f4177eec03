"""Parts of a whole: "including 99 children", "of whom 12 were women", "the dead included …".

A part is never added to its whole, so it must be known as one before the verbs
look for their subjects.
"""

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.bare_nouns import one_of
from untold.claims.reading.draft import Phrase
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.lexicon import PersonNoun
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
_ENDS_PART = K.BE | K.HARM | K.PERSON | K.PREPOSITION | K.ACTOR | K.DEMONYM
_CLAUSE_OR_SAY = K.CLAUSE | K.SAY
_VERB_WITHIN = 12  # items between "among the ten killed" and "were"
_ACTIVE = K.GERUND | K.FINITE | K.PARTICIPLE
_TELLING = K.GROUP | K.INCLUDING | K.PUNCTUATION
_OPENING = frozenset({",", "(", "[", "--", "\u2014", "\u2013", ";", ":"})
_BEFORE_OF_THEM = K.HARM | K.PUNCTUATION | K.AND | K.ADVERB | K.BE | K.HAVE | K.INCLUDING
_AFTER = frozenset({"among them", "among whom", "amongst them", "included"})  # "12 children among them"
# marks a noun that only says who the part before it is
_SAME = Token(word="", start=0, end=0, glued=False, cased=False, mask=0, entry=None, opens=0)


class Part(msgspec.Struct, frozen=True, gc=False):
    """A group that is part of another: `whole` is null where the whole stands in a sentence before."""

    group: Group
    whole: Group | None
    word: Token  # the words that say so

    @property
    def is_same(self) -> bool:
        """Tell whether the group is the part before it again ("one of them a child")."""
        return self.word is _SAME

    @property
    def names_harm(self) -> bool:
        """Tell whether the words themselves say the harm: "among the dead", "among those wounded"."""
        return any(
            stem in self.word.word
            for stem in ("dead", "killed", "wounded", "injured", "died", "deceased", "fatalities", "martyrs")
        )


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
        return _of_them(items, position, word)
    if word.word in WERE_AMONG:
        return _were_among(items, position, word)
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


def _of_them(items: list[Item], position: int, word: Token) -> list[Part]:
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
            return [Part(before, whole, word), Part(follow, None, _SAME)]
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


def _were_among(items: list[Item], position: int, word: Token) -> list[Part]:
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
