"""Accounts are kept one a line, and a broken line is named."""

from pathlib import Path

import pytest

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.accounts import accounts_kept, keep_accounts
from untold.claims.claim import Party
from untold.codebook.errors import CasebookError
from untold.reports.casebook import open_casebook

ONE = Account("m:1", "0" * 16, Party(None, "A Monitor"), (), AccountDate("2016-03-14"), AccountPlace("Tal Zahra"))


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    with open_casebook(tmp_path) as casebook:
        keep_accounts(casebook, [ONE])

    assert accounts_kept(tmp_path) == (ONE,)


def test_a_line_that_is_no_account_is_named(tmp_path: Path) -> None:
    with open_casebook(tmp_path) as casebook:
        keep_accounts(casebook, [ONE])
    with (tmp_path / "accounts.jsonl").open("a") as out:
        out.write('{"id": 1}\n')

    with pytest.raises(CasebookError, match=r"accounts\.jsonl line 2"):
        accounts_kept(tmp_path)
