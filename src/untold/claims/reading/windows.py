"""Windows: lengths before publication, spans between two dates, and parts of a year.

A window with both its ends is kept as precisely as it is said; one without a
day of publication keeps its length alone.
"""

from datetime import date

from untold.claims.claim import Period, Precision
from untold.claims.reading import kinds as K
from untold.claims.reading.calendar_words import Dated, date_at
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.counting import Number, read_number
from untold.claims.reading.moments import When, before, precision_of, prefix, words_of
from untold.claims.reading.tokens import Token
from untold.codebook.wordlists import word_list

_PUNCTUATION_OR_HARM_OR_PREPOSITION = K.PUNCTUATION | K.HARM | K.PREPOSITION
_LETTER = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_NUMBERS = K.NUMBER | K.UNIT | K.FIXED | K.ARTICLE | K.UNBOUNDED
_LONGEST_NUMBER = 4  # words of a number before "ago"
_SECOND_WITHIN = 6  # words of the first date of a span
_LAST_DAY = 31
_SHORT_UNITS = closed_set("windows", "short_units")
_WITHIN = closed_set("windows", "within")
_UNITS: dict[str, str] = word_list("when")["units"]
_ONE_UNIT = closed_set("windows", "one_unit")
_LEADS_LENGTH = closed_set("windows", "leads_length")
_PARTS: dict[str, list[int]] = word_list("when")["parts_of_year"]  # "first half": its first and last month
_RUNNING = frozenset(word_list("when")["events_of_start"]["running"])


def past_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "over the past 18 months", "in the last 24 hours", "the past few days"."""
    here = index + 1
    number = read_number(tokens, here) if here < len(tokens) and tokens[here].mask & _NUMBERS else None
    here = here if number is None else number.end
    if here < len(tokens) and tokens[here].mask & K.SCALE:
        here += 1
    unit = _UNITS.get(tokens[here].word) if here < len(tokens) else None
    if unit is None or (number is None and tokens[here].word in _ONE_UNIT and tokens[index].word == "last"):
        return None
    count = number.count.stated if number is not None else (1 if not tokens[here].word.endswith("s") else None)
    start = _led_from(tokens, index)
    return When(_length(count, unit, published, words_of(tokens, start, here + 1)), "period", start, here + 1)


def _led_from(tokens: list[Token], start: int) -> int:
    while start and tokens[start - 1].word in _LEADS_LENGTH:
        start -= 1
    return start


def _length(count: int | None, unit: str, published: date | None, words: str) -> Period:
    if count is None:
        return Period(None, None, None, "span", "before_publication", words)
    duration = _duration(count, unit)
    precision = _precision_of_unit(unit)
    if published is None:
        return Period(None, None, duration, precision, "before_publication", words)
    first = before(published, count, unit).isoformat()
    return Period(first, published.isoformat(), duration, precision, "before_publication", words)


def _duration(count: int, unit: str) -> str:
    return f"PT{count}H" if unit == "hour" else f"P{count}{_LETTER[unit]}"


def _precision_of_unit(unit: str) -> Precision:
    return "week" if unit == "week" else "month" if unit == "month" else "year" if unit == "year" else "day"


def ago_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "three days ago", "two weeks ago", "a year ago": one time, as near as its unit says."""
    unit = _UNITS.get(tokens[index - 1].word) if index > 1 else None
    number = _number_until(tokens, index - 1) if unit is not None else None
    if unit is None or number is None:
        return None
    words, start = words_of(tokens, number.start, index + 1), number.start
    precision = _precision_of_unit(unit)
    if published is None or number.count.stated is None:
        return When(Period(None, None, None, precision, "before_publication", words), None, start, index + 1)
    value = prefix(before(published, number.count.stated, unit), precision)
    period = Period(value, value, None, precision, "before_publication", words)
    return When(period, "period" if unit == "year" else None, start, index + 1)


def within_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "in 24 hours", "within two days", "in less than 48 hours": so long until publication.

    `index` is the unit; longer lengths without "past" are seldom those just gone.
    """
    number = _number_until(tokens, index) if tokens[index].word in _SHORT_UNITS else None
    if number is None or number.count.stated is None or not number.start:
        return None
    if tokens[number.start - 1].word not in _WITHIN:
        return None
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if after in ("after", "before", "'"):
        return None  # "within two days after the strike"
    start = number.start - 1
    words = words_of(tokens, start, index + 1)
    lasted = after == "of" and tokens[index].word == "days"  # "in two days of fighting": today is one of them
    period = _length(number.count.stated - lasted, _UNITS[tokens[index].word], published, words)
    return When(period, "period", start, index + 1)


def _number_until(tokens: list[Token], end: int) -> Number | None:
    """Return the longest number expression that ends at `end`."""
    for start in range(max(0, end - _LONGEST_NUMBER), end):
        if tokens[start].mask & K.COUNTING and (number := read_number(tokens, start)) is not None and number.end == end:
            return number
    return None


def years_of_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "two years of coalition bombing", "six months of war": the length of a whole campaign.

    `index` is the unit; what it is the length of must be a means or a war.
    """
    of = index + 1 < len(tokens) and tokens[index + 1].word == "of"
    number = _number_until(tokens, index) if of else None
    if number is None or number.count.stated is None:
        return None
    for end in range(index + 2, min(index + 6, len(tokens))):
        token = tokens[end]
        if token.mask & K.MEANS or token.word in _RUNNING:
            unit = _UNITS[tokens[index].word]
            words = words_of(tokens, number.start, index + 1)
            if tokens[index].word in _SHORT_UNITS:  # of which publication is the end
                return When(_length(number.count.stated, unit, published, words), "period", number.start, index + 1)
            period = Period(None, None, _duration(number.count.stated, unit), _precision_of_unit(unit), "stated", words)
            return When(period, "cumulative", number.start, index + 1)
        if token.mask & _PUNCTUATION_OR_HARM_OR_PREPOSITION:
            return None
    return None


def length_to_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "the six months to June 2016", "the half year to October": a length that ends with a month.

    `index` is the unit.
    """
    end = index + 2
    if end >= len(tokens) or tokens[index + 1].word not in ("to", "until") or not tokens[end].mask & K.MONTH:
        return None
    dated = date_at(tokens, end, published)
    months, first = _months_before(tokens, index)
    if dated is None or dated.value is None or dated.precision != "month" or not months:
        return None
    start = _led_from(tokens, first)
    year, month = (int(piece) for piece in dated.value.split("-"))
    opening = year * 12 + month - months
    words = words_of(tokens, start, dated.end)
    period = Period(f"{opening // 12:04d}-{opening % 12 + 1:02d}", dated.value, None, "span", "stated", words)
    return When(period, "period", start, dated.end)


def _months_before(tokens: list[Token], index: int) -> tuple[int, int]:
    """Return how many months stand at a unit ("half year", "six months", "the year"), and where their words begin."""
    unit, before_it = tokens[index].word, tokens[index - 1].word if index else ""
    if unit == "year":
        return (6, index - 1) if before_it == "half" else (12, index) if before_it == "the" else (0, index)
    number = _number_until(tokens, index) if unit in ("months", "years") else None
    if number is None or number.count.stated is None:
        return 0, index
    return number.count.stated * (12 if unit == "years" else 1), number.start


def part_of_year_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "the first half of 2015", "the first three months of the year", "the last quarter of last year"."""
    found = _months_of_part(tokens, index)
    if found is None or found[1] + 1 >= len(tokens) or tokens[found[1]].word != "of":
        return None
    (first, last), end = found
    year, end = _year_at(tokens, end + 1, published)
    start = _led_from(tokens, index)
    if not end:
        return None
    words = words_of(tokens, start, end)
    if year is None:
        return When(Period(None, None, None, "span", "before_publication", words), "period", start, end)
    period = Period(f"{year}-{first:02d}", f"{year}-{last:02d}", None, "span", "stated", words)
    return When(period, "period", start, end)


def _months_of_part(tokens: list[Token], index: int) -> tuple[list[int], int] | None:
    """Return the first and last month of "first half", "second quarter", "first three months", and where it ends."""
    if index + 1 >= len(tokens):
        return None
    word, after = tokens[index].word.removeprefix("the "), tokens[index + 1]
    named = _PARTS.get(f"{word} {after.word}")
    if named is not None:
        return named, index + 2
    number = read_number(tokens, index + 1) if after.mask & _NUMBERS else None
    months = number.count.stated if number is not None else None
    if number is None or not months or months > 12 or number.end >= len(tokens) or tokens[number.end].word != "months":  # noqa: PLR2004 (months of a year)
        return None
    if word not in ("first", "last"):
        return None
    return ([1, months] if word == "first" else [13 - months, 12]), number.end + 1


def _year_at(tokens: list[Token], index: int, published: date | None) -> tuple[str | None, int]:
    """Return the year of "2015", "the year", "last year", and where it ends; the end is 0 if there is none."""
    token = tokens[index]
    dated = date_at(tokens, index, published)
    if dated is not None and dated.precision == "year":
        return dated.value, dated.end
    back = {"this year": 0, "last year": 1}.get(token.word)
    if back is not None:
        return (f"{published.year - back:04d}" if published else None), index + 1
    if token.word == "the" and index + 1 < len(tokens) and tokens[index + 1].word == "year":
        return (f"{published.year:04d}" if published else None), index + 2
    return None, 0


def between_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "between 3 and 8 May", "from March to May 2016", "from April 2014 to the end of 2021"."""
    for here in range(index + 2, min(index + _SECOND_WITHIN, len(tokens))):
        if tokens[here].word not in ("and", "to", "until", "till", "through"):
            continue
        after = _past_the_end_of(tokens, here + 1)
        second = date_at(tokens, after, published) if after < len(tokens) else None
        if second is None or second.value is None:
            return None
        first = _first_of_span(tokens, index + 1, here, second, published)
        if first is None:
            return None
        period = Period(first, second.value, None, "span", "stated", words_of(tokens, index, second.end))
        return When(period, "period", index, second.end)
    return None


def _past_the_end_of(tokens: list[Token], here: int) -> int:
    """Return where the date stands behind "on", "the", "the end of"."""
    while here < len(tokens) and tokens[here].word in ("on", "the", "end", "late", "early", "of", "the end"):
        here += 1
    return here


def _first_of_span(tokens: list[Token], start: int, stop: int, second: Dated, published: date | None) -> str | None:
    """Return the first date of a span; what it leaves out the second says."""
    token = tokens[start]
    if second.value is None:
        return None
    if stop == start + 1 and token.mask & K.NUMBER and second.precision == "day" and token.number:
        return f"{second.value[:8]}{int(token.number):02d}" if token.number <= _LAST_DAY else None
    if stop == start + 1 and token.mask & K.MONTH:
        return month_before(int(str(token.value(K.MONTH))), second.value)
    first = date_at(tokens, _past_the_end_of(tokens, start), published)
    return min(first.value, second.value) if first is not None and first.value is not None else None


def month_before(month: int, value: str) -> str:
    """Return a month without a year as the one at or before a date: "November" before "2016-02" is of 2015."""
    year = int(value[:4])
    return f"{year - 1 if f'{month:02d}' > value[5:7] != '' else year:04d}-{month:02d}"


def until_at(tokens: list[Token], index: int, published: date | None) -> When | None:
    """Read "by the end of 2021", "until March 2016": a total until then; a day is that of its telling."""
    here = _past_the_end_of(tokens, index + 1)
    dated = date_at(tokens, here, published) if here < len(tokens) else None
    if dated is None or dated.value is None or dated.precision == "day":
        return None
    words = words_of(tokens, index, dated.end)
    period = Period(None, dated.value, None, precision_of(dated.value), "stated", words)
    return When(period, "cumulative", index, dated.end)
