"""The rules by which an incident's claims become one range for each group, under the names that a person chooses by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from untold.tallies.ranging.hierarchy import Hierarchy, by_hierarchy, shipped_hierarchy
from untold.tallies.ranging.majority import majority
from untold.tallies.ranging.parts import wholes_from_parts
from untold.tallies.ranging.ranged import Ranged
from untold.tallies.ranging.reliable import by_reliable
from untold.tallies.ranging.said import Group, Said
from untold.tallies.ranging.spoken import Copy, PassedOver, Spoken, by_account, independent, spoken, unlisted_as_one
from untold.tallies.ranging.widest import widest
from untold.tallies.tally import RangeRule

MEANINGS: Mapping[RangeRule, str] = MappingProxyType(
    {
        "widest": "the lowest floor and the highest ceiling of all accounts; no best",
        "majority": "the number that most independent sources admit; of a tie the lowest",
        "hierarchy": "the source that stands highest in a stated order",
        "ucdp": "the lowest and the highest of reliable sources; best is the most reliable one's",
    }
)
_NOBODY: Mapping[str, Copy] = MappingProxyType({})
# Only parts are stated: no rule can know of a best, and the bound is the parts'.
_CONCEDED_WHY = "is conceded: it stands beside what others document, and bounds nothing where they count"
_PARTS_WHY = "only parts of the group are stated: it is at least what they add up to"


def ranges_by(
    rule: RangeRule,
    said: Iterable[Said],
    copies: Mapping[str, Copy] = _NOBODY,
    order: Hierarchy | None = None,
) -> dict[Group, Ranged]:
    """Return an incident's range for each group that its claims speak of, in the order of harm, status, demographic.

    `copies` says which accounts count as one source; `widest` asks nobody,
    because copies change no bound. `order` is that of the sources, ours where
    none is given. Wholes of which only parts are stated are there too.
    """
    groups: defaultdict[Group, list[Said]] = defaultdict(list)
    for each in said:
        groups[each.group].append(each)
    conceded = _set_apart(groups)
    heard = {group: _heard(own) for group, own in groups.items()}
    found = {group: _ranged(rule, voices, copies, order) for group, voices in heard.items()}
    for group, voices in wholes_from_parts(groups).items():
        found[group] = replace(
            _ranged(rule, voices, copies, order), best=None, high=None, why=_PARTS_WHY, from_parts=True
        )
    for group, beside in conceded.items():
        found[group] = replace(found[group], passed=(*found[group].passed, beside))
    return dict(sorted(found.items(), key=lambda each: tuple(field or "" for field in each[0])))


def _set_apart(groups: dict[Group, list[Said]]) -> dict[Group, PassedOver]:
    """Take what is conceded out of the groups that anybody else counts, and return what was taken out."""
    apart: dict[Group, PassedOver] = {}
    for group, own in groups.items():
        conceded = [each for each in own if each.is_conceded]
        if conceded and len(conceded) < len(own):
            groups[group] = [each for each in own if not each.is_conceded]
            apart[group] = PassedOver(tuple(dict.fromkeys(each.claim for each in conceded)), _CONCEDED_WHY)
    return apart


def _heard(said: Sequence[Said]) -> tuple[Spoken, ...]:
    return tuple(spoken(own) for own in by_account(said).values())


def _ranged(rule: RangeRule, heard: Sequence[Spoken], copies: Mapping[str, Copy], order: Hierarchy | None) -> Ranged:
    if rule == "widest":
        return widest(heard)
    independents, passed = independent(heard, copies)
    voices = unlisted_as_one(independents)
    match rule:
        case "majority":
            found = majority(voices)
        case "hierarchy":
            found = by_hierarchy(voices, order or shipped_hierarchy())
        case "ucdp":
            found = by_reliable(voices, order or shipped_hierarchy())
    return replace(found, passed=(*found.passed, *passed)) if passed else found
