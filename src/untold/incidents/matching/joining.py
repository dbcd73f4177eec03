"""Joining one component: the surest pair first, and never what is forbidden.

A greedy agglomeration, because it can be followed by hand: anyone may take the
pairs of a component in the printed order and arrive at the same incidents.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import dist, inf
from typing import NamedTuple

from untold.incidents.matching.settings import Settings


class Edge(NamedTuple):
    """A kept pair of the component: `a` before `b`, what nearness and points it has, and how it stands."""

    a: int
    b: int
    by_code: int
    days_apart: int | None
    metres: int | None
    score: int
    verdict: str


class Fact(NamedTuple):
    """What joining looks at in an account."""

    source: int
    copy_group: str | None
    day_start: int | None
    day_end: int | None
    x_m: float | None
    y_m: float | None
    z_m: float | None
    radius_m: float | None
    killed_low: int | None = None
    killed_high: int | None = None
    civilians_low: int | None = None
    civilians_high: int | None = None
    story: str | None = None
    entry: str | None = None
    point_stated: int | None = None


class Unjoined(NamedTuple):
    """A link that had to give way, and why: `ambiguous`, `one_source`, `answered`, `apart`, `thin` or `judged`."""

    a: int
    b: int
    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """A component: its accounts by number, and its kept pairs."""

    facts: dict[int, Fact]
    edges: list[Edge]
    settings: Settings


@dataclass(frozen=True, slots=True)
class Joined:
    """The component's incidents: each account's first account, and the links that gave way."""

    label: dict[int, int]
    unjoined: list[Unjoined]


def join(group: Group) -> Joined:
    """Return the incidents of one component; a pure function of it."""
    state = _State(group)
    for edge in sorted((each for each in group.edges if each.verdict in {"same", "link", "answer"}), key=_order):
        state.consider(edge)
    return Joined({member: state.first[member] for member in group.facts}, state.unjoined)


def _order(edge: Edge) -> tuple[float, ...]:
    """People first, answers last; then points, nearness in days and metres (unknown last), the accounts' order."""
    days = inf if edge.days_apart is None else edge.days_apart
    metres = inf if edge.metres is None else edge.metres
    return (edge.verdict != "same", edge.verdict == "answer", -edge.score, days, metres, edge.a, edge.b)


class _State:
    """The groups so far. `first` is each account's group, named by its first account."""

    def __init__(self, group: Group) -> None:
        self.facts, self.settings = group.facts, group.settings
        self.first = {member: member for member in group.facts}
        self.members = {member: [member] for member in group.facts}
        self.kept = {(edge.a, edge.b): edge.score for edge in group.edges if edge.verdict != "different"}
        self.different = {(edge.a, edge.b) for edge in group.edges if edge.verdict == "different"}
        self.links: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self.unjoined: list[Unjoined] = []
        self.torn: set[tuple[int, int]] = set()  # accounts that fit two of that source's: no lesser fit decides
        for edge in group.edges:
            if edge.verdict == "link":
                self.links[edge.a].append((edge.b, edge.score))
                self.links[edge.b].append((edge.a, edge.score))

    def consider(self, edge: Edge) -> None:
        """Join the two groups of a link, or keep why they stay apart."""
        one, other = self.first[edge.a], self.first[edge.b]
        if one == other:
            return
        why = self._obstacle(edge, one, other)
        if why is not None:
            self.unjoined.append(Unjoined(edge.a, edge.b, edge.score, why))
            return
        keep, gone = min(one, other), max(one, other)
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        for member in self.members[keep]:
            self.first[member] = keep

    def _obstacle(self, edge: Edge, one: int, other: int) -> str | None:
        if self._judged_different(one, other):
            return "judged"
        if edge.verdict == "same":
            return None
        if self._share_a_source(one, other):
            return "answered" if edge.verdict == "answer" else "one_source"
        if edge.verdict == "answer":
            return None
        if self._forbidden(edge, one, other):
            return "apart"
        if self._is_thin(edge, one, other):
            return "thin"
        if self._is_ambiguous(edge):
            self.torn |= {(edge.a, self.facts[edge.b].source), (edge.b, self.facts[edge.a].source)}
            return "ambiguous"
        return None

    def _judged_different(self, one: int, other: int) -> bool:
        if not self.different:
            return False
        return any(_pair(i, j) in self.different for i in self.members[one] for j in self.members[other])

    def _share_a_source(self, one: int, other: int) -> bool:
        """Say whether a source has accounts in both that are neither copies of one text nor under one code of its."""
        sources: defaultdict[int, list[Fact]] = defaultdict(list)
        for i in self.members[one]:
            sources[self.facts[i].source].append(self.facts[i])
        facts = (self.facts[j] for j in self.members[other])
        return any(not _is_one_entry(own, fact) for fact in facts for own in sources.get(fact.source, ()))

    def _forbidden(self, edge: Edge, one: int, other: int) -> bool:
        pairs = (_pair(i, j) for i in self.members[one] for j in self.members[other])
        return any(pair not in self.kept and self._contradict(*pair, by_code=bool(edge.by_code)) for pair in pairs)

    def _is_thin(self, edge: Edge, one: int, other: int) -> bool:
        """Say whether the groups' pairs, taken together, have too few points, though this one has enough."""
        if edge.by_code:
            return False
        pairs = (_pair(i, j) for i in self.members[one] for j in self.members[other])
        scores = [self._worth(pair) for pair in pairs if pair in self.kept]
        return sum(scores) < self.settings.decision.link * len(scores)

    def _worth(self, pair: tuple[int, int]) -> int:
        """Return a pair's points; one text, or one story, is a link's worth although neither text has date or place."""
        one, other = (self.facts[each] for each in pair)
        tied = _is_same(one.copy_group, other.copy_group) or _is_same(one.story, other.story)
        return max(self.kept[pair], self.settings.decision.link) if tied else self.kept[pair]

    def _contradict(self, i: int, j: int, *, by_code: bool) -> bool:
        """Say whether a pair that the rule did not keep speaks against joining.

        Without a date or a place on either side, only numbers can contradict.
        A code reaches further than the window, so a group that a code joins is
        held to the code's own limits.
        """
        one, other = self.facts[i], self.facts[j]
        if one.day_start is None or other.day_start is None or not (_is_placed(one) and _is_placed(other)):
            return not by_code and _count_apart(one, other, self.settings)
        if not by_code:
            return True
        window = self.settings.window
        apart = max(one.day_start - _whole(other.day_end), other.day_start - _whole(one.day_end))
        metres = dist(_spot(one), _spot(other)) - (one.radius_m or 0) - (other.radius_m or 0)
        return apart > window.code_days or metres > window.code_kilometres * 1000

    def _is_ambiguous(self, edge: Edge) -> bool:
        margin = self.settings.decision.margin
        if margin is None or edge.by_code:
            return False
        ends = ((edge.a, edge.b), (edge.b, edge.a))
        if any((account, self.facts[chosen].source) in self.torn for account, chosen in ends):
            return True
        return any(self._has_rival(account, chosen, edge.score - margin) for account, chosen in ends)

    def _has_rival(self, account: int, chosen: int, least: int) -> bool:
        """Say whether another account fits this one as well, is still free to, and cannot be the chosen one's.

        One source's two accounts are two incidents, and so are two accounts of
        which no number of killed could be both.
        """
        return any(
            score >= least
            and self._are_two(chosen, rival)
            and self.first[rival] != self.first[chosen]
            and not self._share_a_source(self.first[account], self.first[rival])
            and not self._judged_different(self.first[account], self.first[rival])
            for rival, score in self.links[account]
            if rival != chosen
        )

    def _are_two(self, chosen: int, rival: int) -> bool:
        one, other = self.facts[chosen], self.facts[rival]
        return one.source == other.source or _count_apart(one, other, self.settings)


def _is_one_entry(one: Fact, other: Fact) -> bool:
    """Say whether one source's two accounts stand for one: copies of a text, or rows under one code of its own."""
    return _is_same(one.copy_group, other.copy_group) or _is_same(one.entry, other.entry)


def _is_same(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _is_placed(fact: Fact) -> bool:
    """Say whether an account's point can contradict: of a text in a story, no name of several that it names does."""
    return fact.x_m is not None and not (fact.point_stated == 0 and fact.story is not None)


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _count_apart(one: Fact, other: Fact, settings: Settings) -> bool:
    """Say whether no number of killed could be both accounts', as the rule's comparison does."""
    gap = max(
        _gap(one.killed_low, other.killed_high),
        _gap(other.killed_low, one.killed_high),
        _gap(one.civilians_low, other.civilians_high),
        _gap(other.civilians_low, one.civilians_high),
    )
    floor = max(_whole(one.killed_low), _whole(other.killed_low))
    return gap > settings.counts.people and gap * 100 > floor * round(settings.counts.share * 100)


def _gap(low: int | None, high: int | None) -> int:
    return 0 if low is None or high is None else max(low - high, 0)


def _whole(day: int | None) -> int:
    return 0 if day is None else day


def _spot(fact: Fact) -> tuple[float, float, float]:
    return (fact.x_m or 0.0, fact.y_m or 0.0, fact.z_m or 0.0)
