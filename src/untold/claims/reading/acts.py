"""What an act of saying does to a number: who denies it, concedes it or takes it back has not just said it.

Only who did it can concede a harm, and only to others: an army that admits the
loss of its own soldiers reports a loss.
"""

from untold.claims.reading.draft import Draft
from untold.claims.reading.speech import Act, Utterance

FIGHTING = ("armed_forces", "police", "combatant")


def take_act(draft: Draft, utterance: Utterance) -> None:
    """Set a draft's modality and kind from the act by which it is said."""
    act: Act = utterance.act
    tokens = draft.phrase.tokens
    if act == "say" or utterance.at >= len(tokens):
        return
    before = utterance.at < draft.at
    if act == "deny" and before:
        draft.modality, draft.kind = "denied", "denial"
    elif act == "concede" and draft.status not in FIGHTING:
        draft.modality, draft.kind = "conceded", "concession"
    elif act == "retract" and before:
        draft.modality = "retracted"
    if before or act == "concede":
        draft.show("modality", (tokens[utterance.at].start, tokens[utterance.at].end))
