"""A tally as it is read: in a terminal, on a page, as a spreadsheet, and by other programs."""
