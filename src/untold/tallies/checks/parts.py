"""Parts against their whole: what is left, and parts that are larger than it.

"380 civilians, 99 of them children and 67 women" leaves 214 others. They are
not men: the text does not say who they are. Parts are only added along one
axis, since a child may be a civilian too.
"""

from collections.abc import Iterator, Sequence

from untold.claims.claim import Claim
from untold.tallies.bounds import Bounds, bounds_of, total
from untold.tallies.checks.record import Check, Severity, number_passage
from untold.tallies.standing import group, number, place_keys
from untold.tallies.wording import listed, who

_ALL_DEMOGRAPHICS = frozenset({"children", "women", "men"})


def check_parts(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield what remains of each whole after its parts, and every part above its whole."""
    by_id = {claim.id: claim for claim in claims}
    parts: dict[str, list[Claim]] = {}
    for claim in claims:
        whole = by_id.get(claim.part_of or "")
        if whole is not None and whole.harm == claim.harm:
            parts.setdefault(whole.id, []).append(claim)
    for whole_id, own in parts.items():
        whole = by_id[whole_id]
        larger = [part for part in own if (bounds_of(whole.count) - bounds_of(part.count)).is_below_zero]
        yield from (_above(whole, part) for part in larger)
        if not larger:
            yield from (_sum(whole, axis, same) for axis, same in _axes(whole, own).items())


def _above(whole: Claim, part: Claim) -> Check:
    rest = bounds_of(whole.count) - bounds_of(part.count)
    return Check(
        "part_above_whole",
        "error",
        (whole.id, part.id),
        number(whole),
        number(part),
        rest.number(),
        (number_passage(whole), number_passage(part)),
        f"{who(part)} are said to be part of {who(whole)}, which is fewer.",
    )


def _axes(whole: Claim, parts: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the parts that exclude each other, by the axis along which they do.

    One part alone leaves a trivial rest and is not worth a line, unless it is
    one place of several: the rest is then in the other places.
    """
    axes: dict[str, dict[object, Claim]] = {}
    for part in parts:
        axis, key = _axis(whole, part)
        axes.setdefault(axis, {}).setdefault(key, part)
    return {axis: list(own.values()) for axis, own in axes.items() if len(own) > 1 or axis == "place"}


def _axis(whole: Claim, part: Claim) -> tuple[str, object]:
    status, demographic, affiliation = group(part)
    if demographic is not None and demographic != whole.demographic:
        return "demographic", demographic
    if (status, affiliation) != (group(whole)[0], group(whole)[2]):
        return "status", (status, affiliation)
    if place_keys(part) and place_keys(part) < place_keys(whole):
        return "place", place_keys(part)
    return "other", part.id


def _sum(whole: Claim, axis: str, parts: Sequence[Claim]) -> Check:
    summed = total(part.count for part in parts)
    rest = bounds_of(whole.count) - summed
    numbers = [number(part) for part in parts]
    return Check(
        "parts_sum",
        _severity(axis, parts, rest),
        (whole.id, *(part.id for part in parts)),
        number(whole),
        sum(each for each in numbers if each is not None) if None not in numbers else None,
        rest.number(),
        (number_passage(whole), *(number_passage(part) for part in parts)),
        _message(whole, axis, parts, rest),
    )


def _severity(axis: str, parts: Sequence[Claim], rest: Bounds) -> Severity:
    if rest.is_below_zero:
        return "error"
    is_complete = axis == "status" or {part.demographic for part in parts} >= _ALL_DEMOGRAPHICS
    return "warning" if is_complete and rest.low is not None and rest.low > 0 else "info"


def _message(whole: Claim, axis: str, parts: Sequence[Claim], rest: Bounds) -> str:
    said = f"{who(whole)}: {listed(who(part) for part in parts)} are part of them"
    if rest.is_below_zero:
        return f"{said}, which is {-(rest.high or 0):,} more than the whole."
    if rest == Bounds(0, 0):
        return f"{said}, and nobody is left over."
    if axis == "place":
        here = {place.name for place in parts[0].places}
        elsewhere = listed(place.name for place in whole.places if place.name not in here)
        return f"{said}, which leaves {rest} for the rest of the places ({elsewhere})."
    return f"{said}, which leaves {rest} others; the text does not say who they are."
