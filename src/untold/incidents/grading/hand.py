"""What a person decided about a grade: another value than the rule's, by whom, when and why.

`hand/grades.csv` is only ever added to. A decision is taken back by a later
line, so the history stays, and it survives every new matching because it is
kept apart and follows an incident's earlier codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import vocabulary
from untold.incidents.incident import Decision, Incident
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept

Axis = Literal["grade", "strike_status"]

_FILE = Path("hand") / "grades.csv"


@dataclass(frozen=True, slots=True)
class Override:
    """One line of a person's: `undo` takes back the earlier lines on that incident and axis."""

    when: str  # ISO 8601, UTC
    who: str
    incident: str
    axis: Axis
    value: str
    undo: bool
    why: str

    def __post_init__(self) -> None:
        known = {term.slug for term in vocabulary(self.axis)}
        if self.value not in known and not (self.undo and not self.value):
            raise UnknownWording(self.value, self.axis.replace("_", " "))


def keep_override(casebook: Casebook, override: Override) -> None:
    """Add one line to the casebook's `hand/grades.csv`, which is made on the first.

    Raises `CasebookError` where the reason is empty: a decision without one
    cannot be questioned.
    """
    add_line(casebook, _FILE, override)


def kept_overrides(folder: Path) -> tuple[Override, ...]:
    """Return every line of `hand/grades.csv` in order; raises `CasebookError` for a line that is no decision."""
    return lines_kept(folder, _FILE, Override)


def apply_overrides(incident: Incident, overrides: Sequence[Override]) -> Incident:
    """Return the incident as people left it: the last word that stands decides, the rule's value beside it."""
    said = history_of(incident, overrides)
    return replace(
        incident,
        grade=_decided(incident.grade, _standing(incident, said, "grade")),
        strike_status=_decided(incident.strike_status, _standing(incident, said, "strike_status")),
    )


def history_of(incident: Incident, overrides: Iterable[Override]) -> tuple[Override, ...]:
    """Return all that people ever decided on an incident under any of its codes, in order, undone or not."""
    codes = {incident.code, *incident.previous_codes}
    return tuple(each for each in overrides if each.incident in codes)


def overrides_on_nothing(incidents: Iterable[Incident], overrides: Sequence[Override]) -> tuple[Override, ...]:
    """Return the decisions whose incident is no longer there, so that nobody loses them unseen."""
    known = {code for each in incidents for code in (each.code, *each.previous_codes)}
    return tuple(each for each in overrides if each.incident not in known)


def _standing(incident: Incident, overrides: Sequence[Override], axis: Axis) -> Override | None:
    """Return the last word that stands; one taken back under the present code takes back the earlier codes' too."""
    standing: list[Override] = []
    for each in (each for each in overrides if each.axis == axis):
        if each.undo:
            standing = [other for other in standing if each.incident not in {incident.code, other.incident}]
        else:
            standing.append(each)
    return standing[-1] if standing else None


def _decided(computed: Decision | None, by: Override | None) -> Decision | None:
    if by is None:
        return computed
    rule, accounts = ("", ()) if computed is None else (computed.rule, computed.accounts)
    return Decision(by.value, rule, accounts, by.why, by.who, None if computed is None else computed.value)
