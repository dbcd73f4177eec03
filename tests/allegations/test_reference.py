"""The docket of the coalition's own statements beside a monitor's incidents: it holds each, and its ledger balances."""

from collections import Counter
from pathlib import Path

import pytest

from tests.allegations.dockets import run
from tests.evaluation.corpora import AbsentTexts, data_folder, present
from tests.evaluation.statements import INCIDENTS, STATEMENTS, statement_rows
from untold.allegations.ledger import ledger_of, open_on
from untold.allegations.record import Review, review_of
from untold.reports.casebook import read_reports

# The list's words for where an allegation stands, as Untold reads them.
READ_AS = {"open_incident": "open", "not_yet_assessed": "open"}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference") / "cases"
    try:
        monitor, party = present(data_folder() / INCIDENTS), present(data_folder() / STATEMENTS)
    except AbsentTexts as absent:
        pytest.skip(f"no reference data: {absent}; test_docket.py tells the same of lists of our own")
    run("import", monitor, "--from", "airwars", "--casebook", folder)
    run("import", party, "--from", "statements", "--casebook", folder)
    run("match", "--casebook", folder)
    return folder


@pytest.fixture(scope="module")
def review(cases: Path) -> Review:
    return review_of(cases)


def test_every_statement_is_a_determination_with_the_status_that_its_list_gives(review: Review) -> None:
    given = Counter(READ_AS.get(row["assessment"], row["assessment"]) for row in statement_rows())
    made = [each for told in review.docket.allegations for each in told.determinations]

    assert Counter(each.status for each in made if not each.id.endswith(":reopened")) == given


def test_an_allegation_with_one_answer_stands_as_its_statement_says(review: Review) -> None:
    alone = [each for each in review.docket.allegations if len(each.determinations) == 1]

    assert len(alone) > 300
    assert [each.id for each in alone if each.status != each.determinations[0].status] == []


def test_every_statement_is_its_report_s_own_text(cases: Path, review: Review) -> None:
    texts = {each.id: each.text for each in read_reports(cases)}
    passages = [each.statement for told in review.docket.allegations for each in told.determinations]

    assert all(each is not None and each.text == texts[each.report][each.start : each.end] for each in passages)
    assert {_plain(each.text) for each in passages if each} == {_plain(row["text"]) for row in statement_rows()}


def _plain(words: str) -> str:
    return " ".join(words.split())


def test_two_statements_of_one_number_are_one_allegation(review: Review) -> None:
    numbers = [number for each in review.docket.allegations for number in each.numbers]

    assert len(numbers) == len(set(numbers))
    assert {row["allegation_number"] for row in statement_rows() if row["allegation_number"]} <= set(numbers)


@pytest.mark.parametrize("day", ["2015-05-31", "2017-04-30", "2018-12-31", "2020-03-31", "2026-01-31"])
def test_the_ledger_balances_on_every_day(review: Review, day: str) -> None:
    told = review.docket.allegations
    months = ledger_of(told, as_of=day).months

    assert months[-1].open_at_end == len(open_on(told, day))
    assert sum(each.new + each.reopened - each.completed for each in months) == months[-1].open_at_end
