"""Means as a ladder: two sources that say "drone" and "air strike" may speak of one strike.

Sources rarely agree on the finest word and nearly always on the coarsest, so
a means has a group and a family, and only different families contradict.
"""

from collections.abc import Mapping
from types import MappingProxyType

# Means, group, family. Untold's; the means are the vocabulary of words/means.toml, after Airwars' strike types.
_LADDER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "airstrike": ("air", "bombardment"),
        "drone_strike": ("air", "bombardment"),
        "helicopter": ("air", "bombardment"),
        "artillery": ("shelling", "bombardment"),
        "missile_rocket": ("shelling", "bombardment"),
        "naval_bombardment": ("shelling", "bombardment"),
        "airstrike_or_artillery": ("bombardment", "bombardment"),
        "ied": ("planted", "planted"),
        "mine_uxo": ("planted", "planted"),
        "small_arms": ("ground", "ground"),
        "ground_operation": ("ground", "ground"),
        "counter_terrorism_ground": ("ground", "ground"),
    }
)


def means_levels(means: str | None) -> tuple[str | None, str | None, str | None]:
    """Return a means, its group and its family; null for no means, and for one that any family may carry.

    >>> means_levels("drone_strike")
    ('drone_strike', 'air', 'bombardment')
    >>> means_levels("chemical")
    ('chemical', None, None)
    """
    if means is None or means == "unknown":
        return None, None, None
    group, family = _LADDER.get(means, (None, None))
    return means, group, family
