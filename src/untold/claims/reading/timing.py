"""When each number holds: the times of the sentences, and what carries over between them.

A report names the day of a strike once and then speaks of "the attack"; "since
the start of the intervention" is dated by the sentence that dates it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from untold.claims.claim import Basis, Period
from untold.claims.reading import kinds as K
from untold.claims.reading.calendar_words import date_at
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.countries import Countries
from untold.claims.reading.draft import Draft
from untold.claims.reading.moments import When, precision_of
from untold.claims.reading.openings import DAY_WORDS
from untold.claims.reading.periods import find_times
from untold.claims.reading.scopes import nearest_time, of_saying, scope_of
from untold.claims.reading.tokens import Sentence
from untold.claims.reading.wars import began_in, event_in, the_war_of
from untold.codebook.events import Event

_HARM_NOUN_OR_TOLL = K.HARM_NOUN | K.TOLL
_BATTLES = closed_set("timing", "battles")
_BACK = 12  # sentences back over which one event's day holds
_START_BACK = 3  # and over which the start of a war is dated
_TAKEN_UP = 2  # and over which "since then" or "in the same month" reaches
_AHEAD = 3  # sentences ahead that a headline or lede announces
_NEWS_WITHIN = 31  # days
_OF_HEAD = 2  # sentences that a headline, a dateline and a lede fill
_DATELINE = 5  # tokens of a dateline before its day
_DAYS_LATE = 3  # days by which a report may be published after its dateline
_COUNTRYWIDE = closed_set("timing", "countrywide")
_DATELINE_ENDS = frozenset({"(", "\u2014", "--", "\u2013", "-", ":"})


class Timing:
    """The time expressions of each sentence, found once and only where they are asked for."""

    def __init__(self, sentences: list[Sentence], text: str, published: date | None, countries: Countries) -> None:
        self._sentences = sentences
        self._text = text
        self._published = _written(sentences[:1], published)
        self._times: dict[int, list[When]] = {}
        self._told: dict[int, list[When]] = {}  # of those, the times that are not only when somebody spoke
        self._countries = countries

    def times(self, sentence: Sentence) -> list[When]:
        """Return the time expressions of a sentence, its dateline left out."""
        found = self._times.get(sentence.index)
        if found is None:
            whens = find_times(sentence.tokens, self._published)
            found = [when for when in whens if not _is_dateline(sentence, when)] if whens else whens
            self._times[sentence.index] = found
        return found

    def told(self, sentence: Sentence) -> list[When]:
        """Return the times of a sentence that are those of a deed: a day of saying is nobody's day of death."""
        told = self._told.get(sentence.index)
        if told is None:
            told = [when for when in self.times(sentence) if not of_saying(sentence.tokens, when)]
            self._told[sentence.index] = told
        return told

    def take_period(self, draft: Draft) -> None:
        """Set a draft's period and scope from its sentence, or carry them from the event it belongs to."""
        sentence = draft.phrase.sentence
        when = nearest_time(self.told(sentence), draft)
        draft.scope = scope_of(draft, when)
        if when is not None:
            self._set_period(draft, sentence, when)
            self._place_in_a_war(draft, when)
            if when.takes_up is not None:
                self._take_up(draft, when)
        elif draft.scope == "cumulative":
            self._take_event_start(draft)
        elif not self._carry_window(draft):
            self._carry_day(draft)

    def _set_period(self, draft: Draft, sentence: Sentence, when: When, *, carried: bool = False) -> None:
        span = _span(sentence, when)
        told = when.period
        basis: Basis | None = "carried" if carried else told.basis
        words = self._text[span[0] : span[1]]
        draft.period = Period(told.start, told.end, told.duration, told.precision, basis, words)
        draft.show("period", span)

    def _place_in_a_war(self, draft: Draft, when: When) -> None:
        """Let a window that begins with a war of the report's country be that war's running total."""
        ends = when.period.end is not None
        if not when.from_a_date and not (ends and when.scope == "period" and when.period.precision == "span"):
            return
        if ends and not any(token.word in _COUNTRYWIDE for token in draft.phrase.tokens):
            return
        if when.period.start is not None and began_in(when.period.start, self._countries.most_spoken_of()):
            draft.scope = "cumulative"

    def _take_up(self, draft: Draft, when: When) -> None:
        """Resolve "since then" by the last date told before it, "in the same month" by the last window."""
        earlier = [one for one in self.times(draft.phrase.sentence) if one.end <= when.start]
        for sentence, whens in [
            (draft.phrase.sentence, earlier),
            *((s, self.times(s)) for s in self._before(draft, _TAKEN_UP)),
        ]:
            dated = [one for one in whens if one.period.start is not None and not of_saying(sentence.tokens, one)]
            if not dated:
                continue
            told = dated[-1].period
            if when.takes_up == "date":
                draft.period = replace(draft.period, start=told.start, precision=told.precision, basis="carried")
            else:
                draft.period = replace(told, words=draft.period.words, basis="carried")
                draft.scope = dated[-1].scope or "period"
            draft.show("period", _span(sentence, dated[-1]))
            return

    def _carry_window(self, draft: Draft) -> bool:
        """Let "there were 5,183 casualties" keep the window of the sentence before, which counts nobody itself."""
        phrase = draft.phrase
        if not phrase.sentence.index or phrase.means or phrase.sentence.mask & K.PLACE:
            return False
        before = self._sentences[phrase.sentence.index - 1]
        if not before.mask & DAY_WORDS or not before.mask & _HARM_NOUN_OR_TOLL:
            return False
        whens = self.told(before)
        if not whens or whens[-1].scope != "period":
            return False
        self._set_period(draft, before, whens[-1], carried=True)
        draft.scope = "period"
        return True

    def _carry_day(self, draft: Draft) -> None:
        for sentence in chain(self._before(draft, _BACK), self._ahead(draft)):
            if not sentence.mask & DAY_WORDS or sentence.zone == "caption":
                continue
            days = [when for when in self.told(sentence) if _is_a_day(when)]
            told_before = sentence.index < draft.phrase.sentence.index
            if days and (told_before or self._is_news(days[0])):
                self._set_period(draft, sentence, days[-1 if told_before else 0], carried=True)
                return

    def _is_news(self, when: When) -> bool:
        """Tell whether a headline may announce a day told after it, and not one of years ago."""
        start = when.period.start
        if self._published is None or start is None or len(start) != len("2016-07-10"):
            return True
        return (self._published - date.fromisoformat(start)).days <= _NEWS_WITHIN

    def _take_event_start(self, draft: Draft) -> None:
        """Let a running total of a named war ("Syria's civil war has killed …") run from its start in the codebook."""
        tokens = draft.phrase.tokens
        for index, token in enumerate(tokens):
            event = token.value(K.EVENT_NAME)
            start, end = index, index + 1
            if not isinstance(event, Event) and token.word in _COUNTRYWIDE:
                event, start, end = event_in(tokens, index)
            if isinstance(event, Event):
                words = draft.phrase.span(start, end)
                draft.period = Period(
                    event.start, None, None, precision_of(event.start), "event", self._text[words[0] : words[1]]
                )
            elif _is_told_of(draft, token.word) and index and tokens[index - 1].word == "the":
                draft.period = Period(basis="event")  # dated below, if the report or the codebook says when it began
            else:
                continue
            draft.show("period", draft.phrase.span(start, end))
            return

    def date_starts(self, drafts: list[Draft]) -> None:
        """Date "since the start of the intervention" by the one start that the report dates, or the codebook knows."""
        undated = [draft for draft in drafts if draft.period.basis == "event" and draft.period.start is None]
        if not undated:
            return
        for draft in undated:
            for sentence in self._before(draft, _START_BACK):
                self.times(sentence)
        told = [(index, when) for index, whens in self._times.items() for when in whens if when.dates_a_start]
        one = len({when.period.start for _, when in told}) == 1
        for draft in undated:
            if one:
                index, when = told[0]
                draft.period = replace(draft.period, start=when.period.start, precision=when.period.precision)
                draft.show("period", _span(self._sentences[index], when))
            else:
                self._date_by_codebook(draft)

    def _date_by_codebook(self, draft: Draft) -> None:
        """Date "since the conflict began" where one known war of the place, or of the report's country, is meant."""
        (start, end) = draft.evidence["period"][0]
        countries: set[str | None] = {place.country for place in draft.places if place.country} or {
            self._countries.most_spoken_of()
        }
        event = the_war_of(countries, self._text[start:end], self._published)
        if event is not None:
            draft.period = replace(draft.period, start=event.start, precision=precision_of(event.start))

    def _before(self, draft: Draft, reach: int) -> Iterator[Sentence]:
        index = draft.phrase.sentence.index
        for back in range(index - 1, max(index - 1 - reach, -1), -1):
            yield self._sentences[back]

    def _ahead(self, draft: Draft) -> Iterator[Sentence]:
        """Yield the sentences after a headline or lede, which tell what it announces."""
        index = draft.phrase.sentence.index
        head = draft.phrase.sentence.zone in ("title", "lede") or index <= _OF_HEAD
        for sentence in self._sentences[index + 1 : index + 1 + _AHEAD] if head else ():
            if "also" not in sentence.words:
                yield sentence


def _is_told_of(draft: Draft, word: str) -> bool:
    """Tell whether a word names what a running total is of: a war, or the battle that a force has lost people in."""
    return word in _COUNTRYWIDE or (draft.rule == "object_of_losing" and word in _BATTLES)


def _span(sentence: Sentence, when: When) -> tuple[int, int]:
    return sentence.tokens[when.start].start, sentence.tokens[when.end - 1].end


def _is_a_day(when: When) -> bool:
    return when.scope is None and when.period.precision in ("day", "span")


def _written(head: list[Sentence], published: date | None) -> date | None:
    """Return the day from which a report counts back: its dateline's, where that is just before its publication."""
    if published is None or not head or not (head[0].mask & K.MONTH and head[0].mask & K.NUMBER):
        return published
    tokens = head[0].tokens
    for index in range(1, min(_DATELINE, len(tokens))):
        dated = date_at(tokens, index, published)
        if dated is None or dated.value is None or dated.precision != "day":
            continue
        basis: Basis = "before_publication" if dated.relative else "stated"
        when = When(Period(dated.value, dated.value, None, "day", basis), None, index, dated.end)
        day = date.fromisoformat(dated.value)
        return day if _is_dateline(head[0], when) and 0 <= (published - day).days <= _DAYS_LATE else published
    return published


def _is_dateline(sentence: Sentence, when: When) -> bool:
    """Tell whether a date only dates the report: at the edge of a first sentence, nothing leading to it.

    "13 NOV 89" is one, and "BEIRUT, March 21 (Agency) —" is one by its mark.
    """
    if sentence.index > 1 or when.scope is not None or when.period.precision != "day":
        return False
    tokens = sentence.tokens
    if tokens[when.start].word in ("on", "in"):
        return False
    if when.end < len(tokens) and tokens[when.end].word in _DATELINE_ENDS and 0 < when.start <= _DATELINE:
        return all(token.cased or token.mask & K.PUNCTUATION for token in tokens[: when.start])
    edge = when.start <= 1 or when.end >= len(tokens)
    led = when.start > 0 and bool(tokens[when.start - 1].mask & K.PREPOSITION)
    return edge and not led and when.period.basis == "stated"
