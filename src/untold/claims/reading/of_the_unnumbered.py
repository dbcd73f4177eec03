"""Parts of people whom nobody counted: "militants were killed, including three leaders".

The whole has no number, so that the words of harm take no group; those named
after "including" are counted all the same.
"""

from collections.abc import Iterator

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting_on import Link
from untold.claims.reading.draft import Phrase
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.runs import OF_THEM, groups_after
from untold.claims.reading.tokens import Token

_INCLUDING = closed_set("of_the_unnumbered", "including")
_ENDS_TELLING = closed_set("of_the_unnumbered", "ends_telling")
_CLAUSE_OR_SAY = K.CLAUSE | K.SAY
_HARM_KINDS = (K.PARTICIPLE, K.GERUND, K.FINITE, K.DIES, K.STATE, K.EVENT)
_TELLS_HARM = K.PARTICIPLE | K.GERUND | K.FINITE | K.DIES | K.STATE | K.EVENT
_WITHIN = 16  # items between people without a number and "including"
_OBJECT_WITHIN = 5  # items between a verb of harm and its bare object
_Told = tuple[str, Token]  # a harm, and the word that tells it


def of_the_unnumbered(phrase: Phrase, taken: set[int]) -> Iterator[Link]:
    """Yield the groups after "including" whose whole has no number, with the harm that befell it."""
    for position, item in enumerate(phrase.items):
        if not isinstance(item, Token) or item.word not in _INCLUDING:
            continue
        told = _harm_of_whole(phrase.items, position)
        if told is None:
            continue
        for group in groups_after(phrase.items, position):
            if id(group) not in taken and group.head is not None and group.harm is None:
                yield Link(group, *told, "part_of_unnumbered")


def _harm_of_whole(items: list[Item], position: int) -> _Told | None:
    """Return the harm that befell people without a number before "including", or null where none stand there."""
    told: _Told | None = None
    for here in range(position - 1, max(position - _WITHIN, -1), -1):
        item = items[here]
        if isinstance(item, Group) or item.word in _ENDS_TELLING or (told is None and item.mask & _CLAUSE_OR_SAY):
            return None
        if told is None and item.mask & _TELLS_HARM:
            told = _told(item)
        if _is_people(item):
            return told or _harm_before(items, here)
    return None


def _is_people(item: Token) -> bool:
    """Tell whether a word stands for more than one person: "militants", "most of them"."""
    noun = item.value(K.PERSON)
    return item.word in OF_THEM or (isinstance(noun, PersonNoun) and noun.plural and not noun.singular)


def _harm_before(items: list[Item], position: int) -> _Told | None:
    """Return the harm of the verb or noun whose bare object stands at `position`."""
    for here in range(position - 1, max(position - _OBJECT_WITHIN, -1), -1):
        item = items[here]
        if isinstance(item, Group) or item.mask & K.PUNCTUATION:
            return None
        if item.mask & _TELLS_HARM:
            return _told(item)
    return None


def _told(item: Token) -> _Told:
    return str(item.value(next(kind for kind in _HARM_KINDS if item.mask & kind))), item
