"""When: the days, windows and running totals that a sentence names.

"Over the past 18 months" is a window of a length before publication; "since
September 2014" runs until now; "on Tuesday" is a day. The words are kept, and
what they cannot be resolved to stays null.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from untold.claims.claim import Basis, Period, Precision, Scope
from untold.claims.reading import kinds as K
from untold.claims.reading.calendar_words import Dated, date_at
from untold.claims.reading.counting import read_number
from untold.claims.reading.tokens import Token
from untold.codebook.events import Event, since_names
from untold.codebook.folding import name_key
from untold.codebook.wordlists import word_list

_DURATION_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_EVENT_WORDS = 9  # words of an event's name after "since"
_SINCE_REACH = 18  # words after "since" in which its date may stand
_RECENT_DAYS = 45  # a "since" that began this recently is a window, not the run of a war


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: its period, the kind of scope it speaks for, and its tokens."""

    period: Period
    scope: Scope | None  # None: a day or a month, which an event or a window may have
    start: int
    end: int
    dates_a_start: bool = False  # it says when a war or operation began


def find_times(tokens: list[Token], published: date | None) -> list[When]:
    """Return the time expressions of a sentence in order, and mark their tokens so that no number in them counts people."""
    found: list[When] = []
    index = 0
    count = len(tokens)
    while index < count:
        token = tokens[index]
        if not token.mask & _STARTS and token.word not in _OPENING:
            index += 1
            continue
        if token.word in _AGES:
            _mark_ages(tokens, index + 1)
        when = _time_at(tokens, index, published)
        if when is None:
            index += 1
            continue
        for token in tokens[max(when.start, index) : when.end]:
            token.mask |= K.TIME
        found.append(when)
        index = max(when.end, index + 1)
    return _joined_days(found, tokens)


DAY_WORDS = K.MONTH | K.NUMBER | K.WEEKDAY | K.RELATIVE_DAY | K.SPAN_WORD | K.TIME  # a day or a window needs one of these


def _mark_ages(tokens: list[Token], index: int) -> None:
    """Mark the numbers of "aged 52, 58 and 63", which count nobody."""
    while index < len(tokens) and (tokens[index].mask & K.NUMBER or tokens[index].word in (",", "and", "between", "to", "from", "of")):
        if tokens[index].mask & K.NUMBER:
            tokens[index].mask |= K.TIME
        index += 1


_STARTS = K.MONTH | K.NUMBER | K.WEEKDAY | K.RELATIVE_DAY | K.SPAN_WORD | K.SO_FAR | K.EXACT | K.TIME | K.UNIT | K.FIXED


def _time_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    token = tokens[index]
    word = token.word
    if word == "since":
        return _since(tokens, index, published)
    if word in ("between", "from"):
        return _between(tokens, index, published)
    if word in _PAST:
        return _past(tokens, index, published)
    if not token.mask & _STARTS:
        return None
    if token.mask & K.SPAN_WORD:
        return _span_word(token, index, published)
    if token.mask & K.SO_FAR:
        return When(Period(words=word), "cumulative", index, index + 1)
    dated = date_at(tokens, index, published)
    return _day(tokens, dated) if dated is not None else None


_PAST = frozenset(word_list("when")["past"]["words"])
_AGES = frozenset({"aged", "ages", "age"})
_OPENING = _PAST | _AGES | {"since", "between", "from"}
_UNITS: dict[str, str] = word_list("when")["units"]
_STARTING = frozenset(word_list("when")["events_of_start"]["words"])
_LONG = frozenset(word_list("when")["events_of_start"]["long"])
_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])
_BEGINNING = frozenset(word_list("when")["events_of_start"]["begin"])


def _day(tokens: list[Token], dated: Dated) -> When:
    start = dated.start
    if start and tokens[start - 1].word in ("on", "in", "during"):
        start -= 1
    if _dates_a_start(tokens, start):
        since = Period(dated.value, None, None, _precision(dated.value), "before_publication" if dated.relative else "stated", _words(tokens, start, dated.end))
        return When(since, "cumulative", start, dated.end, dates_a_start=True)
    precision: Precision = "day" if dated.precision == "day" else "month" if dated.precision == "month" else "year"
    basis: Basis = "before_publication" if dated.relative else "stated"
    period = Period(dated.value, dated.value, None, precision, basis, _words(tokens, start, dated.end))
    return When(period, "period" if dated.precision == "year" else None, start, dated.end)


def _dates_a_start(tokens: list[Token], start: int) -> bool:
    """Read "the war began in March 2011", "an offensive which began last weekend"."""
    if not start or tokens[start - 1].word not in _BEGINNING:
        return False
    return any(token.word in _LONG or token.mask & K.EVENT_NAME for token in tokens[max(0, start - 9) : start - 1])


def _words(tokens: list[Token], start: int, end: int) -> str:
    """Return the words of an expression; the reader replaces them by the report's own."""
    return " ".join(token.word for token in tokens[start:end])


def _past(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "over the past 18 months", "in the last 24 hours", "the past few days"."""
    here = index + 1
    number = read_number(tokens, here) if here < len(tokens) and tokens[here].mask & (K.NUMBER | K.UNIT | K.FIXED | K.ARTICLE | K.UNBOUNDED) else None
    if number is not None:
        here = number.end
    if here < len(tokens) and tokens[here].mask & K.SCALE:
        here += 1
    unit = _UNITS.get(tokens[here].word) if here < len(tokens) else None
    if unit is None or (number is None and tokens[here].word in ("hour", "day", "week", "month", "year") and tokens[index].word == "last"):
        return None
    count = number.count.stated if number is not None else (1 if not tokens[here].word.endswith("s") else None)
    start = index
    while start and tokens[start - 1].word in ("the", "over", "in", "during", "within", "for", "throughout", "of", "this"):
        start -= 1
    return When(_before(count, unit, published, _words(tokens, start, here + 1)), "period", start, here + 1)


def _before(count: int | None, unit: str, published: date | None, words: str) -> Period:
    if count is None:
        return Period(None, None, None, "span", "before_publication", words)
    duration = f"PT{count}H" if unit == "hour" else f"P{count}{_DURATION_LETTER[unit]}"
    precision: Precision = "day" if unit in ("hour", "day") else "week" if unit == "week" else "month" if unit == "month" else "year"
    if published is None:
        return Period(None, None, duration, precision, "before_publication", words)
    return Period(_back(published, count, unit).isoformat(), published.isoformat(), duration, precision, "before_publication", words)


def _back(day: date, count: int, unit: str) -> date:
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        if months < 12:  # noqa: PLR2004 (before the year 1)
            return date.min
        return _clipped(months // 12, months % 12 + 1, day.day)
    days = {"hour": (count + 23) // 24, "day": count, "week": count * 7}[unit]
    return day - timedelta(days=min(days, day.toordinal() - 1))


def _clipped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def _span_word(token: Token, index: int, published: date | None) -> When:
    unit, _, back = str(token.value(K.SPAN_WORD)).partition(":")
    precision: Precision = "week" if unit == "week" else "span" if unit in ("weekend", "overnight") else "month" if unit == "month" else "year"
    if published is None:
        return When(Period(None, None, None, precision, "before_publication", token.word), None, index, index + 1)
    start, end = _calendar_span(published, unit, int(back))
    scope: Scope | None = "period" if unit == "year" else None
    return When(Period(start, end, None, precision, "before_publication", token.word), scope, index, index + 1)


def _calendar_span(published: date, unit: str, back: int) -> tuple[str, str]:
    if unit == "overnight":
        return (published - timedelta(days=1)).isoformat(), published.isoformat()
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() + 2) % 7 or 7)
        return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + 7 * back)
        return monday.isoformat(), min(monday + timedelta(days=6), published).isoformat()
    day = _back(published.replace(day=1), back, unit)
    value = f"{day.year:04d}-{day.month:02d}" if unit == "month" else f"{day.year:04d}"
    return value, value


def _between(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "between 3 and 8 May", "from March to May 2016", "between 2014 and 2016"."""
    for here in range(index + 2, min(index + 6, len(tokens))):
        if tokens[here].word not in ("and", "to", "until", "till"):
            continue
        after = here + 1
        if after < len(tokens) and tokens[after].word in ("on", "the"):
            after += 1
        second = date_at(tokens, after, published) if after < len(tokens) else None
        if second is None or second.value is None:
            return None
        first = _first_of_span(tokens, index + 1, here, second, published)
        return first and When(Period(first, second.value, None, "span", "stated", _words(tokens, index, second.end)), "period", index, second.end)
    return None


def _first_of_span(tokens: list[Token], start: int, stop: int, second: Dated, published: date | None) -> str | None:
    token = tokens[start]
    if stop == start + 1 and token.mask & K.NUMBER and second.value and second.precision == "day" and token.number and token.number <= 31:  # noqa: PLR2004
        return f"{second.value[:8]}{int(token.number):02d}"
    if stop == start + 1 and token.mask & K.MONTH and second.value:
        return f"{second.value[:4]}-{int(str(token.value(K.MONTH))):02d}"
    first = date_at(tokens, start, published)
    if first is None or first.value is None or second.value is None:
        return None
    return min(first.value, second.value)


def _since(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "since September 2014", "since the start of the war", "since the conflict began in 2011", "since Saturday"."""
    stop = min(len(tokens), index + _SINCE_REACH)
    event: Event | None = None
    noun, begins, words_end = "", False, index + 1
    named = _event_after(tokens, index)
    if named is not None:
        event, words_end = named
        noun = event.name
    for here in range(words_end, stop):
        token = tokens[here]
        if token.mask & K.EVENT_NAME and event is None and isinstance(named := token.value(K.EVENT_NAME), Event):
            event, words_end, noun = named, here + 1, token.word
        if here == index + 1 or begins or noun or tokens[here - 1].word in ("in", "on", "of", "early", "late", "mid"):
            dated = date_at(tokens, here, published)
            if dated is not None:
                return _since_date(tokens, index, dated, noun=noun, begins=begins, published=published)
        if token.word in _STARTING or token.mask & K.MEANS:
            noun, words_end = noun or token.word, here + 1
        if token.word in _BEGINNING:
            begins, words_end = True, here + 1
        if token.word in (".", ";", ")", "\u2014", "--", ":") or token.mask & K.SAY or token.mask & (K.PARTICIPLE | K.DIES):
            break
    if event is not None:
        return When(Period(event.start, None, None, _precision(event.start), "event", _words(tokens, index, words_end)), "cumulative", index, words_end)
    if noun and (begins or noun in _RUNNING):
        return When(Period(None, None, None, None, "event", _words(tokens, index, words_end)), "cumulative", index, words_end)
    if index + 1 < len(tokens) and tokens[index + 1].word == "then":
        return When(Period(words="since then"), "cumulative", index, index + 2)
    return None


def _event_after(tokens: list[Token], index: int) -> tuple[Event, int] | None:
    """Return the dated event that "since" names, the longest phrase first, and where its words end."""
    for end in range(min(len(tokens), index + _EVENT_WORDS), index + 1, -1):
        event = since_names().get(name_key(" ".join(token.word for token in tokens[index + 1 : end])))
        if event is not None:
            return event, end
    return None


def _since_date(tokens: list[Token], index: int, dated: Dated, *, noun: str, begins: bool, published: date | None) -> When:
    recent = dated.precision == "day" and published is not None and dated.value is not None and (published - date.fromisoformat(dated.value)).days <= _RECENT_DAYS
    running = begins
    weekday_alone = dated.precision == "day" and dated.relative and not running
    scope: Scope = "period" if weekday_alone or (recent and not running) else "cumulative"
    basis: Basis = "before_publication" if dated.relative else "stated"
    return When(Period(dated.value, None, None, _precision(dated.value), basis, _words(tokens, index, dated.end)), scope, index, dated.end, dates_a_start=running)


def _precision(value: str | None) -> Precision | None:
    return None if value is None else "year" if len(value) == 4 else "month" if len(value) == 7 else "day"  # noqa: PLR2004 (ISO prefixes)


def _joined_days(found: list[When], tokens: list[Token]) -> list[When]:
    """Join "on Saturday and Sunday" into one window of two days."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        if last is not None and _joins(last, when, tokens):
            first, second = sorted((last.period.start or "", when.period.start or ""))
            joined[-1] = When(Period(first, second, None, "span", when.period.basis, _words(tokens, last.start, when.end)), None, last.start, when.end)
        else:
            joined.append(when)
    return joined


def _joins(last: When, when: When, tokens: list[Token]) -> bool:
    between = tokens[last.end : when.start]
    return (
        len(between) == 1
        and between[0].word in ("and", "to")
        and last.period.precision == when.period.precision == "day"
        and last.period.start is not None
        and when.period.start is not None
    )
