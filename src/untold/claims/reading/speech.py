"""Acts of saying in a sentence: who speaks, how, and which side of the verb is said.

"SOHR said 380 …", "…, a medical source told the agency", "according to Airwars",
"SOHR's tally". The speaker is cut out as worded; whether it is somebody the
codebook knows, or a "he" said of somebody before, is settled over the whole
report in `claimants`.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.headlines import headline, names_at_end, prefix, suffix
from untold.claims.reading.openings import MARKS, SPEECH
from untold.claims.reading.speakers import speaker_after, speaker_before
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Act, Speaker, Utterance
from untold.codebook.wordlists import word_list

_RECORD_OR_TOTAL = K.RECORD | K.TOTAL
_ARTICLE_OR_UNBOUNDED = K.ARTICLE | K.UNBOUNDED
_ACTOR_OR_ANAPHOR_OR_PRONOUN = K.ACTOR | K.ANAPHOR | K.PRONOUN
_CLOSING_WORDS = K.TIME | K.PUNCTUATION | K.ADVERB | K.PREPOSITION | K.WEEKDAY | K.MONTH | K.ACTOR | K.RELATIVE_DAY
_PUNCTUATION_OR_PREPOSITION_OR_BE = K.PUNCTUATION | K.PREPOSITION | K.BE
__all__ = ["Act", "Utterance", "find_utterances", "names_at_end"]

_QUOTING = closed_set("speech", "quoting")
_GOING_ON = closed_set("speech", "going_on")  # the speaker of the words before goes on
_MAY_GO_ON = K.ACTOR | K.SOURCE_NOUN  # unless somebody is named straight before: "with the ministry confirming"
_BEFORE_NOUN = closed_set("speech", "before_noun")
_NOUNS_TOO = closed_set("speech", "nouns_too")
_DEEDS = frozenset(word_list("roles")["deeds"]["words"])
_STATEMENTS = frozenset(
    {"accusation", "accusations", "allegation", "allegations", "announcement", "claim", "claims", "estimate", "report"}
    | {"estimates", "reports", "statement", "statements", "testimony"}
)
_TELLING = closed_set("speech", "telling")
_SHOWING = closed_set("speech", "showing")
_PREFIX = 6  # words of a headline's "Ministry:"


def find_utterances(tokens: list[Token]) -> list[Utterance]:
    """Return the acts of saying of a sentence in order."""
    told = [_utterance_at(tokens, index, token) for index, token in enumerate(tokens) if token.opens & SPEECH]
    return [utterance for utterance in told if utterance is not None]


def _utterance_at(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    if token.mask & K.ACCORDING:
        return _according(tokens, index)
    if token.mask & K.SAY:
        found = _saying(tokens, index, token)
        if found is not None:
            return found
    if token.word in MARKS:
        return suffix(tokens, index) or (prefix(tokens, index) if token.word == ":" and 0 < index <= _PREFIX else None)
    if token.word in _STATEMENTS and (found := _statement_by(tokens, index)) is not None:
        return found
    if token.mask & _RECORD_OR_TOTAL:
        found = _record(tokens, index)
        if found is not None:
            return found
    return headline(tokens, index, token)


def _according(tokens: list[Token], index: int) -> Utterance | None:
    token = tokens[index]
    if token.word in _QUOTING and index + 1 < len(tokens) and tokens[index + 1].word == "as":
        speaker = speaker_before(tokens, index, through_be=True)
        return _spoken_by(speaker, index, index + 1, backward=True)
    speaker = speaker_after(tokens, index + 1)
    if index + 1 < len(tokens) and tokens[index + 1].word in ("our", "my"):
        return None  # "according to our information": whoever is quoted says it
    if speaker is None or (token.word.endswith(" by") and _of_a_thing(tokens[index + 1 : speaker.start])):
        return None
    opens = index == 0 or (tokens[index - 1].mask & K.PUNCTUATION and index < 3) or _opens_clause(tokens, index)  # noqa: PLR2004
    quoting = token.word in _QUOTING
    return Utterance(
        speaker,
        "say",
        index,
        index,
        speaker.end,
        forward=True,
        backward=not opens or quoting,
        quoted=quoting,
        aside=not opens and not quoting,
    )


def _of_a_thing(between: list[Token]) -> bool:
    """Tell whether a thing stands before who was named: gas "released by a helicopter of the army" tells nothing."""
    return any(token.mask & (K.NOT_PEOPLE | K.MEANS) for token in between)


def _opens_clause(tokens: list[Token], index: int) -> bool:
    before = tokens[index - 1]
    opens = before.mask & K.CLAUSE > 0 or before.word in ("\u2014", "--", ";", ":")
    return opens or (before.word == "and" and index < 4)  # noqa: PLR2004


def _saying(tokens: list[Token], index: int, token: Token) -> Utterance | None:
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (before is not None and _is_no_verb(token, before)) or (after is not None and _is_no_saying(token, after)):
        return None
    if token.word.startswith("claim") and _claims_deed(tokens, index):
        return None
    act: Act = str(token.value(K.SAY))  # type: ignore[assignment]
    if index + 1 < len(tokens) and tokens[index + 1].word == "by":
        if token.word.startswith("claim"):
            return None  # a blast "claimed by" a group is a deed and no statement
        if (passive := _passive(tokens, index, act)) is not None:
            return passive
    if token.word in _GOING_ON and not (before is not None and before.mask & _MAY_GO_ON):
        same = Speaker(None, None, index, index + 1, pronoun=True)
        return Utterance(same, act, index, index, index + 1, forward=True, backward=False)
    if (ending := _ending(tokens, index, act)) is not None:
        return ending
    speaker = speaker_before(tokens, index)
    if speaker is not None:
        forward, backward = _sides(tokens, index, speaker)
        return Utterance(speaker, act, index, speaker.start, index + 1, forward=forward, backward=backward)
    return _inverted(tokens, index, act) if before is None or _may_invert(token, before) else None


def _claims_deed(tokens: list[Token], index: int) -> bool:
    """Tell "the war has claimed 300,000 lives" and "claimed an October bomb attack" from a statement."""
    beyond = tokens[index + 1 : index + 9]
    if any(after.word in ("lives", "life") for after in beyond):
        return True
    if not beyond or not beyond[0].mask & K.ARTICLE:
        return False
    deed = next((at for at, after in enumerate(beyond) if after.mask & K.MEANS or after.word in _DEEDS), -1)
    return deed > 0 and not any(after.mask & (K.HARM_VERB | K.CLAUSE | K.BE) for after in beyond[: deed + 2])


def _is_no_verb(token: Token, before: Token) -> bool:
    """Tell whether a word of saying says nothing here: "was reported", "an informed source"."""
    if before.mask & K.BE:
        return not before.mask & K.ADVERB
    if before.mask & _ARTICLE_OR_UNBOUNDED or before.word in ("the", "its", "such"):
        return True
    if before.word in _BEFORE_NOUN and token.word in _NOUNS_TOO:
        return True  # "concerned by reports"
    return before.word in ("to", "not") and token.mask & K.RECORD > 0


def _is_no_saying(token: Token, after: Token) -> bool:
    """Tell whether the next word makes it no verb of saying: "continued to mull", "unverified reports estimated"."""
    if token.word == "continued":
        return after.word in ("to", "its", "their", "the", "his")
    says = after.mask & K.SAY > 0 and not after.mask & (K.PREPOSITION | K.RECORD)
    return token.word in _NOUNS_TOO and (says or after.word == "of")  # "initial reports of"


def _may_invert(token: Token, before: Token) -> bool:
    if token.word in ("said", "says", "added"):
        return True
    return token.word != "told" and before.word in ('"', ",", "\u2014", ")")


def _inverted(tokens: list[Token], index: int, act: Act) -> Utterance | None:
    """Read "…, said the mayor"."""
    speaker = speaker_after(tokens, index + 1, inverted=True)
    if speaker is None:
        return None
    return Utterance(speaker, act, index, index, speaker.end, forward=False, backward=True)


def _ending(tokens: list[Token], index: int, act: Act) -> Utterance | None:
    """Read "… who had left the army said the Observatory.": a named body closes the sentence."""
    if tokens[index].word != "said" or not tokens[index + 1 :] or tokens[index - 1].mask & _ACTOR_OR_ANAPHOR_OR_PRONOUN:
        return None
    utterance = _inverted(tokens, index, act)
    if utterance is None:
        return None
    speaker = utterance.speaker
    if speaker.actor is None and not speaker.anaphor and not (speaker.generic and tokens[index + 1].word == "the"):
        return None
    rest = tokens[utterance.end :]
    return utterance if not rest or (len(rest) == 1 and rest[0].word == ".") else None


def _statement_by(tokens: list[Token], index: int) -> Utterance | None:
    """Read "the claim by activists in the city that", "a report from the hospital that"."""
    if index + 2 >= len(tokens) or tokens[index + 1].word not in ("by", "from"):
        return None
    speaker = speaker_after(tokens, index + 2)
    if speaker is None or not any(token.word == "that" for token in tokens[speaker.end : speaker.end + 3]):
        return None
    return _spoken_by(speaker, index, speaker.end)


def _passive(tokens: list[Token], index: int, act: Act) -> Utterance | None:
    """Read "acknowledged by the army"."""
    speaker = speaker_after(tokens, index + 2)
    if speaker is None:
        return None
    return Utterance(speaker, act, index, index, speaker.end, forward=False, backward=True)


def _sides(tokens: list[Token], index: int, speaker: Speaker) -> tuple[bool, bool]:
    """Tell on which side of "X said" the statement stands."""
    rest = tokens[index + 1 :]
    closing = all(
        token.mask & _CLOSING_WORDS or token.word in ("the", "statement", "a", "its", "reporters", "report", "press")
        for token in rest
    )
    if closing or (rest and rest[0].word in (".", ",")):
        return False, True
    if rest and _has_object(tokens[index], rest[0]):
        return True, False  # "after the two announced a deal"
    leading = speaker.start <= 1 or tokens[speaker.start - 1].word in ('"', ".", ";")
    return True, not leading


def _has_object(verb: Token, after: Token) -> bool:
    """Tell whether the verb takes up what follows alone: "… after the two announced a deal"."""
    if after.word == "that":
        return verb.word not in _TELLING
    return verb.word not in _TELLING | {"said", "says"} and (after.mask & K.ARTICLE > 0 or after.word == "the")


def _spoken_by(speaker: Speaker | None, at: int, end: int, *, backward: bool = False) -> Utterance | None:
    if speaker is None:
        return None
    return Utterance(speaker, "say", at, speaker.start, end, forward=True, backward=backward)


def _record(tokens: list[Token], index: int) -> Utterance | None:
    """Read "SOHR's tally", "the ministry's figures", "SOHR data show"."""
    if index + 1 < len(tokens) and tokens[index + 1].word in _SHOWING and tokens[index - 1].mask & K.ACTOR:
        return _spoken_by(speaker_before(tokens, index), index, index + 2)
    for back in range(index - 1, max(index - 4, 0), -1):
        if tokens[back].word == "'s":
            speaker = speaker_before(tokens, back, possessive=True)
            by = speaker is not None and speaker.start > 1 and tokens[speaker.start - 1].word == "by"
            return _spoken_by(speaker, index, index + 1, backward=by)  # "12 died by SOHR's count"
        if not tokens[back].cased and tokens[back].mask & _PUNCTUATION_OR_PREPOSITION_OR_BE:
            return None
    return None
