"""Which act of saying covers a number: the nearest whose statement lies on the number's side.

A medium passes on what somebody else says, and who looks into reports of a
number does not give it.
"""

import msgspec

from untold.claims.claim import Party
from untold.claims.reading.draft import Draft, Span
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Utterance
from untold.codebook.wordlists import word_list

_HEARSAY = frozenset(word_list("speech")["hearsay"]["nouns"])
_LOOKED_INTO = frozenset(word_list("speech")["hearsay"]["before"])
_MEDIUM = 40.0  # words by which a medium stands farther from the number than who it quotes


class Said(msgspec.Struct, frozen=True, gc=False):
    """An act of saying with its speaker settled: `spans` are the words that name them."""

    utterance: Utterance
    party: Party
    spans: tuple[Span, ...]


def nearest(said: list[Said], draft: Draft) -> Said | None:
    """Return the act of saying that covers a draft: the nearest whose statement lies on the draft's side."""
    best: tuple[float, Said] | None = None
    at = draft.at
    for one in said:
        utterance = one.utterance
        if not _vouches(utterance, draft):
            continue
        if utterance.at < draft.group.start and utterance.forward:
            distance: float = draft.group.start - utterance.at
        elif utterance.start > at and utterance.backward:
            distance = (utterance.start - at) * 1.1  # what stands before is likelier said than what follows
        elif utterance.start <= at <= utterance.end or draft.group.start <= utterance.at <= at:
            distance = 0.5
        else:
            continue
        if utterance.aside and utterance.at < draft.group.start:
            distance = distance * 2 + 6
        if utterance.quoted:
            distance = distance / 4 - 1  # the quoted speaker stands behind the quoting one
        distance += _boundaries(draft, utterance) + (_MEDIUM if _is_medium(utterance, draft.phrase.tokens) else 0)
        if best is None or distance < best[0]:
            best = (distance, one)
    if (
        best is None
        and len(said) == 1
        and _vouches(said[0].utterance, draft)
        and not (said[0].utterance.at > at and not said[0].utterance.backward)
    ):
        return said[0] if _same_clause(said[0].utterance, draft) else None
    return best[1] if best is not None else None


def _is_medium(utterance: Utterance, tokens: list[Token]) -> bool:
    """Tell whether an outlet or agency speaks, which passes on what somebody else in the sentence says."""
    actor, name = utterance.speaker.actor, utterance.speaker.name
    if actor is None:
        return name is not None and tokens[name[1] - 1].word == "reports"
    return actor.kind in ("agency", "outlet")


def _vouches(utterance: Utterance, draft: Draft) -> bool:
    """Tell whether who speaks gives the number, and does not only look into reports that tell it."""
    tokens = draft.phrase.tokens
    for here in range(utterance.end, min(draft.group.start, draft.at)):
        if (
            tokens[here].word in _HEARSAY
            and tokens[here + 1].word in ("that", "of")
            and (tokens[here - 1].word in _LOOKED_INTO or tokens[here - 2].word in _LOOKED_INTO)
        ):
            return False
    return True


def _same_clause(utterance: Utterance, draft: Draft) -> bool:
    return utterance.at < draft.group.start and utterance.forward


def _boundaries(draft: Draft, utterance: Utterance) -> float:
    first, last = sorted((utterance.at, draft.at))
    return 12.0 * sum(token.word in (";", "while", "whereas", "but") for token in draft.phrase.tokens[first:last])
