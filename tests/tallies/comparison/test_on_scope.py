"""All voices on one scope: the record's sums, the claims and the concessions, each pair with its verdict."""

from dataclasses import replace
from typing import Any

from tests.tallies.comparison.counting_by_hand import AS_OF
from tests.tallies.comparison.records import RUSSIA, account, counted, incident
from tests.tallies.writing import AIRWARS, COALITION, SINCE_SEPTEMBER, SOHR, SYRIA, Draft, round_up
from untold.claims.account import Stated
from untold.claims.claim import Claim, Party, Period, Place
from untold.codebook.counts import Count
from untold.tallies.comparison import Figure, Pair, ScopeComparison, compare_on_scope
from untold.tallies.comparison.computing import Counted
from untold.tallies.tally import TallyScope, Window

ASKED = TallyScope(
    actors=("us-led-coalition",),
    countries=("SYR",),
    window=Window(None, "2016-03-31"),
    grades=("fair", "confirmed"),
    grades_by="source",
)
RECORD = (
    incident("I-1", "2014-10-02", 100, 120),
    incident("I-2", "2015-06-11", 400, 500, grade="confirmed"),
    incident("I-3", "2016-03-28", 8, 80, place="Southtown"),
    incident("I-4", "2016-03-29", 50, 60, grade="weak"),
    incident("I-5", "2016-05-01", 90, 90),
    incident("I-6", "2015-01-01", 70, 70, attributions=(RUSSIA,)),
)
ALIKE: dict[str, Any] = {
    "status": "civilian",
    "places": (SYRIA,),
    "attributed_to": (COALITION,),
    "scope": "cumulative",
    "period": SINCE_SEPTEMBER,
}


def round_up_compared(asked: TallyScope = ASKED, on: Counted | None = None) -> ScopeComparison:
    draft = round_up()
    claims = [replace(each, period=_dated(each.period)) for each in draft.claims]
    published = {draft.report: "2016-03-23"}
    return compare_on_scope(asked, claims, as_of=AS_OF, published=published, counted=on or counted(*RECORD))


def _dated(period: Period) -> Period:
    """Return the eighteen months of the round-up as a reader who knows its day has them."""
    return replace(period, start="2014-09-23", end="2016-03-23") if period.duration == "P18M" else period


def compared(
    *claims: Claim, asked: TallyScope = ASKED, published: str | None = "2016-03-23", on: Counted | None = None
) -> ScopeComparison:
    days = {claim.report: published for claim in claims}
    return compare_on_scope(asked, claims, as_of=AS_OF, published=days, counted=on)


def named(comparison: ScopeComparison, number: int) -> Figure:
    (found,) = [each for each in comparison.items if each.count.stated == number]
    return found


def pair(comparison: ScopeComparison, one: Figure, other: Figure) -> Pair:
    (found,) = [each for each in comparison.pairs if {each.a, each.b} == {one.id, other.id}]
    return found


def test_the_records_sum_stands_beside_what_the_article_reports_and_what_is_conceded() -> None:
    found = round_up_compared()

    (whole,) = [each for each in found.items if each.id == "tally:1"]
    assert (whole.adjective, whole.source, whole.low, whole.high, whole.incidents) == (
        "documented", Party("airwars", "Airwars"), 508, 700, 3,
    )  # fmt: skip
    assert [(each.adjective, each.count.stated) for each in found.items if each.claim] == [
        ("reported", 519),
        ("reported", 380),
        ("conceded", 21),
        ("reported", 1044),
    ]


def test_each_item_says_how_it_stands_to_what_was_asked_for() -> None:
    found = round_up_compared()

    assert {each.count.stated: each.verdict for each in found.items if each.claim} == {
        519: "with_caveat",
        380: "with_caveat",
        21: "not_comparable",
        1044: "not_comparable",
    }
    assert named(found, 21).reasons[0] == "place not stated by the White House"
    assert named(found, 1044).reasons[0] == "different place: Syria and Iraq, against Syria"


def test_two_countries_are_refused_against_one_and_the_number_for_one_is_named() -> None:
    found = round_up_compared()

    refused = pair(found, named(found, 380), named(found, 1044))
    assert (refused.verdict, refused.nearest) == ("not_comparable", named(found, 519).id)
    assert pair(found, named(found, 380), named(found, 519)).ratio == 1.366


def test_the_record_is_counted_on_the_days_of_a_claim_beside_it() -> None:
    found = round_up_compared()

    (own,) = [each for each in found.items if each.of == named(found, 380).id]
    assert own.tally is not None
    assert own.tally.scope == replace(ASKED, window=Window("2014-09-23", "2016-03-23"))
    assert (own.low, own.high) == (500, 620)
    beside = pair(found, named(found, 380), own)
    assert (beside.verdict, beside.ratio) == ("with_caveat", 1.316)
    assert beside.reasons == (
        "only incidents graded fair or confirmed, as the sources themselves state; SOHR states no grade",
        "the words allow any ratio from 1.32 to 1.63",
    )


def test_no_tally_is_made_of_a_country_without_any_incident() -> None:
    found = round_up_compared()

    assert [each for each in found.items if each.of == named(found, 1044).id] == []


def test_a_country_that_has_incidents_is_counted_with_the_other() -> None:
    found = round_up_compared(on=counted(*RECORD, incident("I-7", "2015-02-02", 1, 2, country="IRQ")))

    (own,) = [each for each in found.items if each.of == named(found, 1044).id]
    assert own.tally is not None
    assert own.tally.scope.countries == ("SYR", "IRQ")


def test_a_town_is_not_compared_with_its_country_and_is_offered_the_tally_of_the_town() -> None:
    draft = Draft("SOHR counted 90 civilians.")
    draft.claim("90 civilians", 90, **{**ALIKE, "claimant": SOHR, "places": (Place("Southtown", "SYR"),)})

    open_ = replace(ASKED, countries=(), window=Window())
    found = compared(*draft.claims, asked=open_, published="2016-03-30", on=counted(*RECORD))

    claim, own, whole = named(found, 90), found.items[2], found.items[0]
    assert own.of == claim.id
    assert own.tally is not None
    assert (own.tally.scope.places, own.tally.scope.countries, own.low) == (("Southtown",), ("SYR",), 8)
    assert (pair(found, claim, whole).verdict, pair(found, claim, whole).nearest) == ("not_comparable", own.id)


def test_numbers_of_something_else_are_counted_and_not_listed() -> None:
    draft = Draft("SOHR: 5 men hurt, 6 dead in Iraq, 7 in Manbij, 8 by Russia, 9 fighters.")
    alike: dict[str, Any] = {**ALIKE, "claimant": SOHR}
    draft.claim("5 men", 5, **{**alike, "harm": "injured"})
    draft.claim("6 dead", 6, **{**alike, "places": (Place("Iraq", "IRQ"),)})
    draft.claim("7 in", 7, **{**alike, "places": (Place("Manbij", "SYR"),)})
    draft.claim("8 by", 8, **{**alike, "attributed_to": (RUSSIA,)})
    draft.claim("9 fighters", 9, **{**alike, "status": "combatant"})

    found = compared(*draft.claims)

    assert (found.items, found.left_aside.other_scope) == ((), 5)


def test_claims_of_single_incidents_take_no_part() -> None:
    draft = Draft("SOHR counted 380 civilians.")
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR, "scope": "incident"})

    found = compared(*draft.claims)

    assert (found.items, found.left_aside.other_scope) == ((), 0)


def test_one_sentence_that_two_reports_print_is_one_number() -> None:
    drafts = [Draft("SOHR counted 380 civilians.", report=name * 16) for name in "ab"]
    for draft in drafts:
        draft.claim("380 civilians", 380, **{**ALIKE, "claimant": None, "medium": Party(None, draft.report)})

    found = compared(*drafts[0].claims, *drafts[1].claims)

    assert (len(found.items), found.left_aside.copies) == (1, 1)


def test_a_later_snapshot_than_the_last_day_is_counted_and_not_listed() -> None:
    draft = Draft("SOHR counted 380 civilians.")
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})

    found = compared(*draft.claims, published="2016-09-01")

    assert (found.items, found.left_aside.later) == ((), 1)


def test_a_row_that_only_repeats_an_earlier_report_is_no_snapshot() -> None:
    draft = Draft("380 and 380")
    alike: dict[str, Any] = {**ALIKE, "claimant": SOHR, "reader": "columns"}
    draft.claim("380 and", 380, **{**alike, "period": Period("2014-09-01", "2016-01-01", basis="stated")})
    draft.claim("380", 380, **{**alike, "period": Period("2014-09-01", "2016-01-02", basis="carried")})

    (item,) = compared(*draft.claims).items

    assert (item.as_of, item.history) == ("2016-01-01", ())


def test_only_the_sources_asked_for_are_heard() -> None:
    draft = Draft("SOHR counted 380 civilians. Airwars counted 519 civilians.")
    draft.claim("380 civilians", 380, **{**ALIKE, "claimant": SOHR})
    draft.claim("519 civilians", 519, **{**ALIKE, "claimant": AIRWARS})

    found = compared(*draft.claims, asked=replace(ASKED, sources=("sohr",)))

    assert [each.count.stated for each in found.items] == [380]


def test_each_source_of_the_incidents_has_a_tally_of_its_own_beside_that_of_all() -> None:
    other = Party("sohr", "SOHR")
    record = (replace(RECORD[0], accounts=("a", "b")), replace(RECORD[1], accounts=("c",)))
    accounts = (account("a"), account("b", source=other), account("c", "confirmed"))

    found = compared(on=counted(*record, accounts=accounts))

    assert [(each.source, each.low, each.incidents) for each in found.items] == [
        (None, 500, 2),
        (Party("airwars", "Airwars"), 500, 2),
        (other, 100, 1),
    ]
    assert [(each.a, each.b) for each in found.pairs] == [("tally:3", "tally:2")]


def test_where_a_belligerent_answers_the_monitors_own_sum_stands_beside_that_of_all() -> None:
    record = (replace(RECORD[0], accounts=("a", "b")),)
    belligerent = Party("us-led-coalition", "US-led coalition")
    answer = replace(
        account("b", None, source=belligerent), text="We found it credible.", stated=Stated(position="credible")
    )

    found = compared(on=counted(*record, accounts=(account("a"), answer)))

    assert [(each.id, each.source) for each in found.items] == [
        ("tally:1", None),
        ("tally:2", Party("airwars", "Airwars")),
    ]


def test_without_incidents_on_the_scope_no_sum_is_shown() -> None:
    assert compared(asked=replace(ASKED, countries=("YEM",)), on=counted(*RECORD)).items == ()


def test_a_monitors_printed_total_beside_the_sum_of_its_own_list_is_one_voice() -> None:
    found = round_up_compared()

    beside = pair(found, named(found, 519), found.items[0])
    assert "one voice: Airwars prints the one, and its own records add up to the other" in beside.reasons


def test_a_concession_without_a_number_is_listed_and_set_beside_nothing() -> None:
    said = Draft("They admit harm.")
    admission = said.claim(
        "harm", Count.vague(), kind="concession", harm="casualties", status="civilian",
        modality="conceded", claimant=Party("us-led-coalition", "the coalition"),
    )  # fmt: skip
    record = (replace(RECORD[0], accounts=("a",)),)
    accounts = (account("a", claims=(admission.id,)),)

    found = compared(on=counted(*record, claims=(admission,), accounts=accounts))

    (conceded,) = [each for each in found.items if each.adjective == "conceded"]
    assert (conceded.low, conceded.high, conceded.incidents, conceded.unnumbered) == (None, None, 1, 1)
    assert conceded.claims == (admission.id,)
    assert found.pairs == ()


def test_more_numbers_than_a_page_holds_are_counted() -> None:
    draft = Draft(" ".join(f"{number} dead" for number in range(100, 200)))
    for number in range(100, 200):
        draft.claim(f"{number} dead", number, **{**ALIKE, "claimant": Party(None, f"Source {number}")})

    found = compared(*draft.claims)

    assert (len(found.items), found.left_aside.beyond) == (40, 60)
    assert len(found.pairs) + found.left_out == 40 * 39 // 2


def test_an_open_question_takes_in_every_place_and_party() -> None:
    draft = Draft("SOHR: 6 dead in Iraq, 7 in Manbij, 8 by Russia.")
    alike: dict[str, Any] = {**ALIKE, "claimant": SOHR}
    draft.claim("6 dead", 6, **{**alike, "places": (Place("Iraq", "IRQ"),)})
    draft.claim("7 in", 7, **{**alike, "places": (Place("Manbij", "SYR"),)})
    draft.claim("8 by", 8, **{**alike, "attributed_to": (RUSSIA,)})

    found = compared(*draft.claims, asked=TallyScope())

    assert [(each.count.stated, each.verdict) for each in found.items] == [
        (8, "comparable"), (7, "comparable"), (6, "comparable"),
    ]  # fmt: skip
