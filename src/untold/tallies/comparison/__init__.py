"""Comparison: what may be set beside what, what may not, and why."""

from untold.tallies.comparison.computing import Counted
from untold.tallies.comparison.figure import Figure, ScopeComparison
from untold.tallies.comparison.on_scope import compare_on_scope
from untold.tallies.comparison.pairing import compare
from untold.tallies.comparison.record import Comparison, Item, Pair, SharedScope
from untold.tallies.comparison.scope import Scope

__all__ = [
    "Comparison",
    "Counted",
    "Figure",
    "Item",
    "Pair",
    "Scope",
    "ScopeComparison",
    "SharedScope",
    "compare",
    "compare_on_scope",
]
