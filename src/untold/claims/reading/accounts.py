"""What parties say of a deed: they accuse, are accused, deny it, or claim it.

"A strike blamed on Israel", "Israel denied responsibility for the strike",
"Islamic State claimed the bombing". Who only accuses did nothing.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from untold.claims.claim import Role
from untold.claims.reading import kinds as K
from untold.claims.reading.hands import state_of
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.roles import phrase_end, phrases
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor

_NOT_OR_NOBODY = K.NOT | K.NOBODY
_ARTICLE_OR_ADVERB_OR_BE = K.ARTICLE | K.ADVERB | K.BE
_MEANS_OR_NOT_PEOPLE = K.MEANS | K.NOT_PEOPLE
_VERBS = ("blamed_on", "claimed_by", "accusing", "each_other", "denying", "claiming", "responsibility")
_REACH = 6  # tokens between a speaker and its verb
_BLAME_REACH = 20  # tokens between "blamed" and its "on"
_DEED_REACH = 8  # tokens between a deed and "blamed on"
_SETTING = K.HAVE | K.ADVERB | K.BE | K.WEEKDAY | K.TIME | K.RELATIVE_DAY | K.SOURCE_NOUN | K.PERSON | K.TITLE


class Account(msgspec.Struct, frozen=True, gc=False):
    """A party at token `at` that a verb of blame, denial or claiming concerns; `role` is null where it only accuses."""

    actor: Actor
    at: int
    role: Role | None
    noun: int = -1  # the deed or the people that are its own, where they are named


@cache
def account_words() -> frozenset[str]:
    """Return the tokens of which a sentence has one where a party gives an account."""
    return frozenset(word for kind in _VERBS for phrase in phrases(kind) for word in (phrase, phrase.split()[0]))


def accounts_in(tokens: list[Token]) -> list[Account]:
    """Return the accounts of a sentence in order."""
    known = account_words()
    return [account for at, token in enumerate(tokens) if token.word in known for account in _accounts_at(tokens, at)]


def _accounts_at(tokens: list[Token], at: int) -> Iterator[Account]:
    word = tokens[at].word
    if phrase_end(tokens, at, "each_other") >= 0:
        yield from (Account(actor, where, "contested") for actor, where in _subjects(tokens, at))
    elif (end := phrase_end(tokens, at, "blamed_on")) >= 0:
        yield from _done_by(tokens, at, end, "suspected")
    elif (end := phrase_end(tokens, at, "claimed_by")) >= 0:
        yield from _done_by(tokens, at, end, "known", anywhere=True)
    elif word in phrases("accusing"):
        yield from _accusation(tokens, at)
    elif word in phrases("denying") and _denies_deed(tokens, at + 1):
        yield from (Account(actor, where, "denied") for actor, where in _subjects(tokens, at)[:1])
    elif word in phrases("responsibility") or (word in phrases("claiming") and _claims_deed(tokens, at + 1)):
        yield from (Account(actor, where, "known") for actor, where in _subjects(tokens, at)[:1])


def _subjects(tokens: list[Token], at: int) -> list[tuple[Actor, int]]:
    """Return the parties that are the subject of the verb at `at`, nearest first; none where it is negated."""
    found: list[tuple[Actor, int]] = []
    for here in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = tokens[here]
        actor = token.value(K.ACTOR)
        if isinstance(actor, Actor) and actor.can_harm:
            found.append((actor, here))
        elif found and not token.mask & K.AND and token.word not in ("the", "both"):
            break
        elif not found and token.mask & K.DEMONYM and (state := state_of(token)) is not None:
            found.append((state, here))  # "the Israeli military denied"
        elif token.mask & _NOT_OR_NOBODY or not (found or token.mask & _SETTING or token.word == "'s"):
            break
    return found


def _named_after(tokens: list[Token], index: int) -> tuple[Actor, int] | None:
    """Return the party that follows, articles and doubts aside."""
    for here in range(index, min(index + 4, len(tokens))):
        token = tokens[here]
        actor = token.value(K.ACTOR)
        if isinstance(actor, Actor):
            return (actor, here) if actor.can_harm else None
        if token.mask & K.DEMONYM:
            state = state_of(token)
            return None if state is None else (state, here)
        if not (token.mask & _ARTICLE_OR_ADVERB_OR_BE or token.word == "the" or token.word in phrases("suspecting")):
            return None
    return None


def _done_by(tokens: list[Token], at: int, end: int, role: Role, *, anywhere: bool = False) -> Iterator[Account]:
    """Read "a strike blamed on Israel", "the bombing was claimed by …", "planes thought to be Russian"."""
    named = _named_after(tokens, end)
    noun = _deed_before(tokens, at, 0 if anywhere else at - _DEED_REACH)
    if named is not None and noun >= 0:
        yield Account(*named, role, noun)


def _deed_before(tokens: list[Token], at: int, stop: int) -> int:
    """Return where the deed, the craft or the armed people stand that a phrase at `at` speaks of, or -1."""
    return next((here for here in range(at - 1, max(-1, stop - 1), -1) if is_deed(tokens[here])), -1)


def is_deed(token: Token) -> bool:
    """Tell whether a token is a deed, a means, a craft, or people under arms."""
    if token.mask & _MEANS_OR_NOT_PEOPLE or token.word in phrases("deeds"):
        return True
    noun = token.value(K.PERSON)
    return isinstance(noun, PersonNoun) and noun.status in ("combatant", "armed_forces")


def _accusation(tokens: list[Token], at: int) -> Iterator[Account]:
    """Read "X accused Y of", "X blamed the strike on Y", "Y was blamed for"."""
    passive = at > 0 and bool(tokens[at - 1].mask & K.BE) and not tokens[at].word.startswith("hold")
    if passive:
        yield from (Account(actor, where, "suspected") for actor, where in _subjects(tokens, at)[:1])
        return
    accused = _named_after(tokens, at + 1)
    if accused is None and tokens[at].word.startswith("blam"):
        accused = _blamed_after_on(tokens, at)
    holds = tokens[at].word.startswith("h")
    if accused is None or (holds and not any(token.word == "responsible" for token in tokens[at : at + _DEED_REACH])):
        return
    yield Account(*accused, "suspected")
    yield from (Account(actor, where, None) for actor, where in _subjects(tokens, at))


def _blamed_after_on(tokens: list[Token], at: int) -> tuple[Actor, int] | None:
    for here in range(at + 1, min(at + _BLAME_REACH, len(tokens))):
        if tokens[here].word == "on" and (named := _named_after(tokens, here + 1)) is not None:
            return named if _deed_before(tokens, here, at - _DEED_REACH) >= 0 else None
    return None


def _denies_deed(tokens: list[Token], index: int) -> bool:
    """Tell whether what is denied is the deed ("responsibility for the strike"), and not the number."""
    if index < len(tokens) and tokens[index].word == "that":
        index += 1
    if index >= len(tokens) or tokens[index].mask & K.PUNCTUATION:
        return True
    if tokens[index].word in ("it", "this") and (index + 1 == len(tokens) or tokens[index + 1].mask & K.PUNCTUATION):
        return True
    return phrase_end(tokens, index, "denied_deeds") >= 0


def _claims_deed(tokens: list[Token], index: int) -> bool:
    """Tell whether a deed is claimed; "claimed the strike killed 12" is no more than a statement."""
    end = phrase_end(tokens, index, "claimed_deeds")
    if end < 0:
        return False
    opens = index < len(tokens) and tokens[index].word == "the"
    after = tokens[end] if end < len(tokens) else None
    return not opens or after is None or bool(after.mask & K.PUNCTUATION) or after.word in ("that", "which", "in", "on")
