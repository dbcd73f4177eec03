"""A list that comes again leaves the record as its last version says, whatever came before."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.columns.generated import Rows, airwars_rows, listed
from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns import FromList, accounts_from_list
from untold.claims.columns.airwars import AIRWARS
from untold.claims.columns.renewing import Renewal, renew
from untold.reports.lists import read_list
from untold.reports.report import Passage


def found(rows: Rows) -> FromList:
    return accounts_from_list(read_list("l.csv", listed(rows, AIRWARS.columns)), AIRWARS)


def renewed(before: Renewal | None, rows: Rows, *, is_part: bool = False) -> Renewal:
    accounts, claims = ((), ()) if before is None else (before.accounts, before.claims)
    return renew(accounts, claims, found(rows), AIRWARS, is_part=is_part)


def said(renewal: Renewal) -> dict[str, tuple[Account, tuple[Claim, ...]]]:
    """Return what the record says, account by account, without the file and the cells where it stands."""
    claims = {claim.id: claim for claim in renewal.claims}
    return {
        account.id: (
            replace(account, report="", claims=()),
            tuple(_bare(claims[identity]) for identity in account.claims),
        )
        for account in renewal.accounts
    }


def _bare(claim: Claim) -> Claim:
    return replace(claim, id="", report="", part_of=None, evidence={}, quote=Passage("", 0, 0, ""))


@given(airwars_rows(), airwars_rows(), st.randoms())
def test_the_record_is_what_the_last_version_says(first: Rows, second: Rows, chance: Random) -> None:
    once = renewed(None, first)
    again = renewed(once, second)
    shuffled = list(second)
    chance.shuffle(shuffled)

    assert said(again) == said(renewed(None, second))
    assert {claim for account in again.accounts for claim in account.claims} == {claim.id for claim in again.claims}
    assert renewed(again, shuffled).is_idle


@given(airwars_rows(), airwars_rows())
def test_a_part_of_a_list_withdraws_nothing(first: Rows, second: Rows) -> None:
    once = renewed(None, first)
    again = renewed(once, second, is_part=True)

    assert again.withdrawn == ()
    assert set(said(again)) == set(said(once)) | set(said(renewed(None, second)))


@given(airwars_rows())
def test_a_claim_that_a_person_changed_stays_while_its_cells_do(rows: Rows) -> None:
    once = renewed(None, rows)
    confirmed = replace(once, claims=tuple(replace(claim, state="rejected", harm="missing") for claim in once.claims))

    assert renewed(confirmed, rows).claims == confirmed.claims
