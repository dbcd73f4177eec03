"""Grades for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.codebook.schemas import Schema, made_schema, shipped_schema
from untold.incidents.grading.hand import Override, history_of
from untold.incidents.incident import Decision, Incident


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """What a source itself had decided about the incident, in an account of it."""

    account: str
    grade: str | None
    strike_status: str | None


@dataclass(frozen=True, slots=True)
class GradeObject:
    """One incident's decisions, what its sources had stated, and every word of a person's on it."""

    incident: str
    grade: Decision | None
    strike_status: Decision | None
    stated: tuple[StatedGrade, ...]
    history: tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class GradesObject:
    """The one object of `untold grade --as json`; `rules` names the set of rules."""

    schema: Schema
    rules: str
    grades: tuple[GradeObject, ...]


SCHEMA = Schema("untold.grade", 1)


def grades_object(
    incidents: Sequence[Incident], accounts: Mapping[str, Account], overrides: Sequence[Override], rules: str
) -> GradesObject:
    """Return the incidents' decisions as one object."""
    return GradesObject(SCHEMA, rules, tuple(grade_object(each, accounts, overrides) for each in incidents))


def grade_object(incident: Incident, accounts: Mapping[str, Account], overrides: Sequence[Override]) -> GradeObject:
    """Return one incident's decisions with what stands beside them."""
    history = history_of(incident, overrides)
    return GradeObject(incident.code, incident.grade, incident.strike_status, stated_by(incident, accounts), history)


def stated_by(incident: Incident, accounts: Mapping[str, Account]) -> tuple[StatedGrade, ...]:
    """Return the grades that the incident's own sources had given it, in the order of the accounts."""
    own = [accounts[each] for each in incident.accounts if each in accounts]
    found = (StatedGrade(each.id, each.stated.grade, each.stated.strike_status) for each in own)
    return tuple(each for each in found if each.grade is not None or each.strike_status is not None)


def schema() -> str:
    """Return the JSON Schema of the grades' object, as it ships with the package."""
    return shipped_schema("untold.incidents", "grade")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, GradesObject)
