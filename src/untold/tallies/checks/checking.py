"""A whole record checked by every rule, the gravest finding first."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from untold.tallies.checks.catalogue import GRAVEST_FIRST, check_rule, check_rules
from untold.tallies.checks.finding import Finding
from untold.tallies.checks.rules import FINDERS
from untold.tallies.checks.whole_record import WholeRecord

Tell = Callable[[str], object]  # told the rules that are looked for now, for whoever waits


def check_record(
    record: WholeRecord, rules: Iterable[str] | None = None, *, tell: Tell | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in a record, each finding once: the gravest first, then in the order of the rules.

    `rules` are the ids of those to look for, all of them by default. Nothing
    is ever repaired. Raises `UnknownWording` for an id that no rule has.
    """
    wanted = {check_rule(each).id for each in rules} if rules is not None else set(check_rules())
    found: dict[str, Finding] = {}
    for finder, may_find in FINDERS.items():
        if wanted.isdisjoint(may_find):
            continue
        if tell is not None:
            tell(", ".join(may_find))
        for each in finder(record):
            if each.rule in wanted:
                found.setdefault(each.id, _with_incidents(record, each))
    order = {slug: n for n, slug in enumerate(check_rules())}
    return tuple(sorted(found.values(), key=lambda each: (GRAVEST_FIRST.index(each.severity), order[each.rule])))


def _with_incidents(record: WholeRecord, found: Finding) -> Finding:
    """Return a finding with the incidents that its accounts are in, where it names none itself."""
    if found.incidents:
        return found
    accounts = (*found.accounts, *(record.account_of[each] for each in found.claims if each in record.account_of))
    return replace(found, incidents=record.codes_of(dict.fromkeys(accounts)))
