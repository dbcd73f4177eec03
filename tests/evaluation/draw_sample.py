"""`python -m tests.evaluation.draw_sample`: claims drawn at random for a person to judge.

The sheet shows each number in its context and so quotes other people's texts:
it goes to a file outside the repository. `--keep SHEET` takes the verdicts of
a judged sheet, and nothing of its texts, into the kept judgements.
"""

import argparse
import csv
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.corpora import REPOSITORY, Document, csv_rows, muc4_documents
from tests.evaluation.judgements import COLUMNS, JUDGEMENTS, Key, cell, judgements, key_of
from tests.evaluation.reading import count_stretch
from untold.claims.claim import Claim
from untold.claims.reading import read_claims

VERDICTS = ("right", "wrong")
_AROUND = 220  # characters of context on each side: two lines of a wire


@dataclass(frozen=True, slots=True)
class Drawn:
    """One claim with its document."""

    document: Document
    claim: Claim


def drawn(read: Iterable[Drawn], *, seed: int, n: int, judged: frozenset[Key]) -> list[Drawn]:
    """Return `n` claims at random, the same for the same seed, none of them judged before."""
    fresh = [d for d in read if key_of(d.document.unit, d.claim) not in judged]
    return random.Random(seed).sample(fresh, min(n, len(fresh)))  # noqa: S311 (a sample, not a secret)


def row_of(one: Drawn) -> dict[str, str]:
    """Return the sheet's row of a claim, its verdict and its reason still empty."""
    stretch, count = count_stretch(one.claim), one.claim.count
    text = one.document.report.text
    before, after = text[max(stretch.start - _AROUND, 0) : stretch.start], text[stretch.end : stretch.end + _AROUND]
    context = " ".join(f"{before}>>>{text[stretch.start : stretch.end]}<<<{after}".split())
    bounds = {"low": cell(count.low), "high": cell(count.high), "stated": cell(count.stated)}
    places = {"docid": one.document.unit, "start": str(stretch.start), "end": str(stretch.end)}
    return {**places, "harm": one.claim.harm, **bounds, "verdict": "", "reason": "", "context": context}


def write_sheet(path: Path, chosen: Iterable[Drawn]) -> None:
    """Write the sheet to judge; a path inside the repository is refused."""
    if path.resolve().is_relative_to(REPOSITORY):
        msg = f"{path}: a sheet quotes its texts, so it may not lie in the repository; give a path outside"
        raise ValueError(msg)
    with path.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.DictWriter(out, [*COLUMNS, "context"], delimiter="\t", lineterminator="\n")
        sheet.writeheader()
        sheet.writerows(row_of(one) for one in chosen)


def keep(sheet: Path, path: Path = JUDGEMENTS) -> int:
    """Append a judged sheet's verdicts, without its context, and return how many there were."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["verdict"] in VERDICTS]
    old = csv_rows(path) if path.exists() else []
    with path.open("w", encoding="utf-8", newline="") as out:
        kept = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
        kept.writeheader()
        kept.writerows([*old, *rows])
    return len(rows)


def main(words: Sequence[str] | None = None) -> int:
    """Draw a sheet, or keep the verdicts of a judged one."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.draw_sample", description=__doc__)
    parser.add_argument("corpus", choices=["muc4"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=120, help="claims to draw")
    parser.add_argument("--out", type=Path, default=Path("/tmp/muc4_sample.tsv"), help="the sheet, outside")  # noqa: S108
    parser.add_argument("--keep", type=Path, metavar="SHEET", help="take a judged sheet's verdicts")
    chosen = parser.parse_args(words)
    if chosen.keep is not None:
        sys.stdout.write(f"{keep(chosen.keep)} judgements kept in {JUDGEMENTS}\n")
        return 0
    judged = frozenset(judgement.key for judgement in judgements())
    read = (Drawn(document, claim) for document in muc4_documents() for claim in read_claims(document.report))
    sample = drawn(read, seed=chosen.seed, n=chosen.n, judged=judged)
    write_sheet(chosen.out, sample)
    sys.stdout.write(f"{len(sample)} claims to judge in {chosen.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
