"""Which lists share whom: the overlap table, odds ratios of pairs, what is wrong with the lists, and their plot."""

from untold.estimates.overlaps.counting import overlaps_of
from untold.estimates.overlaps.plot import upset_plot
from untold.estimates.overlaps.record import ListFault, ListSize, Overlaps, PairOverlap, PatternCount
from untold.estimates.overlaps.section import OVERLAP_STYLE, overlap_section

__all__ = [
    "OVERLAP_STYLE",
    "ListFault",
    "ListSize",
    "Overlaps",
    "PairOverlap",
    "PatternCount",
    "overlap_section",
    "overlaps_of",
    "upset_plot",
]
