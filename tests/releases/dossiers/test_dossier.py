"""The dossier of one incident, and the letter that puts an allegation to a belligerent."""

import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings

from tests.releases.made import ACCOUNT, ALLEGATION, CLAIM, INCIDENT, RECORDS
from tests.releases.worlds import worlds
from untold.codebook.errors import UnknownIncident
from untold.releases.dossiers import Dossier, Letter, dossier_page, gather, letter_page
from untold.releases.dossiers.phrases import dossier_phrases
from untold.releases.published import PublishedIncident, PublishedRecord

LETTER = Letter("2016-09-01", "Alder Monitor", ("Who led the review?",))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return gather(RECORDS, INCIDENT.code, "cases")


def words_of(page: str) -> str:
    main = lxml.html.document_fromstring(page).find(".//main")
    assert main is not None
    return " ".join("".join(map(str, main.itertext())).split())


def test_a_dossier_holds_what_is_of_its_incident_and_nothing_else(dossier: Dossier) -> None:
    assert dossier.incident == INCIDENT
    assert [each.id for each in dossier.claims] == [CLAIM.id]
    assert [each.account for each in dossier.attributions] == [None]
    assert [each.id for each in dossier.determinations[ALLEGATION.id]] == ["hand:2", "hand:1"]


def test_an_incident_is_found_by_an_earlier_code() -> None:
    assert gather(RECORDS, "I-3333", "cases").incident.code == "I-7KQ2"


def test_an_incident_that_may_not_leave_is_told_apart_from_none_by_nobody() -> None:
    with pytest.raises(UnknownIncident, match=r"cases: holds no incident I-0000 that may leave"):
        gather(RECORDS, "I-0000", "cases")


def test_each_range_leads_to_the_sentences_that_decided_it(dossier: Dossier) -> None:
    page = lxml.html.document_fromstring(dossier_page(dossier, "made"))

    links = [each.get("href") or "" for each in page.iterfind(".//table//a")]
    assert links
    assert all(page.xpath("//*[@id=$name]", name=each[1:]) for each in links)


def test_a_floor_without_a_ceiling_is_at_least_and_a_small_cell_is_withheld(dossier: Dossier) -> None:
    words = words_of(dossier_page(dossier, "made"))

    assert "killed, civiliansat least 14" in words
    assert "childrenwithheld: the cell is too small" in words


def test_each_sentence_stands_with_its_offsets_and_the_hash_of_its_capture(dossier: Dossier) -> None:
    words = words_of(dossier_page(dossier, "made"))

    assert f"characters {CLAIM.start} to {CLAIM.end} of its text" in words
    assert f"SHA-256 of the capture: {CLAIM.capture}" in words


def test_what_is_withheld_is_said_and_why(dossier: Dossier) -> None:
    cut = replace(CLAIM, passage=None, withheld="protected_source", is_redacted=True)

    words = words_of(dossier_page(replace(dossier, claims=(cut,)), "made"))

    assert "The sentence is withheld: its source is protected." in words


def test_the_review_stands_step_by_step_with_what_was_conceded(dossier: Dossier) -> None:
    words = words_of(dossier_page(dossier, "made"))

    assert "Allegation us-led-coalition:12, put to US-led coalition" in words or "put to the coalition" in words
    assert "Conceded: 2 (killed)" in words


def test_an_incident_without_accounts_numbers_and_review_says_so() -> None:
    words = words_of(dossier_page(gather(RECORDS, "I-9999", "cases"), "made"))

    assert "No account gives a number." in words
    assert "No allegation about this incident is on record." in words


def test_a_letter_asks_about_the_vicinity_the_day_and_what_was_asked_before(dossier: Dossier) -> None:
    words = words_of(letter_page(dossier, ALLEGATION, LETTER, "made"))

    assert "within 5 km of the place, from 2016-07-08 to 2016-07" in words
    assert "Who led the review?" in words
    assert "Please answer in writing to Alder Monitor" in words
    assert "I-7KQ2 / us-led-coalition:12" in words


def test_a_letter_prints_the_grid_of_the_square_and_no_finer(dossier: Dossier) -> None:
    words = words_of(letter_page(dossier, ALLEGATION, LETTER, "made"))

    (grid,) = re.findall(r"\b\d{2}[A-Z]{3}\d+\b", words)
    assert len(grid) == len("37SCA1020")


def test_a_letter_holds_no_grid_where_only_the_province_may_be_told(dossier: Dossier) -> None:
    coarse = replace(dossier, incident=replace(INCIDENT, cell_degrees=1.0))

    assert "MGRS" not in words_of(letter_page(coarse, ALLEGATION, LETTER, "made"))


def test_what_the_addressee_itself_says_is_no_evidence_against_it(dossier: Dossier) -> None:
    own = replace(ACCOUNT, id="statements:1", source="us-led-coalition")
    saying = replace(CLAIM, id="own", account="statements:1", passage="No strikes were conducted.")
    both = replace(dossier, accounts=(ACCOUNT, own), claims=(CLAIM, saying))

    assert "No strikes were conducted." not in letter_page(both, ALLEGATION, LETTER, "made")
    assert "No strikes were conducted." in dossier_page(both, "made")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_has_its_language_its_direction_and_a_policy_that_lets_nothing_run(
    dossier: Dossier, language: str
) -> None:
    page = dossier_page(dossier, "made", language=language)

    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert "default-src 'none'; style-src 'sha256-" in page


def test_a_hash_keeps_its_order_in_an_arabic_line(dossier: Dossier) -> None:
    page = dossier_page(dossier, "made", language="ar")

    assert f'<bdi dir="ltr">{CLAIM.capture}</bdi>' in page


def test_both_languages_have_the_same_phrases() -> None:
    english, arabic = dossier_phrases("en").tables, dossier_phrases("ar").tables

    assert {name: set(table) for name, table in english.items()} == {name: set(table) for name, table in arabic.items()}


@settings(max_examples=25)
@given(worlds())
def test_whatever_a_record_holds_the_page_is_whole_and_none_of_it_becomes_markup(
    records: tuple[PublishedRecord, ...],
) -> None:
    code = next(each.code for each in records if isinstance(each, PublishedIncident))

    for language in ("en", "ar"):
        page = dossier_page(gather(records, code, "cases"), "made", language=language)
        tags = {str(each.tag) for each in lxml.html.document_fromstring(page).iter()}
        assert not tags & {"script", "b", "img", "form", "iframe", "object"}


def test_a_letter_of_which_no_claim_may_leave_promises_no_evidence(dossier: Dossier) -> None:
    bare = replace(dossier, accounts=(), claims=())
    words = words_of(letter_page(bare, ALLEGATION, LETTER, "made"))

    assert "No account of anybody but you is on record, or none may leave." in words
    assert "Annex A has each sentence" not in words
    assert "Each capture can be checked" not in words
    assert "sentence 1" not in words


def test_a_letter_asks_about_an_area_where_no_square_may_be_told(dossier: Dossier) -> None:
    wide = replace(dossier, incident=replace(dossier.incident, lat=None, lon=None, place_name=None))
    words = words_of(letter_page(wide, ALLEGATION, LETTER, "made"))

    assert "in the area named above" in words
    assert "within 5 km" not in words


def test_a_number_that_the_addressee_alone_states_is_not_held_against_it(dossier: Dossier) -> None:
    (own,) = dossier.accounts
    by_addressee = replace(dossier, accounts=(replace(own, source=ALLEGATION.to_id or ""),))
    page = lxml.html.document_fromstring(letter_page(by_addressee, ALLEGATION, LETTER, "made"))

    assert page.xpath("//table//a") == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_place_with_an_arabic_name_is_read_in_the_direction_of_its_page(dossier: Dossier, language: str) -> None:
    named = replace(dossier.incident, place_name="Tal Zahra", place_name_local="تل زهرة")
    page = lxml.html.document_fromstring(dossier_page(replace(dossier, incident=named), "made", language=language))

    (cell,) = (each for each in page.iterfind(".//dd") if "Tal Zahra" in "".join(map(str, each.itertext())))
    assert [each.get("dir") for each in cell.iter("bdi")] == ["ltr"] * len(list(cell.iter("bdi")))
    assert cell.get("dir") is None


def test_an_arabic_dossier_says_the_means_and_the_rule_in_arabic(dossier: Dossier) -> None:
    struck = replace(dossier.incident, means=("airstrike",))
    words = words_of(dossier_page(replace(dossier, incident=struck), "made", language="ar"))

    assert "غارة جوية" in words
    assert "lowest floor" not in words
