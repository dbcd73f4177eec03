"""Which parties harmed, by the grammar of the sentence.

A party did it as the subject of the verb of harm, after "by", or as the owner
of the means ("Russian airstrikes"). A country overflown and a side in a fight
did not.
"""

import msgspec

from untold.claims.claim import Attribution
from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list
from untold.claims.reading.draft import Draft, Named, Phrase
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.roles import phrases
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor, states

_DEMONYM_OR_PLACE = K.DEMONYM | K.PLACE
_ACTOR_OR_DEMONYM_OR_PLACE = K.ACTOR | K.DEMONYM | K.PLACE
_ADVERB_OR_HAVE = K.ADVERB | K.HAVE
_BETWEEN_BY_AND_PARTY = K.MEANS | K.ARTICLE | K.DEMONYM | K.ACTOR | K.AND | K.PLACE | K.ADVERB
_HARM_VERB_OR_STATE = K.HARM_VERB | K.STATE
_BETWEEN_OWNER_AND_MEANS = K.AND | K.ACTOR | K.DEMONYM | K.PLACE | K.ADVERB
_ACTOR_OR_PERSON_OR_DEMONYM_OR_SOURCE_NOUN = K.ACTOR | K.PERSON | K.DEMONYM | K.SOURCE_NOUN
_FORCES = phrases("forces")
_PASSED_BY = phrases("passed_by")
_AFTER_BY = phrases("after_by")
_OWNED = phrases("owned")
_CARRIED_OUT = phrases("carried_out")
_OBLIQUE = phrases("oblique")
_COMPASS = closed_list("hands", "compass")
_BY_REACH = 7  # words of "by airstrikes of the US and its"
_AUXILIARIES = 2  # words of "has since"
_CLAUSE = 12  # words between a subject and its verb


class Hand(msgspec.Struct, frozen=True, gc=False):
    """A party that harmed: tokens from `start` up to `end`."""

    attribution: Attribution
    start: int
    end: int


def named_parties(phrase: Phrase) -> dict[int, Named]:
    """Return the parties of a sentence that may have harmed, by the token that names them."""
    if phrase.named is None:
        found = [(index, party_at(phrase.tokens, index)) for index in phrase.parties]
        phrase.named = {index: party for index, party in found if party is not None}
    return phrase.named


def party_at(tokens: list[Token], index: int) -> Named | None:
    """Return the party that a token names, and its words; a nationality counts only before a means."""
    token = tokens[index]
    actor = token.value(K.ACTOR)
    if isinstance(actor, Actor):
        return (actor, index, index + 1) if actor.can_harm else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.mask & _DEMONYM_OR_PLACE and token.cased and after is not None:
        state = state_of(token)
        return (
            (state, index, index + 1)
            if after.mask & K.MEANS or _is_joint(tokens, index) or after.word in _FORCES
            else None
        )
    noun = token.value(K.PERSON)
    if (
        isinstance(noun, PersonNoun)
        and noun.plural
        and noun.status in ("combatant", "armed_forces")
        and not token.mask & K.NUMBER
    ):
        before = tokens[index - 1].value(K.ACTOR) if index else None
        if isinstance(before, Actor) and before.can_harm:
            return None  # "Islamic State gunmen" are one party, already named
        return None, index - 1 if index and tokens[index - 1].mask & K.DEMONYM else index, index + 1
    return None


def state_of(token: Token) -> Actor | None:
    """Return the state whose demonym or country a token is."""
    country = token.value(K.DEMONYM) or getattr(token.value(K.PLACE), "country", None)
    return states().get(str(country))


def _is_joint(tokens: list[Token], index: int) -> bool:
    if tokens[index + 1].word not in ("and", "or", ",") or index + 2 >= len(tokens):
        return False
    return bool(tokens[index + 2].mask & _ACTOR_OR_DEMONYM_OR_PLACE)


def harms(tokens: list[Token], index: int, draft: Draft) -> bool:
    """Tell whether the party at `index` harms: subject of the verb, after "by", or owner of the means."""
    by = _by_before(tokens, index)
    if by >= 0:
        return _belongs_to(tokens, by, draft)
    if _owns_means(tokens, index):
        return True
    return index < draft.at and is_active(draft) and _is_subject(tokens, index, draft)


def is_active(draft: Draft) -> bool:
    """Tell whether the people are the object of an active verb: "killed 12", "has killed 12"."""
    if draft.active:
        return True
    tokens, here = draft.phrase.tokens, draft.at - 1
    while here >= 0 and tokens[here].mask & _ADVERB_OR_HAVE and not tokens[here].mask & K.BE:
        if tokens[here].mask & K.HAVE:
            return draft.rule == "object_of_verb" and draft.at < draft.group.start
        here -= 1
    return False


def _by_before(tokens: list[Token], index: int) -> int:
    """Return where the "by" stands that leads to the party at `index`, or -1."""
    passing = _BETWEEN_BY_AND_PARTY
    for here in range(index - 1, max(-1, index - _BY_REACH), -1):
        token = tokens[here]
        if token.word == "by":
            return -1 if here and tokens[here - 1].word in _PASSED_BY else here
        if not (token.mask & passing or token.glued or token.word in _AFTER_BY or token.cased):
            return -1
    return -1


def _belongs_to(tokens: list[Token], by: int, draft: Draft) -> bool:
    """Tell whether a "by" belongs to this draft's verb: no other verb of harm stands nearer before it."""
    for here in range(by - 1, -1, -1):
        if tokens[here].mask & _HARM_VERB_OR_STATE:
            return here == draft.at
    return True


def _owns_means(tokens: list[Token], index: int) -> bool:
    """Read "Russian airstrikes", "regime shelling", "raids the army has carried out"."""
    for here in range(index + 1, min(index + 5, len(tokens))):
        token = tokens[here]
        if token.mask & K.MEANS and not token.mask & K.PERSON:
            return not any(
                t.word in ("with", "against", "on", "targeting", "between") for t in tokens[max(0, index - 2) : index]
            )
        if not (token.mask & _BETWEEN_OWNER_AND_MEANS or token.glued or token.word in _OWNED or token.cased):
            break
    return _carried_out(tokens, index)


def _carried_out(tokens: list[Token], index: int) -> bool:
    before = next((t for t in reversed(tokens[max(0, index - 3) : index]) if t.word not in ("the", "a")), None)
    if before is None or not before.mask & K.MEANS:
        return False
    return any(token.word in _CARRIED_OUT for token in tokens[index + 1 : index + 9])


def _is_subject(tokens: list[Token], index: int, draft: Draft) -> bool:
    """Tell whether a party before an active verb of harm is its subject: no other verb or preposition in between."""
    if _is_led_in(tokens, index):
        return False
    between = tokens[index + 1 : draft.at]
    if any(token.mask & K.SAY and not token.mask & K.ADVERB for token in between):
        return False  # it says so of another
    if len(between) <= _AUXILIARIES:
        return True
    words = {token.word for token in between}
    if not words.isdisjoint((";", "against")):
        return False
    joined = any(token.mask & K.BE for token in between) or not words.isdisjoint(("and", "that", "."))
    return not joined or len(between) <= _CLAUSE


def _is_led_in(tokens: list[Token], index: int) -> bool:
    """Tell whether a preposition leads to the party: "over eastern Ukraine", "between the army and the RSF"."""
    here = index - 1
    joined = False
    while here >= 0 and index - here < _BY_REACH:
        token = tokens[here]
        if token.word in _OBLIQUE:
            return True
        if token.word == "and":
            joined = True
        elif not (
            token.word in ("the", "a", "an")
            or token.word.endswith(_COMPASS)
            or (joined and token.mask & _ACTOR_OR_PERSON_OR_DEMONYM_OR_SOURCE_NOUN)
        ):
            return False
        here -= 1
    return False
