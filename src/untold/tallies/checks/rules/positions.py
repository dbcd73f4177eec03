"""A grade that says "confirmed" beside a belligerent that concedes nothing, and the reverse.

In Airwars' words an incident is confirmed when a specific belligerent accepts
that it did harm. A list whose two columns disagree has one of them from before
or after the other.
"""

from collections.abc import Iterator

from untold.claims.account import Account
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages

_CONFIRMED, _CREDIBLE = "confirmed", "credible"


def check_positions(record: WholeRecord) -> Iterator[Finding]:
    """Yield the accounts whose stated grade and stated position of the belligerent exclude each other."""
    for account in record.accounts.values():
        grade, position = account.stated.grade, account.stated.position
        if grade is not None and position is not None and (grade == _CONFIRMED) != (position == _CREDIBLE):
            yield _finding(record, account, grade, position)


def _finding(record: WholeRecord, account: Account, grade: str, position: str) -> Finding:
    found = Finding(
        "",
        "grade_without_concession",
        "warning",
        f"{account.id} is graded {grade}, and the belligerent's position is {position.replace('_', '-')}.",
        accounts=(account.id,),
        stated=grade,
        expected=position,
        passages=account_passages(record, account, "attributed_to"),
    )
    return identified(found, account.id, grade, position)
