from dataclasses import replace
from pathlib import Path

import pytest

from untold.codebook.errors import CasebookError
from untold.incidents.judgements import FILE, Judgement, judge, judgements_kept, standing
from untold.reports.casebook import open_casebook

SAME = Judgement("2026-11-24T10:00:00+00:00", "rana", "b:1", "a:1", "same", undo=False, why="one family, one street")


def _kept(folder: Path, *judgements: Judgement) -> tuple[Judgement, ...]:
    with open_casebook(folder) as casebook:
        for each in judgements:
            judge(casebook, each)
    return judgements_kept(folder)


def test_a_judgement_comes_back_as_it_was_said(tmp_path: Path) -> None:
    said = replace(SAME, why='"two" words,\nand a line')

    assert _kept(tmp_path / "cases", said) == (said,)


def test_a_judgement_has_no_direction() -> None:
    assert standing([SAME]) == {("a:1", "b:1"): "same"}


def test_the_last_word_stands_and_all_words_stay(tmp_path: Path) -> None:
    later = replace(SAME, a="a:1", b="b:1", who="omar", verdict="different")

    kept = _kept(tmp_path / "cases", SAME, later)

    assert len(kept) == 2
    assert standing(kept) == {("a:1", "b:1"): "different"}


def test_a_word_taken_back_leaves_the_one_before_it() -> None:
    later = replace(SAME, verdict="different")

    assert standing([SAME, later, replace(later, undo=True)]) == {("a:1", "b:1"): "same"}
    assert standing([SAME, replace(SAME, undo=True)]) == {}


def test_a_judgement_without_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="without a reason"):
        _kept(tmp_path / "cases", replace(SAME, why=" "))


def test_an_account_is_not_judged_against_itself(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="twice"):
        _kept(tmp_path / "cases", replace(SAME, b="b:1", a="b:1"))


def test_a_line_that_is_no_judgement_is_named(tmp_path: Path) -> None:
    _kept(tmp_path / "cases", SAME)
    with (tmp_path / "cases" / FILE).open("a", encoding="utf-8") as out:
        out.write("2026,rana,a,b,perhaps,,why\n")

    with pytest.raises(CasebookError, match="line 3"):
        judgements_kept(tmp_path / "cases")
