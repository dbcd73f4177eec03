"""The command line, as a person meets it: what it prints, what it keeps, how it ends."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from untold.cli import main

ARTICLE = """\
Shelling kills twelve civilians in Idlib

20 July 2016

At least 12 civilians, including 3 children, were killed by shelling in Idlib on Tuesday, the White Helmets said.

SOHR said that 15 civilians were killed in Idlib on Tuesday.
"""
QUIET_ARTICLE = "The council met on Tuesday to talk about the price of bread.\n"
EXIT_CODES = ("0 fine", "1 an error", "2 wrong usage", "3 refused", "4 some of the inputs failed")
COMMANDS = ("read", "confirm", "correct", "reject", "verify", "demo", "serve", "import", "export", "match", "judge")


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: bytes
    stderr: bytes


class Program:
    """The program run in this process, through the same edge as from a shell."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> None:
        self.monkeypatch = monkeypatch
        self.capture = capture

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Ran:
        self.monkeypatch.setattr(sys, "argv", ["untold", *map(str, arguments)])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self.monkeypatch.setenv("COLUMNS", "80")
        self.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self.capture.readouterr()
        return Ran(int(ended.value.code or 0), printed.out, printed.err)

    def as_json(self, *arguments: object) -> dict[str, Any]:
        ran = self("read", *arguments, "--as", "json")
        assert ran.returncode in {0, 4}, ran.stderr
        whole: dict[str, Any] = json.loads(ran.stdout)
        return whole


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


def shell(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does, in a process of its own."""
    command = [sys.executable, "-m", "untold", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, env=environment(), check=False)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src"), "COLUMNS": "80"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "idlib.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def casebook(untold: Program, article: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    assert untold("read", article, "--casebook", folder).returncode == 0
    return folder


def first_claim(casebook: Path) -> dict[str, Any]:
    claims = [json.loads(line) for line in (casebook / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    claim: dict[str, Any] = next(claim for claim in claims if claim["count"]["stated"] == 15)
    return claim


def test_reading_prints_the_ledger_in_eighty_columns(article: Path) -> None:
    ran = shell("read", article)

    lines = ran.stdout.decode().splitlines()
    assert ran.returncode == 0
    assert ran.stderr == b""
    assert max(map(len, lines)) <= 80
    assert any("at least 12" in line for line in lines)


def test_json_is_one_object_whose_passages_are_the_texts_own_words(untold: Program, article: Path) -> None:
    whole = untold.as_json(article)

    (report,) = whole["reports"]
    assert list(whole) == ["schema", "reports", "claims", "checks", "comparisons"]
    assert whole["claims"]
    for claim in whole["claims"]:
        quote = claim["quote"]
        assert report["text"][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    ("form", "begins"),
    [("jsonl", b'{"record":"report"'), ("html", b"<!doctype html>"), ("csv", b"id,report,"), ("table", b"Shelling")],
)
def test_a_ledger_can_be_had_in_every_form(
    untold: Program, article: Path, tmp_path: Path, form: str, begins: bytes
) -> None:
    out = tmp_path / "ledger"

    ran = untold("read", article, "--as", form, "--out", out)

    assert (ran.returncode, ran.stdout) == (0, b"")
    assert out.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_standard_input_is_read(untold: Program, article: Path) -> None:
    ran = untold("read", "-", "--as", "json", stdin=article.read_bytes())

    assert json.loads(ran.stdout)["reports"][0]["origins"] == ["standard input"]


def test_reading_twice_prints_the_same_bytes(untold: Program, article: Path) -> None:
    assert untold("read", article, "--as", "json").stdout == untold("read", article, "--as", "json").stdout


def test_the_same_bytes_under_two_names_are_one_report(untold: Program, article: Path) -> None:
    twin = article.with_name("twin.txt")
    twin.write_bytes(article.read_bytes())

    (report,) = untold.as_json(article.parent)["reports"]

    assert report["origins"] == [str(article), str(twin)]


def test_an_article_without_claims_says_so_and_is_fine(untold: Program, tmp_path: Path) -> None:
    path = tmp_path / "bread.txt"
    path.write_text(QUIET_ARTICLE, encoding="utf-8")

    ran = untold("read", path)

    assert ran.returncode == 0
    assert b"No casualty claim found in" in ran.stdout


def test_a_date_given_by_hand_is_the_date_of_publication(untold: Program, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("SOHR said that 15 civilians were killed in Idlib over the past 18 months.\n", encoding="utf-8")

    (report,) = untold.as_json(path, "--published", "2016-03-23")["reports"]

    assert report["published"] == "2016-03-23"


def test_explain_shows_the_words_of_each_field(untold: Program, article: Path) -> None:
    ran = untold("read", article, "--explain")

    assert "← “at least 12" in ran.stdout.decode().lower()
    assert b"confidence" in ran.stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("binary.txt", b"\x00\x01\xff\xfe\x00" * 200), ("broken.pdf", b"%PDF-1.7\nnothing")],
)
def test_an_input_that_cannot_be_read_is_one_line_and_an_error(
    untold: Program, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    ran = untold("read", path, "--as", "json", "--out", tmp_path / "out.json")

    lines = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert len(lines) == 1
    assert str(path) in lines[0]
    assert not (tmp_path / "out.json").exists()


def test_one_bad_file_among_good_ones_costs_one_line(article: Path) -> None:
    (article.parent / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing")

    ran = shell("read", article.parent, "--as", "json")

    assert ran.returncode == 4
    assert len(json.loads(ran.stdout)["reports"]) == 1
    assert len(ran.stderr.splitlines()) == 1


def test_several_processes_read_what_one_reads(article: Path) -> None:
    for number in range(20):
        article.with_name(f"{number:02}.txt").write_text(f"{ARTICLE}\nNumber {number}.\n", encoding="utf-8")
    article.with_name("bad.pdf").write_bytes(b"%PDF-1.7\nnothing")

    alone, together = (shell("read", article.parent, "--as", "json", "--jobs", jobs) for jobs in (1, 2))

    assert (alone.returncode, together.returncode) == (4, 4)
    assert alone.stdout == together.stdout
    assert alone.stderr == together.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x", "--published", "2016-13"],
        ["read", "x", "--language", "Arabic!"],
        ["read", "x", "--as", "pdf"],
        ["read", "x", "--jobs", "0"],
        ["read", "x", "--out", "/nowhere/at/all.json"],
        ["confirm", "x:1:1", "--casebook", "/nowhere", "--why", "y"],
        ["reed"],
    ],
)
def test_wrong_usage_ends_with_two(untold: Program, arguments: list[str]) -> None:
    ran = untold(*arguments)

    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example_and_the_exit_codes(untold: Program, command: str) -> None:
    words = " ".join(untold(command, "--help").stdout.decode().split())

    assert f"Example: untold {command}" in words
    for code in EXIT_CODES:
        assert code in words


def test_the_program_lists_its_commands(untold: Program) -> None:
    listed = untold("--help").stdout.decode()

    for command in COMMANDS:
        assert re.search(rf"^  {command}\b", listed, re.MULTILINE)


def test_a_casebook_keeps_bytes_reports_and_claims_once(untold: Program, article: Path, casebook: Path) -> None:
    before = {path: path.read_bytes() for path in casebook.rglob("*.jsonl")}

    assert untold("read", article, "--casebook", casebook).returncode == 0

    captures = [path for path in (casebook / "captures").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in captures] == [article.read_bytes()]
    for name in ("reports.jsonl", "claims.jsonl"):
        reread = [{**json.loads(line), "captured_at": None} for line in (casebook / name).read_bytes().splitlines()]
        kept = [{**json.loads(line), "captured_at": None} for line in before[casebook / name].splitlines()]
        assert reread == kept


def test_a_whole_casebook_verifies_and_an_altered_one_does_not(untold: Program, casebook: Path) -> None:
    (capture,) = [path for path in (casebook / "captures").rglob("*") if path.is_file()]
    whole = untold("verify", "--casebook", casebook)
    capture.chmod(0o644)
    capture.write_bytes(capture.read_bytes() + b" ")

    altered = untold("verify", "--casebook", casebook)

    assert whole.returncode == 0
    assert altered.returncode == 1
    assert b"altered" in altered.stderr


def test_a_missing_capture_is_found(untold: Program, casebook: Path) -> None:
    (capture,) = [path for path in (casebook / "captures").rglob("*") if path.is_file()]
    capture.unlink()

    ran = untold("verify", "--casebook", casebook)

    assert ran.returncode == 1
    assert capture.name in ran.stderr.decode()


@pytest.mark.parametrize(("verb", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_a_persons_word_is_kept_and_survives_reading_again(
    untold: Program, article: Path, casebook: Path, verb: str, state: str
) -> None:
    claim = first_claim(casebook)["id"]

    ran = untold(verb, claim, "--why", "looked at the page", "--by", "ana", "--casebook", casebook)
    (again,) = [each for each in untold.as_json(article, "--casebook", casebook)["claims"] if each["id"] == claim]

    with (casebook / "hand" / "claims.csv").open(encoding="utf-8", newline="") as lines:
        (line,) = csv.DictReader(lines)
    assert ran.returncode == 0
    assert (line["who"], line["claim"], line["verb"], line["why"]) == ("ana", claim, verb, "looked at the page")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", line["when"])
    assert first_claim(casebook)["state"] == again["state"] == state


def test_a_rejected_claim_is_shown_and_takes_no_part(untold: Program, article: Path, casebook: Path) -> None:
    claim = first_claim(casebook)["id"]
    untold("reject", claim, "--why", "not said on the page", "--casebook", casebook)

    whole = untold.as_json(article, "--casebook", casebook)

    assert claim in {each["id"] for each in whole["claims"]}
    assert claim not in {pair[side] for each in whole["comparisons"] for pair in each["pairs"] for side in "ab"}


def test_a_correction_changes_one_field_and_can_be_taken_back(untold: Program, casebook: Path) -> None:
    claim = first_claim(casebook)

    def correct(*arguments: str) -> dict[str, Any]:
        ran = untold("correct", claim["id"], *arguments, "--why", "a slip", "--casebook", casebook)
        assert ran.returncode == 0, ran.stderr
        return first_claim(casebook) if "--undo" in arguments else claims_by_id(casebook)[claim["id"]]

    corrected = correct("--field", "count", "--value", "at least 16")
    back = correct("--field", "count", "--undo")

    assert corrected["count"] == {"stated": 16, "low": 16, "high": None, "qualifier": "at_least"}
    assert corrected["state"] == "corrected"
    assert {**corrected, "count": claim["count"], "state": claim["state"]} == claim
    assert back == claim
    assert len((casebook / "hand" / "claims.csv").read_text(encoding="utf-8").splitlines()) == 3


def claims_by_id(casebook: Path) -> dict[str, dict[str, Any]]:
    lines = (casebook / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return {claim["id"]: claim for claim in map(json.loads, lines)}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["correct", "CLAIM", "--field", "harm", "--value", "maimed", "--why", "y"], 1),
        (["correct", "CLAIM", "--field", "count", "--value", "lots", "--why", "y"], 1),
        (["correct", "CLAIM", "--field", "quote", "--value", "x", "--why", "y"], 2),
        (["confirm", "0000:1:1", "--why", "y"], 1),
        (["confirm", "CLAIM", "--why", "  "], 1),
        (["confirm", "CLAIM"], 2),
    ],
)
def test_a_word_that_the_record_cannot_hold_is_refused_and_not_kept(
    untold: Program, casebook: Path, arguments: list[str], code: int
) -> None:
    claim = first_claim(casebook)
    given = [claim["id"] if each == "CLAIM" else each for each in arguments]

    ran = untold(*given, "--casebook", casebook)

    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert not (casebook / "hand" / "claims.csv").exists()
    assert first_claim(casebook) == claim


def test_a_folder_of_other_files_is_no_casebook(untold: Program, article: Path) -> None:
    ran = untold("read", article, "--casebook", article.parent)

    assert ran.returncode == 1
    assert b"is no casebook" in ran.stderr


def test_a_reader_that_stops_early_is_no_error_worth_words(article: Path) -> None:
    command = f'"{sys.executable}" -m untold read "{article}" --as json | head -c 10'

    ran = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, env=environment(), check=False)

    assert (ran.stdout, ran.stderr) == (b'{\n  "schem', b"")


def test_a_terminal_without_the_letters_shows_the_rest(article: Path) -> None:
    command = [sys.executable, "-m", "untold", "read", str(article)]
    ascii_only = {**environment(), "PYTHONIOENCODING": "ascii"}

    ran = subprocess.run(command, capture_output=True, timeout=60, env=ascii_only, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"killed ? civilians" in ran.stdout


def test_an_interruption_is_no_error_worth_words() -> None:
    command = [sys.executable, "-m", "untold", "read", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdin is not None
        process.stdin.write(b"SOHR said that 15 civilians were killed.")
        process.stdin.flush()
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=20)
        assert process.stderr is not None
        said = process.stderr.read()

    assert (code, said) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_one_line_and_an_error(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "untold", "read", str(article), "--as", "json"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, env=environment(), check=False)

    assert ran.returncode == 1
    assert ran.stderr.splitlines() == [b"untold: No space left on device"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    command = [sys.executable, "-u", "-m", "untold", "demo", "--serve", "--port", "0", "--out", str(tmp_path / "demo")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, b"")
        address = next(found[0].decode() for line in lines if (found := re.search(rb"http://127\.0\.0\.1:\d+/", line)))
        yield address, process
        process.kill()


def test_the_demo_is_served_to_this_machine_and_ends_quietly(served: tuple[str, subprocess.Popen[bytes]]) -> None:
    address, process = served
    with urlopen(address, timeout=10) as answer:  # noqa: S310
        page, headers = answer.read(), answer.headers

    process.send_signal(signal.SIGINT)
    code = process.wait(timeout=10)

    assert page.startswith(b"<!doctype html>")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert code == 130
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()


def test_the_demo_reads_every_article_that_comes_with_the_program(untold: Program, tmp_path: Path) -> None:
    ran = untold("demo", "--out", tmp_path / "demo")

    assert ran.returncode == 0
    assert ran.stdout.decode().count("SHA-256") == 4
    assert (tmp_path / "demo" / "index.html").exists()


def test_help_is_quick() -> None:
    started = time.monotonic()

    shell("--help")

    assert time.monotonic() - started < 5
