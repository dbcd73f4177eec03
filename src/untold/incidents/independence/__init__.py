"""Which sources are one: copies of a text, outlets that quote one monitor, papers that print one agency.

Two reports of a strike are two sources only if neither rests on what the other
rests on. Everything that is graded counts the voices that are left after that.
"""

from untold.incidents.independence.copies import copy_groups
from untold.incidents.independence.grouping import SourceGroup, independent_sources

__all__ = ["SourceGroup", "copy_groups", "independent_sources"]
