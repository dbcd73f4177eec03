"""What changed since the last release: corrections that nobody has to ask for, and that tell nothing new."""

from untold.releases.changes.since import Feed, changes_since
from untold.releases.changes.withdrawing import Gone, gone_from

__all__ = ["Feed", "Gone", "changes_since", "gone_from"]
