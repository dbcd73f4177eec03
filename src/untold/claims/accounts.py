"""Accounts, kept: `accounts.jsonl` of a casebook, one account a line, in the order in which they first came in.

The days of a series of running totals stand apart, in `snapshots.jsonl`: a day
is no incident, and whoever matches accounts into incidents must not meet it.
"""

from collections.abc import Iterable
from pathlib import Path

from untold.claims.account import Account
from untold.reports.casebook import Casebook, read_records, write_records

ACCOUNTS = "accounts.jsonl"
SNAPSHOTS = "snapshots.jsonl"


def accounts_kept(folder: str | Path) -> tuple[Account, ...]:
    """Return the accounts of a casebook; none where none was kept yet.

    Raises `CasebookError` for a folder that is no casebook and for a line that is no account.
    """
    return read_records(folder, ACCOUNTS, Account)


def snapshots_kept(folder: str | Path) -> tuple[Account, ...]:
    """Return the days of the series of a casebook, as accounts of a list; none where none was kept yet.

    Raises `CasebookError` as `accounts_kept` does.
    """
    return read_records(folder, SNAPSHOTS, Account)


def keep_accounts(casebook: Casebook, accounts: Iterable[Account]) -> None:
    """Replace the accounts of the casebook by these."""
    write_records(casebook, ACCOUNTS, accounts)
