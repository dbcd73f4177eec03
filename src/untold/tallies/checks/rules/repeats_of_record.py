"""Told once, counted twice: one claim in two incidents, one sentence in two reports, and a copy with another number.

A wire story that a second outlet dates a day later becomes a second strike
with the same dead. A copy in which somebody changed a digit becomes a second
source. Both are found by the words, which are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from untold.claims.claim import CELLS_READER, Claim
from untold.codebook.folding import fold
from untold.tallies.bounds import bounds_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import number_passage
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.standing import is_countable, number
from untold.tallies.wording import listed, who

# Words of a sentence beside its number: below that two reporters write the same by chance
# ("An airstrike on the town killed five people, the Observatory said").
_WORDS_OF_A_COPY = 12
_MOST = 8  # bearers of one sentence that are laid beside each other


def check_counted_twice(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account that is in two incidents, and every claim that two accounts of different incidents hold."""
    incidents: dict[str, list[str]] = {}
    for incident in record.incidents:
        for account in incident.accounts:
            incidents.setdefault(account, []).append(incident.code)
    for account, codes in incidents.items():
        if len(codes) > 1:
            message = f"{account} is in {' and '.join(codes)}: its people are counted in each."
            found = Finding("", "counted_twice", "error", message, accounts=(account,), incidents=tuple(codes))
            yield identified(found, account, sorted(codes))
    yield from _claims_held_twice(record)


def check_sentences(record: WholeRecord) -> Iterator[Finding]:
    """Yield the sentences that stand in two reports with one number and in two incidents, or with two numbers."""
    twice: dict[tuple[str, str], list[tuple[Claim, Claim]]] = {}
    for one, other in _copies(record):
        if one.count != other.count:
            if _is_changed(one, other):
                yield _changed(record, one, other)
        elif len(_incidents(record, (one, other))) > 1:
            first, second = sorted((one, other), key=lambda each: record.account_of[each.id])
            twice.setdefault((record.account_of[first.id], record.account_of[second.id]), []).append((first, second))
    for accounts, pairs in twice.items():
        yield _in_two_incidents(record, accounts, pairs)


def _copies(record: WholeRecord) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims of two reports whose sentences are the same but for their numbers."""
    alike: dict[str, list[Claim]] = {}
    for claim in record.claims.values():
        if claim.reader != CELLS_READER and claim.restates is None and is_countable(claim):
            words = _without_number(claim)
            if len(words.split()) >= _WORDS_OF_A_COPY:
                alike.setdefault(words, []).append(claim)
    for claims in alike.values():
        for one, other in combinations(claims[:_MOST], 2):
            if one.report != other.report and one.harm == other.harm:
                yield one, other


def _claims_held_twice(record: WholeRecord) -> Iterator[Finding]:
    holders: dict[str, list[str]] = {}
    for account in record.accounts.values():
        for claim in account.claims:
            holders.setdefault(claim, []).append(account.id)
    for claim, accounts in holders.items():
        codes = record.codes_of(accounts) if len(accounts) > 1 else ()
        if len(codes) > 1:
            message = f"{claim} is held by {' and '.join(accounts)}, in {' and '.join(codes)}."
            known = record.claims.get(claim)
            found = Finding(
                "",
                "counted_twice",
                "error",
                message,
                claims=(claim,),
                accounts=tuple(accounts),
                incidents=codes,
                passages=() if known is None else (number_passage(known), known.quote),
            )
            yield identified(found, claim, sorted(accounts))


def _without_number(claim: Claim) -> str:
    """Return a claim's sentence as copies share it: in small letters, without its own number."""
    passage, quote = number_passage(claim), claim.quote
    start, end = passage.start - quote.start, passage.end - quote.start
    if passage.report != quote.report or not 0 <= start < end <= len(quote.text) or passage == quote:
        return ""
    words = fold(quote.text[:start] + " # " + quote.text[end:]).casefold()
    return " ".join(words.split())


def _in_two_incidents(record: WholeRecord, accounts: tuple[str, str], pairs: Sequence[tuple[Claim, Claim]]) -> Finding:
    """Return one finding for all that two accounts share: they are one text, however many numbers it holds."""
    claims = [claim for pair in pairs for claim in pair]
    codes = _incidents(record, claims)
    said = listed(dict.fromkeys(f"{who(one)} {one.harm}" for one, _ in pairs))
    quotes = dict.fromkeys(claim.quote for pair in pairs for claim in pair)
    found = Finding(
        "",
        "sentence_twice",
        "warning",
        f"{' and '.join(accounts)} tell in the same words of {said}, and are in two incidents, {' and '.join(codes)}.",
        claims=tuple(claim.id for claim in claims),
        accounts=accounts,
        incidents=codes,
        stated=len(pairs),
        unit="records",
        passages=tuple(quotes),
    )
    return identified(found, accounts, [number(one) for one, _ in pairs])


def _is_changed(one: Claim, other: Claim) -> bool:
    """Return whether two publishers give, in one sentence, numbers that exclude each other."""
    same = one.medium is not None and other.medium is not None and one.medium == other.medium
    first, second = bounds_of(one.count), bounds_of(other.count)
    return not same and ((first - second).is_below_zero or (second - first).is_below_zero)


def _changed(record: WholeRecord, one: Claim, other: Claim) -> Finding:
    found = Finding(
        "",
        "copy_changed",
        "warning",
        f"two reports print one sentence, one with {who(one)} and one with {who(other)} ({one.harm}).",
        claims=(one.id, other.id),
        accounts=_accounts(record, (one, other)),
        stated=number(one),
        expected=number(other),
        residual=abs((number(one) or 0) - (number(other) or 0)),
        unit="people",
        passages=(one.quote, other.quote),
    )
    return identified(found, one.id, other.id, number(one), number(other))


def _accounts(record: WholeRecord, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.account_of[each.id] for each in claims if each.id in record.account_of))


def _incidents(record: WholeRecord, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the incidents that claims are counted in, where each is in one; none where one is in none."""
    accounts = [record.account_of.get(each.id) for each in claims]
    found = [record.incident_of.get(each) for each in accounts if each is not None]
    return tuple(dict.fromkeys(each.code for each in found if each is not None)) if len(found) == len(claims) else ()
