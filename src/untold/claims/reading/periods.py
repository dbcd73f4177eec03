"""When: the days, windows and running totals that a sentence names.

"Over the past 18 months" is a window of a length before publication; "since
September 2014" runs until now; "on Tuesday" is a day. The words are kept, and
what they cannot be resolved to stays null.
"""

from datetime import date, timedelta

from untold.claims.claim import Basis, Period, Precision, Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.calendar_words import Dated, date_at
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.moments import When, before, precision_of, prefix, words_of
from untold.claims.reading.openings import (
    AGES,
    LENGTHS,
    PARTS_OF_YEAR,
    PAST,
    RANGES,
    TIME,
    TIME_WORDS,
    UNITS_TAKEN_UP,
    UNTIL,
)
from untold.claims.reading.since import dates_a_start, since_at, since_it_began
from untold.claims.reading.tokens import Token
from untold.claims.reading.windows import (
    ago_at,
    between_at,
    length_to_at,
    month_before,
    part_of_year_at,
    past_at,
    until_at,
    within_at,
    years_of_at,
)
from untold.codebook.wordlists import word_list

_PUNCTUATION_OR_AND = K.PUNCTUATION | K.AND
_TOLL_OR_HARM_NOUN_OR_TOTAL_OR_RECORD = K.TOLL | K.HARM_NOUN | K.TOTAL | K.RECORD
_AGE_LINKS = closed_set("periods", "age_links")
_TAKING_UP = frozenset(word_list("when")["taking_up"]["words"])
_DAYS_OF_WEEK = 7


def find_times(tokens: list[Token], published: date | None) -> list[When]:
    """Return the times of a sentence in order; mark their tokens, so that no number in them counts people."""
    found: list[When] = []
    free = 0  # where the last expression ended
    for index in [at for at, token in enumerate(tokens) if token.opens & TIME]:
        if index < free:
            continue
        if tokens[index].word in AGES:
            _mark_ages(tokens, index + 1)
        when = _time_at(tokens, index, published)
        if when is None:
            continue
        for marked in tokens[when.start : when.end]:
            marked.mask |= K.TIME
        found.append(when)
        free = when.end
    return _joined(found, tokens) if len(found) > 1 else found


def _mark_ages(tokens: list[Token], index: int) -> None:
    """Mark the numbers of "aged 52, 58 and 63", which count nobody."""
    spelled = K.NUMBER | K.UNIT
    while index < len(tokens) and (tokens[index].mask & spelled or tokens[index].word in _AGE_LINKS):
        if tokens[index].mask & spelled:
            tokens[index].mask |= K.TIME
        index += 1


def _time_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    token = tokens[index]
    if token.word in TIME_WORDS:
        return _phrase_at(tokens, index, published)
    if token.mask & K.SPAN_WORD:
        if since_it_began(tokens, index):
            return None
        return _span_word(tokens, index, published)
    if token.mask & K.SO_FAR:
        return When(Period(words=token.word), "cumulative", index, index + 1)
    dated = date_at(tokens, index, published)
    return _day(tokens, dated) if dated is not None else None


def _phrase_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read an expression of several words by the word that tells it apart."""
    word = tokens[index].word
    when = None
    if word == "since":
        when = since_at(tokens, index, published)
    elif word in RANGES:
        when = between_at(tokens, index, published)
    elif word in UNTIL:
        when = until_at(tokens, index, published)
    elif word == "ago":
        when = ago_at(tokens, index, published)
    elif word in PARTS_OF_YEAR:
        when = part_of_year_at(tokens, index, published)
    elif word in LENGTHS:
        when = (
            length_to_at(tokens, index, published)
            or years_of_at(tokens, index, published)
            or within_at(tokens, index, published)
        )
    if when is None and word in UNITS_TAKEN_UP:
        when = _taking_up(tokens, index) or _this_unit(tokens, index, published)
    return past_at(tokens, index, published) if when is None and word in PAST else when


def _day(tokens: list[Token], dated: Dated) -> When:
    start = dated.start
    if start and tokens[start - 1].word in ("on", "in", "during"):
        start -= 1
    basis: Basis = "before_publication" if dated.relative else "stated"
    words = words_of(tokens, start, dated.end)
    if dates_a_start(tokens, start):
        since = Period(dated.value, None, None, precision_of(dated.value), basis, words)
        return When(since, "cumulative", start, dated.end, dates_a_start=True)
    precision: Precision = "day" if dated.precision == "day" else "month" if dated.precision == "month" else "year"
    period = Period(dated.value, dated.value, None, precision, basis, words)
    return When(period, "period" if dated.precision == "year" else None, start, dated.end)


def _taking_up(tokens: list[Token], index: int) -> When | None:
    """Read "in the same period", "in that month", "in the month": a window told before."""
    if not index:
        return None
    word = tokens[index - 1].word
    led = index > 1 and tokens[index - 2].word in ("in", "during", "over", "for")
    alone = index + 1 == len(tokens) or tokens[index + 1].mask & _PUNCTUATION_OR_AND
    if word in _TAKING_UP and (led or alone):
        start = index - 2 if led else index - 1
    elif word == "the" and led and alone and tokens[index].word in ("period", "month"):
        start = index - 2
    else:
        return None
    return When(Period(words=words_of(tokens, start, index + 1)), "period", start, index + 1, takes_up="window")


def _this_unit(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "the week's toll", "the month's dead": the calendar's week, month or year of publication."""
    unit = tokens[index].word
    owned = 0 < index < len(tokens) - 2 and tokens[index + 1].word == "'s" and tokens[index - 1].word in ("the", "this")
    if not owned or not tokens[index + 2].mask & _TOLL_OR_HARM_NOUN_OR_TOTAL_OR_RECORD:
        return None
    words = words_of(tokens, index - 1, index + 1)
    precision: Precision = "week" if unit == "week" else "month" if unit == "month" else "year"
    start, end = _calendar_span(published, unit, 0) if published is not None else (None, None)
    return When(Period(start, end, None, precision, "before_publication", words), "period", index - 1, index + 1)


def _span_word(tokens: list[Token], index: int, published: date | None) -> When:
    token = tokens[index]
    unit, _, back = str(token.value(K.SPAN_WORD)).partition(":")
    precision: Precision = "span" if unit in ("weekend", "overnight") else "week" if unit == "week" else "month"
    precision = "year" if unit == "year" else precision
    start, end = _calendar_span(published, unit, int(back)) if published is not None else (None, None)
    if dates_a_start(tokens, index):
        since = Period(start, None, None, precision_of(start), "before_publication", token.word)
        return When(since, "cumulative", index, index + 1, dates_a_start=True)
    scope: Scope | None = "period" if unit == "year" and published is not None else None
    return When(Period(start, end, None, precision, "before_publication", token.word), scope, index, index + 1)


def _calendar_span(published: date, unit: str, back: int) -> tuple[str, str]:
    if unit == "overnight":
        return (published - timedelta(days=1)).isoformat(), published.isoformat()
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() + 2) % _DAYS_OF_WEEK or _DAYS_OF_WEEK)
        return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + _DAYS_OF_WEEK * back)
        return monday.isoformat(), min(monday + timedelta(days=_DAYS_OF_WEEK - 1), published).isoformat()
    value = prefix(before(published.replace(day=1), back, unit), unit)
    return value, value


def _joined(found: list[When], tokens: list[Token]) -> list[When]:
    """Join "on Saturday and Sunday" and "in January and February 2016" into one window."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        if last is not None and _joins(last, when, tokens):
            joined[-1] = _window_of(last, when, tokens)
        else:
            joined.append(when)
    return joined


def _window_of(last: When, when: When, tokens: list[Token]) -> When:
    first, second = last.period.start or "", when.period.start or ""
    months = when.period.precision == "month"
    if months and last.period.basis != when.period.basis == "stated":
        first = month_before(int(first[5:7]), second)
    first, second = sorted((first, second))
    period = Period(first, second, None, "span", when.period.basis, words_of(tokens, last.start, when.end))
    return When(period, "period" if months else None, last.start, when.end)


def _joins(last: When, when: When, tokens: list[Token]) -> bool:
    between = tokens[last.end : when.start]
    return (
        len(between) == 1
        and between[0].word in ("and", "to")
        and last.period.precision == when.period.precision
        and when.period.precision in ("day", "month")
        and None not in (last.period.start, last.period.end, when.period.start, when.period.end)
    )
