"""Every rule finds its fault and says whom it is about, and is silent where something only comes near it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.evaluation.checks import measure
from tests.evaluation.measure import bound_of, floors
from tests.evaluation.measurement import below_floor
from tests.tallies.checks.faults import FAULTS, NEAR, Plant
from tests.tallies.checks.naming import names
from tests.tallies.checks.worlds import clean_world
from untold.codebook.errors import UnknownWording
from untold.tallies.checks.catalogue import GRAVEST_FIRST, check_rule, check_rules, rules_table
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.objects import as_csv
from untold.tallies.checks.rules import FINDERS

FEW = 6  # incidents of a world; enough for neighbors


def test_a_record_in_which_nothing_is_wrong_has_no_findings() -> None:
    assert check_record(clean_world(60).record()) == ()


def test_every_rule_has_a_fault_that_it_finds_and_a_near_miss_that_it_does_not() -> None:
    assert set(FAULTS) == set(check_rules())
    assert set(NEAR) == set(check_rules())


def test_every_rule_is_looked_for_and_every_finder_gives_rules_that_there_are() -> None:
    given = {rule for rules in FINDERS.values() for rule in rules}

    assert given == set(check_rules())


@pytest.mark.parametrize("rule", list(FAULTS))
def test_a_rule_finds_its_fault(rule: str) -> None:
    world = clean_world(FEW)
    named = FAULTS[rule](world)

    found = check_record(world.record(), [rule])

    assert [named in names(each) for each in found] == [True]
    assert GRAVEST_FIRST.index(found[0].severity) >= GRAVEST_FIRST.index(check_rule(rule).severity)


@pytest.mark.parametrize(
    ("rule", "plant"),
    [(rule, plant) for rule, plants in NEAR.items() for plant in plants],
    ids=lambda each: each if isinstance(each, str) else each.__name__.strip("_"),
)
def test_a_rule_is_silent_where_something_only_comes_near_it(rule: str, plant: Plant) -> None:
    world = clean_world(FEW)
    plant(world)

    assert check_record(world.record(), [rule]) == ()


def test_the_codebook_prints_every_rule() -> None:
    page = (Path(__file__).parents[3] / "docs" / "codebook.md").read_text("utf-8")

    assert rules_table() in page, "run `make docs`"


def test_every_rule_says_what_it_means_and_whose_it_is() -> None:
    for rule in check_rules().values():
        assert rule.meaning.endswith("."), rule.id
        assert not rule.source.endswith("."), rule.id
        assert rule.title[0].isupper(), rule.id


def test_an_id_that_no_rule_has_is_refused() -> None:
    with pytest.raises(UnknownWording, match="rule of the checks"):
        check_record(clean_world(1).record(), ["outside_nothing"])


def test_what_is_looked_for_is_told() -> None:
    told: list[str] = []
    check_record(clean_world(1).record(), ["outside_country", "parts_sum"], tell=told.append)

    assert [each.split(", ")[0] for each in told] == ["parts_sum", "outside_country"]


def test_every_passage_of_a_finding_is_the_reports_own_words() -> None:
    world = clean_world(FEW)
    for rule, plant in FAULTS.items():
        if rule not in {"misquoted", "printed_total"}:
            plant(world)
    record = world.record()

    passages = [passage for each in check_record(record) for passage in each.passages]

    assert len(passages) > 100
    assert all(record.reports[each.report].text[each.start : each.end] == each.text for each in passages)


def test_planted_faults_keep_their_floors() -> None:
    kept = floors()

    assert [each for each in measure() if below_floor(each, bound_of(each, kept))] == []


def test_no_finding_shows_the_name_of_a_person_who_is_listed() -> None:
    world = clean_world(FEW)
    for plant in (FAULTS["persons_above_count"], FAULTS["counted_twice"], FAULTS["rests_on_rejected"]):
        plant(world)
    listed = [each.id for each in world.claims if "name" in each.evidence]
    world.claims = [replace(each, state="rejected") if each.id in listed else each for each in world.claims]
    rejected, standing = world.record(), clean_world(FEW)
    FAULTS["persons_above_count"](standing)

    found = as_csv([*check_record(rejected), *check_record(standing.record())])

    assert len(listed) == 4
    assert "persons_above_count" in found
    assert "Person 1" not in found
