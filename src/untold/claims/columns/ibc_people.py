"""Iraq Body Count's individuals: the people killed, gathered under the incident whose code theirs begins with.

A person's code is the incident's with a suffix (x334-ab120). Their names are
protected: they stay where they were printed, as the evidence of a claim of one
person killed, and no message of an import repeats a cell of theirs.

Source: Iraq Body Count's download of individuals; that a person's code begins
with the incident's is how its own pages link the two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim, Demographic
from untold.claims.columns.beginnings import first_table
from untold.claims.columns.cells import Cells
from untold.claims.columns.changing import WITHHELD
from untold.claims.columns.ibc import IRAQ_BODY_COUNT, day_in_words, read_place, read_span
from untold.claims.columns.layout import Figure, Layout, RowDraft
from untold.claims.columns.quantities import digits_of
from untold.claims.columns.spans import runs_backwards
from untold.claims.columns.written import said
from untold.codebook.counts import Count
from untold.reports.lists import Cell, Entry, ListReport, Row, entries_under

CODE, NAME = "IBC code", "Name or Identifying Details"
COLUMNS = (
    CODE, NAME, "Age", "Sex", "Marital Status", "Parental Status", "Earliest Date", "Latest Date", "Location",
)  # fmt: skip
_FIELDS = {
    "name": NAME,
    "age": "Age",
    "sex": "Sex",
    "marital_status": "Marital Status",
    "parental_status": "Parental Status",
}
_PERSON = re.compile(r"([a-z]{1,3}\d[\w./]*)-(\S+)", re.IGNORECASE)
_ADULT = 18  # years
_AGES = re.compile(r"(\d{1,3})\s*-\s*(\d{1,3})")
_CHILDREN = frozenset(
    {"child", "baby", "infant", "newborn", "teenage", "teenager", "boy", "girl", "months", "weeks", "days"}
)
_DAYS = ("Earliest Date", "Latest Date")


@dataclass(frozen=True, slots=True)
class People(Entry):
    """The rows of one incident's people; a column of the n-th of them, from 0, is `n:Column`."""

    people: tuple[Entry, ...] = ()

    def cell(self, column: str) -> Cell | None:
        """Return a cell of a person, or, without a number, of the first."""
        number, _, name = column.rpartition(":")
        return self.people[int(number or 0)].cell(name)

    def text(self, column: str) -> str | None:
        """Return the words of a cell of a person, or, without a number, of the first."""
        number, _, name = column.rpartition(":")
        return self.people[int(number or 0)].text(name)


def people(listed: ListReport) -> Iterator[Entry]:
    """Yield the people of each incident together, in the order in which the incidents first come.

    A row that cannot be read stands alone, so that it is refused alone. Raises
    `UnreadableReport` for a file without individuals.
    """
    _, header, rows = first_table(listed, (CODE, NAME), "ibc-individuals")
    by_incident: dict[str, list[Entry]] = {}
    for entry in entries_under(header, rows):
        code = _PERSON.fullmatch(entry.text(CODE) or "")
        is_whole = code is not None and entry.row.fault is None and not _unread_days(entry)
        by_incident.setdefault(code[1] if code and is_whole else f"row {entry.row.number}", []).append(entry)
    for own in by_incident.values():
        yield People(_quoted(own[0]), header, tuple(own))


def read_people(cells: Cells) -> RowDraft:
    """Return an incident's account from its people's rows: a claim for each, their day and place from the first."""
    entry = cells.entry
    own = entry.people if isinstance(entry, People) else (entry,)
    code = _PERSON.fullmatch(own[0].text(CODE) or "")
    if _is_refused(cells, own[0]) or code is None:
        return RowDraft()
    _tell_other_days(cells, own)
    return RowDraft(
        codes=(code[1],),
        date=read_span(cells, *_DAYS),
        place=read_place(cells),
        figures=tuple(_person(n, one) for n, one in enumerate(own)),
        evidence={"period": _DAYS, "places": ("Location",)},
    )


def write_people(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells of an account's first person; `people_written` gives them all."""
    return next(iter(people_written(account, claims)), {})


def people_written(account: Account, claims: Sequence[Claim]) -> Iterator[Mapping[str, str]]:
    """Yield the cells of each person of an account, from the claims' own evidence."""
    for claim in claims:
        own = {column: said((claim,), name) for name, column in _FIELDS.items()}
        yield {
            CODE: said((claim,), "count"),
            **own,
            "Earliest Date": account.date.start or "",
            "Latest Date": account.date.end or "",
            "Location": account.place.name or "",
        }


def _person(n: int, one: Entry) -> Figure:
    evidence = {name: (f"{n}:{column}",) for name, column in _FIELDS.items()}
    return Figure(
        (f"{n}:{CODE}",), Count.exactly(1), "killed", "civilian", demographic_of(one.text("Age"), one.text("Sex")),
        evidence=evidence,
    )  # fmt: skip


def demographic_of(age: str | None, sex: str | None) -> Demographic | None:
    """Return the group that age and sex state: a child by age, else a woman or a man where the age says adult.

    >>> demographic_of("9", "Male"), demographic_of("34", "Female"), demographic_of("Adult", "M")
    ('children', 'women', 'men')
    >>> demographic_of(None, "Male") is None, demographic_of("17-19", "Male") is None
    (True, True)
    """
    is_child = is_child_of(age)
    if is_child:
        return "children"
    letter = (sex or "").strip()[:1].casefold()
    return None if is_child is None else "women" if letter == "f" else "men" if letter == "m" else None


def is_child_of(age: str | None) -> bool | None:
    """Return whether an age is below 18 years, null where it does not say."""
    words = (age or "").casefold().replace(",", " ").split()
    if not words:
        return None
    years = digits_of(words[0])
    if _CHILDREN & set(words):
        return True
    if years is not None:
        return years < _ADULT
    if (ages := _AGES.fullmatch(" ".join(words))) is not None:
        return True if int(ages[2]) < _ADULT else False if int(ages[1]) >= _ADULT else None
    return False if {"adult", "elderly", "old"} & set(words) else None


def _is_refused(cells: Cells, one: Entry) -> bool:
    """Refuse a row that is no row, has no code or no days, and repeat no cell: any of them may hold a name."""
    if one.row.fault is not None:
        cells.refuse(None, one.row.fault, WITHHELD)
    elif _PERSON.fullmatch(one.text(CODE) or "") is None:
        cells.refuse(CODE, "a person's code such as x334-ab120", WITHHELD)
    elif _unread_days(one):
        cells.refuse(_DAYS[0], f"a day such as 20 Mar 2003, on or before the {_DAYS[1]}", WITHHELD)
    return bool(cells.faults)


def _tell_other_days(cells: Cells, own: tuple[Entry, ...]) -> None:
    """Tell of the first person whose days are not those of the first of the incident."""
    days = [tuple(map(one.text, _DAYS)) for one in own]
    other = next((n for n, each in enumerate(days) if each not in (days[0], (None, None))), None)
    if other is not None:
        expected = f"the days of the first of this incident, in row {own[0].row.number}"
        cells.doubt(
            _DAYS[0], expected, f"{' to '.join(each or '' for each in days[other])} in row {own[other].row.number}"
        )


def _unread_days(one: Entry) -> bool:
    """Return whether a person's days cannot be read, or run backwards."""
    words = [one.text(column) for column in _DAYS]
    days = [None if each is None else day_in_words(each) for each in words]
    return any(word and not day for word, day in zip(words, days, strict=True)) or runs_backwards(*days)


def _quoted(one: Entry) -> Row:
    """Return a row that is only its code: what a claim quotes repeats no name."""
    code = one.cell(CODE)
    start, texts = (one.row.start, ()) if code is None else (code.start, (code.text,))
    return Row(one.row.sheet, one.row.number, start, texts)


IBC_INDIVIDUALS = Layout(
    "ibc-individuals",
    IRAQ_BODY_COUNT,
    COLUMNS,
    people,
    read_people,
    write_people,
    write_each=people_written,
    withheld=frozenset(_FIELDS),
)
