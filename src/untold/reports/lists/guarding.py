"""Cells that a spreadsheet would run as formulas: text on the way in, text on the way out.

A list that is sent from hand to hand passes through spreadsheets, and a cell
that begins with an equals sign is run there, whoever wrote it. An apostrophe
before it makes it text again for all of them; here it is put and taken away so
that every cell comes back as it was.
"""

import re

_RUN = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # also the full-width forms, which some programs run
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?%?")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs; plain numbers stay numbers.

    >>> guarded("=1+1"), guarded("-36.5"), guarded("- near the town"), guarded("Homs")
    ("'=1+1", '-36.5', "'- near the town", 'Homs')
    """
    return f"'{cell}" if _is_run(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that guards it.

    >>> unguarded("'=1+1"), unguarded("'Ayn Issa"), unguarded("-36.5")
    ('=1+1', "'Ayn Issa", '-36.5')
    """
    return cell[1:] if cell.startswith("'") and _is_run(cell[1:]) else cell


def _is_run(cell: str) -> bool:
    return _RUN.match(cell) is not None and _NUMBER.fullmatch(cell) is None
