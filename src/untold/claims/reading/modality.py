"""How the number is meant: asserted, estimated, hypothetical, denied, conceded, retracted; and what is no claim at all.

A question states nothing, and who was nearly killed came to no harm. A threat,
a plan or a toll to come is a hypothesis. "May have killed" is an estimate. "Did
not kill" is a denial.
"""

import re
from functools import cache

from untold.claims.reading import kinds as K
from untold.claims.reading.acts import can_concede
from untold.claims.reading.draft import Draft, Phrase, Span
from untold.claims.reading.hedging import HEDGES, VERDICTS, Hedge, hedges_of
from untold.claims.reading.openings import HEDGE
from untold.claims.reading.reach import is_out_of_reach
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_FINITE_OR_GERUND = K.FINITE | K.GERUND
_BEFORE_VERB = K.BE | K.HAVE | K.MODAL | K.ADVERB | K.NOT
_ASIDE = 7  # words between a hedge and its verb
_WORDS = word_list("modality")
_REPORTS = frozenset(_WORDS["reports"]["words"])
_INTENTIONS = frozenset(_WORDS["hypothetical"]["intentions"])
_NEARLY = frozenset(_WORDS["nearly"]["words"])
_UNHARMED = _NEARLY | frozenset(_WORDS["escaped"]["words"])
_CHAIN = K.ADVERB | K.HAVE | K.BE


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of([*_WORDS[kind]['words'], *_WORDS[kind].get('intentions', ())])}\b")


@cache
def _toll_to_come() -> re.Pattern[str]:
    """Return the pattern of "could still rise to", "is expected to climb above"; "could rise from 12" has the 12."""
    words = _WORDS["to_come"]
    return re.compile(rf"\b{_any_of(words['modals'])} (?:\w+ )?{_any_of(words['rises'])}\b(?! (?:\w+ )?from\b)")


@cache
def _verdicts(kind: str) -> re.Pattern[str]:
    """Return the pattern of what is said of a report after it: "… in Homs was wrong", "… has been withdrawn"."""
    words = _any_of(_WORDS[kind]["verdicts"])
    being = "(?:was|were|is|are|has been|had been|have been|proved|turned out to be)"
    return re.compile(rf"(?: [\w'-]+){{0,5}}? ({being}(?: \w+){{0,3}}? {words})\b")


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


def states_nothing(draft: Draft) -> bool:
    """Tell whether a draft is no claim: it is asked within its sentence, or the harm was only near."""
    return _is_asked(draft) or is_no_harm(draft)


def _is_asked(draft: Draft) -> bool:
    """Tell whether a question mark closes the draft's part of the sentence: "Were 120 killed?" the reporter asked."""
    if "?" not in draft.phrase.sentence.words:
        return False
    closing = next(
        (token.word for token in draft.phrase.tokens[draft.at :] if token.word in ("?", ".", "!", ";", '"', "\u201d")),
        "",
    )
    return closing == "?"


def is_no_harm(draft: Draft) -> bool:
    """Tell whether the people came to no harm: "were nearly killed", "escaped being killed"."""
    tokens = draft.phrase.tokens
    here = draft.at - 1
    while here >= 0 and tokens[here].mask & _CHAIN and tokens[here].word not in _UNHARMED:
        here -= 1
    return here >= 0 and tokens[here].word in _UNHARMED and not draft.group.start <= here < draft.group.number_end


def take_modality(draft: Draft, low: str) -> None:
    """Set a draft's modality from the words around its verb; `low` is the report's folded text in lower case."""
    if draft.modality != "asserted":
        return
    tokens = draft.phrase.tokens
    first = max(0, min(draft.at, draft.group.start) - _ASIDE)
    last = max(draft.at + 1, draft.group.end)
    begin, end = tokens[first].start, tokens[last - 1].end
    hedges = _hedges(draft.phrase)
    for kind in HEDGES:
        span = _hedge(draft, _phrases(kind), low, begin, end) if kind in hedges else None
        if span is not None:
            _mean(draft, kind, span)
            return
    if "to_come" in hedges:
        _take_toll_to_come(draft, low)
    _take_negation(draft, tokens)
    if "verdicts" in hedges:
        _take_verdict(draft, low, end)
    _take_concession(draft, low, begin, end)


def _hedges(phrase: Phrase) -> frozenset[str]:
    """Return the kinds of hedges of which a sentence may have a phrase, so that most are never searched for."""
    if phrase.hedges is None:
        hedging = [token.word for token in phrase.tokens if token.opens & HEDGE]
        phrase.hedges = frozenset([kind for word in hedging for kind in hedges_of(word)])
    return phrase.hedges


def _mean(draft: Draft, kind: Hedge, span: Span) -> None:
    draft.modality = kind
    if kind == "denied":
        draft.kind = "denial"
    draft.show("modality", span)


def _hedge(draft: Draft, words: re.Pattern[str], low: str, begin: int, end: int) -> Span | None:
    """Return the words of a hedge that reaches the draft."""
    for match in words.finditer(low, begin, end):
        if not is_out_of_reach(draft, match.end()) and (
            match.group() not in _INTENTIONS or _is_intended(draft, match.end())
        ):
            return match.span()
    return None


def _is_intended(draft: Draft, offset: int) -> bool:
    """Tell whether the harm itself is tried or planned: "tried to kill 12", not "tried to flee and were killed"."""
    tokens = draft.phrase.tokens
    verb = tokens[draft.at]
    passive = draft.at > 0 and tokens[draft.at - 1].word in ("be", "being")
    if not (verb.mask & _FINITE_OR_GERUND or passive):
        return False
    return not any(token.word == "," and offset <= token.start < verb.start for token in tokens)


def _take_toll_to_come(draft: Draft, low: str) -> None:
    """Read "the number of dead could rise to 120": the words stand between the toll and its number."""
    tokens = draft.phrase.tokens
    if draft.modality != "asserted" or draft.at >= draft.group.start:
        return
    match = _toll_to_come().search(low, tokens[draft.at].end, draft.start)
    if match is not None and not any(mark in low[match.end() : draft.start] for mark in ",;"):
        _mean(draft, "hypothetical", match.span())


def _take_negation(draft: Draft, tokens: list[Token]) -> None:
    """Read "did not kill 12", "were not killed": the verb itself is denied."""
    here = draft.at - 1
    while draft.modality == "asserted" and here >= 0 and tokens[here].mask & _BEFORE_VERB:
        if tokens[here].mask & K.NOT and not tokens[here].mask & K.NOBODY and tokens[here].word != "neither":
            _mean(draft, "denied", (tokens[here].start, tokens[here].end))
        here -= 1


def _take_verdict(draft: Draft, low: str, end: int) -> None:
    """Read "the report that 15 people had died was wrong": what a report turned out to be."""
    first = min(draft.at, draft.group.start)
    tokens = draft.phrase.tokens[max(0, first - _ASIDE) : first + 1]
    if draft.modality != "asserted" or not any(token.word.rsplit(" ", 1)[-1] in _REPORTS for token in tokens):
        return
    for kind in VERDICTS:
        match = _verdicts(kind).match(low, end, draft.phrase.sentence.end)
        if match is not None:
            _mean(draft, kind, match.span(1))
            return


def _take_concession(draft: Draft, low: str, begin: int, end: int) -> None:
    """Read "unintentionally killed", "was a mistake": only who did it can say so."""
    if draft.modality != "asserted" or draft.claimant is None or not can_concede(draft):
        return
    hedges = _hedges(draft.phrase)
    match = _phrases("conceded").search(low, begin, end) if "conceded" in hedges else None
    if match is None and "mistaken" in hedges:
        match = _phrases("mistaken").search(low, end, draft.phrase.sentence.end)
    if match is not None:
        draft.modality, draft.kind = "conceded", "concession"
        draft.show("modality", match.span())
