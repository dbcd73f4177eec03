"""Which sets of actors can be one: the same actor in both, or one within the other.

"The US Air Force" and "the coalition" can be one hand in two sources. The
codebook knows who is part of whom and who strikes in which coalition; here that
becomes a small table of pairs of sets, which a match joins instead of asking
for each of a million pairs.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from untold.claims.claim import Attribution
from untold.codebook.actors import hands_of
from untold.codebook.folding import name_key


def actor_set(attributions: Sequence[Attribution]) -> tuple[tuple[str, ...], bool]:
    """Return the actors whom a source blames, in order, and whether it is sure of one of them.

    Whom it clears (`denied`) is not among them; nobody left is nobody known.

    >>> actor_set([Attribution("russia", "Russia", "suspected"), Attribution("turkey", "Turkey", "denied")])
    (('russia',), False)
    """
    blamed = [each for each in attributions if each.role != "denied"]
    names = tuple(sorted({each.id or name_key(each.name) for each in blamed} - {""}))
    return names, any(each.role == "known" for each in blamed)


def meetings_of(numbers: Mapping[tuple[str, ...], int]) -> Iterator[tuple[int, int]]:
    """Yield each pair of different sets, both ways round, that have an actor in common or two that can be one hand."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for names, number in numbers.items():
        for name in names:
            bearers[name].add(number)
    met: set[tuple[int, int]] = set()
    for names, number in numbers.items():
        for name in names:
            for hand in hands_of(name):
                for other in bearers.get(hand, ()):
                    if other != number:
                        met |= {(number, other), (other, number)}
    yield from sorted(met)
