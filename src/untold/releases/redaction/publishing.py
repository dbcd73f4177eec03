"""From a casebook to the records of a release, by a policy, one at a time."""

from collections.abc import Iterator
from pathlib import Path

from untold.releases.published import PublishedRecord
from untold.releases.redaction.policy import Policy


def published_records(folder: str | Path, policy: Policy, key: bytes) -> Iterator[PublishedRecord]:
    """Yield what may leave of a casebook, table by table in the order of `TABLES`, without holding a table.

    `key` makes the made-up ids of what is protected: the casebook keeps it,
    no release holds it. Raises `CasebookError` for a folder that is no casebook.
    """
    raise NotImplementedError
