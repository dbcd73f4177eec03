"""Tallies counted the plain way, one incident after the other: what the comparison's own tests lean on."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from untold.claims.account import Account
from untold.incidents.incident import CasualtyRange, Incident
from untold.tallies.tally import Tally, TallyScope

AS_OF = "2016-04-01"


def counter(incidents: Sequence[Incident], accounts: Iterable[Account] = ()) -> Callable[[TallyScope], Tally]:
    """Return what counts a scope over these incidents, by their ranges as they stand."""
    by_id = {account.id: account for account in accounts}

    def count(scope: TallyScope) -> Tally:
        return tally_of(scope, [each for each in incidents if _is_in(each, scope, by_id)])

    return count


def tally_of(scope: TallyScope, incidents: Sequence[Incident]) -> Tally:
    ranges = [_range(each, scope) for each in incidents]
    lows = [each.low for each in ranges if each is not None and each.low is not None]
    highs = [each.high for each in ranges if each is not None and each.high is not None]
    return Tally(
        scope=scope,
        by=(),
        low=sum(lows) if lows else None,
        best=None,
        high=sum(highs) if highs and len(highs) == len(ranges) else None,
        known_high=sum(highs) if highs else None,
        without_low=len(ranges) - len(lows),
        without_high=len(ranges) - len(highs),
        incidents=len(ranges),
        shared=0,
        rule="widest",
        as_of=AS_OF,
        codes=tuple(each.code for each in incidents),
    )


def _range(incident: Incident, scope: TallyScope) -> CasualtyRange | None:
    wanted = (scope.harm, scope.status, scope.demographic)
    return next((each for each in incident.ranges if (each.harm, each.status, each.demographic) == wanted), None)


def _is_in(incident: Incident, scope: TallyScope, accounts: Mapping[str, Account]) -> bool:
    own = [accounts[each] for each in incident.accounts if each in accounts]
    day, last = incident.date.start or "", incident.date.end or incident.date.start or ""
    actors = {each.id for each in incident.attributions}
    grades = {incident.grade.value if incident.grade else None}
    if scope.grades_by == "source":
        grades = {account.stated.grade for account in own}
    return (
        (not scope.countries or incident.place.country in scope.countries)
        and (not scope.places or incident.place.name in scope.places)
        and (scope.window.start is None or day >= scope.window.start)
        and (scope.window.end is None or last <= scope.window.end)
        and (not scope.actors or bool(actors & {*scope.actors}))
        and (not scope.is_alone or len(actors) == 1)
        and (not scope.grades or bool(grades & {*scope.grades}))
        and (not scope.sources or bool({account.source.id for account in own} & {*scope.sources}))
    )
