"""The review as rows for a table: one for each allegation, determination or month."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from untold.allegations.ledgers import ActorLedger
from untold.allegations.objects import AllegationObject, OverdueObject
from untold.cli.review_options import ReviewForm
from untold.codebook.counts import Count
from untold.codebook.schemas import json_lines, json_object
from untold.tallies.ledger.rows import Value, csv_text, workbook


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns, with a title, as CSV and as the sheet of a workbook have them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a command made: one record, the records of its lines, and its table and its words where they are wanted."""

    whole: object
    records: Iterable[object]
    table: Callable[[], Table]
    words: Callable[[], str]


def rendered(made: Made, form: ReviewForm) -> str | bytes:
    """Return what a command made in one form; words end in one line break, nothing stays nothing."""
    match form:
        case ReviewForm.JSON:
            return json_object(made.whole)
        case ReviewForm.JSONL:
            return json_lines(made.records)
        case ReviewForm.CSV:
            table = made.table()
            return csv_text(table.columns, table.rows)
        case ReviewForm.XLSX:
            table = made.table()
            return workbook({table.title: [table.columns, *table.rows]})
        case _:
            return f"{made.words().rstrip()}\n"


_ALLEGATIONS = (
    "allegation", "to", "incident", "account", "status", "received", "entered", "open_since", "reopenings", "reporter",
    "numbers", "codes", "determinations", "last_determination", "reasons", "conceded_killed", "conceded_injured",
    "doubts",
)  # fmt: skip
_DETERMINATIONS = (
    "allegation", "determination", "date", "published", "status", "reasons", "standard", "conceded_killed",
    "conceded_injured", "stated_place", "grid", "distance_km", "corrects", "stands", "by", "why", "report", "start",
    "end", "statement",
)  # fmt: skip
_MONTHS = (
    "actor", "month", "counted_by", "report", "replaced_by", "open_at_start", "new", "reopened", "credible",
    "non_credible", "duplicate", "completed", "open_at_end", "verdict",
)  # fmt: skip
_NUMBERS = (
    "open_at_start", "new", "reopened", "credible", "non_credible", "duplicate", "completed", "open_at_end",
)  # fmt: skip
_OVERDUE = ("kind", "id", "allegation", "to", "incident", "account", "since", "days", "status", "worded")


def allegations_table(found: Sequence[AllegationObject]) -> Table:
    """Return a row for each allegation; several values in a cell are separated by semicolons."""
    return Table("allegations", _ALLEGATIONS, tuple(map(_allegation, found)))


def determinations_table(found: AllegationObject) -> Table:
    """Return a row for each determination of one allegation, with the place of its statement in the report's text."""
    return Table("determinations", _DETERMINATIONS, tuple(_determinations(found)))


def ledgers_table(found: Iterable[ActorLedger]) -> Table:
    """Return a row for each month by our docket (`ours`) and one for each that a report prints (`printed`)."""
    return Table("ledger", _MONTHS, tuple(row for each in found for row in _months(each)))


def overdue_table(found: OverdueObject) -> Table:
    """Return a row for each allegation and each request that waits too long."""
    return Table("overdue", _OVERDUE, tuple(_overdue(found)))


def _allegation(one: AllegationObject) -> tuple[Value, ...]:
    own = one.allegation
    last = next((each for each in reversed(own.determinations) if each.id in one.standing), None)
    conceded = last.conceded if last is not None else None
    return (
        own.id, own.to.id or own.to.name, own.incident, own.account, own.status, own.received, one.entered,
        one.open_since, one.reopenings, (own.reporter.id or own.reporter.name) if own.reporter else None,
        ";".join(own.numbers), ";".join(own.codes), len(own.determinations), last.date if last else None,
        ";".join(last.reasons) if last else None, _words(conceded.killed if conceded else None),
        _words(conceded.injured if conceded else None), "; ".join(own.doubts),
    )  # fmt: skip


def _determinations(one: AllegationObject) -> Iterator[tuple[Value, ...]]:
    for each in one.allegation.determinations:
        conceded, passage = each.conceded, each.statement
        yield (
            one.allegation.id, each.id, each.date, each.published, each.status, ";".join(each.reasons), each.standard,
            _words(conceded.killed if conceded else None), _words(conceded.injured if conceded else None),
            each.stated_place, each.grid, each.distance_km, each.corrects, "yes" if each.id in one.standing else "no",
            each.by, each.why, *((passage.report, passage.start, passage.end, passage.text) if passage else [None] * 4),
        )  # fmt: skip


def _months(one: ActorLedger) -> Iterator[tuple[Value, ...]]:
    name = one.actor.id or one.actor.name
    for month in one.months:
        numbers = [getattr(month, field) for field in _NUMBERS]
        yield (name, month.month, "ours", None, None, *numbers, "balances")
    for printed in one.printed:
        numbers = [getattr(printed.ledger, field) for field in _NUMBERS]
        said = "; ".join(f"{each.rule} {each.verdict}" for each in printed.checks)
        yield (name, printed.ledger.month, "printed", printed.report, printed.replaced_by, *numbers, said)


def _overdue(found: OverdueObject) -> Iterator[tuple[Value, ...]]:
    for each in found.overdue:
        own = each.allegation
        to = own.to.id or own.to.name
        yield (
            "allegation",
            own.id,
            own.id,
            to,
            own.incident,
            own.account,
            each.since,
            each.days,
            own.status,
            each.worded,
        )
    for one in found.requests:
        asked = one.request
        to = asked.to.id or asked.to.name
        yield "request", asked.id, asked.allegation, to, None, None, asked.asked, one.days, "unanswered", None


def _words(count: Count | None) -> str | None:
    return None if count is None else str(count)
