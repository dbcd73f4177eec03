"""`untold review`, as a person meets it: a whole story from two lists to a ledger that balances."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.allegations.dockets import STATEMENTS, casebook, statements_lines
from tests.test_cli import Program
from untold.allegations.objects import schema, schema_names, written_schema
from untold.incidents.record import incidents_kept


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return casebook(tmp_path_factory.mktemp("review"))


@pytest.fixture
def cases(imported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(imported, tmp_path / "cases"))


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


class Review:
    """The commands of the review on one casebook."""

    def __init__(self, untold: Program, cases: Path) -> None:
        self.untold = untold
        self.cases = cases

    def __call__(self, *words: object, code: int = 0) -> str:
        done = self.untold("review", *words, "--casebook", self.cases)
        assert done.returncode == code, done.stderr.decode()
        return (done.stdout if code == 0 else done.stderr).decode()

    def json(self, *words: object) -> Any:
        return json.loads(self(*words, "--as", "json"))

    def status(self, name: str, *words: object) -> str:
        (found,) = self.json("show", name, *words)["allegations"]
        return str(found["allegation"]["status"])


@pytest.fixture
def review(untold: Program, cases: Path) -> Review:
    return Review(untold, cases)


def _incident(cases: Path, account: str) -> str:
    return next(each.code for each in incidents_kept(cases) if account in each.accounts)


def test_the_docket_is_there_as_soon_as_statements_are(review: Review) -> None:
    shown = review("list", "--as-of", "2020-01-01")

    assert shown.startswith("4 allegations as of 2020-01-01: 1 credible, 1 non_credible, 2 open\n")
    assert "us-led-coalition:4711               credible      2018-11-30  2 steps" in shown


def test_a_day_in_the_past_shows_what_was_known_then(review: Review) -> None:
    assert review("list", "--as-of", "2017-04-30").startswith("2 allegations as of 2017-04-30: 2 non_credible\n")


def test_the_whole_story_from_a_letter_to_a_change_of_mind_balances(review: Review) -> None:
    code = _incident(review.cases, "airwars:T003")
    put = (
        "add",
        "--incident",
        code,
        "--actor",
        "us-led-coalition",
        "--received",
        "2017-01-10",
        "--reporter",
        "airwars",
    )
    assert "hand:2: open, to US-led coalition, about" in review(*put, "--why", "our letter of January")
    denied = ("determine", code, "--status", "non_credible", "--date", "2017-03-01", "--reason", "no_strike_in_area")
    review(*denied, "--why", "their letter of March")
    review("determine", "hand:2", "--status", "reopened", "--date", "2018-02-01", "--why", "new photographs")
    conceded = ("--status", "credible", "--date", "2018-04-01", "--killed", "at least 2", "--grid", "37SDV1000070000")
    review("determine", "hand:2", *conceded, "--why", "their letter of April")

    months = {each["month"]: each for each in review.json("ledger", "--as-of", "2020-01-01")["ledgers"][0]["months"]}
    (found,) = review.json("show", "hand:2")["allegations"]

    assert (months["2017-01"]["new"], months["2017-01"]["by_answer"], months["2017-01"]["open_at_end"]) == (1, 0, 1)
    assert (months["2017-03"]["new"], months["2017-03"]["non_credible"], months["2017-03"]["open_at_end"]) == (1, 2, 0)
    assert (months["2018-02"]["reopened"], months["2018-04"]["credible"]) == (1, 1)
    assert found["allegation"]["status"] == "credible"
    assert found["reopenings"] == 1
    assert [each["distance_km"] is None for each in found["allegation"]["determinations"]] == [True, True, False]


def test_the_ledger_counts_the_days_that_a_letter_waited(review: Review) -> None:
    code = _incident(review.cases, "airwars:T003")
    review("add", "--incident", code, "--actor", "us-led-coalition", "--received", "2017-01-10", "--why", "a letter")
    review("determine", code, "--status", "non_credible", "--date", "2017-03-01", "--why", "an answer")
    figures = review.json("ledger", "--as-of", "2020-01-01")["ledgers"][0]["figures"]

    assert (figures["to_answer"]["known"], figures["to_answer"]["longest"]) == (1, 50)
    assert "median 50 days" in review("ledger", "--as-of", "2020-01-01")


def test_an_allegation_by_hand_joins_what_the_list_answers_on_the_same_incident(review: Review) -> None:
    code = _incident(review.cases, "airwars:T001")
    review("add", "--incident", code, "--actor", "us-led-coalition", "--received", "2016-06-01", "--why", "a letter")
    (found,) = review.json("show", code)["allegations"]

    assert found["allegation"]["id"] == "us-led-coalition:4711"
    assert found["entered"] == "2016-06-01"
    assert len(found["history"]["allegations"]) == 1


def test_another_actor_s_allegation_on_the_same_incident_is_its_own(review: Review) -> None:
    code = _incident(review.cases, "airwars:T001")
    review("add", "--incident", code, "--actor", "Russia", "--why", "witnesses name both")

    assert "2 allegations are about" in review("show", code, code=1)
    assert review.status("hand:2") == "not_submitted"


def test_an_allegation_about_an_account_of_no_incident_is_about_the_account(review: Review) -> None:
    review("add", "--account", "statements:2-0", "--actor", "pentagon", "--received", "2017-05", "--why", "a letter")
    (found,) = review.json("show", "hand:2")["allegations"]

    assert (found["allegation"]["incident"], found["allegation"]["account"]) == (None, "statements:2-0")


def test_a_correction_by_hand_names_what_it_corrects_and_keeps_its_day(review: Review) -> None:
    (before,) = review.json("show", "us-led-coalition:4711")["allegations"]
    first = before["allegation"]["determinations"][1]["id"]
    words = ("--status", "non_credible", "--date", "2019-05-01", "--corrects", first, "--why", "their addendum")
    review("determine", "us-led-coalition:4711", *words)

    assert review.status("us-led-coalition:4711") == "non_credible"
    assert review.status("us-led-coalition:4711", "--as-of", "2019-04-30") == "credible"
    assert "corrected by hand:2" in review("show", "us-led-coalition:4711")


def test_what_was_entered_is_taken_back_by_its_number_and_both_lines_stay(review: Review) -> None:
    words = ("--status", "credible", "--date", "2019-05-01", "--why", "by mistake", "--by", "rana")
    review("determine", "us-led-coalition:4712", *words)
    assert review.status("us-led-coalition:4712") == "credible"

    undone = review("determine", "us-led-coalition:4712", "--undo", "hand:2", "--why", "another case", "--by", "omar")
    shown = review("show", "us-led-coalition:4712")

    assert undone == "hand:2 is taken back; both lines stay\n"
    assert review.status("us-led-coalition:4712") == "open"
    assert "rana enters it" in shown
    assert "omar takes back line 2" in shown


def test_requests_are_asked_answered_and_wait(review: Review) -> None:
    review("request", "us-led-coalition:4712", "--ask", "Which strikes?", "--date", "2017-07-01", "--why", "by mail")
    review("request", "us-led-coalition:4712", "--ask", "By whom?", "--date", "2017-07-02", "--why", "by mail")
    review("request", "hand:2", "--answer", "One, at night.", "--date", "2017-07-11", "--why", "by mail")
    shown = " ".join(review("show", "us-led-coalition:4712", "--as-of", "2017-08-01").split())
    late = review.json("overdue", "--as-of", "2017-12-01")

    assert "answered 2017-07-11 after 10 days: One, at night." in shown
    assert "asked 2017-07-02: By whom? unanswered for 30 days" in shown
    assert [each["request"]["id"] for each in late["requests"]] == ["hand:3"]
    assert (review.cases / "requests.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_an_answer_does_not_come_before_what_was_asked(review: Review) -> None:
    review("request", "us-led-coalition:4712", "--ask", "Which strikes?", "--date", "2017-07-01", "--why", "by mail")
    said = review("request", "hand:2", "--answer", "None.", "--date", "2017-06-01", "--why", "by mail", code=1)

    assert "request hand:2 was asked on 2017-07-01, after its answer of 2017-06-01" in said


def test_what_a_list_files_as_open_against_its_words_is_overdue_apart(review: Review, tmp_path: Path) -> None:
    filed = tmp_path / "filed.jsonl"
    filed.write_text(statements_lines([{**STATEMENTS[2], "assessment": "open_incident"}]), encoding="utf-8")
    imported = ("import", filed, "--from", "statements", "--part", "--casebook", review.cases)
    assert review.untold(*imported).returncode == 0
    shown = " ".join(review("overdue", "--as-of", "2018-01-01", "--days", "100").split())
    told = review.json("overdue", "--as-of", "2018-01-01", "--days", "100")
    rows = list(csv.DictReader(review("overdue", "--as-of", "2018-01-01", "--as", "csv").splitlines()))
    figures = " ".join(review("ledger", "--as-of", "2018-01-01").split())

    assert "2 allegations without a finding" in shown
    assert "1 more filed as open for more than 100 days on 2018-01-01, with a finding in their own words" in shown
    assert [each["worded"] for each in told["overdue"]] == [None, None, "non_credible"]
    assert [each["worded"] for each in rows] == ["", "", "non_credible"]
    assert "1 more filed as open, with a finding in their own words" in figures


@pytest.mark.parametrize(
    "words",
    [("add", "--incident", "U-1", "--actor", "russia"), ("determine", "a:1", "--status", "open"),
     ("request", "a:1", "--ask", "When?")],
    ids=str,
)  # fmt: skip
def test_nothing_is_entered_in_a_folder_that_is_no_casebook(
    untold: Program, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = untold("review", *words, "--why", "x", "--casebook", tmp_path)

    assert done.returncode == 1
    assert b"holds no casebook.toml" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [("list",), ("show", "us-led-coalition:4711"), ("ledger",), ("overdue",)], ids=str)
def test_a_workbook_has_the_rows_of_the_csv(review: Review, tmp_path: Path, words: tuple[str, ...]) -> None:
    rows = list(csv.reader(review(*words, "--as", "csv").splitlines()))
    review(*words, "--as", "xlsx", "--out", tmp_path / "table.xlsx")
    (sheet,) = load_workbook(tmp_path / "table.xlsx").worksheets

    assert [["" if each is None else str(each) for each in row] for row in sheet.iter_rows(values_only=True)] == rows


def test_overdue_names_the_oldest_first_and_how_long_it_waits(review: Review) -> None:
    shown = review("overdue", "--as-of", "2018-01-01", "--days", "100")

    assert shown.startswith("2 allegations without a finding for more than 100 days on 2018-01-01\n")
    assert shown.index("240 days") < shown.index("209 days")
    assert "by its first answer" in shown


def test_a_match_after_the_entry_loses_nothing(review: Review) -> None:
    code = _incident(review.cases, "airwars:T002")
    review("add", "--incident", code, "--actor", "Russia", "--received", "2016-09-01", "--why", "a letter")
    judged = ("judge", "airwars:T001", "airwars:T002", "same", "--why", "one night", "--casebook", review.cases)
    assert review.untold(*judged).returncode == 0
    assert review.untold("match", "--casebook", review.cases).returncode == 0
    (found,) = review.json("show", "hand:2")["allegations"]

    assert found["allegation"]["incident"] == _incident(review.cases, "airwars:T002")
    assert found["allegation"]["to"]["id"] == "russia"


def test_a_line_on_what_is_not_there_any_more_is_named(review: Review) -> None:
    review("determine", "statements:2-0", "--status", "credible", "--date", "2019-05-01", "--why", "by letter")
    gone = review.cases.parent / "fewer.jsonl"
    rows = [each for each in STATEMENTS if each["statement_id"] != "2-0"]
    gone.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    review.untold("import", gone, "--from", "statements", "--casebook", review.cases)
    done = review.untold("review", "list", "--casebook", review.cases)

    assert b"any more; what was entered on it has no effect" in done.stderr


def test_a_line_on_what_is_not_there_any_more_can_be_taken_back(review: Review) -> None:
    review("determine", "statements:2-0", "--status", "credible", "--date", "2019-05-01", "--why", "by letter")
    path = review.cases / "hand" / "determinations.csv"
    (line,) = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(line["allegation"], "ffffffffffffffff:1"), encoding="utf-8")
    assert (
        "there is no ffffffffffffffff:1 any more"
        in review.untold("review", "list", "--casebook", review.cases).stderr.decode()
    )
    review("determine", "ffffffffffffffff:1", "--undo", "2", "--why", "the list dropped it")
    done = review.untold("review", "list", "--casebook", review.cases)

    assert b"no effect" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("show", "nothing"), 1, "holds no allegation nothing; look its id up with untold review list"),
        (("determine", "nothing", "--status", "open", "--why", "x"), 1, "holds no allegation nothing"),
        (("determine", "statements:2-0", "--why", "x"), 2, "--status"),
        (("determine", "statements:2-0", "--status", "credibel", "--why", "x"), 2, "write one of not_submitted, open"),
        (("determine", "statements:2-0", "--status", "open", "--reason", "luck", "--why", "x"), 2, "is no reason"),
        (("determine", "statements:2-0", "--status", "open", "--standard", "luck", "--why", "x"), 2, "is no standard"),
        (("determine", "statements:2-0", "--status", "open", "--date", "2106-03", "--why", "x"), 2, "still to come"),
        (("determine", "statements:2-0", "--status", "non_credible", "--killed", "3", "--why", "x"), 2, "nobody"),
        (("add", "--account", "statements:2-0", "--actor", "russia", "--received", "2106", "--why", "x"), 2, "to come"),
        (("determine", "statements:2-0", "--status", "open", "--why", " "), 2, "without a reason"),
        (("determine", "statements:2-0", "--status", "open", "--date", "May 2017", "--why", "x"), 2, "is no date"),
        (("determine", "statements:2-0", "--status", "open", "--grid", "37S", "--why", "x"), 1, "no grid reference"),
        (("determine", "statements:2-0", "--status", "credible", "--killed", "many", "--why", "x"), 1, "count 'many'"),
        (("determine", "statements:2-0", "--status", "open", "--corrects", "hand:9", "--why", "x"), 1, "hand:9"),
        (("determine", "statements:2-0", "--undo", "9", "--why", "x"), 1, "statements:2-0 has no determination hand:9"),
        (("add", "--actor", "pentagon", "--why", "x"), 2, "--incident or the --account"),
        (("add", "--incident", "U-NONE", "--actor", "pentagon", "--why", "x"), 1, "holds no incident U-NONE"),
        (("add", "--account", "none:1", "--actor", "pentagon", "--why", "x"), 1, "no account none:1"),
        (("add", "--account", "statements:2-0", "--actor", "nobody", "--why", "x"), 2, "is no actor of the codebook"),
        (("request", "hand:9", "--answer", "x", "--why", "x"), 1, "holds no request hand:9"),
        (("request", "statements:2-0", "--why", "x"), 2, "--ask"),
        (("list", "--as-of", "2017"), 2, "is no day"),
        (("list", "--status", "closed"), 2, "'closed' is no status"),
        (("ledger", "--from", "2017"), 2, "is no month"),
    ],
    ids=str,
)
def test_an_error_is_one_line_and_writes_nothing(
    review: Review, words: tuple[str, ...], code: int, message: str
) -> None:
    said = review(*words, code=code)

    assert message in " ".join(said.replace("│", " ").split())
    assert code == 2 or said.count("\n") == 1
    assert not (review.cases / "hand").exists() or not list((review.cases / "hand").glob("*.csv"))


@pytest.mark.parametrize("words", [("list",), ("show", "us-led-coalition:4711"), ("ledger",), ("overdue",)], ids=str)
def test_nothing_is_wider_than_eighty_columns(review: Review, words: tuple[str, ...]) -> None:
    assert [line for line in review(*words).splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("words", [("list",), ("show", "us-led-coalition:4711"), ("ledger",), ("overdue",)], ids=str)
def test_every_table_is_had_as_csv_with_as_many_cells_in_each_row(review: Review, words: tuple[str, ...]) -> None:
    rows = list(csv.reader(review(*words, "--as", "csv").splitlines()))

    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_json_lines_are_one_object_each_and_a_file_is_written_whole(review: Review, tmp_path: Path) -> None:
    lines = review("list", "--as", "jsonl").splitlines()
    review("list", "--as", "json", "--out", tmp_path / "docket.json")
    whole = json.loads((tmp_path / "docket.json").read_text(encoding="utf-8"))

    assert [json.loads(line) for line in lines] == whole["allegations"]
    assert whole["schema"] == {"name": "untold.review", "version": 1}


@pytest.mark.parametrize("name", schema_names())
def test_the_shipped_schema_is_as_the_records_make_it(name: str) -> None:
    assert schema(name) == written_schema(name)


def test_a_folder_that_is_no_casebook_is_refused_and_not_made_one(untold: Program, tmp_path: Path) -> None:
    done = untold("review", "list", "--casebook", tmp_path)

    assert done.returncode == 1
    assert b"holds no casebook.toml" in done.stderr
    assert not list(tmp_path.iterdir())


def test_reading_the_docket_twice_changes_no_byte(review: Review) -> None:
    review("list")
    before = (review.cases / "allegations.jsonl").read_bytes()
    review("ledger")

    assert (review.cases / "allegations.jsonl").read_bytes() == before
