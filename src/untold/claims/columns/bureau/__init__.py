"""The Bureau of Investigative Journalism's strike sheets: Pakistan, Yemen, Somalia, Afghanistan.

Workbooks that people kept by hand for fifteen years, with notes, a summary and
a table each. The countries' sheets differ in their columns' wording, so a
column is understood by its words.

Source: the notes sheet of the Bureau's Pakistan workbook ("Casualty
estimates"): a minimum that is the lowest and a maximum that is the highest
figure of the strike's sources, for all people killed, civilians, children and
the injured.
"""

from untold.claims.columns.bureau.reading import BUREAU
from untold.claims.columns.bureau.totals import PrintedTotal, printed_totals

__all__ = ["BUREAU", "PrintedTotal", "printed_totals"]
