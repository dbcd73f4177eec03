"""Since: what a running total or an open window starts from, a date or an event.

"Since the war began in March 2011" runs from the start of a war; "since January"
is a window until now, unless a war is known to have begun then.
"""

from datetime import date
from functools import cache

from untold.claims.claim import Basis, Period, Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.calendar_words import Dated, date_at
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.moments import When, precision_of, words_of
from untold.claims.reading.tokens import Token
from untold.codebook.events import Event, since_names, unnamed_events
from untold.codebook.folding import name_key
from untold.codebook.wordlists import word_list

_SAY_OR_PARTICIPLE_OR_DIES = K.SAY | K.PARTICIPLE | K.DIES
_EVENT_WORDS = 9  # words of an event's name after "since"
_REACH = 18  # words after "since" in which its date may stand
_BEGUN_WITHIN = 6  # words of "began with peaceful protests in 2011"
_SINCE_WITHIN = 4  # words of "since it began"
_OF_EVENT = 9  # words before "began" in which what began may stand
_LEADS_A_DATE = closed_set("since", "leads_a_date")
_STOPS = frozenset({".", ";", ")", "\u2014", "--", ":"})
_LONG = frozenset(word_list("when")["events_of_start"]["long"])
_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])
_BEGINNING = frozenset(word_list("when")["events_of_start"]["begin"])


class _Start:
    """What "since" has named so far: an event of the codebook, a noun, and whether it is said to have begun."""

    def __init__(self, tokens: list[Token], index: int, published: date | None) -> None:
        self.event: Event | None
        self.event, self.end = _event_after(tokens, index, published) or (None, index + 1)
        self.noun = "" if self.event is None else self.event.name
        self.begins = False

    def take(self, token: Token, here: int) -> None:
        """Take the next word after "since" into account."""
        if self.event is None and token.mask & K.EVENT_NAME and isinstance(named := token.value(K.EVENT_NAME), Event):
            self.event, self.end, self.noun = named, here + 1, token.word
        if token.word in _starting() or token.mask & K.MEANS:
            self.noun, self.end = self.noun or token.word, here + 1
        if token.word in _BEGINNING:
            self.begins, self.end = True, here + 1


def since_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "since September 2014", "since the start of the war", "since it began in 2011", "since Saturday"."""
    start = _Start(tokens, index, published)
    for here in range(start.end, min(len(tokens), index + _REACH)):
        token = tokens[here]
        leads = here == index + 1 or start.begins or start.noun or tokens[here - 1].word in _LEADS_A_DATE
        if leads and (dated := date_at(tokens, here, published)) is not None:
            return _from_date(tokens, index, dated, start)
        start.take(token, here)
        if token.word in _STOPS or token.mask & _SAY_OR_PARTICIPLE_OR_DIES:
            break
    return _from_event(tokens, index, start)


def _from_event(tokens: list[Token], index: int, start: _Start) -> When | None:
    words, end = words_of(tokens, index, start.end), start.end
    if start.event is not None:
        since = start.event.start
        return When(Period(since, None, None, precision_of(since), "event", words), "cumulative", index, end)
    if start.noun and (start.begins or start.noun in _RUNNING):
        return When(Period(basis="event", words=words), "cumulative", index, end, noun=start.noun)
    if index + 1 < len(tokens) and tokens[index + 1].word == "then":
        return When(Period(words="since then"), "cumulative", index, index + 2, takes_up="date")
    return None


def _event_after(tokens: list[Token], index: int, published: date | None) -> tuple[Event, int] | None:
    """Return the dated event that "since" names, the longest phrase first, and where its words end."""
    for end in range(min(len(tokens), index + _EVENT_WORDS), index + 1, -1):
        if tokens[end - 1].mask & K.PUNCTUATION:
            continue
        event = since_names().get(name_key(words_of(tokens, index + 1, end)))
        if event is not None and (published is None or event.start <= published.isoformat()):
            return event, end
    return None


def _from_date(tokens: list[Token], index: int, dated: Dated, start: _Start) -> When:
    running = start.begins or start.event is not None or start.noun in _LONG
    scope: Scope = "cumulative" if running else "period"
    basis: Basis = "before_publication" if dated.relative else "stated"
    period = Period(dated.value, None, None, precision_of(dated.value), basis, words_of(tokens, index, dated.end))
    return When(period, scope, index, dated.end, dates_a_start=start.begins, from_a_date=not running)


def dates_a_start(tokens: list[Token], start: int) -> bool:
    """Tell whether a date at `start` says when something long began: "the war began in March 2011"."""
    begun = next((here for here in range(start - 1, max(start - _BEGUN_WITHIN, -1), -1) if _begins(tokens[here])), -1)
    if begun < 0 or any(token.mask & K.HARM_VERB for token in tokens[begun:start]):
        return False
    return any(token.word in _LONG or token.mask & K.EVENT_NAME for token in tokens[max(0, begun - _OF_EVENT) : begun])


def _begins(token: Token) -> bool:
    return token.word in _BEGINNING


def since_it_began(tokens: list[Token], start: int) -> bool:
    """Tell whether a time only says when something else began: "the first deaths since it began this week"."""
    before = tokens[max(0, start - _SINCE_WITHIN) : start]
    return bool(before) and _begins(before[-1]) and any(token.word == "since" for token in before)


@cache
def _starting() -> frozenset[str]:
    """Return the nouns of events which only the context can name."""
    return frozenset(name for name in unnamed_events() if " " not in name) | _RUNNING
