"""Lists from a file: capture patterns with their counts, or one row a unit, as a capture table for each stratum."""

from untold.estimates.lists.bare_counts import bare_counts
from untold.estimates.lists.reading import CaptureLists, Stratum, read_lists

__all__ = ["CaptureLists", "Stratum", "bare_counts", "read_lists"]
