"""Sets of rules are data, and a set that contradicts itself is refused."""

import re

import pytest

from untold.codebook.errors import BrokenVocabulary
from untold.codebook.vocabularies import vocabulary
from untold.incidents.grading import facts
from untold.incidents.grading.rules import Rule, RuleSet, check_rules, rule_sets


def rules(**fields: object) -> RuleSet:
    given = {
        "about": "a set",
        "source": "a test",
        "vocabulary": "grade",
        "unlisted": "one",
        "otherwise": "ungraded",
        "grade": {"weak": Rule("a test", all=("one_source",))},
    }
    return RuleSet(**{**given, **fields})  # type: ignore[arg-type]


def test_our_rules_can_give_every_grade_and_every_strike_status() -> None:
    ours = rule_sets()["ours"]

    assert {*ours.grade, ours.otherwise} == {term.slug for term in vocabulary("grade")}
    assert {*ours.strike_status} == {term.slug for term in vocabulary("strike_status")}


def test_every_rule_and_every_set_says_where_it_is_from() -> None:
    sets = rule_sets().values()

    assert all(each.source for each in sets)
    assert all(rule.source for each in sets for rule in (*each.grade.values(), *each.strike_status.values()))


def test_every_fact_is_asked_for_by_some_rule() -> None:
    asked = {
        fact
        for each in rule_sets().values()
        for rule in (*each.grade.values(), *each.strike_status.values())
        for fact in (*rule.all, *rule.any)
    }

    assert asked == set(facts.FACTS)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"grade": {"weak": Rule("t", all=("many_sources",))}}, "'many_sources' is no fact"),
        ({"grade": {"good": Rule("t", all=("one_source",))}}, "'good' is no value of grade"),
        ({"strike_status": {"sure": Rule("t", all=("declared",))}}, "'sure' is no value of strike_status"),
        ({"otherwise": "unknown"}, "'unknown' is no value of grade"),
        ({"unlisted": "none"}, "'none', and not one or each"),
    ],
    ids=["fact", "grade", "status", "otherwise", "unlisted"],
)
def test_a_set_that_names_what_there_is_not_is_refused(fields: dict[str, object], why: str) -> None:
    with pytest.raises(BrokenVocabulary, match=re.escape(why)):
        check_rules("mine", rules(**fields))
