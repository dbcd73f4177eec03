"""What cannot be right in a running total, and what a reader of it should know, each with the words it rests on.

Nothing is repaired: a total that falls stays as it was printed, and beside it
stands by how much, against which snapshot, and whose.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from untold.claims.claim import Claim, Party
from untold.tallies.bounds import Bounds, bounds_of
from untold.tallies.checks.catalogue import GRAVEST_FIRST
from untold.tallies.checks.finding import Finding, finding_id
from untold.tallies.checks.record import Severity
from untold.tallies.checks.repeats import check_repeats
from untold.tallies.running.days import number_words
from untold.tallies.running.gathering import running_totals
from untold.tallies.running.parts import Outgrown, Side, above, outgrown, sides
from untold.tallies.running.retold import Retold, retold
from untold.tallies.running.series import OwnCount, Running, Series, Snapshot, Step
from untold.tallies.running.steps import steps
from untold.tallies.running.wording import days_in_words, signed, who_counts, whom
from untold.tallies.standing import is_countable, number
from untold.tallies.wording import voice_of, when, who


def check_running(claims: Iterable[Claim], published: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Return what does not add up in the running totals among some claims, the gravest first.

    `published` gives the ISO date of each report, by its id. What the checks
    of single reports find already is not said again.
    """
    by_id = {claim.id: claim for claim in claims}
    found = [each for each in findings_in(running_totals(by_id.values(), published)) if not _is_known(each, by_id)]
    found += [_told_otherwise(each) for each in retold(filter(is_countable, by_id.values()))]
    return tuple(sorted(found, key=_gravity_of))


def findings_in(running: Running) -> tuple[Finding, ...]:
    """Return the findings of all series, the gravest first; a change that several series share is one finding."""
    by_id = {series.id: series for series in running.series}
    found = chain.from_iterable(findings_of(series, by_id) for series in running.series)
    return tuple(sorted(_merged(found), key=_gravity_of))


def findings_of(series: Series, by_id: Mapping[str, Series] | None = None) -> tuple[Finding, ...]:
    """Return the findings of one series in the order of its days; `by_id` are the others, among which is its whole."""
    beside = sides(series, by_id or {})
    found = chain(
        chain.from_iterable(_of_step(series, step) for step in steps(series)),
        _carried(series),
        (_contradicted(series, each) for each in series.snapshots if each.is_contradicted),
        (_above(series, side) for side in above(beside)),
        (_outgrown(series, each) for each in outgrown(beside)),
    )
    return tuple(found)


def _of_step(series: Series, step: Step) -> Iterator[Finding]:
    match step.verdict:
        case "falls":
            yield _falls(series, step)
        case "differs":
            yield _differs(series, step)
        case "partly_counted" if step.residual is not None and step.residual.low:
            yield _jumps(series, step)
        case "restarts":
            yield _restarts(series, step)
        case _:
            pass
    if "source" in step.breaks:
        yield _changes_source(step)


def _falls(series: Series, step: Step) -> Finding:
    message = f"{_told(series, step)}: a running total that falls{_by_others(step)}."
    return _finding("total_falls", _gravity(series, "error" if not step.breaks else "warning"), step, message)


def _differs(series: Series, step: Step) -> Finding:
    message = (
        f"{_told(series, step)}, {signed(step.difference)}; its own counts of {days_in_words(step)} make "
        f"{signed(step.counted)}: {_more_or_fewer(step.residual)} in the total{_by_others(step)}."
    )
    return _finding("total_differs", _gravity(series, "warning"), step, message)


def _jumps(series: Series, step: Step) -> Finding:
    message = (
        f"{_told(series, step)}, {signed(step.difference)}; its own counts cover only some of {days_in_words(step)} "
        f"and make {signed(step.counted)}, which leaves {step.residual} for {_days(step.uncounted_days)} that it "
        f"gives no count of{_by_others(step)}."
    )
    return _finding("total_jumps", _gravity(series, "warning"), step, message)


def _restarts(series: Series, step: Step) -> Finding:
    definition = f"its definition reads {step.after.definition!r} here and {step.before.definition!r} there"
    since = f"it counts since {step.after.since or 'no stated day'} here and since {step.before.since} there"
    said = definition if step.before.definition != step.after.definition else since
    message = f"{_told(series, step)}; {said}, so that no step can be taken between the two."
    return _finding("total_restarts", "info", step, message, is_stated=False)


def _changes_source(step: Step) -> Finding:
    message = (
        f"Between {step.before.day} and {step.after.day} the running totals pass from {_name(step.before.claimant)} "
        f"to {_name(step.after.claimant)}."
    )
    return _finding("total_changes_source", "info", step, message, is_stated=False)


def _carried(series: Series) -> Iterator[Finding]:
    """Yield the days for which nothing was reported, and whose total is another than the last one all the same."""
    last: Snapshot | None = None
    for each in series.snapshots:
        if last is not None and each.is_carried and each.count != last.count:
            difference = bounds_of(each.count) - bounds_of(last.count)
            message = (
                f"{who_counts(series, each)} {whom(series, each.count)} until {each.day}, a day without a report "
                f"of its own, and not the {last.count} of {last.day}."
            )
            yield _made("total_moves_unreported", _gravity(series, "warning"), (last, each), difference, message)
        last = each


def _contradicted(series: Series, each: Snapshot) -> Finding:
    numbers = " and ".join(dict.fromkeys(passage.text for passage in each.passages))
    named = who_counts(series, each)
    message = f"{named} one group until {each.day}, in numbers that exclude each other: {numbers}."
    return _made("two_totals", "warning", (each,), None, message)


def _above(series: Series, side: Side) -> Finding:
    message = (
        f"{who_counts(series, side.part)} {whom(series, side.part.count)} until {side.part.day} within a total of "
        f"{side.whole.count}, which is fewer."
    )
    rest = bounds_of(side.whole.count) - bounds_of(side.part.count)
    return _made("part_above_whole", "error", (side.whole, side.part), rest, message)


def _outgrown(series: Series, each: Outgrown) -> Finding:
    after = each.after.part
    message = (
        f"{who_counts(series, after)} {whom(series, after.count)} until {after.day}, {signed(each.part)} than until "
        f"{each.before.part.day}; the total that they are within has {signed(each.whole)}."
    )
    own = (each.before.part, each.after.part, each.before.whole, each.after.whole)
    return _made("part_outgrows_whole", _gravity(series, "warning"), own, each.whole - each.part, message)


def _finding(rule: str, severity: Severity, step: Step, message: str, *, is_stated: bool = True) -> Finding:
    expected = None
    if is_stated and step.counted is not None:
        expected = (bounds_of(step.before.count) + step.counted).number()
    elif is_stated:
        expected = bounds_of(step.before.count).number()
    return _made(
        rule,
        severity,
        (step.before, step.after),
        (step.residual or step.difference) if is_stated else None,
        message,
        own=step.own,
        stated=bounds_of(step.after.count).number() if is_stated else None,
        expected=expected,
    )


def _made(
    rule: str,
    severity: Severity,
    snapshots: Sequence[Snapshot],
    residual: Bounds | None,
    message: str,
    *,
    own: Sequence[OwnCount] = (),
    stated: int | None = None,
    expected: int | None = None,
) -> Finding:
    claims = tuple(
        dict.fromkeys([*(name for each in snapshots for name in each.claims), *(each.claim for each in own)])
    )
    rest = None if residual is None else residual.number()
    return Finding(
        id=finding_id(rule, claims, stated, expected, rest),
        rule=rule,
        severity=severity,
        message=message,
        claims=claims,
        stated=stated,
        expected=expected,
        residual=rest,
        unit=None if rest is None else "people",
        passages=(*(each for one in snapshots for each in one.passages), *(each.passage for each in own)),
    )


def _merged(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of one rule and one message once: of one day several columns pass to another source."""
    seen: set[tuple[str, str]] = set()
    for each in found:
        if (each.rule, each.message) not in seen:
            seen.add((each.rule, each.message))
            yield each


def _is_known(found: Finding, by_id: Mapping[str, Claim]) -> bool:
    """Return whether the checks of one report find it: a part above its whole, two numbers for one group of a page."""
    if found.rule == "part_above_whole":
        return True
    own = [by_id[each] for each in found.claims]
    return found.rule == "two_totals" and any(True for _ in check_repeats(own))


def _gravity_of(found: Finding) -> int:
    return GRAVEST_FIRST.index(found.severity)


def _told_otherwise(each: Retold) -> Finding:
    stated, expected = number(each.unsourced), number(each.sourced)
    rest = None if stated is None or expected is None else stated - expected
    return Finding(
        id=finding_id("total_told_otherwise", (each.unsourced.id, each.sourced.id), stated, expected),
        rule="total_told_otherwise",
        severity="warning",
        message=f"{who(each.unsourced)} for {when(each.sourced)} by nobody's word, where {voice_of(each.sourced)} "
        f"counts {who(each.sourced)} for the same time.",
        claims=(each.unsourced.id, each.sourced.id),
        stated=stated,
        expected=expected,
        residual=rest,
        unit=None if rest is None else "people",
        passages=(number_words(each.unsourced), number_words(each.sourced)),
    )


def _gravity(series: Series, severity: Severity) -> Severity:
    """Return how grave it is: what a list filled in itself was never anybody's count."""
    return "info" if series.modality == "estimated" else severity


def _told(series: Series, step: Step) -> str:
    after, before = step.after, step.before
    return (
        f"{who_counts(series, after)} {whom(series, after.count)} until {after.day}, "
        f"after {before.count} until {before.day}"
    )


def _more_or_fewer(residual: Bounds | None) -> str:
    return "a rest" if residual is None else signed(residual)


def _by_others(step: Step) -> str:
    if "source" not in step.breaks:
        return ""
    return f" (the one by {_name(step.before.claimant)}, the other by {_name(step.after.claimant)})"


def _days(number: int) -> str:
    return "one day" if number == 1 else f"{number} days"


def _name(party: Party | None) -> str:
    return "nobody named" if party is None else party.name
