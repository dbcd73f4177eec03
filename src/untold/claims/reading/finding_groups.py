"""Finding the groups of a sentence: each number, and the noun that it counts.

The walk goes from the number to its noun over whatever qualifies it; a unit, a
vehicle or another clause on the way means that nobody is counted.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting import Number, read_between, read_number
from untold.claims.reading.groups import Group
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.noun_walks import with_noun
from untold.claims.reading.nouns import take_noun
from untold.claims.reading.openings import PEOPLE
from untold.claims.reading.tokens import Token
from untold.codebook.counts import Count

_NUMBER_OR_UNIT_OR_ARTICLE = K.NUMBER | K.UNIT | K.ARTICLE
_LEADING = K.QUALIFIER | K.EXACT
_NUMERIC = (
    K.NUMBER
    | K.UNIT
    | K.SCALE
    | K.FIXED
    | K.VAGUE
    | K.UNBOUNDED
    | K.NOBODY
    | K.ARTICLE
    | K.POSSESSIVE
    | K.OTHERS
    | K.FAMILY
)
_RANGING = closed_set("finding_groups", "ranging")
_TO_BE_SEEN = closed_set("finding_groups", "to_be_seen")
_KNOWN_AS = closed_set("finding_groups", "known_as")
_FIRST_YEAR, _LAST_YEAR = 1980, 2049
_SAYS_PEOPLE = K.PERSON | K.ACTOR | K.DEMONYM | K.HARM | K.PLACE
_OLDEST = 110
_AROUND_AGE = frozenset({(",", ","), (",", "."), (",", ";"), ("(", ")")})
_NO_PERSON = K.PLACE | K.MONTH | K.WEEKDAY | K.TIME | K.NUMBER | K.ACTOR | K.HARM | K.MEANS | K.EVENT_NAME


def find_groups(tokens: list[Token]) -> dict[int, Group]:
    """Return the groups of a sentence by the index of their first token, none overlapping."""
    groups: dict[int, Group] = {}
    starts = [index for index, token in enumerate(tokens) if token.opens & PEOPLE]
    free = 0  # where the last group ended
    for index in starts:
        mask = tokens[index].mask
        if index < free or (mask & _LEADING and not mask & _NUMERIC and not _leads(tokens, index + 1)):
            continue  # within a group, or "the", "over", "about" before no number
        group = _group_at(tokens, index)
        if group is not None:
            groups[group.start] = group
            free = group.end
    return groups


def _leads(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and bool(
        tokens[index].mask & (_LEADING | _NUMERIC) or tokens[index].word in ("between", "[", "at")
    )


def _group_at(tokens: list[Token], index: int) -> Group | None:
    token = tokens[index]
    if token.mask & K.FAMILY:
        return _family(tokens, index)
    ranging = token.word == "from" and index > 0 and tokens[index - 1].word in _RANGING
    number = read_between(tokens, index) if ranging else read_number(tokens, index)
    if number is None:
        return _kin(tokens, index)
    if _counts_nobody(tokens, number):
        return None
    if number.article and (pair := _couple(tokens, number)) is not None:
        return pair
    for family_at in (number.end, number.end + 1):  # "a family of six", "an entire family of six"
        if family_at < len(tokens) and tokens[family_at].mask & K.FAMILY:
            family = _family(tokens, family_at, begin=number.start)
            if family is not None:
                return family
            if family_at == number.end and not number.article:
                return None  # "of one family"
    group = Group(number.count, number.start, number.end, number.end, article=number.article)
    group.possessive = bool(tokens[number.start].mask & K.POSSESSIVE)
    found = with_noun(tokens, group, number)
    if found is not None:
        _take_bound_after(tokens, found)
    return found


def _take_bound_after(tokens: list[Token], group: Group) -> None:
    """Read "forty fighters at least were killed": a bound that follows its number."""
    after = tokens[group.end] if group.end < len(tokens) else None
    beyond = tokens[group.end + 1] if group.end + 1 < len(tokens) else None
    if after is None or after.word != "at least" or group.count.qualifier != "exact" or group.count.stated is None:
        return
    if beyond is None or not beyond.mask & _NUMBER_OR_UNIT_OR_ARTICLE:
        group.count = Count.at_least(group.count.stated)


def _is_age(tokens: list[Token], number: Number) -> bool:
    """Tell whether a figure is somebody's age: "Samir Haddad, 45, was", "a son, 7,", "Salma Haddad (40)"."""
    opens, closes = number.start - 1, number.end
    if opens < 1 or closes >= len(tokens) or (number.count.stated or _OLDEST) >= _OLDEST:
        return False
    if (tokens[opens].word, tokens[closes].word) not in _AROUND_AGE:
        return False
    whose = tokens[opens - 1]
    noun = whose.value(K.PERSON)
    if isinstance(noun, PersonNoun):
        return noun.singular and not noun.plural
    before = tokens[opens - 2].value(K.PERSON) if opens > 1 else None
    named_beside = isinstance(before, PersonNoun) and before.singular and not before.plural  # "his wife Salma, 40,"
    return whose.cased and (named_beside or not whose.mask & _NO_PERSON)


def _counts_nobody(tokens: list[Token], number: Number) -> bool:
    """Tell an age, the year of a credit, and an aside ("three others one identified as the uncle of")."""
    if tokens[number.start].mask & K.NUMBER:
        return _is_age(tokens, number) or _is_credit(tokens, number)
    if number.end < len(tokens) and tokens[number.end].word in _TO_BE_SEEN and number.count.qualifier == "none":
        return True  # "no visible injuries"
    if number.start and tokens[number.start - 1].word == "how":
        return True  # "how many of them were civilians"
    return number.count.stated == 1 and number.end < len(tokens) and tokens[number.end].word in _KNOWN_AS


def _is_credit(tokens: list[Token], number: Number) -> bool:
    """Tell whether a figure is the year of a picture's credit: "AGENCY 2018 SAMIR HADDAD Soldier dies"."""
    if number.end != number.start + 1 or not _FIRST_YEAR <= (number.count.stated or 0) <= _LAST_YEAR:
        return False
    if len(tokens[number.start].word) != len("2018") or number.end >= len(tokens):
        return False
    after = tokens[number.end]
    return after.cased and not after.mask & _SAYS_PEOPLE


def _couple(tokens: list[Token], number: Number) -> Group | None:
    """Read "an elderly couple" as two people."""
    for at in range(number.end, min(number.end + 2, len(tokens))):
        if tokens[at].word == "couple":
            return Group(Count.exactly(2), number.start, at + 1, at + 1, head=at)
    return None


def _family(tokens: list[Token], index: int, begin: int | None = None) -> Group | None:
    """Read "a family of six" as six people."""
    if index + 2 >= len(tokens) or tokens[index + 1].word != "of":
        return None
    number = read_number(tokens, index + 2)
    if number is None or number.article:
        return None
    start = index if begin is None else begin
    return Group(number.count, start, number.end, number.end, head=index)


def _kin(tokens: list[Token], index: int) -> Group | None:
    """Read "his wife", "her 5-year-old sister" as one person of a list of kin."""
    if not tokens[index].mask & K.POSSESSIVE:
        return None
    at = index + 1
    while at < min(len(tokens), index + 5) and (tokens[at].mask & K.NUMBER or tokens[at].glued or not tokens[at].mask):
        at += 1
    noun = tokens[at].value(K.PERSON) if at < len(tokens) else None
    if not isinstance(noun, PersonNoun) or not noun.singular:
        return None
    further = tokens[at + 1].value(K.PERSON) if at + 1 < len(tokens) else None
    if isinstance(further, PersonNoun) and further.plural and not further.singular:
        return None  # "his novice companions" are nobody knows how many
    group = Group(Count.exactly(1), index, at + 1, index + 1, head=at, possessive=True, kin=noun.kin)
    take_noun(group, noun, at)
    return group
