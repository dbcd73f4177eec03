"""Exports written: each list as CSV in its publisher's own columns, and what every column has in it.

What one list calls an event another does not, and most have no cell for doubt.
So beside each file stands which incidents are in it, what each of its columns
holds of ours, and how many were left out.
"""

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from itertools import repeat
from pathlib import Path

import msgspec

from untold.codebook.errors import UnknownWording
from untold.releases.exports.case import Case, cases_in, cases_of
from untold.releases.forms.comma_separated import guarded_throughout
from untold.releases.published import PublishedRecord

EXPORT_NAMES = ("airwars", "ucdp", "ibc", "acled")
FOLDER = "exports"
CODES = "codes.csv"
_BREAKS = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\0"), " ")
_NUMBER = re.compile(r"(?<=belligerent_)\d+(?=_)")
_GROUP = re.compile(r".+(?=_(?:killed|injured)_(?:min|max)$)")
_KEYS = {"airwars": "code", "ucdp": "id", "ibc": "IBC code", "acled": "event_id_cnty"}


class Notes(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What an export says of itself: its title, its columns' origin, which incidents are rows, what each column holds.

    `GROUP` and `N` stand for any group and number, `*` for every column that is not named.
    """

    title: str
    about: str
    rows: str
    columns: dict[str, str]

    def of(self, column: str) -> str | None:
        """Return what a column holds, null where the notes do not say."""
        for name in (column, _NUMBER.sub("N", column), _GROUP.sub("GROUP", column), "*"):
            if name in self.columns:
                return self.columns[name]
        return None


@dataclass(frozen=True, slots=True)
class Export:
    """One list to be written: its columns in order, and the cells of an incident, null for one that it leaves out."""

    name: str
    columns: tuple[str, ...]
    row_of: Callable[[Case], Mapping[str, str] | None]
    notes: Notes


@dataclass(frozen=True, slots=True)
class ExportRows:
    """A list of incidents in another's columns; cells are text, and empty where nothing is known."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[str, ...] = ()  # codes of the incidents that are no row of such a list


def export_named(name: str) -> Export:
    """Return one export; raises `UnknownWording` for a name that is none of `EXPORT_NAMES`.

    >>> export_named("ibc").columns[0]
    'IBC code'
    """
    if name not in EXPORT_NAMES:
        raise UnknownWording(name, "export")
    module = import_module(f"untold.releases.exports.{name}")
    return Export(name, tuple(module.COLUMNS), module.row_of, _notes(name))


def export_rows(published: Iterable[PublishedRecord], name: str) -> ExportRows:
    """Return the incidents among some published records in the columns of another list.

    Raises `UnknownWording` for a name that is none of `EXPORT_NAMES`.
    """
    export = export_named(name)
    cells = [(case.incident.code, export.row_of(case)) for case in cases_of(published)]
    rows = tuple(_row(export, each) for _, each in cells if each is not None)
    return ExportRows(name, export.columns, rows, tuple(code for code, each in cells if each is None))


def as_csv(rows: ExportRows) -> str:
    """Return an export as CSV in which no cell is run by a spreadsheet; its header is the publisher's own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows(map(_guarded, rows.rows))
    return out.getvalue()


def write_exports(folder: Path, names: Sequence[str]) -> Mapping[str, int]:
    """Write exports into a release whose tables are there, and return how many rows each has.

    The incidents are read one by one and never held. Raises `UnknownWording`
    for a name that is none of `EXPORT_NAMES`, and `BrokenRelease` for tables
    that do not belong together.
    """
    exports = [export_named(name) for name in dict.fromkeys(names)]
    if not exports:
        return {}
    place = folder / FOLDER
    place.mkdir()
    counted, total = _write(place, folder, exports)
    (place / "README.md").write_text(readme(exports, counted, total), "utf-8")
    return counted


def readme(exports: Sequence[Export], rows: Mapping[str, int], incidents: int) -> str:
    """Return what a release says of its exports, as Markdown."""
    return "\n".join([_HEAD, *(line for each in exports for line in _section(each, rows[each.name], incidents))])


def _write(place: Path, folder: Path, exports: Sequence[Export]) -> tuple[Mapping[str, int], int]:
    """Write the exports and the codes side by side; return the rows of each, and how many incidents there are."""
    counted = dict.fromkeys((each.name for each in exports), 0)
    total = 0
    files = {name: (place / f"{name}.csv").open("w", encoding="utf-8", newline="") for name in counted}
    codes = (place / CODES).open("w", encoding="utf-8", newline="")
    try:
        writers = {name: csv.writer(file, lineterminator="\n") for name, file in files.items()}
        paired = csv.writer(codes, lineterminator="\n")
        paired.writerow(["incident", *counted])
        for each in exports:
            writers[each.name].writerow(each.columns)
        for case in cases_in(folder):
            total += 1
            found = {each.name: each.row_of(case) for each in exports}
            for each in exports:
                cells = found[each.name]
                if cells is not None:
                    writers[each.name].writerow(_guarded(_row(each, cells)))
                    counted[each.name] += 1
            paired.writerow([case.incident.code, *(_key(name, cells) for name, cells in found.items())])
    finally:
        for file in (*files.values(), codes):
            file.close()
    return counted, total


def _key(name: str, cells: Mapping[str, str] | None) -> str:
    return "" if cells is None else cells[_KEYS[name]]


def _row(export: Export, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells in the order of the columns, each on one line: few programs read a line break within a cell."""
    shown = {column: cell if cell.isprintable() else cell.translate(_BREAKS) for column, cell in cells.items()}
    return tuple(map(shown.get, export.columns, repeat("")))


def _guarded(row: Iterable[str]) -> list[str]:
    return [cell if not cell or cell.isalnum() else guarded_throughout(cell) for cell in row]


@cache
def _notes(name: str) -> Notes:
    text = resources.files("untold.releases.exports").joinpath(f"notes/{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Notes)


_HEAD = f"""\
# Exports

The incidents of this release in the columns of other lists, for programs that load those.
They hold less than the tables of the release: what has no column there is not here.

- **An empty cell is not known, and never zero.** Where a publisher's own data always have a number, ours may have none.
- **Points** are the middles of published squares, not places.
- `{CODES}` leads from the code of an incident to its row in each list.
- A cell that a spreadsheet would run as a formula begins with an apostrophe.
"""


def _section(export: Export, rows: int, incidents: int) -> Iterator[str]:
    notes = export.notes
    yield f"## {notes.title}\n"
    yield f"`{export.name}.csv` has {notes.about}. {notes.rows}"
    yield f"It has {rows:,} of the {incidents:,} incidents.\n"
    yield "| Column | Holds |\n|---|---|"
    for column, holds in notes.columns.items():
        yield f"| {'every other' if column == '*' else f'`{column}`'} | {holds} |"
    yield ""
