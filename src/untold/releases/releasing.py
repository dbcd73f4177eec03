"""A release made of a casebook: what may leave by a policy, written down, after the release before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from untold.allegations import hand
from untold.allegations.official_reports import FILE as OFFICIAL_REPORTS
from untold.allegations.record import FILE as ALLEGATIONS
from untold.claims.accounts import ACCOUNTS
from untold.claims.claim import Party
from untold.codebook.errors import ReleaseRefused
from untold.incidents.official.answers import is_statement
from untold.releases.changes import changes_since, gone_from
from untold.releases.exports import write_exports
from untold.releases.reading import check_whole
from untold.releases.redaction import published_records
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.streaming import each_record
from untold.releases.release import DESCRIPTION, Release, Terms, as_previous, release_at
from untold.releases.remembering import as_released
from untold.releases.writing import Addition, Making, write_release

if TYPE_CHECKING:
    from untold.claims.account import Account


class _Position(msgspec.Struct):
    position: str | None = None


class _Head(msgspec.Struct):
    """What of an account tells whether it is a belligerent's statement; the rest is not even read."""

    source: Party
    stated: _Position
    text: str | None = None


_REVIEWED = (ALLEGATIONS, OFFICIAL_REPORTS, hand.ALLEGATIONS, hand.DETERMINATIONS)  # what a docket is made of


@dataclass(frozen=True, slots=True)
class Wish:
    """What a publisher asks for: the terms, the policy, the release before, HXL tags in CSV, and others' columns."""

    terms: Terms
    policy: Policy
    previous: Path | None = None
    has_hxl: bool = False
    exports: tuple[str, ...] = ()


def release_casebook(
    casebook: str | Path,
    folder: Path,
    wish: Wish,
    *,
    key: bytes,
    program: str,
    told: Callable[[str, int], object] | None = None,
) -> Release:
    """Make a release of a casebook in a new folder, whole or not at all, and return what it says of itself.

    `key` makes the ids of what is protected; `program` is what the release
    names as its maker; `told` hears what is written, and how many rows of it.

    Raises `CasebookError` for a broken casebook, `BrokenRelease` where the
    release before is not as it was published, and `ReleaseRefused` where
    something stands in the folder's place, the number does not follow, the
    disk is full, or what the tables say would not hold up.
    """
    previous = None
    if wish.previous is not None:
        check_whole(wish.previous)
        previous = as_previous(wish.previous)
        if previous.number >= wish.terms.number:
            why = f"a release numbered {wish.terms.number} cannot follow number {previous.number}"
            raise ReleaseRefused(why, f"give it number {previous.number + 1}, or the release before it")
    making = Making(wish.policy.name, program, previous, wish.has_hxl)
    records = as_released(published_records(casebook, wish.policy, key), casebook)
    return write_release(folder, records, wish.terms, making, more=_more(wish, casebook), told=told)


def _more(wish: Wish, casebook: str | Path) -> Callable[[Path], Addition]:
    """Return what writes everything that is known only once the tables are there: exports, and what changed."""
    told_since = _told_since(wish, casebook)

    def add(now: Path) -> Addition:
        write_exports(now, wish.exports)
        return Addition() if told_since is None else told_since(now)

    return add


def _told_since(wish: Wish, casebook: str | Path) -> Callable[[Path], Addition] | None:
    """Return what tells the changes since the release before, once the tables are there; null for a first release."""
    before = wish.previous
    if before is None:
        return None
    gone = gone_from(casebook, wish.policy)
    return lambda now: changes_since(before, now, wish.terms, gone)


def has_review(casebook: str | Path) -> bool:
    """Return whether a casebook may hold allegations: some kept, or what they are made of.

    Only then its docket has to be made again before a release, for which all
    its claims and accounts are held at once. Raises `CasebookError` for a broken casebook.
    """
    folder = Path(casebook)
    if any((folder / name).exists() and (folder / name).stat().st_size for name in _REVIEWED):
        return True
    return any(is_statement(cast("Account", each)) for each in each_record(folder, ACCOUNTS, _Head))


def next_number(folder: Path, previous: Path | None) -> int:
    """Return the number after the release before, or after the highest of those that lie beside `folder`, else 1.

    Raises `BrokenRelease` where the release before is none.
    """
    if previous is not None:
        return release_at(previous).number + 1
    return max((number for number, _ in releases_beside(folder)), default=0) + 1


def releases_beside(folder: Path) -> Iterator[tuple[int, Path]]:
    """Yield the number and place of each release that lies beside a folder."""
    if folder.parent.is_dir():
        for each in sorted(folder.parent.iterdir()):
            if each != folder and (each / DESCRIPTION).is_file():
                yield release_at(each).number, each
