"""What a claim and a tally count, in the words of one scope, and where the two part."""

from dataclasses import replace
from typing import Any

import pytest

from tests.tallies.comparison.records import COALITION, IN_SYRIA, LIST, RUSSIA, documented, reported
from tests.tallies.writing import AIRWARS, IRAQ, SINCE_SEPTEMBER, SOHR, SYRIA
from untold.claims.claim import Period, Place
from untold.tallies.comparison.judging import pair_of
from untold.tallies.comparison.scopes import objections
from untold.tallies.tally import TallyScope, Window

ALIKE: dict[str, Any] = {"places": (SYRIA,), "attributed_to": (COALITION,), "period": SINCE_SEPTEMBER, "claimant": SOHR}
SINCE = TallyScope(actors=("us-led-coalition",), countries=("SYR",), window=Window("2014-09-01", "2016-03-23"))

OTHER_GRADES = "different grades: graded fair or weak, as we grade, against graded fair, as we grade"
EARLIER = Period("2011", "2011")
GRADED = replace(SINCE, grades=("fair", "confirmed"), grades_by="source")


def reasons(asked: TallyScope, /, **fields: Any) -> list[str]:
    claim = reported("2016-03-23", **{**ALIKE, **fields})
    return [each.reason for each in objections(claim, documented(asked, source=LIST))]


def test_a_claim_and_a_tally_of_one_scope_are_comparable() -> None:
    pair = pair_of(reported("2016-03-23", **ALIKE), documented(SINCE))

    assert (pair.verdict, pair.reasons[:-1], pair.ratio, pair.difference) == ("comparable", (), 1.316, 120)


def test_a_running_total_runs_to_the_day_of_its_report() -> None:
    assert reported("2016-03-23", **ALIKE).scope.window == Window("2014-09-01", "2016-03-23")
    assert reported("2016-03", **ALIKE).scope.window == Window("2014-09-01", None)
    assert reported(None, **ALIKE).scope.window == Window("2014-09-01", None)


def test_a_tally_that_is_open_at_its_end_runs_to_the_day_of_the_record() -> None:
    assert documented(IN_SYRIA).scope.window == Window(None, "2016-04-01")


@pytest.mark.parametrize(
    ("scope", "fields", "reason"),
    [
        (SINCE, {"places": (SYRIA, IRAQ)}, "different place: Syria and Iraq, against Syria"),
        (SINCE, {"places": (Place("Manbij", None),)}, "different place: Manbij, against Syria"),
        (SINCE, {"places": ()}, "place not stated by SOHR"),
        (SINCE, {"status": "combatant"}, "different status: combatant and civilian"),
        (SINCE, {"status": None}, "different status: not stated and civilian"),
        (SINCE, {"harm": "injured"}, "different harm: injured and killed"),
        (SINCE, {"demographic": "children"}, "different people: children and everybody"),
        (SINCE, {"attributed_to": (RUSSIA,)}, "different actors: Russia and US-led coalition"),
        (SINCE, {"scope": "incident"}, "one incident beside a tally of several"),
        (SINCE, {"period": EARLIER, "scope": "period"}, "different time: 2011, against 2014-09-01 to 2016-03-23"),
        (replace(SINCE, actors=()), {}, "different actors: the US-led coalition and anybody"),
        (replace(SINCE, countries=()), {}, "different place: Syria, against everywhere"),
    ],
)  # fmt: skip
def test_a_tally_of_something_else_is_refused_in_words(scope: TallyScope, fields: dict[str, Any], reason: str) -> None:
    claim = reported("2016-03-23", **{**ALIKE, **fields})

    pair = pair_of(claim, documented(scope))

    assert pair.verdict == "not_comparable"
    assert reason in reasons(scope, **fields)


@pytest.mark.parametrize(
    ("scope", "fields", "reason"),
    [
        (
            GRADED,
            {},
            "only incidents graded fair or confirmed, as the sources themselves state; SOHR states no grade",
        ),
        (SINCE, {"attributed_to": ()}, "SOHR does not state by whom"),
        (SINCE, {"period": Period()}, "window not dated: a time not stated, against 2014-09-01 to 2016-03-23"),
        (IN_SYRIA, {}, "windows overlap: “since September 2014” and until 2016-04-01"),
        (SINCE, {"claimant": AIRWARS}, "one voice: Airwars prints the one, and its own records add up to the other"),
        (SINCE, {"modality": "estimated"}, "an estimate beside a count"),
    ],
)
def test_what_is_unsaid_or_leans_on_the_other_is_a_caveat_in_words(
    scope: TallyScope, fields: dict[str, Any], reason: str
) -> None:
    claim = reported("2016-03-23", **{**ALIKE, **fields})

    pair = pair_of(claim, documented(scope, source=LIST))

    assert pair.verdict == "with_caveat"
    assert reasons(scope, **fields) == [reason]
    assert pair.ratio == 1.316


def test_incidents_laid_to_one_party_alone_are_a_caveat_where_the_claim_does_not_say_so() -> None:
    scope = replace(SINCE, is_alone=True)

    assert reasons(scope) == [
        "only incidents laid to US-led coalition alone; SOHR does not say that nobody else is blamed"
    ]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ((), ("fair",), ["different grades: of any grade, against graded fair, as we grade"]),
        (("fair", "weak"), ("fair",), [OTHER_GRADES]),
        (("fair", "confirmed"), ("confirmed", "fair"), []),
    ],
)  # fmt: skip
def test_tallies_of_other_grades_are_refused(one: tuple[str, ...], other: tuple[str, ...], words: list[str]) -> None:
    ours = documented(TallyScope(countries=("SYR",), grades=one), source=SOHR)
    theirs = documented(TallyScope(countries=("SYR",), grades=other), source=LIST)

    found = objections(ours, theirs)

    assert [each.reason for each in found] == words
    assert all(each.refuses for each in found)


def test_one_grade_by_two_rules_is_a_caveat() -> None:
    ours = documented(TallyScope(grades=("fair",)), source=SOHR)
    theirs = documented(TallyScope(grades=("fair",), grades_by="source"), source=LIST)

    (found,) = objections(ours, theirs)

    assert not found.refuses
    assert found.reason.startswith("grades by different rules: graded fair, as we grade")


def test_a_count_of_everybody_is_no_count_of_civilians() -> None:
    everybody = replace(SINCE, status=None)

    assert reasons(everybody) == ["different status: civilian and everybody"]
    assert reasons(everybody, status=None) == ["different status: not stated and everybody"]


def test_a_total_by_two_parties_together_is_no_total_by_one_of_them() -> None:
    both = (COALITION, RUSSIA)

    assert reasons(SINCE, attributed_to=both) == [
        "different actors: the US-led coalition with Russia and US-led coalition"
    ]


def test_numbers_of_different_units_are_refused() -> None:
    people = documented(SINCE)
    strikes = replace(people, scope=replace(people.scope, unit="strikes"))

    assert [each.reason for each in objections(people, strikes) if each.field == "unit"] == [
        "different unit: people, against strikes"
    ]
