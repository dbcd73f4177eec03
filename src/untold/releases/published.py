"""What may leave: the records of a release, each field written by name, flat as a table wants it.

A record of the casebook holds what somebody typed, where a house stands and who
told it. None of that is taken out of it here: these are other records, with
room for what may leave and for nothing else, so that a field which is added to
the casebook tomorrow reaches no release until somebody gives it a place.
`redaction` makes them by a policy; the tables and their dictionary follow them.

Ids lead from table to table. Null is not stated, or withheld: then a field that
begins with `is_`, or `withheld`, says so. A tuple is a list in one cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args, get_origin, get_type_hints

from untold.allegations.allegation import ReviewStatus
from untold.claims.account import DatePrecision
from untold.claims.claim import Basis, Demographic, Harm, Kind, Modality, Precision, Role, Scope, State, Status
from untold.codebook.counts import Qualifier
from untold.incidents.incident import IncidentState

MASK = "█"  # one for each code point that is withheld, so that the offsets of a passage stay true

Withheld = Literal["name", "coordinates", "contact", "doubt", "protected_source", "small_cell", "policy"]
DecidedBy = Literal["rule", "person"]
StatedBy = Literal["statement", "person"]


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """Who publishes: the codebook's slug, else `unlisted:` and the name; protected ones are all one source."""

    id: str
    name: str
    is_protected: bool
    reports: int


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """One published item: never its text, only where it stands, and the SHA-256 of the bytes that were captured.

    `url` is trimmed of what may hold a name or a token; `captured` is a day. Of
    a protected source everything but a made-up id is null.
    """

    id: str
    source: str
    url: str | None
    language: str | None
    published: str | None
    captured: str | None
    capture: str | None
    media_type: str | None
    licence: str | None
    is_redacted: bool


@dataclass(frozen=True, slots=True)
class PublishedIncident:
    """One incident: where and when, how sure, and whose accounts it rests on.

    `lat`, `lon` are the middle of a square of `cell_degrees` in which the
    place lies, never the place. `grade_by` is `rule` or `person`: then
    `grade_computed` is what the rule says, and `grade_reason` is there only
    where that person marked it public; so for `strike_status`. `victims` is
    how many persons the record lists, `sign_offs` how many steps are signed.
    """

    code: str
    previous_codes: tuple[str, ...]
    state: IncidentState
    date_start: str | None
    date_end: str | None
    date_precision: DatePrecision | None
    time_of_day: str | None
    place_name: str | None
    place_name_local: str | None
    admin1: str | None
    country: str | None
    gazetteer_id: str | None
    lat: float | None
    lon: float | None
    cell_degrees: float | None
    geo_precision: str | None
    means: tuple[str, ...]
    infrastructure: tuple[str, ...]
    grade: str | None
    grade_rule: str | None
    grade_by: DecidedBy | None
    grade_computed: str | None
    grade_reason: str | None
    grade_accounts: tuple[str, ...]
    strike_status: str | None
    strike_status_rule: str | None
    strike_status_by: DecidedBy | None
    strike_status_computed: str | None
    strike_status_reason: str | None
    strike_status_accounts: tuple[str, ...]
    accounts: tuple[str, ...]
    victims: int
    sign_offs: int
    is_redacted: bool


@dataclass(frozen=True, slots=True)
class PublishedRange:
    """What an incident is decided to hold for one group and harm; `claims` decided it.

    Where the cell is too small to be shown, or would give away one that is,
    `is_suppressed` is true and the numbers and claims are withheld.
    """

    incident: str
    harm: Harm
    status: Status | None
    demographic: Demographic | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...]
    is_suppressed: bool


@dataclass(frozen=True, slots=True)
class PublishedAttribution:
    """By whom, by all accounts of an incident together, or, where `account` is given, by that one."""

    incident: str
    account: str | None
    actor: str | None
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class PublishedAccount:
    """What one source says of one incident, without its narrative; `stated_` is what that source had decided."""

    id: str
    incident: str
    report: str
    source: str
    date_start: str | None
    date_end: str | None
    date_precision: DatePrecision | None
    time_of_day: str | None
    place_name: str | None
    place_name_local: str | None
    admin1: str | None
    country: str | None
    gazetteer_id: str | None
    lat: float | None
    lon: float | None
    cell_degrees: float | None
    geo_precision: str | None
    means: str | None
    codes: tuple[str, ...]
    stated_grade: str | None
    stated_strike_status: str | None
    stated_position: str | None
    stated_reasons: tuple[str, ...]
    stated_codes: tuple[str, ...]
    stated_previous_codes: tuple[str, ...]
    conceded_killed_low: int | None
    conceded_killed_high: int | None
    conceded_injured_low: int | None
    conceded_injured_high: int | None
    claims: tuple[str, ...]
    is_redacted: bool


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """One sentence's statement: how many, of whom, by whose word, and the sentence itself.

    `incident` and `account` are null for a number that runs over a window or
    from the start of a war. `start` and `end` are code points of the report's
    text; the words between them are `passage`, with `█` for each letter that
    is withheld (`is_redacted`). `withheld` says why there is no passage, or
    why some of it is missing. `passage_hash` is the SHA-256 of the words as
    they stand in the report; where any are withheld it is keyed, so that it
    proves them to nobody but who holds the key.
    """

    id: str
    incident: str | None
    account: str | None
    report: str
    capture: str | None
    kind: Kind
    harm: Harm
    stated: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier | None
    status: Status | None
    demographic: Demographic | None
    affiliation_id: str | None
    affiliation: str | None
    part_of: str | None
    restates: str | None
    claimant_id: str | None
    claimant: str | None
    medium: str | None
    means: str | None
    places: tuple[str, ...]
    countries: tuple[str, ...]
    period_start: str | None
    period_end: str | None
    period_duration: str | None
    period_precision: Precision | None
    period_basis: Basis | None
    scope: Scope
    modality: Modality
    state: State
    start: int | None
    end: int | None
    passage: str | None
    passage_hash: str | None
    reader: str | None
    rule: str | None
    confidence: float | None
    is_redacted: bool
    withheld: Withheld | None


@dataclass(frozen=True, slots=True)
class PublishedContradiction:
    """Accounts of one incident that cannot all be right; `message` is null where it would tell what is withheld."""

    incident: str
    number: int  # from 1, in the incident's order
    kind: Literal["distance", "date", "counts", "actors"]
    accounts: tuple[str, ...]
    message: str | None


@dataclass(frozen=True, slots=True)
class PublishedAllegation:
    """Harm put to an actor about a published incident; `reporter` only where the codebook knows who that is."""

    id: str
    incident: str | None
    account: str | None
    to_id: str | None
    to: str
    received: str | None
    status: ReviewStatus
    reporter_id: str | None
    reporter: str | None
    numbers: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedDetermination:
    """One step of a review, with the statement's words; the grid that it prints is published as a square.

    `distance_km` is from the middle of that square to the middle of the
    incident's, so that it tells no more than the two squares do.
    """

    id: str
    allegation: str
    status: ReviewStatus
    date: str | None
    reasons: tuple[str, ...]
    standard: str | None
    report: str | None
    start: int | None
    end: int | None
    passage: str | None
    passage_hash: str | None
    conceded_killed_low: int | None
    conceded_killed_high: int | None
    conceded_injured_low: int | None
    conceded_injured_high: int | None
    stated_place: str | None
    lat: float | None
    lon: float | None
    cell_degrees: float | None
    distance_km: float | None
    corrects: str | None
    by: StatedBy
    is_redacted: bool
    withheld: Withheld | None


PublishedRecord = (
    PublishedSource
    | PublishedReport
    | PublishedIncident
    | PublishedRange
    | PublishedAttribution
    | PublishedAccount
    | PublishedClaim
    | PublishedContradiction
    | PublishedAllegation
    | PublishedDetermination
)

# Each table with its record and the fields that together name one row, in the order in which they are made.
TABLES: Mapping[str, tuple[type[PublishedRecord], tuple[str, ...]]] = MappingProxyType(
    {
        "incidents": (PublishedIncident, ("code",)),
        "ranges": (PublishedRange, ("incident", "harm", "status", "demographic")),
        "attributions": (PublishedAttribution, ("incident", "account", "actor", "name", "role")),
        "contradictions": (PublishedContradiction, ("incident", "number")),
        "accounts": (PublishedAccount, ("id",)),
        "claims": (PublishedClaim, ("id",)),
        "allegations": (PublishedAllegation, ("id",)),
        "determinations": (PublishedDetermination, ("allegation", "id")),
        "reports": (PublishedReport, ("id",)),
        "sources": (PublishedSource, ("id",)),
    }
)


@cache
def columns_of(table: str) -> Mapping[str, bool]:
    """Return the columns of a table in order, each with whether its cells may be empty without telling rows apart less.

    >>> columns_of("incidents")["code"], columns_of("incidents")["time_of_day"], columns_of("ranges")["demographic"]
    (False, True, False)
    """
    record, key = TABLES[table]
    hints = get_type_hints(record)
    return MappingProxyType(
        {each.name: each.name not in key and _may_be_empty(hints[each.name]) for each in fields(record)}
    )


def _may_be_empty(hint: object) -> bool:
    return get_origin(hint) is tuple or type(None) in get_args(hint)
