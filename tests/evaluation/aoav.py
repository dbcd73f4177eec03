"""AOAV's one-line descriptions: civilians killed and injured, by the line's own words.

The published columns come from more than the line and at times contradict it.
The measure is against the words, as a person read them; where those differ
from the columns, `aoav_words.csv` holds the row, the numbers and the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.evaluation.corpora import AOAV, Document, aoav_documents, csv_rows
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import shown
from untold.claims.claim import Claim, Harm
from untold.claims.reading import read_claims

WORDS = Path(__file__).with_name("aoav_words.csv")
_CIVILIAN = (None, "civilian")  # AOAV counts people of no stated status as civilians
_ARMED = ("combatant", "armed_forces", "police")
_COUNTED = ("asserted", "estimated", "conceded")


@dataclass(frozen=True, slots=True)
class Toll:
    """The civilians killed and injured of one line."""

    killed: int
    injured: int

    def __str__(self) -> str:
        """Return it as a list of misses shows it."""
        return f"killed {self.killed}, injured {self.injured}"


def published_toll(row: dict[str, str]) -> Toll:
    """Return what the published columns say."""
    return Toll(int(row["Civilians Killed"] or 0), int(row["Civilians Injured"] or 0))


@cache
def judged_tolls(path: Path = WORDS) -> dict[str, Toll]:
    """Return the lines whose words differ from the columns, by row number in the file."""
    return {row["row"]: Toll(int(row["killed"]), int(row["injured"])) for row in csv_rows(path)}


def worded_toll(document: Document) -> Toll:
    """Return what a line's own words say, by a person's judgement where it differs from the columns."""
    return judged_tolls().get(document.unit) or published_toll(document.row)


def read_toll(claims: Iterable[Claim]) -> Toll:
    """Return the civilians that the claims of a line add up to: wholes, less their armed parts."""
    listed = [claim for claim in claims if claim.modality in _COUNTED and claim.restates is None]
    return Toll(_civilians(listed, "killed"), _civilians(listed, "injured"))


def _civilians(claims: list[Claim], harm: Harm) -> int:
    return sum(_civilians_of(whole, claims) for whole in claims if whole.harm == harm and whole.part_of is None)


def _civilians_of(whole: Claim, claims: list[Claim]) -> int:
    parts = [claim for claim in claims if claim.part_of == whole.id]
    if whole.status in _CIVILIAN:
        armed = sum(_number(part) for part in parts if part.status in _ARMED)
        return max(_number(whole) - armed, 0)
    return sum(_number(part) for part in parts if part.status in _CIVILIAN and whole.status == "unknown")


def _number(claim: Claim) -> int:
    count = claim.count
    return next((n for n in (count.stated, count.low, count.high) if n is not None), 0)


@cache
def readings() -> tuple[tuple[Document, tuple[Claim, ...]], ...]:
    """Return every line with the claims read in it, read once per run."""
    return tuple((document, read_claims(document.report)) for document in aoav_documents())


def measure() -> list[Measurement]:
    """Return the share of lines with both numbers right, each number alone, and columns against words."""
    rows = [(d, worded_toll(d), read_toll(claims), shown(claims)) for d, claims in readings()]
    both = [Outcome(d.unit, gold == read, str(gold), f"{read} ({why})") for d, gold, read, why in rows]
    killed = [Outcome(d.unit, g.killed == r.killed, str(g.killed), f"{r.killed} ({why})") for d, g, r, why in rows]
    injured = [Outcome(d.unit, g.injured == r.injured, str(g.injured), f"{r.injured} ({why})") for d, g, r, why in rows]
    columns = [
        Outcome(d.unit, published_toll(d.row) == gold, f"words: {gold}", f"columns: {published_toll(d.row)}")
        for d, gold, _, _ in rows
    ]
    return [
        share_right("aoav.lines", AOAV, both),
        share_right("aoav.killed", AOAV, killed),
        share_right("aoav.injured", AOAV, injured),
        share_right("aoav.columns_equal_words", AOAV, columns),
    ]
