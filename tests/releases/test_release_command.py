"""`untold release`, as a publisher and a reader meet it."""

import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.releases.test_writing import files_of
from untold.claims.readings import kept_claims
from untold.cli import main
from untold.incidents.record import incidents_kept
from untold.releases.release import release_at
from untold.releases.tables import SHAPES
from untold.reports.casebook import read_reports

LIST = (
    "code,date,location,country,lat,lon,killed_min,killed_max,children_killed_min,children_killed_max,grade\n"
    "CS1,2016-03-14,Tal Zahra,Syria,35.5123,38.2456,6,9,3,4,Fair\n"
    'CS2,2016-03-15,"=HYPERLINK(""x""); near Wadi Safir",Syria,35.6,38.3,0,1,,,Weak\n'
    "CS3,2016-03-16,تل زهرة,Syria,-35.5,38.2,Unknown,Unknown,,,Contested\n"
)
ARTICLE = (
    "Strike on Tal Zahra\n\n"
    "An airstrike killed at least 7 civilians on 14 March 2016 in the town of Tal Zahra, a monitor said.\n\n"
    "No civilians were harmed, the ministry of defence said.\n"
)


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Program:
    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["untold", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "120")
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), printed.out.decode(), printed.err.decode())

    return run


@pytest.fixture
def cases(program: Program, tmp_path: Path) -> Path:
    """Return a casebook of a list and an article, matched and graded."""
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    folder = tmp_path / "cases"
    for command in (
        ("import", tmp_path / "list.csv", "--from", "airwars"),
        ("read", tmp_path / "article.txt", "--published", "2016-03-15"),
        ("match",),
        ("grade",),
    ):
        ran = program(*command, "--casebook", folder)
        assert ran.code == 0, ran.err
    return folder


def released(program: Program, cases: Path, out: Path, *options: object) -> Path:
    ran = program("release", "--casebook", cases, "--out", out, "--date", "2026-11-24", *options)
    assert ran.code == 0, ran.err
    return out


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    lines = (folder / "jsonl" / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_release_says_what_it_holds_and_what_to_print_of_it(program: Program, cases: Path, tmp_path: Path) -> None:
    out = tmp_path / "releases" / "1"
    ran = program("release", "--casebook", cases, "--out", out, "--date", "2026-11-24", "--licence", "CC-BY-4.0")

    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"Release 1 of 2026-11-24 in {out}, by the policy untold-1\n")
    assert re.search(r"incidents +4 rows", ran.out)
    assert hashlib.sha256((out / "SHA256SUMS").read_bytes()).hexdigest() in ran.out


def test_the_outcome_can_be_had_as_json(program: Program, cases: Path, tmp_path: Path) -> None:
    ran = program("release", "--casebook", cases, "--out", tmp_path / "1", "--as", "json")

    assert json.loads(ran.out) == json.loads((tmp_path / "1" / "release.json").read_text("utf-8"))


def test_a_second_release_is_numbered_after_the_first_and_says_what_is_not_listed(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    released(program, cases, tmp_path / "releases" / "1")
    ran = program("release", "--casebook", cases, "--out", tmp_path / "releases" / "2")

    assert release_at(tmp_path / "releases" / "2").number == 2
    assert "is not named as the release before, so what changed since is not listed; see --previous" in ran.err


def test_a_release_after_another_names_it(program: Program, cases: Path, tmp_path: Path) -> None:
    first = released(program, cases, tmp_path / "1")
    second = released(program, cases, tmp_path / "2", "--previous", first)

    found = release_at(second)
    assert found.previous is not None
    assert (found.number, found.previous.number) == (2, 1)
    assert found.previous.manifest == hashlib.sha256((first / "SHA256SUMS").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--number", "1", "--previous", "{first}"), 3, "a release numbered 1 cannot follow number 1"),
        (("--licence", "MIT"), 3, "'MIT' is no licence of data"),
        (("--number", "0"), 2, "'0' is no number of a release"),
        (("--date", "yesterday"), 2, "'yesterday' is no day"),
        (("--date", "2026-02-31"), 3, "'2026-02-31' is no day"),
        (("--previous", "{cases}"), 1, "holds no release.json"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_written(
    program: Program, cases: Path, tmp_path: Path, options: Sequence[str], code: int, said: str
) -> None:
    first = released(program, cases, tmp_path / "1")
    asked = [each.format(first=first, cases=cases) for each in options]
    ran = program("release", "--casebook", cases, "--out", tmp_path / "2", *asked)

    assert ran.code == code
    assert said in ran.err
    assert not (tmp_path / "2").exists()


def test_nothing_is_written_over(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "1")
    before = files_of(out)
    ran = program("release", "--casebook", cases, "--out", out)

    assert ran.code == 3
    assert ran.err == f"untold: {out} is there already, and a release is never written over; give another --out\n"
    assert files_of(out) == before


@pytest.mark.parametrize("missing", ["--out", "--casebook"])
def test_without_a_place_or_a_casebook_it_says_what_to_give(
    program: Program, cases: Path, tmp_path: Path, missing: str
) -> None:
    given = {"--out": tmp_path / "1", "--casebook": cases}
    ran = program("release", *(each for name, value in given.items() if name != missing for each in (name, value)))

    assert ran.code == 2
    assert f"give {missing} DIR" in ran.err


def test_verifying_a_release_ends_well_or_names_what_is_wrong(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "1")
    good = program("release", "verify", out)
    printed = hashlib.sha256((out / "SHA256SUMS").read_bytes()).hexdigest()
    (out / "csv" / "claims.csv").write_text("id\n", "utf-8")
    (out / "csv" / "names.csv").write_text("id\n", "utf-8")
    bad = program("release", "verify", out)

    assert (good.code, good.err) == (0, "")
    assert printed in good.out
    assert bad.code == 1
    assert bad.err.splitlines() == [
        "untold: altered: csv/claims.csv: its bytes are not those that were released",
        "untold: added: csv/names.csv: is not in SHA256SUMS",
    ]


def test_who_changes_the_manifest_too_is_found_out_by_the_hash_that_was_printed(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "1")
    printed = hashlib.sha256((out / "SHA256SUMS").read_bytes()).hexdigest()
    good = program("release", "verify", out, "--sha256", printed.upper())
    (out / "README.md").write_text("", "utf-8")
    own = f"{hashlib.sha256(b'').hexdigest()}  README.md"
    sums = (out / "SHA256SUMS").read_text("utf-8")
    (out / "SHA256SUMS").write_text(re.sub(r"\w+  README\.md", own, sums), "utf-8")

    assert good.code == 0
    assert program("release", "verify", out).code == 0
    ran = program("release", "verify", out, "--sha256", printed)
    assert ran.code == 1
    assert "altered: SHA256SUMS" in ran.err


def test_every_number_reaches_a_sentence_that_stands_in_the_captured_report(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "1")
    texts = {report.id: report for report in read_reports(cases)}
    claims = {claim["id"]: claim for claim in rows(out, "claims")}
    numbers = [each for each in rows(out, "ranges") if not each["is_suppressed"]]

    assert numbers
    for number in numbers:
        assert number["claims"]
        for claim in (claims[each] for each in number["claims"]):
            report = texts[claim["report"]]
            words = report.text[claim["start"] : claim["end"]]
            assert claim["passage"] == words
            assert claim["passage_hash"] == hashlib.sha256(words.encode()).hexdigest()
            captured = cases / "captures" / claim["capture"][:2] / claim["capture"]
            assert hashlib.sha256(captured.read_bytes()).hexdigest() == claim["capture"] == report.capture


def test_at_least_is_a_floor_without_a_ceiling_in_the_release_too(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "1")
    (found,) = [each for each in rows(out, "claims") if each["passage"] and "at least 7" in each["passage"]]

    assert (found["stated"], found["low"], found["high"], found["qualifier"]) == (7, 7, None, "at_least")


@pytest.mark.parametrize("hxl", [(), ("--hxl",)], ids=["plain", "with HXL"])
def test_making_it_twice_gives_the_same_bytes(
    program: Program, cases: Path, tmp_path: Path, hxl: tuple[str, ...]
) -> None:
    once = released(program, cases, tmp_path / "a", "--number", 1, *hxl)
    again = released(program, cases, tmp_path / "b", "--number", 1, *hxl)

    assert files_of(once) == files_of(again)


def test_another_process_with_another_seed_of_hashes_gives_the_same_bytes(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    once = released(program, cases, tmp_path / "a", "--number", 1)
    command = [sys.executable, "-m", "untold", "release", "--casebook", str(cases), "--out", str(tmp_path / "b")]
    environment = {"PYTHONPATH": "src:.", "PYTHONHASHSEED": "77", "PATH": "/usr/bin:/bin"}
    subprocess.run(
        [*command, "--date", "2026-11-24", "--number", "1"], check=True, env=environment, capture_output=True
    )

    assert files_of(once) == files_of(tmp_path / "b")


def test_a_release_is_imported_as_a_casebook_and_makes_the_same_release_again(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "a", "--number", 1)
    ran = program("import", out, "--from", "release", "--casebook", tmp_path / "received")
    again = released(program, tmp_path / "received", tmp_path / "b", "--number", 1)

    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"Release 1 of 2026-11-24 is in {tmp_path / 'received'}: 4 incidents, ")
    assert files_of(out) == files_of(again)


def test_the_casebook_of_a_release_is_asked_the_same_and_answers_the_same(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "a")
    received = tmp_path / "received"
    program("import", out, "--from", "release", "--casebook", received)
    questions = (("tally",), ("tally", "--by", "month"), ("grade",))
    answers = [[program(*each, "--casebook", folder) for each in questions] for folder in (cases, received)]

    assert all(answer.code == 0 for answer in answers[0])
    assert answers[0] == answers[1]
    assert [each.ranges for each in incidents_kept(received)] == [
        each.ranges for each in sorted(incidents_kept(cases), key=lambda each: each.code)
    ]
    for claim in kept_claims(received):
        text = next(report.text for report in read_reports(received) if report.id == claim.report)
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text


def test_what_was_withheld_is_withheld_in_the_next_release_too(program: Program, cases: Path, tmp_path: Path) -> None:
    (tmp_path / "strict.toml").write_text(
        'name = "strict"\n[protected]\nsources = ["airwars"]\n[small_cells]\nresting_on = "any"\nbelow = 10\n', "utf-8"
    )
    strict = ("--policy", tmp_path / "strict.toml", "--number", 1)
    out = released(program, cases, tmp_path / "a", *strict)
    program("import", out, "--from", "release", "--casebook", tmp_path / "received")
    again = released(program, tmp_path / "received", tmp_path / "b", *strict)

    assert any(each["is_suppressed"] for each in rows(out, "ranges"))
    assert any(each["withheld"] == "protected_source" for each in rows(out, "claims"))
    assert files_of(out) == files_of(again)


def test_a_release_that_was_altered_is_not_imported(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "a")
    copied = shutil.copytree(out, tmp_path / "copy")
    path = copied / "jsonl" / "claims.jsonl"
    path.write_text(path.read_text("utf-8").replace('"stated":7', '"stated":70'), "utf-8")
    ran = program("import", copied, "--from", "release", "--casebook", tmp_path / "received")

    assert ran.code == 1
    assert "jsonl/claims.jsonl: its bytes are not those that were released" in ran.err
    assert read_reports(tmp_path / "received") == ()


def test_a_release_comes_in_as_a_casebook_of_its_own(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "a")
    ran = program("import", out, "--from", "release", "--casebook", cases)
    nowhere = program("import", tmp_path, "--from", "release", "--casebook", tmp_path / "new")

    assert ran.code == 3
    assert "holds reports already" in ran.err
    assert nowhere.code == 1
    assert not (tmp_path / "new").exists()


def test_a_correction_of_a_claim_that_was_released_is_refused_where_its_text_is_not_there(
    program: Program, cases: Path, tmp_path: Path
) -> None:
    out = released(program, cases, tmp_path / "a")
    received = tmp_path / "received"
    program("import", out, "--from", "release", "--casebook", received)
    before = (received / "claims.jsonl").read_bytes()
    (claim,) = [each for each in rows(out, "claims") if each["passage"] and "at least 7" in each["passage"]]
    ran = program("reject", claim["id"], "--why", "a drill", "--casebook", received)

    assert ran.code == 1
    assert (received / "claims.jsonl").read_bytes() == before


def test_no_cell_that_came_in_as_a_formula_goes_out_as_one(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "a")
    with closing(sqlite3.connect(out / "untold.sqlite")) as link:
        names = [name for (name,) in link.execute("SELECT place_name FROM accounts")]

    assert any(name and name.startswith("=HYPERLINK") for name in names)
    for path in out.rglob("*.csv"):
        assert not re.search(r'(?:^|[,;\t])"?=HYPERLINK', path.read_text("utf-8"), re.MULTILINE), path.name


def test_every_table_is_in_every_form(program: Program, cases: Path, tmp_path: Path) -> None:
    out = released(program, cases, tmp_path / "a")
    named = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}

    assert {f"{form}/{shape.name}.{form}" for form in ("csv", "parquet", "jsonl") for shape in SHAPES} <= named
    assert {"geojson/incidents.geojson", "geojson/accounts.geojson", "untold.sqlite"} <= named
