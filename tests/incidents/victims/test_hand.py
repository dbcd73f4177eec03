"""What a person decides about two records stands, by ids alone, and joins what no program joins."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.incidents.victims.people import record, victim
from untold.codebook.errors import CasebookError
from untold.incidents.victims import (
    VictimWord,
    keep_word,
    kept_words,
    people,
    propose_duplicates,
    undecided,
    with_register_ids,
)
from untold.reports.casebook import open_casebook


def word(a: str, b: str, verdict: str = "same", *, undo: bool = False) -> VictimWord:
    return VictimWord("2026-01-02T03:04:05+00:00", "ana", a, b, verdict, undo, "asked the family")  # type: ignore[arg-type]


def test_only_a_persons_word_makes_two_records_one_person() -> None:
    three = [victim(id="p1"), victim(id="p2"), victim(id="p3")]

    assert people(three, []) == (("p1",), ("p2",), ("p3",))
    assert people(three, [word("p1", "p3"), word("p2", "p1", "different")]) == (("p1", "p3"), ("p2",))


def test_a_word_is_taken_back_in_either_order() -> None:
    two = [victim(id="p1"), victim(id="p2")]

    assert people(two, [word("p1", "p2"), word("p2", "p1", undo=True)]) == (("p1",), ("p2",))
    assert people(two, [word("p1", "p2"), word("p2", "p1", "different")]) == (("p1",), ("p2",))


def test_a_decided_proposal_is_not_proposed_again_and_an_unsure_one_is() -> None:
    found = propose_duplicates([record("p1"), record("p2")])

    assert undecided(found, [word("p2", "p1", "different")]) == ()
    assert undecided(found, [word("p2", "p1", "unsure")]) == found


def test_a_registers_id_joins_by_a_persons_word_alone() -> None:
    (left,) = with_register_ids([victim(id="p1", register_ids=("old:1",))], [word("registry:7", "p1")])

    assert left.register_ids == ("old:1", "registry:7")


def test_words_are_kept_line_by_line(tmp_path: Path) -> None:
    said = (word("p1", "p2"), word("p1", "p2", undo=True))
    with open_casebook(tmp_path / "cases") as casebook:
        for each in said:
            keep_word(casebook, each)

    assert kept_words(tmp_path / "cases") == said
    assert kept_words(tmp_path) == ()


@pytest.mark.parametrize(
    "bad", [replace(word("p1", "p2"), why=" "), word("p1", "p1")], ids=["no reason", "one record twice"]
)
def test_a_word_that_decides_nothing_is_refused(tmp_path: Path, bad: VictimWord) -> None:
    with open_casebook(tmp_path / "cases") as casebook, pytest.raises(CasebookError):
        keep_word(casebook, bad)


def test_a_line_that_is_no_decision_is_named(tmp_path: Path) -> None:
    (tmp_path / "hand").mkdir()
    (tmp_path / "hand" / "victims.csv").write_text("when,who,a,b,verdict,undo,why\nnow,ana,a,b,maybe,,why\n", "utf-8")

    with pytest.raises(CasebookError, match=r"line 2 of hand/victims\.csv"):
        kept_words(tmp_path)
