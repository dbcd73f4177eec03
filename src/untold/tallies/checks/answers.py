"""What people answered to findings: accepted, explained or mended, by whom, when and why, in `hand/checks.csv`.

A finding that was looked at once should not be looked at every week. The
answer is on the finding's id, which covers its values: where these change, the
finding comes back, and the old answer is named as one that answers nothing now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untold.codebook.errors import CasebookError
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept
from untold.tallies.checks.finding import Answer, Finding, Verdict

FILE = Path("hand") / "checks.csv"


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """One line of a person's on one finding; `undo` takes back the earlier lines on it.

    `verdict` is `accepted` (it is so, and stays), `explained` (it is right as
    it is, and `why` says why) or `mended` (it was put right where it came
    from). `rule` and `message` are the finding's, so that the list can be read by itself.
    """

    when: str  # ISO 8601, UTC
    who: str
    finding: str
    verdict: Verdict
    undo: bool
    rule: str
    message: str
    why: str


def keep_answer(casebook: Casebook, answer: CheckAnswer) -> None:
    """Add one line to the casebook's `hand/checks.csv`, which is made on the first.

    Raises `CasebookError` where the reason is empty, or where there is no
    answer to take back.
    """
    if answer.undo and answer.finding not in standing_answers(answers_kept(casebook.folder)):
        why = f"has no answer to {answer.finding} that stands"
        raise CasebookError(str(casebook.folder), why, "see what is answered with untold check")
    add_line(casebook, FILE, answer, noun="answer")


def answers_kept(folder: Path) -> tuple[CheckAnswer, ...]:
    """Return every line of `hand/checks.csv` in order; raises `CasebookError` for a line that is no answer."""
    return lines_kept(folder, FILE, CheckAnswer, noun="answer")


def standing_answers(answers: Iterable[CheckAnswer]) -> Mapping[str, CheckAnswer]:
    """Return the last answer to each finding that nobody took back."""
    standing: dict[str, CheckAnswer] = {}
    for each in answers:
        if each.undo:
            standing.pop(each.finding, None)
        else:
            standing[each.finding] = each
    return standing


def answered(findings: Iterable[Finding], answers: Iterable[CheckAnswer]) -> tuple[Finding, ...]:
    """Return the findings, each with the answer that stands on it."""
    standing = standing_answers(answers)
    return tuple(replace(each, answer=_of(standing.get(each.id))) for each in findings)


def lapsed(findings: Iterable[Finding], answers: Iterable[CheckAnswer]) -> tuple[CheckAnswer, ...]:
    """Return the standing answers whose finding is no longer found: mended, or come back with other values."""
    known = {each.id for each in findings}
    return tuple(each for each in standing_answers(answers).values() if each.finding not in known)


def is_open(finding: Finding) -> bool:
    """Return whether a finding waits for a person: nobody answered, or somebody mended it and it is still there."""
    return finding.answer is None or finding.answer.verdict == "mended"


def open_errors(findings: Sequence[Finding]) -> int:
    """Return how many contradictions nobody has answered."""
    return sum(each.severity == "error" and is_open(each) for each in findings)


def _of(answer: CheckAnswer | None) -> Answer | None:
    return None if answer is None else Answer(answer.verdict, answer.who, answer.when, answer.why)
