"""Traits: one row for each account, with no more of it than matching looks at.

Accounts are rich records and matching is arithmetic over millions of them, so
each is brought down once to whole days, metres on a sphere, folded names, and
ranges of people. The table is Arrow, so that DuckDB, Spark and numpy read the
same columns, and Parquet keeps them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from untold.claims.account import Account, AccountPlace
from untold.claims.claim import Claim
from untold.incidents.matching.blocking import EARTH_KM
from untold.incidents.matching.casualties import casualties
from untold.incidents.matching.meetings import actor_set, meetings_of
from untold.incidents.matching.taxonomy import means_levels

SCHEMA = pa.schema(
    [
        ("n", pa.int32()),  # the row's number; accounts are in the order of their ids
        ("id", pa.string()),
        ("source", pa.int32()),
        ("day_start", pa.int32()),  # days since 1970-01-01, null: no date
        ("day_end", pa.int32()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("x_m", pa.float64()),  # the place on a sphere, in metres from its middle: distances without trigonometry
        ("y_m", pa.float64()),
        ("z_m", pa.float64()),
        ("radius_m", pa.float64()),  # how far off the true place may be
        ("name_1", pa.string()),
        ("name_2", pa.string()),
        ("name_3", pa.string()),
        ("area", pa.string()),  # country and first-level region
        ("country", pa.string()),
        ("actors", pa.int32()),  # a set of actors, null: nobody is blamed
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
    ]
)
CODES = pa.schema([("n", pa.int32()), ("code", pa.string())])
MEETINGS = pa.schema([("a", pa.int32()), ("b", pa.int32()), ("met", pa.int32())])
_EPOCH = date(1970, 1, 1)
_MONTH, _DAY = 7, 10  # lengths of an ISO prefix


@dataclass(frozen=True, slots=True)
class Traits:
    """The working tables of a match: `table` (`SCHEMA`), `codes` (n, code) and `meetings` (a, b, met)."""

    table: pa.Table
    codes: pa.Table
    meetings: pa.Table

    @property
    def ids(self) -> list[str]:
        """Return the accounts' ids by their numbers."""
        found: list[str] = self.table["id"].to_pylist()
        return found


@dataclass(frozen=True, slots=True)
class Places:
    """How a place is brought down to keys of its names, and its precision to a radius in km (null: not known)."""

    name_keys: Callable[[AccountPlace], Sequence[str]]
    radius_km: Callable[[AccountPlace], float | None]


def traits_of(
    accounts: Iterable[Account],
    claims: Mapping[str, Claim],
    places: Places,
    copy_groups: Mapping[str, str] | None = None,
) -> Traits:
    """Return the working tables of accounts, in the order of their ids.

    `claims` are by id; `copy_groups` names, by account, the text of which it is a copy.
    """
    listed = sorted(accounts, key=lambda account: account.id)
    groups = copy_groups or {}
    sources = _numbered(_source(account) for account in listed)
    sets = [actor_set(account.attributed_to) for account in listed]
    set_numbers = _numbered(names for names, _ in sets if names)
    rows = [
        {
            "n": n,
            "id": account.id,
            "source": sources[_source(account)],
            "actors": set_numbers.get(names),
            "actors_known": int(is_known),
            "copy_group": groups.get(account.id),
            **_dates(account),
            **_place(account.place, places),
            **_means(account),
            **casualties([claims[each] for each in account.claims if each in claims]),
        }
        for n, (account, (names, is_known)) in enumerate(zip(listed, sets, strict=True))
    ]
    table = with_sphere(pa.Table.from_pylist(rows, schema=SCHEMA))
    codes = [{"n": n, "code": code} for n, account in enumerate(listed) for code in _codes(account)]
    met = [{"a": a, "b": b, "met": 1} for a, b in meetings_of(set_numbers)]
    return Traits(table, pa.Table.from_pylist(codes, schema=CODES), pa.Table.from_pylist(met, schema=MEETINGS))


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
        table = table.set_column(table.schema.get_field_index(name), name, column)
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


def _place(place: AccountPlace, places: Places) -> dict[str, Any]:
    keys = list(dict.fromkeys(places.name_keys(place)))[:3]
    located = place.lat is not None and place.lon is not None
    radius = places.radius_km(place) if located else None
    area = f"{place.country or ''}/{_folded(place.admin1)}" if place.admin1 else None
    return {
        "lat": place.lat if located else None,
        "lon": place.lon if located else None,
        "radius_m": None if not located else float(round((radius or 0.0) * 1000)),
        "area": area,
        "country": place.country,
        **{f"name_{i}": key for i, key in enumerate(keys, 1)},
    }


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _means(account: Account) -> dict[str, str | None]:
    return {f"means_{i}": level for i, level in enumerate(means_levels(account.means), 1)}


def _source(account: Account) -> str:
    """Return what stands for the source; a report whose publisher is not known is a source of its own."""
    return account.source.id or account.source.name or account.report


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


def _numbered(values: Iterable[Any]) -> dict[Any, int]:
    return {value: n for n, value in enumerate(sorted(set(values)))}
