"""The facts that a rule may ask for: each holds or not, with the accounts that decide it and the words for it.

A rule set names facts, so that somebody who grades otherwise writes another set
and no code. `FACTS` is the list of those there are.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from untold.claims.account import Account
from untold.claims.claim import Attribution, Claim
from untold.codebook.actors import is_one_hand
from untold.incidents.attribution import competing_accounts, named_parties
from untold.incidents.grading.evidence import Evidence, claims_of, is_belligerent
from untold.incidents.independence import SourceGroup

_FIGHTERS = frozenset({"combatant", "armed_forces"})
_LIVES = frozenset({"killed", "casualties"})
_WITHIN_DAYS = frozenset({"day", "days"})
_WIDE = frozenset({"subdistrict", "district", "province", "country", "sea"})


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether something holds of an incident, by which accounts, and in which words."""

    holds: bool
    accounts: tuple[str, ...]
    words: str


def conceded(evidence: Evidence) -> Fact:
    """Return whether a named party accepts that it harmed somebody other than a fighter.

    "At least one" and "civilians, no number given" do; "none" does not.
    """
    found = [each for each in evidence.accounts if _is_concession(each, evidence)]
    by = sorted({_conceder(each, evidence) for each in found})
    return _fact(found, f"{' and '.join(by)} conceded harm", "no belligerent has conceded harm")


def declared(evidence: Evidence) -> Fact:
    """Return whether a belligerent says in an account of this incident that it struck: its own, or quoted in one."""
    found = [each for each in evidence.accounts if _is_declaration(each, evidence)]
    by = sorted({_conceder(each, evidence) for each in found})
    return _fact(found, f"{' and '.join(by)} declared the strike", "no belligerent has declared the strike")


def struck_nearby(evidence: Evidence) -> Fact:
    """Return whether a belligerent's own log has strikes of that day and vicinity: near, not the same."""
    lines = len(evidence.vicinity)
    counted = {0: "no line", 1: "one line"}.get(lines, f"{lines} lines")
    return Fact(lines > 0, evidence.vicinity, f"{counted} of a belligerent's log of that day and vicinity")


def harm_reported(evidence: Evidence) -> Fact:
    """Return whether any source tells of harm to others than fighters."""
    return _sources(evidence.harm_sources, at_least=1, of="tells of the harm")


def one_source(evidence: Evidence) -> Fact:
    """Return whether one independent source, and no second, tells of harm to others than fighters."""
    fact = _sources(evidence.harm_sources, at_least=1, of="tells of the harm")
    return Fact(len(evidence.harm_sources) == 1, fact.accounts, fact.words)


def two_sources(evidence: Evidence) -> Fact:
    """Return whether two independent sources or more tell of harm to others than fighters."""
    return _sources(evidence.harm_sources, at_least=2, of="tells of the harm")


def strike_reported_once(evidence: Evidence) -> Fact:
    """Return whether at least one source reports the strike."""
    return _sources(evidence.strike_sources, at_least=1, of="reports the strike")


def strike_reported_twice(evidence: Evidence) -> Fact:
    """Return whether two independent sources or more report the strike, whoever they think did it."""
    return _sources(evidence.strike_sources, at_least=2, of="reports the strike")


def named_twice(evidence: Evidence) -> Fact:
    """Return whether two independent sources or more give the strike to one hand."""
    best = max((_naming(evidence, party) for party in _parties(evidence)), key=len, default=())
    accounts = tuple(account for group in best for account in group.accounts)
    return Fact(len(best) >= 2, accounts, _counted(len(best), "names the same belligerent"))  # noqa: PLR2004


def competing(evidence: Evidence) -> Fact:
    """Return whether the accounts give the strike to hands that cannot be one."""
    found = competing_accounts(evidence.accounts)
    parties = sorted({each.name for account in evidence.accounts for each in named_parties(account)})
    return Fact(bool(found), found, f"the strike is given to {' and to '.join(parties) or 'nobody'}")


def fighters_only(evidence: Evidence) -> Fact:
    """Return whether every account that says who was killed says fighters, and nobody tells of others."""
    found = [each for each in evidence.accounts if any(map(_is_of_fighters, claims_of(each, evidence.claims)))]
    outside = [each for each in found if not is_belligerent(each.source.id)]
    told = _fact(found, "those killed were fighters by every account", "some of those killed were no fighters")
    return Fact(bool(outside) and not evidence.harm_sources, told.accounts, told.words)


def another_party(evidence: Evidence) -> Fact:
    """Return whether two independent sources or more hold another party for known, and none names the accused."""
    if evidence.accused is None:
        return Fact(False, (), "no accused was named")  # noqa: FBT003 - a fact holds or not
    accused = evidence.accused
    others = [
        group
        for group in evidence.strike_sources
        if any(each.role == "known" for each in _named_by(group, evidence) if not is_one_hand(each.id or "", accused))
    ]
    accounts = tuple(account for group in others for account in group.accounts)
    is_clear = len(others) >= 2 and not _naming(evidence, accused)  # noqa: PLR2004 - as two sources make a fair grade
    return Fact(is_clear, accounts, _counted(len(others), "names another party"))


def dated(evidence: Evidence) -> Fact:
    """Return whether the incident's date is known to within six days."""
    found = [each for each in evidence.accounts if each.date.precision in _WITHIN_DAYS]
    is_known = evidence.incident.date.precision in _WITHIN_DAYS
    return Fact(is_known, _ids(found), "the day is known" if is_known else "the day is not known")


def placed(evidence: Evidence) -> Fact:
    """Return whether the incident's place is known to a town or its surroundings."""
    place = evidence.incident.place
    is_known = place.precision is not None and place.precision not in _WIDE
    found = [each for each in evidence.accounts if each.place.precision == place.precision]
    return Fact(is_known, _ids(found), "the place is known" if is_known else "the place is not known")


def attributed(evidence: Evidence) -> Fact:
    """Return whether any account names an actor."""
    found = [each for each in evidence.accounts if named_parties(each)]
    return _fact(found, "an actor is named", "no actor is named")


def of_one_event(evidence: Evidence) -> Fact:
    """Return whether at least one number is of this event alone, and not of a period or a running total."""
    found = [each for each in evidence.accounts if any(_is_of_event(one) for one in claims_of(each, evidence.claims))]
    return _fact(found, "a count is of this event", "every count sums up several events")


FACTS: Mapping[str, Callable[[Evidence], Fact]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            conceded,
            declared,
            struck_nearby,
            harm_reported,
            one_source,
            two_sources,
            strike_reported_once,
            strike_reported_twice,
            named_twice,
            competing,
            fighters_only,
            another_party,
            dated,
            placed,
            attributed,
            of_one_event,
        )
    }
)


def _fact(found: Sequence[Account], if_so: str, if_not: str) -> Fact:
    return Fact(bool(found), _ids(found), if_so if found else if_not)


def _ids(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(each.id for each in accounts)


def _sources(groups: Sequence[SourceGroup], *, at_least: int, of: str) -> Fact:
    accounts = tuple(account for group in groups for account in group.accounts)
    return Fact(len(groups) >= at_least, accounts, _counted(len(groups), of))


def _counted(count: int, verb: str) -> str:
    """Return so many sources with their verb, which is given as one source would have it: "tells of the harm"."""
    if count <= 1:
        return f"{'one independent' if count else 'no'} source {verb}"
    first, _, rest = verb.partition(" ")
    return f"{count} independent sources {first.removesuffix('s')} {rest}"


def _is_concession(account: Account, evidence: Evidence) -> bool:
    own = [claim for claim in claims_of(account, evidence.claims) if _accepts_harm(claim)]
    return bool(own) and (is_belligerent(account.source.id) or any(claim.claimant for claim in own))


def _accepts_harm(claim: Claim) -> bool:
    return claim.kind == "concession" and claim.count.high != 0 and claim.status not in _FIGHTERS


def _is_declaration(account: Account, evidence: Evidence) -> bool:
    if any(claim.kind == "concession" for claim in claims_of(account, evidence.claims)):
        return True
    own = account.source.id
    return is_belligerent(own) and any(is_one_hand(own or "", each.id or "") for each in named_parties(account))


def _conceder(account: Account, evidence: Evidence) -> str:
    said = [claim for claim in claims_of(account, evidence.claims) if claim.kind == "concession" and claim.claimant]
    return said[0].claimant.name if said and said[0].claimant else account.source.name


def _is_of_fighters(claim: Claim) -> bool:
    return claim.kind == "casualty" and claim.harm in _LIVES and claim.status in _FIGHTERS and claim.count.high != 0


def _is_of_event(claim: Claim) -> bool:
    return claim.scope == "incident" and claim.kind in {"casualty", "concession"}


def _parties(evidence: Evidence) -> tuple[str, ...]:
    named = (each.id for account in evidence.accounts for each in named_parties(account) if each.id is not None)
    return tuple(dict.fromkeys(named))


def _named_by(group: SourceGroup, evidence: Evidence) -> list[Attribution]:
    return [each for account in evidence.accounts if account.id in group.accounts for each in named_parties(account)]


def _naming(evidence: Evidence, party: str) -> tuple[SourceGroup, ...]:
    """Return the independent sources that give the strike to the party, or to a hand that can be its."""
    return tuple(
        group
        for group in evidence.strike_sources
        if any(is_one_hand(each.id or "", party) for each in _named_by(group, evidence))
    )
