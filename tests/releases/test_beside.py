"""Work beside this process ends with it, and what goes wrong in it goes wrong here."""

import os
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from untold.codebook.errors import CasebookError, ReleaseRefused
from untold.releases.beside import beside

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a second process is begun on Linux alone")


def test_work_is_done_by_another_process(tmp_path: Path) -> None:
    with beside(lambda: (tmp_path / "done").write_text(str(os.getpid())), is_worth_it=True):
        pass

    assert (tmp_path / "done").read_text() not in {"", str(os.getpid())}


def test_work_that_is_not_worth_it_is_done_here_after_the_rest(tmp_path: Path) -> None:
    with beside(lambda: (tmp_path / "done").write_text(str(os.getpid())), is_worth_it=False):
        assert not (tmp_path / "done").exists()

    assert (tmp_path / "done").read_text() == str(os.getpid())


@pytest.mark.parametrize(
    "error",
    [
        ReleaseRefused("claims: two rows", "name each but once"),
        CasebookError("cases", "is broken", "mend it"),
        sqlite3.OperationalError("database or disk is full"),
        OSError(28, "No space left on device"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_of_the_work_is_raised_here_as_it_was(error: Exception) -> None:
    def work() -> None:
        raise error

    with pytest.raises(type(error)) as raised, beside(work, is_worth_it=True):
        pass

    assert str(raised.value) == str(error)
    assert vars(raised.value).items() >= vars(error).items()


def test_work_that_dies_is_told() -> None:
    with pytest.raises(RuntimeError, match="ended with"), beside(lambda: os._exit(9), is_worth_it=True):
        pass


def test_an_error_here_ends_the_work(tmp_path: Path) -> None:
    def work() -> None:
        time.sleep(5)
        (tmp_path / "done").touch()

    start = time.perf_counter()
    with pytest.raises(KeyError), beside(work, is_worth_it=True):
        raise KeyError

    assert time.perf_counter() - start < 4
    assert not (tmp_path / "done").exists()
