"""A comparison for other programs: JSON with a schema, lines, and a flat table."""

import csv
import io
import json

import msgspec

from tests.tallies.comparison.records import counted
from tests.tallies.comparison.test_on_scope import ASKED, RECORD, compared, round_up_compared
from tests.tallies.writing import SOHR, SYRIA, Draft, round_up
from untold.tallies.comparison import ScopeComparison
from untold.tallies.comparison.objects import (
    COLUMNS,
    ComparisonObject,
    as_csv,
    as_json,
    as_jsonl,
    comparison_object,
    schema,
    written_schema,
)


def whole() -> ComparisonObject:
    draft = round_up()
    return comparison_object(round_up_compared(), draft.claims, [draft.as_report()])


def test_json_holds_the_records_under_their_plural_names() -> None:
    found = json.loads(as_json(whole()))

    assert list(found) == ["schema", "comparisons", "claims", "reports"]
    assert found["schema"] == {"name": "untold.comparison", "version": 1}
    (comparison,) = found["comparisons"]
    assert comparison["scope"]["countries"] == ["SYR"]
    assert {"source", "claim", "tally", "low", "high"} <= comparison["items"][0].keys()
    assert list(comparison["pairs"][0]) == ["a", "b", "verdict", "ratio", "difference", "reasons", "nearest"]


def test_every_item_leads_to_a_passage_or_to_incidents() -> None:
    found = whole()
    claims = {claim.id for claim in found.claims}

    for item in found.comparisons[0].items:
        assert item.claim in claims and item.passage is not None if item.tally is None else item.tally.codes


def test_json_names_the_reports_of_its_claims_without_their_texts() -> None:
    (report,) = json.loads(as_json(whole()))["reports"]

    assert (report["id"], report["title"], "text" in report) == (round_up().report, "A round-up", False)


def test_json_can_be_read_back_as_the_records_it_was_made_of() -> None:
    assert msgspec.json.decode(as_json(whole()), type=ComparisonObject) == whole()


def test_the_schema_that_ships_is_the_one_that_the_records_make() -> None:
    assert schema() == written_schema(), "write untold.tallies.comparison.objects.written_schema() to the file"


def test_each_line_of_jsonl_names_its_record() -> None:
    kinds = [json.loads(line)["record"] for line in as_jsonl(whole()).splitlines()]

    assert list(dict.fromkeys(kinds)) == ["comparison", "item", "pair", "claim", "report"]
    assert kinds.count("item") == len(whole().comparisons[0].items)


def rows(comparison: ScopeComparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(comparison))))


def test_csv_has_one_line_for_each_number_with_its_scope_and_its_sentence() -> None:
    found = rows(round_up_compared())

    assert list(found[0]) == list(COLUMNS)
    (sohr,) = [row for row in found if row["stated"] == "380"]
    assert (sohr["source_id"], sohr["adjective"], sohr["low"], sohr["high"]) == ("sohr", "reported", "380", "380")
    assert (sohr["places"], sohr["window_start"], sohr["window_end"]) == ("Syria", "2014-09-23", "2016-03-23")
    assert sohr["quote"].startswith("SOHR counted 380 civilians")
    (whole_,) = [row for row in found if row["id"] == "tally:1"]
    assert (whole_["incidents"], whole_["grades"], whole_["grades_by"]) == ("3", "fair;confirmed", "source")


def test_no_cell_is_a_formula() -> None:
    draft = Draft("=1+1 civilians")
    alike = {"status": "civilian", "places": (SYRIA,), "scope": "cumulative", "claimant": SOHR}
    draft.claim("=1+1 civilians", 380, **alike)

    (row,) = rows(compared(*draft.claims, asked=ASKED, on=counted()))

    assert row["quote"] == "'=1+1 civilians"


def test_a_comparison_of_nothing_is_a_table_without_lines() -> None:
    assert rows(compared(on=counted(*RECORD[:0]))) == []
