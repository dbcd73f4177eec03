"""Acts of saying in a sentence: who speaks, how, and which side of the verb is said.

"SOHR said 380 …", "…, a medical source told the agency", "according to Airwars",
"SOHR's tally". The speaker is cut out as worded; whether it is somebody the
codebook knows, or a "he" said of somebody before, is settled over the whole
report in `claimants`.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.reading import kinds as K
from untold.claims.reading.speakers import Speaker, speaker_after, speaker_before
from untold.claims.reading.tokens import Token

Act = Literal["say", "deny", "concede", "retract"]
_QUOTING = frozenset({"citing", "quoting", "cited", "quoted"})
_SPEECH = K.SAY | K.ACCORDING | K.RECORD | K.TOTAL | K.SOURCE_NOUN
_GOING_ON = frozenset({"adding", "noting", "stressing"})  # the speaker of the words before goes on
_PREFIX = 6  # words of a headline's "Ministry:"
_HEADLINE_WORDS = frozenset({"monitor", "watchdog", "ngo", "activists", "witnesses", "reports", "report", "official", "officials", "police", "opposition", "source", "sources", "media"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of saying: `at` is the verb's token; what is said stands after it, before it, or on both sides."""

    speaker: Speaker
    act: Act
    at: int
    start: int  # the first token of speaker and verb
    end: int  # after the last
    forward: bool
    backward: bool
    quoted: bool = False  # "citing", "quoting": the speaker behind the speaker
    aside: bool = False  # "according to" in the middle: it speaks for what stands before, if anything does


def find_utterances(tokens: list[Token]) -> list[Utterance]:
    """Return the acts of saying of a sentence in order."""
    found: list[Utterance] = []
    for index, token in enumerate(tokens):
        if token.mask & _SPEECH or token.word == ":":
            utterance = _utterance_at(tokens, index, token)
            if utterance is not None:
                found.append(utterance)
    return found


def _utterance_at(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    if token.mask & K.ACCORDING:
        return _according(tokens, index)
    if token.mask & K.SAY:
        found = _saying(tokens, index, token)
        if found is not None:
            return found
    if token.word == ":" and 0 < index <= _PREFIX:
        return _prefix(tokens, index)
    if token.mask & (K.RECORD | K.TOTAL):
        found = _record(tokens, index)
        if found is not None:
            return found
    return _headline(tokens, index, token)


def _according(tokens: list[Token], index: int) -> Utterance | None:
    token = tokens[index]
    if token.word in _QUOTING and index + 1 < len(tokens) and tokens[index + 1].word == "as":
        speaker = speaker_before(tokens, index, through_be=True)
        return speaker and Utterance(speaker, "say", index, speaker.start, index + 1, forward=True, backward=True)
    speaker = speaker_after(tokens, index + 1)
    if speaker is None:
        return None
    opens = index == 0 or tokens[index - 1].mask & K.PUNCTUATION and index < 3 or _opens_clause(tokens, index)  # noqa: PLR2004
    quoting = token.word in _QUOTING
    return Utterance(speaker, "say", index, index, speaker.end, forward=True, backward=not opens or quoting, quoted=quoting, aside=not opens and not quoting)


def _prefix(tokens: list[Token], index: int) -> Utterance | None:
    """Read a headline's "Defense Ministry: more than 100 killed"."""
    if any(token.mask & (K.SAY | K.HARM | K.BE | K.PREPOSITION) for token in tokens[:index]):
        return None
    speaker = speaker_before(tokens, index)
    known = speaker is not None and (speaker.actor is not None or speaker.generic)
    return Utterance(speaker, "say", index, speaker.start, index + 1, forward=True, backward=False) if known and speaker is not None else None


def _opens_clause(tokens: list[Token], index: int) -> bool:
    before = tokens[index - 1]
    return before.mask & K.CLAUSE > 0 or before.word in ("\u2014", "--", ";", ":") or (before.word == "and" and index < 4)  # noqa: PLR2004


def _saying(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    before = tokens[index - 1] if index else None
    if before is not None and before.mask & K.BE and not before.mask & K.ADVERB:
        return None  # "was reported": nobody says it
    if before is not None and before.word in ("to", "not") and token.mask & K.RECORD:
        return None
    act: Act = str(token.value(K.SAY))  # type: ignore[assignment]
    if token.word in _GOING_ON:
        speaker = Speaker(None, None, index, index + 1, pronoun=True)
        return Utterance(speaker, act, index, index, index + 1, forward=True, backward=False)
    speaker = speaker_before(tokens, index)
    if speaker is not None:
        forward, backward = _sides(tokens, index, speaker)
        return Utterance(speaker, act, index, speaker.start, index + 1, forward=forward, backward=backward)
    if before is None or before.word in ('"', ",", "\u2014", ")") or (token.word in ("said", "says", "added")):
        after = speaker_after(tokens, index + 1, inverted=True)
        if after is not None:
            return Utterance(after, act, index, index, after.end, forward=False, backward=True)
    return None


def _sides(tokens: list[Token], index: int, speaker: Speaker) -> tuple[bool, bool]:
    """Tell on which side of "X said" the statement stands."""
    rest = tokens[index + 1 :]
    closing = all(token.mask & (K.TIME | K.PUNCTUATION | K.ADVERB | K.PREPOSITION | K.WEEKDAY | K.MONTH | K.ACTOR | K.RELATIVE_DAY) or token.word in ("the", "statement", "a", "its", "reporters", "report", "press") for token in rest)
    if closing or (rest and rest[0].word in (".", ",")):
        return False, True
    leading = speaker.start <= 1 or tokens[speaker.start - 1].word in ('"', ".", ";")
    return True, not leading


def _record(tokens: list[Token], index: int) -> Utterance | None:
    """Read "SOHR's tally", "the ministry's figures"."""
    for back in range(index - 1, max(index - 4, 0), -1):
        if tokens[back].word == "'s":
            speaker = speaker_before(tokens, back, possessive=True)
            return speaker and Utterance(speaker, "say", index, speaker.start, index + 1, forward=True, backward=False)
        if not tokens[back].cased and tokens[back].mask & (K.PUNCTUATION | K.PREPOSITION | K.BE):
            return None
    return None


def _headline(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    """Read a headline's "… - Watchdog", "… Monitor": a claimant without a verb."""
    if token.word not in _HEADLINE_WORDS or index < 3:  # noqa: PLR2004 (something must be said before)
        return None
    before = tokens[index - 1]
    if not token.cased and before.word not in (":", "\u2014", "\u2013", "--", "-"):
        return None
    if before.mask & (K.ARTICLE | K.EXACT | K.PREPOSITION) or before.word == "the":
        return None
    dashed = before.word in ("-", "\u2014", "\u2013", "--", ":", ".")
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    ends = follows is None or follows.mask & (K.PUNCTUATION | K.ACTOR | K.WEEKDAY | K.TIME)
    if not (dashed or ends):
        return None
    speaker = Speaker(None, (index, index + 1), index, index + 1, generic=True)
    return Utterance(speaker, "say", index, index, index + 1, forward=False, backward=True)
