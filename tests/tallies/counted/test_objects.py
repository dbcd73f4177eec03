"""A tally for other programs and for spreadsheets: its shape is shipped, and nothing in it is run."""

import csv
import io
import json

import msgspec
import pytest
from openpyxl import load_workbook

from tests.tallies.counting.recorded import COALITION, RUSSIA, SNHR, SOHR, Recorded, civilians
from untold.claims.account import AccountPlace
from untold.codebook.counts import Count
from untold.tallies.counted.answer import Answer, emptiness
from untold.tallies.counted.objects import TallyObject, as_json, as_jsonl, schema, tally_object, written_schema
from untold.tallies.counted.sheets import SUMS, as_csv, as_xlsx
from untold.tallies.tally import Dimension, TallyScope

HOSTILE = ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "＝2", "\x1b[2J"]


def answer(made: Recorded, *by: Dimension, scope: TallyScope | None = None) -> Answer:
    asked = scope or TallyScope()
    with made.counting() as counting:
        table = counting.behind(counting.count(asked, by))
        empty = None if table.total.incidents else emptiness(counting, asked)
        return Answer(table, counting.sensitivity(asked), empty)


@pytest.fixture(scope="module")
def two_actors() -> Answer:
    made = Recorded()
    made.told(Count.at_least(3), attributed_to=(COALITION, RUSSIA))
    made.incident(made.account(SOHR, civilians(5)), made.account(SNHR, civilians(0)))
    return answer(made, "actor")


def hostile_places() -> Recorded:
    made = Recorded()
    for name in HOSTILE:
        made.told(3, place=AccountPlace(name, country="SYR"))
    return made


@pytest.mark.parametrize("name", ["tally", "explanation"])
def test_the_shipped_schema_is_that_of_the_records(name: str) -> None:
    assert schema(name) == written_schema(name)


def test_the_object_comes_back_from_its_json_as_it_was(two_actors: Answer) -> None:
    assert msgspec.json.decode(as_json(two_actors), type=TallyObject) == tally_object(two_actors)


def test_what_is_not_known_is_null_and_what_is_nobody_is_zero() -> None:
    made = Recorded()
    made.told(0, attributed_to=(COALITION,))
    made.told(None, attributed_to=(RUSSIA,))
    found = json.loads(as_json(answer(made, "actor")))["tallies"]

    assert [(each["low"], each["high"]) for each in found] == [(None, None), (0, 0)]


def test_a_line_of_json_is_one_record_with_its_name(two_actors: Answer) -> None:
    lines = [json.loads(line) for line in as_jsonl(two_actors).splitlines()]

    assert [each["record"] for each in lines] == ["total", "tally", "tally", "tally", "without", "without", "without"]


def test_a_spreadsheet_has_the_total_and_then_the_cells(two_actors: Answer) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(two_actors))))

    assert [(row["cell"], row["actor"]) for row in rows] == [
        ("total", ""),
        ("cell", "russia"),
        ("cell", "us-led-coalition"),
        ("cell", ""),
    ]
    assert (rows[0]["low"], rows[0]["high"], rows[0]["known_high"]) == ("3", "", "5")
    assert rows[1]["codes"] == "U-0000"
    assert set(SUMS) < set(rows[0])


def test_no_cell_of_a_csv_is_run_by_a_spreadsheet() -> None:
    text = as_csv(answer(hostile_places(), "place"))
    names = [row["place"] for row in csv.DictReader(io.StringIO(text))][1:]

    assert len(names) == len(HOSTILE)
    assert all(not name.startswith(("=", "+", "-", "@", "\t", "＝", "\x1b")) for name in names)


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(as_xlsx(answer(hostile_places(), "place"))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert all(not str(cell.value or "").startswith(("=", "+", "@")) for cell in cells)


def test_a_workbook_says_what_was_asked_and_by_which_rule(two_actors: Answer) -> None:
    book = load_workbook(io.BytesIO(as_xlsx(two_actors)))

    assert book.sheetnames == ["tallies", "without each source", "question"]
    assert [row[0].value for row in book["question"].iter_rows()][:3] == ["question", "rule", "as of"]
    assert book["tallies"]["C2"].value == 2


def test_an_empty_answer_says_what_would_be_there() -> None:
    made = Recorded()
    made.told(3)
    found = answer(made, scope=TallyScope(countries=("IRQ",), grades=("fair",))).emptiness

    assert found is not None
    assert (found.recorded, found.graded, found.without) == (1, 0, {})
    only = answer(made, scope=TallyScope(countries=("IRQ",))).emptiness
    assert only is not None
    assert only.without == {"countries": 1}
