"""The docket of a casebook: from two lists through a match, and what stays when they come again."""

import json
from pathlib import Path

import pytest

from tests.allegations.dockets import DENIAL, STATEMENTS, casebook, incidents_csv, run, statement, statements_lines
from untold.allegations.allegation import Allegation
from untold.allegations.course import course_of, known_on
from untold.allegations.record import allegations_kept, docket_of, renew_docket, review_of
from untold.incidents.record import incidents_kept
from untold.reports.casebook import open_casebook, read_reports


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return casebook(tmp_path_factory.mktemp("docket"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return casebook(tmp_path)


def _one(folder: Path, name: str) -> Allegation:
    (found,) = docket_of(folder).find(name)
    return found


def _renew(folder: Path) -> bytes:
    with open_casebook(folder) as opened:
        renew_docket(opened)
    return (folder / "allegations.jsonl").read_bytes()


def test_statements_of_one_number_are_one_allegation_with_both_answers(cases: Path) -> None:
    found = _one(cases, "us-led-coalition:4711")

    assert [(each.status, each.date) for each in found.determinations] == [
        ("non_credible", "2017-03-05"),
        ("credible", "2018-11-30"),
    ]
    assert (found.status, found.numbers, found.codes) == ("credible", ("4711",), ("T001",))
    assert found.reporter is not None
    assert found.reporter.id == "airwars"


def test_every_statement_is_its_report_s_own_text(cases: Path) -> None:
    reports = {each.id: each for each in read_reports(cases)}
    passages = [each.statement for told in docket_of(cases).allegations for each in told.determinations]

    assert len(passages) == len(STATEMENTS)
    for passage in passages:
        assert passage is not None
        assert passage.text == reports[passage.report].text[passage.start : passage.end]
    assert {each.text for each in passages if each} == {row["text"] for row in STATEMENTS}


def test_an_allegation_is_about_the_incident_in_which_its_statement_stands(cases: Path) -> None:
    of_account = {account: each.code for each in incidents_kept(cases) for account in each.accounts}

    assert _one(cases, "us-led-coalition:4711").incident == of_account["airwars:T001"]


def test_a_statement_that_fits_two_incidents_is_about_none_and_names_both(cases: Path) -> None:
    found = _one(cases, "statements:3-0")
    of_account = {account: each.code for each in incidents_kept(cases) for account in each.accounts}
    (doubt,) = found.doubts

    assert found.incident is None
    assert doubt.startswith("about no incident: 2 incidents fit it equally well")
    assert of_account["airwars:T003"] in doubt
    assert of_account["airwars:T004"] in doubt


def test_boilerplate_is_about_no_incident(cases: Path) -> None:
    found = _one(cases, "statements:2-0")

    assert (found.incident, found.account) == (None, "statements:2-0")
    assert found.doubts == ("about no incident: it states no day of its own",)


def test_a_grid_far_from_the_incident_is_named_with_its_distance(cases: Path) -> None:
    found = _one(cases, "us-led-coalition:4711")
    far = found.determinations[0]

    assert far.distance_km == 19.5
    assert f"its grid {far.grid} lies 19.5 km from the incident's place, which is known within 3 km" in found.doubts


def test_reasons_standard_and_concession_are_the_list_s_and_the_words(cases: Path) -> None:
    denied, conceded = _one(cases, "us-led-coalition:4711").determinations

    assert (denied.reasons, denied.conceded) == (("no_strike_in_area",), None)
    assert (conceded.reasons, conceded.standard) == (("inside_target_building",), "more_likely_than_not")
    assert conceded.conceded is not None
    assert (str(conceded.conceded.killed), str(conceded.conceded.injured)) == ("3", "0–1")


def test_not_yet_assessed_beside_a_statement_is_open_and_the_rule_is_told(cases: Path) -> None:
    found = _one(cases, "us-led-coalition:4712")

    assert found.status == "open"
    assert any(each.startswith("the list files it as not yet assessed") for each in found.doubts)


def test_what_a_monitor_says_of_the_official_position_is_a_note_and_no_determination(cases: Path) -> None:
    docket = docket_of(cases)
    found = _one(cases, "us-led-coalition:4712")
    of_account = {account: each.code for each in incidents_kept(cases) for account in each.accounts}

    assert "airwars:T002 gives the official position as no_response; that is the monitor's word" in found.doubts
    assert not [each for each in docket.allegations if each.incident == of_account["airwars:T003"]]


def test_as_of_a_day_only_what_was_said_by_then_is_known(cases: Path) -> None:
    found = _one(cases, "us-led-coalition:4711")
    then = known_on(found, "2018-11-29")

    assert then is not None
    assert (then.status, found.status) == ("non_credible", "credible")
    assert known_on(found, "2017-03-04") is None


def test_the_recorded_minimum_has_no_part_of_what_the_party_concedes(cases: Path) -> None:
    review = review_of(cases)
    code = _one(cases, "us-led-coalition:4711").incident

    assert code is not None
    assert review.recorded[code].killed == 8


def test_the_same_casebook_makes_the_same_bytes_and_again_none(own: Path) -> None:
    first = _renew(own)
    touched = (own / "allegations.jsonl").stat().st_mtime_ns
    (own / "allegations.jsonl").rename(own.parent / "before.jsonl")

    assert _renew(own) == first
    assert _renew(own) == first
    assert (own.parent / "before.jsonl").stat().st_mtime_ns == touched
    assert len(allegations_kept(own)) == 4


def test_the_record_s_own_order_of_lists_does_not_matter(tmp_path: Path) -> None:
    one, other = casebook(_made(tmp_path / "one")), _made(tmp_path / "other")
    (other / "m.csv").write_text(incidents_csv(), encoding="utf-8")
    (other / "s.jsonl").write_text(statements_lines(STATEMENTS), encoding="utf-8")
    run("import", other / "s.jsonl", "--from", "statements", "--casebook", other / "cases")
    run("import", other / "m.csv", "--from", "airwars", "--casebook", other / "cases")
    run("match", "--casebook", other / "cases")

    assert _renew(one) == _renew(other / "cases")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _again(folder: Path, rows: tuple[dict[str, object], ...]) -> None:
    path = folder.parent / "again.jsonl"
    path.write_text(statements_lines(rows), encoding="utf-8")
    run("import", path, "--from", "statements", "--casebook", folder)


def test_a_list_that_words_a_statement_otherwise_corrects_it_and_nothing_vanishes(own: Path) -> None:
    _renew(own)
    changed = {**STATEMENTS[2], "text": "Two civilians were unintentionally killed.", "assessment": "credible"}
    _again(own, (*STATEMENTS[:2], changed, *STATEMENTS[3:]))

    found = _one(own, "statements:2-0")
    before, after = found.determinations

    assert (before.status, after.status, after.corrects, found.status) == (
        "non_credible",
        "credible",
        before.id,
        "credible",
    )
    assert before.statement is not None
    assert before.statement.text == DENIAL
    assert len(course_of(found).moves) == 2


def test_the_id_stays_when_the_list_comes_again_with_more(own: Path) -> None:
    _renew(own)
    before = {each.id for each in allegations_kept(own)}
    _again(own, (statement("0-0", "20170101", DENIAL, "non_credible"), *STATEMENTS))
    _renew(own)

    assert before < {each.id for each in allegations_kept(own)}


def test_a_number_that_comes_to_be_known_leaves_the_id_and_leads_to_it(own: Path) -> None:
    identity = _one(own, "statements:2-0").id
    _renew(own)
    _again(own, (*STATEMENTS[:2], {**STATEMENTS[2], "allegation_number": "4713"}, *STATEMENTS[3:]))

    assert _one(own, "us-led-coalition:4713").id == identity


def test_an_allegation_follows_its_incident_through_a_match_that_joins_it(own: Path) -> None:
    _renew(own)
    before = _one(own, "us-led-coalition:4712")
    run("judge", "airwars:T001", "airwars:T002", "same", "--why", "one night", "--casebook", own)
    run("match", "--casebook", own)
    docket = docket_of(own)
    joined = {account: each for each in incidents_kept(own) for account in each.accounts}["airwars:T002"]
    (found,) = docket.find("us-led-coalition:4712")

    assert before.incident in (joined.code, *joined.previous_codes)
    assert (found.incident, len(found.determinations)) == (joined.code, 3)
    assert sum(len(each.determinations) for each in docket.allegations) == len(STATEMENTS)


def test_a_person_who_says_that_a_statement_is_of_another_incident_is_followed(own: Path) -> None:
    run("judge", "statements:2-0", "airwars:T003", "same", "--why", "its annex says so", "--casebook", own)
    run("match", "--casebook", own)
    of_account = {account: each.code for each in incidents_kept(own) for account in each.accounts}

    assert _one(own, "statements:2-0").incident == of_account["airwars:T003"]


def test_a_person_who_says_different_keeps_a_statement_from_an_incident(own: Path) -> None:
    for each in ("statements:4-0",):
        run("judge", each, "airwars:T002", "different", "--why", "another Karm", "--casebook", own)
    run("match", "--casebook", own)
    found = _one(own, "us-led-coalition:4712")

    assert found.incident is None
    assert any("a person says that it does not" in each for each in found.doubts)


def test_a_person_s_word_on_a_concession_is_what_is_conceded(own: Path) -> None:
    claims = [json.loads(line) for line in (own / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    (claim,) = [each for each in claims if each["kind"] == "concession" and each["harm"] == "killed"]
    run("correct", claim["id"], "--field", "count", "--value", "at least 3", "--why", "see annex", "--casebook", own)
    conceded = _one(own, "us-led-coalition:4711").determinations[1].conceded

    assert conceded is not None
    assert str(conceded.killed) == "at least 3"


def test_a_list_that_files_a_statement_otherwise_than_its_words_find_is_told(own: Path) -> None:
    _again(own, (*STATEMENTS[:2], {**STATEMENTS[2], "assessment": "open_incident"}, *STATEMENTS[3:]))
    found = _one(own, "statements:2-0")

    assert (found.status, found.determinations[-1].worded) == ("open", "non_credible")
    assert f"the list files {found.determinations[-1].id} as open, and its words say non_credible" in found.doubts


def test_an_allegation_whose_incident_was_parted_names_the_parts(own: Path) -> None:
    run("judge", "airwars:T003", "airwars:T004", "same", "--why", "one house", "--casebook", own)
    run("match", "--casebook", own)
    code = next(each.code for each in incidents_kept(own) if "airwars:T003" in each.accounts)
    entered = ("--actor", "russia", "--received", "2017-01-10", "--why", "a letter", "--casebook", own)
    run("review", "add", "--incident", code, *entered)
    words = ("airwars:T003", "airwars:T004")
    run("judge", *words, "same", "--undo", "--why", "two houses", "--casebook", own)
    run("judge", *words, "different", "--why", "two houses", "--casebook", own)
    run("match", "--casebook", own)
    found = _one(own, "hand:2")

    assert found.status == "open"
    assert found.incident in {each.code for each in incidents_kept(own)}


def test_statements_are_in_the_docket_before_any_match(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text(statements_lines(STATEMENTS), encoding="utf-8")
    run("import", tmp_path / "s.jsonl", "--from", "statements", "--casebook", tmp_path / "cases")
    docket = docket_of(tmp_path / "cases")

    assert len(docket.allegations) == 4
    assert {each.incident for each in docket.allegations} == {None}
