"""A casebook's victims: those whom lists name in their rows, and those who were entered by hand.

The first can be made again from the claims at any time; the second are kept in
`victims.jsonl`, readable by the folder's owner alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.incident import Incident
from untold.incidents.victims.victim import UNKNOWN_AGE, Victim
from untold.incidents.victims.wording import age_of, gender_of, names_of
from untold.reports.casebook import Casebook, read_records
from untold.reports.replacing import replace_file

VICTIMS = "victims.jsonl"


def kept_victims(folder: str | Path) -> tuple[Victim, ...]:
    """Return the victims that were entered by hand, in order.

    Raises `CasebookError` for a folder that is no casebook and for a line that
    is no victim.
    """
    return read_records(folder, VICTIMS, Victim)


def keep_victims(casebook: Casebook, victims: Sequence[Victim]) -> tuple[str, ...]:
    """Put the victims in the casebook, each in place of what was there under its id; return the ids that are new."""
    before = {each.id: each for each in kept_victims(casebook.folder)}
    after = {**before, **{each.id: each for each in victims}}
    encoder = msgspec.json.Encoder()
    content = b"".join(encoder.encode(each) + b"\n" for each in after.values())
    replace_file(casebook.path(VICTIMS), content, mode=0o600)
    return tuple(each for each in after if each not in before)


def victims_named(accounts: Iterable[Account], claims: Mapping[str, Claim]) -> tuple[Victim, ...]:
    """Return the people whom rows of lists name, one for each claim of one person with a name as evidence.

    A victim's id is its claim's, so that it comes out the same from the same list.
    """
    return tuple(
        victim
        for account in accounts
        for each in account.claims
        if each in claims
        for victim in _named(account, claims[each])
    )


def with_victims(incidents: Iterable[Incident], victims: Sequence[Victim]) -> tuple[Incident, ...]:
    """Return the incidents with the ids of the victims of whom their accounts tell."""
    by_account: dict[str, list[str]] = {}
    for victim in victims:
        for account in victim.accounts:
            by_account.setdefault(account, []).append(victim.id)
    return tuple(replace(each, victims=_of(each, by_account)) for each in incidents)


def _of(incident: Incident, by_account: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(victim for each in incident.accounts for victim in by_account.get(each, ())))


def _named(account: Account, claim: Claim) -> Iterator[Victim]:
    if claim.harm not in {"killed", "injured"} or claim.count.stated != 1 or "name" not in claim.evidence:
        return
    yield Victim(
        id=claim.id,
        harm="killed" if claim.harm == "killed" else "injured",
        accounts=(account.id,),
        names=names_of(_said(claim, "name")),
        age=age_of(_said(claim, "age")) or UNKNOWN_AGE,
        gender=gender_of(_said(claim, "sex")),
        status=claim.status,
    )


def _said(claim: Claim, field: str) -> str:
    found = claim.evidence.get(field, ())
    passages = found if isinstance(found, tuple) else (found,)
    return " / ".join(each.text for each in passages)
