"""Widest: from the lowest floor that any account states to the highest ceiling, as Airwars keeps its ranges.

It chooses nobody and is wrong about nobody, and one careless account widens
it for all. It is what an incident holds by itself (`Incident.ranges`).

Source: Airwars' minimum and maximum; the empty bounds are ours.
"""

from collections.abc import Sequence

from untold.tallies.ranging.ranged import Ranged, deciding, hull
from untold.tallies.ranging.spoken import PassedOver, Spoken

_WITHIN = "lies within the bounds that others set"
WHY = "the lowest floor and the highest ceiling of all accounts"


def widest(voices: Sequence[Spoken]) -> Ranged:
    """Return the range of all voices; `best` is null, for the rule chooses none."""
    low, high = hull(voices)
    used = tuple(dict.fromkeys(each.claim for each in deciding(voices, low, high)))
    rest = tuple(dict.fromkeys(each.claim for voice in voices for each in voice.said if each.claim not in used))
    return Ranged(low, None, high, used, (PassedOver(rest, _WITHIN),) if rest else (), WHY)
