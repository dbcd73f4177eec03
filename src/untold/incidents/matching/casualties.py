"""How many an account speaks of: its claims brought down to three ranges that can be compared.

One source counts everyone killed, another civilians alone. "Three civilians
killed" puts a floor of three under everyone and no ceiling; "eight killed"
puts a ceiling of eight over civilians. So both ranges follow from whichever
is stated, and two sources contradict only where no number could be both.
"""

from collections.abc import Iterable, Sequence

from untold.claims.claim import Claim
from untold.incidents.persons import counting

_SILENT = frozenset({"hypothetical", "retracted", "denied"})
Bounds = tuple[int | None, int | None]


def casualties(claims: Sequence[Claim]) -> dict[str, int | None]:
    """Return `killed`, `civilians` and `injured`, each as `_low` and `_high`; null is no bound.

    Parts of a whole, running totals, and claims that are denied, hypothetical
    or retracted say nothing about the incident's own number. Persons who are
    listed one by one are a floor, where the account counts nobody.
    """
    counts, persons = counting(claim for claim in claims if _counts(claim))
    counted = [claim for claim in counts if claim.demographic is None]
    stated = _hull(_of(counted, "killed", civilian=False))
    civilian = _hull(_of(counted, "killed", civilian=True))
    killed = stated if stated is not None else (None if civilian is None else (civilian[0], None))
    civilians = civilian if civilian is not None else (None if stated is None else (None, stated[1]))
    killed, civilians = killed or _floor(persons, "killed"), civilians or _floor(persons, "killed", {"civilian"})
    injured = _hull([*_of(counted, "injured", civilian=False), *_of(counted, "injured", civilian=True)]) or _floor(
        persons, "injured"
    )
    named = {"killed": killed, "civilians": civilians, "injured": injured}
    return {
        f"{name}_{side}": None if bounds is None else bounds[i]
        for name, bounds in named.items()
        for i, side in enumerate(("low", "high"))
    }


def _counts(claim: Claim) -> bool:
    return (
        claim.kind in {"casualty", "concession"}
        and claim.scope == "incident"
        and claim.modality not in _SILENT
        and claim.state not in {"rejected", "ungrounded"}
        and claim.part_of is None
    )


def _of(claims: Iterable[Claim], harm: str, *, civilian: bool) -> list[Bounds]:
    statuses = {"civilian"} if civilian else {None, "unknown"}
    chosen = [claim.count for claim in claims if claim.harm == harm and claim.status in statuses]
    return [(count.low, count.high) for count in chosen if (count.low, count.high) != (None, None)]


def _floor(persons: Iterable[Claim], harm: str, statuses: frozenset[str] | set[str] | None = None) -> Bounds | None:
    """Return at least so many as there are persons of that harm and status; null for none."""
    number = sum(claim.harm == harm and (statuses is None or claim.status in statuses) for claim in persons)
    return (number, None) if number else None


def _hull(bounds: list[Bounds]) -> Bounds | None:
    """Return the range that holds all of them: a source that says 3 and later 5 says 3 to 5."""
    if not bounds:
        return None
    lows = [low for low, _ in bounds]
    highs = [high for _, high in bounds]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    return low, high
