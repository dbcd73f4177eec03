"""Official statements enter the incidents that they answer, after all others are matched, and by nothing else."""

import json
from dataclasses import replace
from pathlib import Path

from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.accounts import keep_accounts
from untold.claims.claim import Party
from untold.incidents.judgements import Judgement, Verdict, judge
from untold.incidents.matching import pairs_to_review
from untold.incidents.record import Matched, match_casebook
from untold.reports.casebook import open_casebook

DAY = AccountDate("2016-03-10", "2016-03-10", "day")
KARM = AccountPlace("Karm", lat=35.0, lon=38.0, precision="town", country="SYR")
SAHL = AccountPlace("Sahl", lat=35.9, lon=38.0, precision="town", country="SYR")
FIRST = Account("list:1", "r", Party(None, "A monitor"), (), DAY, KARM, codes=("T001",))
SECOND = Account("list:2", "r", Party(None, "A monitor"), (), DAY, SAHL, codes=("T002",))
DENIAL = Account(
    "statements:1",
    "s",
    Party("us-led-coalition", "US-led coalition"),
    (),
    AccountDate(),
    AccountPlace(),
    stated=Stated(position="non_credible"),
    text="March 10, 2016, in Karm, Syria, via a report. No strikes were flown there.",
)
BOILERPLATE = "There is insufficient evidence to find that civilians were harmed in this strike."


def _matched(folder: Path, *accounts: Account, judged: tuple[str, str, Verdict] | None = None) -> Matched:
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, accounts)
        if judged is not None:
            judge(casebook, Judgement("2026-11-24T10:00:00+00:00", "rana", *judged, undo=False, why="I read both"))
        return match_casebook(casebook)


def _incidents(matched: Matched) -> set[tuple[str, ...]]:
    return set(matched.match.clusters)


def test_a_statement_joins_the_incident_that_it_answers(tmp_path: Path) -> None:
    matched = _matched(tmp_path / "cases", FIRST, SECOND, DENIAL)
    (answer,) = matched.answers

    assert _incidents(matched) == {("list:1", "statements:1"), ("list:2",)}
    assert answer.link.incident in [each.code for each in matched.incidents if "list:1" in each.accounts]


def test_boilerplate_joins_nothing_although_its_list_gives_a_day_and_a_place(tmp_path: Path) -> None:
    matched = _matched(tmp_path / "cases", FIRST, SECOND, replace(DENIAL, date=DAY, place=KARM, text=BOILERPLATE))

    assert _incidents(matched) == {("list:1",), ("list:2",), ("statements:1",)}


def test_two_incidents_in_one_town_on_one_day_leave_a_statement_ambiguous_and_shown(tmp_path: Path) -> None:
    matched = _matched(tmp_path / "cases", FIRST, replace(SECOND, place=KARM), DENIAL)

    assert [each.link.verdict for each in matched.answers] == ["ambiguous"]
    assert len(_incidents(matched)) == 3


def test_a_second_statement_of_one_incident_waits_for_a_person(tmp_path: Path) -> None:
    later = replace(DENIAL, id="statements:2", text=f"{DENIAL.text} The review was closed after new photographs came.")
    matched = _matched(tmp_path / "cases", FIRST, DENIAL, later)

    assert ("list:1", "statements:1") in _incidents(matched)
    assert [(each.b, each.why) for each in pairs_to_review(matched.match)] == [("statements:2", "answered")]


def test_a_person_who_says_different_keeps_a_statement_out(tmp_path: Path) -> None:
    matched = _matched(tmp_path / "cases", FIRST, DENIAL, judged=("list:1", "statements:1", "different"))

    assert len(_incidents(matched)) == 2


def test_a_person_puts_a_statement_where_its_words_do_not(tmp_path: Path) -> None:
    matched = _matched(tmp_path / "cases", FIRST, SECOND, DENIAL, judged=("list:2", "statements:1", "same"))

    assert _incidents(matched) == {("list:1",), ("list:2", "statements:1")}


def test_a_statement_that_comes_later_leaves_what_a_match_from_nothing_gives(tmp_path: Path) -> None:
    _matched(tmp_path / "cases", FIRST, SECOND)
    again = _matched(tmp_path / "cases", FIRST, SECOND, DENIAL)
    anew = _matched(tmp_path / "anew", FIRST, SECOND, DENIAL)

    assert _incidents(again) == _incidents(anew)
    assert again.match.pairs.equals(anew.match.pairs)
    (one, *_), (other, *_) = (
        [json.loads(line) for line in (tmp_path / name / "incidents.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("cases", "anew")
    )
    assert one["accounts"] == other["accounts"]
