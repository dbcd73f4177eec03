"""An account: what one source says of one incident, from a text or from a row of a monitor's list.

It stands between claims and incidents: a monitor's row and a paragraph of a
round-up become the same record, so that matching asks one kind of question.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Attribution, Party
from untold.codebook.counts import Count

DatePrecision = Literal["day", "days", "week", "month", "year"]  # UCDP's date_prec 1 to 5


@dataclass(frozen=True, slots=True)
class AccountDate:
    """When it happened, as the source says: earliest and latest day, ISO prefixes, and how exactly it is known.

    `start` and `end` are null where the source gives no date. `time_of_day`
    is what it states beside the day ("night", "14:30"), as worded, else null.
    """

    start: str | None = None
    end: str | None = None
    precision: DatePrecision | None = None
    time_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class AccountPlace:
    """Where it happened, as the source says.

    `name_local` is the name in the place's own script; `lat`, `lon` are WGS 84
    degrees, as the source gives them; `precision` is a rung of `geo_precision`;
    `country` is ISO 3166-1 alpha-3. Whatever is not said is null.
    """

    name: str | None = None
    name_local: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    gazetteer_id: str | None = None
    admin1: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Conceded:
    """How many people a belligerent accepts that it harmed, as the source states it."""

    killed: Count | None = None
    injured: Count | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What the source itself has decided about the incident; ours is computed apart and shown beside it.

    `grade`, `strike_status` and `position` are slugs of their vocabularies, or
    null where the source says nothing or its word has no place in ours.
    `codes` are other parties' codes that the source cites; `reasons` are why
    a belligerent takes its position, slugs of `review_reason` and
    `credible_circumstance`.
    """

    grade: str | None = None
    strike_status: str | None = None
    position: str | None = None
    codes: tuple[str, ...] = ()
    previous_codes: tuple[str, ...] = ()
    conceded: Conceded | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One source's account of one incident.

    `id` stays the same when the same list comes again: the list's slug and its
    own code (`airwars:CS001`), with `#2` for the second row that bears it, or
    the first 16 hex digits of the row's SHA-256 where it has none; for a text
    it is the report's id and the offset of its first claim. `claims` are claim
    ids; `codes` are the source's own. `text` is the source's narrative, null
    where there is none.
    """

    id: str
    report: str
    source: Party
    claims: tuple[str, ...]
    date: AccountDate
    place: AccountPlace
    attributed_to: tuple[Attribution, ...] = ()
    means: str | None = None
    codes: tuple[str, ...] = ()
    stated: Stated = Stated()
    text: str | None = None
