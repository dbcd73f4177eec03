"""Table files become reports whose cells are passages, whatever their format."""

import contextlib
import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.codebook.errors import UnreadableReport
from untold.reports.lists import ListReport, Merged, open_list, read_list

NEW_YEAR = dt.datetime(2004, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
A_DAY = dt.datetime(2004, 6, 17)  # noqa: DTZ001


def workbook(*sheets: tuple[str, list[list[object]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def grid(listed: ListReport, sheet: int = 0) -> list[tuple[str, ...]]:
    return [row.texts for row in listed.sheets[sheet].rows]


cells = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00\r"), max_size=12)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6))
def test_every_cell_is_a_slice_of_the_text(rows: list[list[str]]) -> None:
    items = [dict(zip("abc", row, strict=True)) for row in [["x", "y", "z"], *rows]]
    listed = read_list("a.jsonl", "\n".join(map(json.dumps, items)).encode())

    for row in listed.sheets[0].rows:
        for cell in row.cells():
            assert listed.report.text[cell.start : cell.end] == cell.text
        assert listed.report.text[row.start : row.end] == "\t".join(row.texts)
    assert listed.report.text.count("\n") == len(rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_an_encoding_is_found_whatever_it_is(encoding: str) -> None:
    text = "code,place\n" + "".join(f"S{n},بلدة قرب المدينة القديمة في الريف الشمالي\n" for n in range(40))

    assert grid(read_list("a.csv", text.encode(encoding)))[1] == ("S0", "بلدة قرب المدينة القديمة في الريف الشمالي")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_delimiter_is_the_one_under_which_the_rows_agree(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in [["code", "lat", "place"], ["S1", "36.5", "north"], ["S2", "", ""]])

    assert grid(read_list("a.csv", text.encode())) == [
        ("code", "lat", "place"),
        ("S1", "36.5", "north"),
        ("S2", "", ""),
    ]


def test_a_quote_that_nobody_closed_costs_one_row() -> None:
    listed = read_list("a.csv", b'code,note\nS1,"left open\nS2,fine\nS3,"two\nlines"\nS4,fine\n')

    assert [(row.number, row.texts[0], row.fault is None) for row in listed.sheets[0].rows] == [
        (1, "code", True),
        (2, "S1", False),
        (3, "S2", True),
        (4, "S3", True),
        (5, "S4", True),
    ]


def test_a_line_in_another_encoding_costs_one_row() -> None:
    lines = ["code,place", *(f"S{n},قرية" for n in range(60))]
    content = "\n".join(lines).encode() + b"\nS60,val\xe9\n"

    assert [row.number for row in read_list("a.csv", content).sheets[0].rows if row.fault] == [62]


def test_a_tab_or_a_line_break_in_a_cell_becomes_a_space_and_the_value_keeps_it() -> None:
    cell = read_list("a.csv", b'code,note\nS1,"two\nlines"\n').sheets[0].rows[1].cell(1)

    assert cell is not None
    assert (cell.text, cell.value) == ("two lines", "two\nlines")


def test_a_null_and_a_missing_key_are_empty_cells_and_zero_is_not() -> None:
    listed = read_list("a.jsonl", b'{"killed": null, "injured": 0}\n{"killed": 0.0}\n')

    assert grid(listed) == [("", "0"), ("0", "")]


def test_a_line_that_is_no_object_is_a_row_with_its_fault() -> None:
    rows = read_list("a.jsonl", b'{"a": 1}\n[1\n{"a": NaN}\n{"a": "\\ud800"}\n{"a": 2}\n').sheets[0].rows

    assert [row.number for row in rows if row.fault] == [2, 3, 4]


def test_a_workbook_shows_days_as_its_sheet_does_and_keeps_them_as_days() -> None:
    book = workbook(("Strikes", [["Year", "Date", "Killed"], [NEW_YEAR, dt.date(2004, 6, 17), 3]]))
    book["Strikes"]["A2"].number_format = "yyyy"
    book["Strikes"]["B2"].number_format = "d mmm yyyy"
    row = read_list("a.xlsx", saved(book)).sheets[0].rows[1]

    assert row.texts == ("2004", "17 Jun 2004", "3")
    assert row.values == (NEW_YEAR, A_DAY, 3)


def test_hidden_sheets_merged_cells_and_rows_numbers_are_the_files_own() -> None:
    book = workbook(("Notes", [["A note"]]), ("List", [["Code"], [None], ["S1"]]))
    book["Notes"].merge_cells("A1:C2")
    book["List"].sheet_state = "hidden"
    notes, listed = read_list("a.xlsx", saved(book)).sheets

    assert notes.merged == (Merged(1, 2, 0, 2),)
    assert listed.is_hidden
    assert [row.number for row in listed.rows] == [1, 3]


def test_a_formula_without_its_value_is_not_an_empty_cell() -> None:
    listed = read_list("a.xlsx", saved(workbook(("List", [["Killed"], [3], ["=SUM(A2:A2)"]]))))

    assert [row.number for row in listed.sheets[0].rows if row.fault] == [3]


def test_a_parquet_file_has_its_columns_from_the_format() -> None:
    out = io.BytesIO()
    pq.write_table(pa.table({"code": ["S1", "S2"], "day": [dt.date(2016, 3, 14), None]}), out)
    listed = read_list("a.parquet", out.getvalue())

    assert listed.sheets[0].columns == ("code", "day")
    assert grid(listed) == [("S1", "2016-03-14"), ("S2", "")]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return out.getvalue()


def with_entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "old Excel file"),
        (b"<html><body>", "web page"),
        (b"PAR1 rubbish PAR1", "damaged Parquet"),
        (b"PK\x03\x04 rubbish", "damaged workbook"),
        (bomb(), "as no list does"),
        (with_entities(), "declares entities"),
        (b"A sentence that is no table at all. " * 20, "is text, not a table"),
    ],
    ids=["empty", "picture", "pdf", "xls", "html", "parquet", "zip", "bomb", "entities", "prose"],
)
def test_what_is_no_list_is_refused_with_a_reason(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableReport, match=why):
        read_list("a.xlsx", content)


@pytest.mark.parametrize(
    "content", [b"a,b\n1,2\n3,4\n", b'{"a": 1, "b": 2}\n{"a": 3}\n{"a": 4}\n'], ids=["CSV", "JSON Lines"]
)
def test_a_list_of_more_cells_than_one_can_hold_is_refused_with_what_to_do(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("untold.reports.lists.laying.MOST_CELLS", 5)

    with pytest.raises(UnreadableReport, match="more than 5 cells, which is the limit; split it by year"):
        read_list("big", content)


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="no such file"):
        open_list(str(tmp_path / "none.csv"))


def test_a_letter_that_somebody_lost_before_is_no_fault_of_the_row() -> None:
    rows = read_list("a.csv", "code,place\nS1,val\ufffd\n".encode()).sheets[0].rows

    assert [row.fault for row in rows] == [None, None]


def test_a_few_lines_whose_encoding_nothing_tells_cost_only_themselves() -> None:
    lines = [b"code,place", *(b"S%d,Vale" % n for n in range(60)), b"S60,\xff"]

    assert [row.number for row in read_list("a.csv", b"\n".join(lines)).sheets[0].rows if row.fault] == [62]


@pytest.mark.parametrize("cut", range(0, 6000, 397))
def test_a_workbook_that_was_cut_or_altered_is_refused_in_one_line(cut: int) -> None:
    content = bytearray(saved(workbook(("List", [["code", "killed"], *([f"S{n}", n] for n in range(50))]))))
    at = cut % len(content)
    content[at] ^= 0xFF

    with contextlib.suppress(UnreadableReport):
        read_list("a.xlsx", bytes(content))
    with pytest.raises(UnreadableReport):
        read_list("a.xlsx", bytes(content[:at]))


def test_a_workbooks_macros_are_never_run_and_its_values_are_read() -> None:
    content = io.BytesIO(saved(workbook(("List", [["code"], ["S1"]]))))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 a program of somebody's")

    assert grid(read_list("a.xlsm", content.getvalue())) == [("code",), ("S1",)]


def test_an_object_within_an_object_gives_columns_of_its_own() -> None:
    listed = read_list("a.json", b'[{"day": "a", "verified": {"killed": 3}}, {"day": "b", "verified": {}}]')

    (sheet,) = listed.sheets
    assert sheet.columns == ("day", "verified.killed", "verified")
    assert grid(listed) == [("a", "3", ""), ("b", "", "{}")]


def test_objects_within_objects_without_end_cost_no_more_than_one_cell() -> None:
    nested = '{"a": ' * 900 + "1" + "}" * 900

    listed = read_list("a.json", f"[{nested}]".encode())

    assert [len(row) for row in grid(listed)] == [1]
