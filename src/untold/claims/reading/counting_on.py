"""Numbers that lean on a claim told before them: lists that go on, counts without a word of harm.

"Killed four in Sarmada on Monday, nine on Tuesday", "It also counted 27,126
children", "12 were wounded, three critically": the harm is said once.
"""

from collections.abc import Iterator

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.objects import objects_after, toll_after
from untold.claims.reading.tokens import Token

_PERSON_OR_ACTOR = K.PERSON | K.ACTOR
_GRAVELY = closed_set("counting_on", "gravely")
_AT = closed_set("counting_on", "at")
_DEFINITE = closed_set("counting_on", "definite")
_TOTALS = closed_set("counting_on", "totals")
_PUTTING = closed_set("counting_on", "putting")
_PLACE_WITHIN = 6  # words between a preposition and its place


class Link(msgspec.Struct, frozen=True, gc=False):
    """A group, the harm that it takes from a claim told before, and the word by which it does."""

    group: Group
    harm: str
    word: Token
    rule: str
    whole: Draft | None = None


def counted_again(phrase: Phrase, parts: set[int], before: Draft) -> Iterator[Link]:
    """Yield "It also counted 27,126 children", "puts the total at 1,166": the harm is that of the claim before."""
    for position, item in enumerate(phrase.items):
        if not isinstance(item, Token):
            continue
        if item.mask & K.COUNTS:
            found = objects_after(phrase.items, position, parts)
            people = [g for g in found if _are_people(phrase, g) or (g.head is None and _ends(phrase.items, g))]
        elif item.mask & K.TOTAL and item.word in _TOTALS and _is_definite(phrase.items, position):
            people = [group for group in toll_after(phrase.items, position)[:1] if not group.possessive]
        else:
            continue
        for group in people:
            yield Link(group, before.harm, item, "counted_again")


def put_at(phrase: Phrase, drafts: list[Draft], free: set[int]) -> Iterator[Link]:
    """Yield "the UN puts the figure at 191,000" after "more than 180,000 have been killed"."""
    if phrase.sentence.words.isdisjoint(_PUTTING):
        return
    for position, item in enumerate(phrase.items[2:], 2):
        put = phrase.items[position - 2]
        if not isinstance(item, Token) or item.word not in _TOTALS or not isinstance(put, Token):
            continue
        if put.word in _PUTTING and _is_definite(phrase.items, position):
            for group in toll_after(phrase.items, position)[:1]:
                if id(group) in free:
                    yield Link(group, drafts[-1].harm, item, "counted_again")


def _is_definite(items: list[Item], position: int) -> bool:
    """Tell "the total" from a tribe "who number about 70,000"."""
    before = items[position - 1] if position else None
    return isinstance(before, Token) and before.word in _DEFINITE


def _are_people(phrase: Phrase, group: Group) -> bool:
    return group.head is not None and bool(phrase.tokens[group.head].mask & _PERSON_OR_ACTOR)


def _ends(items: list[Item], group: Group) -> bool:
    """Tell whether nothing but a mark follows a group."""
    after = items[items.index(group) + 1 :]
    return not after or (isinstance(after[0], Token) and bool(after[0].mask & K.PUNCTUATION))


def listed_on(phrase: Phrase, drafts: list[Draft], free: set[int]) -> Iterator[Link]:
    """Yield "nine on Tuesday" and "7 in Idlib" after "killed four in Sarmada on Monday"."""
    for position, item in enumerate(phrase.items):
        if (
            not isinstance(item, Group)
            or id(item) not in free
            or item.head is not None
            or item.article
            or item.count.qualifier == "vague"
        ):
            continue
        joint = phrase.items[position - 1] if position else None
        last = next((draft for draft in reversed(drafts) if draft.group.start < item.start), None)
        listing = isinstance(joint, Token) and (
            _joins(joint) or joint.cased or bool(joint.mask & K.NOT_PEOPLE)
        )  # wires lose their commas
        if last is not None and listing and _is_placed(phrase.items, position + 1):
            yield Link(item, last.harm, phrase.tokens[last.at], "listed_on")


def _joins(item: Item | None) -> bool:
    return isinstance(item, Token) and (item.word == "," or bool(item.mask & K.AND))


def _is_placed(items: list[Item], position: int) -> bool:
    """Tell whether a day or a place follows a number."""
    item = items[position] if position < len(items) else None
    if not isinstance(item, Token):
        return False
    if item.mask & K.TIME or item.word in ("on", "among"):
        return True
    beyond = items[position + 1 : position + 1 + _PLACE_WITHIN]
    if item.word == "by":
        return any(
            isinstance(other, Token) and other.mask & K.MEANS for other in beyond[:2]
        )  # "12 by raids, 7 by shelling"
    return item.word in _AT and any(
        isinstance(other, Token) and (other.mask & K.PLACE or other.cased) for other in beyond
    )


def listed_after_a_date(phrase: Phrase, drafts: list[Draft], free: set[int]) -> Iterator[Link]:
    """Yield "136 fighters and 380 civilians" after "documented 4,108 militants killed since September 2014"."""
    last = drafts[-1]
    if last.rule not in ("participle_after_group", "object_of_verb"):
        return
    going = False
    for position, item in enumerate(phrase.items):
        if isinstance(item, Token):
            going = bool(item.mask & K.TIME) or (going and (item.word == "," or bool(item.mask & K.AND)))
            continue
        listed = going and id(item) in free and item.harm is None and not item.article and item.start > last.group.start
        if listed and _joins(phrase.items[position - 1]) and _are_people(phrase, item):
            yield Link(item, last.harm, phrase.tokens[last.at], "listed_on")


def the_grave(phrase: Phrase, drafts: list[Draft], free: set[int]) -> Iterator[Link]:
    """Yield "three critically" after "12 were wounded": part of those."""
    whole = drafts[-1]
    for position, item in enumerate(phrase.items):
        if not isinstance(item, Group) or id(item) not in free or item.head is not None:
            continue
        follow = phrase.items[position + 1] if position + 1 < len(phrase.items) else None
        ends = phrase.items[position + 2] if position + 2 < len(phrase.items) else None
        closed = ends is None or (isinstance(ends, Token) and bool(ends.mask & K.PUNCTUATION))
        if isinstance(follow, Token) and follow.word in _GRAVELY and closed:
            yield Link(item, whole.harm, follow, "part_of_whole", whole)
