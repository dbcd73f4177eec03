"""Traits: one row for each account, with no more of it than matching looks at.

Accounts are rich records and matching is arithmetic over millions of them, so
each is brought down once to whole days, metres on a sphere, folded names, and
ranges of people. The table is Arrow, so that DuckDB, Spark and numpy read the
same columns, and Parquet keeps them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from untold.claims.account import Account, AccountPlace
from untold.claims.claim import Claim
from untold.incidents.matching.blocking import EARTH_KM
from untold.incidents.matching.casualties import casualties
from untold.incidents.matching.meetings import actor_set, meetings_of
from untold.incidents.matching.spots import NAMES, SOUNDS, spot
from untold.incidents.matching.taxonomy import means_levels

SCHEMA = pa.schema(
    [
        ("n", pa.int32()),  # the row's number; accounts are in the order of their ids
        ("id", pa.string()),
        ("source", pa.int32()),  # number of `source_name`
        ("source_name", pa.string()),
        ("day_start", pa.int32()),  # days since 1970-01-01, null: no date
        ("day_end", pa.int32()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("x_m", pa.float64()),  # the place on a sphere, in metres from its middle: distances without trigonometry
        ("y_m", pa.float64()),
        ("z_m", pa.float64()),
        ("radius_m", pa.float64()),  # how far off the true place may be
        *((f"name_{i}", pa.string()) for i in range(1, NAMES + 1)),
        *((f"sound_{i}", pa.string()) for i in range(1, SOUNDS + 1)),
        ("area", pa.string()),  # country and first-level region
        ("country", pa.string()),
        ("actors", pa.int32()),  # number of `actor_names`, null: nobody is blamed
        ("actor_names", pa.string()),
        ("actors_known", pa.int32()),  # 1: the source is sure of them
        ("means_1", pa.string()),
        ("means_2", pa.string()),
        ("means_3", pa.string()),
        ("killed_low", pa.int32()),
        ("killed_high", pa.int32()),
        ("civilians_low", pa.int32()),
        ("civilians_high", pa.int32()),
        ("injured_low", pa.int32()),
        ("injured_high", pa.int32()),
        ("copy_group", pa.string()),
        ("story", pa.string()),  # the group of texts that tell one story
        ("entry", pa.string()),  # source and own codes: one source's accounts under one code are one entry
        ("point_stated", pa.int32()),  # 1: the source gives the coordinates, 0: they are those of the name it gives
        ("is_answer", pa.int32()),  # 1: a statement, which enters an incident by what it answers and by no block
    ]
)
CODES = pa.schema([("n", pa.int32()), ("code", pa.string())])
MEETINGS = pa.schema([("a", pa.int32()), ("b", pa.int32()), ("met", pa.int32())])
_EPOCH = date(1970, 1, 1)
_BETWEEN = "; "
_CHUNK = 20_000  # accounts brought down at a time
_MONTH, _DAY = 7, 10  # lengths of an ISO prefix


@dataclass(frozen=True, slots=True)
class Traits:
    """The working tables of a match: `table` (`SCHEMA`), `codes` (n, code) and `meetings` (a, b, met)."""

    table: pa.Table
    codes: pa.Table
    meetings: pa.Table


Told = tuple[Account, Sequence[Claim]]  # an account with its claims


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """Where the name that an account gives was found to lie, and how far off the incident may be."""

    place: AccountPlace
    reach_km: float


@dataclass(frozen=True, slots=True)
class Ties:
    """What was found about accounts before any pair is made, each by the account's id.

    `copies` name the text of which an account is a copy, `stories` the group of
    texts that tell one story; `places` are where the name of an account without
    coordinates lies; `answers` are the accounts that enter an incident by what they answer.
    """

    copies: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, NamedPlace] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()


def traits_of(told: Iterable[Told], ties: Ties | None = None) -> Traits:
    """Return the working tables of accounts, in the order of their ids.

    Accounts are taken one by one and not held, so a stream may bring more than
    memory does.
    """
    found = ties or Ties()
    tables: list[pa.Table] = []
    bearers: list[tuple[str, str]] = []
    for chunk in _chunks(told):
        tables.append(pa.Table.from_pylist([_row(each, found) for each in chunk], schema=SCHEMA))
        bearers += [(account.id, code) for account, _ in chunk for code in _codes(account)]
    table = pa.concat_tables(tables).combine_chunks() if tables else SCHEMA.empty_table()
    return finished(table, bearers)


def finished(table: pa.Table, bearers: Sequence[tuple[str, str]]) -> Traits:
    """Return the working tables of rows without numbers: put in order, numbered, and placed on the sphere.

    `bearers` are (account, code) pairs.
    """
    table = table.sort_by("id")
    table = _with(table, "n", pa.array(np.arange(table.num_rows), pa.int32()))
    table = _with(table, "source", _numbered(table["source_name"]))
    table = _with(table, "actors", _numbered(table["actor_names"]))
    ids = pa.array([account for account, _ in bearers], pa.string())
    numbers = pc.index_in(ids, table["id"].combine_chunks())
    codes = pa.table([numbers, pa.array([code for _, code in bearers], pa.string())], schema=CODES)
    sets = {tuple(key.split(_BETWEEN)): n for key, n in _pairs_of(table, "actor_names", "actors")}
    met = [{"a": a, "b": b, "met": 1} for a, b in meetings_of(sets)]
    return Traits(with_sphere(table), codes, pa.Table.from_pylist(met, schema=MEETINGS))


def _chunks(told: Iterable[Told]) -> Iterator[list[Told]]:
    waiting = iter(told)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _row(told: Told, ties: Ties) -> dict[str, Any]:
    account, claims = told
    names, is_known = actor_set(account.attributed_to)
    return {
        "id": account.id,
        "source_name": _source(account),
        "actor_names": _BETWEEN.join(names) or None,
        "actors_known": int(is_known),
        "copy_group": ties.copies.get(account.id),
        "story": ties.stories.get(account.id),
        "entry": _entry(account),
        "point_stated": _point_stated(account, ties),
        "is_answer": int(account.id in ties.answers),
        **_dates(account),
        **_spot(account, ties.places.get(account.id)),
        **_means(account),
        **casualties(claims),
    }


def _with(table: pa.Table, name: str, values: pa.Array) -> pa.Table:
    return table.set_column(table.schema.get_field_index(name), table.schema.field(name), values)


def _numbered(names: pa.ChunkedArray) -> pa.Array:
    """Return each name's place among all names in their order, null for none."""
    known = pc.unique(names.drop_null())
    in_order = known.take(pc.sort_indices(known))
    return pc.index_in(names.combine_chunks(), in_order, skip_nulls=True)


def _pairs_of(table: pa.Table, names: str, numbers: str) -> list[tuple[str, int]]:
    seen = table.select([names, numbers]).drop_null().group_by([names, numbers]).aggregate([])
    return list(zip(seen[names].to_pylist(), seen[numbers].to_pylist(), strict=True))


def with_sphere(table: pa.Table) -> pa.Table:
    """Return the table with the place of each row on the sphere, from its degrees; null stays null."""
    lat = np.radians(table["lat"].to_numpy())
    lon = np.radians(table["lon"].to_numpy())
    metres = EARTH_KM * 1000
    axes = {
        "x_m": metres * np.cos(lat) * np.cos(lon),
        "y_m": metres * np.cos(lat) * np.sin(lon),
        "z_m": metres * np.sin(lat),
    }
    for name, values in axes.items():
        column = pa.array(np.round(values, 3), from_pandas=True)  # a millimetre: the same digits on every machine
        table = _with(table, name, column)
    return table


def days_of(start: str | None, end: str | None) -> tuple[int, int] | None:
    """Return the first and the last day of two ISO prefixes as days since 1970, or null where there is none.

    >>> days_of("2016-02", None)
    (16832, 16860)
    """
    if start is None and end is None:
        return None
    first, last = _day(start or end or "", late=False), _day(end or start or "", late=True)
    return (first, last) if first <= last else (last, first)


def _day(prefix: str, *, late: bool) -> int:
    year = int(prefix[:4])
    month = int(prefix[5:7]) if len(prefix) >= _MONTH else (12 if late else 1)
    if len(prefix) >= _DAY:
        return (date.fromisoformat(prefix[:_DAY]) - _EPOCH).days
    first = date(year, month, 1)
    if not late:
        return (first - _EPOCH).days
    following = (first + timedelta(days=31)).replace(day=1)
    return (following - _EPOCH).days - 1


def _dates(account: Account) -> dict[str, int]:
    days = days_of(account.date.start, account.date.end)
    return {} if days is None else {"day_start": days[0], "day_end": days[1]}


def _means(account: Account) -> dict[str, str | None]:
    return {f"means_{i}": level for i, level in enumerate(means_levels(account.means), 1)}


def _source(account: Account) -> str:
    """Return what stands for the source; a report whose publisher is not known is a source of its own."""
    return account.source.id or account.source.name or account.report


def _spot(account: Account, named: NamedPlace | None) -> dict[str, Any]:
    return spot(account.place) if named is None else spot(named.place, named.reach_km)


def _point_stated(account: Account, ties: Ties) -> int | None:
    if account.id in ties.places:
        return 0
    return None if account.place.lat is None or account.place.lon is None else 1


def _entry(account: Account) -> str | None:
    return f"{_source(account)}:{' '.join(sorted(account.codes))}" if account.codes else None


def _codes(account: Account) -> list[str]:
    """Return the codes under which others may find the account.

    An own code counts within its own list. Across lists a code counts where
    it has letters and digits ("CS417"): a bare number names nothing.
    """
    own = [f"{_source(account)}:{code}" for code in account.codes]
    across = [code for code in _all_codes(account) if _is_telling(code)]
    return list(dict.fromkeys([*own, *(code.upper() for code in across)]))


def _all_codes(account: Account) -> Iterator[str]:
    return chain(account.codes, account.stated.codes, account.stated.previous_codes)


def _is_telling(code: str) -> bool:
    return any(each.isalpha() for each in code) and any(each.isdigit() for each in code)
