"""Accounts, kept: `accounts.jsonl` of a casebook, one account a line, in the order in which they first came in."""

from collections.abc import Iterable
from pathlib import Path

from untold.claims.account import Account
from untold.reports.casebook import Casebook, read_records, write_records

ACCOUNTS = "accounts.jsonl"


def accounts_kept(folder: str | Path) -> tuple[Account, ...]:
    """Return the accounts of a casebook; none where none was kept yet.

    Raises `CasebookError` for a folder that is no casebook and for a line that is no account.
    """
    return read_records(folder, ACCOUNTS, Account)


def keep_accounts(casebook: Casebook, accounts: Iterable[Account]) -> None:
    """Replace the accounts of the casebook by these."""
    write_records(casebook, ACCOUNTS, accounts)
