"""Headlines: a claimant set off by a mark or left without a verb.

"SOHR: 12 killed", "12 killed in Homs - SOHR", "10 killed in camp Monitor": a
headline has no room for "said".
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.openings import MARKS
from untold.claims.reading.speakers import speaker_after, speaker_before
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Speaker, Utterance
from untold.codebook.actors import Actor

_SAY_OR_HARM_OR_BE_OR_PREPOSITION = K.SAY | K.HARM | K.BE | K.PREPOSITION
_PUNCTUATION_OR_WEEKDAY_OR_ACTOR = K.PUNCTUATION | K.WEEKDAY | K.ACTOR
_LEADS_ON = K.ARTICLE | K.EXACT | K.PREPOSITION | K.SAY | K.ACCORDING
_ARTICLE_OR_EXACT_OR_PREPOSITION = K.ARTICLE | K.EXACT | K.PREPOSITION
_PUNCTUATION_OR_ACTOR_OR_WEEKDAY_OR_TIME = K.PUNCTUATION | K.ACTOR | K.WEEKDAY | K.TIME
_HEADLINE_WORDS = closed_set("headlines", "headline_words")


def prefix(tokens: list[Token], index: int) -> Utterance | None:
    """Read a headline's "Defense Ministry: more than 100 killed"."""
    if any(token.mask & _SAY_OR_HARM_OR_BE_OR_PREPOSITION for token in tokens[:index]):
        return None
    speaker = speaker_before(tokens, index)
    known = speaker is not None and (speaker.actor is not None or speaker.generic)
    return (
        Utterance(speaker, "say", index, speaker.start, index + 1, forward=True, backward=False)
        if known and speaker is not None
        else None
    )


def names_at_end(tokens: list[Token]) -> bool:
    """Tell whether a headline closes with a mark and a name: "12 killed in Homs - SOHR"."""
    last = len(tokens) - 1
    while last > 1 and tokens[last].mask & K.PUNCTUATION and tokens[last].word not in MARKS:
        last -= 1
    return (
        last > 1
        and any(tokens[here].word in MARKS for here in (last - 1, last - 2))
        and tokens[last].mask & K.ACTOR > 0
    )


def suffix(tokens: list[Token], index: int) -> Utterance | None:
    """Read a headline's "12 killed in Homs: SOHR"."""
    at = index + 2 if index + 1 < len(tokens) and tokens[index + 1].word == "the" else index + 1
    if at >= len(tokens) or not tokens[at].mask & K.ACTOR or not any(token.mask & K.HARM for token in tokens[:index]):
        return None
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is not None and not follows.mask & _PUNCTUATION_OR_WEEKDAY_OR_ACTOR and follows.word != "the":
        return None
    speaker = speaker_after(tokens[: at + 1], at)
    if speaker is None or speaker.actor is None:
        return None
    return Utterance(speaker, "say", index, index, at + 1, forward=False, backward=True)


def passes_on(tokens: list[Token], index: int) -> bool:
    """Tell whether a source's noun closes a headline before its agency: "… Monitoring group Reuters"."""
    if index < 3 or index + 1 >= len(tokens) or not tokens[index].mask & K.SOURCE_NOUN or tokens[index].mask & K.ACTOR:  # noqa: PLR2004
        return False
    before, medium = tokens[index - 1], tokens[index + 1].value(K.ACTOR)
    if before.mask & _LEADS_ON:
        return False
    if index + 2 < len(tokens) and tokens[index + 2].mask & K.SAY:
        return False  # "… news agency SANA reported"
    return (
        isinstance(medium, Actor)
        and medium.kind in ("agency", "outlet")
        and any(token.mask & K.HARM for token in tokens[:index])
    )


def headline(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    """Read a headline's "… - Watchdog", "… Monitor": a claimant without a verb."""
    if passes_on(tokens, index):
        return Utterance(
            Speaker(None, (index, index + 1), index, index + 1, generic=True),
            "say",
            index,
            index,
            index + 1,
            forward=False,
            backward=True,
        )
    if token.word not in _HEADLINE_WORDS or index < 3:  # noqa: PLR2004 (something must be said before)
        return None
    before = tokens[index - 1]
    if not token.cased and before.word not in (":", "\u2014", "\u2013", "--", "-"):
        return None
    if before.mask & _ARTICLE_OR_EXACT_OR_PREPOSITION or before.word == "the":
        return None
    dashed = before.word in ("-", "\u2014", "\u2013", "--", ":", ".")
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    ends = follows is None or follows.mask & _PUNCTUATION_OR_ACTOR_OR_WEEKDAY_OR_TIME
    if not (dashed or ends):
        return None
    speaker = Speaker(None, (index, index + 1), index, index + 1, generic=True)
    return Utterance(speaker, "say", index, index, index + 1, forward=False, backward=True)
