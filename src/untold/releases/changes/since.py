"""What a release adds about the one before: its changes, every deletion so far, and the feed of corrections."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from untold.releases.changes.comparing import changes_between
from untold.releases.changes.fates import IncidentHead, fates, still_gone
from untold.releases.changes.feed import FeedOf, authority_of, feed
from untold.releases.changes.record import Deletion
from untold.releases.changes.tables import CHANGES, DELETIONS, rows_of_changes, rows_of_deletions
from untold.releases.changes.withdrawing import Gone
from untold.releases.reading import rows_of
from untold.releases.release import Terms, release_at
from untold.releases.writing import Addition

FEED = "corrections.atom"
_UNKNOWN = "The publishers of the record"


@dataclass(frozen=True, slots=True)
class Feed:
    """How a publisher's feed is to be named: `authority` is a domain of its own, null for one that nobody holds."""

    authority: str | None = None


def changes_since(before: Path, now: Path, terms: Terms, gone: Gone, of: Feed | None = None) -> Addition:
    """Return the tables and the file that tell what changed since a release; `now` holds the new one's tables.

    Raises `BrokenRelease` where a table of one of the two cannot be read.
    """
    found = fates(_heads(before), _heads(now), terms.date, withdrawn=gone.withdrawn, hidden=gone.hidden)
    untold = gone.hidden.union(each.code for each in _heads(now))
    deletions = still_gone(_deletions(before), untold, found.gone)
    whose = FeedOf(
        terms.publisher or _UNKNOWN,
        (of and of.authority) or authority_of(terms.publisher),
        terms.number,
        terms.date,
    )
    return Addition(
        (
            replace(CHANGES, rows=rows_of_changes(changes_between(before, now, found, gone))),
            replace(DELETIONS, rows=rows_of_deletions(deletions)),
        ),
        {FEED: feed(whose, changes_between(before, now, found, gone), found.gone)},
    )


def _heads(release: Path) -> Iterator[IncidentHead]:
    return rows_of(release, "incidents", IncidentHead)


def _deletions(release: Path) -> Iterator[Deletion]:
    """Yield the tombstones of a release; the first of a series has no such table."""
    has_any = any(table.name == DELETIONS.name for table in release_at(release).tables)
    return rows_of(release, DELETIONS.name, Deletion) if has_any else iter(())
