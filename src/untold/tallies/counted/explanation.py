"""One incident's ranges, explained in lines: what each claim says, and what a rule made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from untold.claims.accounts import accounts_kept
from untold.claims.claim import Claim, Party
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.codebook.errors import CasebookError
from untold.incidents.incident import Incident
from untold.incidents.record import incidents_kept
from untold.tallies.counted.phrases import tally_phrases
from untold.tallies.counted.wording import bounds, digits
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.phrases import Phrases
from untold.tallies.ranging import Explained, ExplainedRange, Group, Hierarchy, PassedOver, explain_incident
from untold.tallies.ranging.said import party_key, source_of
from untold.tallies.tables.independent import copies_in, copies_table
from untold.tallies.tally import RangeRule

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class ExplainedIncident:
    """An explanation with the incident and the claims that it names, by id, each with its account."""

    incident: Incident
    explained: Explained
    claims: Mapping[str, Claim]
    accounts: Mapping[str, str]  # the account of each claim


def explained_in(casebook: Path, code: str, rule: RangeRule, order: Hierarchy | None = None) -> ExplainedIncident:
    """Return why an incident's ranges are what they are; raises `CasebookError` where there is no such incident."""
    incident = _incident(casebook, code)
    accounts = {each.id: each for each in accounts_kept(casebook)}
    claims = {each.id: each for each in apply_words(kept_claims(casebook), words_kept(casebook))}
    own = {each: accounts[each] for each in incident.accounts if each in accounts}
    copies = {} if rule == "widest" else copies_in(copies_table([incident], accounts, claims)).get(0, {})
    explained = explain_incident(incident, own, claims, rule, copies=copies, order=order)
    told = {claim: account.id for account in own.values() for claim in account.claims if claim in claims}
    return ExplainedIncident(incident, explained, {each: claims[each] for each in told}, told)


def explanation_lines(found: ExplainedIncident) -> Iterator[str]:
    """Yield the incident, and under each of its ranges the claims that were used and those that were not."""
    phrases = tally_phrases("en")
    incident, explained = found.incident, found.explained
    place = incident.place.name or incident.place.name_local or phrases.say("tally", "no_place")
    yield printable(f"{incident.code}  {incident.date.start or phrases.say('tally', 'no_date')}  {place}")
    yield from wrap(f"rule {explained.rule}: {phrases.say('rule', explained.rule)}", _WIDTH)
    for each in explained.ranges:
        yield from ("", *_range_lines(each, found, phrases))
    for passed in explained.barred:
        yield from ("", *_passed_lines(passed, found, phrases, indent=""))


def _incident(casebook: Path, code: str) -> Incident:
    kept = incidents_kept(casebook)
    named = [each for each in kept if each.code == code] or [each for each in kept if code in each.previous_codes]
    if not named:
        raise CasebookError(str(casebook), f"holds no incident {code}", "look its code up with untold grade")
    return named[0]


def _range_lines(each: ExplainedRange, found: ExplainedIncident, phrases: Phrases) -> Iterator[str]:
    ranged = each.ranged
    best = "" if ranged.best is None else f", {phrases.say('tally', 'best', best=digits(ranged.best))}"
    yield f"{_group(each.group, phrases)}: {bounds(ranged.low, ranged.high, phrases)}{best}"
    yield from wrap(ranged.why, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    for claim in ranged.used:
        yield from _claim_lines(claim, found, phrases, mark="  + ")
    for passed in ranged.passed:
        yield from _passed_lines(passed, found, phrases, indent="  ")


def _passed_lines(passed: PassedOver, found: ExplainedIncident, phrases: Phrases, *, indent: str) -> Iterator[str]:
    yield from wrap(f"left out: {passed.why}", _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
    for claim in passed.claims:
        yield from _claim_lines(claim, found, phrases, mark=f"{indent}- ")


def _claim_lines(claim_id: str, found: ExplainedIncident, phrases: Phrases, *, mark: str) -> Iterator[str]:
    claim = found.claims.get(claim_id)
    if claim is None:
        yield f"{mark}{claim_id}"
        return
    publisher = claim.medium or Party(None, "")
    whose = party_key(source_of(claim, publisher), claim.report)
    words = " ".join(claim.quote.text.split())
    line = f"{phrases.count(claim.count)}, {whose}, {found.accounts[claim_id]}: \u201c{words}\u201d"
    yield from wrap(printable(line), _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), max_lines=4)


def _group(group: Group, phrases: Phrases) -> str:
    people = [
        phrases.say("status", group.status) if group.status else phrases.say("fact", "everybody"),
        phrases.say("demographic", group.demographic) if group.demographic else "",
    ]
    return ", ".join(part for part in (phrases.say("harm", group.harm), *people) if part)
