"""Majority: the number that most independent sources admit, and the bounds of those who admit it.

Nobody votes twice: copies of one wire and outlets that quote a monitor are one
source. A number is admitted by every source whose bounds hold it, so "at least
five" speaks for eight too.

Source: "majority of sources", one of the ways to state a status in Every
Casualty Counts, Standards for Casualty Recording; the rule for ties is ours.
"""

from collections.abc import Sequence

from untold.tallies.ranging.ranged import Ranged, hull
from untold.tallies.ranging.spoken import PassedOver, Spoken, claims_of


def majority(voices: Sequence[Spoken]) -> Ranged:
    """Return the number that most voices admit as `best`, and the bounds of all that admit it.

    Of numbers that equally many admit, `best` is the lowest, and every voice
    that admits one of them stays in: where no majority is, the range is as wide
    as they are apart. Null where no voice gives a floor.
    """
    most, numbers = admitted_by_most(voices)
    agreeing = [each for each in voices if any(admits(each, number) for number in numbers)] or list(voices)
    low, high = hull(agreeing)
    used = tuple(dict.fromkeys(claim for each in agreeing for claim in claims_of(each)))
    rest = [claim for each in voices if each not in agreeing for claim in claims_of(each)]
    passed = (PassedOver(tuple(dict.fromkeys(rest)), f"does not admit {_listed(numbers)}"),) if rest else ()
    return Ranged(low, min(numbers, default=None), high, used, passed, _why(most, numbers, len(voices)))


def admitted_by_most(voices: Sequence[Spoken]) -> tuple[int, tuple[int, ...]]:
    """Return how many voices admit the numbers that most admit, and these numbers.

    Only floors are looked at: of the numbers between two bounds the lowest is
    as much admitted as any, and a ceiling alone is no number.
    """
    floors = sorted({each.low for each in voices if each.low is not None})
    admitting = {floor: sum(admits(each, floor) for each in voices) for floor in floors}
    most = max(admitting.values(), default=0)
    return most, tuple(floor for floor, voiced in admitting.items() if voiced == most)


def admits(voice: Spoken, number: int) -> bool:
    """Return whether a voice's bounds hold a number."""
    return (voice.low is None or voice.low <= number) and (voice.high is None or number <= voice.high)


def _why(most: int, numbers: Sequence[int], voices: int) -> str:
    if not numbers:
        return "no source gives a floor"
    sources = f"{most} of {voices} independent source{'s' if voices > 1 else ''}"
    if len(numbers) == 1:
        return f"{numbers[0]:,} is admitted by {sources}"
    return f"{_listed(numbers)} are each admitted by {sources}: a tie, of which the lowest is taken"


def _listed(numbers: Sequence[int]) -> str:
    *most, last = [f"{number:,}" for number in numbers] or ["any number"]
    return f"{', '.join(most)} and {last}" if most else last
