"""When a text says that it happened, where no claim of it has a day: its publication, its address, the days it prints.

Most of what a recorder copies from the social web has lost its date. What is
left is sure or it is nothing: the day of publication, the time that an address
itself holds, or the one day about which all printed dates gather.
"""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

from untold.claims.account import AccountDate
from untold.reports.page_dates import dates_in
from untold.reports.report import Report

# A number of a post on X holds its time: milliseconds since this instant, above 22 bits of machine and sequence
# (Twitter, "Announcing Snowflake", 2010).
_POST = re.compile(r"^https?://(?:\w+\.)?(?:twitter|x)\.com/[^/]+/status/(\d{15,20})\b")
_POST_EPOCH_MS, _POST_SHIFT = 1_288_834_974_657, 22
# "/2021/24-november-...": the day and the month in words, after the year.
_WORDED = re.compile(r"/(20\d\d)/(\d{1,2})-([a-z]{3,9})-")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = 10  # length of YYYY-MM-DD
_NEWS = timedelta(days=7)  # a printed day older than this is background
_LEDE = 500  # characters
_EVE = timedelta(days=1)  # what is news on a day happened on it or on the day before


def date_told(report: Report) -> AccountDate:
    """Return when the news of a report happened, as far as the report itself dates it; nulls where it does not.

    A day that the story prints, within a week up to its publication, is its
    day; otherwise it is the day of publication or the one before. Without a
    publication date a day counts that its first lines print, or that it prints
    twice, where all printed days lie within a week.
    """
    published = published_day(report)
    printed = _printed(report)
    if published is not None:
        near = [day for day, _ in printed if timedelta(0) <= published - day <= _NEWS]
        return _between(min(near), max(near)) if near else _between(published - _EVE, published)
    days = [day for day, _ in printed]
    if not days or max(days) - min(days) > _NEWS:
        return AccountDate()
    day, times = Counter(days).most_common(1)[0]
    is_prominent = times > 1 or min(at for printed_day, at in printed if printed_day == day) < _LEDE
    return _between(day - _EVE, day) if is_prominent else AccountDate()


def published_day(report: Report) -> date | None:
    """Return the day of publication: the report's own or the one that its address holds, the earlier of them.

    An address is given once; the day that a page prints may be that of a crawl or of its last edit.

    >>> from untold.reports.plain_text import report_from_text
    >>> post = report_from_text("A strike.", url="https://x.com/someone/status/1428658062750646272")
    >>> published_day(post)
    datetime.date(2021, 8, 20)
    """
    values = [each.value for each in report.date_candidates if each.kind == "url"]
    days = [date.fromisoformat(value) for value in (report.published, *values) if value and len(value) == _DAY]
    address = report.url or ""
    return min((day for day in (*days, _of_post(address), _of_words(address)) if day is not None), default=None)


def _of_post(address: str) -> date | None:
    found = _POST.match(address)
    if found is None:
        return None
    seconds = ((int(found[1]) >> _POST_SHIFT) + _POST_EPOCH_MS) / 1000
    return datetime.fromtimestamp(seconds, UTC).date()


def _of_words(address: str) -> date | None:
    found = _WORDED.search(address.lower())
    if found is None or found[3][:3] not in _MONTHS:
        return None
    try:
        return date(int(found[1]), _MONTHS.index(found[3][:3]) + 1, int(found[2]))
    except ValueError:
        return None


def _printed(report: Report) -> list[tuple[date, int]]:
    """Return the whole days that the story prints and where, in any of the languages whose months are known."""
    story = [zone for zone in report.zones if zone.kind != "furniture"]
    found = (each for zone in story for each in dates_in(report.text, zone.start, zone.end))
    return [(date.fromisoformat(each.value), each.start) for each in found if len(each.value) == _DAY]


def _between(first: date, last: date) -> AccountDate:
    start, end = first.isoformat(), last.isoformat()
    return AccountDate(start, end, "day" if start == end else "days")
