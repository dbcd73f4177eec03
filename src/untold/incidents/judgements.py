"""What a person decided about two accounts: the same incident, different ones, or unsure; by whom, when and why.

`hand/judgements.csv` is only ever added to. A judgement is taken back by a
later line, so both stay visible, and it survives every new match because it
names accounts, whose ids stay, and not incidents, which change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from untold.codebook.errors import CasebookError
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept

Verdict = Literal["same", "different", "unsure"]
FILE = Path("hand") / "judgements.csv"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of a person's; `undo` takes back the earlier lines of the same pair and verdict.

    >>> Judgement("2026-11-24T10:00:00+00:00", "rana", "x:2", "x:1", "same", False, "one family").pair
    ('x:1', 'x:2')
    """

    when: str  # ISO 8601, UTC
    who: str
    a: str
    b: str
    verdict: Verdict
    undo: bool
    why: str

    @property
    def pair(self) -> tuple[str, str]:
        """Return the two accounts in the order of their ids: a judgement has no direction."""
        return (self.a, self.b) if self.a < self.b else (self.b, self.a)


def judge(casebook: Casebook, judgement: Judgement) -> None:
    """Add one line to the casebook's `hand/judgements.csv`, which is made on the first.

    Raises `CasebookError` where the reason is empty or both accounts are one.
    """
    if judgement.a == judgement.b:
        raise CasebookError(str(casebook.folder), f"{judgement.a} twice", "name two accounts")
    add_line(casebook, FILE, judgement, noun="judgement")


def judgements_kept(folder: Path) -> tuple[Judgement, ...]:
    """Return every line of `hand/judgements.csv` in order; raises `CasebookError` for a line that is no judgement."""
    return lines_kept(folder, FILE, Judgement, noun="judgement")


def standing(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """Return the verdict that stands on each judged pair: the last that was not taken back.

    >>> one = Judgement("2026-11-24", "rana", "a", "b", "same", False, "one family")
    >>> two = Judgement("2026-11-25", "omar", "b", "a", "different", False, "two streets")
    >>> standing([one, two]), standing([one, two, Judgement("2026-11-26", "omar", "a", "b", "different", True, "no")])
    ({('a', 'b'): 'different'}, {('a', 'b'): 'same'})
    """
    kept: dict[tuple[str, str], list[Verdict]] = {}
    for each in judgements:
        said = kept.setdefault(each.pair, [])
        if each.undo:
            said[:] = [verdict for verdict in said if verdict != each.verdict]
        else:
            said.append(each.verdict)
    return {pair: said[-1] for pair, said in sorted(kept.items()) if said}
