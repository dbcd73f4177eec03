"""Our grade beside Airwars' own, as far as its list allows: from a row alone two grades can be judged.

*Confirmed* rests on what a belligerent conceded and *contested* on who is
suspected, and both stand in a row. *Fair* and *weak* differ by the number of
independent sources, and the list gives that as 0 throughout; whom those killed
belonged to, which makes *discounted*, it gives for 8 rows in 434. These three
are left unjudged here, and nothing was tuned to any of it.
"""

from collections.abc import Iterator
from functools import cache

from tests.evaluation.lists import imported
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.claims.account import Account
from untold.incidents.grading import gather_evidence, grade, lines_near
from untold.incidents.incident import Incident

AIRWARS = "airwars_coalition_syria_2014_2016.csv"
STRIKE_LINES = "uscentcom_strike_lines_2014_2016.csv"
_JUDGED = ("confirmed", "contested")


def measure() -> list[Measurement]:
    """Return precision and recall of the grades that can be judged, and how many fair ones have a strike nearby."""
    corpus = f"{AIRWARS} (stated grades)"
    measures = [
        share_right(f"grading.{value}_{kind}", corpus, outcomes(value, by_ours=kind == "precision"))
        for value in _JUDGED
        for kind in ("precision", "recall")
    ]
    return [*measures, share_right("grading.fair_struck_nearby", f"{AIRWARS}, {STRIKE_LINES}", struck_nearby("fair"))]


def outcomes(value: str, *, by_ours: bool) -> Iterator[Outcome]:
    """Yield each incident that we grade so, or that Airwars does, and whether the other agrees."""
    for code, (stated, ours) in grades().items():
        if value == (ours if by_ours else stated):
            yield Outcome(code, stated == ours, stated or "none", ours)


def struck_nearby(value: str) -> Iterator[Outcome]:
    """Yield each incident of a stated grade, and whether the coalition's log has a strike of that day and vicinity."""
    lines = {each.id: each for each in _accounts(STRIKE_LINES, "centcom")}
    own = {each.id: each for each in _accounts(AIRWARS, "airwars")}
    near = lines_near([_alone(each) for each in own.values()], {**own, **lines})
    for each in own.values():
        if each.stated.grade == value:
            yield Outcome(each.id, bool(near[each.id]), "a line of the log", f"{len(near[each.id])} lines")


@cache
def grades() -> dict[str, tuple[str | None, str]]:
    """Return Airwars' stated grade and ours of every row, each row an incident of one account."""
    _, _, found = imported(AIRWARS, "airwars")
    claims = {claim.id: claim for row in found.taken for claim in row.claims}
    graded: dict[str, tuple[str | None, str]] = {}
    for account in _accounts(AIRWARS, "airwars"):
        decided = grade(gather_evidence(_alone(account), {account.id: account}, claims)).grade
        graded[account.id] = (account.stated.grade, decided.value if decided else "none")
    return graded


def _accounts(file: str, layout: str) -> tuple[Account, ...]:
    _, _, found = imported(file, layout)
    return found.accounts


def _alone(account: Account) -> Incident:
    return Incident(account.id, (), (account.id,), account.date, account.place)
