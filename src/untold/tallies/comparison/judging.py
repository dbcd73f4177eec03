"""One pair of figures and its verdict, with the ratio and the difference that its bounds allow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.record import Pair
from untold.tallies.comparison.scopes import objections, verdict_of
from untold.tallies.comparison.voices import voice_of


def pair_of(one: Figure, other: Figure) -> Pair:
    """Return two figures as a pair, the smaller number first, judged by their scopes field by field."""
    a, b = sorted((one, other), key=lambda figure: number_of(figure) or 0)
    against = objections(a, b)
    reasons = tuple(objection.reason for objection in against)
    verdict = verdict_of(against)
    if verdict == "not_comparable":
        return Pair(a.id, b.id, verdict, None, None, reasons, None)
    floor, floor_2 = a.low, b.low
    # "Dozens" has a floor by the codebook's rule, not by the source's word: no ratio is made of it.
    is_said = "vague" not in {a.count.qualifier, b.count.qualifier}
    ratio = round(floor_2 / floor, 3) if floor and floor_2 is not None and is_said else None
    difference = floor_2 - floor if floor is not None and floor_2 is not None and is_said else None
    return Pair(a.id, b.id, verdict, ratio, difference, (*reasons, *_allowed_ratios(a, b)), None)


def number_of(figure: Figure) -> int | None:
    """Return the one number that a figure is called by: as stated, else its floor, else its ceiling."""
    numbers = (figure.count.stated, figure.low, figure.high)
    return next((each for each in numbers if each is not None), None)


def with_nearest(pairs: Iterable[Pair], allowed: Sequence[Pair], by_id: Mapping[str, Figure]) -> tuple[Pair, ...]:
    """Return refused pairs, each with the figure that may stand in the place of one of its two.

    The stand-in is another number of the same voice, for a tally the one on the
    other's own scope: the part or the whole of the number it stands in for
    before others, then the one nearest in number.
    """
    partners: dict[str, list[str]] = {}
    for pair in allowed:
        partners.setdefault(pair.a, []).append(pair.b)
        partners.setdefault(pair.b, []).append(pair.a)
    return tuple(replace(pair, nearest=_nearest(pair, partners, by_id)) for pair in pairs)


def _nearest(pair: Pair, partners: Mapping[str, Sequence[str]], by_id: Mapping[str, Figure]) -> str | None:
    found = [
        _distance(by_id[stand_in], by_id[refused])
        for kept, refused in ((pair.a, pair.b), (pair.b, pair.a))
        for stand_in in partners.get(kept, ())
        if voice_of(by_id[stand_in]) == voice_of(by_id[refused])
    ]
    return min(found)[-1] if found else None


def _distance(stand_in: Figure, refused: Figure) -> tuple[bool, bool, int, str]:
    """Return how far a figure is from the one it stands in for: of the same kind, its part or whole, then by number."""
    is_kin = refused.claim is not None and stand_in.part_of == refused.claim
    is_kin = is_kin or (stand_in.claim is not None and refused.part_of == stand_in.claim)
    is_other_kind = stand_in.adjective != refused.adjective
    apart = abs((number_of(stand_in) or 0) - (number_of(refused) or 0))
    return is_other_kind, not is_kin, apart, stand_in.id


def _allowed_ratios(a: Figure, b: Figure) -> Iterator[str]:
    """Yield what the bounds allow the ratio to be, where it is more than the one number that is printed."""
    if (a.low, b.low) == (a.high, b.high) and a.low is not None and b.low is not None:
        return
    least = f"{b.low / a.high:.3g}" if a.high and b.low is not None else None
    most = f"{b.high / a.low:.3g}" if a.low and b.high is not None else None
    if least is not None and most is not None:
        yield f"the words allow any ratio from {least} to {most}"
    elif least is not None or most is not None:
        yield f"the words allow any ratio of {least or most} or {'more' if least else 'less'}"
    else:
        yield "the words set no bounds to the ratio"
