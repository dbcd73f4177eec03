"""The second matcher beside the rule, on the same held-out labels: made accounts, official statements, source texts.

Three worlds, because a gain on one of them proves little. On made accounts the
rule's lengths were set, and truth is whole. The coalition's statements are laid
beside a monitor's incidents with every code taken away. The texts that a
monitor cites are mostly Arabic and mostly undated. Measured are pairs before
clustering; for made accounts, what clustering makes of either too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.generated import incidents_of, measured, traits_made
from tests.evaluation.lists import imported
from tests.evaluation.measurement import Measurement
from tests.evaluation.source_texts import TEXTS, texts_told
from tests.evaluation.statements import INCIDENTS, STATEMENTS, statement_rows
from untold.claims.account import Account, Stated
from untold.claims.claim import Claim
from untold.incidents.matching import match_accounts, traits_of
from untold.incidents.probabilities import Weighed, weigh
from untold.incidents.probabilities.deciding import decided_by_probabilities

SIZE, SEED = 5000, 11
_MADE = "tests/benchmarks/accounts.py"
Judged = dict[tuple[str, str], str]


def measure() -> list[Measurement]:
    """Return precision, recall and F1 of both matchers on each world, and F1 of what both cluster of made accounts."""
    return [*_made(), *_measured("statements", STATEMENTS, statements()), *_measured("texts", TEXTS, source_texts())]


def statements() -> Weighed:
    """Return the coalition's statements and a monitor's incidents, matched and weighed without any code."""
    told, ids = _incidents()
    _, _, listed = imported(STATEMENTS, "statements")
    told += [(_without_codes(row.account), row.claims) for row in listed.taken]
    answers = zip(statement_rows(), listed.accounts, strict=True)
    judged = {_pair(ids[row["gold_airwars_id"]], each.id): "same" for row, each in answers}
    return weigh(match_accounts(traits_of(told), judged), {})


def source_texts() -> Weighed:
    """Return the accounts of cited texts, matched and weighed, with every pair judged by the gold."""
    told = texts_told()
    gold = {account.id: each.incident for each in told for account in each.accounts}
    claims = {claim.id: claim for each in told for claim in each.claims}
    traits = traits_of(
        (account, [claims[claim] for claim in account.claims]) for each in told for account in each.accounts
    )
    match = match_accounts(traits)
    texts = {account.id: each.report.text for each in told for account in each.accounts}
    return weigh(replace(match, judged=_all_judged(gold)), texts)


def _made() -> Iterator[Measurement]:
    made = list(make_accounts(SIZE, SEED))
    match, truth = match_accounts(traits_made(made)), incidents_of(made)
    weighed = weigh(match, {})
    yield from _measured("made", _MADE, weighed)
    for name, clustered in (("rule", match), ("probabilities", decided_by_probabilities(weighed))):
        precision, recall = (each.value for each in measured(clustered, truth))
        f1 = 2 * precision * recall / (precision + recall)
        yield Measurement(f"probabilities.made_{name}_clusters", f1, SIZE, _MADE)


def _measured(world: str, corpus: str, weighed: Weighed) -> Iterator[Measurement]:
    gain = weighed.gain
    if gain is None:
        raise AssertionError(weighed.refused)
    for name, each in (("rule", gain.rule), ("own", gain.probabilities)):
        for share, value in (("precision", each.precision), ("recall", each.recall), ("f1", each.f1)):
            yield Measurement(f"probabilities.{world}_{name}_{share}", value or 0.0, each.same, corpus)


@cache
def _rows() -> Mapping[int, str]:
    """Return the monitor's own id of each row of its list; the header is row 1."""
    rows = csv_rows(present(data_folder() / INCIDENTS))
    return {number: row["airwars_id"] for number, row in enumerate(rows, start=2)}


def _incidents() -> tuple[list[tuple[Account, tuple[Claim, ...]]], dict[str, str]]:
    _, _, listed = imported(INCIDENTS, "airwars")
    told = [(_without_codes(row.account), row.claims) for row in listed.taken]
    return told, {_rows()[row.entry.row.number]: row.account.id for row in listed.taken}


def _without_codes(account: Account) -> Account:
    return replace(account, codes=(), stated=Stated())


def _all_judged(gold: Mapping[str, str]) -> Judged:
    return {(a, b): "same" if gold[a] == gold[b] else "different" for a, b in combinations(sorted(gold), 2)}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
