"""Lists from a file: capture patterns with their counts, or one row a unit, as a capture table for each stratum."""

from untold.estimates.lists.bare_counts import bare_counts
from untold.estimates.lists.leaving_out import empty_lists, without_lists
from untold.estimates.lists.reading import CaptureLists, Stratum, read_lists

__all__ = ["CaptureLists", "Stratum", "bare_counts", "empty_lists", "read_lists", "without_lists"]
