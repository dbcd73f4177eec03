"""Statements of a casebook find the incidents of others, and a log's lines become part of none."""

from pathlib import Path

import pytest

from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.accounts import keep_accounts
from untold.claims.claim import Party
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.official import answers_in, answers_kept, is_log_line
from untold.incidents.official.answers import statement_of
from untold.incidents.record import incidents_kept, match_casebook
from untold.reports.casebook import open_casebook

DAY = AccountDate("2016-03-10", "2016-03-10", "day")
KARM = AccountPlace("Karm", lat=35.0, lon=38.0, precision="town", country="SYR")
MONITOR = Account("list:1", "r", Party(None, "A monitor"), ("r:5:0",), DAY, KARM, codes=("T001",))
COALITION = Party("us-led-coalition", "US-led coalition")
NO_STRIKE = "March 10, 2016, in Karm, Syria, via a report. No strikes were flown there."
DENIAL = Account(
    "statements:1",
    "s",
    COALITION,
    (),
    AccountDate(),
    AccountPlace(),
    stated=Stated(position="non_credible"),
    text=NO_STRIKE,
)
LINE = Account("log:1", "l", Party("centcom", "CENTCOM"), (), DAY, KARM, text="Near Karm, one strike.")


def incident(*accounts: Account) -> Incident:
    return Incident("U-1", (), tuple(each.id for each in accounts), DAY, KARM)


def test_a_statement_finds_the_incident_of_others() -> None:
    (answer,) = answers_in([MONITOR, DENIAL], [incident(MONITOR)], {})

    assert (answer.account, answer.link.incident) == ("statements:1", "U-1")


def test_a_statement_is_not_found_by_its_own_words() -> None:
    (answer,) = answers_in([DENIAL], [incident(DENIAL)], {})

    assert answer.link.verdict == "none"


def test_numbers_that_a_statement_decided_are_not_the_incidents() -> None:
    conceded = CasualtyRange("killed", "civilian", None, 2, None, 2, "rule", ("s:9:0",))
    joined = Incident("U-1", (), ("list:1", "statements:1"), DAY, KARM, (conceded,))
    concession = Account(
        "statements:1",
        "s",
        COALITION,
        ("s:9:0",),
        DAY,
        KARM,
        stated=Stated(position="credible"),
        text="March 10, 2016, in Karm, Syria: it is assessed that nine civilians were killed.",
    )
    (answer,) = answers_in([MONITOR, concession], [joined], {})

    assert answer.link.incident == "U-1"
    assert "killed" not in answer.link.reason


def test_the_grid_and_the_codes_of_the_list_are_the_statements_own() -> None:
    cited = Account(
        "statements:2",
        "s",
        COALITION,
        (),
        DAY,
        KARM,
        stated=Stated(position="open", codes=("T001",)),
        text="No strikes.",
    )
    stated = statement_of(cited)

    assert stated.codes == ("T001",)
    assert stated.grids[0].startswith("37S")


@pytest.mark.parametrize(("account", "is_line"), [(LINE, True), (DENIAL, False), (MONITOR, False)])
def test_a_log_line_is_a_belligerents_and_counts_nobody(account: Account, *, is_line: bool) -> None:
    assert is_log_line(account) is is_line


def test_a_log_line_of_the_same_day_and_place_becomes_part_of_no_incident(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        keep_accounts(casebook, [MONITOR, DENIAL, LINE])
        match_casebook(casebook)
        incidents = incidents_kept(casebook.folder)
        answers = answers_kept(casebook.folder, incidents)

    assert all(LINE.id not in each.accounts for each in incidents)
    assert [answer.link.by for answer in answers] == ["day and place"]
