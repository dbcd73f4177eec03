"""`untold match` and `untold judge`, as a person meets them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.incidents.matching.tellings import Telling, citing, north, telling
from untold.claims.account import AccountPlace
from untold.claims.accounts import keep_accounts
from untold.cli.commands import app
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownAccount
from untold.incidents.objects import schema, written_schema
from untold.incidents.record import incidents_kept
from untold.incidents.tying import copies_of
from untold.reports.casebook import open_casebook, write_records

TOLD = [
    telling("airwars:CS1", killed=Count.exactly(5)),
    telling("ucdp:S-1", killed=Count.between(4, 6)),
    telling("ucdp:S-2", "2016-05-01", north(50)),
    telling("ibc:k1", "2015-03-14", stated=citing("CS1")),
    telling("airwars:CS2", "2016-07-01", codes=("CS1",)),
]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return _keep(tmp_path / "cases", TOLD)


def _keep(folder: Path, told: Sequence[Telling]) -> Path:
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, [each.account for each in told])
        write_records(casebook, "claims.jsonl", [claim for each in told for claim in each.claims])
    return folder


def _run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def _incidents(folder: Path) -> dict[tuple[str, ...], str]:
    return {each.accounts: each.code for each in incidents_kept(folder)}


def test_a_casebook_is_matched_and_its_incidents_are_kept(cases: Path) -> None:
    printed = _run("match", "--casebook", cases)

    assert printed.startswith("5 accounts, 4 incidents, 1 of them with several accounts\n")
    assert ("airwars:CS1", "ucdp:S-1") in _incidents(cases)
    assert "contradicted" in printed


def test_matching_twice_changes_nothing(cases: Path) -> None:
    _run("match", "--casebook", cases)
    before = (cases / "incidents.jsonl").read_bytes()

    printed = _run("match", "--casebook", cases)

    assert (cases / "incidents.jsonl").read_bytes() == before
    assert "since the last match: 0 new, 0 changed, 0 ended" in printed


def test_a_judgement_holds_in_the_next_match_and_after_the_cache_is_gone(cases: Path) -> None:
    _run("match", "--casebook", cases)
    code = _incidents(cases)["airwars:CS1", "ucdp:S-1"]
    _run("judge", "airwars:CS1", "ucdp:S-2", "same", "--why", "one family", "--by", "rana", "--casebook", cases)
    _run("match", "--casebook", cases)
    for path in (cases / "matching").iterdir():
        path.unlink()

    _run("match", "--casebook", cases)

    # a person has said which of the source's two incidents it is, so the rule's choice gives way
    assert _incidents(cases)["airwars:CS1", "ucdp:S-2"] == code


def test_a_judgement_taken_back_leaves_the_rule(cases: Path) -> None:
    words = ("airwars:CS1", "ucdp:S-1", "different", "--why", "two streets", "--casebook", cases)
    _run("judge", *words)
    _run("match", "--casebook", cases)
    assert ("airwars:CS1", "ucdp:S-1") not in _incidents(cases)
    _run("judge", *words, "--undo")

    _run("match", "--casebook", cases)

    assert ("airwars:CS1", "ucdp:S-1") in _incidents(cases)


def test_a_judgement_on_an_unknown_account_is_refused(cases: Path) -> None:
    with pytest.raises(UnknownAccount, match="z:9"):
        _run("judge", "airwars:CS1", "z:9", "same", "--why", "x", "--casebook", cases)
    assert not (cases / "hand").exists()


def test_the_evidence_for_two_accounts_is_printed_step_by_step(cases: Path) -> None:
    printed = _run("match", "--casebook", cases, "--explain", "airwars:CS1", "ucdp:S-1")

    steps = [line.split()[0] for line in printed.splitlines()[1:] if not line.startswith(" ")]
    assert list(dict.fromkeys(steps)) == ["blocking", "similarity", "judgement", "clustering", "otherwise"]


def test_a_program_gets_one_object(cases: Path, tmp_path: Path) -> None:
    _run("match", "--casebook", cases, "--as", "json", "--out", tmp_path / "match.json")

    whole: dict[str, Any] = json.loads((tmp_path / "match.json").read_text(encoding="utf-8"))
    assert whole["schema"] == {"name": "untold.match", "version": 1}
    assert {"incidents", "reviews", "left_out", "too_wide", "changes", "settings"} <= whole.keys()
    assert len(whole["incidents"]) == 4


def test_a_table_says_for_each_account_in_which_incident_it_is(cases: Path) -> None:
    printed = _run("match", "--casebook", cases, "--as", "csv").splitlines()

    assert printed[0] == "incident,account"
    assert sorted(line.split(",")[1] for line in printed[1:]) == sorted(each.account.id for each in TOLD)


def test_incidents_come_a_line_each(cases: Path) -> None:
    printed = _run("match", "--casebook", cases, "--as", "jsonl")

    assert printed.encode() == (cases / "incidents.jsonl").read_bytes()


def test_the_schema_that_ships_is_the_one_that_the_records_make() -> None:
    assert schema() == written_schema(), "write untold.incidents.objects.written_schema() to the file"


def test_the_accounts_of_a_round_up_are_copies_of_their_counterparts_and_not_of_each_other() -> None:
    text = " ".join(f"word{n}" for n in range(80))
    told = [telling(f"{source}:{n}", report=source, text=text).account for source in ("wire", "paper") for n in (1, 2)]

    groups = copies_of(told)

    assert groups["wire:1"] == groups["paper:1"] != groups["wire:2"] == groups["paper:2"]


def test_a_code_in_common_and_dates_a_year_apart_are_flagged_wherever_a_match_is_shown(tmp_path: Path) -> None:
    told = [telling("airwars:CS1", codes=("CS1",)), telling("ibc:k1", "2015-03-14", stated=citing("CS1"))]
    cases = _keep(tmp_path / "cases", told)
    table = " ".join(_run("match", "--casebook", cases).split())
    whole: dict[str, Any] = json.loads(_run("match", "--casebook", cases, "--as", "json"))
    explained = " ".join(_run("match", "--casebook", cases, "--explain", "airwars:CS1", "ibc:k1").split())

    said = "2016-03-14 and 2015-03-14: the same day and month, a year apart"
    messages = [[found["message"] for found in each["contradictions"]] for each in whole["incidents"]]
    assert messages == [[f"a code in common, not joined: {said}"]] * 2
    assert said in table
    assert said in explained


def test_a_code_in_common_and_places_eighty_kilometres_apart_are_flagged(tmp_path: Path) -> None:
    told = [telling("airwars:CS1", codes=("CS1",)), telling("ucdp:S-1", place=north(110), stated=citing("CS1"))]
    cases = _keep(tmp_path / "cases", told)
    table = _run("match", "--casebook", cases)
    explained = _run("match", "--casebook", cases, "--explain", "airwars:CS1", "ucdp:S-1")

    assert len(_incidents(cases)) == 2
    assert all("distance" in " ".join(each.split()) for each in (table, explained))


def test_evidence_for_a_pair_has_no_form_of_a_table(cases: Path) -> None:
    done = CliRunner().invoke(
        app, ["match", "--casebook", str(cases), "--explain", "airwars:CS1", "ucdp:S-1", "--as", "csv"]
    )

    assert done.exit_code == 2


def test_odd_coordinates_are_shown_and_not_moved(tmp_path: Path) -> None:
    swapped = telling("airwars:CS1", place=AccountPlace("Karm", lat=37.15, lon=36.2, precision="town", country="SYR"))
    cases = _keep(tmp_path / "cases", [swapped])
    whole: dict[str, Any] = json.loads(_run("match", "--casebook", cases, "--as", "json"))

    assert "swapped, it would lie in Aleppo" in whole["doubted"][0]["doubts"][0]
    assert whole["incidents"][0]["place"]["lat"] == 37.15
    assert "swapped" in " ".join(_run("match", "--casebook", cases).split())
