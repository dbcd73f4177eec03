"""An incident: harm at one time and place, with every account of it and what they add up to."""

from dataclasses import dataclass
from typing import Literal

from untold.claims.account import AccountDate, AccountPlace
from untold.claims.claim import Attribution, Demographic, Harm, Status

IncidentState = Literal["draft", "in_review", "published", "withdrawn"]


@dataclass(frozen=True, slots=True)
class CasualtyRange:
    """What an incident is decided to hold for one group and harm, with the claims that decided it.

    Null is not known, never zero: `high` null means that no source sets a
    ceiling. `best` is null where `rule` does not choose one.
    """

    harm: Harm
    status: Status | None
    demographic: Demographic | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        stated = [bound for bound in (self.low, self.best, self.high) if bound is not None]
        if stated != sorted(stated) or any(bound < 0 for bound in stated):
            msg = f"low ≤ best ≤ high does not hold: {self.low}, {self.best}, {self.high}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Decision:
    """A grade or a strike status with the rule that gave it and the accounts that decided it.

    `by` is `rule`, or the name of the person who overruled it; then `computed`
    is what the rule says, and `reason` is the person's.
    """

    value: str
    rule: str
    accounts: tuple[str, ...]
    reason: str
    by: str = "rule"
    computed: str | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """A person's signature under one step of an incident's review."""

    step: str
    who: str
    when: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Accounts of one incident that cannot all be right, and by how much; shown, never absorbed."""

    kind: Literal["distance", "date", "counts", "actors"]
    accounts: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Incident:
    """All sources' accounts of one incident.

    `code` stays when accounts join; a merge or a split keeps the codes it ends
    in `previous_codes`. `accounts` and `victims` are ids, in order.
    """

    code: str
    previous_codes: tuple[str, ...]
    accounts: tuple[str, ...]
    date: AccountDate
    place: AccountPlace
    ranges: tuple[CasualtyRange, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    means: tuple[str, ...] = ()
    infrastructure: tuple[str, ...] = ()
    grade: Decision | None = None
    strike_status: Decision | None = None
    contradictions: tuple[Contradiction, ...] = ()
    victims: tuple[str, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    state: IncidentState = "draft"
