"""What the noun of a group says: status, demographic, affiliation, harm, and whether it counts people at all.

Each of these keeps the token that says it, so that the claim can show its words.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting import Number
from untold.claims.reading.groups import Group
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor

_PARTICIPLE_OR_STATE = K.PARTICIPLE | K.STATE
_OF_STATE = closed_set("nouns", "of_state")
_MOSTLY = closed_set("nouns", "mostly")
_SAYS_WHO = K.PERSON | K.ACTOR
_LICENSED = 2  # words of an unknown noun before a participle ("a dustman injured")


def is_adjective(tokens: list[Token], group: Group, head: int) -> bool:
    """Tell whether a singular noun for people only qualifies another: "12 civilian vehicles"."""
    noun = tokens[head].value(K.PERSON)
    if not isinstance(noun, PersonNoun):
        return False
    return noun.singular and not noun.plural and group.count.stated != 1


def harm_noun(tokens: list[Token], group: Group, index: int) -> Group:
    """Finish a group whose noun is itself one of harm: "11,418 civilian casualties"."""
    token = tokens[index]
    for before in range(group.number_end, index):
        _take_token(tokens, group, before)
    group.harm = str(token.value(K.HARM_NOUN) or token.value(K.EVENT))
    group.head, group.end = index, index + 1
    return group


def headed(tokens: list[Token], group: Group, head: int) -> Group | None:
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
    if not token.mask & _SAYS_WHO:
        return
    noun = token.value(K.PERSON)
    glued_next = index + 1 < len(tokens) and tokens[index + 1].glued
    if isinstance(noun, PersonNoun) and not glued_next:
        take_noun(group, noun, index)
    actor = token.value(K.ACTOR)
    if isinstance(actor, Actor) and not glued_next:
        group.affiliation, group.affiliation_at = actor, index
        if actor.status is not None and group.status in (None, "combatant"):
            group.status, group.status_at = actor.status, index


def take_noun(group: Group, noun: PersonNoun, index: int) -> None:
    """Let a noun say who the people of a group are."""
    if noun.status is not None:
        group.status, group.status_at = noun.status, index
    if noun.demographic is not None:
        group.demographic, group.demographic_at = noun.demographic, index
    group.kin = group.kin or noun.kin


def headless(tokens: list[Token], group: Group, number: Number, here: int, words: int) -> Group | None:
    """Finish a number without a known noun: elliptical, or a noun that only a verb of harm makes people."""
    if group.article and not group.others:
        licensed = (
            1 <= words <= _LICENSED
            and here < len(tokens)
            and tokens[here].mask & _PARTICIPLE_OR_STATE
            and not tokens[here].mask & K.FINITE
            and not any(token.mask & K.MEANS for token in tokens[number.end : here])  # "a drone attack killed"
        )
        if not licensed and (tokens[number.start].mask & K.ARTICLE or words):
            return None
    if not words and here + 1 < len(tokens) and tokens[here].word == "-" and tokens[here + 1].mask & K.NOT_PEOPLE:
        return None  # "4- years old"
    if words and not group.others:
        group.unknown_head = True
        group.head = here - 1
        group.end = here
    return group
