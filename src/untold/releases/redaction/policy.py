"""A policy: what a release holds and how coarsely, by whoever answers for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """What a release holds and how coarsely."""
