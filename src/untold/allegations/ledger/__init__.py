"""The ledger of a review: its months, what the belligerent's own print leaves over, how long it takes, what it admits.

A party that answers hundreds of allegations a month and closes them in a
sentence can be followed only in numbers that balance.
"""

from untold.allegations.ledger.ageing import Ages, Overdue, ages, overdue
from untold.allegations.ledger.figures import Figures, Gap, figures_of
from untold.allegations.ledger.months import ledger_of, open_on, within
from untold.allegations.ledger.printed import PrintedMonth, check_printed, printed_months
from untold.allegations.ledger.record import Ledger, LedgerCheck, LedgerMonth, LedgerRule, Verdict

__all__ = [
    "Ages",
    "Figures",
    "Gap",
    "Ledger",
    "LedgerCheck",
    "LedgerMonth",
    "LedgerRule",
    "Overdue",
    "PrintedMonth",
    "Verdict",
    "ages",
    "check_printed",
    "figures_of",
    "ledger_of",
    "open_on",
    "overdue",
    "printed_months",
    "within",
]
