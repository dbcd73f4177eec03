"""What people enter of a review is checked, only ever added to, and taken back by a later line."""

from pathlib import Path
from typing import Any

import pytest

from untold.allegations.hand import Asked, Determined, HandLine, Put, determined_kept, enter, standing_lines
from untold.codebook.counts import Count
from untold.codebook.errors import CasebookError, UnknownWording
from untold.reports.casebook import open_casebook

NOW = "2026-11-24T10:00:00+00:00"


def _determined(**fields: Any) -> Determined:
    empty = dict.fromkeys(("date", "reasons", "standard", "killed", "injured", "place", "grid", "corrects", "line"), "")
    told = {"allegation": "a:1", "status": "credible", "undo": False, "why": "by letter", **fields}
    return Determined(**{"when": NOW, "who": "rana", **empty, **told})


def _put(**fields: Any) -> Put:
    empty = dict.fromkeys(("incident", "account", "received", "reporter", "number", "code", "line"), "")
    return Put(
        **{"when": NOW, "who": "rana", **empty, "actor": "pentagon", "undo": False, "why": "by letter", **fields}
    )


def _enter(folder: Path, line: HandLine) -> str:
    with open_casebook(folder) as casebook:
        return enter(casebook, line)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("status", "credibel"),
        ("reasons", "no_strike_in_area; bad_weather"),
        ("standard", "beyond_doubt"),
        ("killed", "many"),
        ("injured", "5-3"),
        ("date", "2017-02-30"),
    ],
)
def test_a_word_that_no_vocabulary_has_is_refused(field: str, words: str) -> None:
    with pytest.raises(UnknownWording):
        _determined(**{field: words})


def test_an_actor_that_the_codebook_lacks_is_refused() -> None:
    with pytest.raises(UnknownWording, match="actor 'nobody'"):
        _put(actor="nobody")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("3", Count.exactly(3)),
        ("3-5", Count.between(3, 5)),
        ("at least 3", Count.at_least(3)),
        ("none", Count.nobody()),
        ("unknown", Count.vague()),
    ],
)
def test_conceded_people_are_counted_as_worded(words: str, count: Count) -> None:
    conceded = _determined(killed=words).conceded

    assert conceded is not None
    assert (conceded.killed, conceded.injured) == (count, None)


def test_nothing_said_of_people_concedes_nothing() -> None:
    assert _determined().conceded is None


def test_lines_are_numbered_as_their_file_shows_them(tmp_path: Path) -> None:
    assert [_enter(tmp_path / "cases", _determined()) for _ in range(2)] == ["2", "3"]


def test_a_line_that_is_taken_back_stays_in_the_file_and_stands_no_more(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    _enter(cases, _determined(why="one\nof two lines"))
    _enter(cases, _determined(status="open"))
    _enter(cases, _determined(undo=True, line="2", status="", why="entered twice"))
    lines = determined_kept(cases)

    assert len(lines) == 3
    assert [number for number, _ in standing_lines(lines)] == ["3"]


@pytest.mark.parametrize("line", ["", "7", "x"])
def test_what_is_not_there_cannot_be_taken_back(tmp_path: Path, line: str) -> None:
    with pytest.raises(CasebookError, match="no line"):
        _enter(tmp_path / "cases", _determined(undo=True, line=line, status=""))


def test_a_line_cannot_be_taken_back_twice_nor_can_a_taking_back(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    _enter(cases, _determined())
    _enter(cases, _determined(undo=True, line="2", status=""))

    for line in ("2", "3"):
        with pytest.raises(CasebookError, match=f"no line {line} that stands"):
            _enter(cases, _determined(undo=True, line=line, status=""))


def test_a_line_without_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="a determination without a reason"):
        _enter(tmp_path / "cases", _determined(why=" "))


def test_a_line_that_was_spoilt_by_hand_is_named(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    _enter(cases, _determined())
    path = cases / "hand" / "determinations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("credible", "credibel"), encoding="utf-8")

    with pytest.raises(CasebookError, match=r"line 2 of hand/determinations.csv: no rule .* 'credibel'"):
        determined_kept(cases)


def test_a_request_has_a_day() -> None:
    with pytest.raises(UnknownWording, match="date"):
        Asked(NOW, "rana", "ask", "a:1", "", "", "Which strikes?", undo=False, line="", why="by mail")
