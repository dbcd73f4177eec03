"""MUC-4: how many of the killed and injured in the answer keys the reader finds.

The messages are wires of 1988 to 1991 in capitals, and their keys were filled by
analysts for another purpose: they hold only incidents in their scope. So the
keys give a recall, and the precision rests on a drawn sample judged by hand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.evaluation import judgements
from tests.evaluation.corpora import MUC4, Document, muc4_documents
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import numbers, shown
from untold.claims.claim import Claim, Harm
from untold.claims.reading import read_claims

_QUOTED = re.compile(r'"([^"]*)"')
_INTEGER = re.compile(r"\d+")
_LEAST = 2  # the keys write 1 for every named person, whom no number counts
_HARMS: dict[str, Harm] = {"DEATH": "killed", "INJURY": "injured"}


Template = dict[str, list[str]]
_NUMBER, _EFFECT = "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT"


@dataclass(frozen=True, slots=True)
class Join:
    """A number of a template beside an effect with which it shares a target."""

    count: int
    harms: frozenset[Harm]
    is_crossed: bool  # the name stands for several numbers and several effects, so the pair may be nobody's


@dataclass(frozen=True, slots=True)
class Gold:
    """One answer of a key: that many people harmed so."""

    harm: Harm
    count: int

    def __str__(self) -> str:
        """Return it as a list of misses shows it."""
        return f"{self.harm} {self.count}"


def gold_of(templates: Iterable[Template]) -> set[Gold]:
    """Return the distinct answers of a document's keys: numbers joined with effects by a shared target.

    >>> key = {"HUM TGT: NUMBER": ['7 / 7-: "PEASANTS" / "MEN"'], "HUM TGT: EFFECT OF INCIDENT": ['? DEATH: "MEN"']}
    >>> [str(g) for g in gold_of([key])]
    ['killed 7']
    """
    joined = (join for template in templates for join in _joins(template))
    return {Gold(harm, join.count) for join in joined for harm in join.harms}


def plain_gold_of(templates: Iterable[Template]) -> set[Gold]:
    """Return the answers of the keys in which no target's name stands for two groups of people.

    Where "PEOPLE" is both the 10 killed and the 31 injured, joining by the name
    also yields 31 killed and 10 injured, which no text says and no reader finds.
    """
    listed = list(templates)
    joins = [join for template in listed for join in _joins(template) if not join.is_crossed]
    return {Gold(harm, join.count) for join in joins for harm in join.harms}


def _joins(template: Template) -> Iterator[Join]:
    effects = [(set(_QUOTED.findall(fill)), _harms_of(fill)) for fill in template.get(_EFFECT, [])]
    counted = [(set(_QUOTED.findall(fill)), _count_of(fill)) for fill in template.get(_NUMBER, [])]
    for names, count in counted:
        own = [(targets, harms) for targets, harms in effects if targets & names]
        for targets, harms in own:
            rivals = [others for others, _ in counted if others & targets]
            if count is not None:
                yield Join(count, frozenset(harms), is_crossed=len(own) > 1 and len(rivals) > 1)


def _count_of(fill: str) -> int | None:
    found = [int(n) for n in _INTEGER.findall(fill.partition('"')[0])]
    return next((n for n in found if n >= _LEAST), None)


def _harms_of(fill: str) -> set[Harm]:
    head = fill.partition('"')[0].strip(" :?()")
    options = [option.strip(" :?()") for option in head.split("/")]
    if any(option.startswith("NO ") for option in options):
        return set()
    return {_HARMS[option] for option in options if option in _HARMS}


def is_found(gold: Gold, claims: Iterable[Claim]) -> bool:
    """Return whether a claim of that harm holds the number as written, as floor or as ceiling."""
    return any(claim.harm == gold.harm and gold.count in numbers(claim.count) for claim in claims)


@cache
def readings() -> tuple[tuple[Document, tuple[Claim, ...]], ...]:
    """Return every message with the claims read in it, read once per run."""
    return tuple((document, read_claims(document.report)) for document in muc4_documents())


def recall_outcomes(document: Document, claims: tuple[Claim, ...], answers: set[Gold]) -> Iterator[Outcome]:
    """Yield one outcome per distinct answer of a message's keys."""
    for gold in sorted(answers, key=str):
        yield Outcome(document.unit, is_found(gold, claims), str(gold), shown(claims))


def measure() -> list[Measurement]:
    """Return recall over the whole file, per split and where names are plain, and the judged precision."""
    everything: list[Outcome] = []
    plain: list[Outcome] = []
    splits: dict[str, list[Outcome]] = {}
    for document, claims in readings():
        templates = document.row["templates"]
        found = list(recall_outcomes(document, claims, gold_of(templates)))
        everything += found
        plain += recall_outcomes(document, claims, plain_gold_of(templates))
        splits.setdefault(document.row["split"], []).extend(found)
    recalls = {"muc4.recall": everything, "muc4.recall_plain": plain}
    recalls |= {f"muc4.recall.{split}": outcomes for split, outcomes in splits.items()}
    measured = [share_right(name, MUC4, outcomes) for name, outcomes in recalls.items()]
    return [*measured, *judgements.measure((d.unit, c) for d, c in readings())]
