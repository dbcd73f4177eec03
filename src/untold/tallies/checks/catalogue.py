"""The rules of the checks, as data: what each is called, how grave it is, what it means, and whose rule it is.

Whoever answers a finding has a right to the rule behind it in words, and the
documentation prints the same list.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

import msgspec

from untold.codebook.errors import UnknownWording
from untold.tallies.checks.record import Severity

About = Literal["reports", "claims", "accounts", "incidents", "allegations", "lists"]
GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One rule: `severity` is the gravest that its findings have, `about` which records it looks at."""

    id: str
    severity: Severity
    about: About
    title: str
    meaning: str
    source: str


class RuleEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One rule as `rules.toml` writes it."""

    severity: Severity
    about: About
    title: str
    meaning: str
    source: str


@cache
def check_rules() -> Mapping[str, CheckRule]:
    """Return every rule by its id, in the order of the list."""
    text = resources.files("untold.tallies.checks").joinpath("rules.toml").read_text(encoding="utf-8")
    entries = msgspec.convert(tomllib.loads(text), dict[str, RuleEntry])
    rules = {slug: CheckRule(slug, **msgspec.structs.asdict(entry)) for slug, entry in entries.items()}
    return MappingProxyType(rules)


def check_rule(slug: str) -> CheckRule:
    """Return one rule; raises `UnknownWording` for a slug that no rule has.

    >>> check_rule("date_in_future").severity
    'error'
    """
    known = check_rules().get(slug)
    if known is None:
        raise UnknownWording(slug, kind="rule of the checks")
    return known


def rules_table() -> str:
    """Return the rules as a table of Markdown, for the documentation."""
    head = ["| Rule | Gravest | Looks at | What it says | Source |", "|---|---|---|---|---|"]
    rows = [
        f"| `{rule.id}` | {rule.severity} | {rule.about} | {rule.title}. {rule.meaning} | {rule.source} |"
        for rule in check_rules().values()
    ]
    return "\n".join([*head, *rows])
