"""A belligerent's reports in the docket: version after version, each answer in its words, nothing gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.allegations.dockets import COALITION, casebook, run
from untold.allegations.allegation import Allegation
from untold.allegations.course import course_of, known_on
from untold.allegations.official_reports import keep_official_reports, official_reports_kept
from untold.allegations.reading.record import OfficialReport
from untold.allegations.record import docket_of
from untold.allegations.report_steps import versions_before
from untold.codebook.errors import CasebookError
from untold.reports.casebook import open_casebook, read_reports

FIRST = """\
Monthly report on allegations of civilian harm, June 2017

In the month of June, the task force carried over 5 open reports from previous months and received 4 new reports. It
completed the assessment of 3 reports: two were assessed to be non-credible and one was credible. Six reports are still
open.

Credible Reports

1. May 4, 2016, near Tal Zahra, Syria, via Airwars report: It was assessed that two civilians were unintentionally
killed. 4711/T001

Non-Credible Reports

2. June 10, 2016, near Karm, Syria, via media report: No Coalition strikes were conducted in the geographical area.
4712/T002

3. March 9, 2016, near Al Warda, Syria, via media report: No Coalition strikes were conducted in the geographical area.
"""
SECOND = FIRST.replace("two civilians", "four civilians").replace("4 new", "5 new").replace("Six", "Seven")
ADDENDUM = """\
Addendum to the monthly report of June 2017

1. March 9, 2016, near Al Warda, Syria, via media report: After a review it was assessed that three civilians were
unintentionally killed.
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return casebook(tmp_path, ())


def _import(cases: Path, text: str, published: str, *words: str) -> str:
    path = cases.parent / f"report-{published}.txt"
    path.write_text(text, encoding="utf-8")
    done = run(
        "review", "import", path, "--actor", "us-led-coalition", "--published", published, "--casebook", cases, *words
    )  # fmt: skip
    return done.stdout.split()[0]


def _one(cases: Path, name: str) -> Allegation:
    (found,) = docket_of(cases).find(name)
    return found


def _killed(told: Allegation) -> list[str]:
    return [str(each.conceded.killed) for each in told.determinations if each.conceded is not None]


def test_each_answer_of_a_report_is_a_determination_of_its_month_known_from_its_publication(cases: Path) -> None:
    _import(cases, FIRST, "2017-07-02")
    found = _one(cases, "us-led-coalition:4711")
    (step,) = found.determinations

    assert (step.status, step.date, step.published) == ("credible", "2017-06", "2017-07-02")
    assert (known_on(found, "2017-07-01"), course_of(found, "2017-07-02").entered) == (None, "2017-06")
    assert found.incident is not None


def test_every_answer_is_its_report_s_own_text(cases: Path) -> None:
    identity = _import(cases, FIRST, "2017-07-02")
    text = next(each.text for each in read_reports(cases) if each.id == identity)
    passages = [each.statement for told in docket_of(cases).allegations for each in told.determinations]

    assert len(passages) == 3
    assert all(each is not None and each.text == text[each.start : each.end] for each in passages)


def test_a_later_version_of_a_month_corrects_the_earlier_and_nothing_vanishes(cases: Path) -> None:
    first = _import(cases, FIRST, "2017-07-02")
    second = _import(cases, SECOND, "2018-01-15")
    found = _one(cases, "us-led-coalition:4711")
    before, after = found.determinations

    assert (before.id.split(":")[0], after.id.split(":")[0], after.corrects) == (first, second, before.id)
    assert _killed(found) == ["2", "4"]
    assert [each.id for each, _ in course_of(found).standing] == [after.id]


def test_as_of_a_day_between_the_versions_the_first_stands(cases: Path) -> None:
    _import(cases, FIRST, "2017-07-02")
    _import(cases, SECOND, "2018-01-15")
    then = known_on(_one(cases, "us-led-coalition:4711"), "2018-01-14")

    assert then is not None
    assert _killed(then) == ["2"]


def test_a_version_makes_no_second_completion_in_the_ledger(cases: Path) -> None:
    _import(cases, FIRST, "2017-07-02")
    _import(cases, SECOND, "2018-01-15")

    moves = [move for told in docket_of(cases).allegations for move in course_of(told).moves]

    assert sum(move.kind == "completed" for move in moves) == 3


def test_an_answer_without_number_or_code_is_corrected_by_its_day_and_place(cases: Path) -> None:
    first = _import(cases, FIRST, "2017-07-02")
    _import(cases, ADDENDUM, "2018-02-01", "--corrects", first)
    (found,) = [each for each in docket_of(cases).allegations if each.incident is None]

    assert [each.status for each in found.determinations] == ["non_credible", "credible"]
    assert found.determinations[1].corrects == found.determinations[0].id
    assert found.status == "credible"


def test_answers_that_an_addendum_does_not_repeat_stand(cases: Path) -> None:
    first = _import(cases, FIRST, "2017-07-02")
    _import(cases, ADDENDUM, "2018-02-01", "--corrects", first)

    assert _one(cases, "us-led-coalition:4712").status == "non_credible"


def test_the_same_report_again_changes_nothing(cases: Path) -> None:
    _import(cases, FIRST, "2017-07-02")
    before = {name: (cases / name).read_bytes() for name in ("allegations.jsonl", "official_reports.jsonl")}
    _import(cases, FIRST, "2017-07-02")

    assert {name: (cases / name).read_bytes() for name in before} == before


def test_the_printed_ledger_of_both_versions_is_shown_and_the_later_stands(cases: Path) -> None:
    _import(cases, FIRST, "2017-07-02")
    second = _import(cases, SECOND, "2018-01-15")
    shown = run("review", "ledger", "--casebook", cases).stdout

    assert f"replaced by {second}" in shown
    assert "open at the end: 6, as start, new, reopened and completed make it" in shown
    assert "open at the end: 7, as start, new, reopened and completed make it" in shown


def test_a_file_that_is_no_report_on_a_review_is_refused_and_nothing_of_it_is_kept(cases: Path) -> None:
    path = cases.parent / "bread.txt"
    path.write_text("The council met on Tuesday to talk about the price of bread.\n", encoding="utf-8")
    before = read_reports(cases)
    done = run("review", "import", path, "--actor", "us-led-coalition", "--casebook", cases, code=1)

    assert "holds no answer to an allegation and no ledger" in done.stderr
    assert read_reports(cases) == before


def test_one_bad_file_of_two_is_named_and_the_other_is_kept(cases: Path) -> None:
    good = cases.parent / "good.txt"
    good.write_text(FIRST, encoding="utf-8")
    gone = cases.parent / "gone.txt"
    done = run("review", "import", gone, good, "--actor", "us-led-coalition", "--casebook", cases, code=4)

    assert "gone.txt: is not there" in done.stderr
    assert len(official_reports_kept(cases)) == 1


def test_a_list_of_the_casebook_is_not_taken_for_a_report(tmp_path: Path) -> None:
    cases = casebook(tmp_path)
    done = run(
        "review", "import", tmp_path / "statements.jsonl", "--actor", "us-led-coalition", "--casebook", cases, code=1
    )  # fmt: skip

    assert "the casebook keeps it as a list" in done.stderr


@pytest.mark.parametrize("corrects", ["0000000000000000", "b"])
def test_a_report_cannot_correct_itself_nor_one_that_is_not_there(tmp_path: Path, corrects: str) -> None:
    report = OfficialReport("b", COALITION, "2017-06", None, corrects, None, ())

    with open_casebook(tmp_path / "cases") as opened, pytest.raises(CasebookError, match="b cannot correct"):
        keep_official_reports(opened, [report])


def test_versions_are_told_by_what_they_say_and_else_by_their_month() -> None:
    one = OfficialReport("a", COALITION, "2017-06", "2017-07-02", None, None, ())
    later = replace(one, report="b", published="2018-01-15")
    yearly = replace(one, report="c", period="2017", published="2018-05-01", corrects="a")
    other = replace(one, report="d", period="2017-07")

    assert versions_before([yearly, other, later, one]) == {"b": "a", "c": "a"}


def test_a_statement_of_an_archive_is_of_its_own_day_and_not_of_the_archive(cases: Path) -> None:
    path = cases.parent / "archive.json"
    path.write_text(
        '[{"statement_date": "2016-09-01", "text": "On May 4, 2016, in Tal Zahra, Syria, it was assessed that two '
        'civilians were unintentionally killed. 4711/T001"}]',
        encoding="utf-8",
    )

    run("review", "import", path, "--actor", "us-led-coalition", "--published", "2020-01-01", "--casebook", cases)

    (step,) = _one(cases, "us-led-coalition:4711").determinations
    assert (step.date, step.published) == ("2016-09-01", None)
