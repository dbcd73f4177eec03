"""Which groups a word of parts reaches: the whole before it, the run of groups after it, the subject of its clause."""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.objects import speaks
from untold.claims.reading.tokens import Token

_BE_OR_ADVERB_OR_PUNCTUATION = K.BE | K.ADVERB | K.PUNCTUATION
_GOES_ON = K.AND | K.ADVERB | K.PLACE | K.BE | K.PERSON
_ENDS_RUN = K.SAY | K.HARM | K.PREPOSITION | K.CLAUSE | K.BE | K.HAVE
_HARM_VERB_OR_STATE = K.HARM_VERB | K.STATE
_PARTICIPLE_OR_STATE_OR_DIES = K.PARTICIPLE | K.STATE | K.DIES
_BE_OR_HAVE_OR_ADVERB = K.BE | K.HAVE | K.ADVERB
_CLAUSE_OR_SAY = K.CLAUSE | K.SAY
_GAP = 6  # words of a place between two parts, or before the first
_AGES = closed_set("runs", "ages")
OF_THEM = closed_set("runs", "of_them")
WERE_AMONG = closed_set("runs", "were_among")


def whole_before(items: list[Item], position: int, *, across: bool = False) -> Group | None:
    """Return the group before "including" that the parts belong to; `across` a semicolon or not."""
    for here in range(position - 1, -1, -1):
        item = items[here]
        if isinstance(item, Group):
            if (across and item.of_harmed is not None) or (_is_itself_part(items, here) and not owns_verb(items, here)):
                continue
            return item
        if (not across and item.word == ";") or (
            item.mask & K.CLAUSE and item.word in ("while", "but", "whereas", "although")
        ):
            return None
    return None


def _is_itself_part(items: list[Item], position: int) -> bool:
    here = position - 1
    while here >= 0:
        item = items[here]
        if isinstance(item, Token):
            if item.mask & K.INCLUDING and item.word not in WERE_AMONG:
                return True
            if not (item.mask & K.AND or item.word == "," or item.mask & K.ADVERB):
                return False
        here -= 1
    return False


def groups_after(items: list[Item], position: int) -> list[Group]:
    """Return the run of groups after "including": joined by commas and "and", places between them allowed."""
    found: list[Group] = []
    gap = 0
    for here in range(position + 1, len(items)):
        item = items[here]
        if isinstance(item, Group):
            if item.article and _is_comma(items[here - 1]) and speaks(items, here):
                break  # "including 1,462 civilians, a United Nations inquiry said"
            if owns_verb(items, here) and found and _has_verb_before(items, position):
                break
            found.append(item)
            gap = 0
            continue
        gap += 1
        if not _may_stand_between(item) or gap > (1 if not found else _GAP):
            reaching = (
                is_of_before(items[position])
                and gap <= _GAP
                and (_may_stand_between(item) or item.mask & K.PREPOSITION)
            )
            if not found and reaching:
                continue  # "Among the dead in Homs were 12 civilians"
            if not found and gap <= 2 and item.mask & _BE_OR_ADVERB_OR_PUNCTUATION:  # noqa: PLR2004 ("were also", ", ")
                continue
            break
    return found


def _is_comma(item: Item) -> bool:
    return isinstance(item, Token) and item.word == ","


def _may_stand_between(item: Token) -> bool:
    return (
        bool(item.mask & _GOES_ON)
        or item.word in OF_THEM
        or item.word in _AGES
        or item.word in (",", "in", "at", "of", "the", "near", "district", "neighborhood", "town", "village", "from")
        or (item.cased and not item.mask & _ENDS_RUN)
    )


def _has_verb_before(items: list[Item], position: int) -> bool:
    """Tell whether the whole has its verb already, so that a verb after the parts is another clause's."""
    return any(
        isinstance(item, Token) and item.mask & _HARM_VERB_OR_STATE for item in items[max(0, position - 14) : position]
    )


def owns_verb(items: list[Item], position: int) -> bool:
    """Tell whether a group starts a clause of its own: "including 3 children, and 12 were wounded"."""
    for item in items[position + 1 :]:
        if not isinstance(item, Token):
            return False
        if item.mask & _PARTICIPLE_OR_STATE_OR_DIES:
            return True
        if not item.mask & _BE_OR_HAVE_OR_ADVERB:
            return False
    return False


def clause_subject(items: list[Item], position: int) -> list[Group]:
    """Return the groups that are the subject before "were among those killed"."""
    found: list[Group] = []
    for here in range(position - 1, -1, -1):
        item = items[here]
        if isinstance(item, Group):
            joint = items[here + 1] if here + 1 < position else None
            listed = (
                bool(found)
                and isinstance(joint, Token)
                and (joint.mask & K.AND or joint.word == ",")
                and items[here + 2] is found[0]
            )
            found = [item, *found] if listed else [item]
        elif item.mask & _CLAUSE_OR_SAY or item.word == ";":
            break
    return found


def take_noun_after(items: list[Item], position: int, group: Group) -> None:
    """Give "seven of them children" and "of whom 12 were women" their noun."""
    if group.demographic or group.status:
        return
    for here in range(position + 1, min(position + 5, len(items))):
        item = items[here]
        if isinstance(item, Group) and item.of_harmed is not None:
            continue
        if isinstance(item, Group) or item.mask & K.PUNCTUATION:
            return
        noun = item.value(K.PERSON)
        if isinstance(noun, PersonNoun):
            group.status, group.demographic = noun.status, noun.demographic
            group.noun_span = (item.start, item.end)
            return


def is_of_before(word: Item) -> bool:
    """Tell whether a word takes up people told before: "among the dead", "of those"."""
    return isinstance(word, Token) and word.word.startswith(
        ("among the ", "among those", "of the ", "of those", "of these")
    )
