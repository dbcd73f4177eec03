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

A number that is no incident's says so with its `scope`: one of a monitor's
running totals is `cumulative`, its count of some days a `period`.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Literal

import msgspec

from untold.claims.claim import Demographic, Harm, Role, Scope, Status
from untold.codebook.errors import BrokenVocabulary, UnreadableReport
from untold.codebook.places import countries
from untold.codebook.shapes import shape_words
from untold.codebook.vocabularies import vocabulary

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
    "hours": "how many hours before the end of the day the row's own counts cover; 0: nothing was reported",
    "text": "the narrative",
    "grade": "the source's grade, a slug of grade",
    "strike_status": "the source's status of the strike, a slug of strike_status",
    "position": "the belligerent's position, a slug of review_status",
}
VOCABULARIES = {
    "precision": "geo_precision",
    "grade": "grade",
    "strike_status": "strike_status",
    "position": "review_status",
    "means": "weapon",
}
NAMES = "claimant"  # the one field whose words stand for a name, not for a slug; no name: the list itself says it
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
REMEDY = "mend the mapping, or write a new one with --suggest"


class CountColumns(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The column of one number, or the two of its bounds; `part_of` is the first column of the whole it is within.

    `affiliation` names a group that has no field of its own (journalists).
    `claimant` says it whatever the row's own column names. A count that is
    `estimated` is the list's own work: nobody reported it. `definition` is the
    column that tells how the number is counted, and `since` the first day that
    a running total holds, or that day by the words of `definition`.
    """

    harm: Harm
    column: str | None = None
    low: str | None = None
    high: str | None = None
    status: Status | None = None
    demographic: Demographic | None = None
    part_of: str | None = None
    scope: Scope = "incident"
    affiliation: str | None = None
    means: str | None = None
    claimant: str | None = None
    modality: Literal["asserted", "estimated"] = "asserted"
    definition: str | None = None
    since: str | dict[str, str] | None = None
    note: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of the number, as the file names them."""
        return tuple(filter(None, (self.column, self.low, self.high)))


class ColumnMapping(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A mapping file: `columns` by field, `counts`, and what holds for every row.

    `words` say, by field, which slug of ours a word of the list's stands for;
    those of `claimant` stand for names. `carried` are the words of that column
    by which a row only repeats an earlier report. `place` is where all rows
    are, and `since` the first day that running totals hold, unless a count
    says otherwise. `needed` are the columns to know the list by: none are all
    that the mapping names.
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
    place: str | None = None
    since: str | None = None
    carried: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()

    @property
    def is_series(self) -> bool:
        """Return whether its rows are days of running totals: none of its numbers is an incident's."""
        return bool(self.counts) and all(count.scope != "incident" for count in self.counts)

    @property
    def listed(self) -> tuple[str, ...]:
        """Return all columns that the mapping names, each once."""
        counted = (column for count in self.counts for column in (*count.columns, count.definition) if column)
        return tuple(dict.fromkeys((*self.columns.values(), *counted)))


def mapping_from(origin: str, content: bytes) -> ColumnMapping:
    """Return the mapping in a TOML file.

    Raises `UnreadableReport` for what is no TOML, and `BrokenVocabulary` for a
    field, a country or a slug that is not known.
    """
    try:
        found = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableReport(origin, f"is no mapping ({error})", REMEDY) from None
    mapping = shape_words(found, ColumnMapping, origin)
    for why in _faults(mapping):
        raise BrokenVocabulary(origin, why)
    return mapping


def _faults(mapping: ColumnMapping) -> Iterator[str]:
    if _NAME.fullmatch(mapping.name) is None:
        yield f"the name {mapping.name!r} is no slug: small letters, digits and hyphens"
    for field in mapping.columns:
        if field not in FIELDS:
            yield f"no field {field!r} in [columns]; there are {', '.join(FIELDS)}"
    for field in mapping.words:
        if field not in VOCABULARIES and field != NAMES:
            yield f"no field {field!r} in [words]; there are {', '.join((*VOCABULARIES, NAMES))}"
    for count in mapping.counts:
        yield from _faults_of(count)
    if mapping.country is not None and mapping.country not in countries():
        yield f"no country {mapping.country!r}; write ISO 3166-1 alpha-3, such as SYR"
    yield from _undated(mapping)
    yield from _unknown_slugs(mapping)


def _faults_of(count: CountColumns) -> Iterator[str]:
    if bool(count.column) == bool(count.low or count.high):
        yield f"a count of {count.harm} needs a column, or a low and a high one"
    if isinstance(count.since, dict) and count.definition is None:
        yield f"the days of {', '.join(count.columns)} in `since` are by the words of `definition`, which is not given"
    means = [term.slug for name in ("weapon", "cause") for term in vocabulary(name)]
    if count.means is not None and count.means not in means:
        yield f"no means {count.means!r} in [[counts]]; there are {', '.join(means)}"


def _undated(mapping: ColumnMapping) -> Iterator[str]:
    if any(count.scope != "incident" for count in mapping.counts) and "date" not in mapping.columns:
        yield "a count of another scope than an incident needs the column of its day: date in [columns]"
    days = [mapping.since, *(count.since for count in mapping.counts if isinstance(count.since, str))]
    days += [day for count in mapping.counts if isinstance(count.since, dict) for day in count.since.values()]
    for day in days:
        if day is not None and _DAY.fullmatch(day) is None:
            yield f"{day!r} in `since` is no day such as 2016-03-14"


def _unknown_slugs(mapping: ColumnMapping) -> Iterator[str]:
    for field, words in mapping.words.items():
        known = [] if field == NAMES else [term.slug for term in vocabulary(VOCABULARIES[field])]
        for slug in words.values():
            if known and slug not in known:
                yield f"{slug!r} in [words.{field}] is none of {', '.join(known)}"
