"""Hostile text made harmless for a terminal and for a spreadsheet.

A report's words come from anywhere. An escape sequence in a headline would
move the cursor of whoever reads the ledger, and a cell that begins with "="
would be run by a spreadsheet.
"""

import re

from untold.reports.lists.guarding import guarded

# C0 and C1 controls but tab and line break, and the marks that reverse the direction of what follows them.
_LIVE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return `text` on one line, with every character that acts on a terminal replaced.

    >>> printable("12\x1b[2J killed")
    '12�[2J killed'
    """
    return without_controls(" ".join(text.split()))


def without_controls(text: str) -> str:
    """Return `text` at the same length with its live characters replaced; line breaks and tabs are kept."""
    return _LIVE.sub("\ufffd", text)


def cell(value: object) -> str:
    """Return a value as a spreadsheet's cell that no spreadsheet takes for a formula, and no terminal acts on.

    >>> cell("=1+1"), cell(-3), cell(None)
    ("'=1+1", '-3', '')
    """
    text = "" if value is None else str(value)
    return guarded(without_controls(text)) if isinstance(value, str) else text
