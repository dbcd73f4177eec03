"""How the number is meant: asserted, estimated, hypothetical, denied, conceded, retracted; and what is no claim at all.

A question states nothing. A threat or a plan is a hypothesis. "May have killed"
is an estimate. "Did not kill" is a denial.
"""

import re
from functools import cache

from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_ASIDE = 7  # words between a hedge and its verb


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    words = sorted(word_list("modality")[kind]["words"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def is_question(tokens: list[Token]) -> bool:
    """Tell whether a sentence asks: its last mark, quotation marks aside, is a question mark."""
    for token in reversed(tokens):
        if token.mask & K.PUNCTUATION:
            if token.word == "?":
                return True
            if token.word in ".!":
                return False
        else:
            return False
    return False


def take_modality(draft: Draft, low: str) -> None:
    """Set a draft's modality from the words around its verb; `low` is the report's folded text in lower case."""
    if draft.modality != "asserted":
        return
    tokens = draft.phrase.tokens
    first = max(0, min(draft.at, draft.group.start) - _ASIDE)
    last = max(draft.at + 1, draft.group.end)
    begin, end = tokens[first].start, tokens[last - 1].end
    for kind in ("retracted", "hypothetical", "estimated"):
        match = _phrases(kind).search(low, begin, end)
        if match is not None and not _crosses(draft, match.end()):
            draft.modality = kind  # type: ignore[assignment]
            draft.show("modality", match.span())
            return
    _take_negation(draft, tokens)
    _take_concession(draft, low, begin, end)


def _crosses(draft: Draft, offset: int) -> bool:
    """Tell whether another verb stands between the hedge and this draft's words."""
    stop = min(draft.phrase.tokens[draft.at].start, draft.start)
    return any(offset <= token.start < stop and token.mask & (K.SAY | K.HARM_VERB) for token in draft.phrase.tokens)


def _take_negation(draft: Draft, tokens: list[Token]) -> None:
    """Read "did not kill 12", "were not killed": the verb itself is denied."""
    here = draft.at - 1
    while here >= 0 and tokens[here].mask & (K.BE | K.HAVE | K.MODAL | K.ADVERB | K.NOT):
        if tokens[here].mask & K.NOT and not tokens[here].mask & K.NOBODY and tokens[here].word != "neither":
            draft.modality, draft.kind = "denied", "denial"
            draft.show("modality", (tokens[here].start, tokens[here].end))
            return
        here -= 1


def _take_concession(draft: Draft, low: str, begin: int, end: int) -> None:
    """Read "unintentionally killed": only who did it can say so."""
    match = _phrases("conceded").search(low, begin, end)
    if match is not None and draft.modality == "asserted" and draft.status not in ("armed_forces", "police", "combatant"):
        draft.modality, draft.kind = "conceded", "concession"
        draft.show("modality", match.span())
