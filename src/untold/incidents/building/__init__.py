"""Building: from a cluster of accounts to an incident with its code, ranges, parties and contradictions."""

from untold.incidents.building.incidents import Changes, build_incidents

__all__ = ["Changes", "build_incidents"]
