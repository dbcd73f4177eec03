"""The incidents that a belligerent may have answered, as others tell of them, and where a statement stands.

What the belligerent itself says is left out of them: no answer is found by its
own words, no grid is measured against itself, and what is conceded is not part
of what it is compared with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.official_statements import OfficialStatement
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.judgements import Verdict
from untold.incidents.official import StatementLink, StatementLinker, facts_of, is_log_line
from untold.incidents.official.answers import as_told_by, is_statement

Judged = Mapping[tuple[str, str], Verdict]


class IncidentsTold:
    """The incidents of a record by what others than belligerents say of them; the same input, the same answers."""

    def __init__(
        self,
        incidents: Iterable[Incident],
        accounts: Mapping[str, Account],
        claims: Mapping[str, Claim],
        judged: Judged | None = None,
    ) -> None:
        self._accounts = accounts
        self._claims = claims
        self._judged = judged or {}
        self._incidents = {each.code: each for each in incidents}
        self._of_account = {one: each.code for each in self._incidents.values() for one in each.accounts}
        self._told: dict[str, Incident | None] = {}

    def told(self, code: str) -> Incident | None:
        """Return an incident without what belligerents say of it, null where nobody else tells of it."""
        if code not in self._told:
            self._told[code] = self._by_others(self._incidents[code]) if code in self._incidents else None
        return self._told[code]

    def of_account(self, account: str) -> str | None:
        """Return the code of the incident in which an account stands, whoever else tells of it; null for none."""
        return self._of_account.get(account)

    def present(self, code: str) -> tuple[str, ...]:
        """Return the present codes of an incident under a code that it has or had: several where it was parted.

        What only a belligerent's own statement tells of is no part of it, where others tell of one.
        """
        if code in self._incidents:
            return (code,)
        heirs = tuple(each.code for each in self._incidents.values() if code in each.previous_codes)
        return tuple(each for each in heirs if self.told(each) is not None) or heirs

    def answered_by(self, statement: OfficialStatement) -> StatementLink:
        """Return the incident that a statement answers, or why none is named, with the candidates in order."""
        return self._linker.link(statement)

    def is_denied(self, account: str, code: str) -> bool:
        """Return whether a person said that an account is not of an incident."""
        own = self._incidents[code].accounts if code in self._incidents else ()
        pairs = ((min(account, other), max(account, other)) for other in own)
        return any(self._judged.get(pair) == "different" for pair in pairs)

    def positions(self, code: str) -> tuple[tuple[str, str], ...]:
        """Return what monitors say that the official position on an incident is: account and position of each."""
        own = (self._accounts[each] for each in self._incidents[code].accounts if each in self._accounts)
        return tuple(
            (each.id, each.stated.position)
            for each in own
            if each.stated.position is not None and not is_statement(each)
        )

    def recorded(self, code: str) -> "Recorded":
        """Return how many civilians others record for an incident at least; what anybody says was conceded is none."""
        told = self.told(code)
        if told is None:
            return Recorded(None, None)
        own = [self._accounts[each] for each in told.accounts]
        return recorded_in(as_told_by(own, self._counted).ranges)

    @cached_property
    def _counted(self) -> Mapping[str, Claim]:
        return {key: each for key, each in self._claims.items() if each.kind != "concession"}

    @cached_property
    def _linker(self) -> StatementLinker:
        others = {each.id: each for each in self._accounts.values() if _is_other(each)}
        told = (found for code in self._incidents if (found := self.told(code)) is not None)
        return StatementLinker(facts_of(each, others) for each in told)

    def _by_others(self, incident: Incident) -> Incident | None:
        own = [self._accounts[each] for each in incident.accounts if each in self._accounts]
        others = [each for each in own if _is_other(each)]
        if not others:
            return None
        bare = as_told_by(others, self._claims)
        return replace(incident, accounts=bare.accounts, date=bare.date, place=bare.place, ranges=bare.ranges)


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many civilians an incident is recorded to have killed and injured at least, null where nobody says."""

    killed: int | None
    injured: int | None


def recorded_in(ranges: Sequence[CasualtyRange]) -> Recorded:
    """Return the floors of the whole group: of civilians where they are counted, else of people of unsaid status."""
    return Recorded(_floor(ranges, "killed"), _floor(ranges, "injured"))


def _floor(ranges: Sequence[CasualtyRange], harm: str) -> int | None:
    whole = {each.status: each.low for each in ranges if each.harm == harm and each.demographic is None}
    return whole["civilian"] if "civilian" in whole else whole.get(None)


def _is_other(account: Account) -> bool:
    return not is_statement(account) and not is_log_line(account)
