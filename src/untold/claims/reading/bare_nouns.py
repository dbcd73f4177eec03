"""Nouns without an article, as headlines and lists of incidents write them: "Child killed", "kills father and son".

One person each; a known party beside the noun says what he or she was ("Taliban
leader", "member of the National Directorate of Security").
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.groups import Group, Item
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor
from untold.codebook.counts import Count

_PUNCTUATION_OR_AND = K.PUNCTUATION | K.AND
_HEADLINE = 3  # words before a headline's first noun
_REACH = 5  # words between a verb and its bare noun ("kills high-ranking ministry employee")
_BESIDE = 6  # words in which a party stands beside the noun
_DETERMINED = K.ARTICLE | K.EXACT | K.POSSESSIVE | K.PREPOSITION | K.BE | K.HAVE | K.HARM | K.SAY
_ENDS = (
    K.PREPOSITION
    | K.PUNCTUATION
    | K.BE
    | K.HAVE
    | K.ARTICLE
    | K.EXACT
    | K.POSSESSIVE
    | K.SAY
    | K.HARM
    | K.CLAUSE
    | K.PRONOUN
)


def _noun(item: Item) -> PersonNoun | None:
    noun = item.value(K.PERSON) if isinstance(item, Token) else None
    return noun if isinstance(noun, PersonNoun) and noun.singular and not noun.plural else None


def is_bare_noun(items: list[Item], position: int) -> bool:
    """Tell whether a singular noun for a person stands at `position` without article or number."""
    if position < 0 or _noun(items[position]) is None:
        return False
    for back in range(position - 1, max(position - 4, -1), -1):
        item = items[back]
        if isinstance(item, Group):
            return False
        if item.mask & _PUNCTUATION_OR_AND:
            return True
        if item.mask & _DETERMINED or item.word in ("'s", "this", "that"):
            return False
    return position <= _HEADLINE


def bare_noun_after(items: list[Item], position: int) -> int:
    """Return where the bare noun stands that a verb at `position` takes, or -1."""
    for here in range(position + 1, min(position + 1 + _REACH, len(items))):
        item = items[here]
        if isinstance(item, Group) or item.mask & _ENDS or item.word in ("each", "every"):
            return -1
        follow = items[here + 1] if here + 1 < len(items) else None
        goes_on = isinstance(follow, Token) and bool(follow.mask & K.PERSON or follow.glued)
        if _noun(item) is not None and not goes_on:
            return here
    return -1


def one_of(tokens: list[Token], at: int) -> Group:
    """Return the group of one person that the noun at `at` is, with what a party beside it says of him or her."""
    group = Group(Count.exactly(1), at, at + 1, at + 1, head=at)
    noun = tokens[at].value(K.PERSON)
    if isinstance(noun, PersonNoun):
        group.status, group.status_at = noun.status, at
        group.demographic, group.demographic_at = noun.demographic, at
    for index in (*range(at - 1, max(at - 3, -1), -1), *_complement(tokens, at)):
        actor = tokens[index].value(K.ACTOR)
        if isinstance(actor, Actor) and actor.status is not None:
            group.affiliation, group.affiliation_at = actor, index
            group.status, group.status_at = actor.status, index
            break
    return group


def _complement(tokens: list[Token], at: int) -> range:
    """Return the tokens of "of breakaway Taliban faction" after a noun."""
    if at + 1 >= len(tokens) or tokens[at + 1].word != "of":
        return range(0)
    return range(at + 2, min(at + 2 + _BESIDE, len(tokens)))
