"""Looking left of a word of harm: its auxiliaries, the group beside it, the subject of its clause."""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.tokens import Token

_BE_OR_PREPOSITION = K.BE | K.PREPOSITION
_OPENS_SUBJECT = K.TITLE | K.VAGUE | K.UNBOUNDED | K.ARTICLE | K.PRONOUN | K.POSSESSIVE | K.NUMBER | K.UNIT
_HARM_VERB_OR_SAY = K.HARM_VERB | K.SAY
_GERUND_OR_FINITE = K.GERUND | K.FINITE
_HARM_NOUN_OR_MEANS = K.HARM_NOUN | K.MEANS
_ADVERB_OR_RECORD_OR_LEAVING = K.ADVERB | K.RECORD | K.LEAVING
_REACH = 30  # items between a subject and its verb; longer clauses are read as two
_OBLIQUE = closed_set("subjects", "oblique")
_ASIDE = frozenset({"-", "--", "\u2014", ")", "]"})
_DASHES = frozenset({"-", "--", "\u2014"})
_OF_WHOM = closed_set("subjects", "of_whom")
_ASIDE_WITHIN = 20  # words of an aside
_CLOSING = frozenset({")", "]"})
_COMPLEMENT_WITHIN = 6  # items of "from the group"
_NO_COMPLEMENT = K.HARM | K.SAY | K.BE | K.HAVE | K.CLAUSE | K.AND | K.PUNCTUATION | K.PRONOUN
_OPENS_CLAUSE = K.SAY | K.PUNCTUATION | K.CLAUSE | K.ADVERB
_OF_OR_IN = closed_set("subjects", "of_or_in")
_RELATIVE = closed_set("subjects", "relative")
_AFTER_CAPTURED = (
    K.PREPOSITION | K.PUNCTUATION | K.TIME | K.AND | K.CLAUSE | K.BE | K.HAVE | K.SAY | K.ADVERB | K.WEEKDAY
    | K.RELATIVE_DAY | K.HARM | K.INCLUDING | K.ACCORDING | K.MEANS | K.MONTH
)  # fmt: skip
_AFTER_WORDS = closed_set("subjects", "after_words")
_SAYING_WITHIN = 7  # words: "12 militants captured the army said", where a comma was lost
_SKIPPED = K.ADVERB | K.BE | K.HAVE | K.MODAL | K.NOT


def auxiliaries_before(items: list[Item], position: int) -> tuple[bool, bool]:
    """Return whether "be" and whether "have" stand before the participle at `position`."""
    passive = perfect = False
    here = position - 1
    while here >= 0 and isinstance(item := items[here], Token) and item.mask & _SKIPPED:
        passive = passive or bool(item.mask & K.BE)
        perfect = perfect or bool(item.mask & K.HAVE)
        here -= 1
    return passive, perfect


def neighbor_before(items: list[Item], position: int) -> Group | None:
    """Return the group that stands straight before `position`, adverbs and a bracket aside."""
    here = position - 1
    while here >= 0:
        item = items[here]
        if isinstance(item, Group):
            return item
        if item.word in _CLOSING:
            here = _before_bracket(items, here)
            continue
        if item.word in _DASHES and (before := _before_aside(items, here)) >= 0:
            here = before
            continue
        if not item.mask & K.ADVERB or item.mask & _BE_OR_PREPOSITION:
            return None
        here -= 1
    return None


def beside(items: list[Item], position: int) -> int:
    """Return the position straight before a verb, its auxiliaries aside."""
    here = position - 1
    while here >= 0 and isinstance(item := items[here], Token) and (item.mask & _SKIPPED or item.word in _OF_WHOM):
        here -= 1
    return here


def takes_object(items: list[Item], position: int) -> bool:
    """Tell whether an object follows a verb, which so was active: "some 300 fighters captured many villages"."""
    item = items[position + 1] if position + 1 < len(items) else None
    if not isinstance(item, Token):
        return item is not None
    after = items[position + 2] if position + 2 < len(items) else None
    if isinstance(after, Token) and after.mask & K.TIME:
        return False  # "killed a day earlier"
    return bool(item.mask & _OPENS_SUBJECT)


def captures_something(items: list[Item], position: int) -> bool:
    """Tell whether those before a verb of capture did it: "dozens of rebels captured the town"."""
    item = items[position + 1] if position + 1 < len(items) else None
    if not isinstance(item, Token) or item.mask & _AFTER_CAPTURED or item.word in _AFTER_WORDS:
        return False
    beyond = items[position + 1 : position + 1 + _SAYING_WITHIN]
    return not any(isinstance(other, Token) and other.mask & K.SAY for other in beyond)


def _is_of_whom(items: list[Item], position: int) -> bool:
    """Tell whether a part has a verb of its own: "3,600 patients, of whom 355 died", "three of whom died"."""
    item = items[position]
    after = items[position + 1] if position + 1 < len(items) else None
    if (isinstance(item, Group) and item.of_harmed is not None) or (
        isinstance(after, Token) and after.word in _OF_WHOM
    ):
        return True
    before = items[position - 1] if position else None
    if position > 1 and isinstance(before, Token) and before.word == ",":
        before = items[position - 2]
    if not isinstance(before, Token) or before.word not in _OF_WHOM:
        return False
    return position < 2 or not isinstance(items[position - 2], Group)  # noqa: PLR2004 ("one of them a child")


def _antecedent(items: list[Item], position: int) -> int:
    """Return where the group stands that a relative pronoun takes up, an apposition in commas aside, or -1."""
    before = items[position - 1] if position else None
    if isinstance(before, Group):
        return position - 1
    if before is None or before.word != ",":
        return -1
    for here in range(position - 2, max(position - 12, -1), -1):
        item = items[here]
        if isinstance(item, Token) and item.word == ",":
            return here - 1 if here and isinstance(items[here - 1], Group) else -1
    return position - 2 if position >= 2 and isinstance(items[position - 2], Group) else -1  # noqa: PLR2004


def _before_bracket(items: list[Item], position: int) -> int:
    for here in range(position - 1, max(position - 14, -1), -1):
        item = items[here]
        if isinstance(item, Token) and item.word in ("(", "["):
            return here - 1
    return position - 1


def subjects_before(items: list[Item], position: int, parts: set[int], reach: int = _REACH) -> list[Group]:
    """Return the groups that are the subject of the verb at `position`, in the order of the text.

    Going left, groups inside prepositional phrases and parts of other groups are
    passed over; a clause that opens on the way ends the search, except a relative
    clause that follows its group.
    """
    here = position - 1
    relative = -1  # where a relative pronoun follows its group: "the 10 leaders who were killed"
    limit = max(-1, position - reach)
    while here > limit:
        item = items[here]
        if isinstance(item, Group):
            if here == beside(items, position) and _is_of_whom(items, here):
                return [item]
            if id(item) not in parts and (relative == here + 1 or not _is_oblique(items, here)):
                return [item] if _is_oblique(items, here) else with_coordinated(items, here, parts)
        elif item.word in _RELATIVE and (follows := _antecedent(items, here)) >= 0:
            relative, here = follows + 1, follows
            continue
        elif item.word in _CLOSING:
            here = _before_bracket(items, here)
            continue
        elif item.word in _DASHES and (before := _before_aside(items, here)) >= 0:
            here = before
            continue
        elif _ends_clause(items, here) and not (item.word in _RELATIVE and _is_closed(items, here, position)):
            return []
        here -= 1
    return []


def _is_closed(items: list[Item], relative: int, position: int) -> bool:
    """Tell whether a relative clause has a verb of its own: "those on the plane that was shot down died"."""
    here = position - 1
    while here > relative and isinstance(item := items[here], Token) and (item.mask & _SKIPPED or item.word == "to"):
        here -= 1
    return any(isinstance(item, Token) and item.mask & (K.BE | K.HAVE) for item in items[relative + 1 : here + 1])


def _is_oblique(items: list[Item], position: int) -> bool:
    before = items[position - 1] if position else None
    if not isinstance(before, Token):
        return False
    if before.mask & K.AND or before.word == ",":
        return _in_list_of_oblique(items, position)
    return before.word in _OBLIQUE and not before.mask & K.INCLUDING


def _in_list_of_oblique(items: list[Item], position: int) -> bool:
    """Tell whether "and 3 tanks" continues a prepositional phrase ("with 5 men and 3 others")."""
    before = items[position - 2] if position >= 2 else None  # noqa: PLR2004 (a joint and what precedes it)
    return isinstance(before, Group) and _is_oblique(items, position - 2)


def with_coordinated(items: list[Item], position: int, parts: set[int]) -> list[Group]:
    """Return the group at `position` after those that commas and "and" join before it, parts of others left out."""
    item = items[position]
    found = [item] if isinstance(item, Group) else []
    here = position
    while here >= 2:  # noqa: PLR2004 (a joint and a group before it)
        here = _joint_before(items, here, parts)
        before = items[here] if here >= 0 else None
        if not isinstance(before, Group) or _is_oblique(items, here):
            break
        if id(before) not in parts:
            found.append(before)
    return found[::-1]


def _joint_before(items: list[Item], position: int, parts: set[int]) -> int:
    """Return the position of the group joined to the one at `position` by commas and "and", or -1."""
    here = position - 1
    joined = False
    while here >= 0:
        item = items[here]
        if isinstance(item, Group):
            return here if joined else -1
        if item.mask & K.AND or item.word == ",":
            joined = True
        elif item.mask & K.INCLUDING and isinstance(items[here + 1], Group) and id(items[here + 1]) in parts:
            joined = True  # past the parts to their whole
        elif joined and (antecedent := _clause_owner(items, here)) >= 0:
            return antecedent
        elif joined and (owner := _complement_owner(items, here)) >= 0:
            return owner
        elif item.word in _ASIDE and (before := _before_aside(items, here)) >= 0:
            here = before
            continue
        elif not (item.mask & K.ADVERB and joined):
            return -1
        here -= 1
    return -1


def _clause_owner(items: list[Item], position: int) -> int:
    """Return the group whose relative clause ends at `position` ("two men who acted as guards and a woman"), or -1."""
    for here in range(position, max(position - 9, 0), -1):
        item = items[here]
        if isinstance(item, Group) or item.mask & _HARM_VERB_OR_SAY or item.word in (";", ","):
            return -1
        if item.word in _RELATIVE:
            return here - 1 if isinstance(items[here - 1], Group) else -1
    return -1


def _complement_owner(items: list[Item], position: int) -> int:
    """Return the group whose complement ends at `position` ("19 fighters from the group and four civilians"), or -1."""
    for here in range(position, max(position - _COMPLEMENT_WITHIN, 0), -1):
        item = items[here]
        if isinstance(item, Group) or item.mask & _NO_COMPLEMENT:
            return -1
        owner = items[here - 1]
        if item.word in _OF_OR_IN and isinstance(owner, Group):
            before = items[here - 2] if here > 1 else None
            opens = not isinstance(before, Token) or before.mask & _OPENS_CLAUSE or before.word == "that"
            return here - 1 if owner.head is not None and opens else -1
    return -1


def _before_aside(items: list[Item], position: int) -> int:
    """Return the position before an aside between dashes or brackets that closes at `position`, or -1."""
    for here in range(position - 1, max(position - _ASIDE_WITHIN, -1), -1):
        item = items[here]
        if isinstance(item, Token) and item.word in ("-", "--", "\u2014", "(", "["):
            return here - 1
    return -1


def _ends_clause(items: list[Item], position: int) -> bool:
    item = items[position]
    if not isinstance(item, Token):
        return False
    if item.word in _RELATIVE:
        return True
    if item.word in (";", ":"):
        return True
    if item.mask & K.CLAUSE and item.word not in ("since", "as", "before", "after", "until"):
        return True
    return bool(item.mask & _GERUND_OR_FINITE and not item.mask & _HARM_NOUN_OR_MEANS) or bool(
        item.mask & K.SAY and not item.mask & _ADVERB_OR_RECORD_OR_LEAVING
    )
