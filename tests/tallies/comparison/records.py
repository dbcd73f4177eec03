"""Incidents, accounts and figures of our own: invented codes and round figures."""

from typing import Any

from tests.tallies.comparison.counting_by_hand import AS_OF, counter
from tests.tallies.writing import Draft
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Party
from untold.incidents.incident import CasualtyRange, Decision, Incident
from untold.tallies.comparison import Figure
from untold.tallies.comparison.casebook import Record, counted_by
from untold.tallies.comparison.computing import Counted
from untold.tallies.comparison.documented import figure_of_tally
from untold.tallies.comparison.reported import figure_of_claim
from untold.tallies.tally import Tally, TallyScope

LIST = Party("airwars", "Airwars")
COALITION = Attribution("us-led-coalition", "the US-led coalition", "suspected")
RUSSIA = Attribution("russia", "Russia", "suspected")
IN_SYRIA = TallyScope(actors=("us-led-coalition",), countries=("SYR",))


def incident(code: str, day: str, low: int | None, high: int | None, **fields: Any) -> Incident:
    """Return an incident in Syria by the coalition, with one range of civilians killed."""
    decided = CasualtyRange("killed", "civilian", None, low, None, high, "by hand", ())
    grade = fields.pop("grade", "fair")
    return Incident(
        code=code,
        previous_codes=(),
        accounts=fields.pop("accounts", (f"list:{code}",)),
        date=AccountDate(day, day, "day"),
        place=AccountPlace(name=fields.pop("place", "Northtown"), country=fields.pop("country", "SYR")),
        ranges=(decided,),
        attributions=fields.pop("attributions", (COALITION,)),
        grade=Decision(grade, "by hand", (), ""),
        **fields,
    )


def account(account_id: str, grade: str | None = "fair", source: Party = LIST, claims: tuple[str, ...] = ()) -> Account:
    """Return an account of an incident that states a grade."""
    return Account(account_id, "aa", source, claims, AccountDate(), AccountPlace(), stated=Stated(grade=grade))


def accounts_of(*incidents: Incident) -> tuple[Account, ...]:
    """Return an account of the list for each incident, which states the incident's own grade."""
    return tuple(account(each.accounts[0], each.grade.value if each.grade else None) for each in incidents)


def counted(*incidents: Incident, claims: tuple[Claim, ...] = (), accounts: tuple[Account, ...] = ()) -> Counted:
    """Return what a record of these incidents answers, counted by hand."""
    record = Record(claims, (), accounts or accounts_of(*incidents), incidents)
    return counted_by(counter(incidents, record.accounts), record, AS_OF)


def tally(scope: TallyScope = IN_SYRIA, low: int | None = 500, high: int | None = 700, **fields: Any) -> Tally:
    """Return a tally of ten incidents."""
    bounds = {"low": low, "best": None, "high": high, "known_high": high, "without_low": 0, "without_high": 0}
    return Tally(
        **{"scope": scope, "by": (), **bounds, "incidents": 10, "shared": 0, "rule": "widest", "as_of": AS_OF, **fields}
    )


def documented(scope: TallyScope = IN_SYRIA, source: Party | None = None, **fields: Any) -> Figure:
    """Return a tally as a figure."""
    return figure_of_tally(tally(scope, **fields), "tally:1", source=source)


def reported(published: str | None = None, **fields: Any) -> Figure:
    """Return a running total of 380 civilians as a figure."""
    alike = {"status": "civilian", "scope": "cumulative", **fields}
    return figure_of_claim(Draft("It counted 380 civilians.").claim("380 civilians", 380, **alike), published)
