"""Groups of people: a number and the noun that it counts, or a number alone where a verb of harm licenses it.

"At least 12 Syrian government soldiers" is a group of soldiers; "12 armored
vehicles" is none; "12" is one only beside "killed". The noun gives status,
demographic and affiliation, each with the words that gave it.
"""

from dataclasses import dataclass, field

from untold.claims.reading import kinds as K
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.numbers import Number, read_between, read_number
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor
from untold.codebook.counts import Count

_REACH = 9  # words between a number and its noun; FA-KES and MUC-4 development texts, 2026-11
_STOP = K.PREPOSITION | K.BE | K.HAVE | K.MODAL | K.AND | K.NOT | K.INCLUDING | K.ACCORDING
_HARM_HEAD = K.PARTICIPLE | K.STATE
_ENDS_NOUN = _STOP | K.PUNCTUATION | K.HARM | K.TIME | K.SAY | K.ARTICLE | K.NUMBER
_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
_LEADING = K.QUALIFIER | K.EXACT
_NUMERIC = K.NUMBER | K.UNIT | K.SCALE | K.FIXED | K.VAGUE | K.UNBOUNDED | K.NOBODY | K.ARTICLE | K.POSSESSIVE | K.OTHERS | K.FAMILY
_OF_STATE = frozenset({"government", "regime", "army", "military", "state", "loyalist"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "primarily"})


@dataclass(slots=True)
class Group:
    """People counted at one place of a sentence: tokens from `start` up to `end`."""

    count: Count
    start: int
    end: int
    number_end: int
    status: str | None = None
    status_at: int | None = None  # index of the token that says it
    demographic: str | None = None
    demographic_at: int | None = None
    affiliation: Actor | None = None
    affiliation_at: int | None = None
    head: int | None = None  # index of the noun, None where there is none ("519 were killed")
    harm: str | None = None  # where the noun itself is one of harm ("40 deaths")
    others: bool = False
    unknown_head: bool = False  # a noun that no list knows; people only if a verb of harm says so
    possessive: bool = False
    kin: bool = False
    article: bool = False
    noun_span: tuple[int, int] | None = None  # where a noun outside the group says who they are
    of_harmed: int | None = None  # index of "the dead" in "ten of the dead"
    parts: list["Group"] = field(default_factory=list)


Item = Token | Group


def find_groups(tokens: list[Token]) -> dict[int, Group]:
    """Return the groups of a sentence by the index of their first token, none overlapping."""
    groups: dict[int, Group] = {}
    index = 0
    count = len(tokens)
    while index < count:
        token = tokens[index]
        if token.mask & _LEADING and not token.mask & _NUMERIC and not _leads(tokens, index + 1):
            index += 1  # "the", "over", "about" before no number
            continue
        group = _group_at(tokens, index) if token.mask & (K.COUNTING | K.FAMILY) or token.word in ("between", "from") else None
        if group is None:
            index += 1
            continue
        groups[group.start] = group
        index = max(group.end, index + 1)
    return groups


def _leads(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and bool(tokens[index].mask & (_LEADING | _NUMERIC) or tokens[index].word in ("between", "["))


def _group_at(tokens: list[Token], index: int) -> Group | None:
    if tokens[index].mask & K.FAMILY:
        return _family(tokens, index)
    ranging = tokens[index].word == "from" and index > 0 and tokens[index - 1].word in ("vary", "varies", "varied", "ranges", "range", "ranging", "varying", "ranged")
    number = read_between(tokens, index) if tokens[index].word == "between" or ranging else read_number(tokens, index)
    if number is None:
        return _kin(tokens, index)
    if number.article and (pair := _couple(tokens, number)) is not None:
        return pair
    for family_at in (number.end, number.end + 1):  # "a family of six", "an entire family of six"
        if family_at < len(tokens) and tokens[family_at].mask & K.FAMILY:
            family = _family(tokens, family_at, begin=number.start)
            if family is not None:
                return family
    group = Group(number.count, number.start, number.end, number.end, article=number.article)
    group.possessive = bool(tokens[number.start].mask & K.POSSESSIVE)
    return _with_noun(tokens, group, number)


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
    group = Group(Count.exactly(1), index, at + 1, index + 1, head=at, possessive=True, kin=noun.kin)
    _take_noun(group, noun, at)
    return group


def _with_noun(tokens: list[Token], group: Group, number: Number) -> Group | None:
    """Give a number its noun; None where the noun counts no people or a lone article finds none."""
    here = number.end
    stop = min(len(tokens), here + _REACH)
    head = -1
    words = 0
    while here < stop:
        token = tokens[here]
        mask = token.mask
        if mask & K.OTHERS and not mask & K.PERSON:
            group.others, group.end = True, here + 1
            here += 1
            continue
        if mask & K.ADVERB and not mask & (_ENDS_NOUN | K.PERSON | K.ACTOR):
            here += 1
            continue
        if _is_modifier(tokens, here):
            here += 1
            words += 1
            continue
        if mask & (K.PERSON | K.ACTOR | K.DEMONYM | K.HARM_NOUN):
            if mask & K.HARM_NOUN and not mask & K.PERSON:
                return _harm_noun(tokens, group, here)
            head = here
            if mask & K.PERSON and _closes(tokens, here):
                break
            here += 1
            words = 0
            continue
        if mask & K.NOT_PEOPLE and not mask & K.PARTICIPLE:
            if here + 1 < len(tokens) and tokens[here + 1].mask & K.PERSON and not tokens[here + 1].mask & _STOP:
                here += 1  # "state officials", "group members"
                continue
            return _headed(tokens, group, head) if head >= 0 and not _is_adjective(tokens, group, head) else None
        if token.word in ("(", "["):
            here = _after_bracket(tokens, here)
            continue
        if mask & K.EVENT and token.word.startswith(("bodies", "corpses", "dead bodies")):
            return _harm_noun(tokens, group, here)
        if mask & K.INCLUDING and head < 0 and words == 0 and token.word.startswith(("of the ", "of those ")):
            group.of_harmed, group.end = here, here + 1
            return group
        if token.word == "of" and head < 0 and words == 0 and (harmed := _of_the_harmed(tokens, here)) is not None:
            group.of_harmed = harmed
            group.end = here + 2
            return group
        if token.word == "of" and (head >= 0 or words == 0) and here + 1 < len(tokens) and (head < 0 or tokens[head].mask & K.PERSON):
            after = _after_of(tokens, here)
            group.possessive = group.possessive or any(token.mask & K.POSSESSIVE for token in tokens[here:after])
            here = after
            if here < 0:
                break
            words = 0
            continue
        if mask & _ENDS_NOUN or token.word in _DETERMINERS:
            break
        here += 1
        words += 1
    if head >= 0 and (not words or tokens[head].mask & (K.PERSON | K.ACTOR)):
        return None if words and _is_adjective(tokens, group, head) else _headed(tokens, group, head)
    return _headless(tokens, group, number, here, words)


def _of_the_harmed(tokens: list[Token], index: int) -> int | None:
    """Return the index of "the dead" in "ten of the dead", "five of the injured"."""
    after = index + 1
    return after if after < len(tokens) and tokens[after].mask & K.TOLL and tokens[after].word.startswith(("the ", "those ")) else None


def _is_adjective(tokens: list[Token], group: Group, head: int) -> bool:
    """Tell whether a singular noun for people only qualifies another: "12 civilian vehicles", "some terrorist ammunition"."""
    noun = tokens[head].value(K.PERSON)
    if not isinstance(noun, PersonNoun):
        return False
    return noun.singular and not noun.plural and group.count.stated != 1


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Tell whether a word only qualifies the noun to come: "rebel-held", "government soldiers"."""
    after = index + 1
    return after < len(tokens) and tokens[after].glued and not tokens[after].mask & K.NUMBER


def _closes(tokens: list[Token], index: int) -> bool:
    """Tell whether the noun phrase ends at `index`: no further noun for people follows directly."""
    after = index + 1
    if after >= len(tokens):
        return True
    token = tokens[after]
    if token.mask & K.HARM_NOUN:
        return False  # "11,418 civilian casualties"
    if token.word == "of" and after + 1 < len(tokens):
        return not _is_collective(tokens, index)
    if token.word == "(":
        return True
    return not token.mask & (K.PERSON | K.ACTOR) or bool(token.mask & (_STOP | K.COUNTING))


def _is_collective(tokens: list[Token], index: int) -> bool:
    return tokens[index].word in ("member", "members", "fighter", "fighters", "personnel", "soldier", "soldiers", "leader", "leaders", "officer", "officers", "militants", "commander", "commanders")


def _after_bracket(tokens: list[Token], index: int) -> int:
    for here in range(index + 1, min(index + 8, len(tokens))):
        if tokens[here].word in (")", "]"):
            return here + 1
    return len(tokens)


def _after_of(tokens: list[Token], index: int) -> int:
    """Return where the noun after "of the" begins, or -1 where none does ("12 of whom")."""
    here = index + 1
    while here < len(tokens) and tokens[here].word in ("the", "its", "their", "his", "her", "these", "those", "a", "an", "our"):
        here += 1
    if here >= len(tokens) or tokens[here].mask & (K.PRONOUN | K.PUNCTUATION) or tokens[here].word in ("whom", "them", "which"):
        return -1
    if tokens[here].mask & K.NUMBER or tokens[here].mask & K.UNIT:
        return -1
    return here


def _harm_noun(tokens: list[Token], group: Group, index: int) -> Group:
    token = tokens[index]
    for before in range(group.number_end, index):
        _take_token(tokens, group, before)
    group.harm = str(token.value(K.HARM_NOUN) or token.value(K.EVENT))
    group.head, group.end = index, index + 1
    return group


def _headed(tokens: list[Token], group: Group, head: int) -> Group | None:
    """Finish a group whose noun is known: what the noun and the words before it say."""
    noun = tokens[head].value(K.PERSON)
    if group.article and not group.others and isinstance(noun, PersonNoun) and not noun.singular and noun.plural:
        return None  # "a police operation", "a people"
    group.head, group.end = head, head + 1
    for index in range(group.number_end, head + 1):
        _take_token(tokens, group, index)
    _take_side(tokens, group, head)
    _take_all(tokens, group)
    return group


def _take_all(tokens: list[Token], group: Group) -> None:
    """Read "12 people, all civilians", "12 people (all of them civilians)"."""
    here = group.end
    if group.status is not None or here + 2 >= len(tokens) or tokens[here].word not in (",", "("):
        return
    if tokens[here + 1].word != "all" and not tokens[here + 1].word.startswith("all of"):
        return
    for at in range(here + 2, min(here + 5, len(tokens))):
        noun = tokens[at].value(K.PERSON)
        if isinstance(noun, PersonNoun):
            group.status, group.status_at = noun.status, at
            return


def _take_side(tokens: list[Token], group: Group, head: int) -> None:
    """Let "government fighters" be armed forces, and "mostly civilians" a mixture."""
    for index in range(group.number_end, head):
        word = tokens[index].word
        if word in _OF_STATE and group.status == "combatant":
            group.status, group.status_at = "armed_forces", index
        elif word in _MOSTLY:
            group.status, group.status_at, group.demographic = "unknown", index, None


def _take_token(tokens: list[Token], group: Group, index: int) -> None:
    token = tokens[index]
    noun = token.value(K.PERSON)
    glued_next = index + 1 < len(tokens) and tokens[index + 1].glued
    if isinstance(noun, PersonNoun) and not glued_next:
        _take_noun(group, noun, index)
    actor = token.value(K.ACTOR)
    if isinstance(actor, Actor) and not glued_next:
        group.affiliation, group.affiliation_at = actor, index
        if actor.status is not None and group.status in (None, "combatant"):
            group.status, group.status_at = actor.status, index


def _take_noun(group: Group, noun: PersonNoun, index: int) -> None:
    if noun.status is not None:
        group.status, group.status_at = noun.status, index
    if noun.demographic is not None:
        group.demographic, group.demographic_at = noun.demographic, index
    group.kin = group.kin or noun.kin


def _headless(tokens: list[Token], group: Group, number: Number, here: int, words: int) -> Group | None:
    """Finish a number without a known noun: elliptical, or a noun that only a verb of harm makes people."""
    if group.article and not group.others:
        licensed = 1 <= words <= 2 and here < len(tokens) and tokens[here].mask & (K.PARTICIPLE | K.STATE) and not tokens[here].mask & K.FINITE  # noqa: PLR2004
        if not licensed and (tokens[number.start].mask & K.ARTICLE or words):
            return None
    if not words and here + 1 < len(tokens) and tokens[here].word == "-" and tokens[here + 1].mask & K.NOT_PEOPLE:
        return None  # "4- years old"
    if words and not group.others:
        group.unknown_head = True
        group.head = here - 1
        group.end = here
    return group
