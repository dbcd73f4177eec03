"""PDFs: whatever happens to the child that reads one, the parent says it in a line."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.samples import SENTENCE, pdf
from untold.codebook.errors import UnreadableReport
from untold.reports import pdf as pdf_module
from untold.reports.intake import take_in


def as_child(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the refusal of a PDF whose reader is the given code."""
    worker = tmp_path / "worker.py"
    worker.write_text(code)
    monkeypatch.setattr(pdf_module, "_WORKER", worker)
    with pytest.raises(UnreadableReport) as caught:
        take_in("a.pdf", pdf(SENTENCE))
    return str(caught.value)


@pytest.mark.parametrize(
    "code",
    ["import os; os.kill(os.getpid(), 11)", "raise SystemExit(3)", "print('no JSON')", "print('{\"pages\": {}}')"],
)
def test_a_child_that_crashes_or_babbles_costs_one_file(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = as_child(code, tmp_path, monkeypatch)

    assert refusal == "a.pdf: is a PDF that its reader could not survive; save its text and read that"


def test_a_child_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "_SECONDS", 0.3)

    assert "took more than 0.3 seconds" in as_child("import time; time.sleep(20)", tmp_path, monkeypatch)


@pytest.mark.parametrize(("name", "why"), [("memory", "needs too much memory"), ("long", "has too many pages")])
def test_the_childs_word_becomes_a_sentence(
    name: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert why in as_child(f'print(\'{{"error": "{name}"}}\')', tmp_path, monkeypatch)


def test_the_child_can_open_neither_file_nor_socket_once_it_reads() -> None:
    folder = str(Path(pdf_module.__file__).parent)
    code = (
        f"import socket, sys; sys.path.insert(0, {folder!r}); import pdf_worker as worker\n"
        "worker._limit(); worker._close_doors()\n"
        "for door in (lambda: open('/etc/hostname'), lambda: socket.socket()):\n"
        "    try: door()\n"
        "    except OSError: print('shut')\n"
    )

    answer = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.split() == ["shut", "shut"]


def test_the_childs_limits_are_not_the_parents() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)

    take_in("a.pdf", pdf(SENTENCE))

    assert resource.getrlimit(resource.RLIMIT_NOFILE) == before


def test_hyphens_at_the_ends_of_lines_are_plain() -> None:
    assert pdf_module.clean_page("air\ufffe\r\nstrike \r\n") == "air-\nstrike\n"
