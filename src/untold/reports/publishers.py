"""Who publishes: the name a page gives itself, with the codebook's slug where it knows it."""

from untold.codebook.actors import find_actor
from untold.reports.report import Source


def publisher(name: str) -> Source:
    """Return the source of that name; an unknown name keeps a null id.

    >>> publisher("The Weekly Nobody").id is None
    True
    """
    words = " ".join(name.split())[:200]
    known = find_actor(words)
    return Source(known.id if known else None, words)
