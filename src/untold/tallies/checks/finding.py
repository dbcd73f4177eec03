"""A finding: one thing in a whole record that cannot be right, or that a person should look at, with its words.

A check of a report's sums sees one page. A record of thousands goes wrong
between its pages: a day after its own source, a point in another country, one
sentence counted twice. Each such finding is a record of its own, so that a
person can answer it once and the answer holds as long as its facts do.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from untold.reports.report import Passage
from untold.tallies.checks.record import Severity

Unit = Literal["people", "days", "kilometres", "years", "dates", "allegations", "records"]
Value = int | float | str
Verdict = Literal["accepted", "explained", "mended"]

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of a finding: by whom, when, why, and whether it stands, is explained or was put right."""

    verdict: Verdict
    who: str
    when: str  # ISO 8601, UTC
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule applied to one place of the record.

    `id` is the same in every run as long as the rule, what it is about and
    the values are. `rule` is a slug of the list of rules. `stated` is what
    the record says, `expected` what the rest of it makes that, `residual`
    the difference in `unit`; each is null where there is no such value, and
    bounds are said in `message`. `claims`, `accounts`, `incidents` and
    `allegations` name what it is about; `passages` are the words of the
    reports, none where a rule is about no words. `answer` is a person's.
    """

    id: str
    rule: str
    severity: Severity
    message: str
    claims: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    allegations: tuple[str, ...] = ()
    stated: Value | None = None
    expected: Value | None = None
    residual: Value | None = None
    unit: Unit | None = None
    passages: tuple[Passage, ...] = ()
    answer: Answer | None = None


def finding_id(rule: str, *covered: Value | Iterable[Value | None] | None) -> str:
    """Return the id of a finding: a hash of its rule and of everything that its answer covers.

    >>> finding_id("date_in_future", "list:A1", "2031-01-01") == finding_id("date_in_future", "list:A1", "2031-01-02")
    False
    """
    plain = [each if each is None or isinstance(each, int | float | str) else [*each] for each in covered]
    words = json.dumps([rule, *plain], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()[:_ID_DIGITS]


def identified(found: Finding, *covered: Value | Iterable[Value | None] | None) -> Finding:
    """Return a finding with its id, which covers its rule and these values: whatever changes them, it is another."""
    return replace(found, id=finding_id(found.rule, *covered))
