"""Series for other programs: one JSON object, whose shape ships with the package, and tables of their days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.codebook.schemas import Schema, json_lines, json_object, made_schema, shipped_schema
from untold.tallies.bounds import Bounds
from untold.tallies.checks.finding import Finding
from untold.tallies.ledger.rows import Value, csv_text, workbook
from untold.tallies.running.findings import findings_in, findings_of
from untold.tallies.running.series import BreakKind, Running, Series, Snapshot, Step, Verdict
from untold.tallies.running.steps import steps
from untold.tallies.running.summary import Summary, steps_by_day, summary_of

COLUMNS = (
    "series", "source", "claimant", "harm", "status", "demographic", "affiliation", "modality", "since", "day",
    "stated", "low", "high", "is_carried", "is_contradicted", "grew_low", "grew_high", "counted_low", "counted_high",
    "residual_low", "residual_high", "uncounted_days", "verdict", "breaks", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepObject:
    """A step by the days of its two snapshots; `own` are the claims of the source's own counts between them."""

    before: str
    after: str
    verdict: Verdict
    breaks: tuple[BreakKind, ...]
    difference: Bounds | None
    counted: Bounds | None
    residual: Bounds | None
    uncounted_days: int
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesObject:
    """A series with its steps, its figures and what is told of it."""

    series: Series
    steps: tuple[StepObject, ...]
    summary: Summary
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SeriesListObject:
    """The one object of `untold series --as json`.

    `findings` are all of them, the gravest first, those that several series
    share once; `undated` are running totals that no day can be given.
    """

    schema: Schema
    series: tuple[SeriesObject, ...]
    findings: tuple[Finding, ...]
    undated: tuple[str, ...]


SCHEMA = Schema("untold.series", 1)


def as_json(running: Running, asked: Sequence[Series]) -> str:
    """Return the series that were asked for, of all of a record, as one JSON object."""
    made = _object(running, asked)
    return json_object(made)


def as_jsonl(running: Running, asked: Sequence[Series]) -> str:
    """Return the series that were asked for, one a line."""
    return json_lines(_object(running, asked).series)


def as_csv(asked: Sequence[Series]) -> str:
    """Return every day of the series as a table; several values in a cell are separated by semicolons."""
    return csv_text(COLUMNS, _all_rows(asked))


def as_xlsx(running: Running, asked: Sequence[Series]) -> bytes:
    """Return a workbook of the days of the series, and of what is told of them."""
    told = ((each.severity, each.rule, each.message) for each in _object(running, asked).findings)
    return workbook({"days": [COLUMNS, *_all_rows(asked)], "findings": [("severity", "rule", "message"), *told]})


def schema() -> str:
    """Return the JSON Schema of the series' object, as it ships with the package."""
    return shipped_schema("untold.tallies", "series")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, SeriesListObject)


def _object(running: Running, asked: Sequence[Series]) -> SeriesListObject:
    by_id = {each.id: each for each in running.series}
    ours = {claim for series in asked for each in series.snapshots for claim in each.claims}
    told = tuple(each for each in findings_in(running) if ours.intersection(each.claims))
    return SeriesListObject(SCHEMA, tuple(_series(each, by_id) for each in asked), told, running.undated)


def _series(series: Series, by_id: Mapping[str, Series]) -> SeriesObject:
    return SeriesObject(series, tuple(map(_step, steps(series))), summary_of(series, by_id), findings_of(series, by_id))


def _step(step: Step) -> StepObject:
    return StepObject(
        before=step.before.day,
        after=step.after.day,
        verdict=step.verdict,
        breaks=step.breaks,
        difference=step.difference,
        counted=step.counted,
        residual=step.residual,
        uncounted_days=step.uncounted_days,
        own=tuple(each.claim for each in step.own),
    )


def _all_rows(asked: Sequence[Series]) -> Iterator[tuple[Value, ...]]:
    return (row for series in asked for row in _rows(series))


def _rows(series: Series) -> Iterator[tuple[Value, ...]]:
    to_day = steps_by_day(series)
    affiliation = None if series.affiliation is None else series.affiliation.name
    for each in series.snapshots:
        claimant = None if each.claimant is None else each.claimant.name
        whom = (series.harm, series.status, series.demographic, affiliation, series.modality)
        step = None if each.is_carried else to_day.get(each.day)
        yield (series.id, series.source.name, claimant, *whom, *_day(each), *_taken(step), ";".join(each.claims))


def _day(each: Snapshot) -> tuple[Value, ...]:
    count = each.count
    told = ("yes" if flag else "no" for flag in (each.is_carried, each.is_contradicted))
    return (each.since, each.day, count.stated, count.low, count.high, *told)


def _taken(step: Step | None) -> tuple[Value, ...]:
    if step is None:
        return (None,) * 9
    pairs = (step.difference, step.counted, step.residual)
    bounds = [bound for pair in pairs for bound in ((None, None) if pair is None else (pair.low, pair.high))]
    return (*bounds, step.uncounted_days, step.verdict, ";".join(step.breaks))
