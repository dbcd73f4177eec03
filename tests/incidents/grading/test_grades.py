"""Each grade is given by its rule over independent sources, and says which accounts decided it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.incidents.grading.writing import (
    AL_JAZEERA,
    BY_COALITION,
    BY_RUSSIA,
    COALITION,
    DAY,
    REUTERS,
    SNHR,
    SOHR,
    VILLAGE,
    Case,
    conceded,
    killed,
)
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Party
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording
from untold.incidents.grading import gather_evidence, grade, grade_incidents
from untold.incidents.incident import Decision


def decided(case: Case, rules: str = "ours", **given: Any) -> tuple[Decision, Decision | None]:
    """Return the grade and the strike status of the case."""
    accounts = {each.id: each for each in case.accounts}
    about = {key: given.pop(key) for key in ("date", "place") if key in given}
    graded = grade(gather_evidence(case.incident(**about), accounts, case.claims, **given), rules)
    assert graded.grade is not None
    return graded.grade, graded.strike_status


def grade_of(case: Case, rules: str = "ours", **given: Any) -> str:
    return decided(case, rules, **given)[0].value


def status_of(case: Case, **given: Any) -> str | None:
    status = decided(case, **given)[1]
    return None if status is None else status.value


def two_monitors(**fields: Any) -> Case:
    case = Case()
    case.account("a", SOHR, **fields)
    case.account("b", SNHR, **fields)
    return case


def test_a_concession_of_somebody_confirms() -> None:
    case = Case()
    case.account("a", SOHR)
    case.account("c", COALITION, conceded(2))

    found, status = decided(case)

    assert found == Decision("confirmed", "ours/grade/confirmed", ("c",), "the coalition conceded harm")
    assert status is not None
    assert (status.value, status.accounts) == ("declared", ("c",))


def test_a_concession_quoted_by_a_monitor_confirms() -> None:
    case = Case()
    case.account("a", SOHR, killed(4), conceded(Count.at_least(1)))

    assert grade_of(case) == "confirmed"


@pytest.mark.parametrize(
    ("count", "grade"),
    [
        (Count.nobody(), "fair"),
        (Count.exactly(0), "fair"),
        (Count.vague(), "confirmed"),
        (Count.at_most(3), "confirmed"),
    ],
    ids=str,
)
def test_a_concession_of_nobody_confirms_nothing_and_one_without_a_number_does(count: Count, grade: str) -> None:
    case = two_monitors()
    case.account("c", COALITION, conceded(count))

    assert grade_of(case) == grade


def test_two_independent_sources_that_name_one_belligerent_are_fair() -> None:
    found, status = decided(two_monitors())

    assert (found.value, found.accounts) == ("fair", ("a", "b"))
    assert found.reason == ("2 independent sources tell of the harm; 2 independent sources name the same belligerent")
    assert status is not None
    assert status.value == "likely"


def test_two_sources_that_name_nobody_are_fair_once_a_belligerent_struck_nearby_that_day() -> None:
    case = two_monitors(attributed_to=())

    assert grade_of(case) == "ungraded"
    assert decided(case)[0].reason == (
        "2 independent sources tell of the harm; no belligerent has declared the strike; "
        "no line of a belligerent's log of that day and vicinity; no source names the same belligerent"
    )
    assert decided(case, vicinity=["centcom:7"])[0] == Decision(
        "fair",
        "ours/grade/fair",
        ("a", "b", "centcom:7"),
        "2 independent sources tell of the harm; one line of a belligerent's log of that day and vicinity",
    )


def test_a_log_line_of_another_belligerent_than_the_one_that_is_named_is_no_evidence() -> None:
    case = two_monitors(attributed_to=())
    case.accounts[0] = replace(case.accounts[0], attributed_to=(BY_RUSSIA,))
    line = Account("line", "log", COALITION, (), DAY, VILLAGE)
    accounts = {each.id: each for each in (*case.accounts, line)}

    evidence = gather_evidence(case.incident(), accounts, case.claims, vicinity=["line"])

    assert evidence.vicinity == ()
    assert gather_evidence(Case().incident(), accounts, {}, vicinity=["line"]).vicinity == ("line",)


def test_a_log_line_near_one_source_leaves_it_weak() -> None:
    case = Case()
    case.account("a", SOHR)

    assert grade_of(case, vicinity=["centcom:7"]) == "weak"


def test_a_log_line_that_is_an_account_of_the_incident_is_near_and_tells_of_no_harm() -> None:
    case = Case()
    case.account("a", SOHR)
    case.account("line", COALITION, killed(2, status="combatant"))

    found, status = decided(case, vicinity=["line"])

    assert (found.value, found.accounts) == ("weak", ("a",))
    assert status is not None
    assert status.value == "single_source"


def test_one_monitor_in_ten_papers_is_weak() -> None:
    case = Case()
    for n in range(10):
        case.account(f"p{n}", Party(f"paper-{n}", f"Paper {n}"), killed(4, claimant=SOHR))

    found, status = decided(case)

    assert found.value == "weak"
    assert found.reason == "one independent source tells of the harm"
    assert status is not None
    assert status.value == "single_source"


def test_a_thousand_pages_that_nobody_knows_are_one_source() -> None:
    case = Case()
    for n in range(60):
        case.account(f"p{n}", Party(None, f"Page {n}"), text=f"page {n} tells the tale of number {n} its own way {n}")

    assert grade_of(case) == "weak"


def test_a_known_source_beside_unknown_pages_is_a_second_one() -> None:
    case = Case()
    case.account("a", SOHR)
    case.account("p", Party(None, "A page"))
    case.account("q", Party(None, "Another page"))

    assert grade_of(case) == "fair"


def test_sources_that_name_different_belligerents_are_contested() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=(BY_COALITION,))
    case.account("b", SNHR, attributed_to=(BY_RUSSIA,))

    found, status = decided(case)

    assert (found.value, found.accounts) == ("contested", ("a", "b"))
    assert "Russia and to the coalition" in found.reason
    assert status is not None
    assert status.value == "contested"


def test_one_source_that_suspects_two_belligerents_is_contested() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=(BY_COALITION, BY_RUSSIA))

    assert grade_of(case) == "contested"


def test_two_parties_that_are_known_to_have_struck_together_are_not_contested() -> None:
    case = Case()
    both = (Attribution("russia", "Russia", "known"), Attribution("syrian-government", "the government", "known"))
    case.account("a", SOHR, attributed_to=both)

    assert grade_of(case) == "weak"


def test_a_coalition_and_its_member_are_one_hand() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=(BY_COALITION,))
    case.account("b", SNHR, attributed_to=(Attribution("united-states", "the US", "suspected"),))

    assert grade_of(case) == "fair"


def test_who_denies_it_is_not_named() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=(BY_COALITION,))
    case.account("b", SNHR, attributed_to=(BY_COALITION, Attribution("russia", "Russia", "denied")))

    assert grade_of(case) == "fair"


def test_fighters_by_every_account_are_discounted() -> None:
    case = Case()
    case.account("a", SOHR, killed(4, status="combatant"))
    case.account("b", SNHR, killed(5, status="combatant"), killed(Count.nobody(), status="civilian"))

    found, _ = decided(case)

    assert (found.value, found.accounts) == ("discounted", ("a", "b"))


def test_fighters_by_the_belligerents_word_alone_discount_nothing() -> None:
    case = Case()
    case.account("c", COALITION, killed(4, status="combatant"))

    assert grade_of(case) == "ungraded"


def test_one_source_that_tells_of_others_is_not_discounted_by_another_that_says_fighters() -> None:
    case = Case()
    case.account("a", SOHR, killed(4, status="combatant"))
    case.account("b", SNHR, killed(4, status=None))

    assert grade_of(case) == "weak"


def test_harm_that_others_are_known_to_have_done_is_discounted_for_the_accused() -> None:
    by_russia = (Attribution("russia", "Russia", "known"),)
    case = two_monitors(attributed_to=by_russia)

    assert grade_of(case, accused="us-led-coalition") == "discounted"
    assert grade_of(case, accused="russia") == "fair"
    assert grade_of(case) == "fair"


def test_a_party_to_the_fighting_is_no_independent_source() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=(BY_RUSSIA,))
    case.account("b", COALITION, attributed_to=(BY_RUSSIA,))

    assert grade_of(case) == "weak"


def test_nobody_harmed_is_ungraded() -> None:
    case = Case()
    case.account("a", SOHR, killed(Count.nobody(), kind="denial", modality="denied"))

    assert decided(case)[0].value == "ungraded"
    assert status_of(case) == "single_source"


def test_a_claim_that_a_person_rejected_supports_nothing() -> None:
    case = two_monitors()
    case.claims["b:0"] = killed(4, state="rejected")

    assert grade_of(case) == "weak"


def test_an_incident_without_accounts_is_ungraded_and_of_no_status() -> None:
    found, status = decided(Case())

    assert (found.value, status) == ("ungraded", None)


def test_a_stated_grade_decides_nothing() -> None:
    case = Case()
    case.account("a", SOHR, stated=Stated(grade="confirmed", strike_status="declared"))

    assert grade_of(case) == "weak"


def test_two_sources_satisfy_iraq_body_count_and_one_is_provisional() -> None:
    one = Case()
    one.account("a", REUTERS, killed(4, claimant=SOHR))
    one.account("b", AL_JAZEERA, killed(4, claimant=SOHR))

    assert grade_of(two_monitors(attributed_to=()), "ibc") == "two_independent_sources"
    assert grade_of(one, "ibc") == "provisional"
    assert grade_of(Case(), "ibc") == "unsupported"
    assert decided(one, "ibc")[1] is None


@pytest.mark.parametrize(
    ("about", "claim", "expected"),
    [
        ({}, {}, "clear"),
        ({"date": AccountDate("2015-06", "2015-06", "month")}, {}, "aggregate"),
        ({"place": AccountPlace(name="Raqqa", precision="province")}, {}, "aggregate"),
        ({"place": AccountPlace(name="somewhere")}, {}, "aggregate"),
        ({}, {"scope": "cumulative"}, "aggregate"),
    ],
    ids=["all known", "a month", "a province", "no precision", "a running total"],
)
def test_an_event_is_clear_to_ucdp_where_day_place_actor_and_count_are_its_own(
    about: dict[str, Any], claim: dict[str, Any], expected: str
) -> None:
    case = Case()
    case.account("a", SOHR, killed(4, **claim))

    assert grade_of(case, "ucdp", **about) == expected


def test_an_event_of_an_unnamed_actor_is_not_clear() -> None:
    case = Case()
    case.account("a", SOHR, attributed_to=())

    assert grade_of(case, "ucdp") == "aggregate"


def test_a_set_of_rules_that_there_is_not_is_named() -> None:
    with pytest.raises(UnknownWording, match="grading rules 'theirs'"):
        grade_of(Case(), "theirs")


def test_incidents_are_graded_with_their_own_log_lines() -> None:
    case = two_monitors(attributed_to=())
    accounts = {each.id: each for each in case.accounts}
    here, there = case.incident(code="I1"), case.incident(code="I2")

    found = grade_incidents([here, there], accounts, case.claims, vicinity={"I2": ["centcom:7"]})

    assert [each.grade.value for each in found if each.grade] == ["ungraded", "fair"]


def test_the_place_and_day_of_the_accounts_are_the_cases() -> None:
    assert two_monitors().accounts[0].date == DAY
    assert two_monitors().accounts[0].place == VILLAGE
