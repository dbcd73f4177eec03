"""On other people's lists: what is known to be wrong with them is found, and little else.

The texts are other people's and stay out of the repository; what is asked here
is how many of which kind. Our own counterpart is `test_rules.py`.
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.evaluation.corpora import data_folder, seed_report
from tests.tallies.checks.test_casebook import kept
from untold.claims.readings import read_report
from untold.incidents.record import match_casebook
from untold.reports.casebook import open_casebook
from untold.tallies.checks.casebook import record_kept
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.whole_record import WholeRecord, by_id

AIRWARS = "airwars_coalition_syria_2014_2016.csv"
STATEMENTS = "coalition_statements_2014_2016.jsonl"
WORKBOOK = "tbij_drones/us-pakistan-strikes-from-2004.xlsx"


def present(name: str) -> Path:
    path = data_folder() / name
    if not path.exists():
        pytest.skip(f"{path} is absent: the list is its publisher's and stays out of the repository")
    return path


def rules(folder: Path) -> Counter[str]:
    return Counter(each.rule for each in check_record(record_kept(folder, today="2026-01-15")))


def test_the_known_slips_of_a_list_and_of_the_statements_on_it_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    for name, layout in ((AIRWARS, "airwars"), (STATEMENTS, "statements")):
        kept(folder, Path(name).name, present(name).read_bytes(), layout)
    with open_casebook(folder) as casebook:
        match_casebook(casebook)

    found = rules(folder)

    assert found["low_above_high"] == 1  # row 295
    assert found["date_in_future"] == 1  # "2106"
    assert found["outside_country"] == 2  # an incident, and the statement on it
    assert found["row_twice"] == 2  # two codes that stand on two rows
    assert found["code_contradicted"] + found["grid_far_from_incident"] >= 3  # codes of two neighbors that were swapped
    assert found["parts_sum"] == 5
    assert sum(found.values()) < 60  # of 811 accounts


def test_the_lost_formulas_of_a_workbook_and_its_strikes_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    kept(folder, "strikes.xlsx", present(WORKBOOK).read_bytes(), "bureau")

    assert rules(folder) == {"printed_total": 19, "low_above_high": 1}


def test_the_nineteen_of_the_seed_are_found_and_nothing_else() -> None:
    present("../seed")
    report = seed_report("2016-03-23")
    record = WholeRecord("2026-01-15", by_id([report]), by_id(read_report(report)))

    (found,) = check_record(record)

    assert (found.rule, found.residual) == ("groups_sum", 19)
