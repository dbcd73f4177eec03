"""From evidence to a grade and a strike status: the first rule that holds, and the accounts that decided it.

A grade that nobody can question is a verdict. Each carries its rule, the
accounts, and the reason in words, and where none holds, what was missing.
"""

from collections.abc import Mapping
from dataclasses import replace

from untold.incidents.grading.evidence import Evidence, with_unlisted_as_one
from untold.incidents.grading.facts import FACTS, Fact
from untold.incidents.grading.rules import Rule, rule_set
from untold.incidents.incident import Decision


def decide_grade(evidence: Evidence, rules: str = "ours") -> Decision:
    """Return the grade by a set of rules; `otherwise` of the set, with what was missing, where no rule holds.

    Raises `UnknownWording` for a set that there is not.
    """
    chosen = rule_set(rules)
    weighed = _weighed(evidence, chosen.unlisted)
    found = _first(weighed, chosen.grade, f"{rules}/grade")
    if found is not None:
        return found
    return Decision(chosen.otherwise, f"{rules}/grade/none", (), _missing(weighed, chosen.grade))


def decide_strike_status(evidence: Evidence, rules: str = "ours") -> Decision | None:
    """Return whether it is sure that there was a strike, or null where no rule of the set holds or it has none.

    Raises `UnknownWording` for a set that there is not.
    """
    chosen = rule_set(rules)
    return _first(_weighed(evidence, chosen.unlisted), chosen.strike_status, f"{rules}/strike_status")


def _weighed(evidence: Evidence, unlisted: str) -> Evidence:
    if unlisted == "each":
        return evidence
    return replace(
        evidence,
        harm_sources=with_unlisted_as_one(evidence.harm_sources, evidence),
        strike_sources=with_unlisted_as_one(evidence.strike_sources, evidence),
    )


def _first(evidence: Evidence, rules: Mapping[str, Rule], name: str) -> Decision | None:
    for value, rule in rules.items():
        if (facts := _holding(evidence, rule)) is not None:
            accounts = tuple(dict.fromkeys(account for fact in facts for account in fact.accounts))
            return Decision(value, f"{name}/{value}", accounts, "; ".join(fact.words for fact in facts))
    return None


def _holding(evidence: Evidence, rule: Rule) -> list[Fact] | None:
    """Return the facts by which a rule holds, or null where it does not."""
    needed = [FACTS[each](evidence) for each in rule.all]
    if not all(fact.holds for fact in needed):
        return None
    helping = [fact for fact in (FACTS[each](evidence) for each in rule.any) if fact.holds]
    return None if rule.any and not helping else [*needed, *helping]


def _missing(evidence: Evidence, rules: Mapping[str, Rule]) -> str:
    """Return what the rule that came closest to hold lacks: the last of those of which the most facts hold."""
    tried = [(rule, [FACTS[each](evidence) for each in rule.all]) for rule in rules.values()]
    rule, needed = max(tried, key=lambda each: sum(fact.holds for fact in each[1]) / max(len(each[1]), 1))
    lacking = [fact.words for fact in needed if not fact.holds]
    have = [fact.words for fact in needed if fact.holds]
    if not lacking:
        lacking = [FACTS[each](evidence).words for each in rule.any]
    return "; ".join((*have, *lacking))
