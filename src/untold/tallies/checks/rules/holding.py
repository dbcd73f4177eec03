"""What the record itself must keep: words that are the report's, and nothing that points to nothing.

Every number leads back to its sentence, or the record is one more list of
numbers. A file that was mended by hand, restored by half or written by another
program breaks that silently; this is where it is heard.
"""

from collections.abc import Iterator

from untold.claims.claim import Claim
from untold.incidents.incident import Incident
from untold.reports.report import Passage
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import counted

_SET_ASIDE = frozenset({"rejected", "ungrounded"})


def check_quotes(record: WholeRecord) -> Iterator[Finding]:
    """Yield the claims and determinations with a passage that is not what stands in its report."""
    for claim in record.claims.values():
        wrong = next((each for each in _passages(claim) if not _is_true(record, each)), None)
        if wrong is not None:
            yield _misquoted(wrong, f"the claim {claim.id}", claims=(claim.id,))
    for allegation in record.allegations:
        for each in allegation.determinations:
            if each.statement is not None and not _is_true(record, each.statement):
                yield _misquoted(each.statement, f"the answer {each.id}", allegations=(allegation.id,))


def check_pointers(record: WholeRecord) -> Iterator[Finding]:
    """Yield what names a claim or an account that the record does not hold."""
    for account in record.accounts.values():
        gone = [each for each in account.claims if each not in record.claims]
        if gone:
            yield _nothing(f"{account.id} names the claim {gone[0]}", gone, accounts=(account.id,))
    for incident in record.incidents:
        gone = [each for each in incident.accounts if each not in record.accounts]
        gone += [each for decided in incident.ranges for each in decided.claims if each not in record.claims]
        if gone:
            yield _nothing(f"{incident.code} names {gone[0]}", gone, incidents=(incident.code,))


def check_rejected(record: WholeRecord) -> Iterator[Finding]:
    """Yield the incidents whose ranges rest on a claim that a person rejected since."""
    for incident in record.incidents:
        claims = {each: record.claims[each] for each in _decisive(incident) if each in record.claims}
        rejected = [each for each in claims.values() if each.state in _SET_ASIDE]
        if rejected:
            names = ", ".join(each.id for each in rejected)
            found = Finding(
                "",
                "rests_on_rejected",
                "warning",
                f"{incident.code} rests on {names}, which is {rejected[0].state}: match the record again.",
                claims=tuple(each.id for each in rejected),
                incidents=(incident.code,),
                passages=counted(rejected),
            )
            yield identified(found, incident.code, sorted(each.id for each in rejected))


def _decisive(incident: Incident) -> Iterator[str]:
    for decided in incident.ranges:
        yield from decided.claims


def _passages(claim: Claim) -> Iterator[Passage]:
    yield claim.quote
    for found in claim.evidence.values():
        if isinstance(found, Passage):
            yield found
        else:
            yield from found


def _is_true(record: WholeRecord, passage: Passage) -> bool:
    report = record.reports.get(passage.report)
    return report is not None and report.text[passage.start : passage.end] == passage.text


def _misquoted(
    passage: Passage, what: str, *, claims: tuple[str, ...] = (), allegations: tuple[str, ...] = ()
) -> Finding:
    where = f"characters {passage.start:,} to {passage.end:,} of the report {passage.report}"
    message = f"{what} quotes words that are not those of {where}."
    found = Finding("", "misquoted", "error", message, claims=claims, allegations=allegations)
    return identified(found, what, passage.report, passage.start, passage.text)


def _nothing(what: str, gone: list[str], *, accounts: tuple[str, ...] = (), incidents: tuple[str, ...] = ()) -> Finding:
    more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
    message = f"{what}{more}, which the record does not hold."
    found = Finding("", "rests_on_nothing", "error", message, accounts=accounts, incidents=incidents)
    return identified(found, accounts, incidents, gone)
