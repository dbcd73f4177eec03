"""A record of our own in the making: rows of invented lists and short reports, with every passage where it says.

The villages, monitors and people are nobody's. A record that `World` makes
without more has nothing wrong in it, so that whatever a rule finds was planted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from tests.made_claims import made_claim
from tests.tallies.writing import Draft
from untold.allegations.allegation import Allegation
from untold.allegations.reading.record import OfficialReport
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import CELLS_READER, Attribution, Claim, Demographic, Harm, Kind, Party, Period, Status
from untold.claims.columns.bureau import PrintedTotal
from untold.codebook.counts import Count
from untold.incidents.incident import Incident
from untold.incidents.official.answers import as_told_by
from untold.reports.report import Passage, Report
from untold.tallies.checks.whole_record import ListDay, WholeRecord, by_id

TODAY = "2026-01-15"
COALITION = Party("us-led-coalition", "US-led coalition")
FIRST_DAY = date(2016, 1, 1)
HEADER = "code\tday\tplace\tparty\tnumbers"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a row: its low and high as the cells print them, of whom, and whether it is part of the first."""

    low: int | None
    high: int | None = None
    harm: Harm = "killed"
    status: Status | None = "civilian"
    demographic: Demographic | None = None
    is_part: bool = False
    kind: Kind = "casualty"
    claimant: Party | None = None
    name: str | None = None  # of a person, where the row lists one

    @property
    def top(self) -> int | None:
        return self.low if self.high is None else self.high

    @property
    def count(self) -> Count:
        if self.low is None or self.top is None or self.low > self.top:
            return Count.vague()
        return Count.exactly(self.low) if self.low == self.top else Count.between(self.low, self.top)


@dataclass
class World:
    """Everything of a record, mutable until `record` is asked for; numbers go up so that nothing meets by chance."""

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    allegations: list[Allegation] = field(default_factory=list)
    official: list[OfficialReport] = field(default_factory=list)
    list_days: dict[str, tuple[ListDay, ...]] = field(default_factory=dict)
    printed: list[PrintedTotal] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    captured: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def next(self) -> int:
        self.made += 1
        return self.made

    def day(self, number: int | None = None) -> AccountDate:
        """Return a day that no other number of the next ten years has."""
        day = (FIRST_DAY + timedelta(days=(self.made if number is None else number) % 3600)).isoformat()
        return AccountDate(day, day, "day")

    def place(self, number: int | None = None, **fields: Any) -> AccountPlace:
        """Return a village in the middle of a governorate, with a name of its own."""
        n = self.made if number is None else number
        here = AccountPlace(
            name=f"Tal Number{n}",
            lat=round(35.80 + n * 7 % 300 / 1000, 6),
            lon=round(38.80 + n * 13 % 400 / 1000 + n / 10_000_000, 6),
            precision="village",
            admin1="Ar Raqqah",
            country="SYR",
        )
        return replace(here, **fields)

    def row(
        self, *cells: Cell, source: str = "alder", code: str | None = None, identity: str | None = None, **fields: Any
    ) -> Account:
        """Add a row of a list: an account with a claim for each cell; fields of the account as given."""
        n = self.next()
        code = code or f"{source[0].upper()}{n:05}"
        when: AccountDate = fields.pop("date", None) or self.day()
        where: AccountPlace = fields.pop("place", None) or self.place()
        parties: tuple[Attribution, ...] = fields.pop("attributed_to", ())
        line = _Line(self.texts.setdefault(source, HEADER), source)
        line.put(code)
        period = line.put(" to ".join(dict.fromkeys(each for each in (when.start, when.end) if each)) or "-")
        places = line.put(where.name or "-")
        blamed = line.put(", ".join(each.name for each in parties) or "-")
        evidence = {"period": period, "places": places, "attributed_to": blamed}
        claims = [self._claim(source, line, cell, evidence, when, parties) for cell in cells or (Cell(2, 3),)]
        whole = claims[0].id
        claims = [
            replace(claim, part_of=whole) if cell.is_part else claim
            for claim, cell in zip(claims, cells or (Cell(2, 3),), strict=True)
        ]
        self.texts[source] = line.text
        account = Account(
            id=identity or f"{source}:{code}",
            report=_list_id(source),
            source=Party(None, f"The {source} list"),
            claims=tuple(claim.id for claim in claims),
            date=when,
            place=where,
            attributed_to=parties,
            codes=(code,),
        )
        self.claims += claims
        self.accounts.append(replace(account, **fields))
        return self.accounts[-1]

    def _claim(
        self,
        source: str,
        line: "_Line",
        cell: Cell,
        evidence: Mapping[str, Passage],
        when: AccountDate,
        parties: tuple[Attribution, ...],
    ) -> Claim:
        numbers = [line.put("" if each is None else str(each)) for each in (cell.low, cell.top)]
        own: dict[str, Any] = {"count": tuple(each for each in numbers if each.text), **evidence}
        if cell.name is not None:
            own["name"] = line.put(cell.name)
        status, demographic = cell.status or "people", cell.demographic or "all"
        return made_claim(
            f"{_list_id(source)}:{numbers[0].start}:0",
            cell.count,
            report=_list_id(source),
            kind=cell.kind,
            modality="conceded" if cell.kind == "concession" else "asserted",
            harm=cell.harm,
            status=cell.status,
            demographic=cell.demographic,
            claimant=cell.claimant or Party(None, f"The {source} list"),
            attributed_to=parties,
            period=Period(when.start, when.end, precision="day", basis="stated"),
            evidence=own,
            quote=numbers[0] if numbers[0].text else evidence["period"],
            reader=CELLS_READER,
            rule=f"column:{source}.{cell.kind}_{status}_{demographic}_{cell.harm}",
        )

    def text(self, draft: Draft, *, published: str | None = None, **fields: Any) -> Report:
        """Add a report of prose with its claims."""
        report = replace(draft.as_report(published=published), title=f"A report of {draft.report}", **fields)
        self.reports.append(report)
        self.claims += draft.claims
        return report

    def told(self, draft: Draft, claims: Sequence[Claim], **fields: Any) -> Account:
        """Add an account of prose: what some claims of a report tell of one incident."""
        n = self.next()
        account = Account(
            id=f"{draft.report}:{claims[0].quote.start if claims else n}",
            report=draft.report,
            source=Party(None, f"Paper {draft.report}"),
            claims=tuple(each.id for each in claims),
            date=fields.pop("date", None) or self.day(),
            place=fields.pop("place", None) or self.place(),
        )
        self.accounts.append(replace(account, **fields))
        return self.accounts[-1]

    def statement(self, words: str, **fields: Any) -> Account:
        """Add a belligerent's statement: one line of its list, with a position and no number."""
        n = self.next()
        line = _Line(self.texts.setdefault("statements", "statement"), "statements")
        line.put(words)
        self.texts["statements"] = line.text
        account = Account(
            id=f"statements:{n}-0",
            report=_list_id("statements"),
            source=COALITION,
            claims=(),
            date=AccountDate(),
            place=AccountPlace(),
            stated=Stated(position="non_credible"),
            text=words,
        )
        self.accounts.append(replace(account, **fields))
        return self.accounts[-1]

    def incident(self, *accounts: Account, **fields: Any) -> Incident:
        """Add the incident that accounts tell of, its numbers as a match would make them."""
        made = as_told_by(accounts, by_id(self.claims))
        self.incidents.append(replace(made, code=f"U-{self.next():06}", **fields))
        return self.incidents[-1]

    def alone(self, *cells: Cell, **fields: Any) -> Incident:
        """Add a row and the incident that it alone is."""
        return self.incident(self.row(*cells, **fields))

    def record(self, **fields: Any) -> WholeRecord:
        """Return the record as it is now."""
        lists = [_list_report(source, text, self.captured.get(source)) for source, text in self.texts.items()]
        made = WholeRecord(
            today=TODAY,
            reports=by_id([*self.reports, *lists]),
            claims=by_id(self.claims),
            accounts=by_id(self.accounts),
            incidents=tuple(self.incidents),
            allegations=tuple(self.allegations),
            official=tuple(self.official),
            list_days=dict(self.list_days),
            printed=tuple(self.printed),
        )
        return replace_made(made, **fields) if fields else made


def replace_made(record: WholeRecord, **fields: Any) -> WholeRecord:
    """Return a record with other fields; what follows from them follows again."""
    kept = {
        name: getattr(record, name)
        for name in (
            "today", "reports", "claims", "accounts", "snapshots", "incidents", "allegations", "official",
            "list_days", "printed",
        )
    }  # fmt: skip
    return WholeRecord(**{**kept, **fields})


class _Line:
    """A line being added to a list's text; each cell knows where it stands."""

    def __init__(self, before: str, source: str) -> None:
        self.text = before + "\n"
        self._report = _list_id(source)
        self._is_first = True

    def put(self, words: str) -> Passage:
        if not self._is_first:
            self.text += "\t"
        self._is_first = False
        start = len(self.text)
        self.text += words
        return Passage(self._report, start, start + len(words), words)


def _list_id(source: str) -> str:
    return f"{source:0<16}"[:16]


def _list_report(source: str, text: str, captured_at: str | None) -> Report:
    made = Draft(text, report=_list_id(source)).as_report(captured_at=captured_at)
    return replace(made, title=None, origins=(f"{source}.csv",))


def clean_world(size: int) -> World:
    """Return a record in which nothing is wrong: rows of two lists, reports and statements, half of them matched."""
    world = World()
    for _ in range(size):
        n = world.next()
        day, place = world.day(n), world.place(n)
        here = world.row(Cell(4, 6), Cell(1, 2, demographic="children", is_part=True), date=day, place=place)
        if n % 2:
            world.incident(here)
            continue
        beside = world.row(Cell(4, 5), Cell(1, 1, "injured"), source="birch", date=day, place=replace(place, lon=None))
        draft = Draft(
            f"A reporter of paper {n} walked to {place.name} on the day after and counted 5 dead civilians there.",
            report=f"{n:016x}",
        )
        claim = draft.claim("5 dead", 5, status="civilian", medium=Party(None, f"Paper {n}"))
        world.text(draft, published=(date.fromisoformat(day.start or "") + timedelta(days=1)).isoformat())
        told = world.told(draft, [claim], date=day, place=AccountPlace(name=place.name, country="SYR"))
        when = date.fromisoformat(day.start or "").strftime("%B %d, %Y")
        words = f"{when}, near {place.name}, Syria, via {here.codes[0]} report. No strikes were flown there."
        world.incident(here, beside, told, world.statement(words))
    return world
