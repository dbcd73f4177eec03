"""What one source says of one group, over all its claims: the voices among which a rule chooses.

An account may give three numbers for one group, and three outlets may print
one monitor's. A rule must therefore not choose among claims: first each
account's claims become one pair of bounds, then the accounts of one
independent source become one voice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from untold.codebook.actors import all_actors
from untold.incidents.building.ranges import highest_ceiling, lowest_floor
from untold.tallies.ranging.said import Said


@dataclass(frozen=True, slots=True)
class Spoken:
    """The bounds that one account, or one independent source, gives for a group, with the claims that give them.

    With `from_parts` the account states parts alone, and `low` is what they
    make the whole. `publishers` is how many the codebook does not know and that count as one here.
    """

    account: str
    said: tuple[Said, ...]
    low: int | None
    high: int | None
    from_parts: bool = False
    publishers: int = 1

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose word it is, each once, in the order of the claims."""
        return tuple(dict.fromkeys(each.source for each in self.said))


@dataclass(frozen=True, slots=True)
class Copy:
    """An account that counts as one source with others: the first of them speaks for all."""

    speaker: str
    nth: int  # its place among the accounts of that source
    reason: str  # why it is no source of its own; empty for the speaker


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Claims that a rule did not use, and why, in words."""

    claims: tuple[str, ...]
    why: str


def by_account(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Return the claims of one group by their accounts, in the order of the accounts."""
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(each.account, []).append(each)
    return found


def spoken(said: Sequence[Said]) -> Spoken:
    """Return what one account says of one group: a source that says 3 and later 5 says 3 to 5.

    Persons who are listed are a floor, unless the account counts them as well.
    """
    counts = [each for each in said if not each.of_a_person]
    if not counts:
        return Spoken(said[0].account, tuple(said), len(said), None)
    lows, highs = [each.low for each in counts], [each.high for each in counts]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    return Spoken(said[0].account, tuple(counts), low, high)


def independent(
    heard: Sequence[Spoken], copies: Mapping[str, Copy]
) -> tuple[tuple[Spoken, ...], tuple[PassedOver, ...]]:
    """Return one voice for each independent source, and the claims of those that rest on another.

    Of a source's accounts the first that speaks of the group speaks for all.
    """
    chosen: dict[str, Spoken] = {}
    passed: list[PassedOver] = []
    for each in sorted(heard, key=lambda one: _place(one.account, copies)):
        copy = copies.get(each.account)
        speaker = each.account if copy is None else copy.speaker
        if speaker not in chosen:
            chosen[speaker] = each
        else:
            reason = copy.reason if copy is not None and copy.reason else f"one source with {chosen[speaker].account}"
            passed.append(PassedOver(claims_of(each), f"{reason}: they count once"))
    order = [each for each in heard if each in chosen.values()]
    return tuple(order), tuple(passed)


def unlisted_as_one(voices: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """Return the voices with those of whom the codebook knows nobody as one, as wide as they are apart.

    A thousand new pages cost nothing to make, so together they are one voice.
    """
    unlisted = [each for each in voices if not is_listed(each)]
    if len(unlisted) < 2:  # noqa: PLR2004 - one alone is one already
        return tuple(voices)
    together = Spoken(
        unlisted[0].account,
        tuple(said for each in unlisted for said in each.said),
        lowest_floor(unlisted),
        highest_ceiling(unlisted),
        any(each.from_parts for each in unlisted),
        len(unlisted),
    )
    return (*(each for each in voices if is_listed(each)), together)


def is_listed(voice: Spoken) -> bool:
    """Return whether a voice rests on anybody whom the codebook knows."""
    return any(source in all_actors() for source in voice.sources)


def claims_of(each: Spoken) -> tuple[str, ...]:
    """Return the ids of the claims that a voice rests on."""
    return tuple(one.claim for one in each.said)


def _place(account: str, copies: Mapping[str, Copy]) -> int:
    copy = copies.get(account)
    return 0 if copy is None else copy.nth
