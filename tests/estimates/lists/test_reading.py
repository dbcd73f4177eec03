from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimates.published import TABLES, published_table
from untold.codebook.errors import UnreadableReport, UnreadableRow, UnusableLists
from untold.estimates.capture_table import LeftOut
from untold.estimates.lists import bare_counts, read_lists
from untold.estimates.lists.cells import mark_in

PATTERNS = "North,South,Press,count\n1,0,0,40\n0,1,0,30\n1,1,0,12\n0,0,1,25\n1,0,1,8\n0,1,1,5\n1,1,1,3\n"
PEOPLE = (
    "id,age,district,in_north,in_south,in_press\n"
    "p1,31,East,1,0,0\np2,,East,1,1,0\np3,7,West,0,1,1\np4,44,,0,0,1\np5,12,West,0,0,0\n"
)
Written = Callable[[str], str]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(text: str) -> str:
        path = tmp_path / "lists.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_patterns_with_counts_become_a_table(written: Written) -> None:
    read = read_lists(written(PATTERNS), unit="victims")

    table = read.table
    assert table.lists == ("North", "South", "Press")
    assert (table.enumerated, table.unit, table.width) == (123, "victims", 3)
    assert table.cells.tolist() == [0, 40, 30, 12, 25, 8, 5, 3]
    assert "lists.csv, capture patterns" in table.provenance
    assert read.strata == ()


def test_one_row_a_unit_is_counted_and_what_is_on_no_list_is_left_out_aloud(written: Written) -> None:
    read = read_lists(written(PEOPLE))

    assert read.table.lists == ("in_north", "in_south", "in_press")
    assert read.table.cells.tolist() == [0, 1, 0, 1, 1, 0, 1, 0]
    assert read.table.left_out == (LeftOut(1, "on none of the lists"),)
    assert read.unused == ("id", "age", "district")
    assert "not used: id, age, district" in read.table.provenance


def test_strata_are_tables_of_their_own_and_a_missing_value_is_null(written: Written) -> None:
    read = read_lists(written(PEOPLE), by=["District"])

    assert [(each.key, each.table.enumerated) for each in read.strata] == [
        ((("district", "East"),), 2),
        ((("district", "West"),), 1),
        ((("district", None),), 1),
    ]
    assert {each.table.lists for each in read.strata} == {read.table.lists}


def test_lists_are_named_one_by_one_or_by_a_star(written: Written) -> None:
    path = written(PEOPLE)

    assert read_lists(path, lists=["in_*"]).table.lists == ("in_north", "in_south", "in_press")
    some = read_lists(path, lists=["in_north", "in_south"]).table
    assert some.enumerated == 3
    assert some.left_out == (LeftOut(2, "on none of the lists"),)


def test_leaving_a_list_out_adds_the_patterns_that_become_one(written: Written) -> None:
    table = read_lists(written(PATTERNS), lists=["North", "South"]).table

    assert table.cells.tolist() == [0, 48, 35, 15]
    assert table.left_out == (LeftOut(25, "on none of the lists"),)


def test_a_list_that_nobody_is_on_is_left_out_by_name(written: Written) -> None:
    read = read_lists(written("A,B,C,count\n1,0,0,4\n0,1,0,5\n1,1,0,2\n"))

    assert read.table.lists == ("A", "B")
    assert read.empty == ("C",)
    assert "nobody is on them: C" in read.table.provenance


def test_comments_above_the_header_are_read_past_and_rows_keep_their_numbers(written: Written) -> None:
    with pytest.raises(UnreadableRow, match="row 5, column B: 'x'"):
        read_lists(written("# from, a: paper\n# of 1999\nA,B,count\n1,0,3\n0,x,4\n1,1,2\n"))


@pytest.mark.parametrize("name", ["kosovo", "UKdat_5", "madigan_york_3"])
def test_published_tables_are_read(name: str) -> None:
    assert read_lists(str(TABLES / f"{name}.csv")).table.hash == published_table(name).hash


def test_a_workbook_is_read_as_its_csv_is(tmp_path: Path, written: Written) -> None:
    book = openpyxl.Workbook()
    for line in PATTERNS.splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in line.split(",")])
    book.save(tmp_path / "lists.xlsx")

    assert read_lists(str(tmp_path / "lists.xlsx")).table.hash == read_lists(written(PATTERNS)).table.hash


@pytest.mark.parametrize(
    "text",
    [
        "A,B,C\n380,519,21\n",
        "source,count\nmonitor one,380\nmonitor two,519\nthe army,21\n",
        "source,killed\nmonitor one,380\nmonitor two,519\nthe army,21\n",
    ],
)
def test_bare_counts_are_refused_and_the_error_says_why(written: Written, text: str) -> None:
    with pytest.raises(UnusableLists, match=r"bare counts \(380, 519, 21\).*on two lists at once") as refused:
        read_lists(written(text))

    assert "one row for each person" in refused.value.remedy


def test_many_bare_counts_are_not_all_repeated() -> None:
    assert str(bare_counts([str(each) for each in range(9)])).startswith("bare counts (0, 1, 2, 3, 4, …)")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A,B,count\n1,0,5\n0,1,-3\n", "row 3, column count: '-3' is not a whole number"),
        ("A,B,count\n1,0,5\n0,1,3.5\n", "row 3, column count: '3.5' is not a whole number"),
        ('A,B,count\n1,0,5\n0,1,"1,200"\n', "row 3, column count: '1,200' is not a whole number"),
        ("A,B,count\n1,0,5\n0,1,\n", "row 3, column count: is empty"),
        ("A,B,count\n1,0,5\n0,2,3\n1,1,4\n", "row 3, column B: '2' is not 0"),
        ("A,B\n1,0\n0,1\n1,1\n,1\n", "row 5, column A: is empty"),
        ("A,B,count\n1,0,5\n0,1\n", "row 3: 'what stands there' is not a row of 3 cells: it has 2"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(written: Written, text: str, where: str) -> None:
    with pytest.raises(UnreadableRow) as bad:
        read_lists(written(text))

    assert str(bad.value).split("lists.csv, ")[1].startswith(where)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A,B,count\n1,0,5\n0,0,3\n", "row 3: a count of units that are on no list"),
        ("A,B,count\n1,0,5\n1,0,3\n", "row 3: a pattern that row 2 has too"),
        ("A,B,count\n1,0,0\n0,1,0\n", "every count is 0"),
        ("A,count\n1,5\n", "1 list"),
        ("A,B,count\n", "has a header and no rows"),
        ("A,B,A,count\n1,0,1,3\n", "two columns called 'A'"),
        ("name,age\nx,three\ny,four\n", "no column of 0 and 1"),
    ],
)
def test_what_is_no_capture_table_is_refused(written: Written, text: str, what: str) -> None:
    with pytest.raises(UnusableLists, match=what):
        read_lists(written(text))


def test_thirty_lists_are_refused_with_a_remedy(written: Written) -> None:
    rows = "\n".join(",".join("1" if row == column else "0" for column in range(30)) for row in range(30))

    with pytest.raises(UnusableLists, match="30 lists: join lists"):
        read_lists(written(",".join(f"L{each}" for each in range(30)) + f"\n{rows}\n"))


@pytest.mark.parametrize(("lists", "by"), [(["A", "East"], []), (["x_*"], []), ([], ["district"])])
def test_a_column_that_is_absent_is_refused_with_those_that_are_not(
    written: Written, lists: list[str], by: list[str]
) -> None:
    with pytest.raises(UnusableLists, match=r"no column .*its columns are North, South, Press, count"):
        read_lists(written(PATTERNS), lists=lists, by=by)


def test_named_lists_that_hold_nobody_are_refused(written: Written) -> None:
    with pytest.raises(UnusableLists, match="nobody is on any"):
        read_lists(written("A,B,C,count\n1,0,0,4\n"), lists=["B", "C"])


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="no such file"):
        read_lists(str(tmp_path / "none.csv"))


def test_true_and_false_mark_a_list_that_was_named(written: Written) -> None:
    text = "A,B,is_child\nTRUE,FALSE,TRUE\nTrue,true,FALSE\nfalse,TRUE,FALSE\n"

    assert read_lists(written(text), lists=["A", "B"]).table.cells.tolist() == [0, 1, 1, 1]
    with pytest.raises(UnusableLists, match="no column of 0 and 1"):
        read_lists(written(text))


@given(st.text(max_size=4))
def test_no_other_word_is_a_mark(word: str) -> None:
    assert (mark_in(word) is None) == (word.casefold() not in {"0", "1", "0.0", "1.0", "true", "false"})


def test_records_of_real_killings_fall_into_their_published_patterns(shared_data: Path) -> None:
    folder = shared_data / "mse"

    read = read_lists(str(folder / "philippines_caloocan_records.csv"), by=["perp"])

    for stratum in read.strata:
        ((_, perpetrator),) = stratum.key
        patterns = read_lists(str(folder / f"philippines_caloocan_{perpetrator}_patterns.csv")).table
        assert stratum.table.enumerated == patterns.enumerated
        assert {name: stratum.table.on_list(name) for name in patterns.lists} == {
            name: patterns.on_list(name) for name in patterns.lists
        }
