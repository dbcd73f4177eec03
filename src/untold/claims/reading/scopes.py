"""What a number spans: one event, a window of time, or the run of a war until now."""

from untold.claims.claim import Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft
from untold.claims.reading.periods import When
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])
_ONE_EVENT = frozenset(word_list("when")["one_event"]["words"])
_MANY = 1000  # "the war has killed 470,000": a number this large with a war and no event is a running total
_CLAUSE = 14  # words of one clause


def nearest_time(whens: list[When], draft: Draft) -> When | None:
    """Return the time expression of a draft's own clause; a day of saying is nobody's day of death."""
    best: tuple[float, When] | None = None
    tokens = draft.phrase.tokens
    low, high = sorted((draft.group.start, draft.at))
    for when in whens:
        if of_saying(tokens, when):
            continue
        gap = when.start - high if when.start > high else low - when.end if when.end <= low else 0
        between = range(min(when.end, high), max(when.start, low))
        crossed = sum(1 for i in between if i != draft.at and (tokens[i].mask & (K.HARM_VERB | K.STATE) or tokens[i].word in (";", "while", "but")))
        score = gap + 8.0 * crossed - (4 if when.scope in ("cumulative", "period") and when.start > high else 0)
        if best is None or score < best[0]:
            best = (score, when)
    return best[1] if best is not None else None


def of_saying(tokens: list[Token], when: When) -> bool:
    """Tell whether a day belongs to the saying ("a monitor said Sunday")."""
    before = tokens[when.start - 1] if when.start else None
    if before is None:
        return _opens_a_saying(tokens, when)
    if before.mask & K.SAY:
        return not (when.start > 1 and tokens[when.start - 2].mask & K.BE)  # "were reported on Monday"
    return _follows_a_saying(tokens, when)


def _follows_a_saying(tokens: list[Token], when: When) -> bool:
    """Read "announced in a statement on Thursday that", "told SANA on Friday", "a statement released Saturday"."""
    if when.period.precision != "day":
        return False
    for index in range(when.start - 1, max(when.start - 8, -1), -1):
        token = tokens[index]
        if token.mask & K.SAY and not token.mask & K.RECORD:
            return index > 0 and not tokens[index - 1].mask & K.BE
        if token.word in ("released", "issued", "published"):
            return True
        if not (token.mask & (K.ACTOR | K.ARTICLE | K.RECORD | K.SOURCE_NOUN | K.PRONOUN | K.PREPOSITION | K.ADVERB) or token.word in ("the", "news", "its", "reporters", "press", "conference", "briefing") or token.cased):
            return False
    return False


def _opens_a_saying(tokens: list[Token], when: When) -> bool:
    """Read "On Wednesday media reported that …": the day is that of the report."""
    for index in range(when.end, min(when.end + 6, len(tokens) - 1)):
        token = tokens[index]
        if token.mask & K.SAY and tokens[index + 1].word in ("that", "citing", "quoting"):
            return True
        if token.mask & (K.HARM | K.NUMBER | K.BE | K.PUNCTUATION):
            return False
    return False


def scope_of(draft: Draft, when: When | None) -> Scope:
    """Return the scope that a draft's words give it."""
    sentence = draft.phrase.sentence
    tokens = sentence.tokens
    if when is not None and when.scope is not None:
        stated_year = when.scope == "period" and when.period.precision == "year" and when.period.basis == "stated"
        return "incident" if stated_year and _tells_one_event(tokens, draft) else when.scope
    if sentence.mask & K.SO_FAR and not _tells_one_event(tokens, draft):
        return "cumulative"
    if (sentence.mask & K.EVENT_NAME or not _RUNNING.isdisjoint(sentence.words)) and (draft.count.stated or draft.count.low or 0) >= _MANY:
        return "cumulative"
    if when is not None and when.period.precision == "month" and not _tells_one_event(tokens, draft):
        return "period"
    return "incident"


def _tells_one_event(tokens: list[Token], draft: Draft) -> bool:
    """Tell whether the clause names one event: "a chemical attack", "an airstrike", "the car bomb"."""
    if _ONE_EVENT.isdisjoint(draft.phrase.sentence.words):
        return False
    for index, token in enumerate(tokens):
        if token.word in _ONE_EVENT and index and abs(index - draft.at) < _CLAUSE:
            before = tokens[max(0, index - 4) : index]
            if any(t.mask & K.ARTICLE or t.word in ("the", "one", "this", "that", "another") for t in before):
                return True
    return False
