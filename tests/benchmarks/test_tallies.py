"""A tally of made incidents is the one that pandas makes; how long each takes is for `make bench`."""

from pathlib import Path

import pytest

from tests.benchmarks.tallies import frames_of, make_record, same, tally, tally_in_pandas
from untold.tallies.counting import Counting
from untold.tallies.tables import read_tables, write_tables


@pytest.mark.parametrize("seed", [1, 2])
def test_a_tally_of_ten_thousand_incidents_is_the_one_that_pandas_makes(tmp_path: Path, seed: int) -> None:
    write_tables(make_record(10_000, seed), tmp_path)

    with Counting(read_tables(tmp_path), as_of="2026-01-01") as counting:
        found = tally(counting)

    assert found.num_rows > 1_000
    assert same(found, tally_in_pandas(frames_of(tmp_path)))


def test_tables_in_memory_and_as_files_give_one_tally(tmp_path: Path) -> None:
    made = make_record(1_000)
    write_tables(made, tmp_path)

    with Counting(made, as_of="2026-01-01") as one, Counting(read_tables(tmp_path), as_of="2026-01-01") as other:
        assert tally(one).to_pylist() == tally(other).to_pylist()
