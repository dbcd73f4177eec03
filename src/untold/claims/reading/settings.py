"""When and where a claim's people were harmed: its own sentence first, then the sentences that tell the same event.

Only one event told over several sentences lends its day and its place to the
next; a running total never takes the place of the strike told beside it.
"""

from dataclasses import replace
from datetime import date

from untold.claims.claim import Period, Place, Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.draft import Draft, Span
from untold.claims.reading.periods import When, find_times
from untold.claims.reading.tokens import Sentence, Token
from untold.claims.reading.whereabouts import Where, find_places
from untold.codebook.wordlists import word_list

_BACK = 3  # sentences over which one event is told
_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])
_MANY = 1000  # "the war has killed 470,000": a number this large with a war and no event is a running total
_ONE_EVENT = frozenset(word_list("when")["one_event"]["words"])


class Settings:
    """The times and places of each sentence, found once and only where they are asked for."""

    def __init__(self, sentences: list[Sentence], text: str, published: date | None) -> None:
        self._sentences = sentences
        self._text = text
        self._published = published
        self._times: dict[int, list[When]] = {}
        self._places: dict[int, list[Where]] = {}

    def times(self, sentence: Sentence) -> list[When]:
        """Return the time expressions of a sentence."""
        found = self._times.get(sentence.index)
        if found is None:
            found = self._times[sentence.index] = find_times(sentence.tokens, self._published)
        return found

    def places(self, sentence: Sentence) -> list[Where]:
        """Return the places of a sentence."""
        found = self._places.get(sentence.index)
        if found is None:
            found = self._places[sentence.index] = find_places(sentence.tokens, self._text)
        return found

    def take_period(self, draft: Draft) -> None:
        """Set a draft's period and scope from its sentence, or carry them from the event it belongs to."""
        sentence = draft.phrase.sentence
        when = _nearest_time(self.times(sentence), draft)
        if when is not None:
            self._set_period(draft, sentence, when)
        draft.scope = _scope(draft, when)
        if draft.scope == "incident" and when is None:
            self._carry_period(draft)

    def _set_period(self, draft: Draft, sentence: Sentence, when: When, *, carried: bool = False) -> None:
        span = (sentence.tokens[when.start].start, sentence.tokens[when.end - 1].end)
        period = replace(when.period, words=self._text[span[0] : span[1]])
        draft.period = replace(period, basis="carried") if carried else period
        draft.show("period", span)

    def _carry_period(self, draft: Draft) -> None:
        for sentence in self._sentences_before(draft):
            days = [when for when in self.times(sentence) if when.scope is None and when.period.precision in ("day", "span") and not _of_saying(sentence.tokens, when)]
            if days:
                self._set_period(draft, sentence, days[-1], carried=True)
                return
            if any(when.scope in ("period", "cumulative") for when in self.times(sentence)):
                return

    def date_starts(self, drafts: list[Draft]) -> None:
        """Date "since the start of the intervention" by the one start that the report itself dates."""
        starts = {when.period.start: (index, when) for index, found in self._times.items() for when in found if when.dates_a_start}
        if len(starts) != 1:
            return
        index, when = next(iter(starts.values()))
        tokens = self._sentences[index].tokens
        for draft in drafts:
            if draft.period.basis == "event" and draft.period.start is None:
                draft.period = replace(draft.period, start=when.period.start, precision=when.period.precision)
                draft.show("period", (tokens[when.start].start, tokens[when.end - 1].end))

    def take_places(self, draft: Draft) -> None:
        """Set a draft's places from its sentence; an event's are carried from the sentences that tell it."""
        sentence = draft.phrase.sentence
        found = _places_for(self.places(sentence), draft)
        if not found and draft.scope == "incident":
            for before in self._sentences_before(draft):
                found = [where for where in self.places(before) if where.led]
                if found:
                    sentence = before
                    break
        if found:
            spans: list[Span] = [(sentence.tokens[w.start].start, sentence.tokens[w.end - 1].end) for w in found]
            draft.places = _with_country([w.place for w in found], found)
            draft.show("places", *spans)

    def _sentences_before(self, draft: Draft) -> list[Sentence]:
        index = draft.phrase.sentence.index
        return [self._sentences[back] for back in range(index - 1, max(index - 1 - _BACK, -1), -1)]


def _nearest_time(whens: list[When], draft: Draft) -> When | None:
    best: tuple[float, When] | None = None
    tokens = draft.phrase.tokens
    low, high = sorted((draft.group.start, draft.at))
    for when in whens:
        if _of_saying(tokens, when) and len(whens) > 1:
            continue
        gap = when.start - high if when.start > high else low - when.end if when.end <= low else 0
        stop = range(min(when.end, high), max(when.start, low))
        crossing = sum(tokens[i].mask & (K.HARM_VERB | K.STATE) > 0 or tokens[i].word in (";", "while", "but") for i in stop if i not in (draft.at,) and i < len(tokens))
        score = gap + 8.0 * crossing - (4 if when.scope in ("cumulative", "period") and when.start > high else 0)
        if best is None or score < best[0]:
            best = (score, when)
    return best[1] if best is not None else None


def _of_saying(tokens: list[Token], when: When) -> bool:
    """Tell whether a day belongs to the saying ("a monitor said Sunday")."""
    before = tokens[when.start - 1] if when.start else None
    return before is not None and bool(before.mask & K.SAY) and not before.mask & K.ADVERB


def _scope(draft: Draft, when: When | None) -> Scope:
    tokens = draft.phrase.tokens
    if when is not None and when.scope is not None:
        if when.scope == "period" and when.period.precision == "year" and when.period.basis == "stated" and _tells_one_event(tokens, draft):
            return "incident"
        return when.scope
    if any(token.mask & K.SO_FAR for token in tokens) and not _tells_one_event(tokens, draft):
        return "cumulative"
    running = any(token.word in _RUNNING for token in tokens)
    if running and (draft.count.stated or draft.count.low or 0) >= _MANY:
        return "cumulative"
    if when is not None and when.period.precision in ("month",) and not _tells_one_event(tokens, draft):
        return "period"
    return "incident"


def _tells_one_event(tokens: list[Token], draft: Draft) -> bool:
    """Tell whether the clause names one event: "a chemical attack", "an airstrike", "the car bomb"."""
    for index, token in enumerate(tokens):
        if token.word in _ONE_EVENT and index and abs(index - draft.at) < 14:  # noqa: PLR2004 (words of one clause)
            before = tokens[max(0, index - 4) : index]
            if any(t.mask & K.ARTICLE or t.word in ("the", "one", "this", "that", "another") for t in before):
                return True
    return False


def _places_for(found: list[Where], draft: Draft) -> list[Where]:
    """Return the places of the draft's own clause: those led by a preposition, not beyond the next verb of harm."""
    tokens = draft.phrase.tokens
    low, high = sorted((draft.group.start, draft.at))
    kept: list[Where] = []
    for where in found:
        if not where.led:
            continue
        if where.start > high and _another_clause(tokens, high + 1, where.start):
            continue
        if where.end <= low and _another_clause(tokens, where.end, low) and kept_later(found, high):
            continue
        kept.append(where)
    return kept or [where for where in found if where.led][:1]


def kept_later(found: list[Where], high: int) -> bool:
    """Tell whether a place of the same clause still follows."""
    return any(where.led and where.start > high for where in found)


def _another_clause(tokens: list[Token], start: int, stop: int) -> bool:
    verbs = sum(bool(token.mask & (K.PARTICIPLE | K.GERUND | K.DIES)) for token in tokens[start:stop])
    opened = any(token.word in (";", "while", "whereas", "but") for token in tokens[start:stop])
    numbers = any(token.mask & K.NUMBER and not token.mask & K.TIME for token in tokens[start:stop])
    return opened or (verbs > 0 and numbers)


def _with_country(places: list[Place], found: list[Where]) -> tuple[Place, ...]:
    """Return the places without repetition, an unknown one with the country that stands beside it."""
    countries = [where.place.country for where in found if where.place.country]
    only = countries[0] if len(set(countries)) == 1 else None
    seen: dict[str, Place] = {}
    for place in places:
        seen.setdefault(place.name.lower(), place if place.country else Place(place.name, only))
    return tuple(seen.values())
