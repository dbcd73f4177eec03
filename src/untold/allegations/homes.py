"""Where a statement belongs: the incident that it answers, or the incidents that it may answer, in words.

A person's word and the match come first, then what the statement itself
prints. What is not sure stays a doubt with its candidates: a wrong link would
put a belligerent's answer under other people's deaths.
"""

from dataclasses import dataclass

from untold.allegations.incidents import IncidentsTold
from untold.claims.official_statements import OfficialStatement
from untold.incidents.official import StatementLink

_NAMED = 3  # candidates that a doubt names: what a reviewer looks at first


@dataclass(frozen=True, slots=True)
class Home:
    """An incident's code, or why there is none; `codes_hold` is false where the statement denies the code it prints."""

    incident: str | None
    homeless: str | None = None
    doubts: tuple[str, ...] = ()
    codes_hold: bool = True


def home_of_account(account: str, stated: OfficialStatement, told: IncidentsTold) -> Home:
    """Return the incident in which a statement's account stands with others, else the one that its words answer."""
    code = told.of_account(account)
    if code is not None and told.told(code) is not None:
        return Home(code)
    home = home_of_words(stated, told)
    if home.incident is None:
        return home
    if told.is_denied(account, home.incident):
        return Home(None, f"it answers {home.incident} by its words, and a person says that it does not")
    apart = f"{account} answers {home.incident}, and the match keeps it apart: untold judge decides"
    return Home(home.incident, doubts=(apart,))


def home_of_words(stated: OfficialStatement, told: IncidentsTold) -> Home:
    """Return the incident that a statement answers by what it prints."""
    link = told.answered_by(stated)
    if link.incident is not None:
        return Home(link.incident)
    return Home(None, _why(link), codes_hold=link.verdict != "contradicted")


def _why(link: StatementLink) -> str:
    """Return why a statement is about no incident, with the incidents that it may be about."""
    named = [
        f"{each.incident} ({'; '.join(each.reasons) or 'fits it in all that it states'})"
        for each in link.candidates[:_NAMED]
    ]
    more = len(link.candidates) - _NAMED
    others = [f"{more} more"] if more > 0 else []
    candidates = f"; it may answer {', '.join([*named, *others])}" if named else ""
    return f"about no incident: {link.reason}{candidates}"
