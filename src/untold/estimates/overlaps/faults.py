"""What is wrong with lists, as far as their overlaps show it.

An estimate takes lists to be of different origins. A list within another looks
like a copy, which makes too many overlaps and so too few unseen; a pair that
never meets may be of two populations, which does the opposite.
"""

from collections.abc import Iterator, Sequence

from untold.estimates.overlaps.record import ListFault, ListSize, PairOverlap, Severity

FEWEST_LISTS = 3
FEWEST_UNITS = 10
NEARLY = 0.95  # of a list's units on another list, from which it may be a copy


def faults_of(lists: Sequence[ListSize], pairs: Sequence[PairOverlap]) -> tuple[ListFault, ...]:
    """Return what is wrong with some lists, errors first."""
    found = [*_few_lists(lists), *_within(lists, pairs), *_few_units(lists), *_never_meet(pairs)]
    return tuple(sorted(found, key=lambda fault: fault.severity != "error"))


def _few_lists(lists: Sequence[ListSize]) -> Iterator[ListFault]:
    if len(lists) < FEWEST_LISTS:
        yield ListFault(
            "few_lists",
            "error",
            tuple(each.name for each in lists),
            len(lists),
            f"{len(lists)} lists: whether they depend on each other cannot be told, and the estimate hangs on it",
            "find a third list of another origin",
        )


def _few_units(lists: Sequence[ListSize]) -> Iterator[ListFault]:
    for each in lists:
        if each.size < FEWEST_UNITS:
            message = f"{each.name} has {each.size}, fewer than {FEWEST_UNITS}: its overlaps are chance"
            yield ListFault(
                "few_units", "warning", (each.name,), each.size, message, "leave it out, or join it to one of its kind"
            )


def _within(lists: Sequence[ListSize], pairs: Sequence[PairOverlap]) -> Iterator[ListFault]:
    sizes = {each.name: each.size for each in lists}
    for pair in pairs:
        for inner, outer in ((pair.a, pair.b), (pair.b, pair.a)):
            if sizes[inner] and pair.both == sizes[inner] and (sizes[inner] < sizes[outer] or inner == pair.a):
                message = f"everybody on {inner} is on {outer} too ({pair.both:,}): it looks like a copy"
                severity: Severity = "error" if pair.both >= FEWEST_UNITS else "warning"  # a few can be so by chance
                yield ListFault("inside", severity, (inner, outer), pair.both, message, _JOIN.format(inner))
            elif FEWEST_UNITS <= NEARLY * sizes[inner] <= pair.both < sizes[inner]:
                message = f"{pair.both:,} of the {sizes[inner]:,} on {inner} are on {outer} too: it may be a copy"
                yield ListFault("nearly_inside", "warning", (inner, outer), pair.both, message, _JOIN.format(inner))


_JOIN = "join the two lists, or leave {} out: a copy makes the estimate too low"


def _never_meet(pairs: Sequence[PairOverlap]) -> Iterator[ListFault]:
    for pair in pairs:
        if pair.both == 0:
            message = f"{pair.a} and {pair.b} share nobody: they may be about different people, places or times"
            remedy = "check the matching, split by place and time, or join one of them to a list of its kind"
            yield ListFault("never_meet", "warning", (pair.a, pair.b), 0, message, remedy)
