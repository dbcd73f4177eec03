"""What is published at all: incidents by their state, claims with their incident or of none, reports so named."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.releases.redaction.writing import Cases, account, claim, incident, report
from untold.claims.claim import Party
from untold.claims.hand import Word
from untold.codebook.counts import Count
from untold.codebook.errors import CasebookError
from untold.incidents.incident import SignOff
from untold.releases.published import (
    PublishedAccount,
    PublishedAttribution,
    PublishedClaim,
    PublishedIncident,
    PublishedReport,
    PublishedSource,
)
from untold.releases.redaction.streaming import each_record
from untold.reports.casebook import open_casebook
from untold.reports.hand import add_line
from untold.reports.report import Source

SIGNED = (SignOff("geolocation", "rana", "2026-11-24T10:00:00+00:00"),)


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    return Cases(tmp_path).plain()


def codes(cases: Cases, **keys: Any) -> list[str]:
    return [each.code for each in cases.rows(PublishedIncident, **keys)]


def of_states(cases: Cases, *states: str, **fields: Any) -> Cases:
    """Write an incident of each state, each with an account of its own."""
    made = [incident(f"U-{state}", f"r1:{n}", state=state, **fields) for n, state in enumerate(states)]
    return cases.plain(incidents=made, accounts=[account(f"r1:{n}", f"r1:{n}:0") for n in range(len(states))])


def test_while_nobody_reviews_drafts_are_released(cases: Cases) -> None:
    assert codes(of_states(cases, "draft", "withdrawn")) == ["U-draft"]


@pytest.mark.parametrize("state", ["in_review", "published"])
def test_from_the_first_incident_under_review_only_what_is_published_is_released(cases: Cases, state: str) -> None:
    assert codes(of_states(cases, "draft", state)) == (["U-published"] if state == "published" else [])


def test_a_signature_is_the_beginning_of_review_too(cases: Cases) -> None:
    assert codes(of_states(cases, "draft", sign_offs=SIGNED)) == []


def test_a_policy_can_say_that_drafts_are_never_released(cases: Cases) -> None:
    assert codes(of_states(cases, "draft"), incidents={"drafts_before_review": False}) == []


def test_a_policy_can_name_other_states(cases: Cases) -> None:
    found = codes(of_states(cases, "draft", "in_review", "published"), incidents={"states": ["in_review", "draft"]})

    assert found == ["U-draft", "U-in_review"]


def test_what_is_withdrawn_is_in_no_release_though_it_has_accounts(cases: Cases) -> None:
    cases.plain(
        incidents=[incident(state="withdrawn"), incident("U-2", "r1:9")],
        accounts=[account(), account("r1:9", "r1:9:0")],
    )

    assert codes(cases) == ["U-2"]
    assert [each.id for each in cases.rows(PublishedAccount)] == ["r1:9"]


def test_an_incident_without_accounts_is_no_incident(cases: Cases) -> None:
    cases.plain(incidents=[replace(incident(), accounts=())])

    assert codes(cases) == []


def test_claims_and_accounts_go_with_their_incident(cases: Cases) -> None:
    cases.plain(incidents=[incident(state="in_review")])

    assert cases.rows(PublishedClaim) == []
    assert cases.rows(PublishedAccount) == []
    assert cases.rows(PublishedReport) == []
    assert cases.rows(PublishedSource) == []


def test_an_account_of_no_incident_stays(cases: Cases) -> None:
    cases.plain(accounts=[account(), account("r1:50", "r1:50:0")], claims=[claim(), claim("r1:50:0")])

    assert [each.id for each in cases.rows(PublishedAccount)] == ["r1:0"]
    assert [each.id for each in cases.rows(PublishedClaim)] == ["r1:0:0"]


@pytest.mark.parametrize("state", ["rejected", "ungrounded"])
def test_a_claim_that_is_none_is_not_released(cases: Cases, state: Any) -> None:
    cases.plain(claims=[claim(state=state)])

    assert cases.rows(PublishedClaim) == []
    assert cases.one(PublishedAccount).claims == ()


def test_a_word_of_a_persons_counts_though_the_claims_were_read_before_it(cases: Cases) -> None:
    word = Word("2026-11-24", "rana", "r1:0:0", "reject", undo=False, field="", value="", why="no claim")
    with open_casebook(cases.folder) as casebook:
        add_line(casebook, Path("hand") / "claims.csv", word)

    assert cases.rows(PublishedClaim) == []


def test_a_correction_is_released_as_corrected(cases: Cases) -> None:
    word = Word("2026-11-24", "rana", "r1:0:0", "correct", undo=False, field="status", value="combatant", why="so")
    with open_casebook(cases.folder) as casebook:
        add_line(casebook, Path("hand") / "claims.csv", word)

    out = cases.one(PublishedClaim)

    assert (out.status, out.state) == ("combatant", "corrected")


@pytest.mark.parametrize("scope", ["period", "cumulative"])
def test_a_running_total_is_of_no_incident_and_is_released(cases: Cases, scope: Any) -> None:
    cases.plain(claims=[claim(), claim("r1:9:0", scope=scope)])

    total = cases.rows(PublishedClaim)[1]

    assert (total.id, total.incident, total.account) == ("r1:9:0", None, None)


def test_a_policy_can_leave_running_totals_out(cases: Cases) -> None:
    cases.plain(claims=[claim(), claim("r1:9:0", scope="cumulative")])

    assert len(cases.rows(PublishedClaim, claims={"of_no_incident": False})) == 1


def test_a_running_total_in_an_account_that_is_not_published_stays(cases: Cases) -> None:
    cases.plain(
        incidents=[incident(), incident("U-2", "r1:9", state="draft")],
        accounts=[account(), account("r1:9", "r1:9:0")],
        claims=[claim(), claim("r1:9:0", scope="cumulative")],
    )

    assert [each.id for each in cases.rows(PublishedClaim)] == ["r1:0:0"]


def test_a_claim_of_one_event_that_no_incident_holds_stays(cases: Cases) -> None:
    cases.plain(claims=[claim(), claim("r1:9:0")])

    assert len(cases.rows(PublishedClaim)) == 1


def test_what_names_a_report_that_is_not_there_stays(cases: Cases) -> None:
    cases.plain(reports=[])

    assert [type(each) for each in cases.out()] == [PublishedIncident]


def test_only_reports_that_are_named_are_released_each_with_its_source(cases: Cases) -> None:
    cases.plain(reports=[report(), report("r2", source=Source("snhr", "SNHR"))])

    assert [each.id for each in cases.rows(PublishedReport)] == ["r1"]
    assert cases.rows(PublishedSource) == [
        PublishedSource("sohr", "Syrian Observatory for Human Rights", is_protected=False, reports=1)
    ]


def test_a_report_leaves_with_its_hash_and_day_and_never_its_text(cases: Cases) -> None:
    assert cases.one(PublishedReport) == PublishedReport(
        "r1", "sohr", "https://news.example.org/a", "en", "2016-07-09", "2016-07-10", "ab" * 32, "text/html", None,
        is_redacted=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "released"),
    [
        (Source(None, "The Alder Post"), ("unlisted:The Alder Post", "The Alder Post")),
        (Source("own-list", "Own list"), ("own-list", "Own list")),
        (Source("own-list", "martyr Hana Inventada"), ("own-list", "own-list")),
        (Source(None, "martyr Hana Inventada"), ("unnamed", "an unnamed source")),
        (None, ("unnamed", "an unnamed source")),
    ],
)
def test_a_source_that_the_codebook_does_not_list_goes_by_its_words_unless_they_name_somebody(
    cases: Cases, source: Source | None, released: tuple[str, str]
) -> None:
    party = Party(None, "x") if source is None else Party(source.id, source.name)
    cases.plain(reports=[report(source=source)], accounts=[account(source=party)])

    assert released in [(each.id, each.name) for each in cases.rows(PublishedSource)]


def test_an_account_on_a_host_of_accounts_is_nobodys(cases: Cases) -> None:
    url = "https://twitter.com/somebody/status/1"
    cases.plain(
        reports=[report(source=Source(None, "Somebody"), url=url)],
        accounts=[account(source=Party(None, "Somebody"))],
        claims=[claim(medium=Party(None, "Somebody"))],
    )

    assert cases.one(PublishedReport).url == "https://twitter.com/"
    assert cases.one(PublishedAccount).source == "account:twitter.com"
    assert cases.one(PublishedClaim).medium == "an account on twitter.com"
    assert cases.one(PublishedClaim).passage is not None
    assert cases.one(PublishedClaim, passages={"of_accounts": False}).withheld == "policy"


def test_a_listed_body_keeps_its_name_on_a_host_of_accounts(cases: Cases) -> None:
    cases.plain(reports=[report(url="https://twitter.com/somebody/status/1")])

    assert cases.one(PublishedReport).source == "sohr"


def test_a_claim_without_a_medium_has_none(cases: Cases) -> None:
    cases.plain(claims=[claim(medium=None)])

    assert cases.one(PublishedClaim).medium is None


def test_a_column_that_the_policy_withholds_goes_out_empty(cases: Cases) -> None:
    out = cases.out(fields={"withhold": ["claims.passage", "incidents.accounts"]})

    claims = [each for each in out if isinstance(each, PublishedClaim)]
    incidents = [each for each in out if isinstance(each, PublishedIncident)]
    assert [(each.passage, each.low) for each in claims] == [(None, 3)]
    assert [(each.accounts, each.country) for each in incidents] == [((), "SYR")]


def test_each_party_is_named_once_by_all_and_once_by_each_account(cases: Cases) -> None:
    from untold.claims.claim import Attribution

    blamed = (Attribution("russia", "Moscow", "suspected"), Attribution(None, "unknown jets", "known"))
    cases.plain(incidents=[incident(attributions=(*blamed, blamed[0]))], accounts=[account(attributed_to=blamed)])

    assert cases.rows(PublishedAttribution) == [
        PublishedAttribution("U-1", None, "russia", "Russia", "suspected"),
        PublishedAttribution("U-1", None, None, "unknown jets", "known"),
        PublishedAttribution("U-1", "r1:0", "russia", "Russia", "suspected"),
        PublishedAttribution("U-1", "r1:0", None, "unknown jets", "known"),
    ]


def test_a_broken_line_of_a_casebook_is_named_by_its_number(cases: Cases) -> None:
    with (cases.folder / "claims.jsonl").open("a") as lines:
        lines.write("{]\n")

    with pytest.raises(CasebookError, match=r"claims\.jsonl line 2: .*restore it from a backup"):
        cases.out()


def test_a_file_that_is_not_there_holds_nothing(cases: Cases) -> None:
    assert list(each_record(cases.folder, "none.jsonl", int)) == []


def test_a_folder_that_is_no_casebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match=r"holds no casebook\.toml"):
        list(each_record(tmp_path, "claims.jsonl", int))


def test_counts_leave_as_they_are_worded(cases: Cases) -> None:
    cases.plain(claims=[claim(count=Count.between(3, 5))])

    out = cases.one(PublishedClaim)

    assert (out.stated, out.low, out.high, out.qualifier) == (None, 3, 5, "range")
