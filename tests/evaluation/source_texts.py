"""Whether the texts about one incident are found together, measured on texts that a monitor cites for its incidents.

Most of them are Arabic, most have lost their date, and some are a page's frame
more than an article. B-cubed asks of each text how pure and how whole its
group is; pairwise recall, how many of the pairs of one incident are together.
The texts name real victims: a miss is shown by its number and its incident.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Miss
from untold.claims.account import Account
from untold.claims.accounts import keep_accounts
from untold.claims.accounts_of_texts import accounts_of_report
from untold.claims.claim import Claim
from untold.claims.readings import read_report
from untold.incidents.record import match_casebook
from untold.incidents.stories import story_groups, story_of
from untold.reports.casebook import open_casebook, write_records
from untold.reports.plain_text import report_from_text
from untold.reports.report import Report

TEXTS = "airwars_source_texts_dev.jsonl"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One text with its report, what was read of it, and the incident for which it is cited."""

    report: Report
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    language: str
    incident: str


def measure() -> list[Measurement]:
    """Return B-cubed F1, precision and recall, and pairwise recall, of English texts and of all."""
    told = texts_told()
    groups = story_groups(story_of(each.report, each.claims, each.accounts[0]) for each in told)
    matched = groups_matched(told)
    english = [each for each in told if each.language == "en"]
    return [
        *_measured("source_texts.english", english, groups),
        *_measured("source_texts.all", told, groups),
        *_measured("source_texts.matched_english", english, matched),
        *_measured("source_texts.matched_all", told, matched),
    ]


@cache
def texts_told(path: Path | None = None) -> tuple[Told, ...]:
    """Return the texts with their claims and accounts; what is not English has accounts without claims."""
    with present(path or data_folder() / TEXTS).open(encoding="utf-8") as lines:
        return tuple(_told(json.loads(line)) for line in lines)


def groups_matched(told: Sequence[Told]) -> dict[str, str]:
    """Return the incident of each text's first account, as a casebook of these texts is matched."""
    with TemporaryDirectory(prefix="untold-texts-") as folder, open_casebook(Path(folder)) as casebook:
        write_records(casebook, "reports.jsonl", [each.report for each in told])
        write_records(casebook, "claims.jsonl", [claim for each in told for claim in each.claims])
        keep_accounts(casebook, [account for each in told for account in each.accounts])
        match = match_casebook(casebook).match
    incident = {account: cluster[0] for cluster in match.clusters for account in cluster}
    return {each.report.id: incident[each.accounts[0].id] for each in told}


def b_cubed(groups: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Return B-cubed precision and recall of groups over the texts of `gold`.

    >>> precision, recall = b_cubed({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "1", "c": "1"})
    >>> precision, round(recall, 3)
    (1.0, 0.556)
    """
    ours, theirs = _members(groups, gold), _members(gold, gold)
    shared = {text: len(ours[groups[text]] & theirs[gold[text]]) for text in gold}
    precision = sum(shared[text] / len(ours[groups[text]]) for text in gold) / len(gold)
    recall = sum(shared[text] / len(theirs[gold[text]]) for text in gold) / len(gold)
    return precision, recall


def _told(row: dict[str, Any]) -> Told:
    english = row["lang"] == "en"
    text = f"{row['title'] or ''}\n\n{row['text']}"
    report = report_from_text(text, url=row["url"], published=row["published"] or None, language=row["lang"])
    claims = read_report(report) if english else ()
    return Told(report, claims, accounts_of_report(report, claims), row["lang"], row["incident_ids"][0])


def _members(groups: Mapping[str, str], texts: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        found[groups[text]].add(text)
    return found


def _measured(measure: str, told: Sequence[Told], groups: Mapping[str, str]) -> Iterator[Measurement]:
    gold = {each.report.id: each.incident for each in told}
    precision, recall = b_cubed(groups, gold)
    together = [pair for pair in combinations(sorted(gold), 2) if gold[pair[0]] == gold[pair[1]]]
    missed = [pair for pair in together if groups[pair[0]] != groups[pair[1]]]
    yield Measurement(f"{measure}_f1", 2 * precision * recall / (precision + recall), len(gold), TEXTS)
    yield Measurement(f"{measure}_precision", precision, len(gold), TEXTS)
    misses = tuple(Miss(" ".join(pair), gold[pair[0]], "apart") for pair in missed)
    yield Measurement(f"{measure}_pairs", 1 - len(missed) / len(together), len(together), TEXTS, misses)
