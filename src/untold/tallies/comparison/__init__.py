"""Comparison: what may be set beside what, what may not, and why."""

from untold.tallies.comparison.pairing import compare
from untold.tallies.comparison.record import Comparison, Item, Pair, SharedScope

__all__ = ["Comparison", "Item", "Pair", "SharedScope", "compare"]
