"""Running totals of three daily series: our verdict on every step, beside a recount over the files' own JSON.

The recount knows nothing of claims, passages or mappings. It takes the numbers
of two columns, the day and the hours of each row, and does the sum again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.claims.columns import accounts_from_list
from untold.claims.columns.layouts import fitting, layouts_named
from untold.reports.lists import open_list
from untold.tallies.bounds import Bounds
from untold.tallies.running import Running, Step, running_totals, steps

FOLDER = "gaza_moh_t4p"
GAZA, WEST_BANK, LEBANON = "casualties_daily.json", "west_bank_daily.json", "lebanon_casualties_daily.json"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A running total of a file with its daily count: `source` names who says it, `phase` how it is counted."""

    total: str
    own: str | None = None
    source: str | None = None
    hours: str | None = None
    phase: str | None = None
    carried: tuple[str, ...] = ()  # the words of `source` by which a row repeats an earlier report


@dataclass(frozen=True)
class Recounted:
    """A step as the recount finds it."""

    before: str
    after: str
    verdict: str
    residual: int | None
    changes_source: bool


def _of_gaza(total: str, own: str | None = None) -> Column:
    is_filled = total.startswith("ext_")
    return Column(total, own, None if is_filled else "report_source", "report_period")


COLUMNS: Mapping[str, tuple[Column, ...]] = {
    GAZA: (
        _of_gaza("killed_cum", "killed"),
        _of_gaza("injured_cum", "injured"),
        _of_gaza("ext_killed_cum", "ext_killed"),
        _of_gaza("ext_injured_cum", "ext_injured"),
        *map(_of_gaza, ("killed_children_cum", "killed_women_cum", "med_killed_cum", "press_killed_cum", "famine_cum")),
    ),
    WEST_BANK: (
        Column("verified.killed_cum", "verified.killed"),
        Column("verified.injured_cum", "verified.injured"),
        Column("verified.killed_children_cum", "verified.killed_children"),
        Column("verified.injured_children_cum", "verified.injured_children"),
        Column("killed_cum", source="flash_source", carried=("fill",)),
        Column("injured_children_cum", source="flash_source", carried=("fill",)),
    ),
    LEBANON: (
        Column("killed_cum_reported", "killed", "report_source", "report_period", "phase"),
        Column("injured_cum_reported", "injured", "report_source", "report_period", "phase"),
    ),
}


def recount(rows: Sequence[Row], column: Column, day: str = "report_date") -> Iterator[Recounted]:
    """Yield the steps of one column of a file, by its JSON alone."""
    for before, after in pairwise([row for row in rows if _is_reported(row, column)]):
        own = _own(rows, column, day, before[day], after[day])
        verdict, residual = _verdict(before, after, column, own, _days(before[day], after[day]))
        changes = column.source is not None and _source(before, column) != _source(after, column)
        yield Recounted(before[day], after[day], verdict, residual, changes)


def _is_reported(row: Row, column: Column) -> bool:
    if _cell(row, column.total) is None or _hours(row, column) == 0:
        return False
    return column.source is None or row[column.source] not in column.carried


def _own(rows: Sequence[Row], column: Column, day: str, before: str, after: str) -> list[tuple[int, int]]:
    """Return the counts of the days after the one day and up to the other, each with how many days it covers."""
    found = []
    for row in rows:
        count = None if column.own is None else _cell(row, column.own)
        covered = -(-_hours(row, column) // 24)
        if count is not None and covered and row[day] <= after and _days(before, row[day]) >= covered:
            found.append((count, covered))
    return found


def _verdict(before: Row, after: Row, column: Column, own: list[tuple[int, int]], days: int) -> tuple[str, int | None]:
    if column.phase is not None and before[column.phase] != after[column.phase]:
        return "restarts", None
    grew = _cell(after, column.total) - _cell(before, column.total)
    if not own:
        return ("falls" if grew < 0 else "uncounted"), None
    rest = grew - sum(count for count, _ in own)
    if grew < 0 or rest < 0:
        return ("falls" if grew < 0 else "differs"), rest
    if sum(covered for _, covered in own) < days:
        return "partly_counted", rest
    return ("differs" if rest else "agrees"), rest


def _cell(row: Row, name: str) -> Any:
    found: Any = row
    for key in name.split("."):
        found = None if found is None else found.get(key)
    return found


def _hours(row: Row, column: Column) -> int:
    return 24 if column.hours is None else int(row[column.hours])


def _source(row: Row, column: Column) -> object:
    return row[column.source] if column.source is not None else None


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@cache
def rows_of(file: str) -> tuple[Row, ...]:
    """Return the rows of a file as its JSON has them; raises `AbsentTexts` where it is not at hand."""
    return tuple(json.loads(present(data_folder() / FOLDER / file).read_text(encoding="utf-8")))


@cache
def read(file: str) -> Running:
    """Return the series of a file as Untold reads them."""
    listed = open_list(str(present(data_folder() / FOLDER / file)))
    return running_totals(accounts_from_list(listed, fitting(listed, layouts_named("daily"))).claims)


def taken(file: str, column: Column) -> tuple[Step, ...]:
    """Return our steps of one column."""
    return steps(next(each for each in read(file).series if each.id.partition(".")[2] == column.total))


def as_recounted(step: Step) -> Recounted:
    """Return one of our steps in the form of the recount."""
    rest = None if step.residual is None else step.residual.number()
    assert step.residual is None or step.residual == Bounds(rest, rest)
    return Recounted(step.before.day, step.after.day, step.verdict, rest, "source" in step.breaks)


def steps_right() -> Iterator[Outcome]:
    """Yield every step of every column: judged as the recount judges it, or not."""
    for file, columns in COLUMNS.items():
        for column in columns:
            ours = {(step.before.day, step.after.day): as_recounted(step) for step in taken(file, column)}
            theirs = {(step.before, step.after): step for step in recount(rows_of(file), column)}
            for key in sorted({*ours, *theirs}):
                one, other = theirs.get(key), ours.get(key)
                yield Outcome(f"{file}:{column.total}:{'..'.join(key)}", one == other, str(one), str(other))


def counts_agreeing() -> Iterator[Outcome]:
    """Yield every step of the ministry's two totals that its own counts cover: whether they make it."""
    for column in COLUMNS[GAZA][:2]:
        for step in taken(GAZA, column):
            if step.verdict in {"agrees", "differs"}:
                yield Outcome(
                    f"{column.total}:{step.after.day}",
                    step.verdict == "agrees",
                    str(step.difference),
                    str(step.counted),
                )


def measure() -> list[Measurement]:
    """Return the measures of running totals; the last is of the data, and says how often a ministry's sums hold."""
    return [
        share_right("running.steps", FOLDER, steps_right()),
        share_right("running.gaza_counts_agree", f"{FOLDER}/{GAZA}", counts_agreeing()),
    ]
