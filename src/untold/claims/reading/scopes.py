"""What a number spans: one event, a window of time, or the run of a war until now."""

from untold.claims.claim import Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_list, closed_set
from untold.claims.reading.draft import Draft
from untold.claims.reading.groups import Group
from untold.claims.reading.moments import When
from untold.claims.reading.tokens import Token
from untold.codebook.places import KnownPlace
from untold.codebook.wordlists import word_list

_HARM_OR_NUMBER_OR_BE = K.HARM | K.NUMBER | K.BE
_IN_SAYING = K.ACTOR | K.ARTICLE | K.RECORD | K.SOURCE_NOUN | K.PRONOUN | K.PREPOSITION | K.ADVERB
_HARM_OR_NUMBER_OR_BE_OR_PUNCTUATION = K.HARM | K.NUMBER | K.BE | K.PUNCTUATION
_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])
_SUMMED = frozenset(word_list("when")["several_events"]["words"])
_WIDE = frozenset(word_list("when")["several_events"]["wide"])
_SEVERAL = _SUMMED | _WIDE
_PLACES = closed_set("scopes", "places")
_WHOLES = closed_set("scopes", "wholes")
_ONE_EVENT = frozenset(word_list("when")["one_event"]["words"])
_ONE_DEED = frozenset(word_list("when")["one_event"]["deeds"])
_BEGUN = frozenset(word_list("when")["events_of_start"]["begin"])
_ATTACKS = closed_set("scopes", "attacks")
_LENGTHS = closed_set("scopes", "lengths")
_FEW_PLACES = 2  # of one event: the town and its province
_SOME = closed_list("scopes", "some")  # in which one event may be
_MANY = 1000  # "the war has killed 470,000": a number this large with a war and no event is a running total
_CLAUSE = 14  # words of one clause
_BESIDE = 5  # words of "the campaign of air strikes has killed"
_OF_A_CLAUSE = K.HARM_VERB | K.STATE
_BREAKS = closed_set("scopes", "breaks")
_RISES = frozenset(word_list("when")["rising_tolls"]["words"])
_CALLING = frozenset(word_list("when")["calling"]["words"])
_SPEAKING = closed_set("scopes", "speaking")
_TO_COME = frozenset(word_list("when")["to_come"]["words"])
_HOURS = closed_set("scopes", "hours")
_OPENING = 2  # words before a day that opens a sentence: "in late September"
_SOON = 4  # words between a day and the toll of which it is the day
_CROSSING = 8.0  # words that a clause between a number and a time is worth
_SAID_THEN = 30.0
_TWO_TURNS = 4  # a number, a time, a number, a time


def nearest_time(told: list[When], draft: Draft) -> When | None:
    """Return the time expression of a draft's own clause, of those of its sentence that are of a deed."""
    if len(told) < 2:  # noqa: PLR2004 (nothing to choose from)
        return told[0] if told else None
    return _in_turn(told, draft) or min(told, key=lambda when: _distance(draft.phrase.tokens, when, draft))


def _distance(tokens: list[Token], when: When, draft: Draft) -> float:
    """Return how far a time stands from a draft, in words; another clause or a saying between counts for many."""
    low, high = sorted((draft.group.start, draft.at))
    gap = when.start - high if when.start > high else low - when.end if when.end <= low else 0
    between = range(min(when.end, high), max(when.start, low))
    crossed = sum(1 for i in between if i != draft.at and (tokens[i].mask & _OF_A_CLAUSE or tokens[i].word in _BREAKS))
    window_after = when.scope in ("cumulative", "period") and when.start > high
    said_then = when.start <= _OPENING and _says_soon(tokens, when)
    open_window = when.period.start is None and when.scope == "period"  # "in recent days"
    return (
        gap
        + (_CROSSING if open_window else 0)
        + _CROSSING * crossed
        - (4 if window_after else 0)
        + (_SAID_THEN if said_then else 0)
    )


def _in_turn(whens: list[When], draft: Draft) -> When | None:
    """Return a draft's time where numbers and times take turns: "12 in January and 30 in February"."""
    if _is_part(draft.phrase.tokens, draft.group):
        return None
    groups = [
        group for group in draft.phrase.groups if group is draft.group or (group.head is not None and not group.article)
    ]
    marks = sorted([(group.start, False) for group in groups] + [(when.start, True) for when in whens])
    turns = [is_time for n, (_, is_time) in enumerate(marks) if not n or marks[n - 1][1] != is_time]
    if len(turns) < _TWO_TURNS or turns[0] == turns[-1]:
        return None
    at = draft.group.start
    if turns[0]:
        return max((when for when in whens if when.start < at), key=lambda when: when.start, default=None)
    return min((when for when in whens if when.start > at), key=lambda when: when.start, default=None)


def _is_part(tokens: list[Token], group: Group) -> bool:
    """Tell whether a group is counted among another: "three of them children"."""
    beside = [*tokens[max(0, group.start - 1) : group.start], *tokens[group.number_end : group.end + 1]]
    return any(token.mask & K.INCLUDING for token in beside)


def _says_soon(tokens: list[Token], when: When) -> bool:
    """Tell whether somebody says something right after a day, before any harm: "On Monday SOHR said 120 …"."""
    for token in tokens[when.end : when.end + _CLAUSE]:
        if token.mask & _HARM_OR_NUMBER_OR_BE:
            return False
        if token.mask & K.SAY:
            return True
    return False


def of_saying(tokens: list[Token], when: When) -> bool:
    """Tell whether a day belongs to the saying ("a monitor said Sunday")."""
    before = tokens[when.start - 1] if when.start else None
    if when.end < len(tokens) and tokens[when.end].word == "'s":
        return False  # "Saturday's toll"
    if any(token.word in _HOURS for token in tokens[when.end : when.end + _CLAUSE]):
        return False  # "a source said on Wednesday that gunmen fired at dawn": the dawn of that day
    if _dates_a_toll(tokens, when):
        return True
    if before is None:
        return _opens_a_saying(tokens, when)
    if tokens[0].word in _SPEAKING and when.start < _CLAUSE // 2:
        return True  # "Speaking to the agency on Wednesday the governor gave a toll of 31"
    if _dates_a_source(tokens, when):
        return True
    if before.mask & K.ARTICLE or before.word == "the":
        return False  # "an October 2 bomb attack"
    if before.word in _CALLING or any(
        t.word in _TO_COME for t in tokens[max(0, when.start - _CLAUSE // 2) : when.start]
    ):
        return True
    if before.mask & K.SAY:
        return not (when.start > 1 and tokens[when.start - 2].mask & K.BE)  # "were reported on Monday"
    return _follows_a_saying(tokens, when)


def _dates_a_toll(tokens: list[Token], when: When) -> bool:
    """Read "On Tuesday the toll from the raid rose to 15": a day on which more were counted."""
    if when.period.precision != "day" or when.scope is not None:
        return False
    toll = next((n for n, token in enumerate(tokens[when.end :], when.end) if token.mask & K.TOLL), len(tokens))
    return toll - when.end < _SOON and any(token.word in _RISES for token in tokens[when.end : toll + _CLAUSE])


def _dates_a_source(tokens: list[Token], when: When) -> bool:
    """Read "according to a February report": the date is the report's."""
    if not tokens[when.start - 1].mask & K.ARTICLE and tokens[when.start - 1].word not in ("its", "their"):
        return False
    named = tokens[when.end] if when.end < len(tokens) else None
    return named is not None and named.word in ("report", "statement", "briefing", "interview", "study", "letter")


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
        if not (
            token.mask & _IN_SAYING
            or token.word in ("the", "news", "its", "reporters", "press", "conference", "briefing", "social")
            or token.cased
        ):
            return False
    return False


def _opens_a_saying(tokens: list[Token], when: When) -> bool:
    """Read "On Wednesday media reported that …": the day is that of the report."""
    if when.takes_up is not None:
        return False  # "Since then the UN has estimated that"
    for index in range(when.end, min(when.end + 6, len(tokens) - 1)):
        token = tokens[index]
        if token.mask & K.SAY and tokens[index + 1].word in ("that", "citing", "quoting"):
            return True
        if token.mask & _HARM_OR_NUMBER_OR_BE_OR_PUNCTUATION:
            return False
    return False


def scope_of(draft: Draft, when: When | None) -> Scope:
    """Return the scope that a draft's words give it."""
    sentence = draft.phrase.sentence
    one = _tells_one_event(sentence.tokens, draft)
    if when is not None and when.scope is not None:
        if when.scope == "period" and _is_of_a_war_told(draft):
            return "cumulative"
        some_time = when.scope == "period" and when.period.precision in _SOME and when.period.duration is None
        return "incident" if some_time and one else when.scope
    if sentence.mask & K.SO_FAR and not one:
        return "cumulative"
    if when is not None and when.period.precision == "month" and not one:
        return "period"
    if _tells_a_war(draft) or _has_lost(draft):
        return "cumulative"
    if when is None and _lasts(draft):
        return "period"
    several = not one and ((when is not None and _tells_several_events(draft)) or _tells_many_places(draft))
    return "period" if several else "incident"


def _is_of_a_war_told(draft: Draft) -> bool:
    """Read "the civil war, which began in 2011, has killed 280,000": the time is that of the beginning."""
    return not draft.phrase.sentence.words.isdisjoint(_BEGUN) and _tells_a_war(draft, within=_CLAUSE)


def _tells_many_places(draft: Draft) -> bool:
    """Tell whether a number sums attacks in many towns: "in attacks in Homs, Hama, Damascus and its countryside"."""
    tokens = draft.phrase.tokens
    if _ATTACKS.isdisjoint(draft.phrase.sentence.words):
        return False
    at = next(n for n, token in enumerate(tokens) if token.word in _ATTACKS)
    return at > draft.at and sum(bool(token.mask & K.PLACE) for token in tokens[at : at + _CLAUSE]) > _FEW_PLACES


def _tells_a_war(draft: Draft, within: int = _BESIDE) -> bool:
    """Tell whether a number is a war's: a large one beside it, or "the campaign has killed 120"."""
    sentence = draft.phrase.sentence
    if not sentence.mask & K.EVENT_NAME and _RUNNING.isdisjoint(sentence.words):
        return False
    return (draft.count.stated or draft.count.low or 0) >= _MANY or _has_killed(draft, within)


def _has_killed(draft: Draft, within: int) -> bool:
    """Read "the bombing campaign has killed hundreds": what has killed until now goes on."""
    tokens = draft.phrase.tokens
    if draft.group.start < draft.at or draft.at < 2 or not tokens[draft.at - 1].mask & K.HAVE:  # noqa: PLR2004 (what, has)
        return False
    subject = tokens[max(0, draft.at - within) : draft.at]
    return any(token.word in _RUNNING or token.mask & K.EVENT_NAME for token in subject)


def _has_lost(draft: Draft) -> bool:
    """Read "the group has lost 463 fighters in the battle": what it lost until now."""
    return draft.rule == "object_of_losing" and draft.at > 0 and bool(draft.phrase.tokens[draft.at - 1].mask & K.HAVE)


def _lasts(draft: Draft) -> bool:
    """Read "a month of fighting has killed 300", "six days of bombing have killed dozens": a window, without dates."""
    tokens = draft.phrase.tokens
    if draft.phrase.sentence.words.isdisjoint(_LENGTHS) or not draft.active:
        return False
    return any(
        token.word in _LENGTHS and index + 1 < draft.at and tokens[index + 1].word == "of"
        for index, token in enumerate(tokens[max(0, draft.at - _CLAUSE) : draft.at], max(0, draft.at - _CLAUSE))
    )


def _tells_several_events(draft: Draft) -> bool:
    """Tell whether a day's number sums several attacks: "in separate strikes", "in raids across Idlib province"."""
    tokens = draft.phrase.tokens
    if _SEVERAL.isdisjoint(draft.phrase.sentence.words):
        return False
    for index, token in enumerate(tokens[:-1]):
        after = tokens[index + 1 : index + 5]
        if token.word in _SUMMED and any(_is_plural_event(t) or t.word in _PLACES for t in after):
            return True
        if token.word in _WIDE and any(t.word in _WHOLES or _is_wide(t) for t in after):
            return True
    return False


def _is_plural_event(token: Token) -> bool:
    return token.word.endswith("s") and (bool(token.mask & K.MEANS) or token.word.removesuffix("s") in _ONE_EVENT)


def _is_wide(token: Token) -> bool:
    place = token.value(K.PLACE)
    return isinstance(place, KnownPlace) and place.kind in ("country", "governorate")


def _tells_one_event(tokens: list[Token], draft: Draft) -> bool:
    """Tell whether the clause names one event: "a chemical attack", "an airstrike", "the car bomb"."""
    if not _ONE_DEED.isdisjoint(draft.phrase.sentence.words):
        return True
    if _ONE_EVENT.isdisjoint(draft.phrase.sentence.words):
        return False
    for index, token in enumerate(tokens):
        if token.word in _ONE_EVENT and index and abs(index - draft.at) < _CLAUSE:
            before = tokens[max(0, index - 4) : index]
            if any(t.mask & K.ARTICLE or t.word in ("the", "one", "this", "that", "another") for t in before):
                return True
    return False
