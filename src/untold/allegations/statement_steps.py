"""The steps that a list of statements makes: a determination for each, in the words in which it was given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from untold.allegations.allegation import Determination, ReviewStatus
from untold.allegations.homes import Home, home_of_account
from untold.allegations.incidents import IncidentsTold
from untold.allegations.statements import ListedStatement
from untold.allegations.step import Step, answering, citing, determined, named, number_names
from untold.claims.account import Account, Conceded
from untold.claims.claim import Claim, Harm
from untold.claims.official_statements import OfficialStatement
from untold.codebook.counts import Count
from untold.incidents.official.answers import statement_of
from untold.reports.report import Passage

# Untold's rule for Airwars' word: a statement stands beside it, so the belligerent has taken the allegation up and it
# is open; a row of Airwars' own list without one is `no_response`, and is Airwars' word, never a determination.
_NOT_YET_ASSESSED = "not_yet_assessed"
NOT_YET_ASSESSED = "the list files it as not yet assessed; as a statement stands beside it, it is taken for open"


def steps_of_statements(
    listed: Iterable[ListedStatement], told: IncidentsTold, claims: Mapping[str, Claim]
) -> Iterator[Step]:
    """Yield the step of each statement, and before it one for the reopening that its words tell of."""
    for one in listed:
        stated = statement_of(one.account)
        own = [claims[each] for each in one.account.claims if each in claims]
        step = _step(one, stated, home_of_account(one.account.id, stated, told), told, own)
        yield from with_reopening(step, is_told=stated.reopened)


def with_reopening(step: Step, *, is_told: bool, corrects: str | None = None) -> Iterator[Step]:
    """Yield a step, and before it the reopening that the same words tell of, under an id of its own."""
    told = step.determination
    if is_told and told is not None and told.status != "reopened":
        identity = reopening_of(told.id)
        bare = Determination(
            identity, "reopened", told.date, statement=told.statement, corrects=corrects, published=told.published
        )
        yield replace(step, determination=bare, keys=(*step.keys, determined(identity)))
    yield step


def reopening_of(determination: str) -> str:
    """Return the id of the reopening that a determination's statement tells of along with it."""
    return f"{determination}:reopened"


def _step(
    one: ListedStatement, stated: OfficialStatement, home: Home, told: IncidentsTold, claims: Sequence[Claim]
) -> Step:
    account, actor = one.account, one.account.source
    made = _determination(one, stated, claims)
    return Step(
        to=actor,
        determination=made,
        names=(*number_names(actor, account.codes), made.id, account.id),
        keys=tuple(_keys(one, made, home, told)),
        incident=home.incident,
        account=account.id,
        reporter=stated.reporter,
        numbers=account.codes,
        codes=account.stated.codes,
        homeless=home.homeless,
        doubts=(*home.doubts, *_doubts(one, stated)),
    )


def _doubts(one: ListedStatement, stated: OfficialStatement) -> Iterator[str]:
    """Yield where the list's own word for a statement needs another, or is not what the statement says."""
    if one.filed_as == _NOT_YET_ASSESSED:
        yield NOT_YET_ASSESSED
    if (worded := _worded(one, stated)) is not None:
        yield f"the list files {_id_of(one.statement)} as {one.account.stated.position}, and its words say {worded}"


def _worded(one: ListedStatement, stated: OfficialStatement) -> ReviewStatus | None:
    """Return what the words of a statement find where its list files it as something else, null where they agree."""
    return None if stated.outcome == one.account.stated.position else cast("ReviewStatus | None", stated.outcome)


def _determination(one: ListedStatement, stated: OfficialStatement, claims: Sequence[Claim]) -> Determination:
    account = one.account
    grid = one.grid or " / ".join(each for each in stated.grids if each in (account.text or "")) or None
    return Determination(
        id=_id_of(one.statement),
        status=cast("ReviewStatus", account.stated.position),
        date=one.published,
        reasons=account.stated.reasons,
        standard=stated.standard,
        statement=one.statement,
        conceded=_conceded(account, stated, claims),
        stated_place=one.place or account.place.name,
        grid=grid,
        corrects=None if one.corrects is None else _id_of(one.corrects),
        worded=_worded(one, stated),
    )


def _id_of(statement: Passage) -> str:
    return f"{statement.report}:{statement.start}"


def _keys(one: ListedStatement, made: Determination, home: Home, told: IncidentsTold) -> Iterator[str]:
    account, actor = one.account, one.account.source
    yield determined(made.id)
    if made.corrects is not None:
        yield determined(made.corrects)
    yield named(made.id)
    yield from map(named, number_names(actor, account.codes))
    own = home.incident or told.of_account(account.id)
    if own is not None:
        yield answering(actor, own)
    if home.incident is None and home.codes_hold:
        yield from (citing(actor, code) for code in account.stated.codes)


def _conceded(account: Account, stated: OfficialStatement, claims: Sequence[Claim]) -> Conceded | None:
    """Return whom a statement concedes: by its list's columns as people left them, else by its own words."""
    conceding = [each for each in claims if each.kind == "concession" and each.part_of is None]
    if not conceding:
        return (account.stated.conceded or stated.conceded) if account.stated.position == "credible" else None
    killed, injured = (_count(conceding, harm) for harm in ("killed", "injured"))
    return None if killed is None and injured is None else Conceded(killed, injured)


def _count(claims: Sequence[Claim], harm: Harm) -> Count | None:
    return next((each.count for each in claims if each.harm == harm and each.state != "rejected"), None)
