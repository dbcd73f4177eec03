"""Reading columns: a monitor's rows become accounts and claims, each number with its cell.

What a list's columns mean is its publisher's codebook, so each layout is a
module of its own; how a row that was understood becomes records is the same
for all of them.
"""

from untold.claims.columns.cells import Cells
from untold.claims.columns.entering import FromList, accounts_from_list
from untold.claims.columns.layout import Figure, Layout, RowDraft, one_table

__all__ = ["Cells", "Figure", "FromList", "Layout", "RowDraft", "accounts_from_list", "one_table"]
