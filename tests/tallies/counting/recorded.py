"""Small records made by hand or by chance: what a test does not speak of is not stated."""

from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from tests.made_claims import made_claim
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Party
from untold.codebook.counts import Count
from untold.incidents.building.ranges import ranges_of
from untold.incidents.building.summary import attributions_of, means_of
from untold.incidents.incident import Decision, Incident
from untold.reports.report import Passage
from untold.tallies.counting import Counting
from untold.tallies.tables import Tables, make_tables

AIRWARS = Party("airwars", "Airwars")
SOHR = Party("sohr", "SOHR")
SNHR = Party("snhr", "SNHR")
GAZETTE = Party(None, "The Village Gazette")
COALITION = Attribution("us-led-coalition", "the coalition", "suspected")
RUSSIA = Attribution("russia", "Russia", "suspected")
AS_OF = "2026-01-31"
NAME = Passage("r", 0, 4, "a man")


@dataclass
class Recorded:
    """A record in the making."""

    incidents: list[Incident] = field(default_factory=list)
    accounts: dict[str, Account] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def account(self, source: Party, *claims: Claim, **fields: Any) -> Account:
        """Add an account, which is of no incident yet."""
        name = f"a{len(self.accounts)}"
        own = [replace(claim, id=f"{name}:{n}", report=f"r{name}") for n, claim in enumerate(claims)]
        self.claims |= {claim.id: claim for claim in own}
        given = {"date": AccountDate(), "place": AccountPlace(), "report": f"r{name}", **fields}
        made = Account(id=name, source=source, claims=tuple(claim.id for claim in own), **given)
        self.accounts[name] = made
        return made

    def incident(self, *accounts: Account, **fields: Any) -> Incident:
        """Add an incident of accounts, with the ranges and parties that they add up to."""
        told = [[self.claims[claim] for claim in each.claims] for each in accounts]
        given: dict[str, Any] = {
            "date": AccountDate("2015-06-10", "2015-06-10", "day"),
            "place": AccountPlace(name="Tal Zahra", country="SYR"),
            "ranges": ranges_of(told),
            "attributions": attributions_of(accounts),
            "means": means_of(accounts),
            **fields,
        }
        made = Incident(f"U-{len(self.incidents):04}", (), tuple(each.id for each in accounts), **given)
        self.incidents.append(made)
        return made

    def told(self, count: Count | int | None = None, source: Party = AIRWARS, **fields: Any) -> Incident:
        """Add an incident of one account, of so many civilians killed, or of nobody counted."""
        own = () if count is None else (civilians(count),)
        account = self.account(source, *own, **{each: fields.pop(each) for each in _OF_ACCOUNTS if each in fields})
        return self.incident(account, **fields)

    def tables(self) -> Tables:
        """Return the tables of the record."""
        return make_tables(self.incidents, self.accounts, self.claims)

    def counting(self, **fields: Any) -> Counting:
        """Return the record, to be counted."""
        return Counting(self.tables(), as_of=AS_OF, **fields)


_OF_ACCOUNTS = ("attributed_to", "stated", "means", "text")


def civilians(count: Count | int, **fields: Any) -> Claim:
    """Return a claim of so many civilians killed."""
    return people(count, **{"status": "civilian", **fields})


def people(count: Count | int, **fields: Any) -> Claim:
    """Return a claim of so many people killed, of unsaid status."""
    return made_claim("c", Count.exactly(count) if isinstance(count, int) else count, **fields)


def a_person(**fields: Any) -> Claim:
    """Return a claim of one person of a list."""
    return people(1, evidence={"name": NAME}, **fields)


def graded(value: str) -> Decision:
    """Return a grade of ours."""
    return Decision(value, "test", (), "test")


def stated(grade: str) -> Stated:
    """Return a grade that a source states."""
    return Stated(grade=grade)


_PARTIES = (AIRWARS, SOHR, SNHR, GAZETTE)
_ACTORS = (COALITION, RUSSIA, Attribution(None, "unknown aircraft", "contested"))
_BOUNDS = st.integers(0, 9)
_COUNTS = st.one_of(
    _BOUNDS.map(Count.exactly),
    _BOUNDS.map(Count.at_least),
    _BOUNDS.map(Count.at_most),
    st.tuples(_BOUNDS, _BOUNDS).map(lambda pair: Count.between(min(pair), max(pair))),
    st.just(Count.vague()),
    st.just(Count.about(5)),
)
_MONTHS = ("2015-01", "2015-02", "2016-01")


@st.composite
def claims_made(draw: st.DrawFn) -> Claim:
    """Return a claim of an incident, which may also be of a person, denied, or a running total."""
    fields: dict[str, Any] = {
        "harm": draw(st.sampled_from(("killed", "injured"))),
        "status": draw(st.sampled_from(("civilian", "combatant", "unknown", None))),
        "demographic": draw(st.sampled_from((None, None, "children", "women"))),
        "claimant": draw(st.sampled_from((None, *_PARTIES))),
        "modality": draw(st.sampled_from(("asserted", "asserted", "asserted", "denied"))),
        "scope": draw(st.sampled_from(("incident", "incident", "incident", "cumulative"))),
        "kind": draw(st.sampled_from(("casualty", "casualty", "casualty", "concession"))),
    }
    return a_person(**fields) if draw(st.booleans()) and draw(st.booleans()) else people(draw(_COUNTS), **fields)


@st.composite
def records(draw: st.DrawFn) -> Recorded:
    """Return a record of a few incidents."""
    made = Recorded()
    for _ in range(draw(st.integers(0, 6))):
        accounts = [
            made.account(
                draw(st.sampled_from(_PARTIES)),
                *draw(st.lists(claims_made(), max_size=3)),
                attributed_to=tuple(draw(st.lists(st.sampled_from(_ACTORS), max_size=2, unique=True))),
                stated=Stated(grade=draw(st.sampled_from((None, "fair", "weak")))),
            )
            for _ in range(draw(st.integers(1, 3)))
        ]
        month = draw(st.sampled_from((None, *_MONTHS)))
        made.incident(
            *accounts,
            date=AccountDate() if month is None else AccountDate(f"{month}-10", f"{month}-10", "day"),
            grade=draw(st.sampled_from((None, graded("fair"), graded("weak")))),
        )
    return made
