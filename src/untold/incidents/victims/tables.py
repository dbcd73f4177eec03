"""People from a table: a register of somebody else's, or victims of one's own, in CSV, XLSX or JSON Lines.

One bad row never loses the good ones, and what is said of it names file, row
and column, and never repeats what stands in a cell of a person.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, get_args

from untold.claims.account import AccountDate, AccountPlace
from untold.codebook.errors import UnreadableReport, UnreadableRow
from untold.codebook.vocabularies import vocabulary
from untold.incidents.victims.particulars import Particulars
from untold.incidents.victims.victim import UNKNOWN_AGE, Consent, PersonStatus, Victim, VictimHarm
from untold.incidents.victims.wording import age_of, gender_of, names_of
from untold.reports.lists import Entry, entries_under, headed, open_list

REGISTER_COLUMNS = (
    "id", "name", "name_ar", "other_names", "father", "father_ar", "age", "sex", "date", "place", "place_ar", "lat",
    "lon", "country",
)  # fmt: skip
VICTIM_COLUMNS = (
    "id", "account", "harm", "name", "name_ar", "other_names", "father", "father_ar", "age", "sex", "pregnant",
    "family", "occupations", "while_working", "status", "consent", "consent_by", "consent_when",
)  # fmt: skip
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
_KEPT = "[kept in the list]"  # what a message shows in place of a cell of a person
_Kind = TypeVar("_Kind")


def read_register(path: str) -> tuple[tuple[Particulars, ...], tuple[UnreadableRow, ...]]:
    """Return the people of an external register, and an error for each row that could not be read.

    Columns: `REGISTER_COLUMNS`, of which `id` and `name` are needed; several
    spellings in a cell are separated by `/` or `;`, dates are ISO prefixes.
    Raises `UnreadableReport` for a file without those columns.
    """
    return _read(path, ("id", "name"), _registered)


def read_victims(path: str) -> tuple[tuple[Victim, ...], tuple[UnreadableRow, ...]]:
    """Return victims that were entered by hand, and an error for each row that could not be read.

    Columns: `VICTIM_COLUMNS`, of which `id`, `account` and `harm` are needed;
    several accounts or occupations are separated by `;`. Raises
    `UnreadableReport` for a file without those columns.
    """
    return _read(path, ("id", "account", "harm"), _entered)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a person, read cell by cell; what it raises shows no cell."""

    path: str
    entry: Entry

    def text(self, column: str) -> str | None:
        return self.entry.text(column)

    def needed(self, column: str) -> str:
        found = self.text(column)
        if found is None:
            raise self._error(column, "", "a value")
        return found

    def read(self, column: str, expected: str, parsed: Callable[[str], _Kind | None]) -> _Kind | None:
        """Return what a cell says, null where it is empty; raises `UnreadableRow` where it says nothing known."""
        words = self.text(column)
        if words is None:
            return None
        found = parsed(words)
        if found is None:
            raise self._error(column, _KEPT, expected)
        return found

    def _error(self, column: str, value: str, expected: str) -> UnreadableRow:
        return UnreadableRow(self.path, self.entry.row.number, column, value=value, expected=expected)


def _read(
    path: str, needed: tuple[str, ...], made: Callable[[_Row], _Kind]
) -> tuple[tuple[_Kind, ...], tuple[UnreadableRow, ...]]:
    table = headed(open_list(path).sheets[0])
    missing = needed if table is None else table[0].missing(needed)
    if table is None or missing:
        raise UnreadableReport(path, f"has no column {missing[0]!r}", f"it needs {', '.join(needed)}")
    found: list[_Kind] = []
    errors: list[UnreadableRow] = []
    for entry in entries_under(*table):
        try:
            found.append(made(_Row(path, entry)))
        except UnreadableRow as error:
            errors.append(error)
    return tuple(found), tuple(errors)


def _registered(row: _Row) -> Particulars:
    day = row.read("date", "an ISO date such as 2016-03-14", _iso_prefix)
    lat, lon = (row.read(column, "degrees such as 35.95", _degrees) for column in ("lat", "lon"))
    return Particulars(
        row.needed("id"),
        names_of(row.needed("name"), row.text("name_ar"), row.text("other_names")),
        names_of(row.text("father"), row.text("father_ar")),
        row.read("sex", "female or male", gender_of),
        row.read("age", "years such as 34 or 17-19, or child, adult or elder", age_of) or UNKNOWN_AGE,
        dates=(AccountDate(day, day),) if day else (),
        places=(AccountPlace(row.text("place"), row.text("place_ar"), lat, lon, country=row.text("country")),),
        listed_in=(row.path,),
    )


def _entered(row: _Row) -> Victim:
    return Victim(
        id=row.needed("id"),
        harm=row.read("harm", "killed or injured", _one_of(get_args(VictimHarm))) or "killed",
        accounts=tuple(part.strip() for part in row.needed("account").split(";") if part.strip()),
        names=names_of(row.text("name"), row.text("name_ar"), row.text("other_names")),
        father=names_of(row.text("father"), row.text("father_ar")),
        age=row.read("age", "years such as 34 or 17-19, or child, adult or elder", age_of) or UNKNOWN_AGE,
        gender=row.read("sex", "female or male", gender_of),
        is_pregnant=row.read("pregnant", "yes or no", _yes_or_no),
        family=row.text("family"),
        occupations=tuple(row.read("occupations", "slugs of the occupation vocabulary", _occupations) or ()),
        while_working=row.read("while_working", "yes or no", _yes_or_no),
        status=row.read("status", "a slug of the person_status vocabulary", _one_of(get_args(PersonStatus))),
        consent=_consent(row),
    )


def _consent(row: _Row) -> Consent | None:
    given = row.read("consent", "yes or no", _yes_or_no)
    return None if given is None else Consent(given, row.needed("consent_by"), row.needed("consent_when"))


def _one_of(values: tuple[_Kind, ...]) -> Callable[[str], _Kind | None]:
    return lambda words: next((value for value in values if value == words.strip().casefold()), None)


def _yes_or_no(words: str) -> bool | None:
    return {"yes": True, "no": False}.get(words.strip().casefold())


def _occupations(words: str) -> tuple[str, ...] | None:
    found = tuple(part.strip() for part in words.split(";") if part.strip())
    return found if set(found) <= {term.slug for term in vocabulary("occupation")} else None


def _iso_prefix(words: str) -> str | None:
    if _DAY.fullmatch(words) is None:
        return None
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError:
        return None
    return words


def _degrees(words: str) -> float | None:
    try:
        found = float(words)
    except ValueError:
        return None
    return found if -180 <= found <= 180 else None  # noqa: PLR2004 - degrees
