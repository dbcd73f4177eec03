"""What a heading of the Bureau's means: which people, which harm, which bound.

"Minimum total people killed", "Minimum people killed" and "min_ppl_killed" are
one column in four workbooks. Their words are the same, so the words decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from untold.claims.claim import Demographic, Harm, Status
from untold.reports.lists import Header
from untold.reports.lists.entries import column_key

Bound = Literal["low", "high", "both"]
People = Literal["people", "civilians", "children", "strikes"]

_LOW, _HIGH = frozenset({"minimum", "min"}), frozenset({"maximum", "max"})
_KILLED, _INJURED = frozenset({"killed", "deaths"}), frozenset({"injured", "wounded"})
_STRIKES = frozenset({"strikes", "attacks"})
_RATES = frozenset({"rate", "percentage", "average"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of numbers: of whom, how they were harmed, and whether it is a minimum, a maximum or one number."""

    people: People
    harm: Harm | None  # null: strikes are counted, not people
    bound: Bound


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one group and harm: a minimum and a maximum, or one column that holds both."""

    people: People
    harm: Harm
    low: str
    high: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Return its columns, the minimum first."""
        return (self.low,) if self.low == self.high else (self.low, self.high)

    @property
    def status(self) -> Status | None:
        """Return the status that the heading states; of children it states none."""
        return "civilian" if self.people == "civilians" else None

    @property
    def demographic(self) -> Demographic | None:
        """Return the demographic that the heading states."""
        return "children" if self.people == "children" else None


@lru_cache(maxsize=1024)
def heading_of(name: str) -> Heading | None:
    """Return what a heading counts, or null for a heading of something else.

    >>> heading_of("Minimum civilians reported killed")
    Heading(people='civilians', harm='killed', bound='low')
    >>> heading_of("max_ppl_killed").people, heading_of("Maximum reported injured").harm, heading_of("Location")
    ('people', 'injured', None)
    """
    words = frozenset(column_key(name).split("_"))
    if words & _RATES:
        return None
    bound: Bound = "low" if words & _LOW else "high" if words & _HIGH else "both"
    if words & _KILLED:
        return Heading(_people(words), "killed", bound)
    if words & _INJURED:
        return Heading(_people(words), "injured", bound)
    return Heading("strikes", None, bound) if words & _STRIKES else None


def groups_of(header: Header) -> tuple[Group, ...]:
    """Return the groups that a header counts, in its order.

    A minimum without its maximum, and the other way round, is a group alone.
    """
    return tuple(_groups(header))


def _groups(header: Header) -> Iterator[Group]:
    found: dict[tuple[People, Harm], dict[Bound, str]] = {}
    for name in header.names:
        heading = heading_of(name)
        if heading is not None and heading.harm is not None:
            found.setdefault((heading.people, heading.harm), {}).setdefault(heading.bound, name)
    for (people, harm), columns in found.items():
        low = columns.get("low") or columns.get("both") or columns["high"]
        yield Group(people, harm, low, columns.get("high") or low)


def _people(words: frozenset[str]) -> People:
    if any(word.startswith("civil") for word in words):
        return "civilians"
    return "children" if any(word.startswith("child") for word in words) else "people"
