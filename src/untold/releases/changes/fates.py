"""What became of each incident: still there, merged, split, withdrawn, or no longer published.

A code that was printed in a newspaper must lead somewhere for ever. So a code
that is gone is either among the former codes of another incident, or on the
list of deletions.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import msgspec

from untold.releases.changes.record import Deletion


class IncidentHead(msgspec.Struct, frozen=True):
    """An incident of a release by its codes."""

    code: str
    previous_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the incidents of the release before.

    `added` are the codes that it had not; `merged` pairs of a code that is gone
    and the one in which it went on; `split` pairs of a code that is still there
    and a new one that was part of it; `gone` a tombstone for each that is gone.
    """

    added: frozenset[str]
    merged: tuple[tuple[str, str], ...]
    split: tuple[tuple[str, str], ...]
    gone: tuple[Deletion, ...]


def fates(
    before: Iterable[IncidentHead],
    now: Iterable[IncidentHead],
    date: str,
    *,
    withdrawn: Collection[str] = (),
    hidden: Collection[str] = (),
) -> Fates:
    """Return what became of incidents, by their codes alone; of the `hidden` nothing is said.

    `withdrawn` are those that somebody took back.

    >>> before = [IncidentHead("A"), IncidentHead("B"), IncidentHead("C")]
    >>> now = [IncidentHead("A", ("B",)), IncidentHead("D", ("A",))]
    >>> found = fates(before, now, "2026-12-01", withdrawn={"C"})
    >>> found.merged, found.split, [(each.code, each.reason) for each in found.gone]
    ((('B', 'A'),), (('A', 'D'),), [('B', 'merged'), ('C', 'withdrawn')])
    """
    old, heirs, new = {each.code for each in before}, dict[str, list[str]](), set[str]()
    for each in now:
        new.add(each.code)
        for code in each.previous_codes:
            if code in old:
                heirs.setdefault(code, []).append(each.code)
    gone = sorted(old - new - set(hidden))
    return Fates(
        added=frozenset(new - old),
        merged=tuple((code, heir) for code in gone for heir in heirs.get(code, ())),
        split=tuple((code, heir) for code in sorted(old & new) for heir in heirs.get(code, ()) if heir not in old),
        gone=tuple(_deletion(code, tuple(heirs.get(code, ())), withdrawn, date) for code in gone),
    )


def still_gone(earlier: Iterable[Deletion], now: Collection[str], gone: Iterable[Deletion]) -> list[Deletion]:
    """Return all tombstones, of earlier releases too, in the order of codes; of codes that are there again none."""
    all_gone = {each.code: each for each in (*earlier, *gone) if each.code not in now}
    return [all_gone[code] for code in sorted(all_gone)]


def _deletion(code: str, heirs: tuple[str, ...], withdrawn: Collection[str], date: str) -> Deletion:
    if len(heirs) == 1:
        return Deletion(code, date, "merged", heirs)
    if heirs:
        return Deletion(code, date, "split", heirs)
    return Deletion(code, date, "withdrawn" if code in withdrawn else "not_published")
