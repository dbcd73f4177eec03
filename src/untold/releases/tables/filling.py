"""From records to tables: each record a row, in order, with what other tables say of it beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from untold.codebook.errors import ReleaseRefused
from untold.releases.published import PublishedRecord
from untold.releases.sorting import Sorter
from untold.releases.table import Row, Table, Value
from untold.releases.tables.shape import Shape
from untold.releases.tables.shapes import DETERMINATIONS, GROUPS, INCIDENTS, RANGE_CLAIMS, RANGES, SHAPES

_BEFORE_TOTALS = INCIDENTS.place(INCIDENTS.derived[0])
_PLACES = {column.name: n for n, column in enumerate(RANGES.columns)}
_BEFORE_NUMBER = DETERMINATIONS.place("number")


@dataclass(frozen=True, slots=True)
class Filled:
    """The tables of some records, in their order; they can be read again and again, and by two processes at once.

    `records` is how many there were.
    """

    records: int
    sorters: Mapping[str, Sorter]

    def __iter__(self) -> Iterator[Table]:
        """Yield the tables; reading their rows raises `ReleaseRefused` where two have one key."""
        return (shape.table(_unique(shape, _rows(shape, self.sorters))) for shape in SHAPES)


@contextmanager
def filled_tables(
    records: Iterable[PublishedRecord], folder: Path, each: Callable[[int], object] | None = None
) -> Iterator[Filled]:
    """Take all records in, sorted on disk in `folder` where they are many, and give the tables that they fill.

    `each` is told how many records came in.
    """
    with ExitStack() as held:
        sorters = {
            shape.name: held.enter_context(closing(Sorter(folder, shape.places, has_nulls=shape.may_have_nulls)))
            for shape in SHAPES
            if shape.record
        }
        taken = _take_in(records, sorters, each)
        for sorter in sorters.values():
            sorter.settle()
        yield Filled(taken, sorters)


def _take_in(
    records: Iterable[PublishedRecord], sorters: Mapping[str, Sorter], each: Callable[[int], object] | None
) -> int:
    doors: dict[type[Any], Callable[[PublishedRecord], None]] = {
        shape.record: _door(shape, sorters[shape.name]) for shape in SHAPES if shape.record is not None
    }
    number = 0
    for number, record in enumerate(records, 1):
        doors[type(record)](record)
        if each is not None:
            each(number)
    return number


def _door(shape: Shape, sorter: Sorter) -> Callable[[PublishedRecord], None]:
    """Return what takes a record of this shape in as a row."""
    row_of, add = shape.reader(), sorter.add
    if shape is RANGES:
        return lambda record: add(_with_id(row_of(record)))
    if shape is DETERMINATIONS:
        counted: dict[Value, int] = {}
        return lambda record: add(_with_number(row_of(record), counted))
    return lambda record: add(row_of(record))


def _with_id(row: Row) -> Row:
    """Return a range with the id that its incident, harm and group make.

    >>> _with_id(("I-7KQ2", "killed", "civilian", None))[0]
    'I-7KQ2:killed:civilian:everybody'
    """
    incident, harm, status, demographic = row[:4]
    return (f"{incident}:{harm}:{status or 'any'}:{demographic or 'everybody'}", *row)


def _with_number(row: Row, counted: dict[Value, int]) -> Row:
    """Return a determination with its number among those of its allegation."""
    allegation = row[1]
    counted[allegation] = number = counted.get(allegation, 0) + 1
    return (*row[:_BEFORE_NUMBER], number, *row[_BEFORE_NUMBER:])


def _rows(shape: Shape, sorters: Mapping[str, Sorter]) -> Iterator[Row]:
    if shape is RANGE_CLAIMS:
        return _claims_of(sorters[RANGES.name].rows())
    if shape is INCIDENTS:
        return _with_totals(sorters[INCIDENTS.name].rows(), sorters[RANGES.name].rows())
    return sorters[shape.name].rows()


def _claims_of(ranges: Iterable[Row]) -> Iterator[Row]:
    for row in ranges:
        cited = row[_PLACES["claims"]]
        for claim in dict.fromkeys(cited) if isinstance(cited, tuple) else ():
            yield row[_PLACES["id"]], claim


def _with_totals(incidents: Iterable[Row], ranges: Iterable[Row]) -> Iterator[Row]:
    """Yield incidents with the numbers of their groups; both come in the order of the incidents' codes."""
    grouped = groupby(ranges, key=itemgetter(1))
    code, own = next(grouped, (None, iter(())))
    for row in incidents:
        totals = _totals(own if code == row[0] else ())
        if code == row[0]:
            code, own = next(grouped, (None, iter(())))
        yield (*row[:_BEFORE_TOTALS], *totals, *row[_BEFORE_TOTALS:])


def _totals(ranges: Iterable[Row]) -> Row:
    """Return the bounds of the groups that stand beside an incident, and how many of its ranges are suppressed."""
    found: dict[tuple[Value, Value], tuple[Value, Value]] = {}
    suppressed = 0
    for row in ranges:
        suppressed += bool(row[_PLACES["is_suppressed"]])
        if row[_PLACES["demographic"]] is None:
            found[row[_PLACES["harm"]], row[_PLACES["status"]]] = row[_PLACES["low"]], row[_PLACES["high"]]
    bounds = (bound for group in GROUPS.values() for bound in found.get(group, (None, None)))
    return (*bounds, suppressed)


def _unique(shape: Shape, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of a table; raises `ReleaseRefused` where two beside each other have the same key."""
    if not shape.key:
        yield from rows
        return
    key = itemgetter(*map(shape.place, shape.key))
    before: object = None
    for row in rows:
        now = key(row)
        if now == before:
            raise ReleaseRefused(f"{shape.name}: two rows are {now!r}", "name each but once in the casebook")
        before = now
        yield row
