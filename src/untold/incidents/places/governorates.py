"""Provinces and governorates: which one a point lies in, and which one a name means.

A province narrows a village's name to one of its homonyms. The borders are
Natural Earth's, generalized and drawn as power lies on the ground; nobody
should read a claim into them, and whoever lies near one may lie on its other side.
"""

import io
import lzma
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
import shapely

from untold.codebook.coordinates.point import KM_PER_DEGREE
from untold.incidents.places.distance import distance_km
from untold.incidents.places.names import name_keys

# Of the towns of Syria, Iraq, Yemen and Lebanon in GeoNames, 96 % lie inside the polygon of the province that
# GeoNames gives them, and 98.6 % within 5 km of it (814 towns, November 2026).
BORDER_KM = 5.0
_PER_DEGREE = 1_000  # as tools/governorates.py packs them


@dataclass(frozen=True, slots=True)
class Governorate:
    """A first-order division of a country.

    `iso` is its ISO 3166-2 code and `name_local` its name in its own script,
    where our list has them; `country` is ISO 3166-1 alpha-3, null for ground
    that ISO gives to nobody; `code` is the FIPS code, whose last two
    characters are GeoNames' admin-1 code. `names` are all its spellings.
    """

    name: str
    name_local: str | None
    country: str | None
    iso: str | None
    code: str | None
    names: tuple[str, ...]


class UnitNames(msgspec.Struct, forbid_unknown_fields=True):
    """What our own list says of one unit."""

    iso: str
    name: str
    local: str
    also: tuple[str, ...] = ()
    country: str | None = None  # where Natural Earth draws a line of control


class UnitWords(msgspec.Struct, forbid_unknown_fields=True):
    """The words that make a name a province's."""

    leading: tuple[str, ...]
    trailing: tuple[str, ...]


class UnitList(msgspec.Struct, forbid_unknown_fields=True):
    """The content of `governorates.toml`."""

    unit: dict[str, UnitNames]
    words: UnitWords


@dataclass(frozen=True, slots=True)
class _Map:
    units: tuple[Governorate, ...]
    tree: Any  # shapely.STRtree over the units' polygons, in the same order


def governorate_at(lat: float, lon: float) -> Governorate | None:
    """Return the province whose polygon holds a point, or null at sea.

    >>> found = governorate_at(36.2, 37.15)
    >>> found.name, found.name_local, found.country, found.iso
    ('Aleppo', 'حلب', 'SYR', 'SY-HL')
    >>> governorate_at(34.0, 30.0) is None
    True
    """
    world = _world()
    hits = world.tree.query(shapely.Point(lon, lat), predicate="intersects")
    return world.units[int(min(hits))] if len(hits) else None


@lru_cache(maxsize=16384)
def governorates_near(lat: float, lon: float, within_km: float = BORDER_KM) -> tuple[Governorate, ...]:
    """Return the provinces that a point may lie in, the nearest first, if borders or point are off by that much.

    >>> [unit.name for unit in governorates_near(36.2, 37.15)]
    ['Aleppo']
    """
    world = _world()
    point = shapely.Point(lon, lat)
    reach = within_km / KM_PER_DEGREE / max(np.cos(np.radians(lat)), 0.01)
    near = world.tree.query(point.buffer(reach), predicate="intersects")
    gaps = sorted((_gap_km(world, int(n), point), int(n)) for n in near)
    return tuple(world.units[n] for gap, n in gaps if gap <= within_km)


def find_governorates(name: str, country: str | None = None) -> tuple[Governorate, ...]:
    """Return the provinces that bear a name, in either script, of one country or of all.

    Among all of them only the same letters count: consonants alone bring a
    village of Syria to a province of Oman.

    >>> [unit.iso for unit in find_governorates("Deir Ezzor governorate", "SYR")]
    ['SY-DY']
    >>> [unit.iso for unit in find_governorates("محافظة الرقة", "SYR")]
    ['SY-RA']
    """
    keys = name_keys(bare_name(name))
    for strength in (keys[:1], keys[1:] if country else ()):
        found = {n for key in strength for n in _by_key(country).get(key, ())}
        if found:
            return tuple(_world().units[n] for n in sorted(found))
    return ()


@lru_cache(maxsize=4096)
def stated_governorates(names: str | None, country: str | None) -> tuple[Governorate, ...]:
    """Return the provinces that a source states: "Homs or Aleppo" are two, of which one is meant.

    >>> [unit.name for unit in stated_governorates("Homs or Aleppo", "SYR")]
    ['Homs', 'Aleppo']
    """
    parts = (names or "").split(" or ")
    return tuple(unit for name in parts if name.strip() for unit in find_governorates(name, country))


def bare_name(name: str) -> str:
    """Return a province's name without the words that make it one.

    >>> bare_name("Aleppo Governorate"), bare_name("محافظة حلب")
    ('Aleppo', 'حلب')
    """
    low, words = name.lower().strip(), _listed().words
    for word in words.leading:
        if low.startswith(f"{word} "):
            return name.strip()[len(word) :].strip()
    for word in words.trailing:
        if low.endswith(f" {word}"):
            return name.strip()[: -len(word)].strip()
    return name.strip()


def has_province_word(name: str) -> bool:
    """Return whether a name says itself that it is a province's.

    >>> has_province_word("Aleppo province"), has_province_word("Aleppo")
    (True, False)
    """
    return bare_name(name) != name.strip()


def outline(unit: Governorate) -> tuple[float, float, float]:
    """Return a point inside a province, as latitude and longitude, and the radius in kilometres that covers it."""
    world = _world()
    shape = world.tree.geometries[world.units.index(unit)]
    west, south, east, north = shape.bounds
    middle = shapely.point_on_surface(shape)
    return middle.y, middle.x, distance_km(south, west, north, east) / 2


def _gap_km(world: _Map, number: int, point: Any) -> float:
    shape = world.tree.geometries[number]
    nearest = shapely.get_point(shapely.shortest_line(shape, point), 0)
    return distance_km(nearest.y, nearest.x, point.y, point.x)


@cache
def _world() -> _Map:
    whole = lzma.decompress((files("untold.incidents.places") / "governorates.npz.xz").read_bytes())
    with np.load(io.BytesIO(whole)) as packed:
        lon, lat = (np.cumsum(packed[axis]) / _PER_DEGREE for axis in ("lon", "lat"))
        parts = tuple(packed[level] for level in ("rings", "polygons", "wholes"))
        facts = msgspec.json.decode(packed["facts"].tobytes())
    shapes = shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, np.column_stack([lon, lat]), parts)
    return _Map(tuple(map(_unit, facts)), shapely.STRtree(shapes))


def _unit(fact: dict[str, Any]) -> Governorate:
    drawn = tuple(name.removeprefix("Muhafazat ") for name in fact["names"])
    own = _listed().unit.get(fact["code"] or "")
    if own is None:
        return Governorate(drawn[0], None, fact["country"], None, fact["code"], drawn)
    names = tuple(dict.fromkeys((own.name, own.local, *own.also, *drawn)))
    return Governorate(own.name, own.local, own.country or fact["country"], own.iso, fact["code"], names)


@cache
def _by_key(country: str | None) -> Mapping[str, tuple[int, ...]]:
    index: dict[str, set[int]] = {}
    for number, unit in enumerate(_world().units):
        for name in unit.names if country in {None, unit.country} else ():
            for key in name_keys(name):
                index.setdefault(key, set()).add(number)
    return MappingProxyType({key: tuple(sorted(numbers)) for key, numbers in index.items()})


@cache
def _listed() -> UnitList:
    text = (files("untold.incidents.places") / "governorates.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), UnitList)
