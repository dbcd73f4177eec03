"""What an act of saying does to a number: who denies it, concedes it or takes it back has not just said it.

Only who did it can concede a harm, and only to others: an army that admits the
loss of its own soldiers reports a loss. Who has not said it, or refuses to say
it, is nobody's source.
"""

from untold.claims.claim import Party
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft
from untold.claims.reading.reach import is_noun, told_as_fact
from untold.claims.reading.speech import Utterance
from untold.claims.reading.tokens import Token
from untold.codebook.actors import all_actors
from untold.codebook.wordlists import word_list

FIGHTING = ("armed_forces", "police", "combatant")
_CONCEDING_KINDS = ("ministry", "official", "government")
_WORDS = word_list("modality")
_UNDONE = frozenset(_WORDS["undone"]["words"])
_ROLES = frozenset(_WORDS["roles"]["words"])
_ESTIMATING = frozenset(_WORDS["estimating"]["words"])
_PASSED_BY = K.ADVERB | K.HAVE | K.BE | K.SO_FAR | K.TIME


def take_act(draft: Draft, utterance: Utterance) -> None:
    """Set a draft's modality and kind from the act by which it is said; drop a claimant who does not say it."""
    tokens = draft.phrase.tokens
    at = utterance.at
    if at >= len(tokens) or not tokens[at].mask & K.SAY:
        return  # it is said in another sentence, or without a verb
    before = at < draft.at
    if not is_done(tokens, at) or (utterance.act == "deny" and before and not denies_number(draft, at)):
        draft.claimant = None
        draft.evidence.pop("claimant", None)
    elif utterance.act == "deny" and before:
        draft.modality, draft.kind = "denied", "denial"
    elif utterance.act == "concede" and can_concede(draft) and not _boasts(draft.claimant, tokens[at]):
        draft.modality, draft.kind = "conceded", "concession"
    elif utterance.act == "retract" and before:
        draft.modality = "retracted"
    elif tokens[at].word in _ESTIMATING and not is_noun(tokens, at):
        draft.modality = "estimated"
    if draft.modality != "asserted":
        draft.show("modality", (tokens[at].start, tokens[at].end))


def is_done(tokens: list[Token], at: int) -> bool:
    """Tell whether the verb at `at` is what somebody did, and not what they have not done or refused to do."""
    here = at - 1
    while here >= 0 and (
        tokens[here].mask & _PASSED_BY or tokens[here].word in ("to", "of") or tokens[here].word.endswith("ly")
    ):
        if tokens[here].word == "only":
            return True  # "not only said"
        if tokens[here].word in _UNDONE:
            return False
        here -= 1
    if here < 0:
        return True
    return not (tokens[here].word in _UNDONE or tokens[here].mask & K.NOT)


def denies_number(draft: Draft, at: int) -> bool:
    """Tell whether a denial is of the harm itself, and not of a part in it ("denied responsibility for the strike")."""
    tokens = draft.phrase.tokens
    first = min(draft.at, draft.group.start)
    if any(token.word in _ROLES for token in tokens[at + 1 : first]):
        return False
    return not told_as_fact(draft, tokens[at].end)


def can_concede(draft: Draft) -> bool:
    """Tell whether the claimant may be who did it, and the harmed are not its own people or fighters."""
    if draft.status in FIGHTING:
        return False
    own = draft.affiliation is not None and draft.claimant is not None and draft.affiliation.id == draft.claimant.id
    return not own and _can_harm(draft.claimant)


def _can_harm(party: Party | None) -> bool:
    """Tell whether a party may have done harm: one that no list knows may."""
    actor = all_actors().get(party.id or "") if party is not None else None
    return actor is None or actor.can_harm or actor.kind in _CONCEDING_KINDS


def _boasts(party: Party | None, verb: Token) -> bool:
    """Tell whether an armed group takes responsibility for what it meant to do."""
    actor = all_actors().get(party.id or "") if party is not None else None
    return actor is not None and actor.kind == "armed_group" and verb.word.endswith("responsibility for")
