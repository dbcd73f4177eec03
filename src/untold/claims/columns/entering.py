"""From a list to accounts and claims: ids, passages and inheritance, the same for every layout."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from untold.claims.account import Account, AccountDate
from untold.claims.claim import CELLS_READER, Claim, Evidence, Period, Place
from untold.claims.columns.cells import Cells
from untold.claims.columns.layout import Layout, RowDraft
from untold.codebook.errors import UnreadableRow
from untold.reports.lists import Entry, ListReport
from untold.reports.report import Passage

_PRECISIONS = {"day": "day", "days": "span", "week": "week", "month": "month", "year": "year"}


@dataclass(frozen=True, slots=True)
class Taken:
    """One row that was taken: its account, the claims of it, and where it stands in the file."""

    entry: Entry
    account: Account
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class FromList:
    """What a list holds: the rows taken, and the faults, those of refused rows and those of single cells.

    `refused` are the ids of the accounts whose row was refused, as far as the
    rows say which they are: they are not withdrawn by it.
    """

    taken: tuple[Taken, ...]
    faults: tuple[UnreadableRow, ...]
    refused: frozenset[str]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts in the order of the rows."""
        return tuple(row.account for row in self.taken)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims in the order of the rows."""
        return tuple(claim for row in self.taken for claim in row.claims)

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        """Unpack as accounts, claims and faults."""
        return iter((self.accounts, self.claims, self.faults))


def accounts_from_list(listed: ListReport, layout: Layout, *, each: Callable[[int], object] | None = None) -> FromList:
    """Return the accounts and claims of a list, and the faults of its rows; a bad row loses none of the others.

    `each` is told the number of every row that was looked at. Raises
    `UnreadableReport` where the file is no list of that layout.
    """
    taken: list[Taken] = []
    faults: list[UnreadableRow] = []
    refused: set[str] = set()
    seen: Counter[str] = Counter()
    for n, entry in enumerate(layout.entries(listed), 1):
        draft, found = _drafted(listed.origin, entry, layout)
        identity = _identity(layout, draft, entry, seen)
        faults += found
        if any(fault.is_refused for fault in found):
            refused.add(identity)
        else:
            taken.append(_taken(listed, layout, entry, draft, identity))
        if each is not None:
            each(n)
    return FromList(tuple(taken), tuple(faults), frozenset(refused))


def _drafted(origin: str, entry: Entry, layout: Layout) -> tuple[RowDraft, list[UnreadableRow]]:
    cells = Cells(origin, entry)
    if entry.row.fault is not None:
        cells.refuse(None, entry.row.fault, "\t".join(entry.row.texts).strip())
        return RowDraft(), cells.faults
    return layout.read(cells), cells.faults


def _identity(layout: Layout, draft: RowDraft, entry: Entry, seen: Counter[str]) -> str:
    """Return the account's id: the list's slug and its own code, numbered from the second row that bears it."""
    own = draft.key or next(iter(draft.codes), None)
    if own is None:
        words = "\t".join(entry.row.texts).encode("utf-8")
        own = hashlib.sha256(words).hexdigest()[:16]
    base = f"{layout.name}:{own}"
    seen[base] += 1
    return base if seen[base] == 1 else f"{base}#{seen[base]}"


def _taken(listed: ListReport, layout: Layout, entry: Entry, draft: RowDraft, identity: str) -> Taken:
    claims = tuple(_claims(listed, layout, entry, draft))
    account = Account(
        id=identity,
        report=listed.report.id,
        source=layout.source,
        claims=tuple(claim.id for claim in claims),
        date=draft.date,
        place=draft.place,
        attributed_to=draft.attributed_to,
        means=draft.means,
        codes=draft.codes,
        stated=draft.stated,
        text=draft.text,
    )
    return Taken(entry, account, claims)


def _claims(listed: ListReport, layout: Layout, entry: Entry, draft: RowDraft) -> Iterator[Claim]:
    ids: dict[str, str] = {}
    shared = _evidence(listed, entry, draft.evidence)
    places, period = _places(draft), _period(draft.date)
    for figure in draft.figures:
        counted = _passages(listed, entry, figure.columns)
        quote = _quote(listed, counted) if counted else listed.line(entry.row)
        start = counted[0].start if counted else quote.start
        identity = ids[figure.columns[0]] = f"{listed.report.id}:{start}:{len(ids)}"
        by_whom = draft.attributed_to if figure.attributed_to is None else figure.attributed_to
        yield Claim(
            id=identity,
            report=listed.report.id,
            kind=figure.kind,
            harm=figure.harm,
            count=figure.count,
            status=figure.status,
            demographic=figure.demographic,
            affiliation=figure.affiliation,
            part_of=None if figure.part_of is None else ids.get(figure.part_of),
            restates=None,
            claimant=figure.claimant or draft.claimant or layout.source,
            medium=layout.source,
            attributed_to=by_whom,
            means=figure.means or draft.means,
            places=places,
            period=period if figure.period is None else figure.period,
            scope=figure.scope,
            modality=figure.modality,
            evidence={**_counted(counted), **shared, **_evidence(listed, entry, figure.evidence)},
            quote=quote,
            reader=CELLS_READER,
            rule=f"column:{layout.name}.{figure.columns[0]}",
            confidence=1.0,
            note=figure.note,
        )


def _quote(listed: ListReport, counted: tuple[Passage, ...]) -> Passage:
    """Return the cells of a number: from the first to the last where they stand side by side, else the first named.

    The row around them is found by their offsets; a copy of it in each of its
    claims would make the record ten times the list.
    """
    start, end = min(each.start for each in counted), max(each.end for each in counted)
    is_side_by_side = end - start == sum(each.end - each.start for each in counted) + len(counted) - 1
    return listed.report.passage(start, end) if is_side_by_side else counted[0]


def _counted(passages: tuple[Passage, ...]) -> Evidence:
    return {"count": passages[0] if len(passages) == 1 else passages} if passages else {}


def _evidence(listed: ListReport, entry: Entry, fields: Mapping[str, tuple[str, ...]]) -> Evidence:
    found: Evidence = {}
    for field, columns in fields.items():
        passages = _passages(listed, entry, columns)
        if passages:
            found[field] = passages[0] if len(passages) == 1 else passages
    return found


def _passages(listed: ListReport, entry: Entry, columns: tuple[str, ...]) -> tuple[Passage, ...]:
    cells = (entry.cell(column) for column in columns)
    return tuple(passage for cell in cells if cell is not None and (passage := listed.passage(cell)) is not None)


def _places(draft: RowDraft) -> tuple[Place, ...]:
    name = draft.place.name or draft.place.name_local or draft.place.admin1
    return () if name is None else (Place(name, draft.place.country),)


def _period(date: AccountDate) -> Period:
    precision = None if date.precision is None else _PRECISIONS[date.precision]
    basis = None if date.start is None and date.end is None else "stated"
    return Period(start=date.start, end=date.end, precision=precision, basis=basis)  # type: ignore[arg-type]
