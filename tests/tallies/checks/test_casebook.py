"""A casebook opened for its checks: what its lists print about their own entries, and its totals."""

import json
from pathlib import Path

import pytest

from tests.claims.columns.lists import bureau_workbook
from tests.tallies.running.writing import MAPPING, day
from untold.cli.importing import _imported
from untold.codebook.errors import CasebookError
from untold.tallies.checks.casebook import record_kept
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.finding import Finding

UCDP = (
    "id,relid,year,type_of_violence,side_a,side_b,date_start,date_end,date_prec,source_date,"
    "where_coordinates,where_prec,latitude,longitude,country,"
    "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low"
)
EVENT = (
    "{id},SYR-1-{id},2016,3,Government of Syria,Civilians,{day},{day},1,{source},Karm,1,35.9,39.0,Syria,0,0,3,0,3,4,2"
)


def kept(folder: Path, name: str, content: bytes, layout: str) -> None:
    path = folder.parent / name
    path.write_bytes(content)
    _imported(str(path), layout, folder, is_dry=False, is_part=False, may_withdraw=False)


def found(folder: Path, rule: str) -> tuple[Finding, ...]:
    return check_record(record_kept(folder, today="2026-01-15"), [rule])


def events(*days: tuple[str, str]) -> bytes:
    rows = [EVENT.format(id=n, day=day, source=source) for n, (day, source) in enumerate(days, 101)]
    return "\n".join((UCDP, *rows)).encode()


def test_an_event_after_its_own_source_is_found_with_the_cell_of_the_source(tmp_path: Path) -> None:
    rows = events(("2016-03-10", "2016-03-11"), ("2016-05-10", "2016-03-11"), ("2016-05-10", "2016-03-11;2016-05-12"))
    kept(tmp_path / "cases", "ged.csv", rows, "ucdp")

    (late,) = found(tmp_path / "cases", "date_after_publication")

    assert late.accounts == ("ucdp:102",)
    assert (late.residual, late.unit, late.passages[-1].text) == (60, "days", "2016-03-11")


def test_a_list_without_a_header_line_gives_the_same_days(tmp_path: Path) -> None:
    names = UCDP.split(",")
    row = EVENT.format(id=101, day="2016-05-10", source="2016-03-11").split(",")
    kept(tmp_path / "cases", "ged.jsonl", json.dumps(dict(zip(names, row, strict=True))).encode(), "ucdp")

    (late,) = found(tmp_path / "cases", "date_after_publication")

    assert late.passages[-1].text == "2016-03-11"


def test_a_cell_that_is_no_day_dates_nothing(tmp_path: Path) -> None:
    kept(tmp_path / "cases", "ged.csv", events(("2016-05-10", "spring")), "ucdp")

    assert found(tmp_path / "cases", "date_after_publication") == ()


def test_every_passage_of_a_list_day_is_the_reports_own_words(tmp_path: Path) -> None:
    kept(tmp_path / "cases", "ged.csv", events(("2016-05-10", "2016-03-11"), ("2016-05-11", "2016-03-12")), "ucdp")
    record = record_kept(tmp_path / "cases", today="2026-01-15")

    passages = [each.passage for days in record.list_days.values() for each in days]

    assert [each.text for each in passages] == ["2016-03-11", "2016-03-12"]
    assert all(record.reports[each.report].text[each.start : each.end] == each.text for each in passages)


def test_the_totals_of_a_workbook_are_set_against_its_rows(tmp_path: Path) -> None:
    totals = (("2010", 2, 6, 9, 2), ("2011", 0, 0, 0, 0), ("TOTAL", 4, 11, 13, 2))
    kept(tmp_path / "cases", "strikes.xlsx", bureau_workbook(totals=totals), "bureau")

    differing = found(tmp_path / "cases", "printed_total")

    assert [each.severity for each in differing] == ["warning", "warning"]
    assert any("2011 prints 0 in all its 3 columns that differ" in each.message for each in differing)
    assert any("TOTAL prints 13, the rows add up to 12" in each.message for each in differing)


def test_the_days_of_a_series_are_checked_and_are_no_accounts(tmp_path: Path) -> None:
    mapping = tmp_path / "vale.toml"
    mapping.write_bytes(MAPPING)
    rows = [day(14, 112, children_cum=120), {**day(15, 100), "day": "2106-03-15"}]
    kept(tmp_path / "cases", "days.json", json.dumps(rows).encode(), str(mapping))
    record = record_kept(tmp_path / "cases", today="2026-01-15")

    rules = {each.rule for each in check_record(record)}

    assert record.accounts == {}
    assert {"date_in_future", "part_above_whole", "total_falls"} <= rules


def test_a_folder_that_is_no_casebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match=r"casebook\.toml"):
        record_kept(tmp_path, today="2026-01-15")
