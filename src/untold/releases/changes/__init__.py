"""What changed since the last release: corrections that nobody has to ask for, and that tell nothing new."""

from untold.releases.changes.since import Feed, changes_since
from untold.releases.changes.withdrawing import withdrawn_incidents

__all__ = ["Feed", "changes_since", "withdrawn_incidents"]
