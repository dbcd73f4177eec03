"""A daily series comes in as claims of running totals and of days, each by whose account it is."""

from pathlib import Path

import pytest

from tests.evaluation.corpora import data_folder
from untold.claims.accounts import accounts_kept, snapshots_kept
from untold.claims.claim import Claim, Period
from untold.claims.columns import FromList, accounts_from_list
from untold.claims.columns.keeping import keep_list, lists_kept, renewal_of
from untold.claims.columns.layouts import fitting, layout_in_use, layouts_named
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.claims.columns.suggesting import suggest_mapping
from untold.claims.readings import kept_claims
from untold.codebook.errors import BrokenVocabulary, UnreadableReport
from untold.reports.casebook import open_casebook
from untold.reports.lists import open_list, read_list

MAPPING = b"""
name = "vale-daily"
source = "Vale Watch"
country = "SYR"
place = "Wadi Safir"
since = "2016-03-01"
carried = ["none"]

[columns]
date = "day"
claimant = "by"
hours = "hours"

[words.claimant]
moh = "Vale Health Office"
sohr = "SOHR"
none = ""

[[counts]]
harm = "killed"
scope = "cumulative"
column = "totals.killed"
definition = "counting"

[[counts]]
harm = "killed"
scope = "period"
column = "killed"
part_of = "totals.killed"

[[counts]]
harm = "killed"
scope = "cumulative"
affiliation = "journalists"
modality = "estimated"
column = "filled_press"
note = "Filled by the list."
"""
DAYS = b"""[
{"day": "2016-03-14", "by": "moh", "hours": 24, "counting": "bodies", "killed": 10, "totals": {"killed": 100}},
{"day": "2016-03-15", "by": "none", "hours": 0, "counting": "bodies", "killed": 0, "totals": {"killed": 100}},
{"day": "2016-03-16", "by": "sohr", "hours": 48, "counting": "names", "killed": 7, "totals": {"killed": 107},
 "filled_press": 3}
]"""


def read(mapping: bytes = MAPPING, content: bytes = DAYS) -> FromList:
    return accounts_from_list(read_list("days.json", content), layout_of(mapping_from("m.toml", mapping)))


def of_column(found: FromList, column: str) -> list[Claim]:
    return [claim for claim in found.claims if claim.rule == f"column:vale-daily.{column}"]


def test_a_running_total_runs_from_the_start_to_the_day_of_its_row() -> None:
    first, _, last = of_column(read(), "totals.killed")

    assert (first.scope, first.count.stated, first.claimant and first.claimant.name) == (
        "cumulative",
        100,
        "Vale Health Office",
    )
    assert first.period == Period("2016-03-01", "2016-03-14", precision="span", basis="stated")
    assert (last.period.end, last.claimant and last.claimant.id) == ("2016-03-16", "sohr")


def test_a_daily_count_covers_the_hours_that_its_row_states() -> None:
    first, empty, last = of_column(read(), "killed")

    assert (first.scope, first.period) == (
        "period",
        Period("2016-03-14", "2016-03-14", "PT24H", "day", "stated"),
    )
    assert empty.period == Period(duration="PT0H")
    assert (last.period.start, last.period.end) == ("2016-03-15", "2016-03-16")


def test_a_daily_count_is_within_the_running_total_of_its_row_and_never_beside_it() -> None:
    found = read()

    assert [claim.part_of for claim in of_column(found, "killed")] == [
        claim.id for claim in of_column(found, "totals.killed")
    ]


def test_a_row_for_a_day_without_a_report_only_repeats() -> None:
    _, repeated, _ = of_column(read(), "totals.killed")

    assert (repeated.period.basis, repeated.claimant and repeated.claimant.name) == ("carried", "Vale Watch")


def test_what_the_list_filled_in_itself_is_an_estimate_of_the_list() -> None:
    (press,) = of_column(read(), "filled_press")

    assert (press.modality, press.claimant, press.note) == ("estimated", press.medium, "Filled by the list.")
    assert press.affiliation is not None
    assert press.affiliation.name == "journalists"
    assert "claimant" not in press.evidence


def test_every_number_and_what_it_rests_on_is_a_cell() -> None:
    listed = read_list("days.json", DAYS)

    for claim in read().claims:
        for passage in claim.evidence.values():
            for one in passage if isinstance(passage, tuple) else (passage,):
                assert listed.report.text[one.start : one.end] == one.text


def test_a_days_row_is_told_by_its_day() -> None:
    assert [account.id for account in read().accounts] == [
        "vale-daily:2016-03-14",
        "vale-daily:2016-03-15",
        "vale-daily:2016-03-16",
    ]


def test_a_running_total_without_a_day_is_refused() -> None:
    found = read(content=b'[{"by": "moh", "totals": {"killed": 100}, "day": null, "hours": 24, "killed": 1,'
                 b'"counting": "x", "filled_press": 1}]')  # fmt: skip

    assert [(fault.column, fault.is_refused) for fault in found.faults] == [("day", True)]


def test_a_word_for_nobody_we_know_is_told_and_the_claim_kept_as_worded() -> None:
    found = read(content=DAYS.replace(b'"sohr"', b'"radio"'))

    assert [(fault.column, fault.value, fault.is_refused) for fault in found.faults] == [("by", "radio", False)]
    last = of_column(found, "totals.killed")[-1]
    assert last.claimant is not None
    assert last.claimant.name == "radio"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("name = 'x'\nsource = 'X'\nsince = 'spring'\n[columns]\ndate = 'd'\n", "no day such as"),
        ("name = 'x'\nsource = 'X'\n[columns]\n[[counts]]\nharm = 'killed'\ncolumn = 'c'\nscope = 'period'", "its day"),
        ("name = 'x'\nsource = 'X'\n[columns]\n[[counts]]\nharm = 'killed'\ncolumn = 'c'\nmeans = 'wrath'", "no means"),
        (
            "name = 'x'\nsource = 'X'\n[columns]\n[[counts]]\nharm = 'killed'\ncolumn = 'c'\nsince = {a = '2016'}",
            "which is not given",
        ),
    ],
)
def test_a_mapping_of_running_totals_that_cannot_be_meant_is_refused(wrong: str, message: str) -> None:
    with pytest.raises(BrokenVocabulary, match=message):
        mapping_from("m.toml", wrong.encode())


def test_days_of_a_series_are_kept_apart_from_accounts_of_incidents(tmp_path: Path) -> None:
    listed, layout = read_list("days.json", DAYS), layout_of(mapping_from("m.toml", MAPPING))
    with open_casebook(tmp_path) as casebook:
        renewal = renewal_of(tmp_path, accounts_from_list(listed, layout), layout, is_part=False)
        kept = keep_list(casebook, listed, renewal, mapping=("vale-daily", MAPPING), is_series=True)
        again = renewal_of(tmp_path, accounts_from_list(listed, layout), layout, is_part=False)

    assert kept
    assert again.is_idle
    assert accounts_kept(tmp_path) == ()
    assert len(snapshots_kept(tmp_path)) == 3
    assert len(kept_claims(tmp_path)) == 7
    assert [one.report.id for one in lists_kept(tmp_path, layout)] == [listed.report.id]


def test_a_longer_series_changes_only_the_days_that_say_something_else(tmp_path: Path) -> None:
    layout = layout_of(mapping_from("m.toml", MAPPING))
    longer = DAYS.replace(b'"killed": 10,', b'"killed": 11,').replace(
        b"\n]", b',{"day": "2016-03-17", "by": "moh", "hours": 24, "killed": 1, "totals": {"killed": 108}}]'
    )
    with open_casebook(tmp_path) as casebook:
        listed = read_list("days.json", DAYS)
        first = renewal_of(tmp_path, accounts_from_list(listed, layout), layout, is_part=False)
        keep_list(casebook, listed, first, is_series=True)
        again = accounts_from_list(read_list("days.json", longer), layout)
        renewal = renewal_of(tmp_path, again, layout, is_part=False)

    assert renewal.added == ("vale-daily:2016-03-17",)
    assert [*renewal.changed] == ["vale-daily:2016-03-14"]
    assert len(renewal.unchanged) == 2


def test_the_daily_layouts_are_found_by_their_own_columns() -> None:
    lebanon = read_list(
        "l.json", b'[{"report_date": "2026-03-05", "phase": 2, "killed_cum": 9, "killed_cum_reported": 4}]'
    )
    west_bank = read_list(
        "w.json", b'[{"report_date": "2026-03-05", "flash_source": "un", "killed_cum": 4, "verified": {"killed": 1}}]'
    )

    assert fitting(lebanon, layouts_named("daily")).name == "daily-lebanon"
    assert fitting(west_bank, layouts_named("daily")).name == "daily-west-bank"
    assert layout_in_use("daily-gaza") is not None
    with pytest.raises(UnreadableReport, match="no daily-lebanon list"):
        fitting(read_list("c.csv", b"a,b\n1,2\n"), layouts_named("daily"))


@pytest.mark.parametrize(
    ("file", "name", "rows"),
    [
        ("casualties_daily.json", "daily-gaza", 1051),
        ("west_bank_daily.json", "daily-west-bank", 1051),
        ("lebanon_casualties_daily.json", "daily-lebanon", 187),
    ],
)
def test_the_daily_series_come_in_whole(file: str, name: str, rows: int) -> None:
    path = data_folder() / "gaza_moh_t4p" / file
    if not path.exists():
        pytest.skip(f"{path} is absent: the series are other people's and stay out of the repository")
    listed = open_list(str(path))
    layout = fitting(listed, layouts_named("daily"))

    found = accounts_from_list(listed, layout)

    assert (layout.name, len(found.taken), found.faults) == (name, rows, ())


def test_a_first_mapping_tells_running_totals_from_counts_of_the_day() -> None:
    suggested = suggest_mapping(
        read_list("days.csv", b"report_date,report_period,killed,killed_cum,injured\n2016-03-14,24,3,100,7\n"), "vale"
    )
    mapping = mapping_from("m.toml", suggested.encode())

    assert {count.column: count.scope for count in mapping.counts} == {
        "killed": "period",
        "killed_cum": "cumulative",
        "injured": "period",
    }
    assert (mapping.columns["hours"], mapping.is_series) == ("report_period", True)


def test_a_list_of_incidents_is_suggested_as_one() -> None:
    suggested = suggest_mapping(read_list("a.csv", b"code,date,killed,killed_cum\nA1,2016-03-14,3,100\n"), "vale")

    assert {count.scope for count in mapping_from("m.toml", suggested.encode()).counts} == {"incident"}
