"""GeoJSON (RFC 7946): the rows that have a place on a map as features, in WGS 84, longitude first.

A row without coordinates is a feature without geometry, which the standard
foresees: left out, it would be missing from every count made of the map.
"""

from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from untold.releases.forms.batches import Batch
from untold.releases.table import Table, Value

_NORTH, _EAST = 90.0, 180.0
_HEAD = b'{"type":"FeatureCollection","features":[\n'
_TAIL = b"\n]}\n"


def point(lat: Value, lon: Value) -> dict[str, object] | None:
    """Return a point as GeoJSON has it, null where there is none on the earth.

    >>> point(36.5, 37.9)
    {'type': 'Point', 'coordinates': (37.9, 36.5)}
    >>> point(136.5, 37.9) is None
    True
    """
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return None
    if not (-_NORTH <= lat <= _NORTH and -_EAST <= lon <= _EAST):
        return None
    return {"type": "Point", "coordinates": (lon, lat)}


class GeoJsonForm:
    """A feature collection that is being written; a context manager, ended and closed at the end.

    A feature's `id` is its row's key; all columns are its properties.
    """

    def __init__(self, path: Path, table: Table) -> None:
        if table.point is None or len(table.key) != 1:
            raise ValueError(f"table {table.name} has no points, or no key of one column")
        self._lat, self._lon, self._key = (table.names.index(name) for name in (*table.point, table.key[0]))
        self._encode = msgspec.json.Encoder().encode
        self._before = _HEAD
        self._file = path.open("wb")

    def write(self, batch: Batch) -> None:
        """Add some rows."""
        features = [
            b'{"type":"Feature","id":%b,"geometry":%b,"properties":%b}'
            % (self._encode(row[self._key]), self._encode(point(row[self._lat], row[self._lon])), own)
            for row, own in zip(batch.rows, batch.objects, strict=True)
        ]
        self._file.write(self._before + b",\n".join(features))
        self._before = b",\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._file:
            if kind is None:
                self._file.write((b"" if self._before == b",\n" else _HEAD) + _TAIL)
