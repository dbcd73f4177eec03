"""Who says that they did it themselves: "said its fighters killed 12", "admitted killing", "we killed".

Only those who can harm own a deed; a monitor that "said it had counted 12 killed"
owns none. What is denied in this way is the deed too.
"""

from untold.claims.claim import Attribution, Party, Role
from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.hands import Hand, is_active
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.roles import phrases
from untold.claims.reading.tokens import Token
from untold.codebook.actors import all_actors, states

_PUNCTUATION_OR_SAY = K.PUNCTUATION | K.SAY
_PUNCTUATION_OR_WEEKDAY_OR_TIME_OR_ADVERB = K.PUNCTUATION | K.WEEKDAY | K.TIME | K.ADVERB
_MEANS_OR_NOT_PEOPLE = K.MEANS | K.NOT_PEOPLE
_AUXILIARY = K.BE | K.HAVE | K.MODAL | K.ADVERB
_SELF = closed_set("own_deeds", "self")
_OWN = closed_set("own_deeds", "own")
_OWN_REACH = 5  # tokens of "its own attack helicopters"
_SAYING_REACH = 3  # tokens between the verb of saying and "its"


def own_hand(draft: Draft) -> Hand | None:
    """Return the claimant as who did it, where it says so of itself."""
    if draft.claimant is None:
        return None
    found = _own_subject(draft) if is_active(draft) else _own_means(draft)
    if found is None:
        return None
    verb, start, end = found
    identity = _who_owns(draft.claimant)
    if identity is None:
        return None
    role: Role = "denied" if draft.phrase.tokens[verb].value(K.SAY) == "deny" else "known"
    draft.show("attributed_to", *draft.evidence.get("claimant", ()))
    return Hand(Attribution(identity or None, draft.claimant.name, role), start, end)


def _who_owns(claimant: Party) -> str | None:
    """Return the slug of who can own a deed, "" for a body without one, or null for who cannot."""
    if claimant.id is None:
        words = claimant.name.lower().split()
        return "" if any(word in phrases("bodies") for word in words) else None
    actor = all_actors().get(claimant.id)
    if actor is None:
        return None
    if actor.can_harm:
        return actor.id
    state = states().get(str(actor.country)) if actor.kind == "ministry" else None
    return None if state is None else state.id


def _own_subject(draft: Draft) -> tuple[int, int, int] | None:
    """Return the verb of saying and the words of an active verb's own subject: "its helicopters", "they", "killing"."""
    tokens = draft.phrase.tokens
    here = draft.at - 1
    while here > 0 and tokens[here].mask & _AUXILIARY and not tokens[here].mask & K.SAY:
        here -= 1
    if here < 0:
        return None
    if tokens[here].word == "to":
        here -= 1
    if here >= 0 and tokens[here].mask & K.SAY and (tokens[here + 1].word == "to" or tokens[draft.at].mask & K.GERUND):
        return here, here, draft.at + 1
    if tokens[here].word in _SELF:
        verb = _saying_before(tokens, here)
        return None if verb < 0 else (verb, here, here + 1)
    return _possessed(tokens, here)


def _own_means(draft: Draft) -> tuple[int, int, int] | None:
    """Read "12 were killed in its airstrikes": the claimant owns the means."""
    tokens = draft.phrase.tokens
    for at in draft.phrase.means:
        for here in range(at - 1, max(0, at - 3), -1):
            if tokens[here].word in ("its", "our") and tokens[here - 1].word in ("in", "by") and at > draft.at:
                verb = next((v for v in range(here - 1, -1, -1) if tokens[v].mask & K.SAY), -1)
                return None if verb < 0 else (verb, here, at + 1)
    return None


def _possessed(tokens: list[Token], end: int) -> tuple[int, int, int] | None:
    """Read "its planes" that ends at the token `end` and follows a verb of saying."""
    if not _is_force(tokens[end]):
        return None
    for here in range(end - 1, max(-1, end - _OWN_REACH), -1):
        if tokens[here].word in _OWN:
            verb = _saying_before(tokens, here)
            return None if verb < 0 else (verb, here, end + 1)
        if tokens[here].mask & _PUNCTUATION_OR_SAY:
            break
    return None


def _saying_before(tokens: list[Token], index: int) -> int:
    """Return the verb of saying that leads to `index` with nothing but "that", marks and times in between, or -1."""
    for here in range(index - 1, max(-1, index - 1 - _SAYING_REACH), -1):
        if tokens[here].mask & K.SAY:
            return here
        if not (
            tokens[here].word == "that"
            or tokens[here].mask & _PUNCTUATION_OR_WEEKDAY_OR_TIME_OR_ADVERB
            or tokens[here].word == "on"
        ):
            return -1
    return -1


def _is_force(token: Token) -> bool:
    noun = token.value(K.PERSON)
    if isinstance(noun, PersonNoun):
        return noun.status in ("combatant", "armed_forces", "police")
    return bool(token.mask & _MEANS_OR_NOT_PEOPLE) or token.word in phrases("bodies")
