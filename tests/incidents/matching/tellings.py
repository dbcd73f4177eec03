"""Accounts for tests: one call each, with a place and a day unless it says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.made_claims import made_claim
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Harm, Party, Status
from untold.codebook.counts import Count
from untold.incidents.matching import Match, match_accounts, traits_of
from untold.incidents.matching.judgement import Judged
from untold.incidents.matching.traits import Ties

TOWN = AccountPlace("Tel Amira", "تل أميرة", 35.9, 38.6, "village", None, "Raqqa", "SYR")
_NORTH_KM = 1 / 111.195


@dataclass(frozen=True, slots=True)
class Telling:
    """An account with its claims."""

    account: Account
    claims: tuple[Claim, ...]


def telling(
    account_id: str,
    day: str | None = "2016-03-14",
    place: AccountPlace = TOWN,
    killed: Count | None = None,
    **fields: Any,
) -> Telling:
    """Return what a source (the part of the id before the colon) tells of an incident."""
    source = account_id.split(":", maxsplit=1)[0]
    claims = () if killed is None else (claim(f"{account_id}:1", killed),)
    account = Account(
        id=account_id,
        report=source,
        source=Party(source, source),
        claims=tuple(each.id for each in claims),
        date=AccountDate(day, day, None if day is None else "day"),
        place=place,
    )
    return Telling(replace(account, **fields), claims)


def claim(
    claim_id: str, count: Count, harm: Harm = "killed", status: Status | None = "civilian", **fields: Any
) -> Claim:
    """Return a claim of how many were harmed."""
    return made_claim(claim_id, count, harm=harm, status=status, **fields)


def north(kilometres: float, **fields: Any) -> AccountPlace:
    """Return a place so far north of the town, without its name."""
    assert TOWN.lat is not None
    return replace(TOWN, name=None, name_local=None, lat=TOWN.lat + kilometres * _NORTH_KM, **fields)


def blamed(*actors: str, role: str = "known") -> tuple[Attribution, ...]:
    """Return attributions of one role."""
    return tuple(Attribution(each, each, role) for each in actors)  # type: ignore[arg-type]


def citing(*codes: str) -> Stated:
    """Return what a source states that cites others' codes."""
    return Stated(codes=codes)


def matched(tellings: Sequence[Telling], judged: Judged | None = None, copies: dict[str, str] | None = None) -> Match:
    """Return the match of what was told, by the rule that comes with the program."""
    return match_accounts(
        traits_of([(each.account, each.claims) for each in tellings], Ties(copies=copies or {})), judged
    )


def clusters(tellings: Sequence[Telling], judged: Judged | None = None) -> set[tuple[str, ...]]:
    """Return the incidents of what was told."""
    return set(matched(tellings, judged).clusters)
