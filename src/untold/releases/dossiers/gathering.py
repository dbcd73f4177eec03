"""The published records of one incident, gathered from a casebook or from a release."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from untold.codebook.errors import UnknownIncident
from untold.releases.published import (
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedRecord,
    PublishedReport,
    PublishedSource,
)
from untold.releases.redaction import published_records
from untold.releases.redaction.policy import Policy

_Record = TypeVar("_Record", bound=PublishedRecord)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that may leave of one incident.

    `attributions` are those of all accounts together; `claims` are the
    incident's, in the order of its accounts; `determinations` go by allegation.
    `reports` and `sources` are by id, those that the rest names.
    """

    incident: PublishedIncident
    ranges: tuple[PublishedRange, ...]
    attributions: tuple[PublishedAttribution, ...]
    contradictions: tuple[PublishedContradiction, ...]
    accounts: tuple[PublishedAccount, ...]
    claims: tuple[PublishedClaim, ...]
    allegations: tuple[PublishedAllegation, ...]
    determinations: Mapping[str, tuple[PublishedDetermination, ...]]
    reports: Mapping[str, PublishedReport]
    sources: Mapping[str, PublishedSource]


def gathered_from_casebook(folder: str | Path, code: str, policy: Policy, key: bytes) -> Dossier:
    """Return the dossier of one incident of a casebook, as a policy lets it leave.

    `key` makes the ids of what is protected, as in the casebook's releases.
    Raises `UnknownIncident` for a code of no incident that may leave.
    """
    return gather(published_records(folder, policy, key), code, str(folder))


def gather(records: Iterable[PublishedRecord], code: str, origin: str) -> Dossier:
    """Return the dossier of one incident, named by its code or by an earlier one, out of all records of `origin`.

    Records are taken one at a time and most are let go. Raises
    `UnknownIncident` where none of them is that incident.
    """
    kept = [each for each in records if _may_belong(each, code)]
    incidents = [each for each in kept if isinstance(each, PublishedIncident)]
    if not incidents:
        raise UnknownIncident(origin, code)
    incident = min(incidents, key=lambda each: each.code != code)
    return _dossier(incident, kept)


def _may_belong(record: PublishedRecord, code: str) -> bool:
    """Return whether a record may be of the incident; what names it by another code than is asked for is kept too."""
    if isinstance(record, PublishedIncident):
        return code in (record.code, *record.previous_codes)
    if isinstance(record, PublishedClaim):
        return record.incident is not None
    return True


def _dossier(incident: PublishedIncident, kept: list[PublishedRecord]) -> Dossier:
    own = incident.code
    accounts = _of(kept, PublishedAccount, lambda each: each.incident == own)
    claims = _of(kept, PublishedClaim, lambda each: each.incident == own)
    allegations = _of(kept, PublishedAllegation, lambda each: each.incident == own)
    steps = _of(kept, PublishedDetermination, lambda each: each.allegation in {one.id for one in allegations})
    reports = {each.report for each in accounts} | {each.report for each in claims} | {each.report for each in steps}
    sources = {each.source for each in accounts}
    named = {each.id: each for each in _of(kept, PublishedReport, lambda each: each.id in reports)}
    sources |= {each.source for each in named.values()}
    order = {account.id: at for at, account in enumerate(accounts)}
    return Dossier(
        incident=incident,
        ranges=_of(kept, PublishedRange, lambda each: each.incident == own),
        attributions=_of(kept, PublishedAttribution, lambda each: each.incident == own and each.account is None),
        contradictions=_of(kept, PublishedContradiction, lambda each: each.incident == own),
        accounts=accounts,
        claims=tuple(sorted(claims, key=lambda each: (order.get(each.account or "", len(order)), each.id))),
        allegations=allegations,
        determinations={one.id: tuple(each for each in steps if each.allegation == one.id) for one in allegations},
        reports=named,
        sources={each.id: each for each in _of(kept, PublishedSource, lambda each: each.id in sources)},
    )


def _of(kept: Iterable[PublishedRecord], kind: type[_Record], is_own: Callable[[_Record], bool]) -> tuple[_Record, ...]:
    return tuple(each for each in kept if isinstance(each, kind) and is_own(each))
