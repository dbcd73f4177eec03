"""What a grade is decided on: an incident's accounts, their claims, and which of them are one source.

Everything that a rule may ask is here and nothing else, so that a grade can be
computed again years later from the same record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.codebook.actors import all_actors, is_one_hand
from untold.incidents.attribution import named_parties
from untold.incidents.incident import Incident
from untold.incidents.independence import SourceGroup, independent_sources
from untold.incidents.independence.voices import tells_of_harm, voice_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """An incident's accounts with their claims by id, and the belligerent's log lines of that day and vicinity.

    `vicinity` holds ids of strike-line accounts: near, never the same, so they
    tell of no harm. `accused` is the slug of the party whose deeds are recorded,
    null where an incident is graded whoever did it.
    """

    incident: Incident
    accounts: tuple[Account, ...]
    claims: Mapping[str, Claim]
    vicinity: tuple[str, ...]
    accused: str | None
    harm_sources: tuple[SourceGroup, ...]  # of the accounts that tell of harm to others than fighters
    strike_sources: tuple[SourceGroup, ...]  # of all accounts but a belligerent's own


def gather_evidence(
    incident: Incident,
    accounts: Mapping[str, Account],
    claims: Mapping[str, Claim],
    *,
    vicinity: Sequence[str] = (),
    copies: Mapping[str, str] | None = None,
    accused: str | None = None,
) -> Evidence:
    """Return the evidence on an incident; `accounts` and `claims` hold the record by id.

    `copies` gives each account's group of copies where they are known already.
    Accounts that the record no longer holds are left out. A party to the fighting is no
    independent source on the fighting, so its own accounts are in no group. Of
    the log lines those count whose belligerent the accounts name, if they name any.
    """
    near = set(vicinity)
    ours = tuple(accounts[each] for each in incident.accounts if each in accounts and each not in near)
    outside = [each for each in ours if not is_belligerent(each.source.id)]
    telling = [each for each in outside if any(tells_of_harm(claim) for claim in claims_of(each, claims))]
    return Evidence(
        incident,
        ours,
        claims,
        tuple(each for each in vicinity if each not in accounts or _may_be_meant(accounts[each], ours)),
        accused,
        independent_sources(telling, claims, copies=copies),
        independent_sources(outside, claims, copies=copies),
    )


def _may_be_meant(line: Account, ours: Sequence[Account]) -> bool:
    named = {party.id for each in ours for party in named_parties(each) if party.id is not None}
    return not named or any(is_one_hand(line.source.id or "", party) for party in named)


def claims_of(account: Account, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """Return the account's claims that the record holds and that nobody rejected."""
    held = (claims[each] for each in account.claims if each in claims)
    return tuple(claim for claim in held if claim.state not in {"rejected", "ungrounded"})


def is_belligerent(slug: str | None) -> bool:
    """Return whether the codebook knows the slug as a party that can do harm.

    >>> is_belligerent("us-led-coalition"), is_belligerent("sohr"), is_belligerent(None)
    (True, False, False)
    """
    known = all_actors().get(slug or "")
    return known is not None and known.can_harm


def with_unlisted_as_one(sources: Sequence[SourceGroup], evidence: Evidence) -> tuple[SourceGroup, ...]:
    """Return the groups with those in which the codebook knows nobody put together as one.

    A thousand new pages cost nothing to make, so together they are one voice;
    a page that quotes a known body is that body's.
    """
    by_id = {each.id: each for each in evidence.accounts}
    listed = [each for each in sources if _is_listed(each, by_id, evidence.claims)]
    others = [each for each in sources if each not in listed]
    if len(others) < 2:  # noqa: PLR2004 - one alone is one already
        return tuple(sources)
    members = tuple(account for each in others for account in each.accounts)
    why = f"{len(others)} publishers that the codebook does not know count as one source together"
    return (*listed, SourceGroup(members, (*(reason for each in others for reason in each.reasons), why)))


def _is_listed(group: SourceGroup, accounts: Mapping[str, Account], claims: Mapping[str, Claim]) -> bool:
    voices = (voice_of(accounts[each], claims) for each in group.accounts)
    return any(party.id is not None for voice in voices for party in (voice.publisher, *voice.quoted))
