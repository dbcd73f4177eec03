"""Majority: the number that most independent sources admit, and the bounds of those who admit it.

Nobody votes twice: copies of one wire and outlets that quote a monitor are one
source, and so are all publishers whom the codebook does not know. A number is
admitted by every source whose bounds hold it, so "at least five" speaks for
eight too.

Source: "majority of sources", one of the ways to state a status in Every
Casualty Counts, Standards for Casualty Recording; the rule for ties is ours.
"""

from collections.abc import Sequence

from untold.tallies.ranging.ranged import Ranged, hull
from untold.tallies.ranging.spoken import PassedOver, Spoken, claims_of, is_listed


def majority(voices: Sequence[Spoken]) -> Ranged:
    """Return the number that most voices admit as `best`, and the bounds of all that admit it.

    Of numbers that equally many admit those go first that more sources admit
    whom the codebook knows; of these `best` is the lowest, and every voice that
    admits one of them stays in: where no majority is, the range is as wide as
    they are apart. Null where no voice gives a floor.
    """
    most, numbers = admitted_by_most(voices)
    agreeing = [each for each in voices if any(admits(each, number) for number in numbers)] or list(voices)
    low, high = hull(agreeing)
    used = tuple(dict.fromkeys(claim for each in agreeing for claim in claims_of(each)))
    rest = [claim for each in voices if each not in agreeing for claim in claims_of(each)]
    passed = (PassedOver(tuple(dict.fromkeys(rest)), f"does not admit {_listed(numbers)}"),) if rest else ()
    return Ranged(low, min(numbers, default=None), high, used, passed, _why(most, numbers, voices))


def admitted_by_most(voices: Sequence[Spoken]) -> tuple[int, tuple[int, ...]]:
    """Return how many voices admit the numbers that most admit, and these numbers.

    Only floors are looked at: of the numbers between two bounds the lowest is
    as much admitted as any, and a ceiling alone is no number.
    """
    floors = sorted({each.low for each in voices if each.low is not None})
    admitting = {floor: [each for each in voices if admits(each, floor)] for floor in floors}
    votes = {floor: (len(own), sum(map(is_listed, own))) for floor, own in admitting.items()}
    most = max(votes.values(), default=(0, 0))
    return most[0], tuple(floor for floor, own in votes.items() if own == most)


def admits(voice: Spoken, number: int) -> bool:
    """Return whether a voice's bounds hold a number."""
    return (voice.low is None or voice.low <= number) and (voice.high is None or number <= voice.high)


def _why(most: int, numbers: Sequence[int], voices: Sequence[Spoken]) -> str:
    if not numbers:
        return "no source gives a floor"
    unlisted = sum(each.publishers for each in voices if each.publishers > 1)
    as_one = f" ({unlisted} publishers that the codebook does not know count as one)" if unlisted else ""
    sources = f"{most} of {len(voices)} independent source{'s' if len(voices) > 1 else ''}{as_one}"
    if len(numbers) == 1:
        return f"{numbers[0]:,} is admitted by {sources}"
    return f"{_listed(numbers)} are each admitted by {sources}: a tie, of which the lowest is taken"


def _listed(numbers: Sequence[int]) -> str:
    *most, last = [f"{number:,}" for number in numbers] or ["any number"]
    return f"{', '.join(most)} and {last}" if most else last
