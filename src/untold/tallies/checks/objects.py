"""The findings for other programs: one JSON object, lines of JSON, or a flat table."""

from collections.abc import Sequence
from dataclasses import dataclass

from untold.codebook.schemas import Schema, json_lines, json_object, made_schema, shipped_schema
from untold.tallies.checks.answers import CheckAnswer, is_open
from untold.tallies.checks.catalogue import CheckRule, check_rules
from untold.tallies.checks.finding import Finding
from untold.tallies.checks.record import Severity
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.ledger.rows import Value, csv_text, workbook


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How many records of each kind the rules looked at: of what there is none, nothing could be found."""

    reports: int
    claims: int
    accounts: int
    incidents: int
    allegations: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings a rule has of one severity: those that wait for a person, and those that are answered."""

    rule: str
    severity: Severity
    open: int
    answered: int


@dataclass(frozen=True, slots=True)
class Checked:
    """The one object of `untold check --as json`.

    `as_of` is the day of the check, an ISO date. `lapsed` are answers whose
    finding is no longer found.
    """

    schema: Schema
    as_of: str
    looked_at: LookedAt
    counts: tuple[RuleCount, ...]
    rules: tuple[CheckRule, ...]
    findings: tuple[Finding, ...]
    lapsed: tuple[CheckAnswer, ...]


SCHEMA = Schema("untold.check", 1)
COLUMNS = (
    "id", "rule", "severity", "answer", "answered_by", "answered_at", "why", "message", "stated", "expected",
    "residual", "unit", "incidents", "accounts", "claims", "allegations", "passages",
)  # fmt: skip


def checked_object(record: WholeRecord, findings: Sequence[Finding], lapsed: Sequence[CheckAnswer] = ()) -> Checked:
    """Return the findings as one object: what was looked at, how many of what, the rules behind them."""
    counts = counted_by_rule(findings)
    used = {each.rule for each in counts}
    held = (record.reports, record.claims, record.accounts, record.incidents, record.allegations)
    return Checked(
        SCHEMA,
        record.today,
        LookedAt(*map(len, held)),
        counts,
        tuple(rule for slug, rule in check_rules().items() if slug in used),
        tuple(findings),
        tuple(lapsed),
    )


def counted_by_rule(findings: Sequence[Finding]) -> tuple[RuleCount, ...]:
    """Return how many findings there are of each rule and severity, in the order in which they first come."""
    counts: dict[tuple[str, Severity], list[int]] = {}
    for each in findings:
        counts.setdefault((each.rule, each.severity), [0, 0])[0 if is_open(each) else 1] += 1
    return tuple(RuleCount(rule, severity, *numbers) for (rule, severity), numbers in counts.items())


def as_json(checked: Checked) -> str:
    """Return one JSON object."""
    return json_object(checked)


def as_jsonl(findings: Sequence[Finding]) -> str:
    """Return a finding a line."""
    return json_lines(findings)


def as_csv(findings: Sequence[Finding]) -> str:
    """Return a line for each finding under a header; several values in a cell are separated by semicolons."""
    return csv_text(COLUMNS, map(_cells, findings))


def as_xlsx(checked: Checked) -> bytes:
    """Return a workbook of the findings, of how many each rule has, and of the rules."""
    counts = ((each.rule, each.severity, each.open, each.answered) for each in checked.counts)
    rules = ((each.id, each.title, each.meaning, each.source) for each in checked.rules)
    return workbook(
        {
            "findings": [COLUMNS, *map(_cells, checked.findings)],
            "counts": [("rule", "severity", "open", "answered"), *counts],
            "rules": [("rule", "title", "meaning", "source"), *rules],
        }
    )


def schema() -> str:
    """Return the JSON Schema of `as_json`'s object, as it ships with the package."""
    return shipped_schema("untold.tallies", "check")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, Checked)


def _cells(finding: Finding) -> tuple[Value, ...]:
    answer = finding.answer
    given = (answer.verdict, answer.who, answer.when, answer.why) if answer is not None else (None,) * 4
    return (
        finding.id,
        finding.rule,
        finding.severity,
        *given,
        finding.message,
        finding.stated,
        finding.expected,
        finding.residual,
        finding.unit,
        *("; ".join(names) for names in (finding.incidents, finding.accounts, finding.claims, finding.allegations)),
        " | ".join(" ".join(each.text.split()) for each in finding.passages),
    )
