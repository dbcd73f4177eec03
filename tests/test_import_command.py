"""Lists in and out, as a recorder meets them: what is kept, what is told, and how it ends."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from untold.claims.accounts import accounts_kept
from untold.claims.readings import kept_claims
from untold.cli import import_objects, main
from untold.reports import casebook as casebooks
from untold.reports.archive import verify
from untold.reports.casebook import read_reports

HEADER = "code,date,location,country,lat,lon,killed_min,killed_max,grade,official_assessments,notes of ours\n"
ROWS = (
    "CS1,2016-03-14,Tal Zahra,Syria,35.5,38.2,3,5,Fair,,=keep(me)\n",
    "CS2,2016-03-15,Wadi Safir,Syria,35.6,38.3,0,1,Weak,,\n",
    "CS3,2016-03-16,Tal Zahra,Syria,,,Unknown,Unknown,Contested,,\n",
    "CS4,2016-03-17,Wadi Safir,Syria,,,,,Fair,,\n",
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
def cases(tmp_path: Path) -> Path:
    return tmp_path / "cases"


def written(tmp_path: Path, *rows: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_list_comes_in_whole_and_every_claim_leads_to_its_cell(program: Program, tmp_path: Path, cases: Path) -> None:
    ran = program("import", written(tmp_path, *ROWS), "--from", "airwars", "--casebook", cases)

    assert (ran.code, ran.err) == (0, "")
    assert "4 rows read as airwars, 3 claims" in ran.out
    texts = {report.id: report.text for report in read_reports(cases)}
    for claim in kept_claims(cases):
        assert texts[claim.report][claim.quote.start : claim.quote.end] == claim.quote.text
    assert {claim for account in accounts_kept(cases) for claim in account.claims} == {
        claim.id for claim in kept_claims(cases)
    }
    assert verify(cases) == ()


def test_the_same_file_twice_changes_no_byte(program: Program, tmp_path: Path, cases: Path) -> None:
    path = written(tmp_path, *ROWS)
    program("import", path, "--from", "airwars", "--casebook", cases)
    before = every_byte(cases)
    again = program("import", path, "--from", "airwars", "--casebook", cases)

    assert every_byte(cases) == before
    assert "unchanged: 4\nNothing changed.\n" in again.out


def test_a_new_version_lists_what_was_added_changed_and_withdrawn(
    program: Program, tmp_path: Path, cases: Path
) -> None:
    program("import", written(tmp_path, *ROWS), "--from", "airwars", "--casebook", cases)
    kept = {account.id: account for account in accounts_kept(cases)}
    changed = ROWS[1].replace("0,1,Weak", "1,1,Fair")
    version = written(tmp_path, ROWS[2], changed, ROWS[0], ROWS[3].replace("CS4", "CS5"), name="later.csv")
    ran = program("import", version, "--from", "airwars", "--casebook", cases)

    assert "added: 1\n  + airwars:CS5 2016-03-17 Wadi Safir\n" in ran.out
    assert "changed: 1\n  ~ airwars:CS2\n      stated.grade: weak → fair\n      killed_min: 0–1 → 1\n" in ran.out
    assert "withdrawn: 1\n  - airwars:CS4\n" in ran.out
    now = {account.id: account for account in accounts_kept(cases)}
    assert sorted(now) == ["airwars:CS1", "airwars:CS2", "airwars:CS3", "airwars:CS5"]
    assert now["airwars:CS1"] == kept["airwars:CS1"]
    assert {claim for account in now.values() for claim in account.claims} == {c.id for c in kept_claims(cases)}


def test_a_dry_run_prints_the_same_list_and_writes_nothing(program: Program, tmp_path: Path, cases: Path) -> None:
    path = written(tmp_path, *ROWS)
    dry = program("import", path, "--from", "airwars", "--casebook", cases, "--dry-run")

    assert not cases.exists()
    program("import", path, "--from", "airwars", "--casebook", cases)
    before = every_byte(cases)
    later = written(tmp_path, *ROWS[1:], name="later.csv")
    told = program("import", later, "--from", "airwars", "--casebook", cases, "--dry-run")
    assert every_byte(cases) == before
    done = program("import", later, "--from", "airwars", "--casebook", cases)
    assert told.out.startswith(done.out)
    assert "added: 4" in dry.out
    assert "withdrawn: 1" in done.out


def test_bad_rows_are_named_and_the_good_ones_are_in(program: Program, tmp_path: Path, cases: Path) -> None:
    bad = ROWS[1].replace("0,1", "many,1")
    ran = program("import", written(tmp_path, ROWS[0], bad, ROWS[2]), "--from", "airwars", "--casebook", cases)

    assert ran.code == 4
    assert "row 3, column killed_min: 'many' is not a number of people\n" in ran.err
    assert [account.id for account in accounts_kept(cases)] == ["airwars:CS1", "airwars:CS3"]


def test_of_many_faults_the_first_are_named_and_the_rest_counted(program: Program, tmp_path: Path) -> None:
    rows = [f"CS{n},soon,Tal Zahra,Syria,,,1,2,Fair,,\n" for n in range(60)]
    path = written(tmp_path, *rows, ROWS[0])
    told, listed = (
        program("import", path, "--from", "airwars"),
        program("import", path, "--from", "airwars", "--as", "json"),
    )

    assert told.code == listed.code == 4
    assert told.err.count("'soon' is not a date") == 50
    assert told.err.endswith("untold: … and 10 more faults; --as json lists them all\n")
    assert "60 rows refused: the first 50 are named above\n" in told.out
    assert len(json.loads(listed.out)["imports"][0]["faults"]) == 60


def test_a_list_of_another_publisher_is_refused_with_the_layout_that_it_looks_like(
    program: Program, tmp_path: Path
) -> None:
    path = written(tmp_path, *ROWS)

    assert program("import", path, "--from", "ucdp").err.endswith("it looks like --from airwars\n")
    assert "it looks like --from airwars" in " ".join(program("import", path).err.split())


def test_a_header_alone_is_no_list_that_withdraws_all(program: Program, tmp_path: Path, cases: Path) -> None:
    program("import", written(tmp_path, ROWS[0]), "--from", "airwars", "--casebook", cases)
    ran = program("import", written(tmp_path, name="empty.csv"), "--from", "airwars", "--casebook", cases)

    assert (ran.code, len(accounts_kept(cases))) == (1, 1)
    assert "has a header and no rows under it" in ran.err


def test_a_fault_shows_a_value_as_it_looks(program: Program, tmp_path: Path) -> None:
    short = "CS9,2016-03-14,Tal Zahra\n"
    quoted = 'CS8,2016-03-14,Tal Zahra,Syria,,,"it\'s ""many""",2,Fair,,\n'
    ran = program("import", written(tmp_path, ROWS[0], short, quoted), "--from", "airwars")

    assert "row 3: 'CS9 | 2016-03-14 | Tal Zahra' is not a row of 11 cells: it has 3\n" in ran.err
    assert "column killed_min: 'it's \"many\"' is not a number of people\n" in ran.err


def test_a_row_that_is_refused_this_time_is_not_withdrawn(program: Program, tmp_path: Path, cases: Path) -> None:
    program("import", written(tmp_path, *ROWS), "--from", "airwars", "--casebook", cases)
    bad = ROWS[1].replace("35.6", "350.6")
    ran = program("import", written(tmp_path, ROWS[0], bad, *ROWS[2:]), "--from", "airwars", "--casebook", cases)

    assert "refused this time and kept as before: 1\n  = airwars:CS2\n" in ran.out
    assert len(accounts_kept(cases)) == 4


def test_a_file_without_one_good_row_keeps_nothing(program: Program, tmp_path: Path, cases: Path) -> None:
    bad = ROWS[1].replace("0,1", "many,1")
    ran = program("import", written(tmp_path, bad), "--from", "airwars", "--casebook", cases)

    assert ran.code == 1
    assert not cases.exists()


def test_most_of_a_list_is_not_withdrawn_without_a_word(program: Program, tmp_path: Path, cases: Path) -> None:
    rows = [ROWS[0].replace("CS1", f"CS{n}") for n in range(30)]
    program("import", written(tmp_path, *rows), "--from", "airwars", "--casebook", cases)
    part = written(tmp_path, *rows[:5], name="part.csv")
    refused = program("import", part, "--from", "airwars", "--casebook", cases)

    assert refused.code == 3
    assert "25 of the 30 accounts of airwars are not in this file" in refused.err
    assert len(accounts_kept(cases)) == 30
    assert program("import", part, "--from", "airwars", "--casebook", cases, "--part").code == 0
    assert len(accounts_kept(cases)) == 30
    assert program("import", part, "--from", "airwars", "--casebook", cases, "--withdraw").code == 0
    assert len(accounts_kept(cases)) == 5


def test_a_correction_survives_the_list_that_comes_again(program: Program, tmp_path: Path, cases: Path) -> None:
    path = written(tmp_path, *ROWS)
    program("import", path, "--from", "airwars", "--casebook", cases)
    claim = kept_claims(cases)[0].id
    ran = program("correct", claim, "--field", "count", "--value", "at least 4", "--why", "a typo", "--casebook", cases)
    later = written(tmp_path, *reversed(ROWS), name="later.csv")
    program("import", later, "--from", "airwars", "--casebook", cases)
    exported = program("export", "--to", "airwars", "--casebook", cases)

    assert ran.code == 0
    assert str(kept_claims(cases)[0].count) == "at least 4"
    assert ",4,,Fair," in exported.out
    program("correct", claim, "--field", "count", "--why", "no typo", "--undo", "--casebook", cases)
    assert str(kept_claims(cases)[0].count) == "3–5"


def test_a_correction_whose_row_changed_is_told(program: Program, tmp_path: Path, cases: Path) -> None:
    program("import", written(tmp_path, *ROWS), "--from", "airwars", "--casebook", cases)
    claim = kept_claims(cases)[0].id
    program("confirm", claim, "--why", "checked", "--casebook", cases)
    changed = written(tmp_path, ROWS[0].replace("3,5", "4,5"), *ROWS[1:], name="later.csv")
    ran = program("import", changed, "--from", "airwars", "--casebook", cases)

    assert f"{claim} is no longer read" in ran.err


def test_what_came_in_goes_out_with_its_own_columns_and_no_formula(
    program: Program, tmp_path: Path, cases: Path
) -> None:
    path = written(tmp_path, *ROWS)
    program("import", path, "--from", "airwars", "--casebook", cases)
    ran = program("export", "--to", "airwars", "--casebook", cases)

    assert ran.out == path.read_text().replace("=keep(me)", "'=keep(me)")


def test_only_the_lists_own_accounts_go_out_unless_all_are_asked_for(
    program: Program, tmp_path: Path, cases: Path
) -> None:
    program("import", written(tmp_path, *ROWS), "--from", "airwars", "--casebook", cases)
    mapping = tmp_path / "ours.toml"
    mapping.write_text('name = "ours"\nsource = "Ours"\n[columns]\ncode = "code"\nplace = "location"\n')
    program("import", tmp_path / "list.csv", "--from", mapping, "--casebook", cases)
    own = program("export", "--to", mapping, "--casebook", cases)
    everything = program("export", "--to", mapping, "--casebook", cases, "--all")

    assert len(own.out.splitlines()) == 5
    assert "4 accounts of other lists" in own.err
    assert len(everything.out.splitlines()) == 9


def test_a_mapping_is_suggested_written_and_used(program: Program, tmp_path: Path, cases: Path) -> None:
    path, mapping = written(tmp_path, *ROWS), tmp_path / "list.toml"
    suggested = program("import", path, "--suggest", "--out", mapping)
    ran = program("import", path, "--from", mapping, "--casebook", cases)

    assert (suggested.code, suggested.out) == (0, "")
    assert (ran.code, len(accounts_kept(cases))) == (0, 4)
    assert (cases / "hand" / "mappings" / "list.toml").read_bytes() == mapping.read_bytes()


def test_the_outcome_can_be_had_as_json(program: Program, tmp_path: Path) -> None:
    bad = ROWS[1].replace("0,1", "many,1")
    ran = program("import", written(tmp_path, ROWS[0], bad), "--from", "airwars", "--as", "json")
    whole = json.loads(ran.out)

    assert whole["schema"] == {"name": "untold.import", "version": 1}
    assert whole["imports"][0]["added"] == ["airwars:CS1"]
    assert whole["imports"][0]["faults"] == [
        {
            "sheet": None,
            "row": 3,
            "column": "killed_min",
            "value": "many",
            "expected": "a number of people",
            "refused": True,
        }
    ]


def test_the_shipped_schema_is_as_the_records_make_it() -> None:
    assert import_objects.schema() == import_objects.written_schema()


def test_a_list_that_is_kept_is_not_read_as_prose(program: Program, tmp_path: Path, cases: Path) -> None:
    path = written(tmp_path, *ROWS)
    program("import", path, "--from", "airwars", "--casebook", cases)
    before = every_byte(cases)
    ran = program("read", path, "--casebook", cases)

    assert ran.code == 1
    assert "as a list; import it again" in ran.err
    assert every_byte(cases) == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["list.csv"], 2, "say what the file is"),
        (["list.csv", "--from", "nobody"], 2, "'nobody' is no layout"),
        (["none.csv", "--from", "airwars"], 1, "no such file"),
        (["list.csv", "--from", "ucdp"], 1, "has no column id"),
        (["list.csv", "--from", "none.toml"], 1, "No such file"),
    ],
    ids=["no layout", "unknown layout", "no file", "another layout", "no mapping"],
)
def test_what_cannot_be_imported_is_told_in_a_line(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    written(tmp_path, *ROWS)
    monkeypatch.chdir(tmp_path)
    ran = program("import", *arguments)

    assert ran.code == code
    assert words in ran.err


def test_an_interrupted_import_is_whole_or_not_there(
    program: Program, tmp_path: Path, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("import", written(tmp_path, *ROWS[:2]), "--from", "airwars", "--casebook", cases)
    real = Path.replace
    with monkeypatch.context() as patch:
        patch.setattr(
            Path,
            "replace",
            lambda path, to: (_ for _ in ()).throw(KeyboardInterrupt) if "claims" in str(to) else real(path, to),
        )
        program("import", written(tmp_path, *ROWS, name="later.csv"), "--from", "airwars", "--casebook", cases)
    accounts, claims = accounts_kept(cases), {claim.id for claim in kept_claims(cases)}

    assert {claim for account in accounts for claim in account.claims} == claims
    with casebooks.open_casebook(cases):
        assert len(accounts_kept(cases)) == len(accounts)


def test_rows_of_one_code_keep_their_ids_when_the_list_is_sorted_otherwise(
    program: Program, tmp_path: Path, cases: Path
) -> None:
    rows = (ROWS[0], ROWS[1].replace("CS2", "CS1"), ROWS[2].replace("CS3", "CS1"))
    program("import", written(tmp_path, *rows), "--from", "airwars", "--casebook", cases)
    ran = program("import", written(tmp_path, *reversed(rows)), "--from", "airwars", "--casebook", cases)
    exported = program("export", "--to", "airwars", "--casebook", cases)

    assert "unchanged: 3\nNothing changed.\n" in ran.out
    assert exported.out.replace("'=keep", "=keep") == HEADER + "".join(rows)
