"""How well an incident is supported: grade and strike status by stated rules over independent sources.

The rule's value and a person's stand beside each other, and beside both stays
what each source itself had decided (`Account.stated`).
"""

from untold.incidents.grading.casebook import grade_casebook, lines_near
from untold.incidents.grading.evidence import Evidence, gather_evidence
from untold.incidents.grading.grading import grade, grade_incidents
from untold.incidents.grading.hand import (
    Override,
    apply_overrides,
    history_of,
    keep_override,
    kept_overrides,
    overrides_on_nothing,
)
from untold.incidents.grading.rules import rule_sets

__all__ = [
    "Evidence",
    "Override",
    "apply_overrides",
    "gather_evidence",
    "grade",
    "grade_casebook",
    "grade_incidents",
    "history_of",
    "keep_override",
    "kept_overrides",
    "lines_near",
    "overrides_on_nothing",
    "rule_sets",
]
