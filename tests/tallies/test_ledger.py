"""The ledger's order and its forms."""

import csv
import io
import json
from dataclasses import replace

import msgspec
import pytest
from rich.console import Console

from tests.tallies.writing import AIRWARS, SOHR, SYRIA, Draft, round_up
from untold.claims.claim import Period
from untold.codebook.counts import Count
from untold.tallies.ledger import Ledger, arrange, as_csv, as_json, as_jsonl, draw_up, schema
from untold.tallies.ledger.arrangement import across, portions
from untold.tallies.ledger.cleaning import cell, printable
from untold.tallies.ledger.objects import ReadObject, written_schema
from untold.tallies.ledger.page import as_page
from untold.tallies.ledger.phrases import LANGUAGES, phrases_for
from untold.tallies.ledger.temptation import worth_showing
from untold.tallies.ledger.terminal import print_ledger


@pytest.fixture
def ledger() -> Ledger:
    draft = round_up()
    return draw_up([draft.as_report()], draft.claims)


def printed(ledger: Ledger, *, explained: bool = False, width: int = 80) -> str:
    out = io.StringIO()
    print_ledger(ledger, Console(file=out, width=width), explained=explained)
    return out.getvalue()


def test_claims_stand_under_their_claimant_and_parts_under_their_whole(ledger: Ledger) -> None:
    sections = arrange(ledger.claims)

    assert [section.claimant and section.claimant.id for section in sections] == ["sohr", "white-house", "airwars"]
    assert [(row.claim.count.stated, row.depth) for row in sections[0].rows] == [
        (380, 0),
        (99, 1),
        (67, 1),
        (400, 1),
        (4643, 0),
        (4108, 0),
        (136, 0),
    ]


def test_what_was_found_in_one_report_is_not_mixed_with_what_lies_across() -> None:
    here, there = Draft("SOHR counted 380 civilians in 2015."), Draft("Airwars counted 519 civilians.", report="11bb")
    alike = {"status": "civilian", "places": (SYRIA,), "scope": "period", "period": Period(start="2015", end="2015")}
    here.claim("380 civilians", 380, claimant=SOHR, **alike)
    there.claim("519 civilians", 519, claimant=AIRWARS, **alike)
    both = draw_up([here.as_report(), there.as_report()], [*here.claims, *there.claims])

    assert [portion.findings.comparisons for portion in portions(both)] == [(), ()]
    assert len(across(both).comparisons) == 1
    assert "Across the reports" in printed(both)
    assert "Across the reports" in as_page(both)


def test_refused_pairs_that_nobody_would_make_are_folded_away(ledger: Ledger) -> None:
    (comparison,) = ledger.comparisons
    by_id = {claim.id: claim for claim in ledger.claims}

    shown, folded = worth_showing(comparison, by_id)

    assert len(shown) + len(folded) == len(comparison.pairs)
    assert all(by_id[side].status == "civilian" for pair in shown for side in (pair.a, pair.b))
    assert shown[1].nearest is not None
    assert "6 more that may not be compared" in printed(ledger)


def test_the_widest_counts_of_each_kind_are_worded() -> None:
    phrases = phrases_for("en")

    assert [phrases.count(count) for count in (Count.less_than(400), Count.about(20), Count.between(12, 15))] == [
        "fewer than 400",
        "about 20",
        "12–15",
    ]


def test_what_restates_a_restatement_stands_beside_it_after_the_parts() -> None:
    draft = Draft("Almost 400 dead. Some 400 dead. SOHR counted 380 dead, 99 children among them.")
    body = draft.claim("380 dead", 380, claimant=SOHR)
    lede = draft.claim("Some 400", Count.about(400), restates=body.id)
    draft.claim("Almost 400", Count.at_most(400), restates=lede.id)
    draft.claim("99 children", 99, claimant=SOHR, part_of=body.id, demographic="children")

    (section,) = arrange(draft.claims)

    assert [(row.claim.count.stated, row.depth) for row in section.rows] == [(380, 0), (99, 1), (400, 1), (400, 1)]


def test_claims_that_name_each_other_as_their_whole_are_still_shown() -> None:
    draft = Draft("5 people and 5 others")
    one = draft.claim("5 people", 5)
    other = draft.claim("5 others", 5, part_of=one.id)

    sections = arrange([replace(one, part_of=other.id), other])

    assert sum(len(section.rows) for section in sections) == 2


def test_the_table_fits_eighty_columns_and_holds_every_number(ledger: Ledger) -> None:
    table = printed(ledger)

    assert max(len(line) for line in table.splitlines()) <= 80
    for words in (
        "380",
        "4,643",
        "at least 1,044",
        "at most 400",
        "519 / 380 = 1.366",
        "conceded",
        "└ part of 380",
        "└ says 380 again",
    ):
        assert words in table


def test_the_table_shows_the_sentence_of_each_claim(ledger: Ledger) -> None:
    table = " ".join(printed(ledger).split())

    for claim in ledger.claims:
        assert claim.quote.text.strip() in table


def test_the_table_without_a_terminal_has_no_colour(ledger: Ledger) -> None:
    assert "\x1b" not in printed(ledger)


def test_nobody_and_not_stated_look_different() -> None:
    phrases = phrases_for("en")

    assert phrases.count(Count.nobody()) == "none"
    assert phrases.count(Count.vague()) == "not stated"
    assert phrases.count(Count.vague(24)) == "24 or more, in words"


def test_explained_claims_show_each_field_beside_its_words(ledger: Ledger) -> None:
    table = printed(ledger, explained=True)

    assert "380 (exact: 380 to 380)" in table
    assert "← “380 civilians”" in table
    assert "confidence 1.00" in table


def test_a_report_without_claims_says_so() -> None:
    draft = Draft("The weather was fine.")

    table = printed(draw_up([draft.as_report()], []))

    assert "No casualty claim found in round-up.txt" in table
    assert "compared" not in table


def test_hostile_words_do_not_reach_the_terminal() -> None:
    draft = Draft("\x1b[2J12 \u202edead[red]")
    draft.claim("12", 12, claimant=SOHR)

    table = printed(draw_up([draft.as_report(title="\x1b]0;owned\x07")], draft.claims))

    assert not set("\x1b\x07\u202e") & set(table)
    assert "[red]" in table


def test_json_holds_the_records_under_their_plural_names(ledger: Ledger) -> None:
    whole = json.loads(as_json(ledger))

    assert list(whole) == ["schema", "reports", "claims", "checks", "comparisons"]
    assert whole["schema"] == {"name": "untold.read", "version": 1}
    assert whole["claims"][0]["count"] == {"stated": 380, "low": 380, "high": 380, "qualifier": "exact"}
    assert whole["claims"][0]["demographic"] is None


def test_json_of_the_same_reading_is_the_same_bytes(ledger: Ledger) -> None:
    again = round_up()

    assert as_json(ledger) == as_json(draw_up([again.as_report()], again.claims))


def test_json_can_be_read_back_as_the_records_it_was_made_of(ledger: Ledger) -> None:
    whole = msgspec.json.decode(as_json(ledger), type=ReadObject)

    assert (whole.claims, whole.checks, whole.comparisons) == (ledger.claims, ledger.checks, ledger.comparisons)


def test_the_schema_that_ships_is_the_one_that_the_records_make() -> None:
    assert schema() == written_schema(), "write untold.tallies.ledger.objects.written_schema() to the file"


def test_each_line_of_jsonl_names_its_record(ledger: Ledger) -> None:
    kinds = [json.loads(line)["record"] for line in as_jsonl(ledger).splitlines()]

    assert kinds.count("claim") == len(ledger.claims)
    assert list(dict.fromkeys(kinds)) == ["report", "claim", "check", "comparison"]


def test_csv_has_one_line_for_each_claim_and_keeps_zero_from_nothing() -> None:
    draft = Draft("none and several")
    draft.claim("none", Count.nobody())
    draft.claim("several", Count.vague())

    rows = list(csv.DictReader(io.StringIO(as_csv(draw_up([draft.as_report()], draft.claims)))))

    assert [(row["stated"], row["low"]) for row in rows] == [("0", "0"), ("", "")]


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-1+1", "@sum", "＝1+1"])
def test_no_cell_is_a_formula(words: str) -> None:
    assert cell(words) == f"'{words}"


def test_a_number_in_a_cell_is_left_alone() -> None:
    assert cell(-5) == "-5"


def test_a_printable_line_is_one_line() -> None:
    assert printable("12\n killed\tthere") == "12 killed there"


def test_every_language_has_the_same_phrases_with_the_same_values() -> None:
    def holes(tables: dict[str, dict[str, str]]) -> dict[str, set[str]]:
        names = ("stated", "low", "high", "name", "n", "count")
        return {
            f"{table}.{key}": {name for name in names if f"{{{name}}}" in words}
            for table, phrases in tables.items()
            for key, words in phrases.items()
        }

    english = holes(phrases_for("en").tables)

    for language in LANGUAGES:
        assert holes(phrases_for(language).tables) == english


def test_a_language_without_phrases_is_shown_in_english() -> None:
    assert phrases_for("fr").language == "en"
    assert phrases_for("ar-SY").language == "ar"
