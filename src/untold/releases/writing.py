"""A release written: every table in every form, then what describes it, then its manifest."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from untold.codebook.errors import ReleaseRefused
from untold.releases.beside import beside
from untold.releases.describing import describing_files
from untold.releases.describing.dictionary import DICTIONARY, dictionary_rows
from untold.releases.describing.licences import LICENCES
from untold.releases.describing.package import package_file
from untold.releases.forms import Batch, CsvForm, Database, GeoJsonForm, JsonLinesForm, ParquetForm, batches
from untold.releases.manifest import WrittenFile, manifest_of, written_file
from untold.releases.placing import placed_whole
from untold.releases.published import PublishedRecord
from untold.releases.release import (
    DATABASE,
    DESCRIPTION,
    MANIFEST,
    PACKAGE,
    SCHEMA,
    Previous,
    Release,
    TableOfRelease,
    Terms,
    as_json,
)
from untold.releases.sorting import ReadAgain
from untold.releases.table import Table
from untold.releases.tables.filling import filled_tables

_MANY = 50_000  # records, from which on a second process is sooner done than it is begun
_HASHING = 2  # threads
_MARKS = ("is_redacted", "is_suppressed")  # the columns that say that something of a row is withheld


@dataclass(frozen=True, slots=True)
class Making:
    """How a release is made: by which policy of redaction, by which program, after which, with a row of HXL tags."""

    policy: str
    program: str
    previous: Previous | None = None
    has_hxl: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """What is known only once the tables are written: further tables, and files by their path in the release."""

    tables: tuple[Table, ...] = ()
    files: Mapping[str, bytes] | None = None


class Form(Protocol):
    """A file, or a table of one, that takes rows."""

    def write(self, batch: Batch) -> None:
        """Add some rows."""


def write_release(
    folder: Path,
    records: Iterable[PublishedRecord],
    terms: Terms,
    making: Making,
    *,
    more: Callable[[Path], Addition] | None = None,
    told: Callable[[str, int], object] | None = None,
) -> Release:
    """Write a release into a new folder, whole or not at all, and return what it says of itself.

    `records` come table by table or in any order; the same ones give the same
    bytes. `more` is given the folder once its tables are there, and returns
    what else belongs into it. `told` hears what is being written, and how many rows of it are.

    Raises `ReleaseRefused` where something stands in the folder's place, the
    disk is full, or a row names another that is not there.
    """
    _check(terms)
    with placed_whole(folder) as part:
        tables = _write_tables(part, records, making, more, told)
        written = tuple(each for each, _ in tables)
        release = _release(terms, making, tuple(summary for _, summary in tables))
        _describe(part, release, written)
        files = _hashed(part)
        (part / PACKAGE).write_text(package_file(release, written, files), "utf-8")
        files[PACKAGE] = written_file(part, PACKAGE)
        (part / MANIFEST).write_text(manifest_of(files.values()), "utf-8")
    return release


def _check(terms: Terms) -> None:
    if terms.number < 1:
        raise ReleaseRefused(f"a release cannot have the number {terms.number}", "count from 1")
    if not _is_day(terms.date):
        raise ReleaseRefused(f"{terms.date!r} is no day", "write it as 2026-11-24")
    if terms.licence is not None and terms.licence not in LICENCES:
        raise ReleaseRefused(f"{terms.licence!r} is no licence of data", f"give one of {', '.join(LICENCES)}")


def _is_day(date: str) -> bool:
    try:
        return dt.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


def _release(terms: Terms, making: Making, tables: tuple[TableOfRelease, ...]) -> Release:
    return Release(
        schema=SCHEMA,
        number=terms.number,
        date=terms.date,
        title=terms.title,
        publisher=terms.publisher,
        licence=terms.licence,
        policy=making.policy,
        program=making.program,
        previous=making.previous,
        has_hxl=making.has_hxl,
        tables=tables,
    )


def _write_tables(
    part: Path,
    records: Iterable[PublishedRecord],
    making: Making,
    more: Callable[[Path], Addition] | None,
    told: Callable[[str, int], object] | None,
) -> list[tuple[Table, TableOfRelease]]:
    """Write every table in every form, and return each without its rows, with how many there were."""
    each = None if told is None else lambda number: told("records", number)
    with (
        filled_tables(records, part, each) as tables,
        # The database takes nearly as long as all other forms together, and needs nothing of theirs.
        beside(lambda: _add_to_database(part, tables), is_worth_it=tables.records > _MANY),
    ):
        done = [_write_table(part, table, making, told) for table in tables]
    with _added(part, more) as addition:
        done.extend(_write_table(part, table, making, told) for table in addition.tables)
        _add_to_database(part, addition.tables)
    _check_references(part)
    return done


@contextmanager
def _added(part: Path, more: Callable[[Path], Addition] | None) -> Iterator[Addition]:
    """Give what is added once the tables are there, its rows to be read more than once, and write its files."""
    addition = Addition() if more is None else more(part)
    for path, content in (addition.files or {}).items():
        (part / path).write_bytes(content)
    with ExitStack() as held:
        rows = [held.enter_context(closing(ReadAgain(table.rows, part))) for table in addition.tables]
        yield Addition(tuple(replace(table, rows=own) for table, own in zip(addition.tables, rows, strict=True)))


def _add_to_database(part: Path, tables: Iterable[Table]) -> None:
    with Database(part / DATABASE) as database:
        for table in tables:
            database.add(table)


def _check_references(part: Path) -> None:
    with Database(part / DATABASE) as database:
        database.check_references()


def _write_table(
    part: Path, table: Table, making: Making, told: Callable[[str, int], object] | None
) -> tuple[Table, TableOfRelease]:
    rows = redacted = 0
    marks = [n for n, column in enumerate(table.columns) if column.name in _MARKS]
    with _forms(part, table, has_hxl=making.has_hxl) as forms:
        for batch in batches(table):
            for form in forms:
                form.write(batch)
            rows += len(batch.rows)
            redacted += sum(any(row[mark] for mark in marks) for row in batch.rows)
            if told is not None:
                told(table.name, rows)
    return replace(table, rows=()), TableOfRelease(table.name, table.title, rows, redacted)


@contextmanager
def _forms(part: Path, table: Table, *, has_hxl: bool) -> Iterator[list[Form]]:
    """Open the forms in which a table is written, and close them all at the end."""
    with ExitStack() as opened:
        forms: list[Form] = [
            opened.enter_context(CsvForm(_path(part, "csv", table), table, has_hxl=has_hxl)),
            opened.enter_context(ParquetForm(_path(part, "parquet", table), table)),
            opened.enter_context(JsonLinesForm(_path(part, "jsonl", table))),
        ]
        if table.point is not None:
            forms.append(opened.enter_context(GeoJsonForm(_path(part, "geojson", table), table)))
        yield forms


def _path(part: Path, form: str, table: Table) -> Path:
    folder = part / form
    folder.mkdir(exist_ok=True)
    return folder / f"{table.name}.{form}"


def _describe(part: Path, release: Release, tables: tuple[Table, ...]) -> None:
    """Write what describes the tables, all but what needs the hashes of the other files."""
    with CsvForm(part / "dictionary.csv", DICTIONARY) as form:
        for batch in batches(replace(DICTIONARY, rows=dictionary_rows(tables))):
            form.write(batch)
    (part / DESCRIPTION).write_bytes(as_json(release))
    for name, text in describing_files(release, tables).items():
        (part / name).write_text(text, "utf-8")


def _hashed(part: Path) -> dict[str, WrittenFile]:
    """Return every file of the folder with its hash, by path; hashing holds no other thread up."""
    paths = sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())
    with ThreadPoolExecutor(_HASHING) as pool:
        return dict(zip(paths, pool.map(lambda path: written_file(part, path), paths), strict=True))
