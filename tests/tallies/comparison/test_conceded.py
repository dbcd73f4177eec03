"""What a belligerent conceded on a scope: summed over incidents, never over the times that it was said."""

from typing import Any

import pytest

from tests.made_claims import made_claim
from tests.tallies.comparison.counting_by_hand import AS_OF
from tests.tallies.comparison.records import IN_SYRIA, incident
from untold.allegations.allegation import Allegation, Determination
from untold.claims.account import Conceded
from untold.claims.claim import Claim, Party
from untold.codebook.counts import Count
from untold.tallies.comparison import Figure
from untold.tallies.comparison.conceded import (
    Admission,
    conceded_in_claims,
    conceded_in_docket,
    figures_of_admissions,
)
from untold.tallies.tally import TallyScope

COALITION = Party("us-led-coalition", "CJTF-OIR")
RUSSIA = Party("russia", "Russia")
EVERYBODY = TallyScope(countries=("SYR",))


def admitted(number: Count, code: str = "I-1", by: Party = COALITION) -> Admission:
    return Admission(by, code, number, f"claim of {code}")


def figures(*admissions: Admission, asked: TallyScope = IN_SYRIA) -> tuple[Figure, ...]:
    return figures_of_admissions(admissions, asked, AS_OF, kind="claims")


def bounds(*admissions: Admission) -> tuple[int | None, int | None]:
    (found,) = figures(*admissions)
    return found.low, found.high


def test_what_is_conceded_of_several_incidents_is_added_up() -> None:
    (found,) = figures(admitted(Count.exactly(8)), admitted(Count.between(2, 4), "I-2"))

    assert (found.adjective, found.low, found.high, found.incidents) == ("conceded", 10, 12, 2)
    assert found.source == Party("us-led-coalition", "US-led coalition")


def test_one_incident_that_is_conceded_twice_is_conceded_once() -> None:
    assert bounds(admitted(Count.exactly(8)), admitted(Count.exactly(8))) == (8, 8)
    assert bounds(admitted(Count.exactly(8)), admitted(Count.exactly(10))) == (8, 10)


def test_an_admission_without_a_number_leaves_the_most_open_and_is_no_zero() -> None:
    (found,) = figures(admitted(Count.exactly(8)), admitted(Count.vague(), "I-2"))

    assert (found.low, found.high, found.known_high, found.unnumbered) == (8, None, 8, 1)
    assert bounds(admitted(Count.vague())) == (None, None)


def test_nobody_conceded_is_a_zero() -> None:
    assert bounds(admitted(Count.nobody())) == (0, 0)


def test_each_actor_has_its_own_sum() -> None:
    both = (admitted(Count.exactly(8)), admitted(Count.exactly(3), by=RUSSIA))

    assert [(each.id, each.low) for each in figures(*both, asked=EVERYBODY)] == [
        ("claims:us-led-coalition", 8),
        ("claims:russia", 3),
    ]
    assert [each.id for each in figures(*both)] == ["claims:us-led-coalition"]


def claim(**fields: Any) -> Claim:
    alike = {"kind": "concession", "modality": "conceded", "status": "civilian", "claimant": COALITION}
    return made_claim("c", fields.pop("count", Count.exactly(8)), **{**alike, **fields})


def found_in(one: Claim, codes: tuple[str, ...] = ("I-1",)) -> int:
    own = incident("I-1", "2015-01-01", 1, 2, accounts=("a",))
    return len(conceded_in_claims(IN_SYRIA, codes, {"I-1": own}, {"a": (one,)}))


def test_a_concession_in_an_account_of_an_incident_on_the_scope_counts() -> None:
    assert found_in(claim()) == 1
    assert found_in(claim(status=None)) == 1
    assert found_in(claim(), codes=()) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "casualty"},
        {"harm": "injured"},
        {"status": "combatant"},
        {"demographic": "children"},
        {"scope": "cumulative"},
        {"state": "rejected"},
        {"claimant": None},
        {"harm": "casualties"},
    ],
)
def test_what_is_no_concession_of_this_harm_does_not(fields: dict[str, Any]) -> None:
    assert found_in(claim(**fields)) == 0


def test_an_admission_of_harm_unsaid_and_uncounted_may_be_of_this_one() -> None:
    assert found_in(claim(harm="casualties", count=Count.vague())) == 1


def determined(killed: Count | None, determination_id: str = "d1", **fields: Any) -> Determination:
    conceded = None if killed is None else Conceded(killed, Count.exactly(1))
    return Determination(determination_id, "credible", "2016-05-01", conceded=conceded, **fields)


def allegation(*determinations: Determination, status: Any = "credible", **fields: Any) -> Allegation:
    alike = {"incident": "I-1", "account": None, "to": COALITION, "received": None}
    return Allegation("one", **{**alike, **fields}, status=status, determinations=determinations)


def docketed(*allegations: Allegation, asked: TallyScope = IN_SYRIA) -> list[str]:
    return [str(each.count) for each in conceded_in_docket(asked, ("I-1",), allegations)]


def test_what_a_credible_determination_concedes_counts() -> None:
    assert docketed(allegation(determined(Count.exactly(8)))) == ["8"]
    assert docketed(allegation(determined(Count.exactly(8))), asked=TallyScope(harm="injured")) == ["1"]


def test_the_determination_that_corrects_another_has_the_word() -> None:
    second = determined(Count.exactly(5), "d2", corrects="d1")

    assert docketed(allegation(determined(Count.exactly(8)), second)) == ["5"]


@pytest.mark.parametrize(
    "one",
    [
        allegation(determined(Count.exactly(8)), status="reopened"),
        allegation(determined(Count.exactly(8)), status="duplicate"),
        allegation(determined(Count.exactly(8)), incident=None),
        allegation(determined(Count.exactly(8)), incident="I-9"),
        allegation(determined(None)),
        allegation(),
    ],
)
def test_what_is_not_conceded_of_an_incident_on_the_scope_does_not(one: Allegation) -> None:
    assert docketed(one) == []


def test_a_determination_does_not_say_how_many_were_children() -> None:
    assert docketed(allegation(determined(Count.exactly(8))), asked=TallyScope(demographic="children")) == []
