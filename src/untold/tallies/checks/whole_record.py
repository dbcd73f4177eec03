"""The whole record, laid open for checking: every report, claim, account, incident and allegation, by its id.

What goes wrong in a record of thousands goes wrong between its files. So the
rules see all of it at once, and nothing else: no file, no clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from untold.allegations.allegation import Allegation
from untold.allegations.reading.record import OfficialReport
from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.bureau import PrintedTotal
from untold.incidents.incident import Incident
from untold.reports.report import Passage, Report


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Named)


@dataclass(frozen=True, slots=True)
class ListDay:
    """A day that a list's row prints beside its incident: when its entry, or its source, was published or changed.

    `column` is the list's own name for it; `passage` its cell.
    """

    column: str
    day: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """Everything that a casebook holds, with `today` (an ISO date), by which the future is told.

    `snapshots` are the days of lists of running totals, which are no incidents
    and stand apart from the accounts, as they do in a casebook. `list_days`
    gives the days that lists print about their own entries, by account;
    `printed` the totals that workbooks print, beside the sums of their rows.
    The last fields say where each claim and account is, and follow from the others.
    """

    today: str
    reports: Mapping[str, Report] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    snapshots: Mapping[str, Account] = field(default_factory=dict)
    incidents: tuple[Incident, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    official: tuple[OfficialReport, ...] = ()
    list_days: Mapping[str, tuple[ListDay, ...]] = field(default_factory=dict)
    printed: tuple[PrintedTotal, ...] = ()
    account_of: Mapping[str, str] = field(init=False)
    incident_of: Mapping[str, Incident] = field(init=False)

    def __post_init__(self) -> None:
        holders = (*self.accounts.values(), *self.snapshots.values())
        account_of = {claim: account.id for account in holders for claim in account.claims}
        incident_of = {account: incident for incident in self.incidents for account in incident.accounts}
        object.__setattr__(self, "account_of", account_of)
        object.__setattr__(self, "incident_of", incident_of)

    def claims_of(self, account: Account) -> Iterator[Claim]:
        """Yield the claims of an account that the record holds, in its order."""
        for each in account.claims:
            claim = self.claims.get(each)
            if claim is not None:
                yield claim

    def accounts_of(self, incident: Incident) -> Iterator[Account]:
        """Yield the accounts of an incident that the record holds, in its order."""
        for each in incident.accounts:
            account = self.accounts.get(each)
            if account is not None:
                yield account

    def codes_of(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the incidents that accounts are in, each once, in their order."""
        found = (self.incident_of.get(each) for each in accounts)
        return tuple(dict.fromkeys(incident.code for incident in found if incident is not None))


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    """Return records by their ids, in their order; of two with one id the last."""
    return {each.id: each for each in records}
