"""A mapping file: what the columns of anybody's list mean, written by the person who knows the list.

```toml
name = "my-monitor"
source = "My Monitor"
dates = "dmy"
country = "SYR"

[columns]
code = "Incident ID"
date = "Date"
place = "Town"

[[counts]]
harm = "killed"
status = "civilian"
column = "Civilians killed"
```
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

import msgspec

from untold.claims.account import Account, AccountPlace, Stated
from untold.claims.claim import Claim, Demographic, Harm, Role, Status
from untold.claims.columns.bounds import as_bounds, hull, of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import ordered_day
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table, sheet_named
from untold.claims.columns.named_means import named_means
from untold.claims.columns.parties import attribution, country_code, party
from untold.claims.columns.spans import span_of
from untold.codebook.counts import Count
from untold.codebook.errors import BrokenVocabulary, UnreadableReport
from untold.codebook.places import countries, country_name
from untold.codebook.shapes import shape_words
from untold.codebook.vocabularies import vocabulary
from untold.reports.lists import Entry, ListReport, column_key

FIELDS = {
    "code": "the list's own code of an incident; several are separated by semicolons",
    "previous_codes": "codes that the incident had before",
    "cited_codes": "codes of other lists that it cites",
    "date": "the first or only day",
    "date_end": "the last day, where the date is a range",
    "time": "the time of day",
    "place": "the name of the place",
    "place_local": "its name in its own script",
    "lat": "its latitude in degrees",
    "lon": "its longitude in degrees",
    "precision": "how exactly it is known, a rung of geo_precision",
    "admin1": "its province or governorate",
    "country": "its country",
    "actor": "who is said to have done it; several are separated by semicolons",
    "means": "with what",
    "claimant": "whom the row quotes",
    "text": "the narrative",
    "grade": "the source's grade, a slug of grade",
    "strike_status": "the source's status of the strike, a slug of strike_status",
    "position": "the belligerent's position, a slug of review_status",
}
_VOCABULARIES = {
    "precision": "geo_precision",
    "grade": "grade",
    "strike_status": "strike_status",
    "position": "review_status",
    "means": "weapon",
}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REMEDY = "mend the mapping, or write a new one with --suggest"


class CountColumns(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The column of one number, or the two of its bounds; `part_of` is the first column of the whole it is within."""

    harm: Harm
    column: str | None = None
    low: str | None = None
    high: str | None = None
    status: Status | None = None
    demographic: Demographic | None = None
    part_of: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of the number, as the file names them."""
        return tuple(filter(None, (self.column, self.low, self.high)))


class ColumnMapping(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mapping file: `columns` by field, `counts`, and what holds for every row.

    `words` say, by field, which slug of ours a word of the list's stands for.
    """

    name: str
    source: str
    columns: dict[str, str]
    counts: tuple[CountColumns, ...] = ()
    dates: Literal["iso", "dmy", "mdy", "ymd"] = "iso"
    country: str | None = None
    sheet: str | None = None
    role: Role = "suspected"
    words: dict[str, dict[str, str]] = {}


def mapping_from(origin: str, content: bytes) -> ColumnMapping:
    """Return the mapping in a TOML file.

    Raises `UnreadableReport` for what is no TOML, and `BrokenVocabulary` for a
    field, a country or a slug that is not known.
    """
    try:
        found = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableReport(origin, f"is no mapping ({error})", _REMEDY) from None
    mapping = shape_words(found, ColumnMapping, origin)
    for why in _faults(mapping):
        raise BrokenVocabulary(origin, why)
    return mapping


def layout_of(mapping: ColumnMapping) -> Layout:
    """Return the layout that a mapping describes, for reading and writing."""
    listed = (*mapping.columns.values(), *(column for count in mapping.counts for column in count.columns))
    return Layout(
        name=mapping.name,
        source=party(mapping.source),
        columns=tuple(dict.fromkeys(listed)),
        entries=partial(_entries, mapping),
        read=partial(_read, mapping),
        write=partial(_write, mapping),
    )


def _faults(mapping: ColumnMapping) -> Iterator[str]:
    if _NAME.fullmatch(mapping.name) is None:
        yield f"the name {mapping.name!r} is no slug: small letters, digits and hyphens"
    for field in mapping.columns:
        if field not in FIELDS:
            yield f"no field {field!r} in [columns]; there are {', '.join(FIELDS)}"
    for field in mapping.words:
        if field not in _VOCABULARIES:
            yield f"no field {field!r} in [words]; there are {', '.join(_VOCABULARIES)}"
    for count in mapping.counts:
        if bool(count.column) == bool(count.low or count.high):
            yield f"a count of {count.harm} needs a column, or a low and a high one"
    if mapping.country is not None and mapping.country not in countries():
        yield f"no country {mapping.country!r}; write ISO 3166-1 alpha-3, such as SYR"
    yield from _unknown_slugs(mapping)


def _unknown_slugs(mapping: ColumnMapping) -> Iterator[str]:
    for field, words in mapping.words.items():
        known = [term.slug for term in vocabulary(_VOCABULARIES[field])]
        for slug in words.values():
            if slug not in known:
                yield f"{slug!r} in [words.{field}] is none of {', '.join(known)}"


def _entries(mapping: ColumnMapping, listed: ListReport) -> Iterator[Entry]:
    needed = [*mapping.columns.values(), *(column for count in mapping.counts for column in count.columns)]
    if mapping.sheet is None:
        return one_table(listed, needed, mapping.name)
    sheet = sheet_named(listed, mapping.sheet)
    if sheet is None:
        raise UnreadableReport(listed.origin, f"has no sheet {mapping.sheet!r}", _REMEDY)
    return one_table(ListReport(listed.report, listed.content, (sheet,)), needed, mapping.name)


def _read(mapping: ColumnMapping, cells: Cells) -> RowDraft:
    text = partial(_text, mapping, cells)
    actors, quoted = _names(text("actor")), text("claimant")
    means = _slug(mapping, cells, "means")
    return RowDraft(
        codes=_names(text("code")),
        date=span_of(_day(mapping, cells, "date"), _day(mapping, cells, "date_end"), time_of_day=text("time")),
        place=_place(mapping, cells),
        attributed_to=tuple(attribution(name, mapping.role) for name in actors),
        means=means,
        stated=Stated(
            grade=_slug(mapping, cells, "grade"),
            strike_status=_slug(mapping, cells, "strike_status"),
            position=_slug(mapping, cells, "position"),
            codes=_names(text("cited_codes")),
            previous_codes=_names(text("previous_codes")),
        ),
        text=text("text"),
        figures=tuple(_figures(mapping, cells)),
        claimant=None if quoted is None else party(quoted),
        evidence=_evidence(mapping, has_means=means is not None),
    )


def _evidence(mapping: ColumnMapping, *, has_means: bool) -> Mapping[str, tuple[str, ...]]:
    fields = {
        "period": ("date", "date_end"),
        "places": ("place", "place_local", "admin1", "country"),
        "attributed_to": ("actor",),
        "claimant": ("claimant",),
        "means": ("means",) if has_means else (),
    }
    return {
        name: tuple(mapping.columns[part] for part in parts if part in mapping.columns)
        for name, parts in fields.items()
    }


def _text(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    column = mapping.columns.get(field)
    return None if column is None else cells.text(column)


def _names(words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in (words or "").split(";") if name.strip()))


def _day(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    column = mapping.columns.get(field)
    if column is None:
        return None
    found = cells.text(column)
    if mapping.dates == "iso" or found is None or not isinstance(cells.value(column), str):
        return cells.day(column)
    day = ordered_day(found, mapping.dates)
    if day is None:
        cells.refuse(column, f"a date in the order {mapping.dates}")
    return day


def _place(mapping: ColumnMapping, cells: Cells) -> AccountPlace:
    lat, lon = mapping.columns.get("lat"), mapping.columns.get("lon")
    return AccountPlace(
        name=_text(mapping, cells, "place"),
        name_local=_text(mapping, cells, "place_local"),
        lat=None if lat is None else cells.latitude(lat),
        lon=None if lon is None else cells.longitude(lon),
        precision=_slug(mapping, cells, "precision"),
        admin1=_text(mapping, cells, "admin1"),
        country=_country(mapping, cells),
    )


def _country(mapping: ColumnMapping, cells: Cells) -> str | None:
    named = _text(mapping, cells, "country")
    code = None if named is None else country_code(named)
    if named is not None and code is None:
        cells.doubt(mapping.columns["country"], "a country that the codebook knows")
    return code or mapping.country


def _slug(mapping: ColumnMapping, cells: Cells, field: str) -> str | None:
    """Return the slug of a field: by the mapping's own words, as a slug of ours, or as a word for a means."""
    column = mapping.columns.get(field)
    found = None if column is None else cells.text(column)
    if column is None or found is None:
        return None
    words = {column_key(word): slug for word, slug in mapping.words.get(field, {}).items()}
    known = {term.slug: term.slug for term in vocabulary(_VOCABULARIES[field])}
    slug = {**known, **words}.get(column_key(found)) or (named_means(found) if field == "means" else None)
    if slug is None and field != "means":
        cells.doubt(column, f"a word of [words.{field}] in the mapping")
    return slug


def _figures(mapping: ColumnMapping, cells: Cells) -> Iterator[Figure]:
    for one in mapping.counts:
        count = _count(one, cells)
        if count is not None:
            yield Figure(
                one.columns,
                count,
                harm=one.harm,
                status=one.status,
                demographic=one.demographic,
                part_of=one.part_of,
            )


def _count(one: CountColumns, cells: Cells) -> Count | None:
    if one.column is not None:
        return cells.count(one.column)
    if one.low is not None and one.high is not None:
        return cells.between(one.low, one.high)
    bound = cells.count(one.low or one.high or "")
    if bound is None or bound.stated is None:
        return bound
    return Count.at_least(bound.stated) if one.low else Count.at_most(bound.stated)


def _write(mapping: ColumnMapping, account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
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
