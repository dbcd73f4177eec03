"""A ledger as lines for a terminal of eighty columns: the months, the print beside them, the figures under them."""

from collections.abc import Iterator

from untold.allegations.ledger import Ages, Figures, Gap, LedgerMonth, PrintedMonth
from untold.allegations.ledgers import ActorLedger
from untold.allegations.reading.record import PrintedLedger
from untold.cli.directions import counted, isolated, wrapped

_HEADS = ("start", "new", "reopened", "credible", "non-cred.", "duplicate", "end")
_FIELDS = ("open_at_start", "new", "reopened", "credible", "non_credible", "duplicate", "open_at_end")
_WIDTH = 10  # columns of a number
_NAMED = 10  # allegations that a line names


def ledger_lines(one: ActorLedger, day: str) -> str:
    """Return an actor's ledger as lines; months in which nothing moved are left out, and counted."""
    return "\n".join((*_months(one, day), *_printed(one), *_figures(one.figures)))


def _months(one: ActorLedger, day: str) -> Iterator[str]:
    yield f"{isolated(one.actor.name)}, by our docket, as of {day}"
    moved = [each for each in one.months if each.new or each.reopened or each.completed]
    if moved:
        yield f"{'month':<9}{''.join(f'{head:>{_WIDTH}}' for head in _HEADS)}"
    for each in moved:
        yield _row(each.month, each)
    still = len(one.months) - len(moved)
    if still:
        yield f"{still:,} months in which nothing moved are left out"
    by_answer = sum(each.by_answer for each in one.months)
    if by_answer:
        yield wrapped(f"{by_answer:,} of the new are known by their first answer alone, and counted in its month")
    if one.unplaced:
        left = len(one.unplaced) - _NAMED
        named = [*one.unplaced[:_NAMED], *([f"and {left:,} more; --as json names them"] if left > 0 else [])]
        number = counted(len(one.unplaced), "allegation")
        yield wrapped(f"in no month, because nothing says in which: {number}, {', '.join(named)}", hanging="  ")


def _printed(one: ActorLedger) -> Iterator[str]:
    if not one.printed:
        return
    yield ""
    yield f"{isolated(one.actor.name)}, as it prints its own"
    yield f"{'month':<9}{''.join(f'{head:>{_WIDTH}}' for head in _HEADS)}"
    for each in one.printed:
        yield _row(each.ledger.month or "no month", each.ledger)
        yield from _beside(each)


def _beside(printed: PrintedMonth) -> Iterator[str]:
    yield _indented(
        f"report {printed.report}" + (f", replaced by {printed.replaced_by}" if printed.replaced_by else "")
    )
    yield from (_indented(each.message) for each in printed.checks)
    if printed.ours is None:
        yield _indented("our docket has no such month")
        return
    ours = printed.ours
    yield _indented(
        f"our docket: {ours.new:,} new, {ours.reopened:,} reopened, {ours.credible:,} credible, "
        f"{ours.non_credible:,} non-credible, {ours.duplicate:,} duplicate, {ours.open_at_end:,} open at the end"
    )


def _row(month: str, of: LedgerMonth | PrintedLedger) -> str:
    numbers = [getattr(of, field) for field in _FIELDS]
    return f"{month:<9}" + "".join(f"{'-' if each is None else f'{each:,}':>{_WIDTH}}" for each in numbers)


def _figures(figures: Figures) -> Iterator[str]:
    yield ""
    if (figures.first, figures.last) != (None, None):
        yield f"of those that came in from {figures.first or 'the first'} to {figures.last or 'the last'}"
    yield _figure("put", f"{figures.put:,}; {figures.not_submitted:,} more not submitted")
    worded = f"; {figures.worded:,} more filed as open, with a finding in their own words" if figures.worded else ""
    yield _figure("answered", f"{figures.answered:,} of {figures.put:,}{_share(figures.share_answered)}{worded}")
    yield _figure("conceded", f"{figures.conceded:,} of {figures.answered:,}{_share(figures.share_conceded)}")
    yield _figure("reopened", f"{counted(figures.reopened, 'allegation')}, {counted(figures.reopenings, 'time')}")
    yield _figure("to answer", _ages(figures.to_answer))
    yield _figure("still open", _ages(figures.to_now))
    yield _figure("killed", _gap(figures.gap))
    yield _figure("", f"of those conceded: {_gap(figures.conceded_gap)}")


def _ages(ages: Ages) -> str:
    unknown = [f"{ages.without_receipt:,} without a day of receipt"] if ages.without_receipt else []
    unknown += [f"{ages.not_to_the_day:,} not known to the day"] if ages.not_to_the_day else []
    beside = f"; {', '.join(unknown)}" if unknown else ""
    if not ages.known:
        return f"no age is known{beside}"
    return (
        f"median {ages.median:g} days, quarters {ages.lower_quarter:g} and {ages.upper_quarter:g}, "
        f"longest {ages.longest:,}, of {ages.known:,}{beside}"
    )


def _gap(gap: Gap) -> str:
    recorded = "no minimum" if gap.recorded is None else f"at least {gap.recorded:,}"
    low = "no number" if gap.conceded_low is None else f"at least {gap.conceded_low:,}"
    conceded = f"{low} conceded in {gap.conceding:,}{_unknown(gap.without_floor, 'a number')}"
    apart = "" if gap.missing is None else f"; {gap.missing:,} apart in the {gap.compared:,} where both are known"
    elsewhere = f"; {gap.elsewhere:,} more concede harm in no incident of the record" if gap.elsewhere else ""
    return (
        f"{recorded} recorded in {counted(gap.incidents, 'incident')}{_unknown(gap.without_minimum, 'a minimum')}, "
        f"{conceded if gap.conceding else 'nothing conceded'}{apart}{elsewhere}"
    )


def _unknown(number: int, of_what: str) -> str:
    return f" ({number:,} without {of_what})" if number else ""


def _share(share: float | None) -> str:
    return "" if share is None else f", {share:.0%}"


def _figure(label: str, words: str) -> str:
    return wrapped(words, indent=f"{label:<12}", hanging=" " * 12)


def _indented(words: str) -> str:
    return wrapped(words, indent=" " * 9, hanging=" " * 11)
