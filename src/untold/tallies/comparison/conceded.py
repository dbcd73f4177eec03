"""What a belligerent conceded on a scope, incident by incident: by its own docket, and by what others record of it.

An admission is a number too, and the smallest on the page. It is summed over
the incidents that it speaks of and never over the months in which it was
repeated: of two admissions about one incident the sum takes the range of both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from untold.allegations.allegation import Allegation, Determination
from untold.claims.claim import Claim, Harm, Party
from untold.codebook.counts import Count
from untold.codebook.folding import name_key
from untold.incidents.incident import Incident
from untold.tallies.comparison.documented import count_of_bounds, named_actor, scope_of_tally
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.scopes import may_be_one
from untold.tallies.standing import has_number
from untold.tallies.tally import TallyScope

_SET_ASIDE = frozenset({"rejected", "ungrounded"})


@dataclass(frozen=True, slots=True)
class Admission:
    """What one actor conceded of one incident: bounds, null where it gave no number, and where it stands."""

    actor: Party
    incident: str
    count: Count
    evidence: str  # a claim's id, or a determination's


def conceded_in_claims(
    asked: TallyScope, codes: Iterable[str], incidents: Mapping[str, Incident], claims_of: Mapping[str, Sequence[Claim]]
) -> list[Admission]:
    """Return what the accounts of the incidents on a scope say that a party conceded.

    `claims_of` holds the claims of each account; `codes` name the incidents.
    """
    return [
        Admission(claim.claimant, code, claim.count, claim.id)
        for code in codes
        for account in incidents[code].accounts
        for claim in claims_of.get(account, ())
        if claim.claimant is not None and _is_admission(claim, asked)
    ]


def conceded_in_docket(asked: TallyScope, codes: Iterable[str], allegations: Iterable[Allegation]) -> list[Admission]:
    """Return what the determinations that stand concede of the incidents on a scope; `codes` name them."""
    on_scope = frozenset(codes)
    if asked.demographic is not None:  # a determination says how many, and not of whom
        return []
    return [
        Admission(each.to, each.incident, count, last.id)
        for each in allegations
        if each.incident in on_scope and each.status == "credible" and asked.status in {None, "civilian"}
        for last in _last_credible(each)
        if (count := _conceded(last, asked.harm)) is not None
    ]


def figures_of_admissions(
    admissions: Sequence[Admission], asked: TallyScope, as_of: str, *, kind: str
) -> tuple[Figure, ...]:
    """Return one figure for each actor that conceded anything, of those asked for; `kind` begins its id."""
    by_actor: dict[str, list[Admission]] = {}
    for each in admissions:
        key = each.actor.id or name_key(each.actor.name)
        if not asked.actors or any(may_be_one(key, slug) for slug in asked.actors):
            by_actor.setdefault(key, []).append(each)
    return tuple(_figure(f"{kind}:{key}", own, asked, as_of) for key, own in by_actor.items())


def _figure(figure_id: str, own: Sequence[Admission], asked: TallyScope, as_of: str) -> Figure:
    by_incident: dict[str, list[Count]] = {}
    for each in own:
        by_incident.setdefault(each.incident, []).append(each.count)
    ranges = [_range(counts) for counts in by_incident.values()]
    numbered = [each for each in ranges if each != (None, None)]
    known = _sum(numbered)
    count = count_of_bounds(known.low, None if len(numbered) < len(ranges) else known.high)
    actor = own[0].actor
    named = named_actor(actor.id) if actor.id else actor
    on = scope_of_tally(asked, as_of)
    unbounded = tuple(field for field in on.unbounded if field != "actors")
    scope = replace(on, grades=None, grades_by=None, actors=(named,), unbounded=unbounded)
    return Figure(
        id=figure_id,
        source=named,
        adjective="conceded",
        low=count.low,
        high=count.high,
        count=count,
        scope=scope,
        claims=tuple(dict.fromkeys(each.evidence for each in own)),
        incidents=len(by_incident),
        unnumbered=len(ranges) - len(numbered),
        known_high=known.high,
        as_of=as_of,
    )


def _sum(ranges: Sequence[tuple[int | None, int | None]]) -> Count:
    """Return the sum of the floors that there are, and of the ceilings where every incident has one.

    Of no incident with a number the sum is not known, and not zero.
    """
    if not ranges:
        return Count.vague()
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges]
    ceiling = None if None in highs else sum(high for high in highs if high is not None)
    return count_of_bounds(sum(lows) if lows else None, ceiling)


def _range(counts: Sequence[Count]) -> tuple[int | None, int | None]:
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    return (min(lows) if lows else None, max(highs) if highs else None)


def _is_admission(claim: Claim, asked: TallyScope) -> bool:
    # "It harmed civilians there" without a number is an admission of harm, and may be of this one.
    is_of_harm = claim.harm == asked.harm or (claim.harm == "casualties" and not has_number(claim))
    is_of_people = claim.demographic == asked.demographic and (
        asked.status is None or claim.status in {None, asked.status}
    )
    is_standing = claim.scope == "incident" and claim.state not in _SET_ASIDE
    return claim.kind == "concession" and is_standing and is_of_harm and is_of_people


def _last_credible(allegation: Allegation) -> Sequence[Determination]:
    """Return the last determination that stands and is credible, as a sequence of one or none."""
    corrected = {each.corrects for each in allegation.determinations}
    standing = [each for each in allegation.determinations if each.id not in corrected and each.status == "credible"]
    return standing[-1:]


def _conceded(determination: Determination, harm: Harm) -> Count | None:
    said = determination.conceded
    if said is None:
        return None
    return said.killed if harm == "killed" else said.injured if harm == "injured" else None
