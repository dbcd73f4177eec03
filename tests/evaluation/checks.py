"""How many planted faults the checks of a whole record find, and how much they find where nothing was planted.

The record is made (`tests/tallies/checks/worlds.py`): four hundred clean
incidents, then every kind of fault several times over, each among all others;
and the same with what comes near each fault and is none. A finding that names
no fault is a false alarm, which costs a reviewer more than a miss.
"""

from collections import defaultdict
from collections.abc import Iterable

from tests.evaluation.measurement import Measurement, Miss
from tests.tallies.checks.faults import FAULTS, NEAR
from tests.tallies.checks.naming import names
from tests.tallies.checks.worlds import clean_world
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.finding import Finding

_CORPUS = "tests/tallies/checks/worlds.py"
_CLEAN, _TIMES = 400, 8


def measure() -> list[Measurement]:
    """Return the recall of planted faults, and the false alarms among them and beside near misses."""
    world = clean_world(_CLEAN)
    planted = [(rule, plant(world)) for _ in range(_TIMES) for rule, plant in FAULTS.items()]
    found = check_record(world.record())
    near = clean_world(_CLEAN)
    for _ in range(_TIMES):
        for plant in (each for plants in NEAR.values() for each in plants):
            plant(near)
    quiet = check_record(near.record())
    return [_recall(planted, found), *_false_alarms(planted, found, quiet)]


def _recall(planted: Iterable[tuple[str, str]], found: Iterable[Finding]) -> Measurement:
    by_rule: dict[str, list[str]] = defaultdict(list)
    for each in found:
        by_rule[each.rule].append(names(each))
    listed = list(planted)
    missed = [(rule, named) for rule, named in listed if not any(named in words for words in by_rule[rule])]
    misses = tuple(Miss(named, rule, "nothing") for rule, named in missed)
    return Measurement("checks.planted_found", 1 - len(missed) / len(listed), len(listed), _CORPUS, misses)


def _false_alarms(
    planted: Iterable[tuple[str, str]], found: Iterable[Finding], quiet: Iterable[Finding]
) -> Iterable[Measurement]:
    listed, all_found, all_quiet = list(planted), list(found), list(quiet)
    meant = {rule: [named for of, named in listed if of == rule] for rule in FAULTS}
    false = [each for each in all_found if not any(named in names(each) for named in meant[each.rule])]
    yield _share("checks.false_among_faults", false, len(all_found))
    yield _share("checks.false_beside_near_misses", all_quiet, _TIMES * sum(map(len, NEAR.values())))


def _share(measure: str, false: Iterable[Finding], n: int) -> Measurement:
    misses = tuple(Miss(each.rule, "silence", each.message) for each in false)
    return Measurement(measure, len(misses) / n, n, _CORPUS, misses, lower_is_better=True)
