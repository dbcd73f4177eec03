"""A belligerent's statements: what it concedes, what it denies, and what the words say of day, place and code."""

import json
from typing import Any

import pytest

from tests.claims.columns.lists import taken, written_row
from untold.claims.columns import FromList
from untold.claims.columns.statements import STATEMENTS
from untold.codebook.counts import Count

DENIAL: dict[str, Any] = {
    "statement_id": "1-0",
    "statement_date": "20200501",
    "text": "May 4, 2016, near Tal Zahra, Syria, via Airwars report. No actions were conducted. 4711/CS901 37SDA317020",
    "code_in_text": "CS901",
    "allegation_number": "4711",
    "assessment": "non_credible",
    "reasons": ["no_coalition_strikes"],
    "conceded_killed": ["", ""],
    "conceded_injured": ["", ""],
    "location_description": "near Tal Zahra, Syria",
    "mgrs": "37SDA317020",
    "gold_code": "CS999",
    "gold_airwars_id": "99999",
    "incident_date": "2016-05-09",
}
CONCESSION = {
    **DENIAL,
    "statement_id": "2-0",
    "assessment": "credible",
    "reasons": ["entered_target_area", 'a:1:{i:0;s:5:"other";}'],
    "conceded_killed": [2, 3],
    "conceded_injured": [0, 0],
}
BOILERPLATE = {**DENIAL, "statement_id": "3-0", "text": "No strikes were conducted in the area.", "code_in_text": None,
               "allegation_number": None, "mgrs": "", "location_description": ""}  # fmt: skip


def _statements(*rows: dict[str, Any]) -> FromList:
    return taken(STATEMENTS, "\n".join(map(json.dumps, rows)).encode(), "statements.jsonl")


def test_its_day_and_codes_are_those_of_its_own_words() -> None:
    account = _statements(DENIAL).accounts[0]

    assert account.date.start == "2016-05-04"
    assert (account.codes, account.stated.codes) == (("4711",), ("CS901",))


def test_what_the_evaluation_knows_is_never_read() -> None:
    found = _statements(DENIAL, BOILERPLATE)

    kept = repr((found.accounts, [(claim.evidence, claim.note, claim.period) for claim in found.claims]))
    assert "CS999" not in kept
    assert "99999" not in kept
    assert "2016-05-09" not in kept


def test_boilerplate_has_neither_day_nor_place() -> None:
    account = _statements(BOILERPLATE).accounts[0]

    assert (account.date.start, account.place.name, account.place.lat, account.stated.codes) == (None, None, None, ())


def test_a_grid_gives_the_middle_of_its_square() -> None:
    place = _statements(DENIAL).accounts[0].place

    assert (place.name, place.country, place.precision) == ("Tal Zahra", "SYR", "within_100m")
    assert place.lat == pytest.approx(36.1608, abs=0.0001)


def test_two_grids_are_no_single_place_and_are_told() -> None:
    found = _statements({**DENIAL, "mgrs": "37SDA317020/37SDA318020"})

    assert found.accounts[0].place.lat is None
    assert found.accounts[0].place.precision == "nearby"
    assert "column mgrs" in str(found.faults[0])


def test_a_denial_counts_nobody_and_is_denied() -> None:
    (claim,) = _statements(DENIAL).claims

    assert (claim.kind, claim.modality, claim.count) == ("denial", "denied", Count.vague())
    assert claim.attributed_to[0].role == "denied"


def test_what_is_conceded_is_a_concession_and_zero_injured_is_one() -> None:
    killed, injured = _statements(CONCESSION).claims

    assert (killed.kind, killed.modality, killed.count) == ("concession", "conceded", Count.between(2, 3))
    assert injured.count == Count.exactly(0)
    assert killed.claimant is not None
    assert killed.claimant.id == "us-led-coalition"


def test_a_zero_beside_an_open_allegation_concedes_nobody() -> None:
    found = _statements({**CONCESSION, "assessment": "open_incident", "conceded_killed": [0, 0]})

    assert found.claims == ()
    assert found.accounts[0].stated.conceded is not None


def test_position_and_reasons_are_our_slugs() -> None:
    denied, conceded = _statements(DENIAL, CONCESSION).accounts

    assert (denied.stated.position, denied.stated.reasons) == ("non_credible", ("no_strike_in_area",))
    assert (conceded.stated.position, conceded.stated.reasons) == ("credible", ("entered_target_area", "other"))


def test_a_word_that_nobody_knows_is_told_and_stays_empty() -> None:
    found = _statements({**DENIAL, "assessment": "pondered", "reasons": ["weather"]})

    assert found.accounts[0].stated.position is None
    assert [fault.column for fault in found.faults] == ["assessment", "reasons"]


@pytest.mark.parametrize("cell", [[3, 2], ["many", ""], "a few", [1, 2, 3]])
def test_a_concession_that_is_no_range_refuses_the_row_alone(cell: object) -> None:
    found = _statements({**CONCESSION, "conceded_killed": cell}, DENIAL)

    assert [account.id for account in found.accounts] == ["statements:1-0"]
    assert found.faults[0].column == "conceded_killed"


def test_what_the_layout_can_hold_comes_back() -> None:
    first = _statements(DENIAL, CONCESSION, BOILERPLATE)
    again = _statements(*(dict(written_row(STATEMENTS, first, n)) for n in range(3)))

    assert first.accounts[0].stated == again.accounts[0].stated
    for one, other in zip(first.accounts, again.accounts, strict=True):
        assert (one.id, one.date, one.place, one.codes, one.stated, one.text) == (
            other.id,
            other.date,
            other.place,
            other.codes,
            other.stated,
            other.text,
        )
    assert [claim.count for claim in first.claims] == [claim.count for claim in again.claims]
