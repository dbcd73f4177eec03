"""Whose word a figure is, as a key and in words.

Two copies of one wire story are one voice, and so are two snapshots of one
running total; a list and its own printed total are one voice that counts
twice. Which of these a pair is decides whether it says anything.
"""

from untold.claims.claim import CELLS_READER, Claim
from untold.codebook.folding import name_key
from untold.tallies.comparison.figure import Figure

RECORD = "the record"  # all sources of the record together: nobody's word but the reader's own count


def voice_of(figure: Figure) -> str:
    """Return a key for who says it: the source, else the report, else the record itself."""
    if figure.source is not None:
        return figure.source.id or name_key(figure.source.name)
    return RECORD if figure.report is None else f"report {figure.report}"


def voice_name(figure: Figure) -> str:
    """Return who says it, as worded."""
    if figure.source is not None:
        return figure.source.name
    return "all sources of the record" if figure.report is None else "the report itself"


def are_two(one: Figure, other: Figure) -> bool:
    """Return whether a pair says anything: two voices, or one that printed a total beside the rows of its own list.

    The same sentence in two reports is one story, copied.
    """
    if voice_of(one) != voice_of(other):
        return not is_copied(one, other)
    return one.adjective != other.adjective and "documented" in {one.adjective, other.adjective}


def is_copied(one: Figure, other: Figure) -> bool:
    """Return whether two reports print one sentence; that two lists have the same number in a cell is no copy."""
    if one.passage is None or other.passage is None or one.report == other.report:
        return False
    return one.is_sentence and other.is_sentence and one.passage.text == other.passage.text


def is_sentence(claim: Claim) -> bool:
    """Return whether a claim's quote is a sentence, and not a cell of a list."""
    return claim.reader != CELLS_READER
