"""A casebook of a release makes the same release again, whatever was withheld from it."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.made import CLAIM, INCIDENT, RECORDS
from tests.releases.redaction.casebooks import POLICY, make_casebook
from tests.releases.test_writing import files_of
from untold.allegations.record import allegations_kept
from untold.claims.readings import kept_claims
from untold.codebook.errors import BrokenRelease, CasebookError
from untold.incidents.record import incidents_kept
from untold.releases.redaction.policy_file import policy_over
from untold.releases.release import Terms
from untold.releases.releasing import Wish, release_casebook
from untold.releases.remembering import REMEMBERED
from untold.releases.restoring import restore
from untold.releases.writing import Making, write_release
from untold.reports.casebook import open_casebook, read_reports

TERMS = Terms(1, "2026-11-24")
POLICIES = {
    "as it protects": POLICY,
    "without sentences": replace(POLICY, passages=False, small_cells=replace(POLICY.small_cells, resting_on="any")),
    "without speakers": replace(POLICY, claimants="listed", withhold=frozenset({"claims.rule"})),
}


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10**9))
@pytest.mark.parametrize("policy", POLICIES)
def test_a_release_of_the_casebook_of_a_release_is_that_release(policy: str, seed: int) -> None:
    wish = Wish(TERMS, POLICIES[policy])
    with TemporaryDirectory() as folder:
        place = Path(folder)
        first = released(place, seed, wish)
        with open_casebook(place / "received") as casebook:
            restore(casebook, first)
        # Another key: what was made up by the first is not made up once more.
        release_casebook(place / "received", place / "b", wish, key=bytes(range(32)), program="Untold")

        assert files_of(first) == files_of(place / "b")


def released(place: Path, seed: int, wish: Wish) -> Path:
    """Return a release of a casebook by chance, with everything that a policy withholds."""
    with open_casebook(place / "cases") as casebook:
        make_casebook(casebook, seed)
    release_casebook(place / "cases", place / "a", wish, key=bytes(32), program="Untold")
    return place / "a"


def test_what_was_cut_says_that_it_was_cut_and_proves_nothing_false(tmp_path: Path) -> None:
    wish = Wish(TERMS, POLICY)
    first = released(tmp_path, 3, wish)
    with open_casebook(tmp_path / "received") as casebook:
        restore(casebook, first)
    release_casebook(tmp_path / "received", tmp_path / "b", wish, key=bytes(range(32)), program="Untold")
    cut = [each for each in rows(tmp_path / "b", "claims") if each["passage"] and "█" in each["passage"]]

    assert cut
    assert all(each["is_redacted"] and each["withheld"] and each["passage_hash"].startswith("hmac-") for each in cut)


def test_a_stricter_policy_withholds_more_of_what_came_in(tmp_path: Path) -> None:
    write_release(tmp_path / "a", RECORDS, TERMS, Making("p", "Untold"))
    with open_casebook(tmp_path / "received") as casebook:
        restore(casebook, tmp_path / "a")
    strict = policy_over({"passages": {"publish": False}, "protected": {"incidents": ["I-7KQ2"]}})
    release_casebook(tmp_path / "received", tmp_path / "b", Wish(TERMS, strict), key=bytes(32), program="Untold")
    (claim,) = rows(tmp_path / "b", "claims")
    found = next(each for each in rows(tmp_path / "b", "incidents") if each["code"] == "I-7KQ2")

    assert (claim["passage"], claim["passage_hash"] == CLAIM.passage_hash) == (None, False)
    assert (found["lat"], found["place_name"]) == (None, None)


def test_a_casebook_of_a_release_holds_what_the_release_holds(tmp_path: Path) -> None:
    write_release(tmp_path / "a", RECORDS, TERMS, Making("p", "Untold"))
    with open_casebook(tmp_path / "received") as casebook:
        release = restore(casebook, tmp_path / "a")
    (report,) = read_reports(tmp_path / "received")
    (claim,) = kept_claims(tmp_path / "received")
    incidents = {each.code: each for each in incidents_kept(tmp_path / "received")}
    (allegation,) = allegations_kept(tmp_path / "received")

    assert release.number == 1
    assert report.text[claim.quote.start : claim.quote.end] == claim.quote.text == CLAIM.passage
    assert report.text[: claim.quote.start].isspace()
    assert (claim.count.low, claim.count.high, str(claim.count)) == (14, None, "at least 14")
    assert incidents["I-7KQ2"].previous_codes == INCIDENT.previous_codes
    assert [each.low for each in incidents["I-7KQ2"].ranges] == [14, None]
    assert [each.role for each in incidents["I-7KQ2"].attributions] == ["known"]
    assert [each.id for each in allegation.determinations] == ["hand:2", "hand:1"]


@pytest.mark.parametrize(
    "wrong",
    [{"start": 5, "end": 900}, {"start": 70, "end": 69}, {"start": 5, "end": 10**15, "passage": None}],
    ids=["longer than its words", "backwards", "beyond any text"],
)
def test_a_passage_that_cannot_stand_where_it_says_is_refused(tmp_path: Path, wrong: dict[str, int | None]) -> None:
    records = [replace(CLAIM, **wrong) if each is CLAIM else each for each in RECORDS]  # type: ignore[arg-type]
    write_release(tmp_path / "a", records, TERMS, Making("p", "Untold"))

    with (
        open_casebook(tmp_path / "received") as casebook,
        pytest.raises(BrokenRelease, match=r"claims: a passage of \w+ does not stand from"),
    ):
        restore(casebook, tmp_path / "a")
    assert read_reports(tmp_path / "received") == ()


def test_a_broken_memory_is_named_by_its_line(tmp_path: Path) -> None:
    write_release(tmp_path / "a", RECORDS, TERMS, Making("p", "Untold"))
    with open_casebook(tmp_path / "received") as casebook:
        restore(casebook, tmp_path / "a")
    with (tmp_path / "received" / REMEMBERED).open("a", encoding="utf-8") as lines:
        lines.write('{"table": "names", "row": {}}\n')

    with pytest.raises(CasebookError, match=r"released\.jsonl line \d+: "):
        release_casebook(tmp_path / "received", tmp_path / "b", Wish(TERMS, POLICY), key=bytes(32), program="Untold")


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    lines = (folder / "jsonl" / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
