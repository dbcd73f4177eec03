"""Accounts of one strike, built by hand: who publishes, whom it quotes, how many, by whom."""

from dataclasses import dataclass, field, replace
from typing import Any

from tests.tallies.writing import Draft
from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Attribution, Claim, Party
from untold.codebook.counts import Count
from untold.incidents.incident import Incident

SOHR = Party("sohr", "SOHR")
SNHR = Party("snhr", "SNHR")
REUTERS = Party("reuters", "Reuters")
AL_JAZEERA = Party("al-jazeera", "Al Jazeera")
COALITION = Party("us-led-coalition", "the coalition")
DAY = AccountDate("2015-06-10", "2015-06-10", "day")
VILLAGE = AccountPlace(name="Tal Zahra", country="SYR", precision="village")
BY_COALITION = Attribution("us-led-coalition", "the coalition", "suspected")
BY_RUSSIA = Attribution("russia", "Russia", "suspected")


@dataclass
class Case:
    """Accounts of one incident in the making, with their claims."""

    accounts: list[Account] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)

    def account(self, id: str, source: Party, *claims: Claim, **fields: Any) -> Account:  # noqa: A002
        """Add an account; without claims it tells of four killed, in the publisher's own words."""
        told = claims or (killed(4),)
        own = [replace(claim, id=f"{id}:{n}", report=f"report-{id}") for n, claim in enumerate(told)]
        self.claims.update({claim.id: claim for claim in own})
        given = {"report": f"report-{id}", "date": DAY, "place": VILLAGE, "attributed_to": (BY_COALITION,), **fields}
        made = Account(id=id, source=source, claims=tuple(claim.id for claim in own), **given)
        self.accounts.append(made)
        return made

    def incident(self, **fields: Any) -> Incident:
        """Return the incident of all accounts so far."""
        given: dict[str, Any] = {"code": "I1", "previous_codes": (), "date": DAY, "place": VILLAGE, **fields}
        return Incident(accounts=tuple(each.id for each in self.accounts), **given)


def killed(count: int | Count, **fields: Any) -> Claim:
    """Return a claim of so many killed."""
    return Draft("Four people were killed.").claim("Four", count, **fields)


def conceded(count: int | Count) -> Claim:
    """Return a belligerent's acceptance of so many killed."""
    return killed(count, kind="concession", modality="conceded", claimant=COALITION, status="civilian")
