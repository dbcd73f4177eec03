"""From a report and its claims to accounts: what this source says of each incident, one record each.

The same record as a monitor's row, so that matching asks one kind of question.
A text without a readable claim is still one account, of the day and the places
that it shows: it counts nobody, and it can be laid beside those that do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from untold.claims.account import Account, AccountDate, AccountPlace, DatePrecision
from untold.claims.accounts_of_texts.days_told import date_told
from untold.claims.accounts_of_texts.gathering import incidents_told, narrowest_place, offset_of
from untold.claims.accounts_of_texts.named_places import PlaceNamed, local_name, places_named
from untold.claims.claim import Attribution, Claim, Party, Place, Role
from untold.codebook.folding import is_arabic, name_key
from untold.codebook.places import find_place
from untold.reports.report import Report

_SUREST: dict[Role, int] = {"known": 0, "suspected": 1, "contested": 2, "denied": 3}
_PLATFORMS = frozenset({"twitter.com", "x.com", "facebook.com", "t.me", "youtube.com", "instagram.com", "tiktok.com"})
_WIDER = frozenset({"country", "region"})  # than a governorate
_WEEK, _DAYS_OF_MONTH = 7, 31
_DAY, _MONTH = 10, 7  # lengths of ISO prefixes


def accounts_of_report(report: Report, claims: Iterable[Claim]) -> tuple[Account, ...]:
    """Return a report's accounts, one for each incident that its claims tell of, in the order of the text.

    `claims` are those read of this report. Without one about an incident there
    is one account of the whole text; of a text without words there is none.
    The ids are the report's and the offset of the account's first claim, so
    the same text always yields the same accounts.
    """
    if not report.text.strip():
        return ()
    named = places_named(report)
    groups = incidents_told(claims)
    if not groups:
        return (_untold(report, named),)
    ends = [*(group[0].quote.start for group in groups[1:]), len(report.text)]
    alone = len(groups) == 1
    return tuple(_account(report, group, end, named if alone else ()) for group, end in zip(groups, ends, strict=True))


def _account(report: Report, claims: Sequence[Claim], end: int, named: Sequence[PlaceNamed]) -> Account:
    start = claims[0].quote.start
    last = max(claim.quote.end for claim in claims)
    alone = bool(named)
    return Account(
        id=f"{report.id}:{offset_of(claims[0])}",
        report=report.id,
        source=_source(report),
        claims=tuple(claim.id for claim in claims),
        date=_date(claims) or date_told(report),
        place=_place(claims, named),
        attributed_to=_attributions(claims),
        means=_commonest(claim.means for claim in claims),
        text=_story(report) if alone else report.text[start : max(end, last)].strip(),
    )


def _untold(report: Report, named: Sequence[PlaceNamed]) -> Account:
    """Return the one account of a text in which no claim of an incident was read."""
    start = next((zone.start for zone in report.zones if zone.kind != "furniture"), 0)
    return Account(
        id=f"{report.id}:{start}",
        report=report.id,
        source=_source(report),
        claims=(),
        date=date_told(report),
        place=_named_place(named),
        text=_story(report),
    )


def _source(report: Report) -> Party:
    """Return who publishes: the report's source, else who its address names, else a nameless party."""
    if report.source is not None:
        return Party(report.source.id, report.source.name)
    return Party(None, publisher_named(report.url or ""))


def publisher_named(address: str) -> str:
    """Return the publisher that an address names: a site, or an account of a platform that many publish on.

    >>> publisher_named("https://www.example.org/a"), publisher_named("https://x.com/someone/status/1")
    ('example.org', 'x.com/someone')
    >>> publisher_named("https://facebook.com/permalink.php?id=1")
    ''
    """
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    if host not in _PLATFORMS:
        return host
    first = parts.path.strip("/").split("/")[0]
    return f"{host}/{first}" if first and "." not in first else ""


def _story(report: Report) -> str:
    """Return the text without the page's furniture, or all of it where nothing else is there."""
    zones = [report.text[zone.start : zone.end] for zone in report.zones if zone.kind != "furniture"]
    return "".join(zones).strip() or report.text.strip()


def _date(claims: Sequence[Claim]) -> AccountDate | None:
    """Return the day of the first claim that has one, else its month or year; null where no claim is dated."""
    dated = [claim.period for claim in claims if claim.period.start is not None]
    for period in sorted(dated, key=lambda each: -len(each.start or "")):
        start, end = period.start, period.end or period.start
        if start is not None and end is not None and start[: len(end)] <= end[: len(start)]:
            return AccountDate(start, end, _precision(start, end))
    return None


def _precision(start: str, end: str) -> DatePrecision:
    """Return UCDP's precision of a date: a day, some days, a week, a month, a year.

    >>> _precision("2016-03-14", "2016-03-14"), _precision("2016-03-14", "2016-03-16"), _precision("2016-03", "2016-03")
    ('day', 'days', 'month')
    """
    if len(start) < _DAY or len(end) < _DAY:
        return "month" if start == end and len(start) == _MONTH else "year"
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    if days == 1:
        return "day"
    if days < _WEEK:
        return "days"
    return "week" if days == _WEEK else "month" if days <= _DAYS_OF_MONTH else "year"


def _place(claims: Sequence[Claim], named: Sequence[PlaceNamed]) -> AccountPlace:
    """Return the place that most claims give as their narrowest; where none gives one, what the text is about."""
    places = [place for claim in claims for place in claim.places]
    narrowest = [name_key(own.name) for claim in claims if (own := narrowest_place(claim)) is not None]
    if not narrowest:
        return _with_area(_named_place(named), places)
    chosen, _ = Counter(narrowest).most_common(1)[0]
    place = next(place for place in places if name_key(place.name) == chosen)
    found = AccountPlace(name=place.name, name_local=local_name(place.name), country=place.country)
    return _with_area(found, places)


def _with_area(place: AccountPlace, places: Sequence[Place]) -> AccountPlace:
    """Return a place with the region and the country that the claims name beside it, where it has none."""
    admin1 = place.admin1 or next((each.name for each in places if _kind(each.name) == "governorate"), None)
    country = place.country or next((each.country for each in places if each.country is not None), None)
    return AccountPlace(place.name, place.name_local, admin1=admin1, country=country)


def _named_place(named: Sequence[PlaceNamed]) -> AccountPlace:
    """Return the most prominent place of a text that is narrower than a region, with the region named most."""
    narrow = next((each for each in named if not each.is_wide), None)
    admin1 = next((each.name for each in named if each.is_wide and _kind(each.name) not in _WIDER), None)
    country = next((each.country for each in named if each.country is not None), None)
    if narrow is None:
        return AccountPlace(admin1=admin1, country=country)
    if is_arabic(narrow.name):
        known = find_place(narrow.name)
        return AccountPlace(
            known.name if known else None, narrow.name, admin1=admin1, country=narrow.country or country
        )
    return AccountPlace(narrow.name, local_name(narrow.name), admin1=admin1, country=narrow.country or country)


def _kind(name: str) -> str | None:
    known = find_place(name)
    return known.kind if known is not None else None


def _attributions(claims: Sequence[Claim]) -> tuple[Attribution, ...]:
    """Return whom the claims name, each once with the surest role that any gives it."""
    found: dict[str, Attribution] = {}
    for each in _all_attributions(claims):
        key = each.id or name_key(each.name)
        if key not in found or _SUREST[each.role] < _SUREST[found[key].role]:
            found[key] = each
    return tuple(found.values())


def _all_attributions(claims: Sequence[Claim]) -> Iterator[Attribution]:
    for claim in claims:
        yield from claim.attributed_to


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None
