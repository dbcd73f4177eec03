"""When each number holds: the days, windows and running totals of the sentences, and what carries over between them.

A report names the day of a strike once and then speaks of "the attack"; "since
the start of the intervention" is dated by the sentence that dates it.
"""

from dataclasses import replace
from datetime import date

from untold.claims.claim import Period, Precision
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft
from untold.claims.reading.periods import DAY_WORDS, When, find_times
from untold.claims.reading.scopes import nearest_time, of_saying, scope_of
from untold.claims.reading.tokens import Sentence
from untold.codebook.events import Event

_BACK = 12  # sentences back over which one event's day holds
_START_BACK = 3  # and over which the start of a war is dated
_AHEAD = 3  # sentences ahead that a headline or lede announces
_COUNTRYWIDE = frozenset({"country", "war", "conflict", "nation", "uprising", "revolution"})


class Timing:
    """The time expressions of each sentence, found once and only where they are asked for."""

    def __init__(self, sentences: list[Sentence], text: str, published: date | None) -> None:
        self._sentences = sentences
        self._text = text
        self._published = published
        self._times: dict[int, list[When]] = {}

    def times(self, sentence: Sentence) -> list[When]:
        """Return the time expressions of a sentence, its dateline left out."""
        found = self._times.get(sentence.index)
        if found is None:
            found = [
                when for when in find_times(sentence.tokens, self._published) if not self._is_dateline(sentence, when)
            ]
            self._times[sentence.index] = found
        return found

    def _is_dateline(self, sentence: Sentence, when: When) -> bool:
        """Tell whether a full date only dates the report: at the head or the end of a first sentence, nothing leading to it."""
        if sentence.index > 1 or when.period.basis != "stated" or when.period.precision != "day":
            return False
        before = sentence.tokens[when.start - 1] if when.start else None
        edge = when.start <= 1 or when.end >= len(sentence.tokens)
        return (
            edge
            and sentence.tokens[when.start].word not in ("on", "in")
            and (before is None or not before.mask & K.PREPOSITION)
        )

    def take_period(self, draft: Draft) -> None:
        """Set a draft's period and scope from its sentence, or carry them from the event it belongs to."""
        sentence = draft.phrase.sentence
        when = nearest_time(self.times(sentence), draft)
        draft.scope = scope_of(draft, when)
        if when is not None:
            self._set_period(draft, sentence, when)
            if draft.period.words is not None and draft.period.words.lower() == "since then":
                self._take_start_before(draft)
        elif draft.scope == "incident":
            self._carry_day(draft)
        else:
            _take_event_start(draft)

    def _set_period(self, draft: Draft, sentence: Sentence, when: When, *, carried: bool = False) -> None:
        span = (sentence.tokens[when.start].start, sentence.tokens[when.end - 1].end)
        period = replace(when.period, words=self._text[span[0] : span[1]])
        draft.period = replace(period, basis="carried") if carried else period
        draft.show("period", span)

    def _take_start_before(self, draft: Draft) -> None:
        """Resolve "since then" by the last date told before it."""
        for sentence in self._before(draft, 2):
            dated = [when for when in self.times(sentence) if when.period.start is not None]
            if dated:
                span = (sentence.tokens[dated[-1].start].start, sentence.tokens[dated[-1].end - 1].end)
                draft.period = replace(
                    draft.period, start=dated[-1].period.start, precision=dated[-1].period.precision, basis="carried"
                )
                draft.show("period", span)
                return

    def _carry_day(self, draft: Draft) -> None:
        for sentence in [*self._before(draft, _BACK), *self._ahead(draft)]:
            if not sentence.mask & DAY_WORDS:
                continue
            days = [
                when
                for when in self.times(sentence)
                if when.scope is None
                and when.period.precision in ("day", "span")
                and not of_saying(sentence.tokens, when)
            ]
            if days:
                self._set_period(
                    draft, sentence, days[-1 if sentence.index < draft.phrase.sentence.index else 0], carried=True
                )
                return

    def date_starts(self, drafts: list[Draft]) -> None:
        """Date "since the start of the intervention" by the one start that the report itself dates."""
        for draft in drafts:
            if draft.period.basis == "event" and draft.period.start is None:
                for sentence in self._before(draft, _START_BACK):
                    self.times(sentence)
        starts = {
            when.period.start: (index, when)
            for index, found in self._times.items()
            for when in found
            if when.dates_a_start
        }
        if len(starts) != 1:
            return
        index, when = next(iter(starts.values()))
        tokens = self._sentences[index].tokens
        for draft in drafts:
            if draft.period.basis == "event" and draft.period.start is None:
                draft.period = replace(draft.period, start=when.period.start, precision=when.period.precision)
                draft.show("period", (tokens[when.start].start, tokens[when.end - 1].end))

    def _before(self, draft: Draft, reach: int) -> list[Sentence]:
        index = draft.phrase.sentence.index
        return [self._sentences[back] for back in range(index - 1, max(index - 1 - reach, -1), -1)]

    def _ahead(self, draft: Draft) -> list[Sentence]:
        """Return the sentences after a headline or lede, which tell what it announces."""
        index = draft.phrase.sentence.index
        head = draft.phrase.sentence.zone in ("title", "lede") or index <= 2  # noqa: PLR2004 (headline, dateline, lede)
        ahead = self._sentences[index + 1 : index + 1 + _AHEAD] if head else []
        return [sentence for sentence in ahead if "also" not in sentence.words]


def _take_event_start(draft: Draft) -> None:
    """Let a running total of a named war ("Syria's civil war has killed …") run from the war's start in the codebook."""
    tokens = draft.phrase.tokens
    for index, token in enumerate(tokens):
        event = token.value(K.EVENT_NAME)
        if isinstance(event, Event):
            precision: Precision = "year" if len(event.start) == 4 else "month" if len(event.start) == 7 else "day"  # noqa: PLR2004 (ISO prefixes)
            draft.period = Period(start=event.start, precision=precision, basis="event")
            draft.show("period", (token.start, token.end))
            return
        if token.word in _COUNTRYWIDE and index and tokens[index - 1].word == "the":
            draft.period = Period(basis="event")  # dated below, if the report says when it began
            draft.show("period", (token.start, token.end))
            return
