"""A comparison for other programs: one JSON object, lines of JSON, or a flat table of its numbers."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

import msgspec

from untold.claims.claim import Claim
from untold.reports.report import Report
from untold.tallies.comparison.figure import Figure, ScopeComparison
from untold.tallies.comparison.scope_words import together
from untold.tallies.ledger.cleaning import cell


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class ReportNamed:
    """A report that a listed claim stands in, by what it takes to find it again; its text is in the casebook."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    origins: tuple[str, ...]
    capture: str


@dataclass(frozen=True, slots=True)
class ComparisonObject:
    """The one object of `untold compare --as json`: the comparison, and the claims and reports behind its items."""

    schema: Schema
    comparisons: tuple[ScopeComparison, ...]
    claims: tuple[Claim, ...]
    reports: tuple[ReportNamed, ...]


SCHEMA = Schema("untold.comparison", 1)


def comparison_object(
    comparison: ScopeComparison, claims: Iterable[Claim], reports: Iterable[Report]
) -> ComparisonObject:
    """Return a comparison with the claims that its items name, and their reports; histories name theirs by id alone."""
    named = {name for figure in comparison.items for name in figure.claims}
    kept = tuple(claim for claim in claims if claim.id in named)
    within = {claim.report for claim in kept}
    found = tuple(_named(report) for report in reports if report.id in within)
    return ComparisonObject(SCHEMA, (comparison,), kept, found)


def as_json(whole: ComparisonObject) -> str:
    """Return the object as JSON."""
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def as_jsonl(whole: ComparisonObject) -> str:
    """Return one JSON object a line, each with the name of its record under `record`."""
    return "".join(f"{msgspec.json.encode(line).decode()}\n" for line in _lines(whole))


def as_csv(comparison: ScopeComparison) -> str:
    """Return one line a number, with a header; empty cells are "not stated", zero is zero."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure in comparison.items:
        row = _flat(figure)
        writer.writerow([cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def schema() -> str:
    """Return the JSON Schema of `as_json`'s object, as it ships with the package."""
    return resources.files("untold.tallies").joinpath("schemas/comparison.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(ComparisonObject)})
    return msgspec.json.format(made, indent=2).decode() + "\n"


COLUMNS = (
    "id", "verdict", "reasons", "adjective", "source_id", "source", "low", "high", "stated", "qualifier", "harm",
    "status", "demographic", "unit", "actors", "alone", "places", "window_start", "window_end", "words",
    "extent", "grades", "grades_by", "incidents", "without_low", "without_high", "as_of", "of", "earlier", "report",
    "start", "end", "quote",
)  # fmt: skip


def _named(report: Report) -> ReportNamed:
    publisher = report.source.name if report.source else None
    return ReportNamed(report.id, report.title, publisher, report.published, report.origins, report.capture)


def _lines(whole: ComparisonObject) -> Iterator[dict[str, object]]:
    for comparison in whole.comparisons:
        head = msgspec.to_builtins(comparison)
        items, pairs = head.pop("items"), head.pop("pairs")
        yield {"record": "comparison", **head}
        yield from ({"record": "item", **item} for item in items)
        yield from ({"record": "pair", **pair} for pair in pairs)
    yield from ({"record": "claim", **msgspec.to_builtins(claim)} for claim in whole.claims)
    yield from ({"record": "report", **msgspec.to_builtins(report)} for report in whole.reports)


def _flat(figure: Figure) -> dict[str, object]:
    scope, tally, passage = figure.scope, figure.tally, figure.passage
    return {
        **{column: getattr(figure, column, None) for column in COLUMNS},
        **{
            column: getattr(scope, column)
            for column in ("harm", "status", "demographic", "unit", "extent", "grades_by")
        },
        "reasons": "; ".join(figure.reasons) or None,
        "source_id": figure.source.id if figure.source else None,
        "source": figure.source.name if figure.source else None,
        "stated": figure.count.stated,
        "qualifier": figure.count.qualifier,
        "actors": together(scope.actors) or None,
        "alone": "yes" if scope.is_alone else None,
        "places": "; ".join(place.name for place in scope.places) or None,
        "window_start": scope.window.start if scope.window else None,
        "window_end": scope.window.end if scope.window else None,
        "words": scope.period.words,
        "grades": ";".join(scope.grades or ()) or None,
        "without_low": tally.without_low if tally else None,
        "without_high": tally.without_high if tally else None,
        "earlier": "; ".join(_earlier(each.as_of, each.low, each.high) for each in figure.history) or None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "quote": passage.text if passage else None,
    }


def _earlier(as_of: str | None, low: int | None, high: int | None) -> str:
    bounds = ("" if bound is None else str(bound) for bound in (low, high))
    return f"{as_of or 'undated'}: {'..'.join(bounds)}"
