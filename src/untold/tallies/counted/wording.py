"""A tally in words: its number, what it leaves open, and what stands beside it, in the reader's language."""

from collections.abc import Iterator

from untold.tallies.counted.phrases import field_names
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.tally import Tally, TallyTable

# Cells of which a source may state a whole, some parts, or both.
_OF_PEOPLE = frozenset({"status", "demographic"})


def number(tally: Tally, phrases: Phrases) -> str:
    """Return how many, no more exactly than the record says: "508–700", "at least 508", "an unknown number"."""
    return bounds(tally.low, tally.high, phrases)


def bounds(low: int | None, high: int | None, phrases: Phrases) -> str:
    """Return two bounds in words."""
    key = "number_one" if low is not None and low == high else "number_range"
    if low is None or high is None:
        key = "number_none" if low == high else "number_least" if high is None else "number_most"
    return phrases.say("tally", key, low=digits(low), high=digits(high))


def digits(count: int | None) -> str:
    """Return a number as it is printed; a dash is not known.

    >>> digits(1044), digits(None)
    ('1,044', '–')
    """
    return "\u2013" if count is None else f"{count:,}"


def ceiling(tally: Tally) -> str:
    """Return a cell's ceiling, with a plus where it is only what the known ones add up to.

    What they add up to below the floor bounds nothing, and is not shown.
    """
    if tally.high is None and (tally.known_high or 0) < (tally.low or 0):
        return digits(None)
    return _known(tally.high, tally.known_high)


def best(tally: Tally) -> str:
    """Return a cell's best number, with a plus where it is only what the known ones add up to."""
    return _known(tally.best, tally.known_best)


def _known(whole: int | None, known: int | None) -> str:
    return digits(whole) if whole is not None or known is None else f"{known:,}+"


def incidents(count: int, phrases: Phrases) -> str:
    """Return how many incidents, in words."""
    return phrases.say("tally", "one_incident") if count == 1 else phrases.say("tally", "incidents", n=f"{count:,}")


def open_ends(tally: Tally, phrases: Phrases) -> Iterator[str]:
    """Yield what a number leaves open, and how much of it is known."""
    if tally.known_best is not None:
        yield phrases.say("tally", "best", best=best(tally))
    if tally.high is None and tally.known_high is not None and tally.known_high >= (tally.low or 0):
        yield phrases.say("tally", "known_high", high=digits(tally.known_high))
    counts = {
        "without_low": tally.without_low,
        "without_high": tally.without_high,
        "silent": tally.silent,
        "from_parts": tally.from_parts,
    }
    for key, count in counts.items():
        if count:
            yield phrases.say("tally", key, n=f"{count:,}")


def beside(tally: Tally, phrases: Phrases) -> Iterator[str]:
    """Yield what stands beside a number and is not in it: people of whom nobody says the status."""
    if tally.unstated:
        many = bounds(tally.unstated_low, None, phrases)
        yield phrases.say("tally", "unstated", n=f"{tally.unstated:,}", number=many)


def notes(table: TallyTable, phrases: Phrases) -> Iterator[str]:
    """Yield what a reader of a table must know: what overlaps, what is left out, what the signs mean."""
    if any(cell.shared for cell in table.cells):
        in_cells = sum(cell.incidents for cell in table.cells)
        yield phrases.say("tally", "shared", sum=f"{in_cells:,}", n=f"{table.total.incidents:,}")
    if _OF_PEOPLE & set(table.by):
        fields = tuple(field for field in table.by if field in _OF_PEOPLE)
        yield phrases.say("tally", "overlap", fields=field_names(fields, phrases))
    if table.left_out.undated:
        yield phrases.say("tally", "undated", n=f"{table.left_out.undated:,}")
    if table.left_out.straddling:
        yield phrases.say("tally", "straddling", n=f"{table.left_out.straddling:,}")
    if any("+" in f"{ceiling(cell)}{best(cell)}" for cell in (table.total, *table.cells)):
        yield phrases.say("tally", "open")
