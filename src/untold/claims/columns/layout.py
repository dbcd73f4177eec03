"""A layout: what the columns of one publisher's list mean, in both directions."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Demographic, Harm, Kind, Modality, Party, Period, Scope, Status
from untold.claims.columns.cells import Cells
from untold.codebook.counts import Count
from untold.codebook.errors import UnreadableReport
from untold.reports.lists import Entry, ListReport, Sheet, also_named, entries_under, headed

_NO_DATE = AccountDate()
_NO_PLACE = AccountPlace()
_NOTHING_STATED = Stated()
_NO_ALIASES: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a row, of one group and harm: a claim to be.

    `columns` hold the number, the first of them names its rule
    (`column:airwars.killed_min`). `part_of` is the first column of the whole
    that the group is within, where the layout says that it is. What is null
    is the row's: `claimant`, `attributed_to`, `means`, and `period`, which a
    number of another `scope` than the row's incident has of its own.
    """

    columns: tuple[str, ...]
    count: Count
    harm: Harm = "killed"
    status: Status | None = None
    demographic: Demographic | None = None
    affiliation: Party | None = None
    part_of: str | None = None
    kind: Kind = "casualty"
    modality: Modality = "asserted"
    claimant: Party | None = None
    attributed_to: tuple[Attribution, ...] | None = None
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a claim's field → its columns
    note: str | None = None
    scope: Scope = "incident"
    period: Period | None = None
    means: str | None = None


@dataclass(frozen=True, slots=True)
class RowDraft:
    """One row as its layout understands it, before ids and passages.

    `codes` are the list's own, the first of them names the account; `key`
    names it instead where the list tells its rows apart by something else.
    `evidence` gives the columns behind `period`, `places`, `attributed_to`,
    `means` and `claimant`, whichever the row states. `claimant` is whom the
    row quotes; null: the list itself says it.
    """

    codes: tuple[str, ...] = ()
    date: AccountDate = _NO_DATE
    place: AccountPlace = _NO_PLACE
    attributed_to: tuple[Attribution, ...] = ()
    means: str | None = None
    stated: Stated = _NOTHING_STATED
    text: str | None = None
    figures: tuple[Figure, ...] = ()
    claimant: Party | None = None
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One publisher's list: `name` is its slug (`airwars`), `source` who publishes it.

    `columns` are those of its export, in order. `entries` finds the rows in a
    file and raises `UnreadableReport` for a file of another layout. `read`
    takes one row, and says through its `Cells` what is wrong with it. `write`
    gives the cells of an account and its claims, and is null for a layout
    that is only read; `write_each` gives the rows of an account where the list
    has one for each of its people. `aliases` are other names that the list's
    columns have had, by the name in `columns`. `withheld` are the fields of
    evidence whose words no message repeats: those of a person. `is_series`
    tells a list of running totals, whose rows are days and no incidents.
    """

    name: str
    source: Party
    columns: tuple[str, ...]
    entries: Callable[[ListReport], Iterator[Entry]]
    read: Callable[[Cells], RowDraft]
    write: Callable[[Account, Sequence[Claim]], Mapping[str, str]] | None = None
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    write_each: Callable[[Account, Sequence[Claim]], Iterable[Mapping[str, str]]] | None = None
    withheld: frozenset[str] = frozenset()
    is_series: bool = False


def one_table(
    listed: ListReport, needed: Sequence[str], name: str, aliases: Mapping[str, Sequence[str]] = _NO_ALIASES
) -> Iterator[Entry]:
    """Return the rows of the first sheet that has all the columns `needed`, under its header and its `aliases`.

    Raises `UnreadableReport` that names the columns which are not there.
    """
    shown = [found for sheet in listed.sheets if not sheet.is_hidden and (found := headed(sheet)) is not None]
    tables = [(also_named(header, aliases), rows) for header, rows in shown]
    for header, rows in tables:
        if not header.missing(needed):
            return entries_under(header, rows)
    missing = min((header.missing(needed) for header, _ in tables), key=len, default=tuple(needed))
    why = f"has no column {', '.join(missing)}, so it is no {name} list"
    raise UnreadableReport(listed.origin, why, "choose another --from, or write a mapping with --suggest")


def sheet_named(listed: ListReport, name: str) -> Sheet | None:
    """Return the sheet of that name, whatever its case, or null."""
    return next((sheet for sheet in listed.sheets if (sheet.name or "").casefold() == name.casefold()), None)
