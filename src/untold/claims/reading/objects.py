"""Looking right of a word of harm: its objects, and the figure of a toll."""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.tokens import Token

_ENDS_OBJECT = K.SAY | K.HARM_VERB | K.CLAUSE | K.BE | K.HAVE | K.MEANS
_HARM_OR_SAY_OR_CLAUSE_OR_BE = K.HARM | K.SAY | K.CLAUSE | K.BE
_VERBAL = K.BE | K.HAVE | K.PARTICIPLE | K.STATE | K.DIES
_ADVERB_OR_OTHERS = K.ADVERB | K.OTHERS
_STRONG_JOINTS = closed_set("objects", "strong_joints")
_BEFORE_OBJECT = closed_set("objects", "before_object")  # "killing \"50 terrorists\""
_JOINT_REACH = 8  # items between a group and "as well as"
_OPENS_COMPLEMENT = closed_set("objects", "opens_complement")
_COMPLEMENT_REACH = 7  # items between a group and the "and" that joins another
_NO_COMPLEMENT = K.HARM | K.SAY | K.CLAUSE | K.BE | K.HAVE | K.PUNCTUATION | K.INCLUDING | K.INTENDS
_NAME_REACH = 16  # items between a verb and a group joined to a named person
_TOLL_REACH = 26  # items between "the death toll" and its figure
_TOLL_STOPS = closed_set("objects", "toll_stops")


def objects_after(items: list[Item], position: int, parts: set[int]) -> list[Group]:
    """Return the groups that directly follow the verb at `position`: its object and those joined to it."""
    here = position + 1
    while (
        here < len(items)
        and isinstance(item := items[here], Token)
        and (item.mask & K.ADVERB or item.word in _BEFORE_OBJECT)
        and not item.mask & K.BE
    ):
        here += 1
    if here >= len(items):
        return []
    first = items[here]
    if not isinstance(first, Group) or id(first) in parts:
        return []
    return [first, *_joined_after(items, here, parts)]


def _joined_after(items: list[Item], position: int, parts: set[int]) -> list[Group]:
    found: list[Group] = []
    here = position
    while (following := _next_joined(items, here, parts)) is not None:
        here = following
        item = items[here]
        if not isinstance(item, Group) or has_verb(items, here) or item.harm is not None or speaks(items, here):
            break
        if id(item) not in parts:
            found.append(item)
    return found


def joined_after_a_name(items: list[Item], position: int, parts: set[int], *, strong: bool = False) -> list[Group]:
    """Return the groups that "and", "as well as" or "along with" joins to a person named after the verb.

    Only names and what belongs to them may stand between; a verb ends the search.
    """
    joined = False
    for here in range(position + 1, min(position + _NAME_REACH, len(items))):
        item = items[here]
        if isinstance(item, Group) and item.head is None and not joined:
            continue  # an hour, an age
        if isinstance(item, Group):
            if (
                not joined
                or id(item) in parts
                or has_verb(items, here)
                or (item.head is None and not item.others)
                or item.article
            ):
                return []
            return [item, *_joined_after(items, here, parts)]
        if item.mask & _ENDS_OBJECT or item.word in (
            ";",
            ".",
            ":",
            "--",
            "\u2014",
        ):
            return []
        joined = item.word in _STRONG_JOINTS or (not strong and (bool(item.mask & K.AND) or item.word == ","))
    return []


def _next_joined(items: list[Item], position: int, parts: set[int]) -> int | None:
    here = position + 1
    if id(items[position]) in parts:
        here = _after_part(items, here)
    joined = False
    last = items[position]
    while here < len(items):
        item = items[here]
        if isinstance(item, Group):
            return (
                here
                if joined
                or (
                    here == position + 1
                    and item.head is not None
                    and item.count.qualifier != "none"
                    and isinstance(last, Group)
                    and last.head is not None
                )
                else None
            )
        if item.mask & K.AND or item.word == ",":
            joined = True
        elif not (joined and item.mask & K.ADVERB):
            return _with_kin(items, here) or _past_complement(items, here) or _strongly_joined(items, here, parts)
        here += 1
    return None


def _with_kin(items: list[Item], position: int) -> int | None:
    """Return the group of "a woman with four of her children"."""
    item, follow = items[position], items[position + 1] if position + 1 < len(items) else None
    is_kin = isinstance(follow, Group) and follow.possessive and (follow.kin or follow.demographic is not None)
    return position + 1 if is_kin and isinstance(item, Token) and item.word == "with" else None


def _past_complement(items: list[Item], position: int) -> int | None:
    """Return the group that "and" joins past a place or an "of": "12 soldiers in Sorel and 3 civilians"."""
    item = items[position]
    if not isinstance(item, Token) or item.word not in _OPENS_COMPLEMENT:
        return None
    for here in range(position + 1, min(position + _COMPLEMENT_REACH, len(items) - 1)):
        item, follow = items[here], items[here + 1]
        if isinstance(item, Group) or item.mask & _NO_COMPLEMENT:
            return None
        if item.word == "and":
            joined = isinstance(follow, Group) and follow.head is not None and not follow.unknown_head
            return here + 1 if joined else None
    return None


def _strongly_joined(items: list[Item], position: int, parts: set[int]) -> int | None:
    """Return the group that "along with" or "in addition to" joins over the words of a place or an office, or parts."""
    for here in range(position, min(position + _JOINT_REACH, len(items) - 1)):
        item = items[here]
        if isinstance(item, Group) and id(item) in parts:
            continue
        if isinstance(item, Group) or item.mask & _HARM_OR_SAY_OR_CLAUSE_OR_BE or item.word in (";", "."):
            return None
        if item.word in _STRONG_JOINTS:
            return here + 1 if isinstance(items[here + 1], Group) else None
    return None


def _after_part(items: list[Item], position: int) -> int:
    """Return the comma that closes "five of whom were …", so that the list can go on after it."""
    for here in range(position, min(position + 8, len(items))):
        item = items[here]
        if isinstance(item, Group) or item.word == ",":
            return here
    return position


def speaks(items: list[Item], position: int) -> bool:
    """Tell whether a person is the speaker of what stands before ("wounding 31, a doctor at the hospital said")."""
    group = items[position]
    after = items[position + 1] if position + 1 < len(items) else None
    if isinstance(after, Token) and after.mask & K.SAY and not after.mask & K.ADVERB:
        return True
    if not isinstance(group, Group) or not group.article:
        return False
    for item in items[position + 1 : position + 12]:
        if isinstance(item, Group) or item.mask & K.PUNCTUATION or item.mask & K.HARM_VERB:
            return False
        if item.mask & K.SAY:
            return True
    return False


def has_verb(items: list[Item], position: int) -> bool:
    """Tell whether a group has a verb of its own ("killing 4, and 6 were wounded")."""
    here = position + 1
    while here < len(items) and isinstance(item := items[here], Token):
        if item.mask & _VERBAL:
            return True
        if not item.mask & _ADVERB_OR_OTHERS and item.word != '"':
            return False
        here += 1
    return False


def toll_after(items: list[Item], position: int) -> list[Group]:
    """Return the figure that a toll takes: after "rose to", "stands at", "was", "of", or a colon.

    "From 20 to 25" takes the 25; a group with a verb of its own is not the toll's.
    """
    here = position + 1
    limit = min(len(items), here + _TOLL_REACH)
    while here < limit:
        item = items[here]
        if isinstance(item, Group):
            before = items[here - 1]
            if isinstance(before, Token) and before.word in ("from", "after"):
                here += 1
                continue
            if has_verb(items, here) or item.article:
                return []
            return [item, *_joined_after(items, here, set())] if item.count.qualifier != "none" else []
        if item.word == "(":
            here = _after_bracket(items, here)
            continue
        follow = items[here + 1] if here + 1 < len(items) else None
        if item.word in _TOLL_STOPS or (item.mask & K.INCLUDING and isinstance(follow, Group)):
            return []
        here += 1
    return []


def _after_bracket(items: list[Item], position: int) -> int:
    for here in range(position + 1, min(position + 12, len(items))):
        item = items[here]
        if isinstance(item, Token) and item.word == ")":
            return here + 1
    return position + 1
