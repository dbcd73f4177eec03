"""Claims as they may leave: the number, of whom, by whom, and the sentence as far as it hurts nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

from untold.claims.claim import Claim, Party
from untold.codebook.counts import Count
from untold.releases.published import MASK, PublishedClaim, Withheld
from untold.releases.redaction.edge import Edge
from untold.releases.redaction.masking import Masked, proof
from untold.releases.redaction.plain_values import country, day, duration, rule, slug
from untold.releases.redaction.speakers import published_name, speaker
from untold.reports.report import Passage


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage as it leaves: its offsets and its hash only where they lead to nobody."""

    start: int | None
    end: int | None
    text: str | None
    hash: str | None
    withheld: Withheld | None


@dataclass(frozen=True, slots=True)
class _Fate:
    """What becomes of one claim: whose it is, and which of it is withheld; `count` is null in a small cell."""

    account: str | None
    incident: str | None
    is_protected: bool
    is_small: bool
    count: Count | None
    quoted: Quoted
    speaker: str | None

    @property
    def is_redacted(self) -> bool:
        """Whether anything but the speaker's name is withheld."""
        return self.is_protected or self.is_small or self.quoted.withheld is not None


def published_claim(claim: Claim, capture: str | None, edge: Edge) -> PublishedClaim:
    """Return a published claim as it may leave; `capture` is the hash of its report's bytes."""
    own = _fate(claim, edge)
    is_protected, incident, count, quoted = own.is_protected, own.incident, own.count, own.quoted
    of = None if is_protected else claim.affiliation
    has_place = not is_protected and incident not in edge.policy.protected_incidents
    return PublishedClaim(
        id=edge.claim(claim.id),
        incident=None if incident is None else edge.code(incident),
        account=_account(own.account, edge, is_protected=is_protected),
        report=edge.report(claim.report, incident or claim.id, is_protected=is_protected),
        capture=None if is_protected else capture,
        kind=claim.kind,
        harm=claim.harm,
        stated=None if count is None else count.stated,
        low=None if count is None else count.low,
        high=None if count is None else count.high,
        qualifier=None if count is None else count.qualifier,
        status=claim.status,
        demographic=claim.demographic,
        affiliation_id=None if of is None else of.id,
        affiliation=None if of is None else published_name(of) or edge.masker.plain(of.name),
        part_of=_beside(claim.part_of, edge, is_protected=is_protected),
        restates=_beside(claim.restates, edge, is_protected=is_protected),
        claimant_id=_claimant_id(claim.claimant, edge),
        claimant=own.speaker,
        medium=edge.policy.protected_label if is_protected else edge.medium(claim.medium, claim.report),
        means=None if is_protected else slug(claim.means, "weapon", "cause"),
        places=tuple(filter(None, (edge.masker.plain(each.name) for each in claim.places))) if has_place else (),
        countries=() if is_protected else tuple(filter(None, (country(each.country) for each in claim.places))),
        period_start=None if is_protected else day(claim.period.start),
        period_end=None if is_protected else day(claim.period.end),
        period_duration=None if is_protected else duration(claim.period.duration),
        period_precision=None if is_protected else claim.period.precision,
        period_basis=None if is_protected else claim.period.basis,
        scope=claim.scope,
        modality=claim.modality,
        state=claim.state,
        start=quoted.start,
        end=quoted.end,
        passage=quoted.text,
        passage_hash=quoted.hash,
        reader=None if is_protected else rule(claim.reader),
        rule=None if is_protected else rule(edge.masker.plain(claim.rule)),
        confidence=None if is_protected else claim.confidence,
        is_redacted=own.is_redacted or _is_hidden(claim.claimant, own.speaker),
        withheld=quoted.withheld,
    )


def _fate(claim: Claim, edge: Edge) -> _Fate:
    standing = edge.standing
    account = standing.claims[claim.id]
    incident = None if account is None else standing.accounts[account]
    is_protected = claim.id in standing.protected_claims
    is_small = incident is not None and _is_small(claim, incident, edge)
    return _Fate(
        account,
        incident,
        is_protected,
        is_small,
        None if is_small else claim.count,
        _quoted(claim, incident, edge, is_small=is_small),
        _speaker(claim, edge, is_protected=is_protected),
    )


def quoted_as(passage: Passage, masked: Masked, edge: Edge, *, has_offsets: bool) -> Quoted:
    """Return a passage as it leaves, with a hash that nobody can try out where any of it is withheld."""
    return Quoted(
        passage.start if has_offsets else None,
        passage.end if has_offsets else None,
        masked.text,
        proof(passage.text, masked, edge.pseudonyms) if has_offsets else None,
        masked.withheld,
    )


def speakers_in(passage: Passage, edge: Edge) -> Iterator[tuple[int, int]]:
    """Yield where a passage names speakers who may not be named, from its own start; whichever claim they speak in."""
    for start, end in edge.standing.speakers.get(passage.report, ()):
        if start < passage.end and passage.start < end:
            yield max(start - passage.start, 0), end - passage.start


def withheld_whole(incident: str | None, report: str, edge: Edge) -> Withheld | None:
    """Return why no passage of a report may leave beside an incident; null where some may."""
    if report in edge.standing.protected_reports:
        return "protected_source"
    if not edge.policy.passages or incident in edge.policy.protected_incidents:
        return "policy"
    return "policy" if report in edge.standing.hosts and not edge.policy.passages_of_accounts else None


def note_sentence(claim: Claim, edge: Edge) -> None:
    """Note where the sentence of a suppressed number stands, so that no claim beside it quotes it."""
    account = edge.standing.claims.get(claim.id)
    if account is not None and _is_small(claim, edge.standing.accounts[account], edge):
        edge.sentences.setdefault(claim.report, []).append((claim.quote.start, claim.quote.end))


def _is_vague(count: Count) -> bool:
    return count.low is None and count.high is None and count.stated is None


def _quoted(claim: Claim, incident: str | None, edge: Edge, *, is_small: bool) -> Quoted:
    passage = claim.quote
    if claim.id in edge.standing.protected_claims:
        return quoted_as(passage, Masked(None, "protected_source"), edge, has_offsets=False)
    if is_small or _stands_in_suppressed(passage, edge):
        return quoted_as(passage, Masked(None, "small_cell"), edge, has_offsets=False)
    if (why := withheld_whole(incident, claim.report, edge)) is not None:
        return quoted_as(passage, Masked(None, why), edge, has_offsets=True)
    if claim.id in edge.standing.person_claims:  # a row of a list, or its code in it, leads to the name beside it
        return quoted_as(passage, Masked(None, "name"), edge, has_offsets=True)
    own = None if incident is None else edge.people.own.get(incident)
    masked = edge.masker.masked(passage.text, own, speakers_in(passage, edge))
    return quoted_as(passage, masked, edge, has_offsets=True)


def _speaker(claim: Claim, edge: Edge, *, is_protected: bool) -> str | None:
    if is_protected:
        return edge.policy.protected_label
    name = speaker(claim.claimant, edge.policy, claim.quote.text)
    masked = None if name is None else edge.masker.short(name)
    return masked if masked is not None and any(map(str.isalnum, masked)) else None


def _is_hidden(claimant: Party | None, name: str | None) -> bool:
    return claimant is not None and (name is None or MASK in name)


def _is_small(claim: Claim, incident: str, edge: Edge) -> bool:
    suppressed = edge.small.get(incident, frozenset())
    return (claim.harm, claim.status, claim.demographic) in suppressed and not _is_vague(claim.count)


def _stands_in_suppressed(passage: Passage, edge: Edge) -> bool:
    sentences = edge.sentences.get(passage.report, ())
    return any(passage.start < end and start < passage.end for start, end in sentences)


def _account(account: str | None, edge: Edge, *, is_protected: bool) -> str | None:
    """Return the account of a claim; a protected claim of an account that is not is of none."""
    if account is None or (is_protected and account not in edge.standing.protected_accounts):
        return None
    return edge.account(account)


def _beside(other: str | None, edge: Edge, *, is_protected: bool) -> str | None:
    """Return the claim that one is a part of or says again, unless one of the two alone is protected."""
    if other is None or other not in edge.standing.claims:
        return None
    return edge.claim(other) if (other in edge.standing.protected_claims) == is_protected else None


def _claimant_id(claimant: Party | None, edge: Edge) -> str | None:
    if claimant is None or edge.policy.is_protected(claimant.id, claimant.name):
        return None
    return claimant.id
