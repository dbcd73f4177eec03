"""Blocking: which pairs are worth laying side by side at all.

A million accounts make half a billion billion pairs. Accounts of one incident
share a few days and a few kilometres, or a name and a few days, or a code, or
a text, or a story; so each account lives in a few blocks (`homes`) and asks in those where
its like may be (`probes`), and no pair outside is ever made. At constant
density the cost grows with the number of accounts, and sorting them.

A block of too many accounts (a capital on a day of a thousand reports) is left
out and named in `Blocking.left_out`: its pairs are found only where another
block brings them together, and whoever runs the match is told.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from untold.incidents.matching.settings import Settings

PLACE, NAME, AREA, CODE, COPY, STORY = range(6)
PASSES = ("place", "name", "area", "code", "copy", "story")
EARTH_KM = 6371.0088  # mean radius, IUGG
_DEGREE_KM = EARTH_KM * np.pi / 180
_POLAR = 89.0  # degrees; beyond, a place is near every longitude
_SHIFT = 20  # buckets of days fit in 20 bits: two thousand years of single days
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_MIXER = 8  # keys of different passes stay apart: there are fewer than eight


@dataclass(frozen=True, slots=True)
class HotBlock:
    """A block that was left out because too many accounts share it."""

    step: str
    accounts: int
    example: str  # the id of one account in it


@dataclass(frozen=True, slots=True)
class Blocking:
    """The blocks: `homes` and `probes` (key, pass, n, touched, source, day_start, day_end), hot ones left out.

    `too_wide` are the accounts whose date or place is so open that only codes
    and copies bring them together with others.
    """

    homes: pa.Table
    probes: pa.Table
    left_out: tuple[HotBlock, ...]
    too_wide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    key: Ints
    step: Ints
    n: Ints


def block(traits: pa.Table, codes: pa.Table, settings: Settings, touched: Flags | None = None) -> Blocking:
    """Return the blocks of the accounts in `traits`; `codes` (n, code) are the codes that they bear or cite.

    `touched` marks the accounts that are new or changed, where the others'
    pairs are known; blocks in which none of them lies or asks are left away.
    """
    days = _Days(traits, settings)
    parts = [
        _place_blocks(traits, days, settings),
        _name_blocks(traits, days),
        _area_blocks(traits, days, settings),
        _code_blocks(codes),
        _group_blocks(traits, "copy_group", COPY),
        _group_blocks(traits, "story", STORY),
    ]
    asking = ~_is_answer(traits)
    homes, probes = (_of_rows(_joined([part[n] for part in parts]), asking) for n in (0, 1))
    hot = _hot_keys(homes, settings.blocking.most_members)
    left_out = tuple(_hot_block(traits, homes, key, step) for key, step in hot)
    flags = np.ones(traits.num_rows, dtype=bool) if touched is None else touched
    if touched is not None:
        homes, probes = _near_touched(homes, probes, touched)
    wide = traits["id"].filter(pa.array(~days.usable & days.stated)).to_pylist()
    return Blocking(_table(traits, homes, hot, flags), _table(traits, probes, hot, flags), left_out, tuple(wide))


class _Days:
    """The buckets of days that each account lies in, and those in which it asks."""

    def __init__(self, traits: pa.Table, settings: Settings) -> None:
        start, end = _ints(traits, "day_start"), _ints(traits, "day_end")
        self.stated = _known(traits, "day_start")
        self.usable = self.stated & (end - start <= settings.blocking.widest_span_days)
        width, reach = settings.blocking.bucket_days, settings.window.days
        self.home = (start // width, end // width)
        self.probe = ((start - reach) // width, (end + reach) // width)

    def spread(self, rows: Ints, *, asking: bool) -> tuple[Ints, Ints]:
        """Return each row once for each of its buckets, and the buckets."""
        first, last = self.probe if asking else self.home
        return _ranges(rows, first[rows], last[rows])


def _place_blocks(traits: pa.Table, days: _Days, settings: Settings) -> tuple[_Side, _Side]:
    """Return blocks of grid cells by days: a home is the cell of the place, a probe every cell within reach."""
    radius = _floats(traits, "radius_m") / 1000
    usable = days.usable & _known(traits, "lat") & (radius <= settings.blocking.widest_radius_km)
    rows = np.flatnonzero(usable)
    lat, lon = _floats(traits, "lat"), _floats(traits, "lon")
    size = settings.blocking.cell_kilometres
    band = _band(lat[rows], size)
    home_rows, home_cells = rows, _cell(band, _across(band, lon[rows], size))
    reach = _reach(radius[rows], settings)
    probe_rows, probe_cells = _cells_within(rows, lat[rows], lon[rows], reach, size)
    return _keyed(home_rows, home_cells, days, PLACE, asking=False), _keyed(
        probe_rows, probe_cells, days, PLACE, asking=True
    )


def _reach(radius: Floats, settings: Settings) -> Floats:
    window, widest = settings.window, settings.blocking.widest_radius_km
    return radius + window.kilometres + widest


def _cells_within(rows: Ints, lat: Floats, lon: Floats, reach: Floats, size: float) -> tuple[Ints, Ints]:
    """Return each row with every cell that its square of half-side `reach` (km) touches."""
    low, high = _band(lat - reach / _DEGREE_KM, size), _band(lat + reach / _DEGREE_KM, size)
    places = np.arange(len(rows), dtype=np.int64)
    index, bands = _ranges(places, low, high)
    poleward = np.abs(lat[index]) + reach[index] / _DEGREE_KM
    half = reach[index] / (_DEGREE_KM * np.cos(np.radians(np.minimum(poleward, _POLAR))))
    half[poleward >= _POLAR] = 180.0
    west, east = _across(bands, lon[index] - half, size), _across(bands, lon[index] + half, size)
    spread, columns = _ranges(np.arange(len(index), dtype=np.int64), west, east)
    around = _columns_in(bands[spread], size)
    return rows[index[spread]], _cell(bands[spread], columns % around)


def _band(lat: Floats, size: float) -> Ints:
    band: Ints = np.floor((np.clip(lat, -90, 90) + 90) * _DEGREE_KM / size).astype(np.int64)
    return band


def _columns_in(band: Ints, size: float) -> Ints:
    """Return how many cells go around the globe in a band; at least one, at the poles."""
    middle = np.radians((band + 0.5) * size / _DEGREE_KM - 90)
    around: Ints = np.floor(360 * _DEGREE_KM * np.maximum(np.cos(middle), 0.01) / size).astype(np.int64)
    return np.maximum(around, 1)


def _across(band: Ints, lon: Floats, size: float) -> Ints:
    column: Ints = np.floor((lon + 180) / 360 * _columns_in(band, size)).astype(np.int64)
    return column


def _cell(band: Ints, column: Ints) -> Ints:
    return band << 20 | column


def _name_blocks(traits: pa.Table, days: _Days) -> tuple[_Side, _Side]:
    columns = [name for name in traits.column_names if name.startswith(("name_", "sound_"))]
    names = pa.concat_arrays([traits[name].combine_chunks() for name in columns])
    rows = np.tile(np.arange(traits.num_rows, dtype=np.int64), len(columns))
    return _named(rows, names, days, NAME)


def _named(rows: Ints, names: pa.Array, days: _Days, step: int) -> tuple[_Side, _Side]:
    kept = np.asarray(pc.is_valid(names)) & days.usable[rows]
    codes = _coded(names.filter(pa.array(kept)))
    return _keyed(rows[kept], codes, days, step, asking=False), _keyed(rows[kept], codes, days, step, asking=True)


def _area_blocks(traits: pa.Table, days: _Days, settings: Settings) -> tuple[_Side, _Side]:
    """Return blocks of provinces by days, in which only accounts ask that know no more than a province."""
    radius = _floats(traits, "radius_m") / 1000
    vague = ~_known(traits, "lat") | (radius > settings.blocking.widest_radius_km)
    homes, probes = _named(np.arange(traits.num_rows, dtype=np.int64), traits["area"].combine_chunks(), days, AREA)
    asks = vague[probes.n]
    return homes, _Side(probes.key[asks], probes.step[asks], probes.n[asks])


def _code_blocks(codes: pa.Table) -> tuple[_Side, _Side]:
    side = _Side(_coded(codes["code"].combine_chunks()), np.full(codes.num_rows, CODE), _ints(codes, "n"))
    return side, side


def _group_blocks(traits: pa.Table, column: str, step: int) -> tuple[_Side, _Side]:
    groups = traits[column].combine_chunks()
    rows = np.flatnonzero(np.asarray(pc.is_valid(groups)))
    side = _Side(_coded(groups.drop_null()), np.full(len(rows), step), rows)
    return side, side


def _keyed(rows: Ints, codes: Ints, days: _Days, step: int, *, asking: bool) -> _Side:
    places = np.arange(len(rows), dtype=np.int64)
    first, last = days.probe if asking else days.home
    index, buckets = _ranges(places, first[rows], last[rows])
    keys = codes[index] << _SHIFT | (buckets + (1 << (_SHIFT - 1)))
    return _Side(keys, np.full(len(index), step), rows[index])


def _ranges(rows: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return each row once for every whole number from its first to its last, and the numbers."""
    lengths = last - first + 1
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    steps = np.arange(lengths.sum(), dtype=np.int64) - starts
    return np.repeat(rows, lengths), np.repeat(first, lengths) + steps


def _coded(values: pa.Array) -> Ints:
    return np.asarray(pc.dictionary_encode(values).indices, dtype=np.int64) if len(values) else np.empty(0, np.int64)


def _joined(sides: list[_Side]) -> _Side:
    return _Side(*(np.concatenate([getattr(side, name) for side in sides]) for name in ("key", "step", "n")))


def _is_answer(traits: pa.Table) -> Flags:
    """Mark the accounts that no block holds: statements, which enter an incident by what they answer."""
    marked: Flags = _ints(traits, "is_answer") == 1
    return marked


def _of_rows(side: _Side, wanted: Flags) -> _Side:
    kept = wanted[side.n]
    return _Side(side.key[kept], side.step[kept], side.n[kept])


def _near_touched(homes: _Side, probes: _Side, touched: Flags) -> tuple[_Side, _Side]:
    """Return the blocks in which a touched account lies or asks; the rest of the record is not read again."""
    keys = np.unique(
        np.concatenate([side.key[touched[side.n]] * _MIXER + side.step[touched[side.n]] for side in (homes, probes)])
    )
    return _selected(homes, keys), _selected(probes, keys)


def _selected(side: _Side, keys: Ints) -> _Side:
    kept = np.isin(side.key * _MIXER + side.step, keys)
    return _Side(side.key[kept], side.step[kept], side.n[kept])


def _hot_keys(homes: _Side, most: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for step in range(len(PASSES)):
        keys, counts = np.unique(homes.key[homes.step == step], return_counts=True)
        found += [(int(key), step) for key in keys[counts > most]]
    return found


def _hot_block(traits: pa.Table, homes: _Side, key: int, step: int) -> HotBlock:
    members = homes.n[(homes.key == key) & (homes.step == step)]
    return HotBlock(PASSES[step], len(members), str(traits["id"][int(members[0])].as_py()))


def _table(traits: pa.Table, side: _Side, hot: list[tuple[int, int]], touched: Flags) -> pa.Table:
    kept = ~_is_hot(side, hot)
    rows = pa.array(side.n[kept])
    carried = traits.select(["source", "day_start", "day_end"]).take(rows)
    columns = {
        "key": side.key[kept],
        "pass": side.step[kept].astype(np.int32),
        "n": side.n[kept].astype(np.int32),
        "touched": touched[side.n[kept]].astype(np.int32),
    }
    made = pa.table(columns)
    for name in carried.column_names:
        made = made.append_column(name, carried[name])
    return made


def _is_hot(side: _Side, hot: list[tuple[int, int]]) -> Flags:
    found = np.zeros(len(side.key), dtype=bool)
    for step in {step for _, step in hot}:
        keys = np.array([key for key, of in hot if of == step])
        found |= (side.step == step) & np.isin(side.key, keys)
    return found


def _known(table: pa.Table, name: str) -> Flags:
    return np.asarray(pc.is_valid(table[name]))


def _ints(table: pa.Table, name: str) -> Ints:
    return np.asarray(pc.fill_null(table[name], 0), dtype=np.int64)


def _floats(table: pa.Table, name: str) -> Floats:
    return np.asarray(pc.fill_null(table[name], 0.0), dtype=np.float64)
