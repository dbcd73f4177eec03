"""Accounts written in the columns that a mapping names, which is the mapping read the other way."""

from collections.abc import Mapping, Sequence

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.bounds import as_bounds, hull, of_group
from untold.claims.columns.mapping_file import ColumnMapping
from untold.codebook.counts import Count
from untold.codebook.places import country_name


def write_mapped(mapping: ColumnMapping, account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells that a mapping's list has for an account and its claims."""
    place, stated, date = account.place, account.stated, account.date
    quoted = next((one.claimant.name for one in claims if one.claimant and one.claimant != account.source), "")
    fields = {
        "code": ";".join(account.codes),
        "previous_codes": ";".join(stated.previous_codes),
        "cited_codes": ";".join(stated.codes),
        "date": _written_day(mapping, date.start),
        "date_end": "" if date.end == date.start else _written_day(mapping, date.end),
        "time": date.time_of_day,
        "place": place.name,
        "place_local": place.name_local,
        "lat": None if place.lat is None else repr(place.lat),
        "lon": None if place.lon is None else repr(place.lon),
        "precision": _word(mapping, "precision", place.precision),
        "admin1": place.admin1,
        "country": country_name(place.country) if place.country else None,
        "actor": "; ".join(one.name for one in account.attributed_to),
        "means": _word(mapping, "means", account.means),
        "claimant": quoted,
        "text": account.text,
        "grade": _word(mapping, "grade", stated.grade),
        "strike_status": _word(mapping, "strike_status", stated.strike_status),
        "position": _word(mapping, "position", stated.position),
    }
    written = {column: fields[field] or "" for field, column in mapping.columns.items()}
    return {**written, **_written_counts(mapping, claims)}


def _written_day(mapping: ColumnMapping, day: str | None) -> str:
    if day is None or mapping.dates in {"iso", "ymd"} or len(day) < len("2016-03-14"):
        return day or ""
    parts = dict(zip("ymd", day.split("-"), strict=True))
    return "/".join(parts[letter] for letter in mapping.dates)


def _word(mapping: ColumnMapping, field: str, slug: str | None) -> str | None:
    back = {meaning: word for word, meaning in reversed(mapping.words.get(field, {}).items())}
    return slug if slug is None else back.get(slug, slug)


def _written_counts(mapping: ColumnMapping, claims: Sequence[Claim]) -> Mapping[str, str]:
    written: dict[str, str] = {}
    for one in mapping.counts:
        count = hull(of_group(claims, one.harm, status=one.status, demographic=one.demographic))
        low, high = as_bounds(count)
        if one.column is not None:
            written[one.column] = _in_one_cell(count)
        if one.low is not None:
            written[one.low] = low
        if one.high is not None:
            written[one.high] = high
    return written


def _in_one_cell(count: Count | None) -> str:
    if count is None:
        return ""
    if count.qualifier == "vague":
        return "unknown" if count.low is None else f"at least {count.low}"
    return str(count).replace(",", "").replace("fewer than", "less than")
