"""Sources as people name them: files, folders, standard input; one broken input stops no other."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.reports.samples import PAGE, SENTENCE
from untold.reports.opening import open_source


def test_a_file_is_one_input(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)

    (opened,) = open_source(str(path), captured_at="2020-10-19T16:42:00Z")

    assert (opened.origin, opened.error) == (str(path), None)
    assert [report.captured_at for report in opened.reports] == ["2020-10-19T16:42:00Z"]


def test_a_folder_is_walked_in_order_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/a.txt", "a.html", ".hidden", ".git/x"):
        (tmp_path / name).write_text(PAGE if name.endswith("html") else SENTENCE)

    opened = list(open_source(f"{tmp_path}/"))

    assert [one.origin for one in opened] == [f"{tmp_path}/{name}" for name in ("a.html", "c.txt", "b/a.txt")]
    assert not any(one.error for one in opened)


def test_one_bad_file_among_a_thousand_is_one_error(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"{number} people died.")
    (tmp_path / "0500.txt").write_bytes(b"")

    opened = list(open_source(str(tmp_path)))

    assert sum(len(one.reports) for one in opened) == 999
    assert [str(one.error) for one in opened if one.error] == [
        f"{tmp_path}/0500.txt: is empty; check that it was saved or downloaded whole"
    ]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(SENTENCE.encode())))

    (opened,) = open_source("-")

    assert (opened.origin, opened.reports[0].text) == ("standard input", SENTENCE)


def test_what_is_not_there_or_no_file_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    (tmp_path / "big.txt").write_bytes(b"a" * 20_000_001)

    def error(name: str) -> str:
        return str(next(open_source(str(tmp_path / name))).error)

    assert error("nothing.txt").endswith("nothing.txt: is not there; check the path")
    assert "is not a file" in error("pipe")
    assert "is a folder without files" in error("empty")
    assert "is 20 MB, and the limit is 20 MB" in error("big.txt")
