"""Claims drawn at random and judged by hand: the precision that no answer key gives.

A judgement holds no word of the text it judges, only where the number stands,
what the reader made of it and whether that is right. It counts as long as the
reader still makes that claim; when many are gone, the sample is drawn anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.corpora import MUC4, csv_rows
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import count_stretch
from untold.claims.claim import Claim

JUDGEMENTS = Path(__file__).with_name("muc4_judgements.csv")
COLUMNS = ("docid", "start", "end", "harm", "low", "high", "stated", "verdict", "reason")


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a claim the same claim in a later run: its number's place, its harm and its bounds."""

    docid: str
    start: str
    harm: str
    low: str
    high: str
    stated: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on one drawn claim, with the reason where it is wrong."""

    key: Key
    right: bool
    reason: str


def cell(number: int | None) -> str:
    """Return a bound as a table holds it: empty where the words set none."""
    return "" if number is None else str(number)


def key_of(docid: str, claim: Claim) -> Key:
    """Return the key under which a claim is judged."""
    count = claim.count
    start = str(count_stretch(claim).start)
    return Key(docid, start, claim.harm, cell(count.low), cell(count.high), cell(count.stated))


def judgements(path: Path = JUDGEMENTS) -> list[Judgement]:
    """Return the kept judgements, none where nothing was judged yet."""
    return [_judgement(row) for row in csv_rows(path)] if path.exists() else []


def _judgement(row: dict[str, str]) -> Judgement:
    key = Key(row["docid"], row["start"], row["harm"], row["low"], row["high"], row["stated"])
    return Judgement(key, row["verdict"] == "right", row["reason"])


def measure(read: Iterable[tuple[str, tuple[Claim, ...]]]) -> list[Measurement]:
    """Return precision over the judged claims that the reader still makes, and how many of them those are."""
    kept = judgements()
    if not kept:
        return []
    made = {key_of(docid, claim) for docid, claims in read for claim in claims}
    precision = share_right("muc4.precision", MUC4, _outcomes(kept, made))
    still = [Outcome(j.key.docid, j.key in made, str(j.key), "no longer made") for j in kept]
    return [precision, share_right("muc4.sample_still_made", MUC4, still)]


def _outcomes(kept: Iterable[Judgement], made: set[Key]) -> Iterator[Outcome]:
    for judgement in kept:
        if judgement.key in made:
            key = judgement.key
            read = f"{key.harm} low {key.low or '-'} high {key.high or '-'} stated {key.stated or '-'}"
            yield Outcome(f"{key.docid}:{key.start}", judgement.right, judgement.reason, read)
