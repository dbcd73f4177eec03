"""A place brought down to what two places can be compared by: keys of its names, its radius, its region."""

from functools import lru_cache
from typing import Any

from untold.claims.account import AccountPlace
from untold.incidents.places.names import name_keys
from untold.incidents.places.precision import radius_km

NAMES, SOUNDS = 4, 2  # columns of each
# A list that gives coordinates and no precision means them; taken at a town's radius, as a reader would.
_UNSTATED = "town"
_SHORT = 3  # "~rk": two consonants, which many names share


def spot(place: AccountPlace, reach_km: float | None = None) -> dict[str, Any]:
    """Return the columns of a place; `name_*` are sure keys, `sound_*` are skeletons of two consonants.

    `reach_km` is how far off the place may be, where more is known of that than its precision says.

    >>> spot(AccountPlace("Ar-Raqqah", "الرقة"))["name_1"], spot(AccountPlace("Rakka"))["sound_1"]
    ('raqqah', '~rk')
    """
    located = place.lat is not None and place.lon is not None
    names, sounds = _keys(place.name, place.name_local)
    return {
        "lat": place.lat if located else None,
        "lon": place.lon if located else None,
        "radius_m": float(round((reach_km or radius_km(place.precision or _UNSTATED)) * 1000)) if located else None,
        "area": f"{place.country or ''}/{_region(place.admin1)}" if place.admin1 else None,
        "country": place.country,
        **{f"name_{i}": key for i, key in enumerate(names[:NAMES], 1)},
        **{f"sound_{i}": key for i, key in enumerate(sounds[:SOUNDS], 1)},
    }


@lru_cache(maxsize=65536)
def _keys(*names: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a place's names, letters before skeletons, and the skeletons that say little."""
    found = list(dict.fromkeys(key for name in names if name for key in name_keys(name)))
    letters = [key for key in found if not key.startswith("~")]
    skeletons = [key for key in found if key.startswith("~") and len(key) > _SHORT]
    return (*letters, *skeletons), tuple(key for key in found if key.startswith("~") and len(key) <= _SHORT)


@lru_cache(maxsize=4096)
def _region(name: str) -> str:
    keys = name_keys(name)
    return keys[0] if keys else name
