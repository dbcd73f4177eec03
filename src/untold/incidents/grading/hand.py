"""What a person decided about a grade: another value than the rule's, by whom, when and why.

`hand/grades.csv` is only ever added to. A decision is taken back by a later
line, so the history stays, and it survives every new matching because it is
kept apart and follows an incident's earlier codes.
"""

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from untold.codebook.errors import CasebookError, UnknownWording
from untold.codebook.vocabularies import vocabulary
from untold.incidents.incident import Decision, Incident
from untold.reports.casebook import Casebook

Axis = Literal["grade", "strike_status"]

_FILE = Path("hand") / "grades.csv"
_COLUMNS = ("when", "who", "incident", "axis", "value", "undo", "why")


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
    if not override.why.strip():
        raise CasebookError(str(casebook.folder), "a grade without a reason", "say why with --why TEXT")
    path = casebook.folder / _FILE
    path.parent.mkdir(exist_ok=True)
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if is_new:
            writer.writerow(_COLUMNS)
        writer.writerow([_cell(override, column) for column in _COLUMNS])
        out.flush()
        os.fsync(out.fileno())


def kept_overrides(folder: Path) -> tuple[Override, ...]:
    """Return every line of `hand/grades.csv` in order; raises `CasebookError` for a line that is no decision."""
    path = folder / _FILE
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(_override(folder, number, row) for number, row in enumerate(csv.DictReader(lines), 2))


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


def _cell(override: Override, column: str) -> str:
    return ("yes" if override.undo else "") if column == "undo" else str(getattr(override, column))


def _override(folder: Path, number: int, row: dict[str, str]) -> Override:
    axis = row.get("axis")
    if axis not in get_args(Axis) or any(row.get(column) is None for column in _COLUMNS):
        raise CasebookError(str(folder), f"line {number} of {_FILE} is not a decision", "mend or remove that line")
    fields = {column: row[column] for column in _COLUMNS if column not in {"undo", "axis"}}
    try:
        return Override(**fields, axis=axis, undo=row["undo"] == "yes")  # type: ignore[arg-type]
    except UnknownWording as unknown:
        why = f"line {number} of {_FILE}: {unknown}"
        raise CasebookError(str(folder), why, "mend or remove that line") from None
