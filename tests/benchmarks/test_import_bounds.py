"""A list with errors in every way: all are told, the good rows are in, and soon."""

import time

import pytest

from tests.benchmarks.broken_list import WAYS, broken_list
from untold.claims.columns import accounts_from_list
from untold.claims.columns.airwars import AIRWARS
from untold.reports.lists import read_list

_ROWS = 1_000


def test_every_fault_is_told_and_every_good_row_is_in() -> None:
    made = broken_list(_ROWS)
    found = accounts_from_list(read_list("broken.csv", made.content), AIRWARS)

    assert {(fault.row, fault.column) for fault in found.faults} == made.faults
    assert {account.codes[0] for account in found.accounts} == made.good


def test_a_list_that_is_broken_from_end_to_end_loses_nothing_unsaid() -> None:
    made = broken_list(len(WAYS), share=1)
    found = accounts_from_list(read_list("broken.csv", made.content), AIRWARS)

    assert {(fault.row, fault.column) for fault in found.faults} == made.faults
    assert {account.codes[0] for account in found.accounts} == made.good


@pytest.mark.timing
def test_a_thousand_rows_take_less_than_a_second() -> None:
    content = broken_list(_ROWS).content
    start = time.process_time()
    accounts_from_list(read_list("broken.csv", content), AIRWARS)

    assert time.process_time() - start < 1
