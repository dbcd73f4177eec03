"""Sets of rules: what a grade asks for, as data, each rule with its source.

Airwars, Iraq Body Count and UCDP ask different things of the same reports. Each
is a set of its own in `codebook/words/grading.toml`, and none is in code.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from untold.codebook.errors import BrokenVocabulary, UnknownWording
from untold.codebook.shapes import shaped_list
from untold.codebook.vocabularies import vocabulary
from untold.incidents.grading.facts import FACTS


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The facts that must all hold, those of which one must, and where the rule is from."""

    source: str
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()


class RuleSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules in the order in which they are tried, by the value that they give.

    `vocabulary` names the list of the grade's values; `otherwise` is the grade
    where no rule holds. A set without rules for the strike status gives none.
    """

    about: str
    source: str
    vocabulary: str
    unlisted: str
    otherwise: str
    grade: dict[str, Rule]
    strike_status: dict[str, Rule] = {}


class _GradingList(msgspec.Struct):
    rules: dict[str, RuleSet]


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    """Return the sets of rules by name.

    Raises `BrokenVocabulary` where a rule names an unknown fact or gives a
    value that its vocabulary does not hold.

    >>> list(rule_sets())
    ['ours', 'ibc', 'ucdp']
    """
    found = shaped_list("grading", _GradingList).rules
    for name, rules in found.items():
        check_rules(name, rules)
    return MappingProxyType(found)


def rule_set(name: str) -> RuleSet:
    """Return one set of rules; raises `UnknownWording` for a name that no set has."""
    if name not in rule_sets():
        raise UnknownWording(name, "set of grading rules")
    return rule_sets()[name]


def check_rules(name: str, rules: RuleSet) -> None:
    """Raise `BrokenVocabulary` where a set names facts or values that there are not."""
    where = f"grading.toml, rules.{name}"
    for values, given in ((rules.vocabulary, rules.grade), ("strike_status", rules.strike_status)):
        known = {term.slug for term in vocabulary(values)}
        if unknown := [value for value in given if value not in known]:
            raise BrokenVocabulary(where, f"{unknown[0]!r} is no value of {values}")
        asked = [fact for rule in given.values() for fact in (*rule.all, *rule.any)]
        if missing := [fact for fact in asked if fact not in FACTS]:
            raise BrokenVocabulary(where, f"{missing[0]!r} is no fact")
    if rules.otherwise not in {term.slug for term in vocabulary(rules.vocabulary)}:
        raise BrokenVocabulary(where, f"{rules.otherwise!r} is no value of {rules.vocabulary}")
    if rules.unlisted not in {"one", "each"}:
        raise BrokenVocabulary(where, f"unlisted publishers are {rules.unlisted!r}, and not one or each")
