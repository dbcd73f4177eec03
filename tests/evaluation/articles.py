"""Our own articles, field by field: the measures that stand wherever the repository stands.

They are few and ours, so they show that a wording is read, not how often it
occurs; the corpora show that. What is right is decided in `tests.articles`.
"""

from collections.abc import Iterable

from tests.articles.comparing import Verdict
from tests.articles.score import all_verdicts
from tests.evaluation.measurement import Measurement, Outcome, share_right

CORPUS = "tests/articles"


def outcomes(verdicts: Iterable[Verdict]) -> dict[str, list[Outcome]]:
    """Return the outcomes of each field, and of all fields together under `all`."""
    grouped: dict[str, list[Outcome]] = {"all": []}
    for verdict in verdicts:
        unit = f"{verdict.article}: {verdict.words}"
        outcome = Outcome(unit, verdict.is_right, f"{verdict.field} {verdict.expected}", str(verdict.read))
        grouped["all"].append(outcome)
        grouped.setdefault(verdict.field, []).append(outcome)
    return grouped


def measure() -> list[Measurement]:
    """Return the share of right verdicts, over all fields and for each."""
    grouped = outcomes(verdict for verdict in all_verdicts() if verdict.field != "unlabelled")
    return [share_right(f"articles.{field}", CORPUS, found) for field, found in grouped.items()]
