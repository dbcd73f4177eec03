"""Whether two records can be one person: what agrees, what contradicts, what is silent, and what that proposes.

Two cousins of one name die in one village in one year. So names only find
candidates: age, day, place and the father's name decide, sex can only speak
against, and whatever comes out is a proposal for a person.

The limits are ours: sources round ages and print the day of the report or the
burial, and a register the place where somebody died, was treated or came from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from untold.claims.account import AccountDate, AccountPlace
from untold.incidents.places.distance import distance_km
from untold.incidents.places.names import SAME_NAME, same_name_score
from untold.incidents.victims.naming import likeness, link_score, links
from untold.incidents.victims.particulars import Particulars
from untold.incidents.victims.victim import Age, PersonName

Finding = Literal["agrees", "contradicts", "silent"]
Verdict = Literal["same", "different", "unsure"]
Field = Literal["name", "father", "age", "date", "place", "sex"]

_AGE_AGREES, _AGE_MAY_DIFFER = 2, 3  # years; above the latter by a quarter of the age too, they contradict
_AGE_SHARE = 0.25
_DAYS_AGREE, _DAYS_MAY_DIFFER = 1, 30  # days between: reported the next day; died of wounds or registered later
_WEEK = 7  # days; a longer window is too wide to agree with anything
_KM_AGREE, _KM_MAY_DIFFER = 5.0, 100.0
_DECIDING = frozenset({"father", "age", "date", "place"})
_ENOUGH = 2  # deciding fields that must agree, beside the name
_AGAINST = frozenset({"sex", "father"})  # one of these alone makes them two people
# What an agreement adds to the score and a contradiction takes away: an order of review, no probability.
_WEIGHTS: dict[Field, float] = {"name": 0.4, "father": 0.15, "age": 0.15, "date": 0.15, "place": 0.1, "sex": 0.05}


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two records: what it says, and the reason, which repeats no name."""

    field: Field
    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records that may be one person: `a` ours, `b` another or a register's; nothing is joined by it."""

    a: str
    b: str
    score: float
    verdict: Verdict
    compared: tuple[Compared, ...]


def compare_people(one: Particulars, other: Particulars) -> Proposal | None:
    """Return what is proposed of two records, or null where their names cannot be one person's.

    `same` needs a name of two links, two of age, day, place and father's name,
    and nothing against it; `different` needs another sex, another father or two
    contradictions; else it is `unsure`. Two people of one list are two.
    """
    named = likeness(one.names, other.names)
    if not named.is_possible:
        return None
    name = Compared("name", "agrees", f"{named.agreeing} links of the name agree ({named.score:.2f})")
    found = (name, *_fields(one, other))
    weights = {"agrees": 1.0, "contradicts": -1.0, "silent": 0.0}
    others = sum(_WEIGHTS[each.field] * weights[each.finding] for each in found[1:])
    score = round(max(_WEIGHTS["name"] * named.score + others, 0.0), 3)
    both = set(one.listed_in) & set(other.listed_in)
    return Proposal(one.id, other.id, score, "different" if both else _verdict(found), found)


def _verdict(found: tuple[Compared, ...]) -> Verdict:
    against = {each.field for each in found if each.finding == "contradicts"}
    agreeing = {each.field for each in found if each.finding == "agrees"} & _DECIDING
    if against & _AGAINST or len(against) >= _ENOUGH:
        return "different"
    return "same" if len(agreeing) >= _ENOUGH and not against else "unsure"


def _fields(one: Particulars, other: Particulars) -> Iterator[Compared]:
    yield _sex(one, other)
    yield _age(one.age, other.age)
    yield _date(one.dates, other.dates)
    yield _place(one.places, other.places)
    yield _father(one, other)


def _sex(one: Particulars, other: Particulars) -> Compared:
    if one.gender is None or other.gender is None:
        return Compared("sex", "silent", "sex not stated by both")
    if one.gender == other.gender:
        return Compared("sex", "agrees", f"both {one.gender}")
    return Compared("sex", "contradicts", f"{one.gender} and {other.gender}")


def _age(one: Age, other: Age) -> Compared:
    if (gap := _years_between(one, other)) is not None:
        eldest = max(year for year in (one.low, other.low) if year is not None)
        if gap <= _AGE_AGREES:
            return Compared("age", "agrees", f"ages within {_AGE_AGREES} years")
        if gap > max(_AGE_MAY_DIFFER, _AGE_SHARE * eldest):
            return Compared("age", "contradicts", f"ages {gap} years apart")
        return Compared("age", "silent", f"ages {gap} years apart, which sources differ by")
    if one.is_minor is not None and other.is_minor is not None and one.is_minor != other.is_minor:
        return Compared("age", "contradicts", "a child and an adult")
    return Compared("age", "silent", "years of age not stated by both")


def _years_between(one: Age, other: Age) -> int | None:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    return max(one.low - other.high, other.low - one.high, 0)


def _date(some: tuple[AccountDate, ...], others: tuple[AccountDate, ...]) -> Compared:
    windows = [(_window(a), _window(b)) for a in some for b in others]
    known = [(a, b) for a, b in windows if a is not None and b is not None]
    if not known:
        return Compared("date", "silent", "day not stated by both")
    gap = min(_days_between(a, b) for a, b in known)
    if gap > _DAYS_MAY_DIFFER:
        return Compared("date", "contradicts", f"{gap} days apart")
    is_narrow = any(_days_between(a, b) <= _DAYS_AGREE and _is_narrow(a) and _is_narrow(b) for a, b in known)
    if is_narrow:
        return Compared("date", "agrees", f"days within {_DAYS_AGREE}")
    return Compared("date", "silent", f"{gap} days apart, or known too roughly")


Window = tuple[date, date]


def _window(said: AccountDate) -> Window | None:
    """Return the first and last day that a date can mean, null where there is none."""
    if said.start is None:
        return None
    first, last = said.start, said.end or said.start
    return date.fromisoformat(f"{first}-01-01"[:10] if len(first) == 4 else f"{first}-01"[:10]), _last_day(last)  # noqa: PLR2004 - a year


def _last_day(prefix: str) -> date:
    if len(prefix) == len("2016"):
        return date(int(prefix), 12, 31)
    if len(prefix) == len("2016-03"):
        year, month = int(prefix[:4]), int(prefix[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    return date.fromisoformat(prefix)


def _days_between(one: Window, other: Window) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def _is_narrow(window: Window) -> bool:
    return (window[1] - window[0]).days < _WEEK


def _place(some: tuple[AccountPlace, ...], others: tuple[AccountPlace, ...]) -> Compared:
    pairs = [(a, b) for a in some for b in others]
    if any(_is_one_place(a, b) for a, b in pairs):
        return Compared("place", "agrees", "one place by name")
    apart = [distance_km(*a, *b) for a, b in ((_point(a), _point(b)) for a, b in pairs) if a and b]
    if not apart:
        return Compared("place", "silent", "no place in common, and no coordinates to tell")
    nearest = min(apart)
    if nearest > _KM_MAY_DIFFER:
        return Compared("place", "contradicts", f"places {nearest:.0f} km apart")
    return Compared("place", "agrees" if nearest <= _KM_AGREE else "silent", f"places {nearest:.0f} km apart")


def _is_one_place(one: AccountPlace, other: AccountPlace) -> bool:
    names = [(a, b) for a in (one.name, one.name_local) for b in (other.name, other.name_local) if a and b]
    is_apart = one.country is not None and other.country is not None and one.country != other.country
    return not is_apart and any(same_name_score(a, b) >= SAME_NAME for a, b in names)


def _point(place: AccountPlace) -> tuple[float, float] | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _father(one: Particulars, other: Particulars) -> Compared:
    """Compare the father's name where one record states it; the other's may be the second of three links."""
    if not one.father and not other.father:
        return Compared("father", "silent", "father's name not stated")
    ours, theirs = _first_links(one.father) or _second_links(one), _first_links(other.father) or _second_links(other)
    if not ours or not theirs:
        return Compared("father", "silent", "father's name not stated by both")
    if any(link_score(a, b) >= SAME_NAME for a in ours for b in theirs):
        return Compared("father", "agrees", "father's name agrees")
    is_stated = bool(one.father and other.father)
    return Compared("father", "contradicts" if is_stated else "silent", "father's name differs")


def _first_links(names: tuple[PersonName, ...]) -> tuple[str, ...]:
    return tuple(found[0] for each in names if (found := links(each.spelling)))


def _second_links(of: Particulars) -> tuple[str, ...]:
    chains = (links(each.spelling) for each in of.names)
    return tuple(chain[1] for chain in chains if len(chain) >= 3)  # noqa: PLR2004 - own, father's, family
