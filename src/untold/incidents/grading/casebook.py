"""A casebook's incidents graded: its accounts, its belligerents' log lines, and what people decided."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from untold.claims.account import Account
from untold.claims.accounts import accounts_kept
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.incidents.grading.grading import grade_incidents
from untold.incidents.grading.hand import kept_overrides
from untold.incidents.incident import Incident
from untold.incidents.official import StrikeLog, Whereabouts, facts_of, is_log_line, strike_line
from untold.incidents.record import incidents_kept
from untold.incidents.tying import copies_of


def grade_casebook(folder: Path, *, rules: str = "ours", accused: str | None = None) -> tuple[Incident, ...]:
    """Return a casebook's incidents graded by a set of rules, with people's decisions over ours.

    Raises `CasebookError` for a folder that is no casebook, and
    `UnknownWording` for a set that there is not.
    """
    accounts = accounts_kept(folder)
    incidents = incidents_kept(folder)
    claims = {each.id: each for each in apply_words(kept_claims(folder), words_kept(folder))}
    by_id = {each.id: each for each in accounts}
    return grade_incidents(
        incidents,
        by_id,
        claims,
        vicinity=lines_near(incidents, by_id),
        copies=copies_of(accounts),
        overrides=kept_overrides(folder),
        rules=rules,
        accused=accused,
    )


def lines_near(incidents: Sequence[Incident], accounts: Mapping[str, Account]) -> dict[str, tuple[str, ...]]:
    """Return, by incident code, the log lines of its days and vicinity."""
    lines = [line for line in map(strike_line, filter(is_log_line, accounts.values())) if line is not None]
    if not lines:
        return {}
    facts = [facts_of(each, accounts) for each in incidents]
    log = StrikeLog(lines, Whereabouts(facts))
    return {each.code: tuple(near.line for near in log.vicinity(each)) for each in facts}
