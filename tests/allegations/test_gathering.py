"""Which steps are one allegation, and the name that it keeps."""

from dataclasses import replace

from tests.allegations.dockets import COALITION
from untold.allegations.allegation import Determination, ReviewStatus
from untold.allegations.gathering import Gathered, gather
from untold.allegations.step import Step, answering, citing, determined, named, number_names
from untold.claims.claim import Party

RUSSIA = Party("russia", "Russia")


def _step(
    identity: str,
    date: str | None = "2017-03-05",
    status: ReviewStatus = "non_credible",
    *,
    to: Party = COALITION,
    incident: str | None = None,
    number: str | None = None,
    code: str | None = None,
    corrects: str | None = None,
) -> Step:
    numbers = () if number is None else (number,)
    names = (*number_names(to, numbers), identity)
    keys = [determined(identity), *map(named, names)]
    keys += [determined(corrects)] if corrects else []
    keys += [answering(to, incident)] if incident else [citing(to, code)] if code else []
    made = Determination(identity, status, date, corrects=corrects)
    return Step(to, made, names, tuple(keys), incident=incident, numbers=numbers, codes=(code,) if code else ())


def _gather(*steps: Step, kept: tuple[str, ...] = ()) -> tuple[Gathered, ...]:
    return gather(steps, kept)[0]


def _sizes(*steps: Step) -> list[int]:
    return sorted(len(each.allegation.determinations) for each in _gather(*steps))


def test_steps_of_one_number_are_one_allegation() -> None:
    assert _sizes(_step("r:0", number="2793"), _step("s:4", number="2793")) == [2]


def test_steps_about_one_incident_are_one_allegation_and_its_numbers_are_told() -> None:
    (one,) = _gather(_step("r:0", number="1", incident="U-1"), _step("r:9", number="2", incident="U-1"))

    assert one.allegation.numbers == ("1", "2")
    assert one.allegation.doubts == ("US-led coalition numbers it 1 and 2",)


def test_two_actors_about_one_incident_are_two_allegations() -> None:
    assert _sizes(_step("r:0", incident="U-1"), _step("s:0", incident="U-1", to=RUSSIA)) == [1, 1]


def test_one_number_of_two_actors_is_two_allegations() -> None:
    assert _sizes(_step("r:0", number="1"), _step("s:0", number="1", to=RUSSIA)) == [1, 1]


def test_a_code_of_no_incident_joins() -> None:
    assert _sizes(_step("r:0", code="CS9"), _step("s:0", code="CS9")) == [2]


def test_a_correction_joins_what_it_corrects() -> None:
    assert _sizes(_step("r:0"), _step("s:0", corrects="r:0"), _step("t:0")) == [1, 2]


def test_steps_that_a_third_brings_together_are_one() -> None:
    assert _sizes(_step("r:0", number="1"), _step("s:0", incident="U-1"), _step("t:0", number="1", incident="U-1")) == [
        3
    ]


def test_determinations_go_by_date_then_as_they_came_in() -> None:
    (one,) = _gather(
        _step("r:0", "2018-01", number="1"), _step("r:1", "2017-01", number="1"), _step("r:2", "2018-01", number="1")
    )

    assert [each.id for each in one.allegation.determinations] == ["r:1", "r:0", "r:2"]


def test_the_actor_s_own_number_names_it_before_the_first_statement() -> None:
    (one,) = _gather(_step("r:0", "2017-01", incident="U-1"), _step("r:1", number="2793", incident="U-1"))

    assert one.allegation.id == "us-led-coalition:2793"
    assert set(one.names) == {"us-led-coalition:2793", "r:0", "r:1"}


def test_an_id_that_was_given_stays_when_a_number_comes_to_be_known() -> None:
    (one,) = _gather(_step("r:0", incident="U-1"), _step("r:1", number="2793", incident="U-1"), kept=("r:0",))

    assert one.allegation.id == "r:0"


def test_when_two_become_one_the_earlier_keeps_its_id_and_the_other_still_leads_there() -> None:
    earlier, later = _step("r:0", "2017-01", incident="U-1"), _step("r:1", "2017-02", incident="U-1")
    (one,) = _gather(later, earlier, kept=("r:0", "r:1"))

    assert (one.allegation.id, "r:1" in one.names) == ("r:0", True)


def test_when_one_becomes_two_its_id_stays_with_the_step_that_it_names() -> None:
    found = _gather(_step("r:0", incident="U-1"), _step("r:1", incident="U-2"), kept=("r:1",))

    assert {each.allegation.id for each in found} == {"r:0", "r:1"}


def test_answers_about_two_incidents_under_one_number_are_told() -> None:
    (one,) = _gather(_step("r:0", number="1", incident="U-1"), _step("r:1", number="1", incident="U-2"))

    assert one.allegation.incident == "U-1"
    assert one.allegation.doubts == ("its answers are about U-1 and U-2; it is kept with the first",)


def test_why_a_step_is_about_no_incident_is_told_only_while_nothing_else_places_it() -> None:
    bare = replace(_step("r:0", number="1"), homeless="about no incident: it states no day of its own")
    (alone,) = _gather(bare)
    (placed,) = _gather(bare, _step("r:1", number="1", incident="U-1"))

    assert alone.allegation.doubts == ("about no incident: it states no day of its own",)
    assert placed.allegation.doubts == ()


def test_a_step_whose_allegation_is_not_there_is_given_back() -> None:
    orphan = Step(None, Determination("hand:2", "credible", None), (), (named("r:7"),))

    assert gather([orphan]) == ((), (orphan,))
