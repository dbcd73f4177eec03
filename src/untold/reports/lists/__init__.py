"""A monitor's list: a table file as one report, in which every cell is a passage.

A number in a spreadsheet needs its origin as much as one in an article. So a
list is frozen like any other report, its text is its rows, and whoever asks
where a figure comes from is shown the cell.
"""

from untold.reports.lists.entries import Entry, Header, also_named, column_key, entries_under, headed, header_of
from untold.reports.lists.opening import open_list, read_list
from untold.reports.lists.table import Cell, ListReport, Merged, Row, Sheet, Value

__all__ = [
    "Cell",
    "Entry",
    "Header",
    "ListReport",
    "Merged",
    "Row",
    "Sheet",
    "Value",
    "also_named",
    "column_key",
    "entries_under",
    "headed",
    "header_of",
    "open_list",
    "read_list",
]
