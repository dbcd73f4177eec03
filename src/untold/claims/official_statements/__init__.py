"""What an official statement says of itself: its day, its places, what it found and whom it concedes.

A belligerent answers hundreds of allegations in one monthly list, one line
each. What a line states is read here, each field with its own words, and what
it does not state stays unread: a sentence that fits hundreds of incidents
yields nothing of any of them.
"""

from untold.claims.official_statements.statement import NamedPlace, Nearness, OfficialStatement, Outcome, Section
from untold.claims.official_statements.statements import read_answer, read_official_statement, read_printed

__all__ = [
    "NamedPlace",
    "Nearness",
    "OfficialStatement",
    "Outcome",
    "Section",
    "read_answer",
    "read_official_statement",
    "read_printed",
]
