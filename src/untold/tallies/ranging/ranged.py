"""A range as a rule decided it: the bounds, the claims that it used, those that it left out, and why.

A rule that says only a number asks to be trusted. One that also says what it
did not use can be argued with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from untold.incidents.building.ranges import highest_ceiling, lowest_floor
from untold.tallies.ranging.said import Said
from untold.tallies.ranging.spoken import PassedOver, Spoken


@dataclass(frozen=True, slots=True)
class Ranged:
    """How many of one group by one rule, and on what it rests.

    `best` is null where the rule chooses none. `why` says in words what
    decided; `from_parts` that only parts of the group are stated.
    """

    low: int | None
    best: int | None
    high: int | None
    used: tuple[str, ...]
    passed: tuple[PassedOver, ...] = ()
    why: str = ""
    from_parts: bool = False


def hull(voices: Sequence[Spoken]) -> tuple[int | None, int | None]:
    """Return the lowest floor and the highest ceiling of voices, each null where the voices cannot bound it."""
    return lowest_floor(voices), highest_ceiling(voices)


def deciding(voices: Sequence[Spoken], low: int | None, high: int | None) -> tuple[Said, ...]:
    """Return the claims that set a range's bounds, in the order of the accounts and of their claims."""
    return tuple(each for voice in voices for each in voice.said if _sets(voice, each, low, high))


def _sets(voice: Spoken, said: Said, low: int | None, high: int | None) -> bool:
    if said.of_a_person or voice.from_parts:
        return low is not None and voice.low == low
    return (low is not None and said.low == low) or (high is not None and said.high == high)
