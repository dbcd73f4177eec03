"""Ranging: from what the accounts of one incident say to one range for each group, by a rule that has a name."""

from untold.tallies.ranging.explaining import Explained, ExplainedRange, explain_incident
from untold.tallies.ranging.hierarchy import Hierarchy, hierarchy_of, shipped_hierarchy
from untold.tallies.ranging.ranged import Ranged
from untold.tallies.ranging.rules import MEANINGS, ranges_by
from untold.tallies.ranging.said import Group, Said, said_in
from untold.tallies.ranging.spoken import Copy, PassedOver

__all__ = [
    "MEANINGS",
    "Copy",
    "Explained",
    "ExplainedRange",
    "Group",
    "Hierarchy",
    "PassedOver",
    "Ranged",
    "Said",
    "explain_incident",
    "hierarchy_of",
    "ranges_by",
    "said_in",
    "shipped_hierarchy",
]
