"""A whole of which only parts are stated: it is at least what its parts make it, and nobody says how many.

"Three women and two children were killed" counts no people, and still nobody
can say that fewer than five died. To leave such an incident out would be to
count five as none; to write five would be to invent that nobody else died.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from untold.tallies.ranging.said import Group, Said
from untold.tallies.ranging.spoken import Spoken, by_account, spoken

# People of different definite statuses are different people, and so are children, women and men (the codebook's
# children are under 18). Those of unknown or mixed status may be any of the others: they are never added to them.
_MAY_BE_ANYBODY = "unknown"
Floors = dict[Group, tuple[int, tuple[Said, ...]]]  # a floor and the claims that give it, by group


def wholes_from_parts(said: Mapping[Group, Sequence[Said]]) -> dict[Group, tuple[Spoken, ...]]:
    """Return what each account's parts make of the wholes that no account states.

    `said` holds an incident's claims by group. A floor of nobody makes no
    whole: "no children" says nothing of anybody else.
    """
    missing = _missing(said)
    if not missing:
        return {}
    found: dict[Group, list[Spoken]] = {}
    for account, own in by_account(each for claims in said.values() for each in claims).items():
        for group, (low, claims) in _least_of_sources(own, missing).items():
            found.setdefault(group, []).append(Spoken(account, claims, low, None, from_parts=True))
    return {group: tuple(each) for group, each in found.items()}


def _missing(said: Iterable[Group]) -> tuple[Group, ...]:
    """Return the wholes of the stated groups that are not stated, each after those it may be made of."""
    stated = set(said)
    wholes = {
        whole
        for harm, status, demographic in stated
        for whole in (Group(harm, status, None), Group(harm, None, demographic), Group(harm, None, None))
    }
    return tuple(sorted(wholes - stated, key=lambda each: (each.harm, _nulls(each), str(each))))


def _nulls(group: Group) -> int:
    return (group.status is None) + (group.demographic is None)


def _least_of_sources(said: Sequence[Said], missing: Sequence[Group]) -> Floors:
    """Return one account's floors: of the sources that it quotes, the least."""
    by_source: dict[str, list[Said]] = {}
    for each in said:
        by_source.setdefault(each.source, []).append(each)
    found: Floors = {}
    for own in by_source.values():
        for group, (low, claims) in _floors(own, missing).items():
            if group not in found or low < found[group][0]:
                found[group] = (low, claims)
    return found


def _floors(said: Sequence[Said], missing: Sequence[Group]) -> Floors:
    """Return the floors of the missing wholes by what one source says of their parts."""
    by_group: dict[Group, list[Said]] = {}
    for each in said:
        by_group.setdefault(each.group, []).append(each)
    known: Floors = {}
    for group, own in by_group.items():
        told = spoken(own)
        if told.low:
            known[group] = (told.low, told.said)
    found: Floors = {}
    for group in missing:
        floor = _of_parts(group, known)
        if floor is not None:
            known[group] = found[group] = floor
    return found


def _of_parts(whole: Group, known: Floors) -> tuple[int, tuple[Said, ...]] | None:
    """Return the greatest floor that the parts give: by status, by demographic, or by those who may be anybody."""
    parts: defaultdict[str, list[tuple[int, tuple[Said, ...]]]] = defaultdict(list)
    for group, floor in known.items():
        if group.harm != whole.harm:
            continue
        if whole.status is None and group.status is not None and group.demographic == whole.demographic:
            parts["anybody" if group.status == _MAY_BE_ANYBODY else "status"].append(floor)
        if whole.demographic is None and group.demographic is not None and group.status == whole.status:
            parts["demographic"].append(floor)
    sums = [
        (sum(low for low, _ in own), tuple(dict.fromkeys(each for _, claims in own for each in claims)))
        for own in parts.values()
    ]
    return max(sums, key=lambda each: each[0], default=None)
